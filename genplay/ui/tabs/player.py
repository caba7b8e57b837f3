"""The clock of a walk: says when the cursor is to move, never where it is."""

import time

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from genplay.families.base import SPEEDS

_FRAME_MS = 16
_USUAL = 3  # of ``SPEEDS``, until one is chosen
_PROJECTED_FASTEST = 30  # steps a second that a class can follow
_PHASES = 3


class Player(QObject):
    """Emits ``stepped(n)`` so that n adds up to the chosen number of steps a second."""

    stepped = Signal(int)
    """The cursor is to move on by so many steps; -1 means to the end."""
    phase_changed = Signal()
    playing_changed = Signal(bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.phase: int | None = None
        self.projector = False
        self._speed = _USUAL
        self._beats = 0.0
        self._slow = False
        self._owed = 0.0
        self._last = 0.0
        self._clock = QTimer(self, interval=_FRAME_MS)
        self._clock.timeout.connect(self._tick)

    @property
    def playing(self) -> bool:
        """Whether the clock runs."""
        return self._clock.isActive()

    @property
    def rate(self) -> float:
        """Steps a second now; 0 means all at once."""
        rate = self._beats or SPEEDS[self._speed]
        return min(rate or _PROJECTED_FASTEST, _PROJECTED_FASTEST) if self.projector else rate

    def set_speed(self, index: int, *, slow: bool) -> None:
        """Choose from ``SPEEDS``; in slow motion each step is said in three phases, one a beat."""
        self._speed, self._slow, self._beats = index, slow, 0.0
        if not slow:
            self._set_phase(None)

    def set_beats(self, rate: float) -> None:
        """Go at so many steps a second, none of ``SPEEDS``, until a speed is chosen."""
        self._beats = rate

    def play(self) -> None:
        """Start the clock."""
        self._owed, self._last = 0.0, time.monotonic()
        self._clock.start()
        self.playing_changed.emit(True)

    def pause(self) -> None:
        """Stop the clock, and say no phase any more."""
        playing = self.playing
        self._clock.stop()
        self._set_phase(None)
        if playing:
            self.playing_changed.emit(False)

    def beat(self) -> None:
        """Make the next phase by hand, the first of which is the step; the clock stops."""
        phase = self.phase
        if self.playing:
            self._clock.stop()
            self.playing_changed.emit(False)
        self._say(phase)

    def silence(self) -> None:
        """Say no phase any more: the cursor was taken elsewhere."""
        self._set_phase(None)

    @property
    def unfinished(self) -> bool:
        """Whether the step has phases that are still to be said."""
        return self.phase is not None and self.phase < _PHASES - 1

    @Slot()
    def _tick(self) -> None:
        now = time.monotonic()
        elapsed, self._last = now - self._last, now
        if self._slow:
            self._beat(elapsed * min(self.rate or SPEEDS[-2], SPEEDS[1]))
        elif self.rate == 0:
            self.stepped.emit(-1)
        else:
            # After a stall the cursor catches up by a quarter of a second at most: it walks, never jumps.
            self._owed += min(elapsed, 0.25) * self.rate
            whole = int(self._owed)
            if whole:
                self._owed -= whole
                self.stepped.emit(whole)

    def _beat(self, beats: float) -> None:
        self._owed += beats
        if self.phase is not None and self._owed < 1:
            return
        self._owed = 0.0
        self._say(self.phase)

    def _say(self, phase: int | None) -> None:
        """Say the phase after this one; the first comes with a step, unless that was the end."""
        playing = self.playing
        following = 0 if phase is None else (phase + 1) % _PHASES
        if following == 0:
            self.stepped.emit(1)
        if self.playing == playing:
            self._set_phase(following)

    def _set_phase(self, phase: int | None) -> None:
        if phase != self.phase:
            self.phase = phase
            self.phase_changed.emit()
