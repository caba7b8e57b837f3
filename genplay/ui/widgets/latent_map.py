"""A plane of latent space: points by class, pictures of its codes, z to drag, q's outline and pins."""

from collections.abc import Collection, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEngine, QPainter, QPixmap, QWheelEvent
from PySide6.QtWidgets import QWidget

from genplay.ui import text, theme
from genplay.ui.theme import Theme
from genplay.ui.widgets import map_marks, pixel_paint
from genplay.ui.widgets.axes import Axes, around_zero
from genplay.ui.widgets.cloud import Cloud
from genplay.ui.widgets.map_ground import Ground
from genplay.ui.widgets.map_marks import Pin, Place
from genplay.ui.widgets.mosaic import Mosaic
from genplay.ui.widgets.plane_view import PlaneView

_STEP, _LONG_STEP = 0.05, 0.5
_TURN = 1.15  # a notch of the wheel
_NEAREST, _FARTHEST = 16.0, 4.0  # of the home view: how far zooming goes
_STILL = 3  # px: a hand that moves less has clicked
_DIGITS = tuple("0123456789")
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Down: (0, -1),
    Qt.Key.Key_Up: (0, 1),
}


class LatentMap(PlaneView):
    """A square plot of a plane, symmetric about 0, of which only the marks are drawn again during a drag.

    The hand moves the map's own marks at once; setters emit nothing. A drag emits ``moved``, or
    ``pin_moved``, many times and ``settled`` once, as an arrow key does. The wheel zooms, a double click goes
    home (the first of its clicks is a click). On a pin, a click goes to its place, the right button removes
    it.

    Args:
        home: Half the width of the view that a double click goes back to.
        side: Of the square at 100 %, as the size hint asks for it.
        parent: The parent widget.
    """

    moved = Signal(float, float)
    """z follows the hand: a, b."""
    clicked = Signal(float, float)
    """A place was clicked, or Enter was pressed at z: a, b."""
    settled = Signal()
    """The gesture is over."""
    pin_moved = Signal(int, float, float)
    """A pin follows the hand: its index, a, b."""
    pin_removed = Signal(int)
    """A pin is to go: its index."""
    zoomed = Signal(float)
    """The view was zoomed: half its width."""

    def __init__(self, home: float = 3.1, side: int = 344, parent: QWidget | None = None) -> None:
        super().__init__(around_zero(home), side, parent)
        self._home = home
        self._ground = Ground()
        self._still = QPixmap()
        self._still_is: tuple[object, ...] = ()
        self._z: Place | None = None
        self._outlines: tuple[NDArray[np.floating], ...] = ()
        self._second: Place | None = None
        self._pins: list[Place | None] = []
        self._path: NDArray[np.floating] | None = None
        self._walker: Place | None = None
        self._pressed: QPointF | None = None
        self._held: int | None = None  # a pin
        self._grip = QPointF(0, 0)
        self._dragged = self._doubled = False
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(self.tr("Latent map"))
        self._tell()

    def set_points(
        self,
        points: NDArray[np.floating] | None,
        labels: NDArray[np.uint8] | None = None,
        names: Sequence[str] = _DIGITS,
    ) -> None:
        """Show points (N, 2) with their classes (N,), and what the classes are called; None for no points."""
        cloud = None if points is None or labels is None else Cloud(points, labels, tuple(names))
        self._lay(self._ground.having(cloud=cloud))

    def set_shown(self, classes: Collection[int] | None) -> None:
        """Show the points of these classes only; None for all."""
        self._lay(self._ground.having(shown=None if classes is None else tuple(sorted(classes))))

    def set_manifold(
        self,
        pictures: NDArray[np.uint8] | None,
        columns: NDArray[np.floating] | None = None,
        rows: NDArray[np.floating] | None = None,
    ) -> None:
        """Show pictures of the plane, or none.

        Args:
            pictures: Probability of ink as 0 to 255, (rows, columns, H, W), the first row the lowest.
            columns: Where their middles are across, ascending, (columns,).
            rows: Where they are upwards, ascending, (rows,).
        """
        mosaic = None
        if pictures is not None and columns is not None and rows is not None and pictures.size:
            mosaic = Mosaic(pictures, columns, rows)
        self._lay(self._ground.having(mosaic=mosaic))

    def set_mode(self, mode: str) -> None:
        """Show the "points", the "manifold", or "both"."""
        self._lay(self._ground.having(mode=mode))

    def set_axes(self, across: str, up: str) -> None:
        """Write what the axes are, as in "z₁" and "z₂"."""
        self._lay(self._ground.having(across=across, up=up))

    def set_view(self, reach: float) -> None:
        """Show the plane from ``-reach`` to ``reach`` both ways."""
        if around_zero(reach) != self._extent:
            self._extent = around_zero(reach)
            self._tell()

    def set_home(self, reach: float) -> None:
        """Let a double click go back to this view."""
        self._home = reach

    def set_z(self, z: Place | None) -> None:
        """Put the square mark at a place, or take it away."""
        if z != self._z:
            self._z = z
            self._tell()

    def set_outlines(self, outlines: Sequence[NDArray[np.floating]]) -> None:
        """Draw closed lines through places (M, 2): q's 1 sd, solid, then its 2 sd, dashed."""
        self._outlines = tuple(outlines)
        self.update()

    def set_second(self, place: Place | None) -> None:
        """Mark where the second drawing of a blend is, or no such place."""
        if place != self._second:
            self._second = place
            self._tell()

    def set_pins(self, pins: Sequence[Place | None]) -> None:
        """Put numbered pins at places; the first is number 1, and None is a number without a pin."""
        if list(pins) != self._pins:
            self._pins = list(pins)
            self._tell()

    def set_path(self, path: NDArray[np.floating] | None, walker: Place | None = None) -> None:
        """Draw a path through places (M, 2), and where on it the walker is."""
        self._path, self._walker = path, walker
        self.update()

    def axes(self) -> Axes:
        """Return where the values are: beside pictures spread by their share of the prior.

        So the pictures, which are of codes at quantiles of the prior, are all of one size.
        """
        return replace(super().axes(), by_share=self._ground.mode != "points")

    def view(self) -> float:
        """Return half the width of the view."""
        return self._extent[1]

    def z(self) -> Place | None:
        """Return where z is."""
        return self._z

    def pins(self) -> tuple[Place | None, ...]:
        """Return where the pins are."""
        return tuple(self._pins)

    def pin_at(self, point: QPointF) -> int | None:
        """Return the index of the pin at a point of the widget."""
        axes, current = self.axes(), theme.current()
        for index in reversed(range(len(self._pins))):  # the last is on top
            place = self._pins[index]
            if place is not None and Pin.at(axes, place, current).holds(point, current):
                return index
        return None

    def _lay(self, ground: Ground) -> None:
        if ground != self._ground:
            self._ground = ground
            self._tell()

    def _tell(self) -> None:
        def at(a: float, b: float) -> str:
            return f"({text.number(a, 2)}, {text.number(b, 2)})"

        told = [self.tr("z at {place}").format(place=at(*self._z))] if self._z is not None else []
        if self._second is not None:
            told.append(self.tr("second drawing at {place}").format(place=at(*self._second)))
        told += [
            self.tr("pin {number} at {place}").format(number=number, place=at(*pin))
            for number, pin in enumerate(self._pins, 1)
            if pin is not None
        ]
        if self._ground.with_points:
            names = ", ".join(self._ground.names_shown())
            told.append(self.tr("classes shown: {names}").format(names=names or self.tr("none")))
        told.append(self.tr("view to {reach}").format(reach=text.number(self.view(), 2)))
        self.setAccessibleDescription("; ".join(told))
        self.update()

    def _zoom(self, reach: float) -> None:
        reach = min(max(reach, self._home / _NEAREST), self._home * _FARTHEST)
        if reach != self.view():
            self.set_view(reach)
            self.zoomed.emit(reach)

    def _drag(self, point: QPointF) -> None:
        place = self.axes().value(point)
        if self._held is None:
            self.set_z(place)
            self.moved.emit(*place)
        elif self._held < len(self._pins):  # it may have been taken away meanwhile
            self.set_pins([place if index == self._held else pin for index, pin in enumerate(self._pins)])
            self.pin_moved.emit(self._held, *place)

    def _to_foot(self, point: QPointF, pin: int | None) -> QPointF:
        """Return the way to the foot of a pin held at a point: it must not jump to the pointer."""
        place = None if pin is None else self._pins[pin]
        return QPointF(0, 0) if place is None else self.axes().point(*place) - point

    def _click(self, point: QPointF) -> None:
        held = self._held
        pin = self._pins[held] if held is not None and held < len(self._pins) else None
        place = self.axes().value(point) if pin is None else pin
        self.set_z(place)
        self.clicked.emit(*place)

    def _step(self, right: float, up: float) -> None:
        a, b = self._z if self._z is not None else (0.0, 0.0)
        reach = max(self.view(), abs(a), abs(b))  # what lies beyond the view goes no farther
        place = min(max(a + right, -reach), reach), min(max(b + up, -reach), reach)
        if place != self._z:
            self.set_z(place)
            self.moved.emit(*place)
            self.settled.emit()

    def _remove_nearest(self) -> None:
        """Remove the pin at z: the keyboard has no pointer to take to it."""
        index = None if self._z is None else self.pin_at(self.axes().point(*self._z))
        if index is not None:
            self.pin_removed.emit(index)

    def _paint(self, painter: QPainter, axes: Axes, current: Theme) -> None:
        if painter.paintEngine().type() == QPaintEngine.Type.SVG:
            self._ground.paint(painter, axes, current, vector=True)
        else:
            painter.save()
            pixel_paint.to_device(painter, axes.ratio)
            still = self._drawn(axes, current)
            painter.drawPixmap(QRect(0, 0, still.width(), still.height()), still, still.rect())
            painter.restore()
        map_marks.paint_path(painter, axes, self._path, self._walker, current)
        map_marks.paint_outlines(painter, axes, self._outlines, current)
        if self._second is not None:
            map_marks.paint_second(painter, axes, self._second, self.tr("second drawing"), current)
        if self._z is not None:
            map_marks.paint_z(painter, axes, self._z, current)
        for number, place in enumerate(self._pins, 1):
            if place is not None:
                Pin.at(axes, place, current).paint(painter, number, current)

    def _drawn(self, axes: Axes, current: Theme) -> QPixmap:
        """Return what does not move, drawn once."""
        wanted = (self._ground, axes, current)
        if self._still_is != wanted:
            side = axes.side + 2 * axes.frame
            self._still = QPixmap(side, side)
            self._still.fill(current.color("paper"))
            with QPainter(self._still) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.scale(axes.ratio, axes.ratio)
                self._ground.paint(painter, axes, current, vector=False)
            self._still_is = wanted
        return self._still

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a pin, or of z; remove a pin by the right button."""
        self._keyed = False
        pin = self.pin_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._held = event.position(), pin
            self._grip = self._to_foot(event.position(), pin)
            self._dragged = self._doubled = False
        elif event.button() == Qt.MouseButton.RightButton and pin is not None and self._pressed is None:
            self.pin_removed.emit(pin)
        else:
            event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go home at release, unless the hand drags by then."""
        self.mousePressEvent(event)
        self._doubled = event.button() == Qt.MouseButton.LeftButton

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or say what the pointer is on."""
        point = event.position()
        if self._pressed is None:
            on_pin = self.pin_at(point) is not None
            self.setCursor(Qt.CursorShape.OpenHandCursor if on_pin else Qt.CursorShape.CrossCursor)
            self._hover(point)
            return
        apart = (point - self._pressed).manhattanLength()
        if self._dragged or apart > theme.current().px(_STILL):
            self._dragged = True
            self._drag(point + self._grip)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the gesture: a drag, a click, or a double click."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        if self._dragged:
            self.settled.emit()
        elif self._doubled:
            self._zoom(self._home)
        else:
            self._click(event.position())
        self._pressed = self._held = None
        self._dragged = self._doubled = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about 0."""
        self._zoom(self.view() * _TURN ** (-event.angleDelta().y() / 120))
        self._hover(event.position())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move z by the arrows, click by Enter, zoom by + and -, go home by Home, unpin z by Delete."""
        key = Qt.Key(event.key())
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in _ARROWS:
            right, up = _ARROWS[key]
            step = _LONG_STEP if shift else _STEP
            self._step(right * step, up * step)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._z is not None:
            self.clicked.emit(*self._z)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self._zoom(self.view() * (_TURN if key == Qt.Key.Key_Minus else 1 / _TURN))
        elif key == Qt.Key.Key_Home:
            self._zoom(self._home)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._remove_nearest()
        else:
            super().keyPressEvent(event)
