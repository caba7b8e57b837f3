"""A brush leaves points as dense as itself, an eraser takes those it passes over."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from genplay.families.gan import BRUSH, LIMIT, MOST_POINTS, Setup
from genplay.families.gan.drawing import CELL, erased, reach, stroked

places = st.tuples(st.floats(-4, 4), st.floats(-4, 4))
strokes = st.lists(st.tuples(places, places, st.integers(1, 5)), min_size=1, max_size=5)


def drawn(strokes):
    points = ()
    for start, end, brush in strokes:
        points = stroked(points, start, end, brush)
    return points


def distances(points, start, end):
    """How far points are from a way, by many places on it."""
    way = np.linspace(start, end, 400)
    return [np.linalg.norm(way - np.array(point), axis=1).min() for point in points]


@settings(max_examples=40)
@given(strokes)
def test_whatever_is_drawn_can_be_learnt_and_nothing_is_drawn_twice(strokes):
    points = drawn(strokes)
    Setup(data="drawn", points=points)
    assert len(set(points)) == len(points)
    if len(points) < MOST_POINTS:
        assert drawn([*strokes, *strokes]) == points


@settings(max_examples=40)
@given(places, places, st.integers(1, 5))
def test_a_stroke_reaches_as_far_as_its_brush(start, end, brush):
    points = stroked((), start, end, brush)
    assert all(away <= reach(brush) + 0.02 for away in distances(points, start, end))
    if max(map(abs, (*start, *end))) < LIMIT - CELL:
        assert points


@pytest.mark.parametrize("brush", range(1, 6))
def test_a_dot_fills_its_brush(brush):
    points = stroked((), (0.55, -0.45), (0.55, -0.45), brush)
    assert len(points) == pytest.approx(np.pi * reach(brush) ** 2 / CELL**2, rel=0.45)


def test_a_filled_place_is_even():
    """Between the points the kernels leave no dent."""
    points = np.array(stroked((), (0.0, 0.0), (0.0, 0.0), 5))
    at = np.stack(np.meshgrid(*[np.linspace(-0.05, 0.05, 9)] * 2), -1).reshape(-1, 2)
    density = np.exp(-0.5 * ((at[:, None] - points) ** 2).sum(-1) / BRUSH**2).sum(1)
    assert density.max() < 1.1 * density.min()


def test_what_was_there_stays_first_and_enough_is_enough():
    before = ((0.0123, -1.0),)
    points = drawn([((-2.9, row), (2.9, row), 5) for row in np.arange(-2.9, 2.9, 0.3)])
    assert len(points) == MOST_POINTS
    assert stroked(points, (2.9, 2.9), (2.9, 2.9), 1) == points
    assert stroked(before, (0.0, 0.0), (1.0, 1.0), 2)[0] == before[0]


@settings(max_examples=40)
@given(strokes, places, places, st.integers(1, 5))
def test_an_eraser_takes_what_it_passes_over_and_nothing_else(strokes, start, end, brush):
    points = drawn(strokes)
    left = set(erased(points, start, end, brush))
    for point, away in zip(points, distances(points, start, end), strict=True):
        if abs(away - reach(brush)) > 0.02:
            assert (point in left) == (away > reach(brush))


def test_what_was_drawn_can_be_erased():
    points = stroked((), (-1.0, 0.0), (1.0, 0.5), 3)
    assert points
    assert erased(points, (-1.0, 0.0), (1.0, 0.5), 3) == ()
    assert erased((), (0.0, 0.0), (1.0, 0.0), 3) == ()
