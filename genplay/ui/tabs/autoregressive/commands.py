"""What the Autoregressive tab can do, for menus, palette, toolbox and shortcuts."""

from functools import partial
from typing import TYPE_CHECKING

from genplay.families.autoregressive import MODELS, PIXELS
from genplay.ui.commands import Command
from genplay.ui.tabs.autoregressive import files
from genplay.ui.translation import translate

if TYPE_CHECKING:
    from genplay.ui.tabs.autoregressive.tab import AutoregressiveTab

TOOLBOX = {
    "autoregressive.centre": "centre",
    "autoregressive.invert": "invert",
    "autoregressive.clear": "trash",
    "autoregressive.open": "open",
}
"""Commands that have a button below the drawing tools, with its icon."""

EXPORT = (
    "autoregressive.copy",
    "autoregressive.save_drawing",
    "autoregressive.save_maps",
    "autoregressive.save_trace",
)
"""Commands in the header's export menu."""


def commands(tab: "AutoregressiveTab") -> list[Command]:
    """Return the tab's commands."""
    return [*_files(tab), *_drawing(tab), *_tools(tab), *_model(tab), *_time(tab)]


def _files(tab: "AutoregressiveTab") -> list[Command]:
    scored = partial(_scored, tab)
    return [
        Command(
            "autoregressive.open",
            translate("autoregressive", "Open a picture…"),
            partial(files.ask_for_picture, tab),
            "file",
            "Ctrl+Shift+O",
            section=True,
        ),
        Command(
            "autoregressive.save_drawing",
            translate("autoregressive", "Save the drawing…"),
            partial(files.save_drawing, tab),
            "file",
        ),
        Command(
            "autoregressive.save_maps",
            translate("autoregressive", "Save the maps as a picture…"),
            partial(files.save_maps, tab),
            "file",
            enabled=scored,
        ),
        Command(
            "autoregressive.save_trace",
            translate("autoregressive", "Export the chain rule as CSV…"),
            partial(files.save_trace, tab),
            "file",
            "Ctrl+E",
            enabled=scored,
        ),
    ]


def _drawing(tab: "AutoregressiveTab") -> list[Command]:
    inked = partial(_inked, tab)
    return [
        Command(
            "autoregressive.copy",
            translate("autoregressive", "Copy the drawing"),
            partial(files.copy_drawing, tab),
            "edit",
            "Ctrl+C",
            section=True,
        ),
        Command(
            "autoregressive.paste",
            translate("autoregressive", "Paste a picture"),
            partial(files.paste, tab),
            "edit",
            "Ctrl+V",
        ),
        Command(
            "autoregressive.clear",
            translate("autoregressive", "Clear"),
            tab.pen.clear,
            "edit",
            "Del",
            inked,
            section=True,
        ),
        Command("autoregressive.invert", translate("autoregressive", "Invert"), tab.pen.invert, "edit", "I"),
        Command(
            "autoregressive.centre",
            translate("autoregressive", "Centre and scale"),
            tab.pen.centre,
            "edit",
            "C",
            inked,
        ),
        Command(
            "autoregressive.next_example",
            translate("autoregressive", "Next example"),
            tab.pen.next_example,
            "edit",
            "N",
        ),
    ]


def _tools(tab: "AutoregressiveTab") -> list[Command]:
    names = [
        ("pen", translate("autoregressive", "Pen"), "P"),
        ("eraser", translate("autoregressive", "Eraser"), "E"),
        ("fill", translate("autoregressive", "Fill"), "G"),
        ("region", translate("autoregressive", "Region to be completed"), "R"),
    ]
    tools = [
        Command(
            f"autoregressive.{tool}",
            text,
            partial(tab.pen.choose_tool, tool),
            "edit",
            key,
            checked=partial(_has_tool, tab, tool),
            section=tool == "pen",
        )
        for tool, text, key in names
    ]
    return [
        *tools,
        Command(
            "autoregressive.smaller_brush",
            translate("autoregressive", "Smaller brush"),
            partial(tab.pen.change_brush, -1),
            "edit",
            "[",
        ),
        Command(
            "autoregressive.larger_brush",
            translate("autoregressive", "Larger brush"),
            partial(tab.pen.change_brush, +1),
            "edit",
            "]",
        ),
    ]


