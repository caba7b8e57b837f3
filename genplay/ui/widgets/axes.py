"""Where the values of a plane are on a framed square plot, in the widget's own coordinates."""

import math
from dataclasses import dataclass
from statistics import NormalDist

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
        by_share: Whether values are as far from the middle as a standard normal has weight between: what lies
            at its quantiles is then evenly spread.
    """

    side: int
    frame: int
    ratio: float
    extent: Extent
    by_share: bool = False

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
        """The length of one unit of the plane across and up, in logical pixels; by share, of all weight."""
        left, right, bottom, top = self._ends
        side = self.side / self.ratio
        return side / ((right - left) or 1.0), side / ((top - bottom) or 1.0)

    def point(self, a: float, b: float) -> QPointF:
        """Return where a value is drawn, perhaps beyond the square."""
        (x,), (y,) = self.places(np.array([[a, b]])).T.tolist()
        return QPointF(x, y)

    def places(self, values: NDArray[np.floating]) -> NDArray[np.float64]:
        """Return where values (M, 2) are drawn, (M, 2)."""
        left, _, _, top = self._ends
        corner = self.frame / self.ratio
        spread = _shares(values) if self.by_share else values.astype(np.float64)
        return (spread - (left, top)) * self.unit * (1, -1) + corner

    def polygon(self, values: NDArray[np.floating]) -> QPolygonF:
        """Return the line through values (M, 2)."""
        return QPolygonF([QPointF(x, y) for x, y in self.places(values).tolist()])

    def value(self, point: QPointF) -> tuple[float, float]:
        """Return the value at a point; beyond the square, the nearest one that it shows."""
        (left, right, bottom, top), inner = self._ends, self.inner
        across = min(max((point.x() - inner.left()) / inner.width(), 0.0), 1.0)
        up = min(max((inner.bottom() - point.y()) / inner.height(), 0.0), 1.0)
        found = left + across * (right - left), bottom + up * (top - bottom)
        return (_quantile(found[0]), _quantile(found[1])) if self.by_share else found

    @property
    def _ends(self) -> Extent:
        """The extent in what the plot is linear in."""
        if not self.by_share:
            return self.extent
        left, right, bottom, top = _shares(np.array(self.extent)).tolist()
        return left, right, bottom, top

    def rect(self, extent: Extent) -> QRectF:
        """Return the rectangle of a part of the plane."""
        left, right, bottom, top = extent
        return QRectF(self.point(left, top), self.point(right, bottom))


_NORMAL = NormalDist()
_erf = np.vectorize(math.erf, otypes=[np.float64])


def _shares(values: NDArray[np.floating]) -> NDArray[np.float64]:
    """Return the weight of a standard normal between -v and v, with v's sign: -1 to 1."""
    return _erf(values.astype(np.float64) / math.sqrt(2))


def _quantile(share: float) -> float:
    """Return the value of a share: the inverse of ``_shares``."""
    return _NORMAL.inv_cdf((share + 1) / 2)


def around_zero(reach: float) -> Extent:
    """Return the extent from ``-reach`` to ``reach`` both ways."""
    return -reach, reach, -reach, reach
