"""The plane of seeds."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from genplay.ui.tabs.dcgan.seed_plane import SeedPlane
from tests.ui.tabs.dcgan import made
from tests.ui.tabs.painted import at, point_at, rgb, seen

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def plane(show):
    found = show(SeedPlane(), 222, 222)
    found.set_corner((10, -20))
    found.set_point((13.0, -16.0))
    return found


@pytest.fixture
def moves(plane):
    found = []
    plane.moved.connect(lambda x, y: found.append((x, y)))
    plane.settled.connect(lambda: found.append("settled"))
    return found


def spot(plane, x, y):
    return plane.place(x, y).toPoint()


def test_seeds_lie_in_rows_downwards(plane):
    first, last = spot(plane, 10, -20), spot(plane, 14, -16)
    assert first.x() == first.y() == pytest.approx(23, abs=1)
    assert last.x() == last.y() == pytest.approx(199, abs=1)


def test_each_seed_has_its_picture(plane):
    pictures = made.pictures(25, shade=0)
    pictures[11] = 255
    plane.set_pictures(pictures, 25)
    assert at(plane, spot(plane, 11, -18)) == rgb("ink")
    assert at(plane, spot(plane, 12, -18)) == rgb("paper")


def test_colours_are_as_they_are(plane):
    plane.set_pictures(made.pictures(25, colour=True), 25)
    assert at(plane, spot(plane, 14, -17)) == made.RED


def test_those_that_are_not_new_are_pale_and_those_to_come_are_paper(plane):
    plane.set_pictures(made.pictures(15), 8)
    assert at(plane, spot(plane, 12, -19)) == rgb("ink")
    assert at(plane, spot(plane, 14, -19)) not in (rgb("ink"), rgb("paper"))
    assert at(plane, spot(plane, 12, -17)) == rgb("paper")
    plane.set_pictures(None, 0)
    assert at(plane, spot(plane, 12, -19)) == rgb("paper")


def test_a_press_moves_the_point_and_a_drag_takes_it_along(plane, moves):
    QTest.mousePress(plane, LEFT, pos=spot(plane, 12.0, -17.0))
    QTest.mouseMove(plane, spot(plane, 13.5, -17.0))
    QTest.mouseMove(plane, QPoint(400, 400))
    QTest.mouseRelease(plane, LEFT, pos=QPoint(400, 400))
    assert moves[0] == pytest.approx((12.0, -17.0), abs=0.05)
    assert moves[1] == pytest.approx((13.5, -17.0), abs=0.05)
    assert moves[2:] == [(14.5, -15.5), "settled"]
    QTest.mouseMove(plane, spot(plane, 11.0, -17.0))
    assert len(moves) == 4


def test_a_double_click_goes_to_the_nearest_seed(plane, moves):
    where = spot(plane, 12.3, -17.2)
    QTest.mouseClick(plane, LEFT, pos=where)
    QTest.mouseDClick(plane, LEFT, pos=where)
    assert moves[-2:] == [(12.0, -17.0), "settled"]


@pytest.mark.parametrize(
    ("key", "modifier", "place"),
    [
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, (13.05, -16.0)),
        (Qt.Key.Key_Up, SHIFT, (13.0, -17.0)),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, (13.0, -15.95)),
        (Qt.Key.Key_Left, SHIFT, (12.0, -16.0)),
    ],
)
def test_arrows_move_the_point(plane, moves, key, modifier, place):
    QTest.keyClick(plane, key, modifier)
    assert moves == [place, "settled"]


def test_arrows_find_into_the_plane_from_a_sum_of_seeds(plane, moves):
    plane.set_corner((20, -30))
    plane.set_point(None)
    QTest.keyClick(plane, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert moves == [(23.0, -28.0), "settled"]


def test_enter_goes_to_the_nearest_seed(plane, moves):
    plane.set_point((13.4, -16.4))
    QTest.keyClick(plane, Qt.Key.Key_Return)
    assert moves == [(13.0, -16.0), "settled"]


def test_pins_are_chosen_and_removed_where_they_are_seen(plane, moves):
    chosen, removed = [], []
    plane.pin_chosen.connect(chosen.append)
    plane.pin_removed.connect(removed.append)
    plane.set_pins([(0.0, 0.0), (13.0, -18.0)])
    QTest.mouseClick(plane, LEFT, pos=spot(plane, 13.0, -18.0))
    QTest.mouseClick(plane, RIGHT, pos=spot(plane, 13.0, -18.0))
    assert (chosen, removed, moves) == ([1], [1], [])
    point_at(plane, spot(plane, 13.0, -18.0))
    assert plane.cursor().shape() == Qt.CursorShape.PointingHandCursor
    assert plane.pin_at(plane.place(0.0, 0.0)) is None


def test_a_drag_from_a_pin_walks_on_and_a_click_that_trembles_does_not(plane, moves):
    plane.set_pins([(12.0, -18.0)])
    pin, beyond = spot(plane, 12.0, -18.0), spot(plane, 14.0, -17.0)
    QTest.mousePress(plane, LEFT, pos=pin)
    QTest.mouseMove(plane, pin + QPoint(2, 1))
    QTest.mouseRelease(plane, LEFT, pos=pin + QPoint(2, 1))
    assert moves == []
    QTest.mousePress(plane, LEFT, pos=pin)
    QTest.mouseMove(plane, beyond)
    assert moves == [pytest.approx((14.0, -17.0), abs=0.05)]
    QTest.mouseRelease(plane, LEFT, pos=beyond)
    assert moves[-1] == "settled"
    QTest.mouseMove(plane, pin)
    assert moves[-1] == "settled"


def test_the_point_is_marked_and_said(plane, moves):
    assert "13.00" in plane.accessibleDescription()
    near = spot(plane, 13.0, -16.0)
    assert at(plane, near) == rgb("accent")
    plane.set_point(None)
    assert plane.accessibleDescription() == ""
    assert at(plane, near) != rgb("accent")
    QTest.keyClick(plane, Qt.Key.Key_Return)
    assert moves == []


def test_no_picture_runs_into_its_neighbour(plane):
    pictures = np.zeros((25, 32, 32, 1), np.uint8)
    pictures[12] = 255
    plane.set_point(None)
    plane.set_pictures(pictures, 25)
    middle, right = spot(plane, 12, -18), spot(plane, 13, -18)
    line = seen(plane)[middle.y(), middle.x() : right.x() + 1]
    known = [rgb("ink"), rgb("line"), rgb("paper")]
    assert all(tuple(pixel) in known for pixel in line.tolist())
