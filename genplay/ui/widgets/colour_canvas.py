"""The canvas of pictures in colours: pen and fill leave a chosen colour, the eraser leaves the background."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QWidget

from genplay.data.pictures import background
from genplay.ui.theme import Theme
from genplay.ui.widgets.pixel_canvas import PixelCanvas
from genplay.ui.widgets.pixels import Indices

_RED, _GREEN = 65536, 256  # what red and green are multiplied by in a pixel as one number


class ColourCanvas(PixelCanvas):
    """Draws on colours, (H, W, 3), and reports them as ``PixelCanvas`` reports bits.

    The background, which the eraser and the right button leave, is the commonest colour along the border.
    A pixel is one number inside, red * 65,536 + green * 256 + blue, so that strokes know of no channels.
    """

    def __init__(
        self, shape: tuple[int, int] = (64, 64), pixel: int = 2, parent: QWidget | None = None
    ) -> None:
        self._colour = 0
        super().__init__(shape, pixel, parent)
        self.set_pixels(np.full((*shape, 3), 255, np.uint8))

    def set_pixels(self, pixels: Indices) -> None:
        """Show colours, (rows, columns, 3); a stroke that knows of others is given up."""
        self._bits = _packed(pixels)
        if self._stroke is not None and not np.array_equal(self._bits, self._stroke):
            self._stroke = None
        self._show(self._bits)

    def set_colour(self, rgb: tuple[int, int, int]) -> None:
        """Draw and fill with this colour."""
        self._colour = int(_packed(np.array([[rgb]]))[0, 0])

    def _ink(self) -> int:
        return self._colour

    def _paper(self) -> int:
        return int(_packed(background(_unpacked(self._bits))[None, None])[0, 0])

    def _show(self, indices: NDArray[np.unsignedinteger]) -> None:
        super()._show(_unpacked(indices))

    def _report(self, bits: NDArray[np.unsignedinteger], finished: bool) -> None:
        self.drawn.emit(_unpacked(bits), finished)

    def _activate(self, index: int) -> None:
        colours = self._layer().copy()
        colours.flat[index] = self._colour
        self._report(colours, True)

    def _colours(self, current: Theme) -> list[int]:
        return []

    def _value_text(self, index: int) -> str:
        red, green, blue = _unpacked(self._bits).reshape(-1, 3)[index].tolist()
        return self.tr("red {red}, green {green}, blue {blue}").format(red=red, green=green, blue=blue)


def _packed(rgb: NDArray[np.integer]) -> NDArray[np.uint32]:
    """Return a number for each pixel, (H, W)."""
    return (rgb.astype(np.uint32) * np.array([_RED, _GREEN, 1], np.uint32)).sum(-1, dtype=np.uint32)


def _unpacked(numbers: NDArray[np.unsignedinteger]) -> Indices:
    """Return the colours of pixels, (H, W, 3)."""
    whole = numbers.astype(np.uint32)
    return np.stack([whole // _RED, whole // _GREEN % _GREEN, whole % _GREEN], -1).astype(np.uint8)
