import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from genplay.ui import theme
from genplay.ui.tabs.saving import save_svg
from genplay.ui.theme import DIGITS
from genplay.ui.widgets import latent_map
from genplay.ui.widgets.latent_map import LatentMap

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
POINTS = np.array([[-1.5, 0.5], [1.5, -0.5], [0.5, 1.5]], np.float32)
LABELS = np.array([0, 1, 9], np.uint8)
PIXEL = 6.2 / 344  # of z


@pytest.fixture
def plane(show):
    widget = LatentMap()
    widget.set_points(POINTS, LABELS)
    widget.set_axes("z₁", "z₂")
    return show(widget)


@pytest.fixture
def told(plane):
    """All that the map reports but hovering, as (signal, values)."""
    reports = []
    for name in ("moved", "clicked", "settled", "pin_moved", "pin_removed", "zoomed"):
        getattr(plane, name).connect(lambda *values, name=name: reports.append((name, *values)))
    return reports


def on(plane, a, b):
    return plane.axes().point(a, b).toPoint()


def near(*values):
    return tuple(pytest.approx(value, abs=PIXEL) for value in values)


def turn(plane, notches):
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    point = QPointF(100, 100)
    event = QWheelEvent(point, plane.mapToGlobal(point), QPoint(), QPoint(0, 120 * notches), *none, False)
    QApplication.sendEvent(plane, event)


@pytest.fixture
def drag(plane, qtbot):
    def by(*places, start=None):
        first = start or on(plane, *places[0])
        qtbot.mousePress(plane, LEFT, pos=first)
        for place in places[1:]:
            qtbot.mouseMove(plane, on(plane, *place))
        qtbot.mouseRelease(plane, LEFT, pos=on(plane, *places[-1]))

    return by


def test_a_drag_moves_z_many_times_and_settles_once(plane, told, drag):
    drag((0, 0), (1, 1), (2, -1))
    assert told == [("moved", *near(1, 1)), ("moved", *near(2, -1)), ("settled",)]
    assert plane.z() == near(2, -1)


def test_a_drag_ends_at_the_edge(plane, told, qtbot):
    qtbot.mousePress(plane, LEFT, pos=on(plane, 0, 0))
    qtbot.mouseMove(plane, QPoint(-40, 9999))
    assert told == [("moved", -3.1, -3.1)]
    qtbot.mouseRelease(plane, LEFT)


def test_a_click_fixes_a_place_and_a_hand_that_trembles_clicks_too(plane, told, qtbot):
    qtbot.mousePress(plane, LEFT, pos=on(plane, 1, 2))
    qtbot.mouseMove(plane, on(plane, 1, 2) + QPoint(1, 1))
    qtbot.mouseRelease(plane, LEFT, pos=on(plane, 1, 2))
    assert told == [("clicked", *near(1, 2))]
    assert plane.z() == near(1, 2)


def test_hovering_tells_the_place_until_the_hand_drags(plane, qtbot):
    places = []
    plane.hovered.connect(places.append)
    qtbot.mouseMove(plane, on(plane, 0, 0))
    qtbot.mouseMove(plane, on(plane, 1, -1))
    assert places[-1] == near(1, -1)
    qtbot.mousePress(plane, LEFT, pos=on(plane, 1, -1))
    count = len(places)
    qtbot.mouseMove(plane, on(plane, 2, 0))
    assert len(places) == count
    qtbot.mouseRelease(plane, LEFT, pos=on(plane, 2, 0))


@pytest.mark.parametrize("part", ["flag", "foot"])
def test_a_pin_is_dragged_and_does_not_jump_to_the_pointer(plane, told, drag, part):
    plane.set_pins([(1, 1), None, (-1, -1)])
    held = getattr(latent_map.Pin.at(plane.axes(), (-1, -1), theme.current()), part)
    start = (held.center() if part == "flag" else held).toPoint()
    grip = start - on(plane, -1, -1)
    drag((-1, -1), start=start)  # a press without a drag goes to the pin
    assert told.pop() == ("clicked", -1, -1)
    move = plane.axes().value(QPointF(on(plane, 0, -2) + grip))
    drag((-1, -1), move, start=start)
    assert told == [("pin_moved", 2, *near(0, -2)), ("settled",)]
    assert plane.pins()[2] == near(0, -2)
    assert plane.z() == (-1, -1)


