import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor

from genplay.ui import theme
from genplay.ui.widgets.posterior_map import PosteriorMap

LEFT = Qt.MouseButton.LeftButton
EXTENT = (-1.0, 1.0, 0.0, 2.0)
Q = (0.0, 1.0, 0.3, 0.2)
PIXEL = 2 / 214


@pytest.fixture
def plane(show):
    widget = PosteriorMap()
    widget.set_density(np.zeros((8, 8)), EXTENT)
    widget.set_q(Q)
    return show(widget)


@pytest.fixture
def told(plane):
    reports = []
    plane.dragged.connect(lambda *q: reports.append(q))
    plane.settled.connect(lambda: reports.append("settled"))
    return reports


def near(*values):
    return tuple(pytest.approx(value, abs=1.5 * PIXEL) for value in values)


@pytest.fixture
def drag(plane, qtbot):
    def from_handle(handle, right, up):
        start = plane.handle_at(handle).toPoint()
        across, upwards = plane.axes().unit
        end = start + QPoint(round(right * across), -round(up * upwards))
        qtbot.mousePress(plane, LEFT, pos=start)
        qtbot.mouseMove(plane, (start + end) / 2)
        qtbot.mouseMove(plane, end)
        qtbot.mouseRelease(plane, LEFT, pos=end)

    return from_handle


@pytest.mark.parametrize(
    ("handle", "by", "q"),
    [
        ("centre", (0.4, -0.2), (0.4, 0.8, 0.3, 0.2)),
        ("right", (0.2, 0.5), (0, 1, 0.5, 0.2)),
        ("left", (-0.2, 0.5), (0, 1, 0.5, 0.2)),
        ("upper", (0.5, 0.3), (0, 1, 0.3, 0.5)),
        ("lower", (0.5, -0.3), (0, 1, 0.3, 0.5)),
    ],
)
def test_each_handle_changes_what_it_is_for(plane, told, drag, handle, by, q):
    drag(handle, *by)
    assert told[-2:] == [near(*q), "settled"]
    assert len(told) == 3
    assert plane.q() == near(*q)


def test_the_hand_stops_at_the_limits_and_comes_back(plane, told, drag, qtbot):
    plane.set_limits((-0.5, 0.5), (0.1, 0.4))
    drag("right", 0.6, 0)
    assert plane.q()[2] == 0.4
    drag("right", -2.0, 0)
    assert plane.q()[2] == 0.1
    drag("centre", 5, 0)
    assert plane.q()[0] == 0.5


def test_the_view_stays_while_the_hand_drags_and_follows_at_release(plane, qtbot):
    start = plane.handle_at("centre").toPoint()
    qtbot.mousePress(plane, LEFT, pos=start)
    plane.set_density(np.ones((4, 4)), (-9, 9, -9, 9))
    qtbot.mouseMove(plane, start + QPoint(20, 0))
    assert plane.axes().extent == EXTENT
    assert plane.q()[0] == pytest.approx(20 * PIXEL)
    qtbot.mouseRelease(plane, LEFT, pos=start)
    assert plane.axes().extent == (-9, 9, -9, 9)


def test_while_the_view_stays_another_extent_is_drawn_at_its_place(plane, qtbot, look):
    qtbot.mousePress(plane, LEFT, pos=plane.handle_at("centre").toPoint())
    plane.set_density(np.ones((4, 4)), (-1, 0, 1, 2))  # the upper left quarter
    seen = look(plane)
    assert seen(20, 20) == "#0a2450"
    assert seen(195, 195) == seen(20, 195) == "#ffffff"
    qtbot.mouseRelease(plane, LEFT)


def test_a_press_beside_q_does_nothing(plane, told, qtbot):
    qtbot.mousePress(plane, LEFT, pos=QPoint(5, 5))
    qtbot.mouseMove(plane, QPoint(50, 50))
    qtbot.mouseRelease(plane, LEFT, pos=QPoint(50, 50))
    plane.set_q(None)
    qtbot.mouseClick(plane, LEFT, pos=QPoint(107, 107))
    assert told == []


