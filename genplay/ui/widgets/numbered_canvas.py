"""The canvas of a small picture: large cells, each with its number in the corner."""

from collections.abc import Iterable

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRect
from PySide6.QtGui import QFont, QHelpEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from genplay.ui.theme import Theme
from genplay.ui.widgets import pixel_paint
from genplay.ui.widgets.pixel_canvas import PixelCanvas
from genplay.ui.widgets.pixels import Grid, Indices

_MARGIN = 8  # px from a cell's corner to its number


class NumberedCanvas(PixelCanvas):
    """Draws on a few bits and reports them as ``PixelCanvas`` does; cells count from 1 in raster order.

    Args:
        shape: (rows, columns) of the picture.
        pixel: Side of a cell at 100 %, as the size hint asks for it.
        parent: The parent widget.
    """

    def __init__(
        self, shape: tuple[int, int] = (3, 4), pixel: int = 60, parent: QWidget | None = None
    ) -> None:
        self._future: frozenset[int] = frozenset()
        super().__init__(shape, pixel, parent)
        self.set_title(self.tr("Your picture"))

    def set_shape(self, shape: tuple[int, int]) -> None:
        """Begin a blank picture of another shape, without marks; the same shape changes nothing."""
        if shape == self._shape:
            return
        self._hover(None)
        self._shape, self._stroke, self._cursor, self._flip = shape, None, None, None
        self._future, self._ranks, self._context = frozenset(), None, (0, 0)
        self._region = np.zeros(shape, np.uint8)
        self.set_bits(np.zeros(shape, np.uint8))
        self.updateGeometry()

    def set_bits(self, bits: Indices) -> None:
        """Show these bits, and name the cell that is pointed at anew."""
        super().set_bits(bits)
        self.setAccessibleName(self._spoken())

    def set_future(self, indices: Iterable[int]) -> None:
        """Set off the numbers of cells that the chain has yet to read; usually the next one alone."""
        future = frozenset(indices)
        if future != self._future:
            self._future = future
            self.update()

    def _value_text(self, index: int) -> str:
        return self.tr("pixel {number}, {value}").format(number=index + 1, value=super()._value_text(index))

    def _paint_image(self, painter: QPainter, grid: Grid, current: Theme) -> None:
        super()._paint_image(painter, grid, current)
        picture, width = grid.picture, pixel_paint.line_width(current, "hairline", self.devicePixelRatioF())
        for row in range(1, grid.rows):
            top = grid.block(row, 0).top()
            painter.fillRect(QRect(picture.left(), top, picture.width(), width), current.color("line"))
        for column in range(1, grid.columns):
            left = grid.block(0, column).left()
            painter.fillRect(QRect(left, picture.top(), width, picture.height()), current.color("line"))

    def _paint_cursor(self, painter: QPainter, grid: Grid, index: int, current: Theme, ratio: float) -> None:
        # The cells are large: the outline lies inside its own, so that the neighbours stay whole.
        ink = pixel_paint.line_width(current, "cursor", ratio)
        wide = max(pixel_paint.line_width(current, "cursor_paper", ratio), ink + 2)
        cell = grid.cell(index).adjusted(wide, wide, -wide, -wide)
        pixel_paint.cursor(painter, cell, grid.picture, current, ratio, "accent")

    def _paint_words(self, painter: QPainter, current: Theme) -> None:
        shown = self._bits if self._stroke is None or self._regional else self._stroke
        margin = current.px(_MARGIN)
        for index in range(shown.size):
            future, inked = index in self._future, bool(shown.flat[index])
            font = current.font("axis")
            if future:  # by weight too: on ink its colour is that of all numbers
                font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(current.color("paper" if inked else "accent" if future else "text3"))
            corner = self.pixel_rect(index).topLeft()
            ascent = painter.fontMetrics().ascent()
            painter.drawText(corner + QPointF(margin, margin * 0.6 + ascent), str(index + 1))

    def event(self, event: QEvent) -> bool:
        """Say which cell it is and what it is, where the pointer rests on it."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self._index_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "" if index is None else self._tip(index), self)
            return True
        return super().event(event)

    def _tip(self, index: int) -> str:
        row, column = divmod(index, self._shape[1])
        said = self.tr("Row {row}, column {column}: {value}")
        return said.format(row=row + 1, column=column + 1, value=self._value_text(index))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: one brush is enough for a dozen cells."""
        event.ignore()
