"""The square that both planes are: where its values lie, and what is said while there is nothing to draw."""

from dataclasses import dataclass, replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor

from genplay.ui import theme
from genplay.ui.tabs.training.plane import Plane
from genplay.ui.tabs.training.scatter import paint_dots
from tests.ui.tabs.painted import at, has, rgb, seen, where

GREEN = QColor("#00ff00")


@dataclass(frozen=True)
class Scene:
    """The least that a plane shows."""

    result: object | None = None
    stale: bool = False
    failure: str = ""


ANSWERED = Scene(result="a dot")


class Dotted(Plane[Scene]):
    """A plane to 3 with a dot at (2, 1)."""

    def __init__(self):
        super().__init__("Plane", Scene())

    def reach(self):
        return 3.0

    def told(self):
        return "a dot" if self._scene.result is not None else ""

    def paint_content(self, painter, now):
        paint_dots(painter, np.array([self.place(2, 1).toTuple()]), GREEN, 9 * now.scale)


class Ruled(Dotted):
    """One with ticks at -2 and 2."""

    across = True

    def paint_content(self, painter, now):
        self.paint_grid(painter, now, (-2.0, 2.0), across=self.across)
        self.paint_ticks(painter, now, (-2.0, 2.0), across=self.across)


@pytest.fixture
def plane(show):
    made = Dotted()
    made.set_side(302)
    return show(made, 302, 302)


def test_the_square_goes_from_minus_reach_to_reach_upwards(plane):
    for x, y, left, top in ((0, 0, 151, 151), (-3, -3, 1, 301), (3, 3, 301, 1), (0, 1.5, 151, 76)):
        assert plane.place(x, y).toTuple() == pytest.approx((left, top), abs=0.6)


def test_what_is_drawn_is_where_it_is_said_to_be(plane):
    plane.show_scene(ANSWERED)
    assert at(plane, plane.place(2, 1)) == rgb(GREEN)
    rows, columns = np.nonzero(where(plane, GREEN))
    assert (columns.mean() + 0.5, rows.mean() + 0.5) == pytest.approx(plane.place(2, 1).toTuple(), abs=0.3)


def test_what_lies_beyond_is_put_at_the_edge(plane):
    found = plane.within(np.array([[9.0, -9.0], [1.0, 2.0]]))
    assert found[0] == pytest.approx([3, -3], rel=2e-3)
    assert np.abs(found).max() < 3
    assert found[1].tolist() == [1, 2]


def test_it_has_a_frame_all_around(plane):
    plane.show_scene(ANSWERED)
    picture, frame = seen(plane), rgb("frame")
    for edge in (picture[0], picture[-1], picture[:, 0], picture[:, -1]):
        assert (edge == frame).all()
    assert (picture[1, 1:-1] == rgb("paper")).all()


def test_before_an_answer_it_says_what_goes_on(plane):
    plane.show_scene(Scene())
    assert not has(plane, GREEN)
    assert (seen(plane)[140:162, 60:242] != rgb("paper")).any()  # the words
    assert plane.accessibleDescription() == ""


def test_where_something_went_wrong_it_says_nothing(plane):
    plane.show_scene(Scene(failure="There is no such step."))
    assert (seen(plane)[1:-1, 1:-1] == rgb("paper")).all()


def test_what_is_being_replaced_is_pale_and_it_is_said(plane):
    plane.show_scene(ANSWERED)
    assert plane.accessibleDescription() == "a dot"
    clear = at(plane, plane.place(2, 1))
    plane.show_scene(replace(ANSWERED, stale=True))
    pale = at(plane, plane.place(2, 1))
    expected = [0.4 * dot + 0.6 * paper for dot, paper in zip(clear, rgb("paper"), strict=True)]
    assert pale == pytest.approx(expected, abs=2)
    assert (seen(plane)[140:162, 120:180] != rgb("paper")).any()


@pytest.mark.parametrize("across", [True, False])
def test_lines_and_numbers_stand_at_the_ticks(show, across):
    plane = Ruled()
    plane.across = across
    plane.set_side(302)
    show(plane, 302, 302)
    plane.show_scene(ANSWERED)
    for tick, ruled in ((-2, True), (0, False), (2, True)):
        assert (at(plane, QPointF(round(plane.place(tick, 0).x()), 30)) == rgb("line")) is ruled
    level = QPointF(151, round(plane.place(0, 2).y()))
    assert (at(plane, level) == rgb("line")) is across
    beside = where(plane, "paper")[40:70, 4:20]  # where "2" stands on the left
    assert bool(beside.all()) is not across


@pytest.mark.parametrize("look", ["dark", "contrast"])
def test_paper_and_frame_follow_the_theme(plane, qapp, look):
    plane.show_scene(ANSWERED)
    theme.apply(qapp, theme.Theme(look))
    picture = seen(plane)
    assert tuple(picture[5, 5]) == rgb("paper")
    assert tuple(picture[0, 0]) == rgb("frame")
    assert at(plane, plane.place(2, 1)) == rgb(GREEN)


def test_a_side_is_kept_whatever_room_there_is(plane):
    plane.show_scene(ANSWERED)
    plane.set_side(150)
    assert plane.size().toTuple() == (150, 150)
    assert plane.place(3, 3).toTuple() == pytest.approx((149, 1), abs=0.6)
    assert at(plane, plane.place(2, 1)) == rgb(GREEN)
