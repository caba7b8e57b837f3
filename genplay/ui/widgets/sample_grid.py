"""The grid of samples: small pictures that fill in pixel by pixel."""

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from genplay.ui import theme
from genplay.ui.theme import Theme
from genplay.ui.widgets import pixel_paint
from genplay.ui.widgets.pixels import Grid, Indices, indexed

_SIDE = 28  # pixels of a picture
_HALF = 128  # greys told apart, each in ink and in blue: a picture's table has 256 colours


class SampleGrid(QWidget):
    """Samples in a grid: kept pixels in ink, sampled ones in blue, those still to come under the hatch.

    Args:
        rows: How many stand in a column.
        columns: How many stand in a row.
        least: Rows that it may do with where the pictures are larger then; None for all of them.
        grey: Whether they have grey levels, 0 paper to 255, rather than bits.
        parent: The parent widget.
    """

    chosen = Signal(int)

    def __init__(
        self,
        rows: int = 2,
        columns: int = 4,
        *,
        least: int | None = None,
        grey: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._grey, self._least = grey, rows if least is None else least
        self._shape = (rows, columns)
        self._image: QImage | None = None
        self._count = 0
        self._hidden = np.zeros((_SIDE, _SIDE), np.bool_)
        self._marked: int | None = None
        self.setAccessibleName(self.tr("Samples"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_frame(
        self, pixels: Indices, kept: int, done: int, ranks: pixel_paint.Ranks | None = None
    ) -> None:
        """Show samples as far as they are known.

        Args:
            pixels: (n, 784) bits or grey levels, n at most rows x columns.
            kept: How many pixels at the start of the order were given, not sampled.
            done: How many pixels are known by now; the others are hidden.
            ranks: Each pixel's place in the order, (784,); None is the raster order.
        """
        places = np.arange(_SIDE * _SIDE) if ranks is None else ranks
        rows, columns = self._shape
        tones = np.zeros((rows * columns, _SIDE * _SIDE), np.uint8)
        if self._grey:
            tones[: len(pixels)] = pixels // 2
            tones[:, places >= kept] += _HALF
        else:
            tones[: len(pixels)] = pixels
            tones[:, places >= kept] *= 2
        tones[:, places >= done] = 0
        mosaic = tones.reshape(rows, columns, _SIDE, _SIDE).swapaxes(1, 2)
        self._image = indexed(mosaic.reshape(rows * _SIDE, columns * _SIDE), [])
        self._count, self._hidden = len(pixels), (places >= done).reshape(_SIDE, _SIDE)
        self.update()

    def clear(self) -> None:
        """Show paper."""
        self._image, self._count, self._marked = None, 0, None
        self.update()

    def cell(self, index: int) -> QRect:
        """Return where a sample is, in device pixels from the widget's corner."""
        row, column = divmod(index, self._shape[1])
        return self._grid().block(row * _SIDE, column * _SIDE, _SIDE, _SIDE)

    def shown(self) -> int:
        """Return how many samples have a place."""
        return min(self._count, self._grid().rows // _SIDE * self._shape[1])

    def _grid(self) -> Grid:
        ratio, (most, columns) = self.devicePixelRatioF(), self._shape
        width, height = self.width() * ratio, self.height() * ratio
        rows = range(most, self._least - 1, -1)
        grids = [Grid.fit((count * _SIDE, columns * _SIDE), width, height, 0) for count in rows]
        return max(grids, key=lambda grid: grid.pixel)  # of equally large ones the first, with most rows

    def _at(self, point: QPointF) -> int | None:
        ratio = self.devicePixelRatioF()
        where = QPoint(int(point.x() * ratio), int(point.y() * ratio))
        return next((index for index in range(self.shown()) if self.cell(index).contains(where)), None)

    def _mark(self, index: int | None) -> None:
        if index != self._marked:
            self._marked = index
            self.update()

    def _paint_future(self, painter: QPainter, current: Theme, ratio: float) -> None:
        hidden = Grid(_SIDE, _SIDE, self._grid().pixel, 0).runs(self._hidden)
        for index in range(self.shown()):
            corner = self.cell(index).topLeft()
            future = [block.translated(corner) for block in hidden]
            pixel_paint.hatch(painter, future, QPoint(0, 0), current, ratio)

    def _paint_lines(self, painter: QPainter, current: Theme, ratio: float) -> None:
        # Over the samples' outermost device pixels: between them they would cost a whole pixel size.
        thin, picture = pixel_paint.line_width(current, "hairline", ratio), self._grid().picture
        inner = picture.adjusted(thin, thin, -thin, -thin)
        columns = self._shape[1]
        for index in range(1, self._grid().rows // _SIDE):
            top = self.cell(index * columns).top()
            painter.fillRect(QRect(0, top - thin // 2, picture.width(), thin), current.color("line"))
        for index in range(1, columns):
            left = self.cell(index).left()
            painter.fillRect(QRect(left - thin // 2, 0, thin, picture.height()), current.color("line"))
        pixel_paint.ring(painter, inner, thin, current.color("line"))

    def _colours(self, current: Theme) -> list[int]:
        if not self._grey:
            return [current.color(name).rgb() for name in ("paper", "ink", "blue")]
        return [*current.table("grey")[::2], *current.table("probability")[::2]]

    def sizeHint(self) -> QSize:
        """Ask for two device-independent pixels a pixel: 224 x 112 for 4 x 2 samples."""
        current, (rows, columns) = theme.current(), self._shape
        return QSize(current.px(2 * _SIDE * columns), current.px(2 * _SIDE * rows))

    def minimumSizeHint(self) -> QSize:
        """Accept half of that."""
        return self.sizeHint() / 2

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw samples, hatch, lines, and a frame around the one pointed at."""
        current, ratio = theme.current(), self.devicePixelRatioF()
        with QPainter(self) as painter:
            pixel_paint.to_device(painter, ratio)
            picture = self._grid().picture
            painter.fillRect(picture, current.color("paper"))
            if self._image is not None:
                self._image.setColorTable(self._colours(current))
                grid = self._grid()
                painter.drawImage(picture, self._image, QRect(0, 0, grid.columns, grid.rows))
            if self._hidden.any():
                self._paint_future(painter, current, ratio)
            self._paint_lines(painter, current, ratio)
            if self._marked is not None:
                width = pixel_paint.line_width(current, "data", ratio)
                inner = self.cell(self._marked).adjusted(width, width, -width, -width)
                pixel_paint.ring(painter, inner, width, current.color("accent"))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the sample under the pointer."""
        self._mark(self._at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the sample under the pointer."""
        index = self._at(event.position())
        if index is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(index)
        else:
            event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the pointer."""
        self._mark(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark a neighbour by the arrow keys, choose it by Enter."""
        columns = self._shape[1]
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -columns, Qt.Key.Key_Down: columns}
        key = Qt.Key(event.key())
        if key in step and self._count:
            to = 0 if self._marked is None else self._marked + step[key]
            self._mark(to if 0 <= to < self.shown() else self._marked)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._marked is not None:
            self.chosen.emit(self._marked)
        else:
            super().keyPressEvent(event)
