"""What menus and palette can do, and when."""

from genplay.families.gan import SHOWN
from genplay.ui.tabs.gan import commands as table
from tests.ui.tabs.desk import commands, run

DRAWING = {"pen", "eraser", "smaller_brush", "larger_brush", "clear", "apply", "cancel"}


def test_every_command_has_an_id_of_this_tab_and_a_text(stage):
    listed = table.commands(stage.tab)
    assert len({command.id for command in listed}) == len(listed)
    assert all(command.id.startswith("gan.") and command.text for command in listed)
    keys = [command.shortcut for command in listed if command.shortcut]
    assert len(set(keys)) == len(keys)
    assert set(table.EXPORT) <= {command.id for command in listed}


def test_tools_can_be_chosen_while_one_draws_only(stage):
    def enabled():
        return {name for name, command in commands(stage).items() if command.enabled()}

    assert not enabled() & DRAWING
    assert "draw" in enabled()
    run(stage, "draw")
    assert enabled() >= DRAWING
    assert "draw" not in enabled()


def test_presets_losses_surfaces_and_layers_say_which_is_on(stage):
    run(stage, "learn_spiral")
    run(stage, "loss_minimax")
    run(stage, "surface_gap")
    run(stage, "layer_manifold")
    table = commands(stage)
    on = {name for name, command in table.items() if command.checked and command.checked()}
    assert on == {
        "learn_spiral",
        "loss_minimax",
        "surface_gap",
        "pen",
        *(f"layer_{layer}" for layer in SHOWN if layer != "manifold"),
    }
    assert stage.state.live.plan.setup.data == "spiral"
    assert stage.state.live.hyper.loss == "minimax"


def test_a_surface_that_is_chosen_is_shown(stage):
    run(stage, "layer_surface")
    assert "surface" not in stage.state.layers
    run(stage, "surface_optimal")
    assert stage.state.surface == "optimal"
    assert stage.state.layers == SHOWN
