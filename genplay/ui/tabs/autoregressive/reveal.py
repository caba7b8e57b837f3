"""Shows samples growing at a pace that the eye can follow, however fast they were made."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from genplay.families.autoregressive import PIXELS, GreySamples, Samples
from genplay.ui import theme

_FRAME_MS = 16
_FRAMES = 48  # a whole picture takes three quarters of a second
_STRIDE = -(-PIXELS // _FRAMES)


class Reveal(QObject):
    """Passes samples on, pixel by pixel, never further than they are done."""

    shown = Signal(object)
    """The samples as far as they are to be seen."""
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._samples: Samples | GreySamples | None = None
        self._seen = 0
        self._clock = QTimer(self, interval=_FRAME_MS)
        self._clock.timeout.connect(self._advance)

    @property
    def running(self) -> bool:
        """Whether samples are still growing."""
        return self._clock.isActive()

    def take(self, samples: Samples | GreySamples) -> None:
        """Take a step of the sampling; one that is less far than the last belongs to another sampling."""
        last = self._samples
        if last is None or samples.done < last.done or samples.start != last.start:
            self._seen = samples.start
        self._samples = samples
        if not self._clock.isActive() and self._seen < samples.done:
            self._clock.start()

    def rest(self) -> None:
        """Wait for no more than is there."""
        self._clock.stop()
        self.ended.emit()

    def clear(self) -> None:
        """Forget the samples."""
        self._samples = None
        self.rest()

    @Slot()
    def _advance(self) -> None:
        samples = self._samples
        if samples is None:
            return
        stride = PIXELS if theme.current().still else _STRIDE
        self._seen = min(self._seen + stride, samples.done)
        self.shown.emit(replace(samples, done=self._seen))
        if self._seen >= PIXELS:
            self._clock.stop()
            self.ended.emit()
