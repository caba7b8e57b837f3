"""One model looked at closely: its answers are shown or taken back, and gestures become states."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from genplay.engine.worker import Failure
from genplay.families.autoregressive import PIXELS, Averaged, Comparison, Samples
from genplay.families.base import Drawing
from genplay.ui import text
from genplay.ui.pace import Pace
from genplay.ui.tabs.autoregressive.looking import Looking
from genplay.ui.tabs.autoregressive.pen import Pen
from genplay.ui.tabs.autoregressive.sampling import Sampling
from genplay.ui.widgets.reading import ReadingLine
from genplay.ui.widgets.sample_grid import SampleGrid

LEFT = Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier
LINE = Drawing.of((np.arange(PIXELS) % 28 == 12).reshape(28, 28))
EXAMPLES = [("Blank", np.zeros((28, 28), np.uint8)), ("Line", LINE.pixels())]
PIXEL = 28 * 14 + 12
FAILURE = Failure("The checkpoint {name} is missing.", {"name": "nade"}, "Traceback: gone", expected=True)


@pytest.fixture
def looking(desk, show):
    """The page on a desk that shows every new state; ``desk.told`` is what else the tab was asked for."""
    desk.told = []
    desk.retry_pressed = lambda: desk.told.append("retry")
    desk.copy = desk.told.append
    desk.choose_number = lambda name, value: desk.edit(**{name: value})
    desk.edit_while_busy = desk.edit
    desk.pen = Pen(desk, [bits for _, bits in EXAMPLES])
    desk.sampling = Sampling(desk)
    made = Looking(desk, EXAMPLES)
    desk.walk, desk.forget_pointer = made.walk, made.forget_pointer
    frame = QWidget()  # as in a window, a page is given its size, whatever it asks for
    made.view.setParent(frame)
    made.view.resize(1280, 640)
    show(frame, 1280, 640)
    desk.views.append(made.show_state)
    desk.begin(drawing=LINE)
    yield made
    made.walk.player.pause()
    frame.close()


@pytest.fixture
def answer(score):
    """The made-up model's answer to the line."""
    return score("nade", LINE)


@pytest.fixture
def flipped(answer, score):
    """What follows from a flip of a pixel of the line."""
    return Comparison(PIXEL, answer, score("nade", LINE.flipped(PIXEL)))


def visible(looking, kind):
    return [found for found in looking.view.findChildren(kind) if found.isVisible()]


def words(looking):
    return [label.text() for label in visible(looking, QLabel)]


def hero(looking):
    return next(label.text() for label in visible(looking, QLabel) if label.property("role") == "hero")


def reading(looking):
    return looking.view.findChild(ReadingLine).accessibleName()


def loading(looking):
    return {view.accessibleDescription() for view in looking.view.maps.maps}


def press(looking, name):
    (button,) = [b for b in visible(looking, QPushButton) if b.text() == name]
    QTest.mouseClick(button, LEFT)


def point_at(picture, pixel):
    QTest.mouseMove(picture, picture.pixel_rect(PIXELS - 1 - pixel).center().toPoint())
    QTest.mouseMove(picture, picture.pixel_rect(pixel).center().toPoint())


def colours(grid):
    """The colours in the middle of the eight samples."""
    image = grid.grab().toImage()
    return {image.pixelColor(grid.cell(index).center()).name() for index in range(8)}


def settled(looking, qtbot):
    qtbot.waitUntil(lambda: not any(pace.resting for pace in looking.view.findChildren(Pace)))


# -- answers -----------------------------------------------------------------------------------------------


def test_before_the_first_answer_the_model_is_loading(looking, answer):
    assert loading(looking) == {"Loading NADE"}
    looking.show_result("score", answer)
    assert loading(looking) == {""}
    assert hero(looking) == text.nats(answer.log_prob)


def test_while_an_answer_is_awaited_no_older_number_is_shown(looking, answer):
    looking.show_result("score", answer)
    looking.show_waiting("score")
    assert hero(looking) == "–"
    assert looking.scene.result is None
    looking.show_result("score", answer)
    assert hero(looking) == text.nats(answer.log_prob)


def test_each_slot_shows_and_takes_back_its_own_answer(looking, answer, flipped):
    averaged = Averaged(np.array([-80.0, -90.0]), 2)
    looking.show_result("score", answer)
    looking.show_result("whatif", flipped)
    looking.show_result("average", averaged)
    parts = ("result", "comparison", "averaged")
    assert [getattr(looking.scene, part) for part in parts] == [answer, flipped, averaged]
    looking.show_waiting("whatif")
    assert [getattr(looking.scene, part) for part in parts] == [answer, None, averaged]
    looking.show_nothing("average")
    assert [getattr(looking.scene, part) for part in parts] == [answer, None, None]


def test_an_answer_that_no_slot_has_a_use_for_is_a_fault(looking):
    with pytest.raises(TypeError, match="slot 'score' has no use for str"):
        looking.show_result("score", "words")


def test_a_failure_is_said_in_the_answers_place_and_can_be_copied_and_tried_again(looking, desk, answer):
    looking.show_result("score", answer)
    looking.show_failure("score", FAILURE)
    assert {"There is no answer", "The checkpoint nade is missing."} <= set(words(looking))
    assert hero(looking) == "–"
    press(looking, "Copy details")
    press(looking, "Try again")
    assert desk.told == ["Traceback: gone", "retry"]
    looking.show_result("score", answer)
    assert "There is no answer" not in words(looking)


@pytest.mark.parametrize("name", ["whatif", "average"])
def test_a_failure_beside_the_score_is_said_in_the_corner_and_the_score_stays(looking, answer, qtbot, name):
    looking.show_result("score", answer)
    with qtbot.waitSignal(looking.said) as said:
        looking.show_failure(name, FAILURE)
    assert said.args == ["error", "The checkpoint nade is missing."]
    assert hero(looking) == text.nats(answer.log_prob)