def _model(tab: "AutoregressiveTab") -> list[Command]:
    use = translate("autoregressive", "Use {model}")
    return [
        *(
            Command(
                f"autoregressive.use_{name}",
                use.format(model=shown),
                partial(tab.choose_model, name),
                "model",
            )
            for name, shown in MODELS.items()
        ),
        Command(
            "autoregressive.compare",
            translate("autoregressive", "Compare models side by side"),
            partial(tab.turn_to, "compare"),
            "model",
            "Ctrl+D",
            checked=lambda: tab.state.page == "compare",
            section=True,
        ),
        Command(
            "autoregressive.anomaly",
            translate("autoregressive", "Find anomalies among sets of pictures"),
            partial(tab.turn_to, "anomaly"),
            "model",
            "Ctrl+Shift+A",
            checked=lambda: tab.state.page == "anomaly",
        ),
        Command(
            "autoregressive.complete",
            translate("autoregressive", "Complete from here"),
            tab.sampling.complete,
            "model",
            "Ctrl+Return",
            enabled=lambda: 0 < tab.state.cursor < PIXELS or any(tab.state.region.bits),
            section=True,
        ),
        Command(
            "autoregressive.clear_region",
            translate("autoregressive", "Clear the region"),
            tab.pen.clear_region,
            "model",
            enabled=lambda: any(tab.state.region.bits),
        ),
        Command(
            "autoregressive.sample",
            translate("autoregressive", "Sample from nothing"),
            tab.sampling.sample,
            "model",
            "Ctrl+R",
        ),
        Command(
            "autoregressive.close_samples",
            translate("autoregressive", "Close the samples"),
            tab.sampling.close,
            "model",
            enabled=lambda: tab.state.sample_from is not None,
        ),
        Command(
            "autoregressive.flip",
            translate("autoregressive", "What if this pixel were flipped?"),
            tab.flip_focus,
            "model",
            "F",
            section=True,
        ),
        Command(
            "autoregressive.end_flip",
            translate("autoregressive", "End the comparison"),
            tab.end_flip,
            "model",
            "Esc",
            enabled=lambda: tab.state.flip is not None,
        ),
    ]


def _time(tab: "AutoregressiveTab") -> list[Command]:
    return [
        Command("autoregressive.reset", translate("autoregressive", "Reset"), tab.walk.reset, "time", "Home"),
        Command(
            "autoregressive.play",
            translate("autoregressive", "Play"),
            tab.walk.toggle_play,
            "time",
            "Space",
            checked=lambda: tab.playing,
        ),
        Command("autoregressive.step", translate("autoregressive", "Step"), tab.walk.step_on, "time", "."),
        Command(
            "autoregressive.back",
            translate("autoregressive", "Step back"),
            tab.walk.step_back,
            "time",
            ",",
        ),
        Command(
            "autoregressive.end", translate("autoregressive", "To the end"), tab.walk.to_end, "time", "End"
        ),
        Command(
            "autoregressive.hide",
            translate("autoregressive", "Hide the future"),
            tab.walk.toggle_hidden,
            "time",
            "H",
            checked=lambda: tab.state.hide_future,
            section=True,
        ),
        Command(
            "autoregressive.slow",
            translate("autoregressive", "Slow motion"),
            tab.walk.toggle_slow,
            "time",
            "S",
            checked=lambda: tab.state.slow,
        ),
    ]


def _scored(tab: "AutoregressiveTab") -> bool:
    return bool(tab.results)


def _inked(tab: "AutoregressiveTab") -> bool:
    return any(tab.state.drawing.bits)


def _has_tool(tab: "AutoregressiveTab", tool: str) -> bool:
    return tab.state.tool == tool
