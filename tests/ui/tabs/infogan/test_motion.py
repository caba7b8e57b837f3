"""Sweeps of a code."""

import pytest

from genplay.families.base import SPEEDS
from genplay.families.infogan import InfoGanState, Make
from genplay.ui.tabs.infogan import motion
from tests.ui.tabs.desk import answer, commands, press, run
from tests.ui.tabs.infogan.staged import ORDER


@pytest.mark.parametrize(
    ("swept", "step", "values"),
    [
        ("c1", 2, {"category": ORDER[2]}),
        ("c2", 0, {"numbers": (-2.0, 1.0)}),
        ("c2", 45, {"numbers": (1.0, 1.0)}),
        ("c3", 60, {"numbers": (0.5, 2.0)}),
    ],
)
def test_a_step_sets_the_code_that_is_swept(swept, step, values):
    state = InfoGanState(category=4, numbers=(0.5, 1.0), swept=swept)
    assert motion.put(state, ORDER, step) == values


@pytest.mark.parametrize("swept", ["c1", "c2", "c3"])
def test_every_step_is_found_again(swept):
    state = InfoGanState(swept=swept)
    for step in range(motion.length(state) + 1):
        values = motion.put(state, ORDER, step)
        assert motion.cursor(InfoGanState(swept=swept, **values), ORDER) == step


def test_time_moves_the_code(stage):
    run(stage, "reset")
    assert stage.state.numbers == (-2.0, 0.0)
    run(stage, "step")
    run(stage, "step")
    assert stage.state.numbers == pytest.approx((-2 + 2 / 15, 0.0), abs=1e-4)
    run(stage, "back")
    run(stage, "end")
    assert stage.state.numbers == (2.0, 0.0)
    press(stage, "c₁")
    assert stage.state.swept == "c1"
    run(stage, "reset")
    assert stage.state.category == ORDER[0]
    run(stage, "step")
    assert stage.state.category == ORDER[1]


def test_it_plays_to_the_end_and_one_undo_takes_it_back(stage, qtbot):
    stage.tab.edit(speed=5)  # all at once
    run(stage, "play")
    qtbot.waitUntil(lambda: not stage.tab.sweep.playing)
    answer(stage)
    assert stage.state.numbers == (2.0, 0.0)
    assert not commands(stage)["play"].checked()
    stage.undo()
    assert stage.state.numbers == (0.0, 0.0)


def test_frames_are_the_pictures_of_all_steps(stage):
    frames = stage.tab.sweep.frames()
    assert len(frames) == 61
    assert all(isinstance(frame, Make) for frame in frames)
    assert [frames[at].numbers[0] for at in (0, 30, 60)] == [-2, 0, 2]
    run(stage, "sweep_c1")
    assert [frame.category for frame in stage.tab.sweep.frames()] == list(ORDER)


def test_the_place_in_a_sweep_of_categories_is_a_digit_not_a_category(stage):
    run(stage, "sweep_c1")
    assert stage.tab.view.transport._noun == "digit"
    run(stage, "sweep_c2")
    assert stage.tab.view.transport._noun == "frame"


def test_digits_are_swept_slowly_until_another_speed_is_chosen(stage):
    assert SPEEDS[stage.state.speed] == 15
    run(stage, "sweep_c1")
    assert SPEEDS[stage.state.speed] == 4
    stage.tab.edit(speed=3)
    run(stage, "sweep_c1")
    assert stage.state.speed == 3
    run(stage, "sweep_c3")
    assert SPEEDS[stage.state.speed] == 15
    stage.tab.edit(speed=4)
    run(stage, "sweep_c2")
    assert stage.state.speed == 4
