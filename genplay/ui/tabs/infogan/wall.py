"""The wall: every category down, one number across, the same noise in all; the cell of now framed."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from genplay.families.infogan import CATEGORIES, COLUMNS
from genplay.ui import theme
from genplay.ui.theme import Theme
from genplay.ui.widgets import pixel_paint
from genplay.ui.widgets.pixels import Indices, indexed

_SIDE = 28
_GAP, _ROW, _LABELS, _AXIS = 4, 32, 22, 18  # px at 100 %: between pictures, a row, beside and below them
_STALE = 0.4
_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
Cell = tuple[int, int]
"""Row and column, from 0."""


class Wall(QWidget):
    """Pictures in rows and columns, with a name for each; a click, or Enter, chooses one.

    The pictures are of whole device pixels, as large as fits; only where each of theirs would have a single
    one are they smoothed to what lies between. Rows that are not there yet are paper.
    """

    chosen = Signal(int, int)
    """Row and column of a picture."""
    pointed = Signal(object)
    """The cell under the pointer, or None."""

    def __init__(self) -> None:
        super().__init__()
        self._images: list[list[QImage]] = []
        self._fresh = CATEGORIES
        self._rows: tuple[str, ...] = ()
        self._columns: tuple[str, ...] = ()
        self._current: Cell | None = None
        self._exact = True
        self._pointed: Cell | None = None
        self._stale = False
        self.setAccessibleName(self.tr("Every code"))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_pictures(self, levels: Indices | None, *, fresh: int = CATEGORIES) -> None:
        """Show rows of grey levels, (R, columns, 28, 28), 255 = ink; None for none.

        Args:
            levels: The pictures.
            fresh: How many rows are up to date; those below are about to be replaced, and pale.
        """
        self._fresh = fresh
        self._images = [] if levels is None else [[indexed(one, []) for one in row] for row in levels]
        self.update()

    def set_names(self, rows: Sequence[str], columns: Sequence[str]) -> None:
        """Write these before the rows and below the columns."""
        self._rows, self._columns = tuple(rows), tuple(columns)
        self.update()

    def set_current(self, cell: Cell, *, exact: bool) -> None:
        """Frame a cell: by a line where it is the picture that is set, by its corners where it is near it."""
        if (cell, exact) != (self._current, self._exact):
            self._current, self._exact = cell, exact
            self.update()

    def set_stale(self, stale: bool) -> None:
        """Say that the pictures are about to be replaced."""
        if stale != self._stale:
            self._stale = stale
            self.update()

    def rows(self) -> int:
        """Return how many rows of pictures are there."""
        return len(self._images)

    def cell(self, row: int, column: int) -> QRect:
        """Return where a picture is, in device pixels from the widget's corner."""
        side, pitch, left = self._measures()
        around = (pitch - side) // 2
        frame = self._frame()
        corner = QPoint(left + frame + column * pitch + around, frame + row * pitch + around)
        return QRect(corner, QSize(side, side))

    def cell_rect(self, row: int, column: int) -> QRectF:
        """Return where a picture is, in the widget's own coordinates."""
        ratio, box = self.devicePixelRatioF(), self.cell(row, column)
        return QRectF(box.x() / ratio, box.y() / ratio, box.width() / ratio, box.height() / ratio)

    def picture(self) -> QImage:
        """Return all pictures side by side, black on white, one pixel a pixel."""
        rows, columns = len(self._images), len(self._images[0]) if self._images else 0
        image = QImage(columns * _SIDE or 1, rows * _SIDE or 1, QImage.Format.Format_Grayscale8)
        image.fill(255)
        table = [0xFF000000 | 0x010101 * shade for shade in range(255, -1, -1)]
        with QPainter(image) as painter:
            for row, line in enumerate(self._images):
                for column, one in enumerate(line):
                    copy = one.copy()
                    copy.setColorTable(table)
                    painter.drawImage(column * _SIDE, row * _SIDE, copy)
        return image

    def _frame(self) -> int:
        return pixel_paint.line_width(theme.current(), "frame", self.devicePixelRatioF())

    def _measures(self) -> tuple[int, int, int]:
        """Return a picture's side, how far apart they are, and where the first begins: device pixels."""
        now, ratio, frame = theme.current(), self.devicePixelRatioF(), self._frame()
        left = round(now.px(_LABELS) * ratio)
        wide = (self.width() * ratio - left - 2 * frame) / COLUMNS
        high = (self.height() * ratio - now.px(_AXIS) * ratio - 2 * frame) / CATEGORIES
        gap = max(round(_GAP * now.scale * ratio / 2), 1)
        room = int(min(wide, high))
        pixel = (room - gap) // _SIDE
        if pixel < 2:
            side = max(room - 2 * gap, _SIDE)
            return side, max(room, side), left
        side = _SIDE * pixel
        return side, min(room, side + round(_GAP * now.scale * ratio * pixel)), left

    def _ground(self) -> QRect:
        _, pitch, left = self._measures()
        frame = self._frame()
        return QRect(left + frame, frame, COLUMNS * pitch, CATEGORIES * pitch)

    def _at(self, point: QPoint) -> Cell | None:
        ratio, (_, pitch, _) = self.devicePixelRatioF(), self._measures()
        ground = self._ground()
        where = QPoint(int(point.x() * ratio), int(point.y() * ratio))
        if not ground.contains(where):
            return None
        found = where - ground.topLeft()
        cell = found.y() // pitch, found.x() // pitch
        return cell if cell[0] < len(self._images) else None

    def _point(self, cell: Cell | None) -> None:
        if cell != self._pointed:
            self._pointed = cell
            self.pointed.emit(cell)
            self.update()

    def sizeHint(self) -> QSize:
        """Ask for pictures of one pixel a pixel, at 100 %."""
        now = theme.current()
        return QSize(
            now.px(_LABELS + COLUMNS * _ROW) + 2 * self._frame(),
            now.px(_AXIS + CATEGORIES * _ROW) + 2 * self._frame(),
        )

    def minimumSizeHint(self) -> QSize:
        """Accept pictures that touch."""
        now, ratio = theme.current(), self.devicePixelRatioF()
        return QSize(
            now.px(_LABELS) + int(COLUMNS * (_SIDE + 1) / ratio) + 3,
            now.px(_AXIS) + int(CATEGORIES * (_SIDE + 1) / ratio) + 3,
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, pictures, frames and names."""
        now, ratio = theme.current(), self.devicePixelRatioF()
        with QPainter(self) as painter:
            painter.save()
            pixel_paint.to_device(painter, ratio)
            ground = self._ground()
            painter.fillRect(ground, now.color("paper"))
            self._paint_pictures(painter, now)
            painter.setOpacity(1.0)
            pixel_paint.ring(painter, ground, self._frame(), now.color("frame"))
            self._paint_marks(painter, now, ratio)
            painter.restore()
            self._paint_names(painter, now)

    def _paint_pictures(self, painter: QPainter, now: Theme) -> None:
        table = now.table("grey")
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self.cell(0, 0).width() < 2 * _SIDE)
        for row, line in enumerate(self._images):
            painter.setOpacity(_STALE if self._stale or row >= self._fresh else 1.0)
            for column, image in enumerate(line):
                image.setColorTable(table)
                painter.drawImage(self.cell(row, column), image)

    def _paint_marks(self, painter: QPainter, now: Theme, ratio: float) -> None:
        around = max(pixel_paint.line_width(now, "hairline", ratio), 1)
        if self._pointed is not None and self._pointed != self._current:
            box = self.cell(*self._pointed).adjusted(-around, -around, around, around)
            pixel_paint.ring(painter, box, around, now.color("text3"))
        if self._current is None:
            return
        box = self.cell(*self._current).adjusted(-around, -around, around, around)
        width = pixel_paint.line_width(now, "data", ratio)
        if self._exact:
            pixel_paint.ring(painter, box, width, now.color("accent"))
        else:
            _corners(painter, box, width, now)

    def _paint_names(self, painter: QPainter, now: Theme) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        row, column = self._current or (-1, -1)
        for number, name in enumerate(self._rows):
            box = self.cell_rect(number, 0)
            on = number == row
            painter.setFont(_font(now, strong=on))
            painter.setPen(now.color("accent" if on else "text3"))
            room = QRectF(0, box.top(), now.px(_LABELS) - now.px(8), box.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | middle, name)
        bottom = self._ground().bottom() / self.devicePixelRatioF() + now.px(3)
        for number, name in enumerate(self._columns):
            box = self.cell_rect(0, number)
            on = number == column
            if number % 2 and self._crowded(now):
                continue
            painter.setFont(_font(now, strong=on))
            painter.setPen(now.color("accent" if on else "text3"))
            room = QRectF(box.center().x() - box.width(), bottom, 2 * box.width(), now.px(_AXIS - 2))
            painter.drawText(room, Qt.AlignmentFlag.AlignHCenter | middle, name)

    def _crowded(self, now: Theme) -> bool:
        """Tell whether every other column's name is left out, or they would touch."""
        metrics = QFontMetricsF(_font(now, strong=True))
        widest = max((metrics.horizontalAdvance(name) for name in self._columns), default=0.0)
        return self._measures()[1] / self.devicePixelRatioF() < widest + now.px(4)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the picture under the pointer."""
        self._point(self._at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """Mark none."""
        self._point(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the picture under the pointer."""
        cell = self._at(event.position().toPoint())
        if cell is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(*cell)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to a neighbour by the arrow keys."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or self._current is None or not self._images:
            super().keyPressEvent(event)
            return
        row = min(max(self._current[0] + step[0], 0), len(self._images) - 1)
        column = min(max(self._current[1] + step[1], 0), COLUMNS - 1)
        self.chosen.emit(row, column)


def _corners(painter: QPainter, box: QRect, width: int, now: Theme) -> None:
    """Draw the four corners of a frame: the picture that is set lies beside this one."""
    side = box.width() // 3
    corners = [
        QRect(x, y, side + width, side + width)
        for x in (box.left() - width, box.right() + 1 - side)
        for y in (box.top() - width, box.bottom() + 1 - side)
    ]
    for part in corners:
        painter.setClipRect(part)
        pixel_paint.ring(painter, box, width, now.color("accent"))
    painter.setClipping(False)


def _font(now: Theme, *, strong: bool) -> QFont:
    font = now.font("axis")
    if strong:
        font.setWeight(now.font("label").weight())
    return font


def nearest(values: np.ndarray, value: float) -> tuple[int, bool]:
    """Return which of the wall's columns is nearest to a value, and whether it is there."""
    at = int(np.abs(values - value).argmin())
    return at, bool(abs(float(values[at]) - value) < 1e-6)
