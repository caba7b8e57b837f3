"""The grey pen: a gesture on the panel becomes a grey picture, and each is one step of undo."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSlider

from genplay.families.autoregressive import GreyPicture, GreyState
from genplay.families.pictures import Imported
from genplay.ui.tabs.autoregressive.grey.drawing import GreyDrawing
from genplay.ui.tabs.autoregressive.grey.scene import GreyScene
from genplay.ui.tabs.autoregressive.grey_pen import GreyPen
from genplay.ui.tabs.autoregressive.pen import Pen
from genplay.ui.widgets.thumbnails import ThumbnailStrip

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
ALT = Qt.KeyboardModifier.AltModifier
RAMP = (7 * np.arange(784) % 256).astype(np.uint8).reshape(28, 28)
EXAMPLES = [("Blank", np.zeros_like(RAMP)), ("Ramp", RAMP), ("Dark", np.full_like(RAMP, 200))]


@pytest.fixture
def pen(desk):
    desk.pen = Pen(desk, [])  # tools and brushes are those of the other page
    return GreyPen(desk, [levels for _, levels in EXAMPLES])


@pytest.fixture
def panel(desk, pen, show):
    """The panel that the pen listens to; it shows the desk's state."""
    made = GreyDrawing(EXAMPLES)
    pen.listen(made)
    desk.views.append(lambda state: made.show_scene(GreyScene(state)))
    desk.begin(brush=1, page="grey")
    show(made, 330, 400)
    made.set_room(264, below=0, roomy=True, compact=False)
    return made


def levels(state):
    return state.grey.picture.levels()


def drawn(state):
    """The greys that are not paper, by row and column."""
    found = levels(state)
    return {(int(row), int(column)): int(found[row, column]) for row, column in np.argwhere(found)}


def begin(desk, picture, **values):
    desk.begin(grey=GreyState(picture=GreyPicture.of(picture), **values))


# -- strokes -----------------------------------------------------------------------------------------------


def test_a_stroke_leaves_the_pens_grey_and_is_one_step_of_undo(desk, hand):
    desk.edit(grey_level=90)
    hand.stroke((5, 5), (5, 7), (5, 9))
    desk.edit(grey_level=30)
    hand.stroke((7, 5), (7, 6))
    first = dict.fromkeys([(5, column) for column in range(5, 10)], 90)
    assert drawn(desk.state) == {**first, (7, 5): 30, (7, 6): 30}
    assert drawn(desk.undo()) == first
    assert drawn(desk.undo()) == {}
    assert not desk.history.can_undo


def test_it_draws_from_the_press_to_the_release_and_reads_no_pixel(desk, pen, hand):
    hand.press(5, 5)
    assert pen.drawing
    assert desk.forgotten == 1
    hand.move(5, 6)
    assert pen.drawing
    hand.release(5, 6)
    assert not pen.drawing


def test_a_stroke_puts_away_the_samples_and_keeps_all_else(desk, hand):
    begin(desk, RAMP, pixel=9, noise=4, sample_from=100)
    before = desk.state
    hand.stroke((5, 5))
    grey = desk.state.grey
    assert (grey.sample_from, grey.pixel, grey.noise) == (None, 9, 4)
    assert desk.undo() == before


def test_the_drawing_of_the_other_page_is_untouched(desk, pen, hand):
    before = desk.state.drawing
    hand.stroke((5, 5))
    pen.invert()
    assert desk.state.drawing == before


def test_the_right_button_leaves_paper(desk, hand):
    begin(desk, np.full_like(RAMP, 200))
    hand.stroke((5, 5), button=RIGHT)
    assert levels(desk.state)[5, 5] == 0
    assert np.count_nonzero(levels(desk.state)) == 783


def test_tools_and_brushes_are_taken_and_are_no_step(desk, panel, hand, button):
    begin(desk, np.full_like(RAMP, 200))
    QTest.mouseClick(button(panel, "Eraser (E)"), LEFT)
    button(panel, "Brush size ([ and ], or the wheel)").menu().actions()[2].trigger()
    assert (desk.state.tool, desk.state.brush) == ("eraser", 3)
    assert not desk.history.can_undo
    hand.stroke((14, 14))
    assert 5 <= np.count_nonzero(levels(desk.state) == 0) <= 9


# -- the pen's grey ----------------------------------------------------------------------------------------


def test_the_pens_grey_is_chosen_by_its_slider_and_is_no_step(desk, panel):
    (track,) = [slider for slider in panel.findChildren(QSlider) if slider.isVisible()]
    track.setFocus()
    for _ in range(2):
        QTest.keyClick(track, Qt.Key.Key_Left)
    assert desk.state.grey_level == 253
    QTest.keyClick(track, Qt.Key.Key_Home)
    assert desk.state.grey_level == 0
    assert not desk.history.can_undo


def test_alt_and_a_click_take_the_grey_of_a_pixel_and_draw_nothing(desk, panel, hand):
    begin(desk, RAMP)
    QTest.mouseClick(panel.canvas, LEFT, ALT, pos=hand.point(3, 17))
    assert desk.state.grey_level == RAMP[3, 17]
    assert (levels(desk.state) == RAMP).all()
    assert not desk.history.can_undo


# -- whole pictures ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("act", "change"),
    [
        ("clear", np.zeros_like),
        ("invert", lambda greys: 255 - greys),
        ("next_example", lambda _: EXAMPLES[2][1]),
    ],
)
def test_an_act_makes_a_new_picture_in_one_step(desk, pen, act, change):
    begin(desk, RAMP, pixel=9, sample_from=100)
    before = desk.state
    getattr(pen, act)()
    assert (levels(desk.state) == change(RAMP)).all()
    assert (desk.state.grey.sample_from, desk.state.grey.pixel) == (None, 9)
    assert desk.undo() == before


def test_inverted_twice_is_the_same(desk, pen):
    begin(desk, RAMP)
    pen.invert()
    pen.invert()
    assert (levels(desk.state) == RAMP).all()


def test_the_next_example_goes_round_and_begins_after_an_own_picture(desk, pen):
    begin(desk, RAMP)
    for _, picture in (EXAMPLES[2], EXAMPLES[0], EXAMPLES[1]):
        pen.next_example()
        assert (levels(desk.state) == picture).all()
    begin(desk, RAMP // 2)
    pen.next_example()
    assert (levels(desk.state) == EXAMPLES[0][1]).all()


def test_examples_are_taken_from_their_strip(desk, panel, button):
    strip = panel.findChild(ThumbnailStrip)
    QTest.mouseClick(strip, LEFT, pos=strip.box(2).center())
    assert (levels(desk.state) == EXAMPLES[2][1]).all()
    QTest.mouseClick(button(panel, "Next example"), LEFT)
    assert (levels(desk.state) == EXAMPLES[0][1]).all()


@pytest.mark.parametrize("animated", [False, True])
def test_an_opened_picture_keeps_its_greys_and_that_it_moves_is_said(desk, pen, animated):
    begin(desk, np.zeros_like(RAMP), sample_from=100)
    before = desk.state
    pen.take_import(Imported(RAMP.tobytes(), 90, inverted=False, animated=animated))
    assert (levels(desk.state) == RAMP).all()
    assert desk.state.grey.sample_from is None
    said = [("info", "The picture moves: its first frame was taken.")]
    assert desk.notices == (said if animated else [])
    assert desk.undo() == before
