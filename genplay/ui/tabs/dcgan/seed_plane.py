"""A part of the plane of seeds: their pictures, a point to drag between them, and the pins that lie there."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRect, Qt, Signal, Slot
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from genplay.families.dcgan import SPAN, Pixels
from genplay.ui import text, theme
from genplay.ui.theme import Theme
from genplay.ui.widgets import map_marks, pixel_paint
from genplay.ui.widgets.axes import Axes
from genplay.ui.widgets.map_marks import Pin, Place
from genplay.ui.widgets.pixels import by_area, coloured
from genplay.ui.widgets.plane_view import PlaneView

Pointed = Place | int | None
"""What the pointer rests on: a place, the number of a pin, or nothing."""
_USUAL = 226  # px at 100 %
_STEP, _LONG_STEP = 0.05, 1.0
_PALE, _DECIMALS = 0.6, 3
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class SeedPlane(PlaneView):
    """A square of ``SPAN`` by ``SPAN`` seeds, the rows downwards; a point is between four of them.

    The hand moves the point at once, and setters emit nothing. A press or a drag emits ``moved`` and, when it
    is over, ``settled``, as an arrow key does; a double click, or Enter, goes to the nearest seed. A click on
    a pin chooses it, the right button removes it.
    """

    moved = Signal(float, float)
    """The point follows the hand: x, y."""
    settled = Signal()
    """The gesture is over."""
    pointed = Signal(object)
    """What a click would lead to: ``Pointed``."""
    pin_chosen = Signal(int)
    pin_removed = Signal(int)

    def __init__(self) -> None:
        super().__init__(_extent((0, 0)), _USUAL)
        self._pictures: Pixels | None = None
        self._fresh = 0
        self._still = QPixmap()
        self._still_is: tuple[object, ...] = ()
        self._point: Place | None = None
        self._pins: tuple[Place | None, ...] = ()
        self._held = False
        self._on_pin: QPointF | None = None  # where a pin was pressed, until the drag from there begins
        self._rests: Pointed = None
        self.hovered.connect(self._rest)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(self.tr("Latent plane"))

    def set_corner(self, corner: tuple[int, int]) -> None:
        """Show the seeds from a corner, the smallest coordinates, on."""
        if _extent(corner) != self._extent:
            self._extent = _extent(corner)
            self.update()

    def set_pictures(self, pictures: Pixels | None, fresh: int) -> None:
        """Show pictures of the seeds row by row, (N, S, S, C): the first ``fresh`` are new, others pale."""
        self._pictures, self._fresh = pictures, fresh
        self.update()

    def set_point(self, point: Place | None) -> None:
        """Put the mark at a point, or take it away."""
        if point != self._point:
            self._point = point
            at = "" if point is None else self.tr("z at ({x}, {y})")
            self.setAccessibleDescription(at.format(x=_said(point, 0), y=_said(point, 1)))
            self.update()

    def set_pins(self, pins: Sequence[Place | None]) -> None:
        """Put numbered pins at points; those beyond the square, or nowhere in the plane, are not seen."""
        if tuple(pins) != self._pins:
            self._pins = tuple(pins)
            self.update()

    def place(self, x: float, y: float) -> QPointF:
        """Return where a point of the plane is, in the widget's coordinates."""
        return self.axes().point(x, y)

    def pin_at(self, point: QPointF) -> int | None:
        """Return the number of the pin at a point of the widget, from 0."""
        axes, now = self.axes(), theme.current()
        for number in reversed(range(len(self._pins))):  # the last is on top
            place = self._pins[number]
            if place is not None and self._shows(place) and Pin.at(axes, place, now).holds(point, now):
                return number
        return None

    def _shows(self, place: Place) -> bool:
        left, right, bottom, top = self._extent
        return left <= place[0] <= right and top <= place[1] <= bottom

    @Slot(object)
    def _rest(self, at: Place | None) -> None:
        """Say what a click would lead to."""
        rests: Pointed = None
        if at is not None:
            pin = self.pin_at(self.place(*at))
            rests = _rounded(*at) if pin is None else pin
        if rests != self._rests:
            self._rests = rests
            self.pointed.emit(rests)

    def _middle(self) -> Place:
        left, _, _, top = self._extent
        return left + 0.5 + SPAN // 2, top + 0.5 + SPAN // 2

    def _go(self, x: float, y: float) -> None:
        place = _rounded(x, y)
        if place != self._point:
            self.set_point(place)
            self.moved.emit(*place)

    def _to_seed(self) -> None:
        if self._point is not None:
            left, _, _, top = self._extent
            x, y = (round(at) for at in self._point)
            self._go(*(min(max(at, low + 0.5), low + SPAN - 0.5) for at, low in ((x, left), (y, top))))
            self.settled.emit()

    def _paint(self, painter: QPainter, axes: Axes, current: Theme) -> None:
        painter.save()
        pixel_paint.to_device(painter, axes.ratio)
        still = self._drawn(axes, current)
        painter.drawPixmap(QRect(0, 0, still.width(), still.height()), still)
        painter.restore()
        if self._point is not None:
            map_marks.paint_z(painter, axes, self._point, current)

    def _drawn(self, axes: Axes, current: Theme) -> QPixmap:
        """Return what lies still during a drag, drawn once: pictures, grid and pins."""
        wanted = (id(self._pictures), self._fresh, axes, self._pins, current)
        if self._still_is != wanted:
            side, ground = axes.side + 2 * axes.frame, self._ground(axes.side, current)
            self._still = QPixmap(side, side)
            self._still.fill(current.color("paper"))
            with QPainter(self._still) as painter:
                painter.drawPixmap(axes.frame, axes.frame, ground)
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.scale(axes.ratio, axes.ratio)
                for number, place in enumerate(self._pins, 1):
                    if place is not None and self._shows(place):
                        Pin.at(axes, place, current).paint(painter, number, current)
            self._still_is = wanted
        return self._still

    def _ground(self, side: int, current: Theme) -> QPixmap:
        """Return pictures and grid, so many device pixels wide and high."""
        count = 0 if self._pictures is None else len(self._pictures)
        ends = [round(at * side / SPAN) for at in range(SPAN + 1)]
        boxes = [
            QRect(QPoint(left, top), QPoint(right - 1, bottom - 1))
            for top, bottom in pairwise(ends)
            for left, right in pairwise(ends)
        ]
        ground = QPixmap(side, side)
        ground.fill(current.color("paper"))
        with QPainter(ground) as painter:
            for at, tile in self._tiles(boxes[:count], current):
                painter.setOpacity(1.0 if at < self._fresh else 1 - _PALE)
                painter.drawImage(boxes[at].topLeft(), tile)
            painter.setOpacity(1.0)
            for end in ends[1:-1]:
                painter.fillRect(QRect(end, 0, 1, side), current.color("line"))
                painter.fillRect(QRect(0, end, side, 1), current.color("line"))
        return ground

    def _tiles(self, boxes: Sequence[QRect], current: Theme) -> Iterator[tuple[int, QImage]]:
        """Yield each picture as large as its box, whose sizes differ by a pixel, and its number."""
        if self._pictures is None or not boxes:
            return
        colours = self._pictures
        if colours.shape[-1] == 1:
            table = np.array(current.table("grey"), np.uint32)[:, None] >> np.array([16, 8, 0]) & 255
            colours = table.astype(np.uint8)[colours[..., 0]]
        for high, wide in {(box.height(), box.width()) for box in boxes}:
            alike = [at for at, box in enumerate(boxes) if (box.height(), box.width()) == (high, wide)]
            for at, tile in zip(alike, by_area(colours[alike], high, wide), strict=True):
                yield at, coloured(tile, [])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the point, or choose or remove a pin."""
        self._keyed = False
        self._hover(None)
        pin = self.pin_at(event.position())
        if event.button() == Qt.MouseButton.RightButton and pin is not None:
            self.pin_removed.emit(pin)
        elif event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
        elif pin is not None:
            self._on_pin = event.position()
            self.pin_chosen.emit(pin)
        else:
            self._held = True
            self._go(*self.axes().value(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to the nearest seed."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._to_seed()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the point, or say what the pointer is on.

        From a pin the drag begins a little further on: a click that trembles still goes to the pin itself.
        """
        if self._on_pin is not None:
            far = (event.position() - self._on_pin).manhattanLength()
            self._held = far >= QApplication.startDragDistance()
            if not self._held:
                return
            self._on_pin = None
        if self._held:
            self._go(*self.axes().value(event.position()))
            return
        on_pin = self.pin_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if on_pin else Qt.CursorShape.CrossCursor)
        self._hover(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the gesture."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._on_pin = None
        if self._held:
            self._held = False
            self.settled.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the point by the arrows, with Shift by a seed; go to the nearest seed by Enter.

        Where there is none, as of a sum of seeds, the arrows begin at the seed in the middle.
        """
        key = Qt.Key(event.key())
        if key in _ARROWS:
            step = _LONG_STEP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _STEP
            begin = self._point or self._middle()
            self._go(*(at + step * by for at, by in zip(begin, _ARROWS[key], strict=True)))
            self.settled.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._to_seed()
        else:
            super().keyPressEvent(event)


def _extent(corner: tuple[int, int]) -> tuple[float, float, float, float]:
    """Return the values at the edges: rows go downwards."""
    x, y = corner
    return x - 0.5, x + SPAN - 0.5, y + SPAN - 0.5, y - 0.5


def _rounded(x: float, y: float) -> Place:
    return round(x, _DECIMALS), round(y, _DECIMALS)


def _said(point: Place | None, way: int) -> str:
    return "" if point is None else text.number(point[way], 2)