def test_what_was_stopped_says_so_only_where_there_is_no_answer(looking, desk, answer):
    looking.show_stopped("score")
    assert {"Stopped", "Try again, or change the drawing."} <= set(words(looking))
    press(looking, "Copy details")
    assert desk.told == ["The answer was stopped."]
    looking.show_result("score", answer)
    for name in ("score", "whatif", "average"):
        looking.show_stopped(name)
    assert "Stopped" not in words(looking)
    assert hero(looking) == text.nats(answer.log_prob)


def test_while_another_page_is_turned_to_nothing_is_drawn_here(looking, desk, answer, qtbot):
    looking.show_result("score", answer)
    desk.edit(page="compare")
    other = replace(answer, running=2 * answer.running)
    looking.show_result("score", other)
    settled(looking, qtbot)
    assert hero(looking) == text.nats(answer.log_prob)
    desk.edit(page="one")
    assert hero(looking) == text.nats(other.log_prob)


# -- the pointer -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("at", [0, 1, 2])
def test_the_pixel_that_is_pointed_at_is_read_until_the_pointer_leaves(looking, answer, at):
    looking.show_result("score", answer)
    picture = (looking.view.drawing.canvas, *looking.view.maps.maps)[at]
    point_at(picture, PIXEL)
    assert looking.scene.hovered == PIXEL
    assert reading(looking).startswith("Row 15, column 13")
    QApplication.sendEvent(picture, QEvent(QEvent.Type.Leave))
    assert looking.scene.hovered is None
    assert not reading(looking).startswith("Row 15, column 13")


def test_while_a_stroke_is_drawn_no_pixel_is_read(looking, answer):
    looking.show_result("score", answer)
    canvas = looking.view.drawing.canvas
    places = [canvas.pixel_rect(PIXEL + step).center().toPoint() for step in range(3)]
    QTest.mousePress(canvas, LEFT, pos=places[0])
    for place in places[1:]:
        QTest.mouseMove(canvas, place)
        assert looking.scene.hovered is None
    QTest.mouseRelease(canvas, LEFT, pos=places[-1])


def test_alt_and_a_click_compare_and_the_same_pixel_again_ends_that(looking, desk, answer):
    looking.show_result("score", answer)
    view = looking.view.maps.expected
    place = view.pixel_rect(PIXEL).center().toPoint()
    QTest.mouseClick(view, LEFT, ALT, pos=place)
    assert desk.state.flip == PIXEL
    QTest.mouseClick(view, LEFT, ALT, pos=place)
    assert desk.state.flip is None


def test_the_pixel_in_focus_is_compared_if_there_is_one(looking, desk, answer, qtbot):
    looking.show_result("score", answer)
    desk.begin(drawing=LINE, cursor=PIXELS)
    with qtbot.waitSignal(looking.said) as said:
        looking.flip_focus()
    assert said.args == ["info", "Point at a pixel first."]
    for pixel in (PIXEL, 0):
        point_at(looking.view.maps.surprise, pixel)
        looking.flip_focus()
        assert desk.state.flip == pixel


def test_a_comparison_is_ended_by_its_button(looking, desk, answer, flipped):
    desk.begin(drawing=LINE, flip=PIXEL)
    looking.show_result("score", answer)
    looking.show_result("whatif", flipped)
    press(looking, "End comparison")
    assert desk.state.flip is None


def test_a_pixel_that_is_picked_is_where_the_cursor_goes(looking, desk, answer):
    looking.show_result("score", answer)
    view = looking.view.maps.expected
    QTest.mouseClick(view, LEFT, pos=view.pixel_rect(PIXEL).center().toPoint())
    assert desk.state.cursor == PIXEL + 1


def test_a_walk_forgets_what_was_pointed_at(looking, desk, answer):
    looking.show_result("score", answer)
    point_at(looking.view.maps.expected, PIXEL)
    looking.walk.toggle_play()
    assert looking.scene.playing
    assert looking.scene.hovered is None


# -- samples -----------------------------------------------------------------------------------------------


def test_samples_are_asked_for_shown_taken_and_put_away(looking, desk, answer, qtbot):
    looking.show_result("score", answer)
    QTest.mouseClick(looking.view.sample, LEFT)
    assert desk.state.sample_from == 0
    pixels = np.ones((8, PIXELS), np.uint8)
    grid = looking.view.findChild(SampleGrid)
    qtbot.waitUntil(lambda: grid.isVisible() and grid.rect().contains(grid.cell(7)))
    blank = colours(grid)
    with qtbot.waitSignal(desk.sampling.reveal.ended):
        desk.sampling.show_result("samples", Samples(np.arange(PIXELS), 0, PIXELS, pixels, 1.0))
    assert len(colours(grid)) == 1  # all eight are full of ink
    assert colours(grid) != blank
    press(looking, "Sample again")
    assert desk.state.seed == 1
    QTest.mouseClick(grid, LEFT, pos=grid.cell(3).center())
    assert desk.state.drawing == Drawing.of(np.ones((28, 28)))
    desk.edit(sample_from=0)
    press(looking, "Close")
    assert desk.state.sample_from is None
    desk.sampling.show_nothing("samples")
    assert looking.scene.samples is None


@pytest.mark.parametrize(("box", "value"), [("seed", 1), ("temperature", 1.05)])
def test_seed_and_temperature_are_chosen_in_their_boxes(looking, desk, box, value):
    spin = getattr(looking.view, box)
    spin.setFocus()
    QTest.keyClick(spin, Qt.Key.Key_Up)
    assert getattr(desk.state, box) == pytest.approx(value)