def test_the_pointers_shape_says_what_a_press_would_do(plane, qtbot):
    shapes = []
    for handle in ("centre", "left", "upper"):
        qtbot.mouseMove(plane, QPoint(3, 3))
        qtbot.mouseMove(plane, plane.handle_at(handle).toPoint())
        shapes.append(plane.cursor().shape())
    shape = Qt.CursorShape
    assert shapes == [shape.SizeAllCursor, shape.SizeHorCursor, shape.SizeVerCursor]


@pytest.mark.parametrize(
    ("key", "shift", "q"),
    [
        ("Right", False, (0.1, 1, 0.3, 0.2)),
        ("Down", False, (0, 0.9, 0.3, 0.2)),
        ("Right", True, (0, 1, 0.315, 0.2)),
        ("Left", True, (0, 1, 0.285, 0.2)),
        ("Up", True, (0, 1, 0.3, 0.21)),
    ],
)
def test_keys_move_and_stretch_q(plane, told, qtbot, key, shift, q):
    modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(plane, getattr(Qt.Key, f"Key_{key}"), modifier)
    assert told == [pytest.approx(q), "settled"]


def test_a_key_at_a_limit_reports_nothing(plane, told, qtbot):
    plane.set_limits((0, 0), (0.3, 0.3))
    plane.set_q((0, 0, 0.3, 0.3))
    qtbot.keyClick(plane, Qt.Key.Key_Right)
    assert told == []


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_the_density_goes_from_paper_to_its_maximum_at_150_percent(plane, qapp, look, name):
    theme.apply(qapp, theme.Theme(name, 1.5))
    density = np.zeros((8, 8))
    density[0, 7] = 17.3  # the lower right
    density[7, 0] = 17.3 / 2
    plane.set_density(density, EXTENT)
    plane.resize(plane.sizeHint())
    seen, table = look(plane), theme.current().table("probability")
    side = plane.width()
    assert seen(side - 8, side - 8) == QColor(table[255]).name()
    assert seen(8, 8) == QColor(table[128]).name()
    assert seen(8, side - 8) == QColor(table[0]).name()
    assert seen(*plane.handle_at("centre").toPoint().toTuple()) == theme.current().tokens.accent.lower()


def test_what_is_about_to_be_replaced_is_pale(plane, look):
    plane.set_density(np.ones((4, 4)), EXTENT)
    full = look(plane)(10, 10)
    plane.set_stale(True)
    assert look(plane)(10, 10) not in (full, "#ffffff")
    plane.set_stale(False)
    assert look(plane)(10, 10) == full


@pytest.mark.parametrize("density", [np.zeros((3, 3)), np.full((3, 3), np.nan), np.zeros((0, 0)), None])
def test_no_density_is_paper(plane, look, density):
    plane.set_density(density)
    assert look(plane)(10, 10) == "#ffffff"


def test_q_can_be_read_aloud(plane):
    assert plane.accessibleName() == "True posterior and q"
    assert plane.accessibleDescription() == "q: mean (0.000, 1.000), standard deviations (0.3000, 0.2000)"
    plane.set_q(None)
    assert plane.accessibleDescription() == ""


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (7, 30)])
def test_tiny_maps_are_drawn_and_can_be_dragged(plane, qtbot, look, size):
    plane.setMinimumSize(0, 0)
    plane.resize(*size)
    look(plane)
    qtbot.mousePress(plane, LEFT, pos=QPoint(0, 0))
    qtbot.mouseMove(plane, QPoint(3, 3))
    qtbot.mouseRelease(plane, LEFT, pos=QPoint(3, 3))


def test_an_extent_without_width_is_drawn(plane, look):
    plane.set_density(np.ones((2, 2)), (1, 1, 1, 1))
    look(plane)
