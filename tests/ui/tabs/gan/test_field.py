"""The playing field: each layer is in its place, and what the hand does on a canvas is told in places."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from genplay.families.gan import SHOWN, reach
from genplay.ui import theme
from genplay.ui.tabs.gan.field import PlayingField
from tests.ui.tabs.gan.made import FAKE, REAL, halves, pairs, scene, slowed, stepped
from tests.ui.tabs.painted import at, rgb, seen

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
SIDE = 362  # 60 px a unit, and a frame


@pytest.fixture
def field(show):
    made = PlayingField()
    made.set_side(SIDE)
    return show(made, SIDE, SIDE)


def place(field, x, y):
    return field.place(x, y).toPoint()


def changed(field, before, x, y, reach=3):
    """Tell whether the picture differs around a place from what it was."""
    spot = place(field, x, y)
    part = np.s_[spot.y() - reach : spot.y() + reach + 1, spot.x() - reach : spot.x() + reach + 1]
    return bool((seen(field)[part] != before[part]).any())


def orange(colour):
    return colour[0] > colour[2] + 60


def blue(colour):
    return colour[2] > colour[0] + 60


# -- layers --------------------------------------------------------------------------------------------------


def test_d_is_orange_where_it_says_fake_and_blue_where_real(field):
    field.show_scene(scene(layers=("surface",)))
    assert orange(at(field, place(field, 0.3, 2.5)))
    assert blue(at(field, place(field, 0.3, -2.5)))


def test_points_are_at_their_places_in_their_colours(field):
    field.show_scene(scene(layers=("real", "fake")))
    assert at(field, place(field, *REAL)) == rgb("blue")
    assert at(field, place(field, *FAKE)) == rgb("orange")
    assert at(field, place(field, 0, 2)) == rgb("paper")


ELSEWHERE = {
    "real": REAL,
    "fake": FAKE,
    "surface": (2.5, 2.5),
    "manifold": (0.1, 0.8),
    "arrows": (FAKE[0] + 0.3, FAKE[1]),
}


@pytest.mark.parametrize("layer", SHOWN)
def test_a_layer_that_is_switched_off_is_gone_and_it_alone(field, layer):
    field.show_scene(scene(layers=()))
    empty = seen(field)
    assert (empty[1:-1, 1:-1] == rgb("paper")).all()
    field.show_scene(scene(layers=(layer,)))
    assert changed(field, empty, *ELSEWHERE[layer])
    whole = tuple(other for other in SHOWN if other not in (layer, "surface"))
    field.show_scene(scene(layers=whole))
    assert not changed(field, empty, *ELSEWHERE[layer], reach=1)


def test_an_arrow_points_to_the_right_of_its_point(field):
    field.show_scene(scene(layers=()))
    empty = seen(field)
    field.show_scene(scene(layers=("arrows",)))
    assert changed(field, empty, FAKE[0] + 0.3, FAKE[1])
    assert not changed(field, empty, FAKE[0] - 0.3, FAKE[1])


def test_where_d_star_is_unknown_there_is_paper(field):
    mixed = stepped(scene().live.plan)
    mixed = replace(mixed, field=replace(mixed.field, optimal=halves(0, np.nan)))
    field.show_scene(scene(result=mixed, layers=("surface",), surface="optimal"))
    assert orange(at(field, place(field, 1, 2)))
    assert at(field, place(field, 1, -2)) == pytest.approx(rgb("paper"), abs=3)


def test_the_gap_says_what_its_colours_mean(field):
    field.show_scene(scene(layers=("surface",)))
    corner = seen(field)[SIDE - 30 : SIDE - 10, 10:150]
    assert (corner == corner[0, 0]).all(-1).mean() > 0.9  # blue alone
    field.show_scene(scene(layers=("surface",), surface="gap"))
    corner = seen(field)[SIDE - 30 : SIDE - 10, 10:150]
    assert (corner == rgb("surface")).all(-1).mean() > 0.3


def test_points_beyond_the_field_are_at_its_edge(field):
    far = stepped(scene().live.plan, fake=pairs((9.0, 0.0)))
    field.show_scene(scene(result=far, layers=("fake",)))
    assert orange(seen(field)[SIDE // 2, SIDE - 3])


@pytest.mark.parametrize("answered", [True, False])
def test_before_the_first_answer_nothing_is_painted_but_words(field, answered):
    field.show_scene(scene(answered=answered))
    assert bool(orange(at(field, place(field, *FAKE)))) is answered
    if not answered:
        assert (seen(field)[5:100, 5:-5] == rgb("paper")).all()
        assert (seen(field)[165:195, 100:260] != rgb("paper")).any()


@pytest.mark.parametrize("look", ["dark", "contrast"])
def test_colours_follow_the_theme(field, qapp, look):
    field.show_scene(scene())
    theme.apply(qapp, theme.Theme(look))
    assert at(field, place(field, *REAL)) == rgb("blue")
    assert seen(field)[0, 0].tolist() == list(rgb("frame"))
    assert blue(at(field, place(field, 0.3, -2.5)))


# -- slow motion ---------------------------------------------------------------------------------------------


def test_the_update_of_g_moves_its_points(field):
    field.show_scene(slowed("g", "gradient"))
    assert orange(at(field, place(field, *FAKE)))
    field.show_scene(slowed("g", "update"))
    assert at(field, place(field, FAKE[0], 0.5)) == rgb("orange")


def test_the_gradient_of_d_is_shown_as_a_change_even_if_the_surface_is_off(field):
    one = slowed("d", "gradient")
    field.show_scene(replace(one, state=replace(one.state, layers=())))
    assert blue(at(field, place(field, 0.3, 2.5)))  # there D grows
    assert at(field, place(field, 0.3, -1.8)) == pytest.approx(rgb("paper"), abs=3)


def test_in_the_sample_the_surface_is_paler(field):
    def strength(act):
        field.show_scene(slowed("d", act))
        return np.abs(np.subtract(at(field, place(field, 2.5, 2.5)), rgb("paper"))).sum()

    assert 0 < strength("sample") < 0.6 * strength("classify")


def test_it_is_told_what_is_seen(field):
    field.show_scene(scene())
    assert field.accessibleDescription().startswith("1 real points")


# -- the pointer ---------------------------------------------------------------------------------------------


def test_the_place_pointed_at_is_told_and_read(field, qtbot):
    field.show_scene(scene(layers=()))
    empty = seen(field)
    QTest.mouseMove(field, QPoint(5, 5))
    with qtbot.waitSignal(field.pointed) as told:
        QTest.mouseMove(field, place(field, 1.5, 1.0))
    assert told.args[0] == pytest.approx((1.5, 1.0), abs=0.02)
    assert (seen(field)[SIDE - 40 :] != empty[SIDE - 40 :]).any()  # the reading, away from the pointer
    with qtbot.waitSignal(field.pointed) as told:
        QApplication.sendEvent(field, QEvent(QEvent.Type.Leave))
    assert told.args == [None]
    assert (seen(field) == empty).all()


def test_low_down_the_reading_is_above(field):
    field.show_scene(scene(layers=()))
    empty = seen(field)
    QTest.mouseMove(field, QPoint(5, 5))
    QTest.mouseMove(field, place(field, 1.5, -2.5))
    assert (seen(field)[SIDE // 2 :] == empty[SIDE // 2 :]).all()
    assert (seen(field)[:40] != empty[:40]).any()


# -- the canvas ----------------------------------------------------------------------------------------------


@pytest.fixture
def strokes(field):
    """Return what is told of strokes: (start, end, erase), and "end"."""
    told = []
    field.stroked.connect(lambda start, end, erase: told.append((start, end, erase)))
    field.stroke_ended.connect(lambda: told.append("end"))
    return told


def drag(field, *places, button=LEFT):
    QTest.mousePress(field, button, pos=place(field, *places[0]))
    for one in places[1:]:
        QTest.mouseMove(field, place(field, *one))
    QTest.mouseRelease(field, button, pos=place(field, *places[-1]))


@pytest.mark.parametrize(
    ("tool", "button", "erases"),
    [("pen", LEFT, False), ("pen", RIGHT, True), ("eraser", LEFT, True), ("eraser", RIGHT, False)],
)
def test_a_stroke_goes_from_place_to_place(field, strokes, tool, button, erases):
    field.show_scene(scene(drawing=(), tool=tool))
    drag(field, (-1, 1), (0, 1.5), (2, -2), button=button)
    places = [(-1, 1), (-1, 1), (0, 1.5), (2, -2)]  # it begins where the button was pressed
    assert strokes[-1] == "end"
    assert len(strokes) == 4
    for (start, end, erase), first, last in zip(strokes[:-1], places[:-1], places[1:], strict=True):
        assert start == pytest.approx(first, abs=0.02)
        assert end == pytest.approx(last, abs=0.02)
        assert erase is erases


def test_a_stroke_may_leave_the_field(field, strokes):
    field.show_scene(scene(drawing=()))
    QTest.mousePress(field, LEFT, pos=place(field, 2.9, 0))
    QTest.mouseMove(field, QPoint(SIDE + 60, SIDE // 2))
    assert strokes[-1][1][0] == pytest.approx(4, abs=0.05)
    QTest.mouseRelease(field, LEFT, pos=QPoint(SIDE + 60, SIDE // 2))
    assert strokes[-1] == "end"


def test_another_button_does_not_end_a_stroke(field, strokes):
    field.show_scene(scene(drawing=()))
    QTest.mousePress(field, LEFT, pos=place(field, 0, 0))
    QTest.mousePress(field, RIGHT, pos=place(field, 0, 0))
    QTest.mouseRelease(field, RIGHT, pos=place(field, 0, 0))
    assert strokes == [((pytest.approx(0, abs=0.02),) * 2, (pytest.approx(0, abs=0.02),) * 2, False)]
    QTest.mouseRelease(field, LEFT, pos=place(field, 0, 0))
    assert strokes[-1] == "end"


def test_without_a_canvas_nothing_is_drawn(field, strokes):
    field.show_scene(scene())
    drag(field, (-1, 1), (1, 1))
    assert strokes == []


def test_a_stroke_ends_with_its_canvas(field, strokes):
    field.show_scene(scene(drawing=()))
    QTest.mousePress(field, LEFT, pos=place(field, 0, 0))
    field.show_scene(scene())
    QTest.mouseMove(field, place(field, 1, 1))
    QTest.mouseRelease(field, LEFT, pos=place(field, 1, 1))
    assert len(strokes) == 1


def test_what_is_drawn_is_blue_where_it_is_and_nothing_else_is_to_be_seen(field):
    field.show_scene(scene(drawing=((1.5, 1.5), (1.6, 1.5), (1.5, 1.6))))
    assert blue(at(field, place(field, 1.55, 1.55)))
    assert not orange(at(field, place(field, *FAKE)))
    assert at(field, place(field, -1.5, -1.5)) == rgb("paper")


def test_an_empty_canvas_says_what_to_do(field):
    field.show_scene(scene(drawing=()))
    assert field.accessibleDescription() == "Draw where the real points are to lie, then press Apply."
    assert (seen(field)[170:192, 40:320] != rgb("paper")).any()


def test_the_brush_follows_the_pointer_as_large_as_it_reaches(field):
    field.show_scene(scene(drawing=((0.05, 0.05),), brush=5))
    before = seen(field)
    QTest.mouseMove(field, QPoint(5, 5))
    QTest.mouseMove(field, place(field, 1.5, 1.5))
    far = reach(5)
    for x, y in ((1.5 + far, 1.5), (1.5, 1.5 + far), (1.5 - far, 1.5)):
        assert changed(field, before, x, y, 1)
    assert not changed(field, before, 1.5, 1.5, 5)


@pytest.mark.parametrize(("turn", "brush"), [(120, [3]), (-120, [1]), (-600, [1])])
def test_the_wheel_asks_for_another_brush(field, turn, brush):
    asked = []
    field.brush_changed.connect(asked.append)
    for drawing in (None, ()):
        field.show_scene(scene(drawing=drawing, brush=2))
        spot = QPointF(100, 100)
        event = QWheelEvent(
            spot,
            field.mapToGlobal(spot),
            QPoint(),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(field, event)
    assert asked == brush


@pytest.mark.parametrize("tool", ["pen", "eraser"])
def test_by_keys_a_mark_is_moved_and_drawn_at(field, strokes, tool):
    field.show_scene(scene(drawing=(), tool=tool))
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert strokes == []  # there is no mark yet
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Return):
        QTest.keyClick(field, key)
    spot = (pytest.approx(0.2), pytest.approx(0.1))
    assert strokes == [(spot, spot, tool == "eraser"), "end"]


def test_the_mark_stays_on_the_field(field, qtbot):
    field.show_scene(scene())
    told = []
    field.pointed.connect(told.append)
    for _ in range(40):
        QTest.keyClick(field, Qt.Key.Key_Left)
    assert told[-1] == pytest.approx((-2.95, 0))
