"""Show what is costly to paint at a pace that the eye needs, so that what the hand watches has the time."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

_INTERVAL_MS = 50


class Pace(QObject):
    """Calls a function at once, then at most 20 times a second by default; the last call is never lost.

    (superqt has such a throttle too, but importing it costs as much as all the rest of the window.)

    Args:
        parent: The owner.
        interval: Milliseconds between two calls: more where nobody waits for what is shown.
    """

    def __init__(self, parent: QObject, interval: int = _INTERVAL_MS) -> None:
        super().__init__(parent)
        self._waiting: Callable[[], None] | None = None
        self._clock = QTimer(self, singleShot=True, interval=interval)
        self._clock.timeout.connect(self._go_on)

    @property
    def resting(self) -> bool:
        """Whether a call now would have to wait."""
        return self._clock.isActive()

    def call(self, show: Callable[[], None]) -> None:
        """Call ``show`` now, or when its time has come if no later call replaces it until then."""
        if self._clock.isActive():
            self._waiting = show
        else:
            show()
            self._clock.start()

    def drop(self) -> None:
        """Forget the call that waits."""
        self._waiting = None

    @Slot()
    def _go_on(self) -> None:
        show, self._waiting = self._waiting, None
        if show is not None:
            self.call(show)
