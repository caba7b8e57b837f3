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
_TONES, _TONED = 5, (6.4, 8.6)  # steps from the middle to either end; px
_SIZED_PALE = 0.65  # opacity: they lie on each other


def paint_real(painter: QPainter, axes: Axes, points: Floats, now: Theme, size: float = REAL) -> None:
    """Draw blue dots."""
    _paint_points(painter, axes, points, now, "blue", size)


def paint_fake(painter: QPainter, axes: Axes, points: Floats, now: Theme, size: float = FAKE) -> None:
    """Draw orange diamonds."""
    _paint_points(painter, axes, points, now, "orange", size)


def paint_toned(
    painter: QPainter, axes: Axes, points: Floats, shares: Floats, now: Theme, *, real: bool
) -> None:
    """Draw points in the colour of what is said of them, -1 to 1; where that is wrong, with a rim of ink."""
    table, tones = now.table("signed"), np.rint(shares * _TONES).astype(int)
    wrong = shares < 0 if real else shares > 0
    shape, size = ("dot", _TONED[0]) if real else ("diamond", _TONED[1])
    places = axes.places(points)
    for tone, bad in sorted(set(zip(tones.tolist(), wrong.tolist(), strict=True)), key=lambda one: one[1]):
        colour = QColor.fromRgba(table[round((tone / _TONES + 1) / 2 * (len(table) - 1))])
        rim = (now.color("text"), 1.3 * now.scale) if bad else (now.color("control"), now.line("hairline"))
        paint_dots(painter, places[(tones == tone) & (wrong == bad)], colour, size * now.scale, shape, rim)


def paint_sized(
    painter: QPainter, axes: Axes, points: Floats, sizes: Floats, now: Theme, *, real: bool
) -> None:
    """Draw points of these sizes in pixels at 100 %, the largest first."""
    order = np.argsort(-sizes, kind="stable")
    colour = now.color("blue" if real else "orange")
    colour.setAlphaF(_SIZED_PALE)
    painter.setPen(QPen(now.color("paper"), now.line("hairline")))
    painter.setBrush(colour)
    halves = sizes[order] * now.scale / 2
    for (x, y), half in zip(axes.places(points[order]).tolist(), halves.tolist(), strict=True):
        if real:
            painter.drawEllipse(QPointF(x, y), half, half)
        else:
            corners = ((0, -half), (half, 0), (0, half), (-half, 0))
            painter.drawPolygon(QPolygonF([QPointF(x + right, y + down) for right, down in corners]))


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
    shafts = np.stack([starts, starts + ways * now.scale], 1)[drawn]
    lines = [polygon(line) for line in (*shafts, *_heads(shafts, now.scale))]
    wide = _SHAFT * now.scale
    for token, width in (("paper", wide + 2 * _EDGE * now.scale), ("text", wide)):
        painter.setPen(_round_pen(now.color(token), width))
        for line in lines:  # one path of them all takes twice as long
            painter.drawPolyline(line)


def apart(places: Places, least: float) -> list[int]:
    """Return which of some places are at least so far from all of these before them."""
    near = np.linalg.norm(places[:, None] - places, axis=-1) < least
    found = np.zeros(len(places), np.bool_)
    for at in range(len(places)):
        found[at] = not near[at, found].any()
    return np.flatnonzero(found).tolist()


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


def _heads(shafts: NDArray[np.float64], scale: float) -> NDArray[np.float64]:
    """Return barb, tip and barb of arrows, (N, 3, 2), of their starts and ends, (N, 2, 2)."""
    ends = shafts[:, 1]
    back = shafts[:, 0] - ends
    lengths = np.linalg.norm(back, axis=1, keepdims=True)
    back = back / lengths * np.minimum(_HEAD * scale, _HEAD_SHARE * lengths)
    aside = back[:, ::-1] * (-1, 1)
    cos, sin = np.cos(_BARB), np.sin(_BARB)
    return np.stack([ends + cos * back + sin * aside, ends, ends + cos * back - sin * aside], 1)


def _round_pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
