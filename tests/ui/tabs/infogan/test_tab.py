"""The whole tab: what hands do to it, answered by the true pipeline."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from genplay.families.base import Drawing
from genplay.families.infogan import PLAIN, Choices, InfoGanState, Make, Read, Wall
from genplay.ui import theme
from genplay.ui.tabs.levels_pen import greys
from tests.ui.tabs.conftest import Hand
from tests.ui.tabs.desk import LEFT, answer, button, press, run
from tests.ui.tabs.infogan.staged import MATCHING, ORDER


def asked(stage, slot):
    return [request for name, request in stage.desk.asked if name == slot]


def test_the_first_picture_is_there_at_once(stage):
    scene = stage.tab.scene
    assert scene.made is not None
    assert scene.walled.complete
    assert scene.digits == MATCHING
    assert scene.order == ORDER
    assert stage.tab.device()


def test_a_category_is_chosen_by_its_button_in_the_order_of_the_digits(stage):
    press(stage, "Digit 4, category 5")
    assert stage.state.category == 5
    assert asked(stage, "picture")[-1] == Make("infogan", 5)
    button(stage, "Digit 4, category 5").setFocus()
    QTest.keyClick(button(stage, "Digit 4, category 5"), Qt.Key.Key_Right)
    assert stage.state.category == 6
    stage.undo()
    stage.undo()
    assert stage.state.category == 0


def test_an_open_lock_draws_new_noise_with_each_category(stage):
    press(stage, "Digit 4, category 5")
    assert stage.state.seed == 0
    press(stage, "Lock the noise")
    assert not stage.state.locked
    for seed in (1, 2):
        press(stage, "Digit 4, category 5")
        assert stage.state.seed == seed
    press(stage, "New")
    assert stage.state.seed == 3
    assert asked(stage, "wall")[-1] == Wall("infogan", "c2", seed=3)


def test_a_slider_moves_the_picture_and_its_drag_is_one_step(stage):
    stage.tab.view.codes.sliders[0].setFocus()
    track = stage.tab.view.codes.sliders[0].focusProxy()
    middle = track.rect().center()
    QTest.mousePress(track, LEFT, pos=middle)
    for x in (20, 30, 40):
        QTest.mouseMove(track, middle + QPoint(x, 0))
    QTest.mouseRelease(track, LEFT, pos=middle + QPoint(40, 0))
    answer(stage)
    c2 = stage.state.numbers[0]
    assert 0 < c2 <= 2
    assert stage.tab.scene.made.numbers == (c2, 0.0)
    assert asked(stage, "choices")[-1] == Choices("infogan", (c2, 0.0))
    assert len(asked(stage, "wall")) == 1  # what goes across it does not change it
    press(stage, "Reset")
    assert stage.state.numbers == (0.0, 0.0)
    stage.undo()
    stage.undo()
    assert stage.state == InfoGanState(drawing=stage.state.drawing)


def test_a_click_on_the_wall_goes_there(stage):
    wall = stage.tab.view.wall.wall
    QTest.mouseClick(wall, LEFT, pos=wall.cell_rect(2, 7).center().toPoint())
    answer(stage)
    assert (stage.state.category, stage.state.numbers) == (ORDER[2], (1.5, 0.0))
    np.testing.assert_allclose(stage.tab.scene.made.ink, stage.tab.scene.walled.pictures[2, 7], atol=1e-6)
    QTest.keyClick(wall, Qt.Key.Key_Down)
    QTest.keyClick(wall, Qt.Key.Key_Left)
    assert (stage.state.category, stage.state.numbers) == (ORDER[3], (1.0, 0.0))


def test_the_other_number_goes_across(stage):
    wall = stage.tab.view.wall
    wall.axes.setFocus()
    stage.tab.view.wall.axis_chosen.emit("c3")
    answer(stage)
    assert stage.tab.scene.walled.axis == "c3"
    QTest.mouseClick(wall.wall, LEFT, pos=wall.wall.cell_rect(0, 0).center().toPoint())
    assert stage.state.numbers == (0.0, -2.0)


def test_a_drawing_is_read_and_its_codes_are_used(stage):
    found = stage.tab.scene.found
    assert found is not None
    press(stage, "Use these codes")
    assert stage.state.category == found.reading.category
    assert stage.state.numbers == pytest.approx(found.numbers)
    np.testing.assert_allclose(stage.tab.scene.made.ink, found.picture, atol=1e-6)


def test_a_stroke_is_read_as_it_is_drawn(stage):
    run(stage, "clear")
    assert stage.tab.scene.found is None
    hand = Hand(stage.tab.view.reader.canvas)
    hand.stroke((5, 5), (5, 20))
    answer(stage)
    assert stage.state.drawing.pixels()[5, 5:21].all()
    assert stage.state.levels is None
    assert stage.tab.scene.found.drawing == stage.state.drawing
    stage.undo()
    assert stage.state.is_blank


def test_the_generated_picture_is_read_with_its_greys(stage):
    made = stage.tab.scene.made
    press(stage, "Read this picture")
    assert np.abs(greys(stage.state) - 255 * made.ink).max() <= 0.51
    request = asked(stage, "read")[-1]
    assert isinstance(request, Read)
    assert request.levels is not None
    np.testing.assert_allclose(stage.tab.scene.found.reading.shares, made.reading.shares, atol=0.05)


def test_the_plain_gan_has_no_digits(stage):
    press(stage, "Plain GAN")
    assert stage.state.model == PLAIN
    assert stage.tab.scene.digits == ()
    assert button(stage, "Category 3")
    assert stage.tab.scene.confusion is not None  # InfoGAN's own, still
    press(stage, "InfoGAN")
    assert button(stage, "Digit 0, category 1")


def test_both_ledgers_are_counted(stage):
    assert stage.tab.scene.ledger is None
    answer(stage, "ledger", "plain")
    scene = stage.tab.scene
    assert scene.ledger.complete
    assert scene.plain.model == PLAIN
    assert scene.ledger.information <= scene.ledger.ceiling


def picture(path):
    image = QImage(28, 28, QImage.Format.Format_Grayscale8)
    image.fill(255)
    for at in range(8, 20):
        image.setPixelColor(14, at, "#808080")
        image.setPixelColor(15, at, "black")
    image.save(str(path))
    return path


def test_a_picture_is_opened_with_its_greys(stage, tmp_path):
    stage.tab.open_picture(picture(tmp_path / "grey.png"))
    answer(stage)
    assert not stage.state.is_blank
    assert len(np.unique(greys(stage.state))) > 2


def test_what_is_drawn_while_a_picture_is_read_stays(stage, tmp_path):
    stage.tab.open_picture(picture(tmp_path / "grey.png"))
    stroke = Drawing.of(np.eye(28))
    stage.tab.edit(drawing=stroke, levels=None)
    answer(stage)
    assert (stage.state.drawing, stage.state.levels) == (stroke, None)


def test_work_and_stop(stage):
    assert stage.tab.work() == ""
    run(stage, "play")
    assert stage.tab.work()
    stage.tab.stop()
    assert stage.tab.work() == ""


def test_a_class_sees_picture_and_wall(stage):
    stage.tab.set_projector(True)
    assert not stage.tab.header.isVisible()
    assert stage.tab.view.wall.isVisible()
    stage.tab.set_projector(False)
    assert stage.tab.view.reader.isVisible()


def test_a_drawing_of_bits_has_no_levels(stage):
    stage.tab.pen.take(Drawing.blank().flipped(3))
    assert stage.state.levels is None


def test_a_button_shows_what_a_click_on_it_gives(stage):
    stage.tab.edit(locked=False)
    answer(stage)
    for category in (5, 5, 2):
        promised = stage.tab.scene.chosen.pictures[category].copy()
        stage.tab.choose_category(category)
        answer(stage)
        np.testing.assert_allclose(stage.tab.scene.made.ink, promised, atol=1e-6)


@pytest.mark.parametrize(
    ("size", "scale", "place"),
    [((1116, 668), 1.0, "wall"), ((1202, 642), 1.5, "reader"), ((1202, 642), 1.5, "facts")],
)
def test_tab_goes_as_one_reads(stage, qapp, qtbot, size, scale, place):
    view = stage.tab.view
    theme.apply(qapp, theme.Theme(scale=scale))
    stage.tab.resize(*size)
    if place != "wall":
        qtbot.waitUntil(lambda: place in view.choice._pieces)
        view.choice.chosen.emit(place)
        qtbot.waitUntil(lambda: view.choice.isVisible() and view.choice.current() == place)
        qtbot.waitUntil(lambda: view.confusion.map.isVisible() == (place == "facts"))
    switch = [view.choice] * view.choice.isVisible()
    seen = [part for part in (view.wall, view.reader, view.facts) if part.isVisible()]
    sharing = [part for part in seen if switch and part.isAncestorOf(view.choice)]
    alone = [part for part in seen if part not in sharing]
    below = [view.confusion.map] * view._lower.isVisible()
    expected = [view.codes.buttons, *view.codes.sliders, view.codes.seed, view.picture]
    expected += [*alone, *switch, *sharing, *below, view.transport]
    assert passed(view, expected) == expected


def passed(view, parts):
    """Return to which of these parts Tab comes, in its order; what is in one of them, once."""
    found, stop = [], view
    while (stop := stop.nextInFocusChain()) is not view:
        if not (stop.isVisible() and stop.isEnabled() and stop.focusPolicy() & Qt.FocusPolicy.TabFocus):
            continue
        within = [part for part in parts if part is stop or part.isAncestorOf(stop)]
        if within and (not found or found[-1] is not within[0]):
            found.append(within[0])
    return found
