import pytest
from PySide6.QtCore import QPointF

from genplay.ui.theme import Theme
from genplay.ui.widgets import q_mark
from genplay.ui.widgets.axes import Axes, around_zero
from genplay.ui.widgets.q_mark import Normal

AXES = Axes(200, 1, 1.0, around_zero(2))  # 50 px a unit
Q = Normal(0.0, 1.0, 0.5, 0.4)


def test_handles_are_on_the_ellipse_of_one_deviation():
    places = q_mark.handles(Q, AXES, Theme())
    assert places["centre"] == AXES.point(0, 1)
    assert places["left"] == AXES.point(-0.5, 1)
    assert places["upper"].y() == pytest.approx(AXES.point(0, 1.4).y())


def test_handles_of_a_tiny_q_leave_its_centre_free_and_those_of_a_huge_one_stay_in_reach():
    tiny = q_mark.handles(Normal(0, 0, 1e-6, 1e-6), AXES, Theme())
    assert tiny["right"].x() - tiny["centre"].x() == 13
    huge = q_mark.handles(Normal(9, 0, 50, 50), AXES, Theme())
    assert all(AXES.inner.contains(place) for place in huge.values())


def test_the_nearest_handle_is_grasped_and_inside_q_the_centre():
    places = q_mark.handles(Q, AXES, Theme())
    for name, place in places.items():
        assert q_mark.grasped(Q, place + QPointF(2, 2), AXES, Theme()) == name
    assert q_mark.grasped(Q, AXES.point(0.55, 0.55), AXES, Theme()) == "centre"
    assert q_mark.grasped(Q, AXES.point(-1.5, -1.5), AXES, Theme()) is None


def test_limits():
    assert Normal(9, -9, 0, 9).within((-1, 1), (0.1, 2)) == Normal(1, -1, 0.1, 2)


def test_changes():
    assert Q.moved(1, 2) == Normal(1, 3, 0.5, 0.4)
    assert Q.widened(0.5, 0).sigma1 == 1.0
    assert Q.stretched(2, 0.5).numbers == (0, 1, 1.0, 0.2)
