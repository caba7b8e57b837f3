"""A generated picture of any side, grey or in colours, and what is shown while there is none."""

from PySide6.QtWidgets import QWidget

from genplay.ui.widgets.heat_map import HeatMap
from genplay.ui.widgets.pixels import Indices


class PictureView(HeatMap):
    """Shows what a network makes: greys from paper to ink, colours as they are.

    Args:
        side: Of a picture, before there is one.
        pixel: Side of a picture's pixel at 100 %, as the size hint asks for it.
        parent: The parent widget.
    """

    def __init__(self, side: int = 32, pixel: int = 8, parent: QWidget | None = None) -> None:
        super().__init__("grey", (side, side), pixel, parent)

    @property
    def side(self) -> int:
        """Pixels along each side."""
        return self._shape[0]

    def set_picture(self, pixels: Indices | None) -> None:
        """Show greys (S, S, 1), 255 = ink, or colours (S, S, 3); None for paper."""
        if pixels is None:
            self.set_values(None)
            return
        self.set_side(len(pixels))
        self._show(pixels)

    def set_side(self, side: int) -> None:
        """Have so many pixels along each side; a picture of another side goes."""
        if side != self.side:
            self._shape = (side, side)
            self.set_values(None)
            self.updateGeometry()