def test_the_right_button_removes_a_pin_and_nothing_else(plane, told, qtbot):
    plane.set_pins([(1, 1), (-1, -1)])
    qtbot.mouseClick(plane, RIGHT, pos=on(plane, 0, 0))
    qtbot.mouseClick(plane, RIGHT, pos=on(plane, -1, -1))
    assert told == [("pin_removed", 1)]


def test_a_pin_taken_away_while_it_is_held_moves_no_more(plane, told, qtbot):
    plane.set_pins([(1, 1)])
    qtbot.mousePress(plane, LEFT, pos=on(plane, 1, 1))
    plane.set_pins([])
    qtbot.mouseMove(plane, on(plane, 0, 0))
    qtbot.mouseRelease(plane, LEFT, pos=on(plane, 0, 0))
    assert told == [("settled",)]


@pytest.mark.parametrize(
    ("key", "shift", "place"),
    [
        ("Left", False, (-0.05, 0)),
        ("Right", False, (0.05, 0)),
        ("Up", False, (0, 0.05)),
        ("Down", True, (0, -0.5)),
        ("Right", True, (0.5, 0)),
    ],
)
def test_arrows_move_z(plane, told, qtbot, key, shift, place):
    plane.set_z((0.0, 0.0))
    modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(plane, getattr(Qt.Key, f"Key_{key}"), modifier)
    assert told == [("moved", *place), ("settled",)]


def test_arrows_stop_at_the_edge_and_come_back_from_beyond(plane, told, qtbot):
    plane.set_z((3.1, 0.0))
    qtbot.keyClick(plane, Qt.Key.Key_Right)
    assert told == []
    plane.set_z((5.0, 0.0))
    qtbot.keyClick(plane, Qt.Key.Key_Right)
    assert told == []
    qtbot.keyClick(plane, Qt.Key.Key_Left)
    assert told[0] == ("moved", 4.95, 0.0)


def test_enter_clicks_and_delete_unpins_where_z_is(plane, told, qtbot):
    plane.set_pins([(1, 1)])
    qtbot.keyClick(plane, Qt.Key.Key_Return)  # there is no z yet
    plane.set_z((0.0, 0.0))
    qtbot.keyClick(plane, Qt.Key.Key_Return)
    qtbot.keyClick(plane, Qt.Key.Key_Delete)
    assert told == [("clicked", 0, 0)]
    plane.set_z((1.0, 1.0))
    qtbot.keyClick(plane, Qt.Key.Key_Delete)
    assert told[1:] == [("pin_removed", 0)]


def test_the_wheel_zooms_and_a_double_click_goes_home(plane, told, qtbot):
    turn(plane, 2)
    assert told == [("zoomed", pytest.approx(3.1 / 1.15**2))]
    assert plane.view() == told[0][1]
    told.clear()
    qtbot.mouseDClick(plane, LEFT, pos=on(plane, 0, 0))
    qtbot.mouseRelease(plane, LEFT, pos=on(plane, 0, 0))
    assert told[-1] == ("zoomed", 3.1)
    assert [name for name, *_ in told].count("clicked") <= 1


def test_zooming_ends_somewhere_both_ways(plane):
    turn(plane, 1000)
    assert plane.view() == 3.1 / 16
    turn(plane, -1000)
    assert plane.view() == 3.1 * 4


def test_keys_zoom_too(plane, told, qtbot):
    qtbot.keyClick(plane, Qt.Key.Key_Minus)
    qtbot.keyClick(plane, Qt.Key.Key_Plus)
    qtbot.keyClick(plane, Qt.Key.Key_Plus)
    qtbot.keyClick(plane, Qt.Key.Key_Home)
    assert [reach for _, reach in told] == pytest.approx([3.1 * 1.15, 3.1, 3.1 / 1.15, 3.1])


def test_setters_report_nothing(plane, told):
    plane.set_view(1.0)
    plane.set_z((1, 2))
    plane.set_pins([(0, 0)])
    plane.set_shown([1])
    plane.set_mode("both")
    plane.set_home(2.0)
    assert told == []
    assert plane.view() == 1.0


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_points_and_z_are_at_their_places_at_150_percent(plane, qapp, look, name):
    theme.apply(qapp, theme.Theme(name, 1.5))
    plane.set_points(np.repeat(POINTS, 2, 0) + [[0, 0], [0, 0.4]] * 3, np.repeat(LABELS, 2))
    plane.set_z((-1.0, -1.0))
    plane.resize(plane.sizeHint())
    seen = look(plane)
    for point, label in zip(POINTS, LABELS, strict=True):
        assert seen(*on(plane, *point).toTuple()) == DIGITS[label].lower()
    assert seen(*on(plane, -1, -1).toTuple()) == theme.current().tokens.accent.lower()
    assert seen(*on(plane, -2.5, -2.5).toTuple()) == theme.current().tokens.paper.lower()


