"""The pen: a gesture on the panel becomes a drawing, a region or a brush, and each is one step of undo."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSlider

from genplay.data import pictures
from genplay.families.base import Drawing
from genplay.families.pictures import Imported, drawing_of
from genplay.ui.tabs.autoregressive.drawing_panel import DrawingPanel
from genplay.ui.tabs.autoregressive.pen import Pen
from genplay.ui.tabs.autoregressive.scene import Scene
from genplay.ui.widgets.thumbnails import ThumbnailStrip

LEFT = Qt.MouseButton.LeftButton
STEP = np.zeros((28, 28), np.uint8)
STEP[4:9, 3:5] = 1
EXAMPLES = [("Blank", np.zeros_like(STEP)), ("Step", STEP), ("Line", np.eye(28, dtype=np.uint8))]
SOURCE = bytes(range(256)) * 3 + bytes(16)  # every grey, from paper to ink
ASKED = {"flip": 3, "sample_from": 100, "source": SOURCE}  # what belongs to the drawing of before


@pytest.fixture
def pen(desk):
    return Pen(desk, [bits for _, bits in EXAMPLES])


@pytest.fixture
def panel(desk, pen, show):
    """The panel that the pen listens to; it shows the desk's state."""
    made = DrawingPanel(EXAMPLES)
    pen.listen(made)
    desk.views.append(lambda state: made.show_scene(Scene(state)))
    desk.begin(brush=1)
    return show(made, 330, 400)


def cells(drawing):
    return {(int(row), int(column)) for row, column in np.argwhere(drawing.pixels())}


def row_of(row, *columns):
    return {(row, column) for column in columns}


# -- strokes -----------------------------------------------------------------------------------------------


def test_a_stroke_becomes_the_drawing_and_is_one_step_of_undo(desk, hand):
    hand.stroke((5, 5), (5, 9), (5, 12))
    hand.stroke((7, 5), (7, 6))
    first = row_of(5, *range(5, 13))
    assert cells(desk.state.drawing) == first | row_of(7, 5, 6)
    assert cells(desk.undo().drawing) == first
    assert cells(desk.undo().drawing) == set()
    assert not desk.history.can_undo


def test_every_point_of_a_stroke_is_a_state(desk, hand):
    seen = []
    desk.views.append(lambda state: seen.append(len(cells(state.drawing))))
    hand.stroke((5, 5), (5, 6), (5, 7))
    assert seen == [1, 2, 3, 3]


def test_it_draws_from_the_press_to_the_release(pen, hand):
    hand.press(5, 5)
    assert pen.drawing
    hand.move(5, 6)
    assert pen.drawing
    hand.release(5, 6)
    assert not pen.drawing


def test_a_stroke_stops_the_walk_and_the_pointer_is_not_what_is_read(desk, hand):
    hand.press(5, 5)
    assert desk.pauses
    assert desk.forgotten
    hand.release(5, 5)


def test_a_stroke_puts_away_what_was_asked_about_the_old_drawing(desk, hand):
    desk.begin(**ASKED)
    hand.stroke((5, 5))
    assert all(getattr(desk.state, name) is None for name in ASKED)
    assert {name: getattr(desk.undo(), name) for name in ASKED} == ASKED


@pytest.mark.parametrize(
    ("tool", "after"), [("Pen (P)", {(4, 4), (0, 0)}), ("Eraser (E)", set()), ("Fill (G)", None)]
)
def test_a_tool_does_what_it_says_and_to_take_it_is_no_step(desk, panel, tool, after, hand, button):
    desk.begin(drawing=Drawing.of(np.pad([[1]], ((4, 23), (4, 23)))))
    QTest.mouseClick(button(panel, tool), LEFT)
    assert not desk.history.can_undo
    hand.stroke((4, 4) if after == set() else (0, 0))
    everything = {(row, column) for row in range(28) for column in range(28)}
    assert cells(desk.state.drawing) == (everything if after is None else after)


# -- the brush ---------------------------------------------------------------------------------------------


def test_the_brush_has_a_smallest_and_a_largest_size(desk, pen):
    desk.begin(brush=1)
    sizes = []
    for by in (-1, 1, 1, 1, 1, 1, 1, -1, -3, 9, -9):
        pen.change_brush(by)
        sizes.append(desk.state.brush)
    assert sizes == [1, 2, 3, 4, 5, 5, 5, 4, 1, 5, 1]
    assert not desk.history.can_undo  # a way of drawing is no drawing


def test_the_wheel_and_the_menu_take_a_brush(desk, panel, hand, button):
    middle = QPointF(hand.point(10, 20))
    none, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    where = middle, panel.canvas.mapToGlobal(middle), QPoint(), QPoint(0, 120)
    QApplication.sendEvent(panel.canvas, QWheelEvent(*where, Qt.MouseButton.NoButton, none, phase, False))
    assert desk.state.brush == 2
    button(panel, "Brush size ([ and ], or the wheel)").menu().actions()[3].trigger()
    assert desk.state.brush == 4
    hand.stroke((10, 10))
    assert len(cells(desk.state.drawing)) > 9


# -- a region to be completed ------------------------------------------------------------------------------


