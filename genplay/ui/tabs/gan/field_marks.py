"""What lies on the playing field: points, the generator's sheet, arrows, trails, and the net of the noise."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from genplay.families.gan import Floats
from genplay.ui.tabs.training.scatter import Places, paint_curve, paint_dots, polygon
from genplay.ui.theme import Theme
from genplay.ui.widgets.axes import Axes

REAL, FAKE, RIM = 4.6, 6.4, 0.9  # px
_SHEET, _SHEET_PALE, _EVERY = 0.9, 0.55, 2  # px, opacity, and which lines of the net are drawn
_SHAFT, _EDGE = 1.2, 0.8  # px: an arrow, and the paper beside it
_LONGEST, _HALFWAY, _SHORTEST = 28.0, 0.5, 3.0  # px, the slope that gets half as far, px that are drawn
_FROM, _APART = 3.0, 13.0  # px from a point to its arrow, and between points that have one
_HEAD, _HEAD_SHARE = 5.5, 0.55  # px of a head's barbs, and of the arrow at most
_BARB = np.deg2rad(32)
_TRAIL = 1.2  # px


def paint_real(painter: QPainter, axes: Axes, points: Floats, now: Theme, size: float = REAL) -> None:
    """Draw blue dots."""
    _paint_points(painter, axes, points, now, "blue", size)


def paint_fake(painter: QPainter, axes: Axes, points: Floats, now: Theme, size: float = FAKE) -> None:
    """Draw orange diamonds."""
    _paint_points(painter, axes, points, now, "orange", size)


def paint_toned(
    painter: QPainter, axes: Axes, points: Floats, shares: Floats, now: Theme, *, real: bool
) -> None:
    """Draw points in the colour of what is said of them, -1 to 1, with a rim of ink."""
    table, tones = now.table("signed"), np.rint(shares * _TONES).astype(int)
    shape, size = ("dot", REAL + 2) if real else ("diamond", FAKE + 2.4)
    for tone in np.unique(tones).tolist():
        colour = QColor.fromRgba(table[round((tone / _TONES + 1) / 2 * 255)])
        places = axes.places(points[tones == tone])
        rim = (now.color("text"), now.line("hairline"))
        paint_dots(painter, places, colour, size * now.scale, shape, rim)


_TONES = 5  # steps from the middle to either end


def paint_sized(
    painter: QPainter, axes: Axes, points: Floats, sizes: Floats, now: Theme, *, real: bool
) -> None:
    """Draw points of these sizes in pixels at 100 %, the largest first."""
    order = np.argsort(-sizes, kind="stable")
    colour = now.color("blue" if real else "orange")
    colour.setAlphaF(_SIZED_PALE)
    painter.setPen(QPen(now.color("paper"), now.line("hairline")))
    painter.setBrush(colour)
    for (x, y), size in zip(
        axes.places(points[order]).tolist(), (sizes[order] * now.scale / 2).tolist(), strict=True
    ):
        if real:
            painter.drawEllipse(QPointF(x, y), size, size)
        else:
            corners = ((0, -size), (size, 0), (0, size), (-size, 0))
            painter.drawPolygon(QPolygonF([QPointF(x + right, y + down) for right, down in corners]))


_SIZED_PALE = 0.8


def paint_sheet(painter: QPainter, axes: Axes, sheet: Floats, now: Theme) -> None:
    """Draw lines of equal first and of equal second input, or the curve of the only one."""
    rows, columns, _ = sheet.shape
    places = axes.places(sheet.reshape(-1, 2)).reshape(rows, columns, 2)
    colour = now.color("text2")
    if rows == 1:
        paint_curve(painter, places[0], colour, now.line("data"))
        return
    colour.setAlphaF(_SHEET_PALE)
    painter.setPen(QPen(colour, _SHEET * now.scale))
    for line in (*places[::_EVERY], *places.transpose(1, 0, 2)[::_EVERY]):
        painter.drawPolyline(polygon(line))


def paint_arrows(painter: QPainter, axes: Axes, points: Floats, arrows: Floats, now: Theme) -> None:
    """Draw arrows from points along slopes: steep ones are longer, none reaches too far, flat ones vanish.

    Of points on one heap the first has an arrow.
    """
    ways = reaches(arrows)
    lengths = np.maximum(np.linalg.norm(ways, axis=1, keepdims=True), 1e-12)
    places = axes.places(points)
    drawn = [at for at in apart(places, _APART * now.scale) if lengths[at] >= _SHORTEST]
    starts = places + ways / lengths * _FROM * now.scale
    path = QPainterPath()
    for start, end in zip(starts[drawn], (starts + ways * now.scale)[drawn], strict=True):
        path.addPolygon(polygon(np.stack([start, end])))
        path.addPolygon(polygon(_head(start, end, now.scale)))
    paper, wide = now.color("paper"), _SHAFT * now.scale
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.strokePath(path, _round_pen(paper, wide + 2 * _EDGE * now.scale))
    painter.strokePath(path, _round_pen(now.color("text"), wide))


def apart(places: Places, least: float) -> list[int]:
    """Return which of some places are at least so far from all of these before them."""
    found: list[int] = []
    for at, place in enumerate(places):
        if not found or np.hypot(*(places[found] - place).T).min() >= least:
            found.append(at)
    return found


def reaches(arrows: Floats) -> NDArray[np.float64]:
    """Return how far arrows reach on screen, (N, 2) px at 100 %, y down."""
    slopes = np.maximum(np.linalg.norm(arrows, axis=1, keepdims=True), 1e-12).astype(np.float64)
    return arrows / slopes * (1, -1) * _LONGEST * slopes / (slopes + _HALFWAY)


def paint_trails(painter: QPainter, axes: Axes, before: Floats, after: Floats, now: Theme) -> None:
    """Draw a line from where each point was to where it is."""
    path = QPainterPath()
    for start, end in zip(axes.places(before), axes.places(after), strict=True):
        path.addPolygon(polygon(np.stack([start, end])))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.strokePath(path, _round_pen(now.color("orange"), _TRAIL * now.scale))


def _paint_points(painter: QPainter, axes: Axes, points: Floats, now: Theme, token: str, size: float) -> None:
    rim = (now.color("paper"), RIM * now.scale)
    shape = "dot" if token == "blue" else "diamond"
    paint_dots(painter, axes.places(points), now.color(token), size * now.scale, shape, rim)


def _head(start: Places, end: Places, scale: float) -> Places:
    """Return the barb, the tip and the other barb of an arrow."""
    back = start - end
    length = float(np.hypot(*back))
    back = back / length * min(_HEAD * scale, _HEAD_SHARE * length)
    cos, sin = np.cos(_BARB), np.sin(_BARB)
    left, right = np.array([[cos, -sin], [sin, cos]]) @ back, np.array([[cos, sin], [-sin, cos]]) @ back
    return np.stack([end + left, end, end + right])


def _round_pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
