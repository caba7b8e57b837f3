"""The marks on a latent map: z, the outlines of q, numbered pins, and the path between two of them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from genplay.ui.theme import Theme
from genplay.ui.widgets import halo
from genplay.ui.widgets.axes import Axes

Place = tuple[float, float]

_FRAME, _ROUND, _DOT = 21, 2, 2.2  # px: z
_ARM, _APART = 4, 7  # px: the second drawing's cross, and from it to its name
_EDGE = 3  # px of paper around its name
_WALKER = 5  # px: radius
_POLE, _FLAG, _FOOT = 17, (15, 13), 2.5  # px: pins
_GRIP = 6  # px around a pin's foot
_DASHES = (4.0, 2.4)  # widths of the line


def paint_z(painter: QPainter, axes: Axes, z: Place, theme: Theme) -> None:
    """Draw a square frame with a dot at z; beyond the map, dashed at the nearest place there is."""
    place = axes.point(*z)
    seen = axes.inner.contains(place)
    half = theme.px(_FRAME) / 2
    if not seen:
        place = axes.point(*axes.value(place))
    box = QRectF(place.x() - half, place.y() - half, 2 * half, 2 * half)
    accent, paper = theme.color("accent"), theme.color("paper")
    wide, edge, radius = theme.line("data"), theme.px(1), theme.px(_ROUND)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pens = [QPen(paper, wide + 2 * edge), QPen(accent, wide)]
    pens[1].setStyle(Qt.PenStyle.SolidLine if seen else Qt.PenStyle.DotLine)
    for pen in pens:
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawRoundedRect(box, radius, radius)
    painter.setPen(QPen(paper, edge))
    painter.setBrush(accent)
    dot = _DOT * theme.scale + edge / 2
    painter.drawEllipse(place, dot, dot)


def paint_second(painter: QPainter, axes: Axes, place: Place, name: str, theme: Theme) -> None:
    """Draw a cross with its name at a place, beyond the map at the nearest one there is."""
    at = axes.point(*axes.value(axes.point(*place)))
    arm, accent = theme.px(_ARM), theme.color("accent")
    for way in (QPointF(arm, arm), QPointF(arm, -arm)):
        halo.line(painter, QPolygonF([at - way, at + way]), QPen(accent, theme.line("data")), theme)
    painter.setFont(theme.font("axis"))
    metrics = QFontMetricsF(painter.font())
    left, wide = at.x() + arm + theme.px(_APART), metrics.horizontalAdvance(name)
    if left + wide > axes.inner.right():
        left = at.x() - arm - theme.px(_APART) - wide
    halo.words(painter, QPointF(left, at.y() + metrics.capHeight() / 2), name, theme, "text", _EDGE)


def paint_outlines(
    painter: QPainter, axes: Axes, outlines: Sequence[NDArray[np.floating]], theme: Theme
) -> None:
    """Draw closed lines through values (M, 2): the first solid, those around it dashed."""
    for index, outline in enumerate(outlines):
        pen = QPen(theme.color("accent"), theme.line("data" if index == 0 else "reference"))
        if index:
            pen.setDashPattern(_DASHES)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        path = QPainterPath()
        path.addPolygon(axes.polygon(outline))
        path.closeSubpath()
        halo.outline(painter, path, pen, theme)


def paint_path(
    painter: QPainter, axes: Axes, path: NDArray[np.floating] | None, walker: Place | None, theme: Theme
) -> None:
    """Draw the path through values (M, 2), and a disc at the place of who walks on it."""
    accent = theme.color("accent")
    if path is not None and len(path) > 1:
        halo.line(painter, axes.polygon(path), QPen(accent, theme.line("data")), theme)
    if walker is not None:
        painter.setPen(QPen(theme.color("paper"), theme.line("data")))
        painter.setBrush(accent)
        painter.drawEllipse(axes.point(*walker), theme.px(_WALKER), theme.px(_WALKER))


@dataclass(frozen=True, slots=True)
class Pin:
    """A numbered flag on a pole; near the upper or the right edge it hangs down or to the left.

    Attributes:
        foot: The place that it marks, in the widget's coordinates.
        flag: The rectangle of its number.
    """

    foot: QPointF
    flag: QRectF

    @classmethod
    def at(cls, axes: Axes, place: Place, theme: Theme) -> "Pin":
        """Return the pin of a place."""
        foot, inner, pole = axes.point(*place), axes.inner, theme.px(_POLE)
        wide, high = theme.px(_FLAG[0]), theme.px(_FLAG[1])
        low = foot.y() - pole - high < inner.top()
        top = foot.y() + pole if low else foot.y() - pole - high
        left = foot.x() - wide if foot.x() + wide > inner.right() else foot.x()
        return cls(foot, QRectF(left, top, wide, high))

    def holds(self, point: QPointF, theme: Theme) -> bool:
        """Tell whether a point is on the flag, or by the foot."""
        reach = theme.px(_GRIP)
        apart = self.foot - point
        return self.flag.contains(point) or apart.x() ** 2 + apart.y() ** 2 <= reach**2

    def paint(self, painter: QPainter, number: int, theme: Theme) -> None:
        """Draw it with its number."""
        accent = theme.color("accent")
        pole = QPolygonF([self.foot, QPointF(self.foot.x(), self.flag.center().y())])
        halo.line(painter, pole, QPen(accent, theme.line("data")), theme)
        painter.setPen(QPen(theme.color("paper"), theme.px(1)))
        painter.setBrush(accent)
        foot = _FOOT * theme.scale + theme.px(1) / 2
        painter.drawEllipse(self.foot, foot, foot)
        painter.drawRoundedRect(self.flag, theme.px(_ROUND), theme.px(_ROUND))
        font = theme.font("axis")
        font.setWeight(theme.font("label").weight())
        painter.setFont(font)
        painter.setPen(theme.color("on_accent"))
        painter.drawText(self.flag, Qt.AlignmentFlag.AlignCenter, str(number))
