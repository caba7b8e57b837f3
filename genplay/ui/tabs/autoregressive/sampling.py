"""Completions and samples: asked for, shown growing, taken as the drawing."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from genplay.families.autoregressive import PIXELS, GreySamples, Samples
from genplay.families.base import Bits, Drawing
from genplay.ui.tabs.autoregressive.reveal import Reveal
from genplay.ui.tabs.part import Part

if TYPE_CHECKING:
    from genplay.ui.tabs.autoregressive.tab import AutoregressiveTab


class Sampling(Part):
    """Asks for pictures that begin like the drawing, and shows them at a pace that the eye can follow.

    Its slot is "samples".

    Args:
        tab: Whose state it edits.
    """

    shown = Signal(object)
    """The samples as far as they are to be seen, or None."""

    def __init__(self, tab: "AutoregressiveTab") -> None:
        super().__init__(tab)
        self.reveal = Reveal(self)
        self._tab = tab
        self._samples: Samples | GreySamples | None = None
        self.reveal.shown.connect(self._show)
        self.reveal.ended.connect(tab.activity)

    def show_result(self, name: str, result: object) -> None:
        """Take a step of the sampling; it is shown in its time."""
        assert isinstance(result, Samples | GreySamples)
        self.reveal.take(result)

    def show_nothing(self, name: str) -> None:
        """Forget the samples."""
        self.reveal.clear()
        self._show(None)

    def show_stopped(self, name: str) -> None:
        """Leave the samples as far as they are."""
        self.reveal.rest()

    @Slot()
    def complete(self) -> None:
        """Sample the painted region, or what follows the pixels before the cursor."""
        self._from(self._tab.state.next_sample)

    @Slot()
    def sample(self) -> None:
        """Sample whole pictures."""
        if any(self._tab.state.region.bits):
            self._tab.edit(region=Drawing.blank(), sample_from=0)
        else:
            self._from(0)

    @Slot()
    def again(self) -> None:
        """Sample with the next seed."""
        self._tab.edit(seed=(self._tab.state.seed + 1) % 2**31)

    @Slot()
    def close(self) -> None:
        """Put the samples away."""
        self._tab.edit(sample_from=None)

    @Slot(int)
    def take(self, index: int) -> None:
        """Make a sample the drawing."""
        samples = self._samples
        if samples is not None and samples.done >= PIXELS:
            self._take(samples.pixels[index].reshape(28, 28))

    def _take(self, pixels: Bits) -> None:
        self._tab.pen.take(Drawing.of(pixels))

    def _from(self, start: int) -> None:
        if self._tab.state.sample_from == start:
            self.again()
        else:
            self._tab.edit(sample_from=start)

    @Slot(object)
    def _show(self, samples: Samples | GreySamples | None) -> None:
        self._samples = samples
        self.shown.emit(samples)
