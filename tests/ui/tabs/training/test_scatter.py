"""Dots and curves lie where they are to lie, as large as they are to be, on any screen."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor

from genplay.ui.tabs.training.scatter import paint_curve, paint_dots, polygon
from tests.ui.tabs.painted import drawn

BLACK = QColor("black")
AREAS = {"dot": np.pi / 4 * 25, "diamond": 12.5}


def middle(ink):
    rows, columns = np.mgrid[0 : len(ink), 0 : len(ink)] + 0.5
    return (ink * columns).sum() / ink.sum(), (ink * rows).sum() / ink.sum()


@pytest.mark.parametrize("at", [(30.0, 30.0), (30.25, 29.5), (20.6, 33.1)])
@pytest.mark.parametrize("shape", ["dot", "diamond"])
def test_a_dot_is_where_it_is_to_be_and_as_large(at, shape):
    ink = drawn(lambda painter: paint_dots(painter, np.array([at]), BLACK, 5.0, shape))
    assert middle(ink) == pytest.approx(at, abs=0.15)
    assert ink.sum() == pytest.approx(AREAS[shape], rel=0.08)


@pytest.mark.parametrize("shape", ["dot", "diamond"])
def test_on_a_fine_screen_it_is_as_large_and_finer(shape):
    ink = drawn(lambda painter: paint_dots(painter, np.array([(15.0, 20.0)]), BLACK, 5.0, shape), ratio=2.0)
    assert middle(ink) == pytest.approx((30.0, 40.0), abs=0.15)
    assert ink.sum() == pytest.approx(4 * AREAS[shape], rel=0.05)


def test_every_dot_is_drawn_and_the_painter_is_left_as_it_was():
    places = np.array([(10.0, 10.0), (30.0, 50.0), (50.0, 20.0)])
    scales = []

    def paint(painter):
        before = painter.transform()
        paint_dots(painter, places, BLACK, 5.0)
        scales.append(painter.transform() == before)

    ink = drawn(paint)
    assert ink.sum() == pytest.approx(3 * AREAS["dot"], rel=0.08)
    assert all(ink[int(y), int(x)] == 1 for x, y in places)
    assert scales == [True]


def test_a_pale_dot_is_pale():
    pale = QColor(0, 0, 0, 102)
    ink = drawn(lambda painter: paint_dots(painter, np.array([(30.0, 30.0)]), pale, 9.0))
    assert ink.max() == pytest.approx(0.4, abs=0.01)


def test_no_dots_are_no_ink():
    assert not drawn(lambda painter: paint_dots(painter, np.zeros((0, 2)), BLACK, 5.0)).any()


def test_a_curve_is_as_wide_as_it_is_to_be():
    places = np.stack([np.linspace(5, 55, 40), np.full(40, 30.0)], 1)
    ink = drawn(lambda painter: paint_curve(painter, places, BLACK, 2.0))
    assert ink[:, 30].sum() == pytest.approx(2.0, abs=0.05)
    assert not ink[:, :4].any()
    assert not ink[:, 56:].any()


def test_a_steep_curve_is_as_wide_across():
    along = np.linspace(10, 50, 40)
    ink = drawn(lambda painter: paint_curve(painter, np.stack([along, along], 1), BLACK, 3.0))
    assert ink.sum() == pytest.approx(3.0 * 40 * 2**0.5, rel=0.02)


def test_a_polygon_has_the_points_in_their_order():
    assert list(polygon(np.array([(1.0, 2.0), (3.5, 4.0)]))) == [QPointF(1, 2), QPointF(3.5, 4)]


@pytest.mark.parametrize("shape", ["dot", "diamond"])
def test_a_rim_lies_around_the_dot_and_is_as_wide_as_it_is_to_be(shape):
    rim, at = (QColor("black"), 4.0), np.array([(30.0, 30.0)])
    ink = drawn(lambda painter: paint_dots(painter, at, QColor("white"), 20.0, shape, rim))
    assert ink[30, 30] == 0
    area = np.pi / 4 * (28**2 - 20**2) if shape == "dot" else ((20 + 8 * 2**0.5) ** 2 - 20**2) / 2
    assert ink.sum() == pytest.approx(area, rel=0.03)
    assert middle(ink) == pytest.approx((30.0, 30.0), abs=0.1)
