"""What is shown of a training, and what is not; and the whole way with the true pipeline."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from genplay.families.training import MOST_STEPS
from genplay.families.vae.live import Advancing
from genplay.ui.widgets.error_panel import ErrorPanel
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


# -- what is shown -----------------------------------------------------------------------------------------


def test_a_reply_of_an_older_training_is_never_shown(desk, train):
    desk.click("Play")
    old = len(desk.worker.asked)
    older = desk.live.plan
    desk.click("Ring")
    desk.reply(train(older, 99, MOST_STEPS), ticket=old)
    assert desk.page.scene.result is None or desk.page.scene.step != 99
    assert ">99<" not in counter(desk)


def test_what_takes_its_time_is_marked_and_its_numbers_are_blanked(desk, qtbot):
    trained(desk)
    assert "total" in desk.view.formula.accessibleDescription()
    desk.page.running.go_to(10)
    desk.reply(Advancing(0, 10))
    desk.until(qtbot, lambda: desk.page.scene.stale)
    assert "total" not in desk.view.formula.accessibleDescription()
    desk.answer()
    assert not desk.page.scene.stale
    assert "total" in desk.view.formula.accessibleDescription()


def test_another_training_that_takes_its_time_leaves_nothing_of_the_last_one(desk, qtbot):
    trained(desk)
    desk.click("Digits")
    desk.until(qtbot, lambda: desk.page.scene.result is None)
    assert ">0<" in counter(desk)
    desk.answer()
    assert desk.page.scene.current is not None


def test_an_error_stands_where_the_pictures_were(desk):
    desk.click("Step")
    desk.fail("There is no such digit.")
    panel = desk.view.findChild(ErrorPanel)
    assert panel.isVisible()
    assert not desk.view.latent.isVisible()
    assert "There is no such digit." in panel.accessibleDescription()
    assert desk.view.costs.bars.accessibleDescription() == ""
    desk.click("Copy details")
    assert QGuiApplication.clipboard().text() == "the details"
    desk.click("Try again")
    desk.answer()
    assert not panel.isVisible()
    assert desk.view.latent.isVisible()


def test_a_search_that_is_stopped_says_so(desk):
    desk.page.running.go_to(500)
    desk.stage.stop()
    assert desk.view.error.isVisible()
    assert desk.tab.settled()


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


def test_an_unknown_answer_is_refused(desk):
    with pytest.raises(TypeError):
        desk.page.show_result("live", "something")


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
