import numpy as np
import pytest
from PySide6.QtCore import QPointF

from genplay.ui.widgets.axes import Axes, around_zero

AXES = Axes(side=200, frame=1, ratio=1.0, extent=(-2, 2, 0, 8))


def test_the_corners_of_the_extent_are_those_of_the_square():
    assert AXES.point(-2, 8) == AXES.inner.topLeft() == QPointF(1, 1)
    assert AXES.point(2, 0) == AXES.inner.bottomRight() == QPointF(201, 201)


def test_a_point_gives_the_value_drawn_there():
    a, b = AXES.value(AXES.point(0.7, 3.2))
    assert (a, b) == (pytest.approx(0.7), pytest.approx(3.2))


def test_beyond_the_square_the_nearest_value_counts():
    assert AXES.value(QPointF(-50, 500)) == (-2, 0)


def test_places_and_polygons_agree_with_points():
    values = np.array([[0, 1], [1, 5]], np.float32)
    assert AXES.polygon(values).at(1) == AXES.point(1, 5)
    assert AXES.places(values)[0].tolist() == [101, 176]


def test_a_part_of_the_plane_is_a_rectangle():
    part = AXES.rect((-1, 1, 2, 4))
    assert (part.left(), part.right(), part.top(), part.bottom()) == (51, 151, 101, 151)


def test_the_square_is_of_whole_device_pixels_and_never_empty():
    fitted = Axes.fit(100.4, 300, 2, 1.5, around_zero(3))
    assert fitted.side == 146
    assert Axes.fit(0, 0, 1, 1.0, around_zero(3)).side == 1


def test_an_extent_without_width_divides_by_no_zero():
    assert Axes(100, 1, 1.0, (0, 0, 0, 0)).point(0, 0) == QPointF(1, 1)
