"""The pen: a gesture on the panel becomes a drawing or a blend, and each is one step of undo."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from genplay.families.base import Drawing
from genplay.families.pictures import Imported, drawing_of
from genplay.families.vae import Gauss, VaeState
from genplay.ui.tabs.vae.drawing_panel import DrawingPanel
from genplay.ui.tabs.vae.pen import Pen
from genplay.ui.tabs.vae.scene import Scene
from genplay.ui.widgets.thumbnails import ThumbnailStrip
from genplay.ui.widgets.track import Track

LEFT = Qt.MouseButton.LeftButton
STEP = np.zeros((28, 28), np.uint8)
STEP[4:9, 3:5] = 1
DIGITS = [("Blank", np.zeros_like(STEP)), ("Step", STEP), ("Line", np.eye(28, dtype=np.uint8))]
CLOTHES = [("Coat", 1 - STEP), ("Bag", np.eye(28, dtype=np.uint8)[::-1])]
SOURCE = bytes(range(256)) * 3 + bytes(16)  # every grey, from paper to ink
Q = Gauss((0.5, 0.5), (0.1, 0.2))
BY_HAND = {"q": Q, "step": 7, "z": (1.0, 2.0), "walk": 0.5, "pins": ((0.0, 0.0), (1.0, 1.0))}
FOLLOWING = {"q": None, "step": None, "z": None, "walk": None, "pins": BY_HAND["pins"]}


@pytest.fixture
def desk(make_desk):
    return make_desk(VaeState())


@pytest.fixture
def panel(desk, show):
    """The panel that a pen listens to; it shows the desk's state."""
    made = DrawingPanel(DIGITS, CLOTHES)
    desk.pen = Pen(desk, made)
    desk.views.append(lambda state: made.show_scene(Scene(state)))
    desk.begin(brush=1)
    return show(made, 240, 264)


@pytest.fixture
def pen(desk, panel):
    return desk.pen


def drawn(index):
    return Drawing.of(DIGITS[index][1])


def of(state, names):
    return {name: getattr(state, name) for name in names}


def track(panel):
    (found,) = [track for track in panel.findChildren(Track) if track.isVisible()]
    return found


