"""The pixels as nodes of a graph: who is conditioned on whom, and which of them are A, B and given."""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from genplay.families.foundations.arrows import Arrow
from genplay.ui import theme
from genplay.ui.theme import Theme

_RADIUS, _ACROSS, _DOWN = 10.0, 44.0, 30.0  # px at 100 %, of the smallest graph
_LARGEST = 4.0  # times that
_HEAD, _HALF = 6.0, 3.0  # px: an arrow's head, its length and half its width
_NUMBERED = 2.0  # times the smallest, from which A, B and C have their numbers with them
_RAISED = 0.2  # of a node, by which a letter makes room for its number
_BOW = 0.55  # of the way across, how far an arrow that passes over nodes leaves the straight line
_KEYS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """What the pixels are asked for.

    Args:
        a: The pixel A.
        b: The pixel B.
        given: The value of each pixel that is known, by its number in raster order.
    """

    a: int
    b: int
    given: Mapping[int, int]


class PixelGraph(QWidget):
    """Numbered nodes where the pixels are, arrows between them, A, B and what is given filled.

    A click on a node, or Enter on the one that the arrow keys have reached, picks it.
    """

    picked = Signal(int)
    """A pixel was clicked, or Enter pressed on it."""
    given_pressed = Signal(int)
    """The same with the right button: to be given, or no longer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shape = (3, 4)
        self._edges: tuple[Arrow, ...] = ()
        self._strong: frozenset[Arrow] = frozenset()
        self._roles = Roles(a=0, b=1, given={})
        self._tips: Sequence[str] = ()
        self._hover: int | None = None
        self._focus = 0
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Pixels A and B, and those that are given"))

    def show_graph(
        self, shape: tuple[int, int], edges: Collection[Arrow], roles: Roles, strong: Collection[Arrow] = ()
    ) -> None:
        """Show the pixels of (rows, columns), the arrows between them, and what they are asked for.

        Args:
            shape: Rows and columns.
            edges: The arrows of the factorisation.
            roles: A, B and what is given.
            strong: Those of the arrows that are meant now; the others are pale.
        """
        now = (shape, tuple(edges), roles, frozenset(strong))
        if now != (self._shape, self._edges, self._roles, self._strong):
            self._shape, self._edges, self._roles, self._strong = now
            self._focus = min(self._focus, shape[0] * shape[1] - 1)
            self._tell()
            self.updateGeometry()
            self.update()

    def set_tips(self, tips: Sequence[str]) -> None:
        """Say of each pixel, in raster order, what it is, where the pointer rests on it."""
        self._tips = tips

    def node(self, pixel: int) -> QRectF:
        """Return where a pixel's node is."""
        radius = _RADIUS * self._zoom()
        return QRectF(-radius, -radius, 2 * radius, 2 * radius).translated(self._centre(pixel))

    def sizeHint(self) -> QSize:
        """Ask for the smallest graph."""
        return self._least()

    def minimumSizeHint(self) -> QSize:
        """Accept no less."""
        return self._least()

    def _least(self) -> QSize:
        scale, (rows, columns) = theme.current().scale, self._shape
        width, height = _ACROSS * (columns - 1) + 2 * _RADIUS, _DOWN * (rows - 1) + 2 * _RADIUS
        return QSize(math.ceil(scale * width) + 4, math.ceil(scale * height) + 4)

    def _zoom(self) -> float:
        least = self._least()
        grown = min(self.width() / least.width(), self.height() / least.height())
        return theme.current().scale * min(max(grown, 1.0), _LARGEST)

    def _centre(self, pixel: int) -> QPointF:
        (row, column), zoom = divmod(pixel, self._shape[1]), self._zoom()
        edge = _RADIUS * zoom + 2
        height = _DOWN * zoom * (self._shape[0] - 1) + 2 * edge
        top = max(self.height() - height, 0.0) / 2
        return QPointF(edge + _ACROSS * zoom * column, top + edge + _DOWN * zoom * row)

    def _at(self, point: QPointF) -> int | None:
        pixels = range(self._shape[0] * self._shape[1])
        return next((pixel for pixel in pixels if self.node(pixel).contains(point)), None)

    def _letter(self, pixel: int) -> str:
        if pixel in (self._roles.a, self._roles.b):
            return "A" if pixel == self._roles.a else "B"
        return "C" if pixel in self._roles.given else ""

    def _tell(self) -> None:
        values = {0: self.tr("paper"), 1: self.tr("ink")}
        given = [f"{pixel + 1} {values[value]}" for pixel, value in sorted(self._roles.given.items())]
        said = self.tr("A is pixel {a}, B is pixel {b}").format(a=self._roles.a + 1, b=self._roles.b + 1)
        at = self.tr("at pixel {pixel}").format(pixel=self._focus + 1)
        self.setAccessibleDescription(", ".join([said, *([self.tr("given"), *given] if given else []), at]))

    # -- painting ------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrows, then the nodes over their ends."""
        now = theme.current()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for edge in sorted(self._edges, key=lambda edge: edge in self._strong):
                self._paint_edge(painter, now, edge)
            for pixel in range(self._shape[0] * self._shape[1]):
                self._paint_node(painter, now, pixel)

    def _paint_edge(self, painter: QPainter, now: Theme, edge: Arrow) -> None:
        path = self._path(*edge)
        strong = edge in self._strong
        colour = now.color("text2" if strong else "control" if len(self._edges) < _MANY else "line")
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, now.line("hairline") * (1.5 if strong else 1)))
        painter.drawPath(path)
        tip, angle = path.pointAtPercent(1), math.radians(-path.angleAtPercent(1))
        back = QPointF(math.cos(angle), math.sin(angle)) * _HEAD * now.scale
        side = QPointF(-math.sin(angle), math.cos(angle)) * _HALF * now.scale
        painter.setBrush(colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(QPolygonF([tip, tip - back + side, tip - back - side]))

    def _path(self, source: int, target: int) -> QPainterPath:
        """Return an arrow's line from node to node; what would cross other nodes goes around them."""
        start, end = self._centre(source), self._centre(target)
        (r0, c0), (r1, c1) = divmod(source, self._shape[1]), divmod(target, self._shape[1])
        if r1 == r0 + 1 and c0 - c1 > 1 and c1 == 0 and c0 == self._shape[1] - 1:
            return self._around(start, end)
        along = end - start
        length = math.hypot(along.x(), along.y())
        unit = along / length
        radius = _RADIUS * self._zoom() + 1.5
        path = QPainterPath(start + unit * radius)
        if not self._passes(source, target):
            path.lineTo(end - unit * radius)
            return path
        bow = QPointF(unit.y(), -unit.x()) * _BOW * _DOWN * self._zoom()
        control = (start + end) / 2 + bow
        path = QPainterPath(start + _towards(start, control) * radius)
        path.quadTo(control, end + _towards(end, control) * radius)
        return path

    def _passes(self, source: int, target: int) -> bool:
        """Tell whether a straight arrow would touch a node on its way."""
        start, end = self._centre(source), self._centre(target)
        along, radius = end - start, _RADIUS * self._zoom()
        length = math.hypot(along.x(), along.y())
        for pixel in set(range(self._shape[0] * self._shape[1])) - {source, target}:
            aside = self._centre(pixel) - start
            share = QPointF.dotProduct(along, aside) / length**2
            off = abs(along.x() * aside.y() - along.y() * aside.x()) / length
            if 0 < share < 1 and off < radius:
                return True
        return False

    def _around(self, start: QPointF, end: QPointF) -> QPainterPath:
        """Return the line from the end of a row to the beginning of the next one, between the two rows."""
        radius = _RADIUS * self._zoom() + 1.5
        middle, turn = (start.y() + end.y()) / 2, 3.0 * theme.current().scale
        path = QPainterPath(QPointF(start.x(), start.y() + radius))
        path.quadTo(QPointF(start.x(), middle), QPointF(start.x() - turn, middle))
        path.lineTo(QPointF(end.x() + turn, middle))
        path.quadTo(QPointF(end.x(), middle), QPointF(end.x(), end.y() - radius))
        return path

    def _paint_node(self, painter: QPainter, now: Theme, pixel: int) -> None:
        letter, box = self._letter(pixel), self.node(pixel)
        fill, edge, words = "surface", "control", "text2"
        if letter in ("A", "B"):
            fill, edge, words = "accent", "accent", "on_accent"
        elif letter == "C":
            known = self._roles.given[pixel]
            fill, edge, words = ("ink", "ink", "paper") if known else ("paper", "ink", "ink")
        width = now.line("data" if letter else "hairline")
        painter.setPen(QPen(now.color(edge), width))
        painter.setBrush(now.color(fill))
        painter.drawEllipse(box)
        painter.setPen(now.color(words))
        painter.setFont(self._font(now, bold=bool(letter)))
        numbered = bool(letter) and self._zoom() >= _NUMBERED * now.scale
        inside = box.adjusted(0, 0, 0, -_RAISED * box.height()) if numbered else box
        painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, letter or str(pixel + 1))
        if numbered:
            self._paint_number(painter, now, pixel)
        if pixel == self._hover or (self.hasFocus() and pixel == self._focus):
            around = now.line("cursor") + 1
            painter.setPen(QPen(now.color("accent"), now.line("data")))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box.adjusted(-around, -around, around, around))

    def _paint_number(self, painter: QPainter, now: Theme, pixel: int) -> None:
        """Write a pixel's number below its letter."""
        font, box = now.font("axis"), self.node(pixel)
        font.setPixelSize(max(round(0.42 * self._font(now, bold=True).pixelSize()), 8))
        painter.setFont(font)
        below = box.adjusted(0, 0.64 * box.height(), 0, 0)
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, str(pixel + 1))

    def _font(self, now: Theme, *, bold: bool) -> QFont:
        font = now.font("axis")
        font.setPixelSize(max(round((11 if not bold else 12) * self._zoom() ** 0.8), 8))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    # -- hands ---------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick the node under the pointer."""
        pixel = self._at(event.position())
        if pixel is None:
            return
        self._focus = pixel
        right = event.button() == Qt.MouseButton.RightButton
        (self.given_pressed if right else self.picked).emit(pixel)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the node under the pointer."""
        self._point_at(self._at(event.position()))

    def event(self, event: QEvent) -> bool:
        """Say what a node is, where the pointer rests on it."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            pixel = self._at(QPointF(event.pos()))
            said = self._tips[pixel] if pixel is not None and pixel < len(self._tips) else ""
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Mark none."""
        self._point_at(None)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from node to node, and pick one."""
        step = _KEYS.get(Qt.Key(event.key()))
        if step is not None:
            rows, columns = self._shape
            row, column = divmod(self._focus, columns)
            row, column = (row + step[0]) % rows, (column + step[1]) % columns
            self._focus = row * columns + column
            self._tell()
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.picked.emit(self._focus)
        else:
            super().keyPressEvent(event)

    def _point_at(self, pixel: int | None) -> None:
        if pixel != self._hover:
            self._hover = pixel
            self.setCursor(
                Qt.CursorShape.PointingHandCursor if pixel is not None else Qt.CursorShape.ArrowCursor
            )
            self.update()


_MANY = 40  # arrows that are no longer told apart


def _towards(source: QPointF, target: QPointF) -> QPointF:
    along = target - source
    return along / math.hypot(along.x(), along.y())
