"""What the gestures of the transport ask for: moves of D, of G or of both, and acts of slow motion."""

from dataclasses import replace

import numpy as np
import pytest

from genplay.families.base import SPEEDS
from genplay.families.gan import ACTS
from genplay.families.training import MOST_STEPS
from tests.ui.tabs.desk import answer, commands, press, run
from tests.ui.tabs.gan.staged import go_to


def surface(stage):
    return stage.tab.page.scene.current.field.learned.copy()


def fakes(stage):
    return stage.tab.page.scene.current.fake.copy()


# -- who moves ---------------------------------------------------------------------------------------------


def test_a_step_of_d_leaves_g_where_it_is_and_the_other_way_round(stage):
    before, points = surface(stage), fakes(stage)
    run(stage, "step_d")
    assert stage.state.live.step == 1
    assert not np.array_equal(surface(stage), before)
    np.testing.assert_array_equal(fakes(stage), points)
    before = surface(stage)
    run(stage, "step_g")
    assert stage.state.live.step == 2
    np.testing.assert_array_equal(surface(stage), before)
    assert not np.array_equal(fakes(stage), points)
    assert stage.tab.page.scene.current.moves == {"d": 1, "g": 1}


def test_the_buttons_do_what_the_commands_do(stage):
    press(stage, "D step")
    press(stage, "G step")
    press(stage, "G step")
    assert stage.tab.page.scene.current.moves == {"d": 1, "g": 2}


def test_after_a_step_of_one_player_a_step_is_of_both_again(stage):
    run(stage, "step_d")
    run(stage, "step")
    assert stage.tab.page.scene.current.moves == {"d": 2, "g": 1}
    run(stage, "step_both")
    assert stage.tab.page.scene.current.moves == {"d": 3, "g": 2}


def test_step_back_and_then_forward_gives_the_same_numbers_bit_for_bit(stage):
    go_to(stage, 3)
    run(stage, "step_g")
    there = surface(stage), fakes(stage)
    for _ in range(3):
        run(stage, "back")
    assert stage.state.live.step == 1
    for _ in range(3):
        run(stage, "step")
    np.testing.assert_array_equal(surface(stage), there[0])
    np.testing.assert_array_equal(fakes(stage), there[1])
    assert stage.tab.page.scene.current.moves == {"d": 3, "g": 4}


def test_reset_goes_before_the_first_step(stage):
    first = fakes(stage)
    go_to(stage, 5)
    run(stage, "reset")
    assert stage.state.live.step == 0
    np.testing.assert_array_equal(fakes(stage), first)


def tune_absurdly(stage):
    """Set what leads beyond all bounds soon."""
    run = stage.tab.page.run
    absurd = {"optimiser": "sgd", "rate_g": 10.0, "rate_d": 10.0, "loss": "leastsquares"}
    for name, value in absurd.items():
        run.tune_value(name, value)


def test_where_the_next_step_cannot_be_taken_none_is_asked_for(stage):
    tune_absurdly(stage)
    go_to(stage, 400)
    assert stage.tab.page.scene.current.finding == "diverged"
    asked = len(stage.desk.asked)
    for name in ("step", "step_d", "step_g", "play"):
        run(stage, name)
    assert len(stage.desk.asked) == asked
    run(stage, "reset")
    assert stage.tab.page.scene.current.finding is None


def test_a_divergence_stays_announced_when_play_has_come_to_rest(stage):
    tune_absurdly(stage)
    go_to(stage, 400)
    last = stage.tab.page.scene.step
    go_to(stage, last - 1)
    note = stage.tab.view.distance.note
    assert not note.isVisible()
    run(stage, "play")
    assert (stage.state.live.step, stage.state.live.goal) == (last, None)
    assert stage.tab.settled()
    assert note.isVisible()
    assert "diverged" in note.text()


# -- playing -----------------------------------------------------------------------------------------------


def test_play_goes_on_and_pause_rests_at_the_step_on_screen(stage):
    run(stage, "play")
    assert stage.state.live.goal == MOST_STEPS
    shown = stage.tab.page.scene.step
    assert shown > 0
    assert stage.tab.work() == f"Training, step {shown:,}"
    run(stage, "play")
    assert (stage.state.live.step, stage.state.live.goal) == (shown, None)
    assert stage.tab.settled()
    stage.undo()
    answer(stage)
    assert stage.state.live.step == 0


@pytest.mark.parametrize("tempo", [speed for speed in range(len(SPEEDS)) if SPEEDS[speed] >= 15])
def test_below_the_highest_speed_a_clock_asks_for_the_steps(running, qtbot, tempo):
    qtbot.waitUntil(running.tab.settled, timeout=20_000)
    running.tab.page.run.choose_speed(tempo)
    running.tab.page.run.toggle_play()
    assert (running.state.live.goal is None) == bool(SPEEDS[tempo])
    qtbot.waitUntil(lambda: running.tab.page.scene.step >= 5, timeout=20_000)
    running.tab.stop()
    assert not running.tab.page.run.playing


# -- slow motion -------------------------------------------------------------------------------------------


def acts(stage, count):
    """The acts of so many steps of the transport."""
    found = []
    for _ in range(count):
        run(stage, "step")
        scene = stage.tab.page.scene
        found.append((scene.phase.player, scene.phase.act) if scene.phase else None)
        assert scene.phase is None or scene.moved.player == scene.phase.player
    return found


def test_in_slow_motion_a_step_is_ten_acts_and_then_it_is_taken(stage):
    press(stage, "Slow")
    assert stage.state.slow
    assert acts(stage, 11) == [*[("d", act) for act in ACTS], *[("g", act) for act in ACTS], None]
    assert stage.state.live.step == 1


