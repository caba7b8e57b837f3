"""A cursor walked along an order: what the transport's buttons and keys mean for it, in every tab."""

from collections.abc import Mapping
from typing import Protocol, cast

from PySide6.QtCore import QObject, Signal, Slot

from genplay.ui.tabs.base import Tab
from genplay.ui.tabs.player import Player
from genplay.ui.widgets.transport import Transport


class Walked(Protocol):
    """A state whose walk may be slow."""

    @property
    def slow(self) -> bool:
        """Whether each step is said in phases."""
        ...


class Walk(QObject):
    """Moves a tab's cursor. Subclasses say how far it goes, what else a step changes, and where it is kept.

    Args:
        tab: Whose state it edits; that is a ``Walked``.
        transport: Whose gestures it takes.
    """

    changed = Signal()
    """Another phase of a step is named, or the cursor walks by itself or has stopped; see ``player``."""

    def __init__(self, tab: Tab, transport: Transport) -> None:
        super().__init__(tab)
        self.player = Player(self)
        self._tab, self._transport = tab, transport
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

    @property
    def playing(self) -> bool:
        """Whether the cursor walks by itself."""
        return self.player.playing

    @property
    def _state(self) -> Walked:
        return cast("Walked", self._tab.state)

    def length(self) -> int:
        """Return where the cursor ends."""
        raise NotImplementedError

    def cursor(self) -> int:
        """Return how many steps are made, from 0: the state's ``cursor`` unless said otherwise."""
        return cast("int", self._tab.state.cursor)  # type: ignore[attr-defined]

    def put(self, cursor: int) -> Mapping[str, object]:
        """Return what the state is to have when so many steps are made."""
        return {"cursor": cursor}

    def beside(self, *, under_way: bool) -> Mapping[str, object]:
        """Return what else a step changes in the state.

        Args:
            under_way: Whether there is more to come; not at the end.
        """
        return {}

    @Slot()
    def reset(self) -> None:
        """Go before the first step."""
        self.player.pause()
        self._edit("", 0, under_way=True)

    @Slot()
    def to_end(self) -> None:
        """Go to the end."""
        self.player.pause()
        self._edit("", self.length(), under_way=False)

    @Slot(int)
    def go_to(self, cursor: int) -> None:
        """Put the cursor there."""
        self.player.pause()
        self._tab.edit("", **self.put(cursor))

    @Slot()
    def toggle_play(self) -> None:
        """Walk on, from the start when the cursor is at the end, or pause."""
        if self.player.playing:
            self.player.pause()
            return
        cursor = self.cursor()
        self._edit("play", 0 if cursor >= self.length() else cursor, under_way=True)
        self.player.play()

    @Slot()
    def step_on(self) -> None:
        """Make a step, in slow motion the next phase of it."""
        if not self._state.slow:
            self._step(+1)
        elif self.cursor() < self.length() or self.player.unfinished:
            self.player.beat()

    @Slot()
    def step_back(self) -> None:
        """Take the last step back."""
        self._step(-1)

    @Slot()
    def toggle_slow(self) -> None:
        """Say each phase in words, or not."""
        self._tab.edit(slow=not self._state.slow)

    def words(self) -> str:
        """Say that the cursor walks, or nothing."""
        if not self.player.playing:
            return ""
        if self._state.slow or not self.player.rate:
            return self.tr("Playing")
        return self.tr("Playing, {rate} steps a second").format(rate=self.player.rate)

    def _step(self, by: int) -> None:
        self.player.pause()
        cursor = min(max(self.cursor() + by, 0), self.length())
        self.changed.emit()  # the numbers speak of where the cursor is, not of where the pointer rests
        self._tab.edit_while_busy("step", **self.put(cursor), **self.beside(under_way=True))

    def _edit(self, gesture: str, cursor: int, *, under_way: bool) -> None:
        self._tab.edit(gesture, **self.put(cursor), **self.beside(under_way=under_way))

    @Slot(int)
    def _scrub(self, cursor: int) -> None:
        self.player.silence()
        self._tab.edit("scrub", **self.put(cursor))

    @Slot(int)
    def _choose_speed(self, index: int) -> None:
        self._tab.edit(speed=index)

    @Slot(int)
    def _advance(self, steps: int) -> None:
        before, end = self.cursor(), self.length()
        cursor = end if steps < 0 else min(before + steps, end)
        # In slow motion the last step's phases are said too: the end is where there is no other step.
        ended = before == end if self._state.slow else cursor == end
        if not self.player.playing:
            self._tab.edit_while_busy("step", **self.put(cursor), **self.beside(under_way=True))
            return
        self._edit("play", cursor, under_way=not ended)
        if ended:
            self.player.pause()

    @Slot(bool)
    def _show_playing(self, playing: bool) -> None:
        self._transport.set_playing(playing)
        self.changed.emit()
        if not playing:
            self._tab.gesture_ended.emit()
        self._tab.activity.emit()
