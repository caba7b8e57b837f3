"""What the GAN tab can do, for menus, palette, buttons and shortcuts."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from genplay.families.gan import DATA, Data, Layer, Loss, Surface
from genplay.ui.commands import Command
from genplay.ui.tabs import time
from genplay.ui.tabs.gan import files
from genplay.ui.translation import translate

if TYPE_CHECKING:
    from genplay.ui.tabs.gan.tab import GanTab

EXPORT = ("gan.copy", "gan.save_field", "gan.save_curves", "gan.save_points")
"""Commands in the header's export menu."""


def commands(tab: "GanTab") -> list[Command]:
    """Return the tab's commands."""
    model = [*_data(tab), *_losses(tab), *_surfaces(tab), *_layers(tab), *_begin(tab)]
    return [*_files(tab), *_drawing(tab), *model, *_time(tab)]


def _files(tab: "GanTab") -> list[Command]:
    known = partial(_is_known, tab)
    rows = [
        ("save_field", translate("gan", "Save the playing field…"), files.save_field, "", known),
        ("save_curves", translate("gan", "Export the losses and JS as CSV…"), files.save_curves, "", known),
        ("save_points", translate("gan", "Export the points as CSV…"), files.save_points, "Ctrl+E", known),
    ]
    return [
        Command(f"gan.{name}", text, partial(act, tab), "file", key, can, section=name == "save_field")
        for name, text, act, key, can in rows
    ]


def _drawing(tab: "GanTab") -> list[Command]:
    pen, draws = tab.pen, partial(_draws, tab)
    named = [("pen", translate("gan", "Pen"), "P"), ("eraser", translate("gan", "Eraser"), "E")]
    tools = [
        Command(
            f"gan.{tool}",
            text,
            partial(pen.choose_tool, tool),
            "edit",
            key,
            draws,
            checked=partial(_has, tab, "tool", tool),
            section=tool == "pen",
        )
        for tool, text, key in named
    ]
    copy, draw = translate("gan", "Copy the playing field"), translate("gan", "Draw your own distribution")
    rows: list[tuple[str, str, Callable[[], object], str]] = [
        ("smaller_brush", translate("gan", "Smaller brush"), partial(pen.change_brush, -1), "["),
        ("larger_brush", translate("gan", "Larger brush"), partial(pen.change_brush, +1), "]"),
        ("clear", translate("gan", "Clear the drawing"), pen.clear, "Del"),
        ("apply", translate("gan", "Learn what is drawn"), pen.apply, "Ctrl+Return"),
        ("cancel", translate("gan", "Leave the drawing"), pen.cancel, "Esc"),
    ]
    return [
        Command("gan.copy", copy, partial(files.copy_field, tab), "edit", "Ctrl+C", section=True),
        Command("gan.draw", draw, pen.begin, "edit", "N", lambda: not _draws(tab), section=True),
        *tools,
        *[Command(f"gan.{name}", text, act, "edit", key, draws) for name, text, act, key in rows],
    ]


def _data(tab: "GanTab") -> list[Command]:
    said = translate("gan", "Learn: {data}")
    presets: list[Data] = [name for name in DATA if name != "drawn"]
    return [
        Command(
            f"gan.learn_{name}",
            said.format(data=translate("families", DATA[name])),
            partial(tab.learn, name),
            "model",
            f"Alt+{place}",
            checked=partial(_learns, tab, name),
        )
        for place, name in enumerate(presets, start=1)
    ]


def _losses(tab: "GanTab") -> list[Command]:
    named: list[tuple[Loss, str]] = [
        ("minimax", translate("gan", "Minimax loss")),
        ("nonsaturating", translate("gan", "Non-saturating loss")),
        ("leastsquares", translate("gan", "Least-squares loss")),
        ("wasserstein", translate("gan", "WGAN-GP loss")),
    ]
    return [
        Command(
            f"gan.loss_{loss}",
            text,
            partial(tab.page.run.tune_value, "loss", loss),
            "model",
            checked=partial(_plays_for, tab, loss),
            section=loss == "minimax",
        )
        for loss, text in named
    ]


def _surfaces(tab: "GanTab") -> list[Command]:
    named: list[tuple[Surface, str, str]] = [
        ("learned", translate("gan", "Show the learned D"), "1"),
        ("optimal", translate("gan", "Show the optimal D"), "2"),
        ("gap", translate("gan", "Show the gap between the two"), "3"),
    ]
    return [
        Command(
            f"gan.surface_{surface}",
            text,
            partial(tab.choose_surface, surface),
            "model",
            key,
            checked=partial(_has, tab, "surface", surface),
            section=surface == "learned",
        )
        for surface, text, key in named
    ]


def _layers(tab: "GanTab") -> list[Command]:
    named: list[tuple[Layer, str, str]] = [
        ("real", translate("gan", "Real points"), "Shift+R"),
        ("fake", translate("gan", "Fake points"), "Shift+F"),
        ("surface", translate("gan", "Surface of D"), "Shift+D"),
        ("manifold", translate("gan", "Grid of G"), "Shift+G"),
        ("arrows", translate("gan", "Gradients"), "Shift+A"),
    ]
    return [
        Command(
            f"gan.layer_{layer}",
            text,
            partial(tab.toggle_layer, layer),
            "model",
            key,
            checked=partial(_shows, tab, layer),
            section=layer == "real",
        )
        for layer, text, key in named
    ]


def _begin(tab: "GanTab") -> list[Command]:
    again = translate("gan", "Begin anew with another seed")
    defaults = translate("gan", "Set all numbers back")
    return [
        Command("gan.reseed", again, tab.reseed, "model", "Ctrl+R", section=True),
        Command("gan.defaults", defaults, tab.page.run.set_defaults, "model"),
    ]


def _time(tab: "GanTab") -> list[Command]:
    run, can = tab.page.run, lambda: not _draws(tab)
    slow = translate("time", "Slow motion")
    return [
        *time.trained("gan", run, can),
        Command("gan.step_d", translate("gan", "Step of D"), partial(run.move, "d"), "time", "D", can),
        Command("gan.step_g", translate("gan", "Step of G"), partial(run.move, "g"), "time", "G", can),
        Command(
            "gan.step_both", translate("gan", "Step of both"), partial(run.move, "both"), "time", "B", can
        ),
        Command("gan.slow", slow, run.toggle_slow, "time", "S", can, lambda: tab.state.slow, True),
    ]


def _draws(tab: "GanTab") -> bool:
    return tab.state.drawing is not None


def _is_known(tab: "GanTab") -> bool:
    return tab.page.scene.current is not None


def _learns(tab: "GanTab", data: Data) -> bool:
    return tab.state.live.plan.setup.data == data


def _plays_for(tab: "GanTab", loss: Loss) -> bool:
    return tab.page.scene.hyper.loss == loss


def _shows(tab: "GanTab", layer: Layer) -> bool:
    return layer in tab.state.layers


def _has(tab: "GanTab", field: str, value: object) -> bool:
    return getattr(tab.state, field) == value
