"""The pixels as nodes of a graph: who is conditioned on whom, and which of them are A, B and given."""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
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
from genplay.ui.tabs.foundations import routes
from genplay.ui.theme import Theme
from genplay.ui.widgets.dressed import Dressed

_LEAST, _LARGEST = 0.85, 4.0  # times the graph whose measures in px at 100 % are those of ``routes``
_MANY = 40  # arrows, from which those that are not meant are paler still
_HEAD, _HALF = 6.0, 3.0  # px: an arrow's head, its length and half its width
_NUMBERED = 2.0  # times the smallest, from which A, B and C have their numbers with them
_RAISED = 0.2  # of a node, by which a letter makes room for its number
_SMALLEST = 7.5  # px at 100 %, of what is written in a node
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


class PixelGraph(Dressed):
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
        self._drawn: dict[frozenset[Arrow], tuple[QPainterPath, QPainterPath]] = {}
        self._drawn_at: tuple[object, ...] = ()
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
        radius = routes.RADIUS * self._zoom()
        return QRectF(-radius, -radius, 2 * radius, 2 * radius).translated(self._centre(pixel))

    def sizeHint(self) -> QSize:
        """Ask for the smallest graph."""
        return self._least()

    def minimumSizeHint(self) -> QSize:
        """Accept no less."""
        return self._least()

    def _least(self) -> QSize:
        """Return the size from which the nodes and a little room around them are inside."""
        scale, (width, height) = theme.current().scale, routes.size(self._shape)
        edges = 2 * routes.MARGIN  # which may be narrower in the smallest graph
        return QSize(math.ceil(scale * (width - edges)) + 4, math.ceil(scale * (height - edges)) + 4)

    def _zoom(self) -> float:
        scale, (width, height) = theme.current().scale, routes.size(self._shape)
        return min(max(min(self.width() / width, self.height() / height), _LEAST * scale), _LARGEST * scale)

    def _place(self, point: tuple[float, float]) -> QPointF:
        """Return where a point of ``routes`` is: the graph stands at the left, half way down."""
        zoom = self._zoom()
        top = max(self.height() - routes.size(self._shape)[1] * zoom, 0.0) / 2
        return QPointF(point[0] * zoom, top + point[1] * zoom)

    def _centre(self, pixel: int) -> QPointF:
        return self._place(routes.centre(self._shape, pixel))

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
        parts = [said, *([self.tr("given"), *given] if given else []), at, self._left_out()]
        self.setAccessibleDescription(", ".join(part for part in parts if part))

    def _left_out(self) -> str:
        """Return what must be said of the arrows that are not drawn, or nothing."""
        hidden = len(self._edges) >= _MANY and not _has_paler(theme.current())
        return self.tr("only arrows into A, B and the pixel pointed at are drawn") if hidden else ""

    def _pointed_at(self) -> set[int | None]:
        return {self._hover, self._focus if self.hasFocus() else None} - {None}

    # -- painting ------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrows, those that are meant last, then the nodes over their ends."""
        now, pointed = theme.current(), self._pointed_at()
        touched = {edge for edge in self._edges if edge[1] in pointed}
        pale = [] if self._left_out() else [edge for edge in self._edges if edge not in self._strong]
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_edges(painter, now, set(pale) - touched, self._pale(now))
            strong = QPen(now.color("text2"), now.line("hairline") * (1.5 if _has_paler(now) else 2))
            self._paint_edges(painter, now, self._strong - touched, strong)
            self._paint_edges(painter, now, touched, QPen(now.color("accent"), now.line("data")))
            for pixel in range(self._shape[0] * self._shape[1]):
                self._paint_node(painter, now, pixel)

    def _pale(self, now: Theme) -> QPen:
        """Return the pen of the arrows that are not meant: paler or, where no colour is, dashed."""
        many = len(self._edges) >= _MANY
        pen = QPen(now.color("line" if many else "control"), now.line("hairline"))
        if not _has_paler(now):
            pen.setDashPattern([3, 4])
        return pen

    def _paint_edges(self, painter: QPainter, now: Theme, edges: Collection[Arrow], pen: QPen) -> None:
        lines, heads = self._ways(now, frozenset(edges))
        painter.strokePath(lines, pen)
        painter.fillPath(heads, pen.color())

    def _ways(self, now: Theme, edges: frozenset[Arrow]) -> tuple[QPainterPath, QPainterPath]:
        """Return the lines of some arrows and their heads, each as one path: they are drawn twice as fast."""
        at = (self._shape, self._edges, self.size().toTuple(), now.scale)
        if at != self._drawn_at:
            self._drawn, self._drawn_at = {}, at
        if edges not in self._drawn:
            lines, heads = QPainterPath(), QPainterPath()
            heads.setFillRule(Qt.FillRule.WindingFill)
            for edge in sorted(edges):
                self._add_arrow(now, edge, lines, heads)
            self._drawn[edges] = lines, heads
        return self._drawn[edges]

    def _add_arrow(self, now: Theme, edge: Arrow, lines: QPainterPath, heads: QPainterPath) -> None:
        """Add an arrow's line, around the nodes that it does not belong to, and its head."""
        start, first, second, tip = map(self._place, routes.curve(self._shape, *edge))
        closer = routes.GAP * (self._zoom() - now.scale)  # a large graph needs no larger gaps
        along = _unit(tip - second)
        start, tip = start + _unit(start - first) * closer, tip + along * closer
        back, side = along * _HEAD * now.scale, QPointF(-along.y(), along.x()) * _HALF * now.scale
        lines.moveTo(start)
        lines.cubicTo(first, second, tip)
        heads.addPolygon(QPolygonF([tip, tip - back + side, tip - back - side, tip]))

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
        numbered = bool(letter) and self._zoom() >= _NUMBERED * now.scale
        inside = box.adjusted(0, 0, 0, -_RAISED * box.height()) if numbered else box
        written = letter if numbered else f"{letter}{pixel + 1}"
        painter.setFont(self._font(now, written))
        painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, written)
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
        font.setPixelSize(max(round(0.42 * self._font(now, "C").pixelSize()), 8))
        painter.setFont(font)
        below = box.adjusted(0, 0.64 * box.height(), 0, 0)
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, str(pixel + 1))

    def _font(self, now: Theme, written: str) -> QFont:
        """Return the font of what is written in a node: as large as there is room between its edges."""
        bold = written[0].isalpha()
        font = now.font("axis")
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        most, least = round((11 if not bold else 12) * self._zoom() ** 0.8), now.px(_SMALLEST)
        for pixels in range(most, least - 1, -1):
            font.setPixelSize(pixels)
            if self._holds(now, font, written):
                break
        return font

    def _holds(self, now: Theme, font: QFont, written: str) -> bool:
        metrics, radius = QFontMetricsF(font), routes.RADIUS * self._zoom() - now.line("data") / 2
        return math.hypot(metrics.horizontalAdvance(written), metrics.capHeight()) < 2 * radius

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
            said = self._left_out() if pixel is None else "".join(self._tips[pixel : pixel + 1])
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)

    def _restyle(self) -> None:
        """Follow the theme, on which it depends whether all arrows are drawn."""
        self._tell()

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


def _unit(vector: QPointF) -> QPointF:
    return vector / math.hypot(vector.x(), vector.y())


def _has_paler(now: Theme) -> bool:
    """Tell whether a theme has a colour for what is there but not meant; high contrast has none."""
    return now.color("line") != now.color("text2")
