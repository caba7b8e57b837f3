from itertools import permutations

import numpy as np
import pytest

from genplay.families.foundations import SIZES
from genplay.ui.tabs.foundations import routes


def pairs(shape):
    return list(permutations(range(shape[0] * shape[1]), 2))


def along(curve):
    """Points along a cubic curve, close together, (n, 2)."""
    t = np.linspace(0, 1, 401)[:, None]
    return np.hstack(((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)) @ np.array(curve)


def distances(points, shape, pixels):
    """From the nearest point to the edge of each node."""
    middles = np.array([routes.centre(shape, pixel) for pixel in pixels]).reshape(-1, 2)
    return np.linalg.norm(points[:, None] - middles, axis=2).min(axis=0) - routes.RADIUS


def is_straight(curve):
    start, *_, end = np.array(curve)
    aside = np.array([end[1] - start[1], start[0] - end[0]])
    return np.allclose((np.array(curve) - start) @ aside, 0)


@pytest.mark.parametrize("shape", SIZES)
def test_every_way_is_clear_of_the_other_nodes_and_inside(shape):
    outline = np.array(routes.size(shape))
    for pair in pairs(shape):
        points = along(routes.curve(shape, *pair))
        others = set(range(shape[0] * shape[1])) - set(pair)
        assert (distances(points, shape, others) >= routes.CLEAR).all(), pair
        assert (points > 0.5).all(), pair
        assert (points < outline - 0.5).all(), pair


@pytest.mark.parametrize("shape", SIZES)
def test_a_way_begins_and_ends_right_beside_its_nodes_and_touches_neither(shape):
    for pair in pairs(shape):
        points = along(routes.curve(shape, *pair))
        for pixel, point in zip(pair, points[[0, -1]], strict=True):
            away = np.linalg.norm(point - routes.centre(shape, pixel)) - routes.RADIUS
            assert away == pytest.approx(routes.GAP)
        assert (distances(points, shape, pair) > routes.GAP - 0.2).all(), pair


@pytest.mark.parametrize("shape", SIZES)
def test_a_way_is_straight_just_where_nothing_stands_in_between(shape):
    for pair in pairs(shape):
        start, end = (np.array(routes.centre(shape, pixel)) for pixel in pair)
        straight = np.linspace(start, end, 401)
        between = distances(straight, shape, set(range(shape[0] * shape[1])) - set(pair))
        room = between.min(initial=np.inf) - routes.CLEAR
        if abs(room) > 0.2:  # else it may be either
            assert is_straight(routes.curve(shape, *pair)) == (room > 0), pair


def test_the_way_back_is_the_same():
    for source, target in pairs((3, 4)):
        assert routes.curve((3, 4), target, source) == routes.curve((3, 4), source, target)[::-1]


def test_mirrored_nodes_have_mirrored_ways():
    shape, (wide, high) = (4, 5), routes.size((4, 5))
    pixels = np.arange(20).reshape(shape)
    mirrors = [(pixels[:, ::-1].ravel(), (wide, 0), (-1, 1)), (pixels[::-1].ravel(), (0, high), (1, -1))]
    for source, target in pairs(shape):
        for mirror, shift, sign in mirrors:
            way = np.array(routes.curve(shape, source, target)) * sign + shift
            other = routes.curve(shape, int(mirror[source]), int(mirror[target]))
            if {mirror[source], mirror[target]} != {source, target}:
                assert np.allclose(way, other), (source, target)


def test_the_end_of_a_row_leads_to_the_next_one_between_the_two():
    points = along(routes.curve((3, 4), 3, 4))
    rows = [routes.centre((3, 4), pixel)[1] for pixel in (3, 4)]
    assert rows[0] - routes.RADIUS < points[:, 1].min()
    assert points[:, 1].max() < rows[1] + routes.RADIUS
