"""Draw a distribution: a brush leaves points, each of which stands for a normal of ``BRUSH``.

They lie in the middles of small cells, nearer to each other than that deviation: what is filled is even, and
to go over it twice makes nothing heavier.
"""

import numpy as np
from numpy.typing import NDArray

from genplay.families.gan.setup import LIMIT, MOST_POINTS, Point

CELL = 0.1
"""Side of a cell."""

Points = tuple[Point, ...]


def reach(brush: int) -> float:
    """Return the radius of a brush, 1 to 5, in units of the plane; the smallest touches one middle or two."""
    return 0.75 * CELL * brush


def stroked(points: Points, start: Point, end: Point, brush: int) -> Points:
    """Return the points and those that a stroke adds on its way from one place to another, or the same.

    Outside of the plane the brush leaves nothing, nor where ``MOST_POINTS`` are reached.
    """
    middles = _middles()
    touched = middles[_from_way(middles, start, end) <= reach(brush)]
    fresh = [(float(x), float(y)) for x, y in touched]
    return tuple(dict.fromkeys([*points, *fresh]))[:MOST_POINTS]


def erased(points: Points, start: Point, end: Point, brush: int) -> Points:
    """Return the points but for those that an eraser passes over on its way."""
    away = _from_way(np.array(points, np.float64).reshape(-1, 2), start, end)
    return tuple(point for point, far in zip(points, away > reach(brush), strict=True) if far)


def _middles() -> NDArray[np.float64]:
    """Return the middles of all cells, (N, 2)."""
    along = np.round(np.arange(-LIMIT + CELL / 2, LIMIT, CELL), 3)
    return np.stack(np.meshgrid(along, along), -1).reshape(-1, 2)


def _from_way(places: NDArray[np.float64], start: Point, end: Point) -> NDArray[np.float64]:
    """Return how far places, (N, 2), are from the way between two, (N,)."""
    first, way = np.array(start), np.subtract(end, start)
    square = max(float(way @ way), 1e-12)
    along = np.clip((places - first) @ way / square, 0, 1)
    return np.linalg.norm(places - first - along[:, None] * way, axis=1)
