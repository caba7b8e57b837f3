"""The playing field as a canvas: brush points as soft dots of what they stand for, and the brush."""

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from genplay.families.gan import BRUSH, LIMIT, Floats, Point
from genplay.ui.tabs.training.scatter import paint_dots
from genplay.ui.theme import Theme
from genplay.ui.widgets import halo
from genplay.ui.widgets.axes import Axes
from genplay.ui.widgets.pixels import indexed, levels

_CELLS = 96  # along each side: the kernel is 2 of them wide
_DEEPEST = 0.55  # of the map: where points lie next to each other
_FILLED = 0.35  # how soon that is so
_DOT = 2.4  # px
_CROSS = 5  # px: half of the keyboard's mark


def picture(points: tuple[Point, ...], side: int, now: Theme) -> QImage:
    """Return the sum of the points' kernels as a picture of so many pixels; only how it looks, no density."""
    shades = 1 - np.exp(-_FILLED * kernels(points))
    image = indexed(levels(shades, 0.0, 1 / _DEEPEST), now.table("probability"))
    smooth = Qt.TransformationMode.SmoothTransformation
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    return image.scaled(side, side, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)


def kernels(points: tuple[Point, ...]) -> Floats:
    """Return the sum of a normal's bell around each point, 1 at its top, (``_CELLS``, ``_CELLS``)."""
    centres = np.array(points, np.float32).reshape(-1, 2)
    along = (np.arange(_CELLS, dtype=np.float32) + 0.5) * (2 * LIMIT / _CELLS) - LIMIT
    across, up = (
        np.exp(-0.5 * ((along[:, None] - centres[:, axis]) / BRUSH) ** 2).astype(np.float32)
        for axis in (0, 1)
    )
    return up[::-1] @ across.T


def paint_points(painter: QPainter, axes: Axes, points: tuple[Point, ...], now: Theme) -> None:
    """Draw a dot at each brush point."""
    places = axes.places(np.array(points, np.float64).reshape(-1, 2))
    paint_dots(painter, places, now.color("blue"), _DOT * now.scale)


def paint_brush(painter: QPainter, middle: QPointF, radius: float, now: Theme, *, erases: bool) -> None:
    """Draw the outline of the brush, dashed where it erases."""
    path = QPainterPath()
    path.addEllipse(middle, radius, radius)
    pen = QPen(now.color("accent"), 1.5 * now.scale)
    if erases:
        pen.setDashPattern([4, 3])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    halo.outline(painter, path, pen, now)


def paint_mark(painter: QPainter, middle: QPointF, now: Theme) -> None:
    """Draw the place that the keys have moved to: a cross."""
    arm = now.px(_CROSS)
    path = QPainterPath()
    for way in (QPointF(arm, 0), QPointF(0, arm)):
        path.moveTo(middle - way)
        path.lineTo(middle + way)
    halo.outline(painter, path, QPen(QColor(now.color("accent")), now.line("data")), now)
