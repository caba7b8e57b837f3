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


# -- step by step ------------------------------------------------------------------------------------------


def test_the_first_screen_is_the_network_before_its_first_step(desk):
    assert desk.asked == TrainLive(first("moons"), 0)
    assert ">0<" in counter(desk)
    assert desk.tab.work() == ""
    assert desk.tab.settled()


def test_a_step_asks_for_the_next_one_and_step_back_for_the_one_before(desk):
    desk.click("Step")
    assert desk.asked == TrainLive(desk.live.plan, 1)
    assert not desk.tab.settled()
    desk.answer()
    assert ">1<" in counter(desk)
    desk.click("Step back")
    assert desk.live.step == 0
    desk.answer()
    desk.click("Step back")
    assert desk.live.step == 0


def test_steps_pressed_before_they_are_answered_add_up(desk):
    for _ in range(3):
        desk.click("Step")
    assert desk.asked.step == 3


def test_steps_pressed_in_a_row_are_one_step_of_the_history(desk):
    for _ in range(3):
        desk.click("Step")
    desk.stage.undo()
    assert desk.live.step == 0


def test_reset_goes_before_the_first_step(desk):
    for _ in range(2):
        desk.click("Step")
    desk.answer()
    desk.click("Back to the start")
    assert desk.live.step == 0
    desk.stage.undo()
    assert desk.live.step == 2


def test_what_is_on_the_way_to_a_far_step_is_shown_with_its_own_number(desk):
    desk.page.running.go_to(500)
    desk.answer(step=120)
    assert ">120<" in counter(desk)
    assert desk.tab.work() == "Training, step 120"
    assert not desk.tab.settled()
    desk.answer()
    assert desk.tab.settled()
    assert desk.tab.work() == ""


# -- playing -----------------------------------------------------------------------------------------------


def test_play_asks_for_the_last_step_and_shows_what_comes(desk):
    desk.click("Play")
    assert desk.asked == TrainLive(desk.live.plan, MOST_STEPS, since=0)
    for step in (12, 25):
        desk.answer(step=step)
        assert f">{step}<" in counter(desk)
        assert desk.tab.work() == f"Training, step {step}"
    assert desk.button("Pause")


def test_pause_stays_at_the_step_on_screen_and_is_one_step_of_the_history(desk):
    desk.click("Play")
    desk.answer(step=1200)
    desk.click("Pause")
    assert (desk.live.step, desk.live.goal) == (1200, None)
    assert desk.asked == TrainLive(desk.live.plan, 1200)
    desk.answer()
    assert desk.tab.settled()
    desk.stage.undo()
    assert (desk.live.step, desk.live.goal) == (0, None)
    desk.stage.redo()
    assert (desk.live.step, desk.live.goal) == (1200, None)


def test_a_step_while_it_plays_rests_first(desk):
    desk.click("Play")
    desk.answer(step=7)
    desk.click("Step")
    assert (desk.live.step, desk.live.goal) == (8, None)


def test_undo_while_it_plays_rests_before(desk):
    desk.click("Play")
    desk.answer(step=7)
    desk.stage.undo()
    assert (desk.live.step, desk.live.goal) == (0, None)
    assert not desk.page.running.playing


def test_the_window_can_stop_it(desk):
    desk.click("Play")
    desk.answer(step=9)
    desk.stage.stop()
    desk.tab.stop()
    assert (desk.live.step, desk.live.goal) == (9, None)
    desk.answer()
    assert desk.tab.settled()


def test_it_rests_at_the_last_step(desk):
    desk.click("Play")
    desk.answer(step=MOST_STEPS)
    assert (desk.live.step, desk.live.goal) == (MOST_STEPS, None)
    desk.answer()
    asked = len(desk.worker.asked)
    desk.click("Play")
    desk.click("Step")
    assert len(desk.worker.asked) == asked


def test_it_rests_where_no_step_can_be_taken_and_says_so(desk):
    desk.click("Play")
    desk.answer(step=9, stuck=True)
    assert (desk.live.step, desk.live.goal) == (9, None)
    desk.answer()
    desk.click("Step")
    desk.answer(step=9, stuck=True)
    assert desk.tab.settled()
    said = " ".join([*desk.texts(), desk.view.formula.accessibleDescription()])
    assert "Step 10 cannot be taken" in said
    desk.click("Step back")
    assert desk.live.step == 8


def test_below_the_highest_speed_it_asks_for_one_step_after_another(desk, qtbot):
    speed = desk.button("Speed")
    for _ in range(2):
        QTest.keyClick(speed, Qt.Key.Key_Left)
    assert desk.state.pace == 3
    desk.click("Play")
    desk.until(qtbot, lambda: desk.live.step > 0)
    first_step = desk.live.step
    assert desk.live.goal is None
    asked = len(desk.worker.asked)
    desk.page.running._advance(2)  # not answered yet: it waits
    assert len(desk.worker.asked) == asked
    desk.answer()
    desk.until(qtbot, lambda: desk.live.step > first_step)
    desk.answer()
    desk.click("Pause")
    assert not desk.page.running.playing
    desk.stage.undo()
    assert desk.live.step == 0


def test_another_speed_while_it_plays_goes_on_at_it(desk, qtbot):
    desk.click("Play")
    desk.answer(step=5)
    QTest.keyClick(desk.button("Speed"), Qt.Key.Key_Left)
    assert desk.live == replace(desk.live, step=5, goal=None)
    assert desk.page.running.playing
    QTest.keyClick(desk.button("Speed"), Qt.Key.Key_Right)
    assert desk.live.goal == MOST_STEPS
    desk.tab.stop()


def test_speed_is_no_step_of_the_history(desk):
    QTest.keyClick(desk.button("Speed"), Qt.Key.Key_Left)
    assert not desk.stage.history.can_undo


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
