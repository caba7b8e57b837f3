"""Words and lines with an edge of paper around them, legible on whatever lies below."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from genplay.ui.theme import Theme

_EDGE = 1.5  # px of paper around letters
_LINE_EDGE, _DASH_EDGE = 1, 0.5  # px of paper beside lines, and beside dashes: more would join them


def words(painter: QPainter, at: QPointF, text: str, theme: Theme, colour: str, edge: float = _EDGE) -> None:
    """Write a text in the painter's font.

    Args:
        painter: What to draw with.
        at: The left end of the baseline.
        text: What to write.
        theme: The looks.
        colour: The token of the letters.
        edge: Paper around them, in pixels at 100 %.
    """
    path = QPainterPath()
    path.addText(at, painter.font(), text)
    painter.strokePath(path, _pen(theme.color("paper"), 2 * edge * theme.scale))
    painter.setPen(theme.color(colour))
    painter.drawText(at, text)


def line(painter: QPainter, through: QPolygonF, pen: QPen, theme: Theme) -> None:
    """Draw a line through points on a slightly wider one of paper."""
    path = QPainterPath()
    path.addPolygon(through)
    outline(painter, path, pen, theme)


def outline(painter: QPainter, path: QPainterPath, pen: QPen, theme: Theme) -> None:
    """Draw a path on a slightly wider, unbroken one of paper."""
    edge = (_LINE_EDGE if pen.style() == Qt.PenStyle.SolidLine else _DASH_EDGE) * theme.scale
    painter.strokePath(path, _pen(theme.color("paper"), pen.widthF() + 2 * edge))
    painter.strokePath(path, pen)


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