def test_slow_motion_ends_where_the_step_does(stage):
    press(stage, "Slow")
    acts(stage, 10)
    after = stage.tab.page.scene.moved.after.copy()
    run(stage, "step")
    np.testing.assert_allclose(surface(stage), after, atol=1e-6)


def test_slow_motion_goes_back_act_by_act_over_a_step(stage):
    press(stage, "Slow")
    acts(stage, 12)
    assert (stage.state.live.step, stage.state.phase) == (1, 0)
    back = []
    for _ in range(3):
        run(stage, "back")
        back.append((stage.state.live.step, stage.state.phase))
    assert back == [(1, None), (0, 9), (0, 8)]


def test_a_move_of_one_player_has_five_acts(stage):
    press(stage, "Slow")
    run(stage, "step_g")
    assert (stage.state.live.step, stage.state.phase) == (0, 0)
    assert acts(stage, 5) == [*[("g", act) for act in ACTS[1:]], None]
    assert stage.tab.page.scene.current.moves == {"d": 0, "g": 1}


def test_without_slow_motion_nothing_is_left_of_its_acts(stage):
    press(stage, "Slow")
    acts(stage, 3)
    press(stage, "Slow")
    assert (stage.state.slow, stage.state.phase) == (False, None)
    assert stage.tab.page.scene.moved is None
    run(stage, "step")
    assert stage.state.live.step == 1


def test_an_act_can_be_chosen(stage):
    stage.tab.page.run.go_to_phase(7)
    answer(stage)
    assert stage.state.slow
    assert (stage.tab.page.scene.phase.player, stage.tab.page.scene.phase.act) == ("g", "loss")
    assert stage.tab.page.scene.moved.player == "g"


def test_slow_motion_plays_from_act_to_act(running, qtbot):
    qtbot.waitUntil(running.tab.settled, timeout=20_000)
    running.tab.page.run.toggle_slow()
    running.tab.page.run.toggle_play()
    assert running.state.phase == 0  # at once
    running.tab.page.run._player.set_beats(50.0)
    qtbot.waitUntil(lambda: running.state.live.step >= 2, timeout=20_000)
    running.tab.page.run.toggle_play()
    assert not running.tab.page.run.playing
    qtbot.waitUntil(running.tab.settled, timeout=20_000)


# -- what is set -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "value"),
    [("loss", "wasserstein"), ("optimiser", "sgd"), ("rate_d", 0.01), ("d_steps", 3), ("batch", 64)],
)
def test_what_is_tuned_holds_from_the_step_on_screen_on(stage, name, value):
    go_to(stage, 4)
    stage.tab.page.run.tune_value(name, value)
    answer(stage)
    plan = stage.state.live.plan
    assert getattr(plan.at(4), name) == value
    assert plan.at(3) == stage.tab.page.scene.live.plan.segments[0][1]
    assert stage.state.live.step == 4
    stage.undo()
    answer(stage)
    assert getattr(stage.state.live.plan.at(4), name) != value


def test_what_is_tuned_after_a_step_of_d_is_played_by_both(stage):
    run(stage, "step_d")
    run(stage, "back")
    stage.tab.page.run.tune_value("batch", 30)
    answer(stage)
    run(stage, "step")
    assert stage.tab.page.scene.current.moves == {"d": 1, "g": 1}


def test_what_is_tuned_while_it_plays_plays_on(stage):
    run(stage, "play")
    stage.tab.page.run.tune_value("loss", "leastsquares")
    answer(stage)
    assert stage.state.live.goal == MOST_STEPS
    assert stage.tab.page.scene.hyper.loss == "leastsquares"


@pytest.mark.parametrize(("name", "value"), [("noise", "normal"), ("dims", 1)])
def test_other_noise_begins_anew_and_it_is_said(stage, name, value):
    go_to(stage, 4)
    stage.tab.page.run.begin_with(name, value)
    answer(stage)
    assert stage.state.live.step == 0
    assert getattr(stage.state.live.plan.setup, name) == value
    assert stage.said == [("info", "The training begins anew, at step 0.")]


def test_another_seed_is_another_training_and_the_same_seed_the_same(stage):
    first = fakes(stage)
    run(stage, "reseed")
    assert stage.state.live.plan.setup.seed == 1
    assert not np.array_equal(fakes(stage), first)
    stage.tab.page.run.choose_seed(0)
    answer(stage)
    np.testing.assert_array_equal(fakes(stage), first)


def test_defaults_set_every_number_back_but_data_and_seed(stage):
    run(stage, "learn_moons")
    stage.tab.page.run.choose_seed(7)
    stage.tab.page.run.tune_value("rate_d", 0.5)
    answer(stage)
    run(stage, "defaults")
    setup = stage.state.live.plan.setup
    assert (setup.data, setup.seed, setup.generator.units) == ("moons", 7, 32)
    assert stage.state.live.plan.at(0).rate_d == 0.002
    go_to(stage, 1)
    stage.tab.page.run.tune_value("rate_d", 0.5)
    run(stage, "defaults")
    assert stage.state.live.step == 1  # nothing that was learnt is lost
    assert stage.state.live.plan.at(1).rate_d == 0.002


def test_speed_and_slow_motion_are_no_steps_of_the_history(stage):
    run(stage, "step")
    run(stage, "slow")
    stage.tab.page.run.choose_speed(1)
    assert commands(stage)["slow"].checked()
    stage.undo()
    assert stage.state.live.step == 0
    assert replace(stage.state, slow=True, pace=1) == stage.state
