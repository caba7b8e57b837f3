"""Points by the thousand, and thick curves, painted fast.

Qt strokes each point of a thick pen as a path of its own, 10 us a point. Here a dot is drawn once, at each of
a few fractions of a pixel, and then copied: 0.4 us a point. A thick curve is filled between its two edges.
"""

from functools import lru_cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPolygonF

Places = NDArray[np.floating]
"""Pixels from the top left corner, (N, 2)."""
Shape = Literal["dot", "diamond"]
Rim = tuple[QColor, float]
"""Colour of a rim, and its width in pixels."""

_FRACTIONS = 4  # of a pixel, in each direction, that places are rounded to


def polygon(places: Places) -> QPolygonF:
    """Return points as Qt takes them."""
    return QPolygonF([QPointF(x, y) for x, y in places.tolist()])


def paint_dots(
    painter: QPainter,
    places: Places,
    colour: QColor,
    size: float,
    shape: Shape = "dot",
    rim: Rim | None = None,
) -> None:
    """Draw dots, or diamonds, of a diameter in pixels, with a rim around them that parts one from another."""
    ratio = painter.device().devicePixelRatioF()
    edge = None if rim is None else (rim[0].rgba(), rim[1] * ratio)
    stamps = _stamps(shape, colour.rgba(), size * ratio, edge)
    half = stamps[0].width() / 2
    fine = np.rint((places * ratio - half) * _FRACTIONS).astype(np.int64)
    whole, fraction = np.divmod(fine, _FRACTIONS)
    which = fraction[:, 1] * _FRACTIONS + fraction[:, 0]
    painter.save()
    painter.scale(1 / ratio, 1 / ratio)
    draw = painter.drawImage
    for (x, y), place in zip(whole.tolist(), which.tolist(), strict=True):
        draw(x, y, stamps[place])
    painter.restore()


def paint_curve(painter: QPainter, places: Places, colour: QColor, width: float) -> None:
    """Draw a curve, of two points or more, of a width in pixels, without caps."""
    along = np.gradient(places, axis=0)
    length = np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-9)[:, None]
    aside = np.stack([-along[:, 1], along[:, 0]], 1) / length * width / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    edges = np.concatenate([places + aside, (places - aside)[::-1]])
    painter.drawPolygon(polygon(edges), Qt.FillRule.WindingFill)


_Edge = tuple[int, float]  # colour of a rim, and its width in pixels of the screen


@lru_cache(maxsize=128)
def _stamps(shape: Shape, rgba: int, size: float, edge: _Edge | None) -> tuple[QImage, ...]:
    """Return the dot at each fraction of a pixel, row by row."""
    return tuple(
        _stamp(shape, rgba, size, edge, (column / _FRACTIONS, row / _FRACTIONS))
        for row in range(_FRACTIONS)
        for column in range(_FRACTIONS)
    )


def _stamp(shape: Shape, rgba: int, size: float, edge: _Edge | None, offset: tuple[float, float]) -> QImage:
    outlines = [(rgba, size)]
    if edge is not None:
        aside = edge[1] if shape == "dot" else edge[1] * 2**0.5  # from the middle to a corner
        outlines.insert(0, (edge[0], size + 2 * aside))
    side = int(np.ceil(outlines[0][1])) + 2
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    middle = QPointF(side / 2 + offset[0], side / 2 + offset[1])
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, across in outlines:
            painter.setBrush(QColor.fromRgba(colour))
            _paint_shape(painter, shape, middle, across / 2)
    return image


def _paint_shape(painter: QPainter, shape: Shape, middle: QPointF, half: float) -> None:
    if shape == "dot":
        painter.drawEllipse(middle, half, half)
    else:
        corners = ((0, -half), (half, 0), (0, half), (-half, 0))
        painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in corners]))
