"""The page among others, and the whole way with the true pipeline."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from genplay.families.pictures import Imported
from genplay.ui import theme
from genplay.ui.widgets.segmented import Segmented
from genplay.ui.widgets.track import Track

LEFT = Qt.MouseButton.LeftButton
FASTEST, SLOWEST = 5, 0


def track(slider):
    return slider.findChild(Track)


def turn(slider, key, times=1):
    for _ in range(times):
        QTest.keyClick(track(slider), key)


def counter(desk):
    return next(text for text in desk.texts() if "100,000" in text)


def trained(desk, step=60):
    desk.page.running.go_to(step)
    desk.answer()


# -- among others ------------------------------------------------------------------------------------------


def test_another_page_leaves_nothing_running(desk):
    QTest.keyClick(desk.button("Speed"), Qt.Key.Key_Left)
    desk.click("Play")
    assert desk.page.running.playing
    desk.stage.edit(replace(desk.state, page="explore"), "")
    assert desk.worker.cancelled == ["vae/live"]
    assert not desk.page.running.playing
    assert desk.page.scene.result is None
    asked = len(desk.worker.asked)
    desk.stage.edit(replace(desk.state, page="train"), "")
    assert len(desk.worker.asked) == asked + 1
    desk.answer()
    assert desk.tab.settled()


def test_the_curve_is_where_an_earlier_step_is_chosen(desk):
    trained(desk, 100)
    plot = desk.view.losses.plot
    at = QPoint(round(plot.place_of(40)), plot.height() // 2)
    QTest.mouseClick(plot, LEFT, pos=at)
    assert desk.live.step == pytest.approx(40, abs=1)
    QTest.keyClick(plot, Qt.Key.Key_Right)
    assert desk.live.step == 101


# -- the true pipeline -------------------------------------------------------------------------------------


def test_a_true_training_plays_rests_and_comes_back_bit_for_bit(true_desk, qtbot):
    desk = true_desk
    before = desk.page.scene.current.means.copy()
    desk.click("Play")
    desk.until(qtbot, lambda: desk.page.scene.step > 60)
    turn(desk.view.setup.beta, Qt.Key.Key_Right, 3)
    changed = desk.live.step
    desk.until(qtbot, lambda: desk.page.scene.step > changed + 20)
    desk.click("Pause")
    desk.settle(qtbot)
    there, means = desk.live.step, desk.page.scene.current.means.copy()
    assert desk.page.scene.step == there
    assert desk.live.plan.at(there).beta == pytest.approx(1.3)
    desk.click("Back to the start")
    desk.settle(qtbot)
    np.testing.assert_array_equal(desk.page.scene.current.means, before)
    desk.stage.undo()
    desk.settle(qtbot)
    assert desk.page.scene.step == there
    np.testing.assert_array_equal(desk.page.scene.current.means, means)


def test_a_true_training_lowers_the_loss(true_desk, qtbot):
    desk = true_desk
    desk.page.running.go_to(150)
    desk.settle(qtbot)
    losses = desk.page.scene.current.losses
    assert losses.total[-20:].mean() < 0.5 * losses.total[:5].mean()
    assert desk.view.latent.plane.accessibleDescription()
    assert isinstance(desk.view.setup.latents, Segmented)


# -- in the tab -------------------------------------------------------------------------------------------


@pytest.fixture
def until(qtbot):
    """Wait for a condition."""
    return lambda condition: qtbot.waitUntil(lambda: bool(condition()), timeout=20_000)


@pytest.fixture
def training(running, until):
    """The tab while its training plays."""
    until(lambda: running.tab.settled() and not running.busy)
    running.tab.live.running.toggle_play()
    until(lambda: running.tab.live.scene.step > 20)
    return running


def rests(stage, until):
    until(lambda: stage.tab.settled() and not stage.busy)
    assert stage.state.live.goal is None
    assert not stage.tab.live.running.playing
    assert stage.tab.live.scene.step == stage.state.live.step


def test_a_training_is_not_settled_and_says_how_far_it_is(training, until):
    assert not training.tab.settled()
    assert training.tab.work().startswith("Training, step ")
    assert training.tab.device() == "CPU, 1 thread"
    heard = []
    training.tab.activity.connect(lambda: heard.append(training.tab.settled()))
    training.tab.stop()
    until(lambda: training.tab.settled())
    assert heard[-1]
    assert training.tab.work() == ""
    rests(training, until)


def test_a_model_that_is_chosen_ends_the_training_where_it_was_and_it_is_found_there_again(training, until):
    training.tab.choose("vae_2d")
    there = training.state.live.step
    assert (training.state.page, training.state.live.goal) == ("explore", None)
    assert there > 20
    assert training.tab.settled()
    until(lambda: training.tab.scene.decoded is not None)
    training.tab.choose("train")
    rests(training, until)
    assert training.tab.live.scene.step == there
    training.tab.live.running.step_on()
    rests(training, until)
    assert training.tab.live.scene.step == there + 1


def test_undo_and_redo_while_it_trains_rest_and_go_back_and_forth(training, until):
    training.undo()
    rests(training, until)
    assert training.state.live.step == 0
    training.redo()
    rests(training, until)
    assert training.state.live.step > 20


def test_undo_over_the_change_of_the_page_comes_back_to_a_training_at_rest(training, until):
    training.tab.choose("vae_2d")
    there = training.state.live.step
    training.undo()
    rests(training, until)
    assert (training.state.page, training.state.live.step) == ("train", there)
    training.tab.live.running.toggle_play()
    until(lambda: training.tab.live.scene.step > there)
    training.redo()  # what was done since has taken its place
    rests(training, until)
    assert training.state.page == "train"


@pytest.mark.parametrize("look", ["dark", "contrast"])
def test_another_theme_and_scale_are_worn_while_it_trains(training, until, qapp, look):
    before = training.tab.live.scene.step
    theme.apply(qapp, theme.Theme(look, scale=1.5))
    until(lambda: training.tab.live.scene.step > before + 20)
    assert training.tab.grab().toImage().pixelColor(2, 400).name() != "#ffffff"
    theme.apply(qapp, theme.Theme("light"))
    training.tab.set_projector(True)
    training.tab.set_projector(False)
    assert training.tab.live.running.playing


def test_a_tab_that_is_left_trains_on(training, until):
    training.tab.hide()
    before = training.tab.live.scene.step
    until(lambda: training.tab.live.scene.step > before + 20)
    training.tab.show()
    assert training.tab.live.running.playing


def test_the_window_can_be_closed_while_it_trains(training):
    training.tab.stop()
    assert training.worker.close()
    training.tab.close()
    assert training.state.live.goal is None


def test_an_opened_picture_ends_the_training_and_is_seen(training, until):
    training.tab.take_import(Imported(bytes(range(256)) * 3 + bytes(16), 128, inverted=False, animated=False))
    assert (training.state.page, training.state.live.goal) == ("explore", None)
    assert training.state.source is not None
    until(lambda: training.tab.scene.encoded is not None)