def drag(track, *shares):
    points = [QPoint(round(share * track.width()), track.height() // 2) for share in shares]
    QTest.mousePress(track, LEFT, pos=points[0])
    for point in points[1:]:
        QTest.mouseMove(track, point)
    QTest.mouseRelease(track, LEFT, pos=points[-1])


# -- drawing -----------------------------------------------------------------------------------------------


def test_a_stroke_is_one_step_and_the_code_follows_the_new_q(desk, hand):
    desk.begin(**BY_HAND)
    hand.stroke((5, 5), (5, 9), (5, 12))
    assert {int(column) for column in np.argwhere(desk.state.drawing.pixels())[:, 1]} == set(range(5, 13))
    assert of(desk.state, BY_HAND) == FOLLOWING
    assert of(desk.undo(), BY_HAND) == BY_HAND
    assert not desk.history.can_undo


def test_while_the_hand_draws_nothing_plays(desk, hand):
    hand.press(5, 5)
    assert desk.pauses
    assert desk.pen.drawing
    hand.release(5, 5)
    assert not desk.pen.drawing


@pytest.mark.parametrize(
    ("act", "after"),
    [("clear", 0 * STEP), ("invert", 1 - STEP), ("next_example", DIGITS[2][1]), ("centre", None)],
)
def test_an_act_makes_a_new_drawing_in_one_step(desk, pen, act, after):
    desk.begin(drawing=drawn(1), **BY_HAND)
    before = desk.state
    getattr(pen, act)()
    assert desk.state.drawing != drawn(1)
    assert after is None or desk.state.drawing == Drawing.of(after)
    assert of(desk.state, BY_HAND) == FOLLOWING
    assert desk.undo() == before


def test_examples_are_those_of_the_model(desk, panel, pen):
    strip = panel.findChild(ThumbnailStrip)
    QTest.mouseClick(strip, LEFT, pos=strip.box(2).center())
    assert desk.state.drawing == drawn(2)
    desk.edit(model="vae_fashion")
    pen.next_example()
    assert desk.state.drawing == Drawing.of(CLOTHES[0][1])
    QTest.mouseClick(strip, LEFT, pos=strip.box(1).center())
    assert desk.state.drawing == Drawing.of(CLOTHES[1][1])


def test_brush_and_tool_are_taken_up_and_are_no_steps(desk, panel, pen, button):
    QTest.mouseClick(button(panel, "Eraser (E)"), LEFT)
    pen.change_brush(+9)
    assert (desk.state.tool, desk.state.brush) == ("eraser", 5)
    assert not desk.history.can_undo


# -- opened pictures ---------------------------------------------------------------------------------------


def test_an_opened_picture_becomes_the_drawing_and_the_code_follows_it(desk, pen):
    desk.begin(**BY_HAND)
    before = desk.state
    pen.take_import(Imported(SOURCE, 90, inverted=False, animated=True))
    assert (desk.state.source, desk.state.threshold) == (SOURCE, 90)
    assert desk.state.drawing == drawing_of(SOURCE, 90)
    assert of(desk.state, BY_HAND) == FOLLOWING
    assert desk.notices == [("info", "The picture moves: its first frame was taken.")]
    assert desk.undo() == before


def test_the_threshold_moves_the_ink_and_a_drag_is_one_step(desk, panel, pen):
    pen.take_import(Imported(SOURCE, 128, inverted=False, animated=False))
    drag(track(panel), 0.5, 0.7, 0.99)
    assert desk.state.threshold > 200
    assert desk.state.drawing == drawing_of(SOURCE, desk.state.threshold)
    assert desk.state.source == SOURCE
    assert desk.undo().threshold == 128


def test_the_pen_leaves_the_opened_picture_behind(desk, pen, hand):
    pen.take_import(Imported(SOURCE, 128, inverted=False, animated=False))
    hand.stroke((0, 0))
    assert desk.state.source is None


# -- blending ----------------------------------------------------------------------------------------------


def test_a_blend_begins_with_half_of_each(desk, pen):
    desk.begin(drawing=drawn(1), **BY_HAND)
    before = desk.state
    pen.blend_with(2)
    assert (desk.state.drawing, desk.state.second, desk.state.blend) == (drawn(1), drawn(2), 0.5)
    assert of(desk.state, ("z", "walk", "q")) == {
        "z": None,
        "walk": None,
        "q": Q,
    }  # q is still of the drawing
    assert desk.undo() == before


def test_another_second_keeps_the_blend_where_it_is(desk, pen):
    desk.begin(drawing=drawn(1), second=drawn(2), blend=0.25)
    pen.blend_with(0)
    assert (desk.state.second, desk.state.blend) == (drawn(0), 0.25)
    pen.blend_with_next()
    assert desk.state.second == drawn(1)


def test_a_blend_with_the_next_example_begins_after_the_drawing(desk, pen):
    desk.begin(drawing=drawn(1))
    pen.blend_with_next()
    assert desk.state.second == drawn(2)


def test_a_drag_of_the_blend_is_one_step(desk, panel):
    desk.begin(drawing=drawn(1), second=drawn(2), blend=0.5, z=(1.0, 2.0))
    seen = []
    desk.views.append(lambda state: seen.append(state.blend))
    drag(track(panel), 0.5, 0.7, 0.8, 1.0)
    assert desk.state.blend == 1.0
    assert sorted(seen) == seen
    assert len(set(seen)) > 2
    assert desk.state.z is None  # or the blend would not be seen
    state = desk.undo()
    assert (state.blend, state.z) == (0.5, (1.0, 2.0))
    assert not desk.history.can_undo


def test_two_drags_are_two_steps(desk, panel):
    desk.begin(drawing=drawn(1), second=drawn(2), blend=0.5)
    drag(track(panel), 0.5, 1.0)
    drag(track(panel), 0.95, 0.0)
    assert desk.state.blend == 0.0
    assert desk.undo().blend == 1.0


def test_a_drawing_is_kept_for_the_blend_with_the_one_to_come(desk, panel, pen, hand):
    desk.begin(drawing=drawn(1), **BY_HAND)
    before = desk.state
    panel.kept.emit()
    assert (desk.state.drawing, desk.state.second, desk.state.blend) == (Drawing.blank(), drawn(1), 0.0)
    assert of(desk.state, BY_HAND) == FOLLOWING
    assert desk.undo() == before
    panel.kept.emit()
    hand.stroke((9, 9))
    assert desk.state.second == drawn(1)


def test_a_blend_is_ended(desk, panel, button):
    desk.begin(drawing=drawn(1), second=drawn(2), blend=0.7)
    QTest.mouseClick(button(panel, "End the blend"), LEFT)
    assert (desk.state.second, desk.state.blend, desk.state.drawing) == (None, 0.0, drawn(1))
    assert desk.undo().second == drawn(2)


def test_a_handle_that_leaves_while_it_is_held_blends_nothing(desk, panel):
    desk.begin(drawing=drawn(1))
    panel.blend_moved.emit(0.4)
    assert not desk.history.can_undo
