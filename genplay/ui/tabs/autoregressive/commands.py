"""What the Autoregressive tab can do, for menus, palette, toolbox and shortcuts."""

from functools import partial
from typing import TYPE_CHECKING

from genplay.families.autoregressive import MODELS, PIXELS
from genplay.ui.commands import Command
from genplay.ui.tabs import drawing_commands, pictures, time
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

GREY_TOOLBOX = ("autoregressive.invert", "autoregressive.clear", "autoregressive.open")
"""Those of them that the page of grey pictures has too: only bits are placed as MNIST places its digits."""

EXPORT = (
    "autoregressive.copy",
    "autoregressive.save_drawing",
    "autoregressive.save_maps",
    "autoregressive.save_trace",
)
"""Commands in the header's export menu."""


def commands(tab: "AutoregressiveTab") -> list[Command]:
    """Return the tab's commands."""
    edit = [*_clipboard(tab), *_drawing(tab), *_tools(tab)]
    return [*_files(tab), *edit, *_pages(tab), *_sampling(tab), *_what_if(tab), *_time(tab)]


def _files(tab: "AutoregressiveTab") -> list[Command]:
    scored = partial(_scored, tab)
    return [
        Command(
            "autoregressive.open",
            translate("autoregressive", "Open a picture…"),
            partial(pictures.ask, tab),
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
            translate("autoregressive", "Export the numbers as CSV…"),
            partial(files.save_trace, tab),
            "file",
            "Ctrl+E",
            enabled=scored,
        ),
    ]


def _clipboard(tab: "AutoregressiveTab") -> list[Command]:
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
            partial(pictures.paste, tab),
            "edit",
            "Ctrl+V",
        ),
    ]


def _drawing(tab: "AutoregressiveTab") -> list[Command]:
    inked = partial(_inked, tab)
    return drawing_commands.acts(
        "autoregressive",
        lambda: tab.hand,
        tab.pen.centre,
        clears=inked,
        centres=lambda: inked() and not _grey(tab),
    )


def _tools(tab: "AutoregressiveTab") -> list[Command]:
    return drawing_commands.tools(
        "autoregressive",
        tab.pen,
        lambda: tab.state.tool,
        offered=partial(_knows_tool, tab),
        brushes=partial(_has_pixels, tab),
    )


def _pages(tab: "AutoregressiveTab") -> list[Command]:
    use = translate("autoregressive", "Use {model}")
    models = [
        Command(
            f"autoregressive.use_{name}",
            use.format(model=shown),
            partial(tab.choose_model, name),
            "model",
        )
        for name, shown in MODELS.items()
    ]
    pages = [
        ("compare", translate("autoregressive", "Compare models side by side"), "Ctrl+D"),
        ("anomaly", translate("autoregressive", "Find anomalies among sets of pictures"), "Ctrl+Shift+A"),
        ("grey", translate("autoregressive", "Grey pixels: a density over greys"), "Ctrl+G"),
    ]
    return models + [
        Command(
            f"autoregressive.{page}",
            text,
            partial(tab.turn_to, page),
            "model",
            key,
            checked=partial(_is_on, tab, page),
            section=page == "compare",
        )
        for page, text, key in pages
    ]


def _sampling(tab: "AutoregressiveTab") -> list[Command]:
    return [
        Command(
            "autoregressive.complete",
            translate("autoregressive", "Complete from here"),
            lambda: tab.sampler.complete(),
            "model",
            "Ctrl+Return",
            enabled=partial(_completes, tab),
            section=True,
        ),
        Command(
            "autoregressive.clear_region",
            translate("autoregressive", "Clear the region"),
            tab.pen.clear_region,
            "model",
            enabled=lambda: any(tab.state.region.bits) and _is_on(tab, "one"),
        ),
        Command(
            "autoregressive.sample",
            translate("autoregressive", "Sample from nothing"),
            lambda: tab.sampler.sample(),
            "model",
            "Ctrl+R",
            enabled=partial(_is_on, tab, "one", "grey"),
        ),
        Command(
            "autoregressive.close_samples",
            translate("autoregressive", "Close the samples"),
            lambda: tab.sampler.close(),
            "model",
            enabled=partial(_samples, tab),
        ),
    ]


def _what_if(tab: "AutoregressiveTab") -> list[Command]:
    return [
        Command(
            "autoregressive.flip",
            translate("autoregressive", "What if this pixel were flipped?"),
            tab.looking.flip_focus,
            "model",
            "F",
            enabled=partial(_is_on, tab, "one"),
            section=True,
        ),
        Command(
            "autoregressive.end_flip",
            translate("autoregressive", "End the comparison"),
            tab.looking.end_flip,
            "model",
            "Esc",
            enabled=lambda: tab.state.flip is not None and _is_on(tab, "one"),
        ),
    ]


def _time(tab: "AutoregressiveTab") -> list[Command]:
    seen = partial(_is_on, tab, "one")
    walks = partial(_walks, tab)
    table = time.commands("autoregressive", tab.walk, slow=lambda: tab.state.slow, walks=walks, named=seen)
    # On the page of grey pixels another cursor steps.
    on, back = partial(_step, tab, +1), partial(_step, tab, -1)
    steps = {step.id: step for step in time.steps("autoregressive", on, back, partial(_has_pixels, tab))}
    return [
        *[steps.get(command.id, command) for command in table],
        Command(
            "autoregressive.hide",
            translate("autoregressive", "Hide the future"),
            tab.walk.toggle_hidden,
            "time",
            "H",
            seen,
            checked=lambda: tab.state.hide_future,
        ),
    ]


def _grey(tab: "AutoregressiveTab") -> bool:
    return _is_on(tab, "grey")


def _is_on(tab: "AutoregressiveTab", *pages: str) -> bool:
    return tab.state.page in pages


def _walks(tab: "AutoregressiveTab") -> bool:
    return _is_on(tab, "one", "compare")  # side by side, the cursor says which pixel is spoken of


def _has_pixels(tab: "AutoregressiveTab") -> bool:
    return not _is_on(tab, "anomaly")  # whose page has none to draw, or to step to


def _step(tab: "AutoregressiveTab", by: int) -> None:
    if _grey(tab):
        tab.shading.step(by)
    elif by > 0:
        tab.walk.step_on()
    else:
        tab.walk.step_back()


def _completes(tab: "AutoregressiveTab") -> bool:
    state = tab.state
    if _grey(tab):
        return state.grey.next_sample > 0
    return _is_on(tab, "one") and (0 < state.cursor < PIXELS or any(state.region.bits))


def _samples(tab: "AutoregressiveTab") -> bool:
    asked = (tab.state.grey if _grey(tab) else tab.state).sample_from
    return asked is not None and _is_on(tab, "one", "grey")


def _scored(tab: "AutoregressiveTab") -> bool:
    return tab.shading.result is not None if _grey(tab) else bool(tab.results)


def _inked(tab: "AutoregressiveTab") -> bool:
    return any(tab.state.grey.picture.grey if _grey(tab) else tab.state.drawing.bits)


def _knows_tool(tab: "AutoregressiveTab", tool: str) -> bool:
    return _is_on(tab, "one") if tool == "region" else _has_pixels(tab)
