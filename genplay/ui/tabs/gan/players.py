"""The two players as a graph, the phase in play lit: z through G makes fakes, D tells them from the real."""

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from genplay.families.gan import Phase, Player
from genplay.ui import text, theme
from genplay.ui.tabs.gan import captions
from genplay.ui.tabs.gan.scene import Scene
from genplay.ui.theme import Theme

_PLACES = {
    "z": (0.05, 0.72),
    "g": (0.25, 0.72),
    "fake": (0.45, 0.72),
    "real": (0.45, 0.24),
    "d": (0.68, 0.48),
    "loss": (0.92, 0.48),
}
"""Where the nodes are, as shares of width and height."""
_EDGES = (("z", "g"), ("g", "fake"), ("fake", "d"), ("real", "d"), ("d", "loss"))
_FORWARD = {
    "sample": {("z", "g"), ("g", "fake")},
    "classify": {("fake", "d"), ("real", "d")},
    "loss": {("d", "loss")},
}
_BACK: dict[Player, set[tuple[str, str]]] = {
    "d": {("d", "loss")},
    "g": {("d", "loss"), ("fake", "d"), ("g", "fake")},
}
"""The edges along which the slope goes back to the weights of the player that moves."""
_TOKENS: dict[str, str] = {"d": "blue", "g": "orange"}
_SIDE, _DOT, _CLEAR, _ARROW = 26, 5, 4, 5  # px


class Players(QWidget):
    """The graph; outside of slow motion it is drawn quietly."""

    def __init__(self) -> None:
        super().__init__()
        self._phase: Phase | None = None
        self._paid = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(self.tr("The two players"))

    def show_scene(self, scene: Scene) -> None:
        """Light what is in play."""
        self._phase, move = scene.phase, scene.moved
        told = move is not None and scene.phase is not None and scene.phase.act not in ("sample", "classify")
        self._paid = (
            text.number(captions.paid(move, scene.live.hyper.loss), 2) if move is not None and told else ""
        )
        self.setAccessibleDescription(captions.caption(scene))
        self.update()

    def lit(self) -> set[tuple[str, str]]:
        """Return the edges that are in play, each from the left to the right."""
        phase = self._phase
        if phase is None:
            return set()
        if phase.act == "gradient":
            return _BACK[phase.player]
        edges = set(_FORWARD.get(phase.act, set()))
        return edges - {("real", "d")} if phase.player == "g" else edges

    def sizeHint(self) -> QSize:
        """Ask for 274 by 96 at 100 %."""
        return QSize(theme.current().px(274), theme.current().px(96))

    def minimumSizeHint(self) -> QSize:
        """Accept less of both."""
        return QSize(theme.current().px(200), theme.current().px(70))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the edges, then the nodes."""
        now, lit = theme.current(), self.lit()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for edge in _EDGES:
                self._paint_edge(painter, now, edge, edge in lit)
            for name in _PLACES:
                self._paint_node(painter, now, name)

    def _at(self, name: str) -> QPointF:
        x, y = _PLACES[name]
        return QPointF(x * self.width(), y * self.height())

    def _paint_edge(self, painter: QPainter, now: Theme, edge: tuple[str, str], lit: bool) -> None:
        back = self._phase is not None and self._phase.act == "gradient" and lit
        start, end = (self._at(name) for name in (edge[::-1] if back else edge))
        line = _shortened(start, end, [_room(now, name) for name in (edge[::-1] if back else edge)])
        player = self._phase.player if self._phase is not None else "d"
        colour = now.color(_TOKENS[player] if lit else "control")
        pen = QPen(colour, now.line("data" if lit else "hairline"))
        if back:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.drawLine(line)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(_head(line, now.px(_ARROW)))

    def _paint_node(self, painter: QPainter, now: Theme, name: str) -> None:
        at, half = self._at(name), now.px(_SIDE) / 2
        if name in _TOKENS:
            self._paint_player(painter, now, name, QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half))
            return
        dot = now.px(_DOT)
        words = {
            "z": "z",
            "fake": self.tr("fake"),
            "real": self.tr("real"),
            "loss": self._paid or self.tr("loss"),
        }
        painter.setPen(Qt.PenStyle.NoPen)
        if name == "real":
            painter.setBrush(now.color("blue"))
            painter.drawEllipse(at, dot, dot)
        elif name == "fake":
            painter.setBrush(now.color("orange"))
            painter.drawPolygon(_diamond(at, dot + 1))
        painter.setFont(now.font("caption"))
        painter.setPen(now.color("text" if name == "loss" and self._paid else "text2"))
        metrics = painter.fontMetrics()
        wide = metrics.horizontalAdvance(words[name])
        if name in ("real", "fake"):
            below = metrics.height() if name == "fake" else -dot - now.px(_CLEAR)
            base = at.y() + (dot + below if name == "fake" else below)
        else:
            base = at.y() + metrics.capHeight() / 2
        left = min(at.x() - wide / 2, self.width() - wide)
        painter.drawText(QPointF(max(left, 0), base), words[name])

    def _paint_player(self, painter: QPainter, now: Theme, name: str, box: QRectF) -> None:
        """Draw a box in the player's colour: framed, tinted while it moves, filled when it is updated."""
        phase, colour = self._phase, now.color(_TOKENS[name])
        moves = phase is not None and phase.player == name
        updated = moves and phase is not None and phase.act == "update"
        tint = QColor(colour)
        tint.setAlphaF(1.0 if updated else 0.18 if moves else 0.0)
        painter.setPen(QPen(colour, now.line("data" if moves else "frame")))
        painter.setBrush(tint)
        painter.drawRoundedRect(box, now.px(5), now.px(5))
        painter.setFont(now.font("label"))
        painter.setPen(now.color("surface") if updated else colour)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name.upper())


def _room(now: Theme, name: str) -> float:
    """Return how far from a node's middle its edges begin."""
    if name in _TOKENS:
        return now.px(_SIDE) / 2 + now.px(_CLEAR)
    return now.px(_DOT) + now.px(_CLEAR) if name in ("real", "fake") else now.px(16 if name == "loss" else 9)


def _shortened(start: QPointF, end: QPointF, rooms: list[float]) -> QLineF:
    whole = QLineF(start, end)
    length = max(whole.length(), 1.0)
    return QLineF(whole.pointAt(rooms[0] / length), whole.pointAt(1 - rooms[1] / length))


def _head(line: QLineF, size: float) -> QPolygonF:
    unit, tip = line.unitVector(), line.p2()
    along = unit.p2() - unit.p1()
    aside = QPointF(-along.y(), along.x())
    return QPolygonF([tip, tip - along * size + aside * size * 0.6, tip - along * size - aside * size * 0.6])


def _diamond(at: QPointF, half: float) -> QPolygonF:
    corners = (QPointF(0, -half), QPointF(half, 0), QPointF(0, half), QPointF(-half, 0))
    return QPolygonF([at + corner for corner in corners])
