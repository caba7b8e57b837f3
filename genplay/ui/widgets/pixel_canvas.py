"""The canvas: a picture of bits to draw on with pen, eraser and fill, and a region to paint over it."""

import numpy as np
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QWidget

from genplay.ui.theme import Theme
from genplay.ui.widgets import pixel_paint, strokes
from genplay.ui.widgets.pixel_view import PixelView
from genplay.ui.widgets.pixels import Grid, Indices

_NOTCH = 120  # eighths of a degree in one step of an ordinary wheel
_DRAWING = Qt.MouseButton.LeftButton | Qt.MouseButton.RightButton


class PixelCanvas(PixelView):
    """Draws on bits and reports them; shows what ``set_bits`` says, and a stroke while it lasts.

    The left button draws (or erases, with the eraser), the right one erases, the middle one picks a pixel,
    Alt+click asks for a what-if, the wheel changes the brush, Enter turns the pixel that the keys mark. With
    the region tool all of these paint the region instead of ink.
    """

    drawn = Signal(object, bool)
    """New bits (rows, columns) uint8, ink = 1, and whether the gesture is finished."""
    painted = Signal(object, bool)
    """The same of a new region, inside = 1."""
    brush_changed = Signal(int)
    """The wheel asks for another brush."""

    def __init__(
        self, shape: tuple[int, int] = (28, 28), pixel: int = 9, parent: QWidget | None = None
    ) -> None:
        super().__init__(shape, pixel, parent)
        self._bits = np.zeros(shape, np.uint8)
        self._region = np.zeros(shape, np.uint8)
        self._stroke: Indices | None = None
        self._stroke_value = 1
        self._stroke_button = Qt.MouseButton.NoButton
        self._changed = False
        self._last = (0, 0)
        self._tool = "pen"
        self._brush = 1
        self._wheel = 0
        self._pointer_at: QPointF | None = None
        self.set_title(self.tr("Drawing"))
        self._show(self._bits)
        self._point_with(Qt.KeyboardModifier.NoModifier)

    def set_bits(self, bits: Indices) -> None:
        """Show these bits (rows, columns), ink = 1; a stroke that knows of others is given up."""
        self._bits = np.array(bits, np.uint8).reshape(self._shape)
        if not self._regional and self._stroke is not None and not np.array_equal(self._bits, self._stroke):
            self._stroke = None
        self._show(self._bits)

    def set_region(self, bits: Indices) -> None:
        """Show this region (rows, columns), inside = 1, under a hatch; a stroke of another is given up."""
        self._region = np.array(bits, np.uint8).reshape(self._shape)
        if self._regional and self._stroke is not None and not np.array_equal(self._region, self._stroke):
            self._stroke = None
        self.update()

    def set_tool(self, tool: str) -> None:
        """Take up "pen", "eraser", "fill" or "region"."""
        if self._tool != tool:
            self._tool, self._stroke = tool, None
            self.update()

    def set_brush(self, diameter: int) -> None:
        """Draw and erase with a round brush of 1 to 5 pixels."""
        if self._brush != diameter:
            self._brush = diameter
            self.update()

    @property
    def _regional(self) -> bool:
        return self._tool == "region"

    def _ink(self) -> int:
        """Return what the pen leaves."""
        return 1

    def _paper(self) -> int:
        """Return what the eraser leaves."""
        return 0

    def _layer(self) -> Indices:
        """Return what the tool works on."""
        return self._region if self._regional else self._bits

    def _report(self, bits: Indices, finished: bool) -> None:
        (self.painted if self._regional else self.drawn).emit(bits, finished)

    def _begin(self, button: Qt.MouseButton, position: QPointF) -> None:
        erases = button == Qt.MouseButton.RightButton or self._tool == "eraser"
        self._stroke, self._stroke_button = self._layer().copy(), button
        self._stroke_value = self._paper() if erases else self._ink()
        self._changed = False
        if self._tool == "fill":
            self._fill(position)
        else:
            self._last = self._cell(position)
            self._continue(position)

    def _fill(self, position: QPointF) -> None:
        index = self._index_at(position)
        if index is not None and self._stroke is not None:
            strokes.flood(self._stroke, divmod(index, self._shape[1]), self._stroke_value)
            self._changed = not np.array_equal(self._stroke, self._bits)
        self._end()

    def _continue(self, position: QPointF) -> None:
        if self._stroke is None:
            return
        cell, before = self._cell(position), self._stroke.copy()
        strokes.stroke(self._stroke, self._last, cell, self._brush, self._stroke_value)
        self._last = cell
        if not np.array_equal(before, self._stroke):
            self._changed = True
            self._show(self._bits if self._regional else self._stroke)
            self._report(self._stroke.copy(), False)

    def _end(self) -> None:
        # The stroke is held while its owner answers: what set_bits then says is what is shown.
        if self._stroke is not None and self._changed:
            self._report(self._stroke.copy(), True)
        self._stroke = None
        self._stroke_button = Qt.MouseButton.NoButton
        self._show(self._bits)

    def _cell(self, position: QPointF) -> tuple[int, int]:
        return strokes.anchor(*self._position(position), self._brush)

    def _position(self, point: QPointF) -> tuple[float, float]:
        ratio = self.devicePixelRatioF()
        return self.grid().position(point.x() * ratio, point.y() * ratio)

    def _activate(self, index: int) -> None:
        bits = self._layer().copy()
        bits.flat[index] ^= 1
        self._report(bits, True)

    def _colours(self, current: Theme) -> list[int]:
        return [current.color("paper").rgb(), current.color("ink").rgb()]

    def _value_text(self, index: int) -> str:
        return self.tr("ink") if self._bits.flat[index] else self.tr("paper")

    def _pointer(self) -> Qt.CursorShape:
        return Qt.CursorShape.CrossCursor

    def _pointed(self) -> tuple[pixel_paint.Cells, tuple[int, int]]:
        if self._keyed or self._pointer_at is None or self._tool == "fill":
            return super()._pointed()
        cells = tuple((int(row), int(column)) for row, column in strokes.disc(self._brush))
        return cells, self._cell(self._pointer_at)

    def _paint_marks(self, painter: QPainter, grid: Grid, current: Theme, ratio: float) -> None:
        region = self._stroke if self._regional and self._stroke is not None else self._region
        if region.any():
            pixel_paint.region(painter, grid, region.astype(np.bool_), current, ratio)
        super()._paint_marks(painter, grid, current, ratio)
        if self._flip is not None:
            other = "paper" if self._bits.flat[self._flip] else "ink"
            pixel_paint.lower_half(painter, grid.cell(self._flip), current.color(other))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke, fill, pick a pixel or ask for a what-if."""
        index, button = self._index_at(event.position()), event.button()
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if index is None or alt or not button & _DRAWING:
            if index is not None and button == Qt.MouseButton.MiddleButton:
                self.picked.emit(index)
            else:
                super().mousePressEvent(event)
        elif self._stroke is None:
            self._keyed = False
            self._begin(button, event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Continue the stroke, and follow the pointer with the brush."""
        self._pointer_at = event.position()
        self._continue(event.position())
        super().mouseMoveEvent(event)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the stroke when the button that began it is let go."""
        if event.button() == self._stroke_button:
            self._end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ask for a larger or a smaller brush, one size a notch."""
        self._wheel += event.angleDelta().y()
        notches = int(self._wheel / _NOTCH)
        self._wheel -= notches * _NOTCH
        brush = min(max(self._brush + notches, strokes.BRUSHES[0]), strokes.BRUSHES[-1])
        if brush != self._brush:
            self.brush_changed.emit(brush)
        event.accept()