def test_only_what_changes_is_drawn_again(plane, drag, monkeypatch):
    drawn = []
    paint = latent_map.Ground.paint
    monkeypatch.setattr(
        latent_map.Ground, "paint", lambda self, *a, **k: (drawn.append(self), paint(self, *a, **k))
    )
    plane.set_pins([(1, 1)])
    plane.set_outlines([POINTS])
    for place in ((0, 0), (0.5, 0.2), (1.5, 2)):
        drag((0, 0), place, (2, 2))
        plane.set_path(POINTS, place)
        plane.grab()
    drawn.clear()
    drag((0, 0), (-1, 1), (2, 2))
    plane.grab()
    assert drawn == []
    plane.set_shown([1])
    plane.grab()
    plane.set_view(2.0)
    plane.grab()
    plane.resize(300, 300)
    plane.grab()
    theme.apply(QApplication.instance(), theme.Theme("dark"))
    plane.grab()
    assert len(drawn) == 4


def test_hidden_classes_vanish_with_their_names(plane, look):
    plane.set_shown([1])
    seen = look(plane)
    assert seen(*on(plane, -1.5, 0.5).toTuple()) == "#ffffff"
    assert "classes shown: 1" in plane.accessibleDescription()
    plane.set_shown(None)
    assert "classes shown: 0, 1, 2" in plane.accessibleDescription()
    plane.set_shown([])
    assert "classes shown: none" in plane.accessibleDescription()


def test_the_manifold_is_shown_alone_or_below_the_points(plane, look):
    ink = np.full((2, 2, 4, 4), 255, np.uint8)
    plane.set_manifold(ink, np.array([-1.5, 1.5]), np.array([-1.5, 1.5]))
    assert look(plane)(*on(plane, -2.5, 1.5).toTuple()) == "#ffffff"
    plane.set_mode("manifold")
    assert look(plane)(*on(plane, -2.5, 1.5).toTuple()) == "#161b26"
    plane.set_manifold(None)
    assert look(plane)(*on(plane, -2.5, 1.5).toTuple()) == "#ffffff"


def test_it_can_be_read_aloud(plane):
    plane.set_z((-0.637, 0.278))
    plane.set_pins([None, (2, 1)])
    assert plane.accessibleName() == "Latent map"
    assert plane.accessibleDescription().startswith("z at (−0.64, 0.28); pin 2 at (2.00, 1.00); classes")
    assert plane.accessibleDescription().endswith("view to 3.10")


def test_saved_it_has_a_circle_for_each_point(plane, tmp_path):
    path = tmp_path / "map.svg"
    save_svg(path, plane)
    drawing = path.read_text(encoding="utf-8")
    assert drawing.count("<circle") == 3
    assert "<image" not in drawing


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (3, 40), (12, 12)])
def test_tiny_maps_are_drawn_and_can_be_clicked(plane, qtbot, look, size):
    plane.setMinimumSize(0, 0)
    plane.set_z((9.0, 9.0))
    plane.set_pins([(0, 0)])
    plane.resize(*size)
    look(plane)
    qtbot.mouseClick(plane, LEFT, pos=QPoint(0, 0))
    assert len(plane.z()) == 2


def test_an_empty_map_is_drawn(show, look):
    plane = show(LatentMap())
    plane.set_points(np.zeros((0, 2)), np.zeros(0, np.uint8))
    look(plane)


def test_the_second_drawing_has_a_cross_and_its_name(plane):
    before = plane.grab().toImage()
    plane.set_second((2.9, -2.0))  # at the right edge: the name stands at its left
    after = plane.grab().toImage()
    assert after != before
    place = on(plane, 2.9, -2.0)
    seen = [x for x in range(before.width()) if before.pixel(x, place.y()) != after.pixel(x, place.y())]
    assert min(seen) < place.x() - 30
    assert max(seen) <= place.x() + 8
    assert "second drawing at (2.90, −2.00)" in plane.accessibleDescription()
    plane.set_second(None)
    assert plane.grab().toImage() == before
