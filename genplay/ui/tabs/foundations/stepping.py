"""The factors shown one after the other: what the transport's buttons and keys mean for the cursor."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from genplay.ui.tabs.player import Player
from genplay.ui.widgets.transport import Transport

if TYPE_CHECKING:
    from genplay.ui.tabs.foundations.tab import FoundationsTab


class Stepping(QObject):
    """Moves the tab's cursor along the order.

    Args:
        tab: Whose state it edits.
        transport: Whose gestures it takes.
    """

    changed = Signal()
    """Another phase of a step is named, or the factors come by themselves or have stopped; see ``player``."""

    def __init__(self, tab: "FoundationsTab", transport: Transport) -> None:
        super().__init__(tab)
        self.player = Player(self)
        self._tab = tab
        transport.reset_pressed.connect(self.reset)
        transport.play_toggled.connect(self.toggle_play)
        transport.step_pressed.connect(self.step_on)
        transport.step_back_pressed.connect(self.step_back)
        transport.speed_chosen.connect(self._choose_speed)
        transport.slow_toggled.connect(self.toggle_slow)
        transport.scrubbed.connect(self._scrub)
        transport.scrub_ended.connect(tab.gesture_ended)
        self.player.stepped.connect(self._advance)
        self.player.phase_changed.connect(self.changed)
        self.player.playing_changed.connect(self._show_playing)

    @Slot()
    def reset(self) -> None:
        """Go before the first factor."""
        self.go_to(0)

    @Slot()
    def to_end(self) -> None:
        """Show every factor."""
        self.go_to(self._tab.state.pixels)

    @Slot(int)
    def go_to(self, cursor: int) -> None:
        """Show so many factors."""
        self.player.pause()
        self._tab.edit(cursor=cursor)

    @Slot()
    def toggle_play(self) -> None:
        """Let the factors come, from the start when all are there, or pause."""
        if self.player.playing:
            self.player.pause()
            return
        state = self._tab.state
        self._tab.edit("play", cursor=0 if state.cursor >= state.pixels else state.cursor)
        self.player.play()

    @Slot()
    def step_on(self) -> None:
        """Show one factor more."""
        self._step(+1)

    @Slot()
    def step_back(self) -> None:
        """Take the last factor back."""
        self._step(-1)

    @Slot()
    def toggle_slow(self) -> None:
        """Say each phase in words, or not."""
        self._tab.edit(slow=not self._tab.state.slow)

    def words(self) -> str:
        """Say that the factors come by themselves, or nothing."""
        return self.tr("Playing") if self.player.playing else ""

    def _step(self, by: int) -> None:
        self.player.pause()
        state = self._tab.state
        self.changed.emit()  # the numbers speak of the factor, not of where the pointer rests
        self._tab.edit_while_busy("step", cursor=min(max(state.cursor + by, 0), state.pixels))

    @Slot(int)
    def _scrub(self, cursor: int) -> None:
        self._tab.edit("scrub", cursor=cursor)

    @Slot(int)
    def _choose_speed(self, index: int) -> None:
        self._tab.edit(speed=index)

    @Slot(int)
    def _advance(self, factors: int) -> None:
        pixels = self._tab.state.pixels
        cursor = pixels if factors < 0 else min(self._tab.state.cursor + factors, pixels)
        self._tab.edit("play", cursor=cursor)
        if cursor == pixels and not self._tab.state.slow:
            self.player.pause()

    @Slot(bool)
    def _show_playing(self, playing: bool) -> None:
        self.changed.emit()
        if not playing:
            self._tab.gesture_ended.emit()
        self._tab.activity.emit()