def test_a_region_is_painted_beside_the_drawing_in_one_step(desk, pen, hand):
    desk.begin(drawing=Drawing.of(STEP), tool="region", sample_from=100, flip=3)
    hand.press(9, 3)
    assert pen.drawing
    for column in (6, 9):
        hand.move(9, column)
    hand.release(9, 9)
    assert not pen.drawing
    assert cells(desk.state.region) == row_of(9, *range(3, 10))
    assert desk.state.drawing == Drawing.of(STEP)
    assert desk.state.sample_from is None  # those were of another region
    assert desk.state.flip == 3
    assert desk.undo().region == Drawing.blank()
    assert not desk.history.can_undo


def test_two_regions_are_two_steps(desk, hand):
    desk.begin(tool="region")
    hand.stroke((9, 3), (9, 4))
    hand.stroke((12, 3), (12, 4))
    assert cells(desk.undo().region) == row_of(9, 3, 4)


def test_a_region_is_cleared_and_the_drawing_stays(desk, pen):
    desk.begin(drawing=Drawing.of(STEP), region=Drawing.of(np.eye(28)), sample_from=5)
    pen.clear_region()
    assert (desk.state.region, desk.state.sample_from) == (Drawing.blank(), None)
    assert desk.state.drawing == Drawing.of(STEP)
    assert cells(desk.undo().region) == cells(Drawing.of(np.eye(28)))


# -- whole drawings ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("act", "change"),
    [
        ("clear", np.zeros_like),
        ("invert", lambda pixels: 1 - pixels),
        ("centre", pictures.centre_and_scale),
        ("next_example", lambda _: EXAMPLES[2][1]),
    ],
)
def test_an_act_makes_a_new_drawing_in_one_step(desk, pen, act, change):
    desk.begin(drawing=Drawing.of(STEP), cursor=7, **ASKED)
    before = desk.state
    getattr(pen, act)()
    assert desk.state.drawing == Drawing.of(change(STEP))
    assert all(getattr(desk.state, name) is None for name in ASKED)
    assert desk.state.cursor == 7
    assert desk.undo() == before


def test_what_is_centred_stands_in_the_middle(desk, pen):
    desk.begin(drawing=Drawing.of(STEP))
    pen.centre()
    rows, columns = np.argwhere(desk.state.drawing.pixels()).T
    assert abs(rows.mean() - 13.5) <= 1
    assert abs(columns.mean() - 13.5) <= 1


def test_the_next_example_goes_round(desk, pen):
    desk.begin(drawing=Drawing.of(EXAMPLES[1][1]))
    for _, bits in (EXAMPLES[2], EXAMPLES[0], EXAMPLES[1]):
        pen.next_example()
        assert desk.state.drawing == Drawing.of(bits)


def test_after_an_own_drawing_the_next_example_is_the_first(desk, pen):
    desk.begin(drawing=Drawing.of(1 - STEP))
    pen.next_example()
    assert desk.state.drawing == Drawing.of(EXAMPLES[0][1])


def test_examples_are_taken_from_their_strip(desk, panel, button):
    strip = panel.findChild(ThumbnailStrip)
    QTest.mouseClick(strip, LEFT, pos=strip.box(2).center())
    assert desk.state.drawing == Drawing.of(EXAMPLES[2][1])
    QTest.mouseClick(button(panel, "Next example"), LEFT)
    assert desk.state.drawing == Drawing.of(EXAMPLES[0][1])


# -- opened pictures ---------------------------------------------------------------------------------------


def test_an_opened_picture_becomes_the_drawing_in_one_step(desk, pen):
    desk.begin(drawing=Drawing.of(STEP), flip=3, sample_from=100)
    before = desk.state
    pen.take_import(Imported(SOURCE, 90, inverted=False, animated=False))
    assert (desk.state.source, desk.state.threshold) == (SOURCE, 90)
    assert desk.state.drawing == drawing_of(SOURCE, 90)
    assert (desk.state.flip, desk.state.sample_from) == (None, None)
    assert desk.notices == []
    assert desk.undo() == before


def test_that_a_picture_moves_is_said(desk, pen):
    pen.take_import(Imported(SOURCE, 90, inverted=False, animated=True))
    assert desk.notices == [("info", "The picture moves: its first frame was taken.")]


def test_the_threshold_moves_the_ink_and_a_drag_is_one_step(desk, pen, panel):
    pen.take_import(Imported(SOURCE, 128, inverted=False, animated=False))
    desk.edit(flip=3, sample_from=100)
    (track,) = [slider for slider in panel.findChildren(QSlider) if slider.isVisible()]
    middle = track.height() // 2
    for end in (track.width() - 2, 2):
        QTest.mousePress(track, LEFT, pos=QPoint(track.width() // 2, middle))
        QTest.mouseMove(track, QPoint(track.width() // 3, middle))
        QTest.mouseMove(track, QPoint(end, middle))
        QTest.mouseRelease(track, LEFT, pos=QPoint(end, middle))
    assert desk.state.threshold < 50
    assert desk.state.drawing == drawing_of(SOURCE, desk.state.threshold)
    assert desk.state.source == SOURCE  # it can be moved on
    assert (desk.state.flip, desk.state.sample_from) == (None, None)
    state = desk.undo()
    assert state.threshold > 200
    assert state.drawing == drawing_of(SOURCE, state.threshold)
    assert desk.undo().threshold == 128


def test_without_an_opened_picture_a_threshold_changes_nothing(desk, panel):
    desk.begin(drawing=Drawing.of(STEP))
    panel.threshold_moved.emit(20.0)  # as of a slider that leaves while it is held
    assert desk.state.drawing == Drawing.of(STEP)
    assert not desk.history.can_undo
