"""What menus and palette can do, and when: on the page of a trained model, and on that of live training."""

from dataclasses import replace

import numpy as np
import pytest

from genplay.families.base import Drawing
from genplay.families.vae import STEPS
from genplay.ui.tabs.vae import commands as table
from genplay.ui.tabs.vae.motion import LEARNING
from tests.ui.tabs.desk import answer, commands, press, run

ANYWHERE = {"use_vae_2d", "use_vae", "use_vae_fashion", "train"}
TIMED = {"reset", "play", "step", "back"}
PINS = ((1.0, 0.0), (0.0, 1.0))


def enabled(stage):
    return {name for name, command in commands(stage).items() if command.enabled()}


def test_every_command_has_an_id_of_this_tab_and_a_text(stage):
    listed = table.commands(stage.tab)
    assert len({command.id for command in listed}) == len(listed)
    assert all(command.id.startswith("vae.") and command.text for command in listed)
    keys = [command.shortcut for command in listed if command.shortcut]
    assert len(set(keys)) == len(keys)
    assert set(table.ACTS) | set(table.EXPORT) <= {command.id for command in listed}


# -- time --------------------------------------------------------------------------------------------------


def test_on_the_page_of_training_only_what_acts_there_can_be_done(stage):
    press(stage, "Train live")
    assert enabled(stage) == ANYWHERE | TIMED | {"save_kl"}
    run(stage, "step")
    assert enabled(stage) == ANYWHERE | TIMED | {"save_kl", "save_losses"}


def test_time_acts_on_the_training_while_its_page_is_shown_and_else_on_q(stage):
    run(stage, "step")
    run(stage, "step")
    press(stage, "Train live")
    for name, step in (("step", 1), ("step", 2), ("back", 1), ("step", 2), ("reset", 0)):
        run(stage, name)
        assert stage.state.live.step == step
    assert stage.state.step == 2  # q has stayed where it was
    assert stage.tab.live.scene.step == 0
    press(stage, "VAE 2-D")
    run(stage, "back")
    assert (stage.state.step, stage.state.live.step) == (1, 0)


def test_play_goes_on_and_rests_where_it_is_looked_at(stage):
    run(stage, "play")
    assert stage.tab.moves.playing
    assert commands(stage)["play"].checked()
    press(stage, "Train live")
    assert not stage.tab.moves.playing
    assert not commands(stage)["play"].checked()
    commands(stage)["play"].run()  # unanswered: it would go on for 100,000 steps
    assert stage.state.live.goal is not None
    assert commands(stage)["play"].checked()
    commands(stage)["play"].run()
    assert stage.state.live.goal is None
    assert not stage.tab.moves.playing


def test_end_and_slow_motion_are_of_q_alone(stage):
    run(stage, "end")
    run(stage, "slow")
    assert (stage.state.step, stage.state.slow) == (STEPS, True)
    assert commands(stage)["slow"].checked()
    press(stage, "Train live")
    assert not {"end", "slow"} & enabled(stage)


def test_without_pins_there_is_nothing_to_walk_and_it_is_said(stage):
    said = []
    stage.tab.said.connect(lambda kind, words: said.append(words))
    run(stage, "play_walk")
    assert said == ["Click the map twice: the walk goes from the first pin to the second."]
    assert not (TIMED | {"end", "slow"}) & enabled(stage)
    stage.edit(replace(stage.state, pins=PINS))
    answer(stage)
    run(stage, "step")
    assert stage.state.walk > 0
    assert len(said) == 1


@pytest.mark.parametrize("motion", ["improve", "walk", "prior"])
def test_every_motion_can_be_chosen(stage, motion):
    stage.edit(replace(stage.state, pins=PINS))
    answer(stage)
    run(stage, f"play_{motion}")
    assert stage.state.motion == motion
    on = [name for name, command in commands(stage).items() if "play_" in name and command.checked()]
    assert on == [f"play_{motion}"]


def test_the_way_from_the_prior_is_played_by_the_same_commands(stage):
    run(stage, "play_prior")
    run(stage, "reset")
    assert stage.state.learned == 0
    assert stage.tab.scene.q.sigma == (1.0, 1.0)
    run(stage, "step")
    assert stage.state.learned == 1 / LEARNING
    run(stage, "end")
    assert stage.state.own_q


# -- blending ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("view", ["pca", "axes", "pins"])
def test_of_many_latents_the_plane_can_be_chosen(stage, view):
    planes = {f"plane_{name}" for name in ("pca", "axes", "pins")}
    assert not {name for name in planes if commands(stage)[name].enabled()}
    assert not {name for name in planes if commands(stage)[name].checked()}
    press(stage, "VAE 50-D")
    run(stage, f"plane_{view}")
    assert stage.state.view == view
    assert {name for name in planes if commands(stage)[name].checked()} == {f"plane_{view}"}


def test_a_drawing_is_blended_with_the_next_example_and_that_is_ended(stage):
    assert "end_blend" not in enabled(stage)
    run(stage, "blend")
    first = stage.state.second
    assert (stage.state.blend, first is not None) == (0.5, True)
    assert stage.tab.scene.second.drawing == first
    run(stage, "blend")
    assert stage.state.second != first
    run(stage, "end_blend")
    assert stage.state.second is None
    stage.undo()
    assert stage.state.second is not None


def test_a_blank_page_is_blended_with_nothing(stage):
    stage.edit(replace(stage.state, drawing=Drawing.blank()))
    answer(stage)
    assert not {"blend", "keep"} & enabled(stage)


def test_a_drawing_is_kept_and_another_begun(stage):
    before = stage.state.drawing
    run(stage, "keep")
    assert (stage.state.second, stage.state.drawing) == (before, Drawing.blank())


# -- q and the pins ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("moved", [{"learned": 0.5}, {"step": 3}])
def test_the_encoder_s_q_is_taken_where_another_is_shown(stage, moved):
    assert "encoder" not in enabled(stage)
    stage.edit(replace(stage.state, **moved))
    answer(stage)
    assert "encoder" in enabled(stage)
    run(stage, "encoder")
    assert stage.state.own_q
    assert stage.tab.scene.q == stage.tab.scene.encoded.q


def test_pins_are_taken_away(stage):
    assert "unpin" not in enabled(stage)
    stage.edit(replace(stage.state, pins=PINS, walk=0.5))
    answer(stage)
    run(stage, "unpin")
    assert (stage.state.pins, stage.state.walk) == ((), None)
    assert np.isfinite(stage.tab.scene.decoded.z).all()
