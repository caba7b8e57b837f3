"""Projector mode's pointer: twice the size, ink with an edge of paper, in a violet halo."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QCursor, QGuiApplication, QPainter, QPen, QPixmap, QPolygonF

from genplay.ui.theme import Theme

_HALO = 34  # px: radius
_HALO_STRENGTH = 0.22
_ARROW = ((0, 0), (0, 26), (6.5, 20), (11, 30), (15.5, 28), (11, 18.5), (19.5, 18.5))  # px at 100 %


def show(theme: Theme) -> None:
    """Give the whole application the large pointer, or take it away outside projector mode."""
    shown = QGuiApplication.overrideCursor() is not None
    if theme.projector:
        cursor = _cursor(theme, QGuiApplication.primaryScreen().devicePixelRatio())
        (QGuiApplication.changeOverrideCursor if shown else QGuiApplication.setOverrideCursor)(cursor)
    elif shown:
        QGuiApplication.restoreOverrideCursor()


def _cursor(theme: Theme, ratio: float) -> QCursor:
    side = 2 * _HALO + 2
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    halo, edge = theme.color("accent"), theme.color("accent")
    halo.setAlphaF(_HALO_STRENGTH)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(edge, 2))
        painter.setBrush(halo)
        painter.drawEllipse(QRectF(1, 1, side - 2, side - 2))
        _paint_arrow(painter, theme.color("ink"), theme.color("paper"))
    return QCursor(picture, round(side / 2), round(side / 2))


def _paint_arrow(painter: QPainter, ink: QColor, paper: QColor) -> None:
    tip = QPointF(_HALO + 1, _HALO + 1)
    painter.setPen(QPen(paper, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(ink)
    painter.drawPolygon(QPolygonF([tip + QPointF(x, y) for x, y in _ARROW]))
