"""Where the values of a plane are on a framed square plot, in the widget's own coordinates."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPolygonF

Extent = tuple[float, float, float, float]
"""Left, right, bottom and top, in the plane's units."""


@dataclass(frozen=True, slots=True)
class Axes:
    """A square of whole device pixels, at the top left of the room it is given, and the values that it shows.

    Attributes:
        side: Of the square without its frame, in device pixels, at least 1.
        frame: Width of the frame around it, in device pixels.
        ratio: Device pixels a logical one.
        extent: The values at its edges.
    """

    side: int
    frame: int
    ratio: float
    extent: Extent

    @classmethod
    def fit(cls, width: float, height: float, frame: int, ratio: float, extent: Extent) -> "Axes":
        """Return the largest square that fits, with its frame, into so many logical pixels."""
        return cls(max(int(min(width, height) * ratio) - 2 * frame, 1), frame, ratio, extent)

    @property
    def inner(self) -> QRectF:
        """The square without its frame."""
        edge, side = self.frame / self.ratio, self.side / self.ratio
        return QRectF(edge, edge, side, side)

    @property
    def unit(self) -> tuple[float, float]:
        """The length of one unit of the plane across and up, in logical pixels."""
        left, right, bottom, top = self.extent
        side = self.side / self.ratio
        return side / ((right - left) or 1.0), side / ((top - bottom) or 1.0)

    def point(self, a: float, b: float) -> QPointF:
        """Return where a value is drawn, perhaps beyond the square."""
        (x,), (y,) = self.places(np.array([[a, b]])).T.tolist()
        return QPointF(x, y)

    def places(self, values: NDArray[np.floating]) -> NDArray[np.float64]:
        """Return where values (M, 2) are drawn, (M, 2)."""
        left, _, _, top = self.extent
        corner = self.frame / self.ratio
        return (values.astype(np.float64) - (left, top)) * self.unit * (1, -1) + corner

    def polygon(self, values: NDArray[np.floating]) -> QPolygonF:
        """Return the line through values (M, 2)."""
        return QPolygonF([QPointF(x, y) for x, y in self.places(values).tolist()])

    def value(self, point: QPointF) -> tuple[float, float]:
        """Return the value at a point; beyond the square, the nearest one that it shows."""
        (left, right, bottom, top), inner = self.extent, self.inner
        across = min(max((point.x() - inner.left()) / inner.width(), 0.0), 1.0)
        up = min(max((inner.bottom() - point.y()) / inner.height(), 0.0), 1.0)
        return left + across * (right - left), bottom + up * (top - bottom)

    def rect(self, extent: Extent) -> QRectF:
        """Return the rectangle of a part of the plane."""
        left, right, bottom, top = extent
        return QRectF(self.point(left, top), self.point(right, bottom))


def around_zero(reach: float) -> Extent:
    """Return the extent from ``-reach`` to ``reach`` both ways."""
    return -reach, reach, -reach, reach
