"""The canvas of grey pictures: pen and fill leave a chosen grey, the eraser leaves paper."""

from PySide6.QtWidgets import QWidget

from genplay.ui.theme import Theme
from genplay.ui.widgets.pixel_canvas import PixelCanvas


class GreyCanvas(PixelCanvas):
    """Draws on grey levels, 0 paper to 255 full ink, and reports them as ``PixelCanvas`` reports bits.

    Enter gives the pixel that the keys mark the pen's grey, or paper where it has that already. Alt+click
    (``flip_requested``) asks for a pixel's grey rather than for a what-if.
    """

    def __init__(
        self, shape: tuple[int, int] = (28, 28), pixel: int = 9, parent: QWidget | None = None
    ) -> None:
        self._level = 255
        super().__init__(shape, pixel, parent)

    def set_level(self, level: int) -> None:
        """Draw and fill with this grey."""
        self._level = level

    def _ink(self) -> int:
        return self._level

    def _activate(self, index: int) -> None:
        levels = self._layer().copy()
        levels.flat[index] = 0 if levels.flat[index] == self._level else self._level
        self._report(levels, True)

    def _colours(self, current: Theme) -> list[int]:
        return current.table("grey")

    def _value_text(self, index: int) -> str:
        return self.tr("grey {level}").format(level=int(self._bits.flat[index]))
