"""Ways of the arrows between nodes on a grid: straight where nothing stands in between, else around it.

Lengths are in units of the smallest graph at 100 %, in which a node has the radius ``RADIUS``; a larger
graph is the same one, magnified. All that is here depends on the shape of the grid alone.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Shape = tuple[int, int]
Point = tuple[float, float]
Curve = tuple[Point, ...]
"""The four control points of a cubic curve, each (x, y)."""

RADIUS, ACROSS, DOWN = 10.0, 44.0, 30.0
MARGIN = 4.0
"""Around the nodes, for curves that go outside of them."""
CLEAR = 2.0
"""Between a curve and a node that is not one of its ends, at least."""
GAP = 1.5
"""Between a curve and the nodes at its ends."""

_HANDLE = RADIUS + GAP + 3  # from the middle of a node to the control point next to it, at least
_SLACK = 0.15  # more than CLEAR: between the points that are looked at, a curve may be nearer
_LINE = 0.75  # half the width of a line, which has to be inside the margin too


def size(shape: Shape) -> tuple[float, float]:
    """Return how wide and how high a graph is, with its margin."""
    around = 2 * (RADIUS + MARGIN)
    return ACROSS * (shape[1] - 1) + around, DOWN * (shape[0] - 1) + around


def centre(shape: Shape, pixel: int) -> Point:
    """Return the middle of a node, (x, y) from the upper left corner of the graph with its margin."""
    row, column = divmod(pixel, shape[1])
    return RADIUS + MARGIN + ACROSS * column, RADIUS + MARGIN + DOWN * row


@cache
def curve(shape: Shape, source: int, target: int) -> Curve:
    """Return the way from one node to another one.

    It keeps ``CLEAR`` of every other node and stays inside the margin. Of all such curves that are tried it
    is the one with the shortest control polygon, where a curve that turns two ways counts as longer. The
    way back is the same, and mirrored nodes have mirrored ways.

    Args:
        shape: Rows and columns of the grid.
        source: A pixel by its number in raster order.
        target: Another one.
    """
    if source > target:
        return curve(shape, target, source)[::-1]
    wide, high = size(shape)
    across, down = (
        _mirrored(shape, source, target, across=True),
        _mirrored(shape, source, target, across=False),
    )
    if (least := min((source, target), across, down)) == (source, target):
        return _found(shape, source, target)
    if least == across:
        way = tuple((wide - x, y) for x, y in curve(shape, *across))
    else:
        way = tuple((x, high - y) for x, y in curve(shape, *down))
    return way if _near(way[0], centre(shape, source)) else way[::-1]


def _mirrored(shape: Shape, source: int, target: int, *, across: bool) -> tuple[int, int]:
    """Return two pixels in a mirror, the smaller one first."""
    pixels = np.arange(shape[0] * shape[1]).reshape(shape)
    mirror = pixels[:, ::-1].ravel() if across else pixels[::-1].ravel()
    low, high = sorted((int(mirror[source]), int(mirror[target])))
    return low, high


def _near(point: Point, other: Point) -> bool:
    return float(np.hypot(point[0] - other[0], point[1] - other[1])) < RADIUS + 2 * GAP


def _found(shape: Shape, source: int, target: int) -> Curve:
    nodes = np.array([centre(shape, pixel) for pixel in range(shape[0] * shape[1])])
    ends, others = nodes[[source, target]], np.delete(nodes, [source, target], axis=0)
    outline = np.array(size(shape))
    tried = _candidates(ends[0], ends[1], outline / 2)
    if not _clear(tried[:1], _FINE, ends, others, outline)[0]:
        for weights in (_COARSE, _FINE):
            kept = tried[_clear(tried, weights, ends, others, outline)]
            tried = kept if len(kept) else tried[:1]
    return tuple((float(x), float(y)) for x, y in tried[0])


def _candidates(start: Floats, end: Floats, middle: Floats) -> Floats:
    """Return the straight way between two nodes and curved ones, best first, (n, 4, 2): control points."""
    along = end - start
    length = float(np.hypot(*along))
    unit = along / length
    aside = np.array([unit[1], -unit[0]])
    if (start + end - 2 * middle) @ aside < 0:
        aside = -aside  # of two sides that are as good, outwards comes first
    share, h0, h1 = _bends()
    first = start + share[:, None] * along + h0[:, None] * aside
    second = end - share[:, None] * along + h1[:, None] * aside
    to_first, to_second = first - start, second - end
    reach = np.hypot(*to_first.T), np.hypot(*to_second.T)
    cost = reach[0] + reach[1] + np.hypot(*(second - first).T)
    cost += np.where(h0 * h1 < 0, 12.0, 0.0) + 0.1 * np.abs(h0 - h1)
    kept = np.flatnonzero((reach[0] >= _HANDLE) & (reach[1] >= _HANDLE))
    kept = kept[np.argsort(cost[kept], kind="stable")]
    away = RADIUS + GAP
    begin = start + to_first[kept] / reach[0][kept, None] * away
    stop = end + to_second[kept] / reach[1][kept, None] * away
    straight = start + np.outer(np.linspace(away, length - away, 4), unit)
    return np.concatenate((straight[None], np.stack((begin, first[kept], second[kept], stop), axis=1)))


@cache
def _bends() -> tuple[Floats, Floats, Floats]:
    """Return where the control points are: their share of the way, and how far they lie aside, each (n,)."""
    far = np.array(
        [0.0, 5, -5, 10, -10, 14, -14, 18, -18, 22, -22, 27, -27, 33, -33, 40, -40, 50, -50, 65, -65]
    )
    share, h0, h1 = np.meshgrid([1 / 3, 0.22, 0.12, 0.04, 0.45], far, far, indexing="ij")
    return share.ravel(), h0.ravel(), h1.ravel()


def _weights(points: int) -> Floats:
    """Return the share of each control point in points along a curve, (points, 4)."""
    t = np.linspace(0, 1, points)[:, None]
    return np.hstack(((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3))


_COARSE, _FINE = _weights(9), _weights(65)


def _clear(
    curves: Floats, weights: Floats, ends: Floats, others: Floats, outline: Floats
) -> NDArray[np.bool_]:
    """Tell of each curve whether it is clear of all nodes and inside the margin where looked at, (n,)."""
    x, y = (curves[:, :, axis] @ weights.T for axis in (0, 1))  # (n, points)
    kept = (x > _LINE) & (x < outline[0] - _LINE) & (y > _LINE) & (y < outline[1] - _LINE)
    own, other = RADIUS + GAP - 0.1, RADIUS + CLEAR + _SLACK
    for nodes, away in ((ends, own), (others, other)):
        for node in nodes:
            kept &= (x - node[0]) ** 2 + (y - node[1]) ** 2 >= away**2
    return kept.all(axis=1)
