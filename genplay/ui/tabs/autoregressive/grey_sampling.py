"""Samples of grey pictures: asked for, shown growing, taken as the picture."""

from dataclasses import replace

from PySide6.QtCore import Slot

from genplay.families.autoregressive import GreyPicture
from genplay.families.base import Bits
from genplay.ui.tabs.autoregressive.sampling import Sampling


class GreySampling(Sampling):
    """Asks for pictures that begin like the grey picture, up to the pixel in view.

    Its slot is "grey_samples".
    """

    @Slot()
    def complete(self) -> None:
        """Sample the pixel in view and all after it."""
        self._from(self._tab.state.grey.next_sample)

    @Slot()
    def sample(self) -> None:
        """Sample whole pictures."""
        self._from(0)

    @Slot()
    def close(self) -> None:
        """Put the samples away."""
        self._ask(None)

    def _from(self, start: int) -> None:
        if self._tab.state.grey.sample_from == start:
            self.again()
        else:
            self._ask(start)

    def _ask(self, start: int | None) -> None:
        self._tab.edit(grey=replace(self._tab.state.grey, sample_from=start))

    def _take(self, pixels: Bits) -> None:
        self._tab.shading.pen.take(GreyPicture.of(pixels))
