"""What the gestures ask for, and what of them is one step of the history."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

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
