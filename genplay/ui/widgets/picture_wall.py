"""A wall of pictures in rows and columns, one of them framed; one is chosen by a click or by Enter."""

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from genplay.ui import theme
from genplay.ui.theme import Theme
from genplay.ui.widgets import pixel_paint
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.pixels import Indices, as_colours, by_area, coloured, light

_USUAL = 28  # side of a picture before there is one
_LEAST = 32  # device pixels that are enough of a larger one
_LARGE = 48  # side from which single pixels are enough, unless there is room for much more
_GAP, _ROW, _LABELS, _AXIS = 4, 32, 22, 18  # px at 100 %: between pictures, a row, beside and below them
_STALE = 0.4  # opacity
_SHARP, _MUCH = 1.25, 1.3  # how much larger a picture must be to be worth uneven pixels; a large one
_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
Cell = tuple[int, int]
"""Row and column, from 0."""


class _Measures(NamedTuple):
    """A picture's side, how far apart they are down and across, and where the first begins: device pixels."""

    side: int
    down: int
    across: int
    left: int


class PictureWall(Dressed):
    """Pictures in rows and columns, with a name for each; a click, or an arrow key, chooses one.

    The pictures are of whole device pixels, as large as fits; only where each of theirs would have less than
    one, or a single one where there is room for more, have they what lies between (``pixels.by_area``).
    Those that are not there yet are paper.

    Args:
        rows: How many there are at most.
        columns: How many stand in a row.
        named: Whether rows and columns have names.
        worded: Whether these are words: columns then have the room that theirs need, where there is as much,
            or they are cut, where single signs would leave every other one out.
        names_above: Whether the names of columns are above the pictures rather than below.
    """

    chosen = Signal(int, int)
    """Row and column of a picture."""
    pointed = Signal(object)
    """The cell under the pointer, or None."""

    def __init__(
        self, rows: int, columns: int, *, named: bool = True, worded: bool = False, names_above: bool = False
    ) -> None:
        super().__init__()
        self._shape, self._named, self._worded = (rows, columns), named, worded
        self._above = _AXIS if named and names_above else 0
        self._side = _USUAL
        self._pixels: list[bytes] = []  # of the images: a wall that grows is given all of them each time
        self._images: list[QImage] = []
        self._scaled: dict[int, QImage] = {}
        self._scaled_to: tuple[int, Theme] | None = None
        self._pale = range(0)
        self._rows: tuple[str, ...] = ()
        self._columns: tuple[str, ...] = ()
        self._current: Cell | None = None
        self._exact = True
        self._region = QRect()
        self._pointed: Cell | None = None
        self._stale = False
        self._measured_for: tuple[object, ...] = ()
        self._measured = _Measures(0, 0, 0, 0)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_pictures(self, pictures: Indices | None, *, pale: range = range(0)) -> None:
        """Show pictures row by row, grey (N, S, S), 255 = ink, or coloured (N, S, S, 3); None for none.

        Args:
            pictures: The pictures; greys may have a last axis of one.
            pale: Those that are about to be replaced.
        """
        self._take([] if pictures is None else list(pictures))
        self._pale = pale
        side = self._images[0].width() if self._images else self._side
        if side != self._side:
            self._side = side
            self.updateGeometry()
        self.update()

    def set_shape(self, rows: int, columns: int) -> None:
        """Have so many rows and columns from now on; the pictures of another shape go."""
        if (rows, columns) != self._shape:
            self._point(None)
            self._shape, self._current = (rows, columns), None
            self.set_pictures(None)
            self.updateGeometry()

    def set_names(self, rows: Sequence[str], columns: Sequence[str]) -> None:
        """Write these before the rows and below the columns."""
        if (tuple(rows), tuple(columns)) != (self._rows, self._columns):
            self._rows, self._columns = tuple(rows), tuple(columns)
            self.updateGeometry()
            self.update()

    def set_current(self, cell: Cell | None, *, exact: bool = True) -> None:
        """Frame a cell: by a line where it is the picture that is set, by its corners where it is near it."""
        if (cell, exact) != (self._current, self._exact):
            self._current, self._exact = cell, exact
            self.update()

    def set_region(self, rows: range, columns: range) -> None:
        """Frame these rows and columns, which another view looks at; nothing where either is empty."""
        region = QRect(columns.start, rows.start, len(columns), len(rows))
        if region != self._region:
            self._region = region
            self.update()

    def set_stale(self, stale: bool) -> None:
        """Say that the pictures are about to be replaced."""
        if stale != self._stale:
            self._stale = stale
            self.update()

    def count(self) -> int:
        """Return how many pictures are there."""
        return len(self._images)

    def cell(self, row: int, column: int) -> QRect:
        """Return where a picture is, in device pixels from the widget's corner."""
        side, down, across, left = self._measures()
        x = left + self._frame() + column * across + (across - side) // 2
        y = self._top() + row * down + (down - side) // 2
        return QRect(x, y, side, side)

    def cell_rect(self, row: int, column: int) -> QRectF:
        """Return where a picture is, in the widget's own coordinates."""
        ratio, box = self.devicePixelRatioF(), self.cell(row, column)
        return QRectF(box.x() / ratio, box.y() / ratio, box.width() / ratio, box.height() / ratio)

    def height_for(self, width: int) -> int:
        """Return the height that the pictures need where the wall is so wide and as high as it likes."""
        now, ratio, (rows, columns) = theme.current(), self.devicePixelRatioF(), self._shape
        room = (width - self._labels()) * ratio - 2 * self._frame()
        pitch = int(room / columns)
        return -int(-(rows * pitch + 2 * self._frame()) // ratio) + now.px(_AXIS * self._named)

    def side_of(self, side: int, rows: Sequence[str], columns: int) -> int:
        """Return the side, in device pixels, of pictures of so many pixels in rows of these names."""
        return self._measure(side, (len(rows), columns), rows).side

    def picture(self) -> QImage:
        """Return all pictures side by side, ink black on white, one pixel a pixel."""
        columns, side = self._shape[1], self._side
        rows = -(-len(self._images) // columns)
        image = QImage(columns * side, rows * side or 1, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        with QPainter(image) as painter:
            for at, one in enumerate(self._images):
                row, column = divmod(at, columns)
                painter.drawImage(column * side, row * side, light(one))
        return image

    def _take(self, pictures: Sequence[Indices]) -> None:
        """Make images of pictures; those that are there as they were stay, as large as they are shown."""
        pixels, images, scaled = [one.tobytes() for one in pictures], list[QImage](), dict[int, QImage]()
        for at, one in enumerate(pictures):
            if at < len(self._pixels) and pixels[at] == self._pixels[at]:
                images.append(self._images[at])
                if at in self._scaled:
                    scaled[at] = self._scaled[at]
            else:
                images.append(coloured(one, []))
        self._pixels, self._images, self._scaled = pixels, images, scaled

    def _labels(self, rows: Sequence[str] | None = None) -> int:
        """Return the room before the rows, or before others, in the widget's own coordinates."""
        now, names = theme.current(), self._rows if rows is None else rows
        least = now.px(_LABELS * self._named)
        if not (self._named and names):
            return least
        metrics = QFontMetricsF(_font(now, strong=True))
        return max(least, ceil(max(map(metrics.horizontalAdvance, names))) + now.px(8))

    def _frame(self) -> int:
        return pixel_paint.line_width(theme.current(), "frame", self.devicePixelRatioF())

    def _measures(self) -> _Measures:
        now, ratio = theme.current(), self.devicePixelRatioF()
        names = self._rows, self._columns
        wanted = now, ratio, self.width(), self.height(), self._shape, self._side, names
        if wanted != self._measured_for:  # each picture asks, and each name
            self._measured_for, self._measured = wanted, self._measure(self._side, self._shape, self._rows)
        return self._measured

    def _measure(self, own: int, shape: tuple[int, int], names: Sequence[str]) -> _Measures:
        """Return the measures of pictures of so many pixels, in rows of these names."""
        now, ratio, frame = theme.current(), self.devicePixelRatioF(), self._frame()
        rows, columns = shape
        left = round(self._labels(names) * ratio)
        wide = (self.width() * ratio - left - 2 * frame) / columns
        high = (self.height() * ratio - now.px(_AXIS * self._named) * ratio - 2 * frame) / rows
        gap = max(round(_GAP * now.scale * ratio / 2), 1)
        room = int(min(wide, high))
        pixel, uneven = (room - gap) // own, room - 2 * gap
        if pixel < 1 or (pixel < 2 and (own < _LARGE or uneven >= _MUCH * own)):
            side = max(uneven, min(own, _LEAST))
            side = own if own <= side < _SHARP * own else side
            down = max(room, side)
        else:
            side = own * pixel
            down = min(room, side + round(_GAP * now.scale * ratio * pixel))
        words = ceil((self._widest() + now.px(4)) * ratio) if self._worded else 0
        return _Measures(side, down, max(down, min(int(wide), words)), left)

    def _widest(self) -> float:
        """Return the room that the longest name of a column takes."""
        metrics = QFontMetricsF(_font(theme.current(), strong=True))
        return max(map(metrics.horizontalAdvance, self._columns), default=0.0)

    def _least(self) -> int:
        return min(self._side, _LEAST)

    def _ground(self) -> QRect:
        _, down, across, left = self._measures()
        rows, columns = self._shape
        return QRect(left + self._frame(), self._top(), columns * across, rows * down)

    def _top(self) -> int:
        """Return where the first row begins: device pixels."""
        return round(theme.current().px(self._above) * self.devicePixelRatioF()) + self._frame()

    def _at(self, point: QPoint) -> Cell | None:
        ratio, measures, ground = self.devicePixelRatioF(), self._measures(), self._ground()
        where = QPoint(int(point.x() * ratio), int(point.y() * ratio))
        if not ground.contains(where):
            return None
        found = where - ground.topLeft()
        cell = found.y() // measures.down, found.x() // measures.across
        return cell if self._index(cell) < len(self._images) else None

    def _index(self, cell: Cell) -> int:
        return cell[0] * self._shape[1] + cell[1]

    def _point(self, cell: Cell | None) -> None:
        if cell != self._pointed:
            self._pointed = cell
            self.pointed.emit(cell)
            self.update()

    def sizeHint(self) -> QSize:
        """Ask for pictures of one pixel a pixel, at 100 %."""
        now, (rows, columns) = theme.current(), self._shape
        return QSize(
            self._labels() + now.px(columns * _ROW) + 2 * self._frame(),
            now.px(_AXIS * self._named + rows * _ROW) + 2 * self._frame(),
        )

    def minimumSizeHint(self) -> QSize:
        """Accept pictures that touch, and are smaller beside long names."""
        now, ratio, (rows, columns) = theme.current(), self.devicePixelRatioF(), self._shape
        return QSize(
            now.px(_LABELS * self._named) + int(columns * (self._least() + 1) / ratio) + 3,
            now.px(_AXIS * self._named) + int(rows * (self._least() + 1) / ratio) + 3,
        )

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
        for at in range(len(self._images)):
            painter.setOpacity(_STALE if self._stale or at in self._pale else 1.0)
            box = self.cell(*divmod(at, self._shape[1]))
            painter.drawImage(box, self._as_large(at, box.width(), now))

    def _framed(self, region: QRect) -> QRect:
        """Return what rows and columns take, halfway to the pictures beside them: device pixels."""
        measures, ground = self._measures(), self._ground()
        corner = QPoint(region.x() * measures.across, region.y() * measures.down)
        size = QSize(region.width() * measures.across, region.height() * measures.down)
        return QRect(ground.topLeft() + corner, size)

    def _as_large(self, at: int, side: int, now: Theme) -> QImage:
        """Return a picture as large as it is shown, or one of which a whole multiple is."""
        image, table = self._images[at], now.table("grey")
        if side % image.width() == 0:
            if image.format() == QImage.Format.Format_Indexed8:
                image.setColorTable(table)
            return image
        if self._scaled_to != (side, now):
            self._scaled.clear()
            self._scaled_to = side, now
        if at not in self._scaled:
            self._scaled[at] = coloured(by_area(as_colours(image, table)[None], side, side)[0], [])
        return self._scaled[at]

    def _paint_marks(self, painter: QPainter, now: Theme, ratio: float) -> None:
        around = max(pixel_paint.line_width(now, "hairline", ratio), 1)
        if not self._region.isEmpty():
            pixel_paint.ring(painter, self._framed(self._region), 2 * around, now.color("text3"))
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
            pixel_paint.corners(painter, box, width, now.color("accent"))

    def _paint_names(self, painter: QPainter, now: Theme) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        row, column = self._current or (-1, -1)
        for number, name in enumerate(self._rows):
            box = self.cell_rect(number, 0)
            on = number == row
            painter.setFont(_font(now, strong=on))
            painter.setPen(now.color("accent" if on else "text3"))
            room = QRectF(0, box.top(), self._labels() - now.px(8), box.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | middle, name)
        below = self._ground().bottom() / self.devicePixelRatioF() + now.px(3)
        top = 0 if self._above else below
        for number, name in enumerate(self._columns):
            box = self.cell_rect(0, number)
            on = number == column
            if number % 2 and not self._worded and self._crowded(now):
                continue
            painter.setFont(_font(now, strong=on))
            painter.setPen(now.color("accent" if on else "text3"))
            across = self._measures().across / self.devicePixelRatioF()
            if self._worded:
                wide = int(across - now.px(2))
                name = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, wide)
            room = QRectF(box.center().x() - across, top, 2 * across, now.px(_AXIS - 2))
            painter.drawText(room, Qt.AlignmentFlag.AlignHCenter | middle, name)

    def _crowded(self, now: Theme) -> bool:
        """Tell whether every other column's name is left out, or they would touch."""
        return self._measures().across / self.devicePixelRatioF() < self._widest() + now.px(4)

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
        rows, columns = self._shape
        row = min(max(self._current[0] + step[0], 0), rows - 1)
        column = min(max(self._current[1] + step[1], 0), columns - 1)
        if self._index((row, column)) < len(self._images):
            self.chosen.emit(row, column)


def _font(now: Theme, *, strong: bool) -> QFont:
    font = now.font("axis")
    if strong:
        font.setWeight(now.font("label").weight())
    return font
