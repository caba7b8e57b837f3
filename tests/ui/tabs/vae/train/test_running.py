"""What the gestures ask for, and what of them is one step of the history."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from genplay.families.training import MOST_STEPS
from genplay.families.vae.live import TrainLive, first
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


# -- numbers that change on the way ------------------------------------------------------------------------


def test_beta_changes_from_the_step_on_screen_on(desk):
    desk.page.running.go_to(40)
    desk.answer()
    turn(desk.view.setup.beta, Qt.Key.Key_Right)
    assert desk.live.plan.segments == (
        (0, first("moons").at(0)),
        (40, replace(first("moons").at(0), beta=1.1)),
    )
    assert desk.live.step == 40
    desk.answer()
    assert desk.view.setup.beta.value() == pytest.approx(1.1)
    desk.stage.undo()
    assert len(desk.live.plan.segments) == 1
    assert desk.said == []


@pytest.mark.parametrize(("name", "value"), [("beta", 1.1), ("rate", 0.003), ("batch", 256)])
def test_while_it_plays_it_goes_on_with_the_new_number(desk, name, value):
    desk.click("Play")
    desk.answer(step=30)
    turn(getattr(desk.view.setup, name), Qt.Key.Key_Right)
    assert desk.live.plan.setup == first("moons").setup
    assert getattr(desk.live.plan.at(30), name) == pytest.approx(value)
    assert getattr(desk.live.plan.at(29), name) == getattr(first("moons").at(0), name)
    assert desk.asked == TrainLive(desk.live.plan, MOST_STEPS, since=30)
    desk.answer(step=44)
    desk.click("Pause")
    assert (desk.live.step, desk.live.goal) == (44, None)


def test_what_is_tuned_while_it_plays_is_a_step_of_the_history_and_none_goes_on_by_itself(desk):
    desk.click("Play")
    desk.answer(step=30)
    turn(desk.view.setup.beta, Qt.Key.Key_Right)
    desk.answer(step=44)
    desk.click("Pause")
    seen = []
    while desk.stage.history.can_undo:
        desk.stage.undo()
        seen.append((desk.live.step, desk.live.goal, desk.live.plan.at(desk.live.step).beta))
    assert seen == [(30, None, 1.0), (0, None, 1.0)]


def test_a_drag_is_one_step_of_the_history(desk):
    bar = track(desk.view.setup.beta)
    middle = bar.height() // 2
    QTest.mousePress(bar, LEFT, pos=QPoint(bar.width() // 2, middle))
    for x in range(bar.width() // 2, bar.width() - 8, 5):
        QTest.mouseMove(bar, QPoint(x, middle))
    QTest.mouseRelease(bar, LEFT, pos=QPoint(bar.width() - 8, middle))
    assert desk.live.plan.at(0).beta > 5
    assert len(desk.live.plan.segments) == 1
    desk.stage.undo()
    assert desk.live.plan == first("moons")


def test_a_double_click_resets_beta(desk):
    turn(desk.view.setup.beta, Qt.Key.Key_Right, 5)
    assert desk.live.plan.at(0).beta == pytest.approx(1.5)
    QTest.mouseDClick(track(desk.view.setup.beta), LEFT)
    assert desk.live.plan.at(0).beta == 1


def test_sliders_follow_what_was_set_for_the_step_on_screen(desk):
    desk.page.running.go_to(40)
    desk.answer()
    turn(desk.view.setup.beta, Qt.Key.Key_Right)
    desk.answer()
    desk.page.running.go_to(39)
    desk.answer()
    assert desk.view.setup.beta.value() == 1


# -- what begins anew --------------------------------------------------------------------------------------


def trained(desk, step=60):
    desk.page.running.go_to(step)
    desk.answer()


def test_other_latents_begin_anew_and_it_is_said(desk):
    trained(desk)
    (button,) = [b for b in desk.view.setup.latents.findChildren(QAbstractButton) if b.text() == "5"]
    QTest.mouseClick(button, LEFT)
    assert desk.live.plan.setup == replace(first("moons").setup, latent=5)
    assert desk.live.step == 0
    assert [kind for kind, _ in desk.said] == ["info"]
    desk.stage.undo()
    assert (desk.live.step, desk.live.plan.setup.latent) == (60, 2)


def test_other_data_begin_anew_with_networks_that_suit_them(desk):
    trained(desk)
    turn(desk.view.setup.beta, Qt.Key.Key_Right)
    desk.answer()
    desk.click("Digits")
    plan = desk.live.plan
    assert plan.setup == first("digits").setup
    assert plan.segments == ((0, replace(first("digits").at(0), beta=1.1)),)
    assert desk.live.step == 0


def test_nothing_is_said_where_nothing_is_lost(desk):
    desk.click("Ring")
    assert desk.live.plan.setup.data == "ring"
    assert desk.said == []


def test_a_seed_begins_anew(desk):
    trained(desk)
    QTest.keyClick(desk.view.seed, Qt.Key.Key_Up)
    assert (desk.live.plan.setup.seed, desk.live.step) == (1, 0)
    assert desk.asked == TrainLive(desk.live.plan, 0)


@pytest.mark.parametrize(("name", "value"), [("sigma", 0.35), ("hidden", 128)])
def test_sigma_and_units_begin_anew(desk, name, value):
    trained(desk)
    turn(getattr(desk.view.setup, name), Qt.Key.Key_Right)
    assert getattr(desk.live.plan.setup, name) == value
    assert desk.live.step == 0


def test_what_begins_anew_while_it_plays_plays_on(desk):
    desk.click("Play")
    desk.answer(step=50)
    desk.click("Spiral")
    assert desk.asked == TrainLive(desk.live.plan, MOST_STEPS, since=0)
    desk.answer(step=6)
    desk.click("Pause")
    assert (desk.live.plan.setup.data, desk.live.step, desk.live.goal) == ("spiral", 6, None)
    desk.stage.undo()
    assert (desk.live.plan.setup.data, desk.live.step, desk.live.goal) == ("moons", 50, None)


def test_reset_of_the_numbers_sets_all_back_and_keeps_what_it_can(desk):
    reset = desk.view.setup.reset
    assert not reset.isEnabled()
    trained(desk)
    turn(desk.view.setup.rate, Qt.Key.Key_Right)
    desk.answer()
    assert reset.isEnabled()
    QTest.mouseClick(reset, LEFT)
    assert (desk.live.plan, desk.live.step) == (first("moons"), 60)
    turn(desk.view.setup.sigma, Qt.Key.Key_Right)
    turn(desk.view.setup.beta, Qt.Key.Key_Right)
    QTest.mouseClick(reset, LEFT)
    assert (desk.live.plan, desk.live.step) == (first("moons"), 0)
