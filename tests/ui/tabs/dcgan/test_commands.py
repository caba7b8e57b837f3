"""The table of commands."""

import pytest

from genplay.families.dcgan import Latent
from genplay.ui.tabs.dcgan import commands as table
from tests.ui.tabs.dcgan.staged import START, asked
from tests.ui.tabs.desk import answer, commands, run


def pin(stage, *xs):
    for x in xs:
        stage.tab.choose_seed(x, 0)
        run(stage, "pin")


def test_ids_and_shortcuts_are_there_once(stage):
    found = commands(stage).values()
    keys = [command.shortcut for command in found if command.shortcut]
    assert len(keys) == len(set(keys))
    assert len({command.id for command in found}) == len(found)
    assert {*table.EXPORT, *table.ACTS} <= {command.id for command in found}


def test_what_cannot_be_done_is_not_offered(stage):
    off = {name for name, command in commands(stage).items() if not command.enabled()}
    assert {"unpin", "pin_1", "play", "save_animation", "clear_terms", "neighbours", "reset_sliders"} <= off
    pin(stage, 0, 1)
    on = {name for name, command in commands(stage).items() if command.enabled()}
    assert {"unpin", "pin_1", "pin_2", "play", "save_animation", "save_pins"} <= on
    assert "pin_3" not in on


@pytest.mark.parametrize(
    ("name", "page"), [("left", (-1, 0)), ("right", (1, 0)), ("up", (0, -1)), ("down", (0, 1))]
)
def test_pages_are_turned(stage, name, page):
    run(stage, name)
    assert stage.state.page == page


def test_pins_are_gone_to_by_their_numbers(stage):
    pin(stage, 5, 6)
    run(stage, "pin_1")
    assert stage.state.latent == Latent(x=5.0)


@pytest.mark.parametrize("lower", ["wall", "arithmetic", "layers", "discriminator"])
def test_each_panel_has_a_command_that_is_checked(stage, lower):
    run(stage, f"show_{lower}")
    assert stage.state.lower == lower
    checked = [
        name for name, command in commands(stage).items() if name.startswith("show_") and command.checked()
    ]
    assert checked == [f"show_{lower}"]


def test_sliders_trips_and_noise(stage):
    run(stage, "every")
    assert commands(stage)["every"].checked()
    run(stage, "trip_tour")
    assert stage.state.tour
    run(stage, "trip_ends")
    assert not stage.state.tour
    run(stage, "noise")
    assert stage.state.latent != START.latent
    stage.tab.edit(latent=Latent(along=(1.0,) * 8))
    run(stage, "reset_sliders")
    assert stage.state.latent == Latent()


def test_the_noise_is_truncated_by_keys_and_within_its_bounds(stage):
    run(stage, "truncate")
    assert stage.state.truncation == 0.9
    for _ in range(20):
        run(stage, "extend")
    assert stage.state.truncation == 1.5
    stage.undo()
    assert stage.state.truncation == 1.4


def test_another_model_is_taken(stage):
    run(stage, "use_dcgan_fashion")
    answer(stage)
    assert asked(stage, "picture")[-1].model == "dcgan_fashion"
