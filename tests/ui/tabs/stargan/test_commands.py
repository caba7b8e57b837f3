"""The table of commands."""

import pytest

from genplay.families.stargan import Face
from genplay.ui.tabs.stargan import commands as table
from tests.ui.tabs.desk import answer, commands, run
from tests.ui.tabs.stargan.staged import OWN, asked

PANELS = ("singles", "faces", "chain", "back", "inside", "maker")


def test_ids_and_shortcuts_are_there_once(stage):
    found = commands(stage).values()
    keys = [command.shortcut for command in found if command.shortcut]
    assert len(keys) == len(set(keys))
    assert len({command.id for command in found}) == len(found)
    assert set(table.EXPORT) <= {command.id for command in found}


def test_what_cannot_be_done_is_not_offered(stage):
    off = {name for name, command in commands(stage).items() if not command.enabled()}
    assert {"anyway", "reset", "chain_remove", "chain_clear", "save_ledger", "wall_add"} <= off
    run(stage, "attribute_5")
    run(stage, "chain_add")
    stage.tab.choose_example(20)
    answer(stage)
    on = {name for name, command in commands(stage).items() if command.enabled()}
    assert {"wall_add", "attribute_10", "chain_add", "save_measures"} <= on


@pytest.mark.parametrize("lower", PANELS)
def test_each_panel_has_a_command_that_is_checked(stage, lower):
    run(stage, f"show_{lower}")
    assert stage.state.lower == lower
    checked = [
        name for name, command in commands(stage).items() if name.startswith("show_") and command.checked()
    ]
    assert checked == [f"show_{lower}"]
    assert commands(stage)["save_wall"].enabled() == (lower in ("singles", "faces", "chain"))


def test_another_model_is_taken_and_has_fewer_attributes(stage):
    run(stage, f"use_{OWN}")
    assert asked(stage, "picture")[-1].model == OWN
    assert commands(stage)["attribute_4"].enabled()
    assert not commands(stage)["attribute_5"].enabled()


def test_faces_come_onto_the_wall(stage):
    stage.tab.choose_example(20)
    answer(stage)
    run(stage, "wall_add")
    assert stage.state.wall[-1] == Face(number=20)
    run(stage, "wall_others")
    assert Face(number=20) not in stage.state.wall


def test_the_chain_by_keys(stage):
    run(stage, "attribute_9")
    run(stage, "chain_add")
    run(stage, "chain_home")
    assert len(stage.state.chain) == 2
    run(stage, "chain_remove")
    run(stage, "chain_clear")
    assert stage.state.chain == ()
