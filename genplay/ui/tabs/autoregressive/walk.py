"""The chain rule walked: what the transport's buttons and keys mean for the cursor."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from genplay.families.autoregressive import PIXELS
from genplay.ui.tabs.player import Player
from genplay.ui.widgets.transport import Transport

if TYPE_CHECKING:
    from genplay.ui.tabs.autoregressive.tab import AutoregressiveTab


class Walk(QObject):
    """Moves the tab's cursor along the order.

    Args:
        tab: Whose state it edits.
        transport: Whose gestures it takes.
    """

    changed = Signal()
    """Another phase of a step is named, or the cursor walks by itself or has stopped; see ``player``."""

    def __init__(self, tab: "AutoregressiveTab", transport: Transport) -> None:
        super().__init__(tab)
        self.player = Player(self)
        self._tab = tab
        self._transport = transport
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
        """Go before the first pixel, with the future hidden."""
        self.player.pause()
        self._tab.edit(cursor=0, hide_future=True)

    @Slot()
    def toggle_play(self) -> None:
        """Walk on, from the start when all is read, or pause."""
        if self.player.playing:
            self.player.pause()
            return
        cursor = self._tab.state.cursor
        self._tab.edit("play", cursor=0 if cursor >= PIXELS else cursor, hide_future=True)
        self.player.play()

    @Slot()
    def step_on(self) -> None:
        """Read one pixel more."""
        self._step(+1)

    @Slot()
    def step_back(self) -> None:
        """Take the last pixel back."""
        self._step(-1)

    @Slot()
    def to_end(self) -> None:
        """Read every pixel."""
        self.player.pause()
        self._tab.edit(cursor=PIXELS, hide_future=False)

    @Slot(int)
    def pick(self, pixel: int) -> None:
        """Put the cursor on a pixel."""
        self._tab.edit(cursor=int(self._tab.state.reads.ranks()[pixel]) + 1)

    @Slot(int)
    def go_to(self, cursor: int) -> None:
        """Have so many pixels read."""
        self._tab.edit(cursor=cursor)

    @Slot()
    def toggle_hidden(self) -> None:
        """Hide the future, or show it."""
        self._tab.edit(hide_future=not self._tab.state.hide_future)

    @Slot()
    def toggle_slow(self) -> None:
        """Say each phase in words, or not."""
        self._tab.edit(slow=not self._tab.state.slow)

    def words(self) -> str:
        """Say that the cursor walks, or nothing."""
        if not self.player.playing:
            return ""
        if self._tab.state.slow or not self.player.rate:
            return self.tr("Playing")
        return self.tr("Playing, {rate} pixels a second").format(rate=self.player.rate)

    def _step(self, by: int) -> None:
        self.player.pause()
        cursor = min(max(self._tab.state.cursor + by, 0), PIXELS)
        self.changed.emit()  # the numbers speak of where the cursor is, not of where the pointer rests
        self._tab.edit_while_busy("step", cursor=cursor, hide_future=True)

    @Slot(int)
    def _scrub(self, cursor: int) -> None:
        self._tab.edit("scrub", cursor=cursor)

    @Slot(int)
    def _choose_speed(self, index: int) -> None:
        self._tab.edit(speed=index)

    @Slot(int)
    def _advance(self, pixels: int) -> None:
        cursor = PIXELS if pixels < 0 else min(self._tab.state.cursor + pixels, PIXELS)
        done = cursor == PIXELS
        self._tab.edit("play", cursor=cursor, hide_future=not done)
        if done:
            self.player.pause()

    @Slot(bool)
    def _show_playing(self, playing: bool) -> None:
        self._transport.set_playing(playing)
        self.changed.emit()
        if not playing:
            self._tab.gesture_ended.emit()
        self._tab.activity.emit()
