"""What menus and palette can do, and when."""

from genplay.families.infogan import PLAIN
from genplay.ui.tabs.infogan import commands as table
from genplay.ui.tabs.infogan.tab import InfoGanTab
from tests.ui.tabs.desk import commands, run
from tests.ui.tabs.infogan.staged import ORDER


def test_every_command_has_an_id_of_this_tab_a_text_and_a_key_of_its_own(stage):
    listed = table.commands(stage.tab)
    assert len({command.id for command in listed}) == len(listed)
    assert all(command.id.startswith("infogan.") and command.text for command in listed)
    keys = [command.shortcut for command in listed if command.shortcut]
    assert len(set(keys)) == len(keys)
    assert {*table.EXPORT, *table.ACTS} <= {command.id for command in listed}


def test_digits_choose_their_categories(stage):
    assert commands(stage)["button_7"].shortcut == "7"
    run(stage, "button_7")
    assert stage.state.category == ORDER[7]
    assert commands(stage)["button_7"].checked()
    assert not commands(stage)["button_0"].checked()


def test_no_category_is_chosen_before_their_order_is_known(show):
    tab = show(InfoGanTab())
    buttons = [command for command in table.commands(tab) if "button_" in command.id]
    assert len(buttons) == 10
    assert not any(command.enabled() or command.checked() for command in buttons)


def test_codes(stage):
    assert not commands(stage)["reset_codes"].enabled()
    run(stage, "end")
    run(stage, "reset_codes")
    assert stage.state.numbers == (0.0, 0.0)
    run(stage, "noise")
    assert stage.state.seed == 1
    run(stage, "lock")
    assert not commands(stage)["lock"].checked()
    run(stage, "axis_c3")
    assert stage.tab.scene.walled.axis == "c3"


def test_reading(stage):
    run(stage, "clear")
    assert not {"use_codes", "clear", "centre", "save_reading"} & {
        name for name, command in commands(stage).items() if command.enabled()
    }
    run(stage, "read")
    run(stage, "use_codes")
    assert stage.state.category == stage.tab.scene.found.reading.category


def test_models(stage):
    run(stage, f"use_{PLAIN}")
    assert stage.state.model == PLAIN
    run(stage, "button_3")  # the fourth of those that have no digits
    assert stage.state.category == 3
    on = {name for name, command in commands(stage).items() if command.checked and command.checked()}
    assert on == {f"use_{PLAIN}", "button_3", "pen", "lock", "axis_c2", "sweep_c2"}


def test_tools(stage):
    run(stage, "eraser")
    run(stage, "larger_brush")
    assert (stage.state.tool, stage.state.brush) == ("eraser", 3)
