"""A framed picture of whole pixels that can be pointed at: what the canvas and the maps have in common."""

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from genplay.ui import theme
from genplay.ui.theme import Theme
from genplay.ui.widgets import pixel_paint
from genplay.ui.widgets.pixels import Grid, Indices, coloured

_STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
_ONE: pixel_paint.Cells = ((0, 0),)
_SMALLEST = 3  # px at 100 %: below this no pixel can be pointed at


class PixelView(QWidget):
    """A picture of whole pixels, as large as fits, at the top left of the room it is given.

    Args:
        shape: (rows, columns) of the picture.
        pixel: Side of a picture's pixel at 100 %, as the size hint asks for it.
        parent: The parent widget.
    """

    hovered = Signal(object)
    """The pixel under the pointer or the keyboard's mark, in raster order from 0; None when it has left."""
    picked = Signal(int)
    """A pixel was clicked, or Enter was pressed on it."""
    flip_requested = Signal(int)
    """A pixel was clicked, or Enter was pressed on it, with Alt held: what if it were the other value?"""

    def __init__(
        self, shape: tuple[int, int] = (28, 28), pixel: int = 9, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shape = shape
        self._pixel = pixel
        self._image = QImage()
        self._image_theme: Theme | None = None
        self._context = 0, 0
        self._ranks: pixel_paint.Ranks | None = None
        self._cursor: int | None = None
        self._solid = False
        self._flip: int | None = None
        self._hovered: int | None = None
        self._keyed = False
        self._title = ""
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_title(self, title: str) -> None:
        """Give the picture its name for screen readers; the pixel pointed at is added to it."""
        self._title = title
        self.setAccessibleName(self._spoken())

    def set_order(self, ranks: pixel_paint.Ranks | None) -> None:
        """Take another order: each pixel's place in it, (D,), or None for the raster order."""
        new = None if ranks is None else ranks.reshape(self._shape)
        old = self._ranks
        if new is not old and (new is None or old is None or not np.array_equal(new, old)):
            self._ranks = new
            self.update()

    def set_context(self, count: int | None, reach: int | None = None) -> None:
        """Tint and outline the first ``count`` pixels of the order, or the last ``reach`` of those."""
        count = count or 0
        context = count, 0 if reach is None else max(count - reach, 0)
        if self._context != context:
            self._context = context
            self.update()

    def set_cursor(self, index: int | None) -> None:
        """Put the double outline of the cursor around a pixel, or take it away."""
        if self._cursor != index:
            self._cursor = index
            self.update()

    def set_solid_cursor(self, solid: bool) -> None:
        """Fill the cursor's pixel instead of outlining it: its neighbours stay whole."""
        self._solid = solid
        self.update()

    def set_flip(self, index: int | None) -> None:
        """Mark a pixel as the one of a what-if, or take the mark away."""
        if self._flip != index:
            self._flip = index
            self.update()

    def grid(self) -> Grid:
        """Return where the pixels are, in device pixels, in the room that the widget has now."""
        ratio = self.devicePixelRatioF()
        return Grid.fit(self._shape, self.width() * ratio, self.height() * ratio, self._frame())

    def framed_rect(self) -> QRectF:
        """Return the picture with its frame, in the widget's own coordinates."""
        ratio, size = self.devicePixelRatioF(), self.grid().size
        return QRectF(0, 0, size.width() / ratio, size.height() / ratio)

    def pixel_rect(self, index: int) -> QRectF:
        """Return a pixel's square in the widget's own coordinates."""
        ratio, cell = self.devicePixelRatioF(), self.grid().cell(index)
        return QRectF(cell.x() / ratio, cell.y() / ratio, cell.width() / ratio, cell.height() / ratio)

    def size_for(self, pixel: float) -> QSize:
        """Return the size of the framed picture when a pixel of it has at most this side at 100 %."""
        ratio = self.devicePixelRatioF()
        side = max(int(pixel * theme.current().scale * ratio), 1)
        size = Grid(*self._shape, side, self._frame()).size
        return QSize(-int(-size.width() // ratio), -int(-size.height() // ratio))

    def _frame(self) -> int:
        return pixel_paint.line_width(theme.current(), "frame", self.devicePixelRatioF())

    def _show(self, indices: Indices) -> None:
        """Show colour indices (rows, columns), or colours (rows, columns, 3)."""
        self._image_theme = theme.current()
        self._image = coloured(indices, self._colours(self._image_theme))
        self.update()

    def _recolour(self) -> None:
        self._image_theme = theme.current()
        if self._image.format() == QImage.Format.Format_Indexed8:
            self._image.setColorTable(self._colours(self._image_theme))

    def _colours(self, current: Theme) -> list[int]:
        return current.table("grey")

    def _value_text(self, index: int) -> str:
        return ""

    def _spoken(self) -> str:
        if self._hovered is None:
            return self._title
        row, column = divmod(self._hovered, self._shape[1])
        value = self._value_text(self._hovered)
        if not value:
            return self.tr("{title}, row {row}, column {column}").format(
                title=self._title, row=row, column=column
            )
        return self.tr("{title}, row {row}, column {column}: {value}").format(
            title=self._title, row=row, column=column, value=value
        )

    def _hover(self, index: int | None) -> None:
        if index != self._hovered:
            self._hovered = index
            self.setAccessibleName(self._spoken())
            self.update()
            self.hovered.emit(index)

    def _index_at(self, point: QPointF) -> int | None:
        ratio = self.devicePixelRatioF()
        return self.grid().index_at(point.x() * ratio, point.y() * ratio)

    def _move(self, down: int, right: int) -> None:
        rows, columns = self._shape
        start = self._hovered if self._hovered is not None else self._cursor or 0
        row, column = divmod(start, columns)
        row, column = min(max(row + down, 0), rows - 1), min(max(column + right, 0), columns - 1)
        self._hover(row * columns + column)

    def _activate(self, index: int) -> None:
        self.picked.emit(index)

    def _point_with(self, modifiers: Qt.KeyboardModifier) -> None:
        asks = bool(modifiers & Qt.KeyboardModifier.AltModifier)
        self.setCursor(Qt.CursorShape.WhatsThisCursor if asks else self._pointer())

    def _pointer(self) -> Qt.CursorShape:
        return Qt.CursorShape.ArrowCursor

    def _paint_image(self, painter: QPainter, grid: Grid, current: Theme) -> None:
        painter.fillRect(grid.picture, current.color("paper"))
        if not self._image.isNull():
            painter.drawImage(grid.picture, self._image)

    def _paint_marks(self, painter: QPainter, grid: Grid, current: Theme, ratio: float) -> None:
        self._paint_context(painter, grid, current, ratio)
        bounds = QRect(QPoint(), grid.size)
        if self._flip is not None:
            pixel_paint.flip(painter, grid.cell(self._flip), bounds, current, ratio)
        if self._cursor is not None:
            self._paint_cursor(painter, grid, self._cursor, current, ratio)
        if self._hovered is None:
            return
        cells, at = self._pointed()
        if (cells, at) != (_ONE, divmod(self._cursor or 0, self._shape[1])) or self._cursor is None:
            pixel_paint.hover(painter, grid, cells, at, current, ratio)

    def _paint_cursor(self, painter: QPainter, grid: Grid, index: int, current: Theme, ratio: float) -> None:
        if self._solid:
            painter.fillRect(grid.cell(index), current.color("ink"))
        else:
            pixel_paint.cursor(painter, grid.cell(index), QRect(QPoint(), grid.size), current, ratio)

    def _paint_context(self, painter: QPainter, grid: Grid, current: Theme, ratio: float) -> None:
        if self._cursor is not None:  # the outline ends at the cursor's pixel, which shows its own colour
            painter.setClipRegion(QRegion(QRect(QPoint(), grid.size)) - grid.cell(self._cursor))
        pixel_paint.context(painter, grid, current, ratio, *self._context, self._ranks)
        painter.setClipping(False)

    def _pointed(self) -> tuple[pixel_paint.Cells, tuple[int, int]]:
        """Return the cells that the pointer means, and the pixel that they count from."""
        return _ONE, divmod(self._hovered or 0, self._shape[1])

    def _paint_frame(self, painter: QPainter, grid: Grid, current: Theme, ratio: float) -> None:
        pixel_paint.ring(painter, grid.picture, grid.frame, current.color("frame"))
        if self._keyed and self.hasFocus():
            inner = grid.picture.adjusted(1, 1, -1, -1)
            pixel_paint.ring(painter, inner, grid.frame + 1, current.color("accent"))

    def _paint_words(self, painter: QPainter, current: Theme) -> None:
        pass

    def sizeHint(self) -> QSize:
        """Ask for the nominal pixel."""
        return self.size_for(self._pixel)

    def minimumSizeHint(self) -> QSize:
        """Accept no pixel too small to be pointed at."""
        return self.size_for(_SMALLEST)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw picture, frame and marks."""
        current, ratio, grid = theme.current(), self.devicePixelRatioF(), self.grid()
        if self._image_theme != current:
            self._recolour()
        with QPainter(self) as painter:
            painter.save()
            pixel_paint.to_device(painter, ratio)
            self._paint_image(painter, grid, current)
            self._paint_frame(painter, grid, current, ratio)
            self._paint_marks(painter, grid, current, ratio)
            painter.restore()
            self._paint_words(painter, current)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        self._keyed = False
        self._point_with(event.modifiers())
        self._hover(self._index_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Report a click on a pixel."""
        self._keyed = False
        index = self._index_at(event.position())
        if index is None or event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.flip_requested.emit(index)
        else:
            self._activate(index)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show by the pointer's shape what a click would do."""
        self._point_with(event.modifiers())

    def leaveEvent(self, event: QEvent) -> None:
        """Report that no pixel is pointed at any more."""
        self._hover(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the mark by the arrow keys, act on its pixel by Enter, ask for a what-if by Alt+Enter."""
        self._point_with(event.modifiers())
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._keyed = True
            self._move(*_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._hovered is not None:
            asks = event.modifiers() & Qt.KeyboardModifier.AltModifier
            (self.flip_requested.emit if asks else self._activate)(self._hovered)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Show by the pointer's shape what a click would do."""
        self._point_with(event.modifiers())
        super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus if it came by the keyboard."""
        self._keyed = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Drop the keyboard's mark."""
        if self._keyed:
            self._hover(None)
        self.update()
