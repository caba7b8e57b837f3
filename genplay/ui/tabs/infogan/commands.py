"""What the InfoGAN tab can do, for menus, palette, buttons and shortcuts."""

from functools import partial
from typing import TYPE_CHECKING

from genplay.families.infogan import CATEGORIES, NAMES
from genplay.ui.commands import Command, always
from genplay.ui.tabs import drawing_commands, pictures, time
from genplay.ui.tabs.infogan import files
from genplay.ui.tabs.toolbox import DRAWING_TOOLS
from genplay.ui.translation import translate

if TYPE_CHECKING:
    from genplay.ui.tabs.infogan.tab import InfoGanTab

ACTS = {
    "infogan.next_example": "chevron-right",
    "infogan.centre": "centre",
    "infogan.invert": "invert",
    "infogan.clear": "trash",
    "infogan.open": "open",
}
"""Commands in the menu below the drawing tools, with their icons."""

EXPORT = (
    "infogan.copy",
    "infogan.save_picture",
    "infogan.save_wall",
    "infogan.save_animation",
    "infogan.save_reading",
    "infogan.save_ledger",
    "infogan.save_bars",
    "infogan.save_confusion",
)
"""Commands in the header's export menu."""
_KEYS = {"save_reading": "Ctrl+E"}


def commands(tab: "InfoGanTab") -> list[Command]:
    """Return the tab's commands."""
    model = [*_models(tab), *_categories(tab), *_codes(tab), *_walls(tab)]
    return [*_files(tab), *_edit(tab), *model, *_time(tab)]


def _files(tab: "InfoGanTab") -> list[Command]:
    rows = [
        ("save_picture", translate("infogan", "Save the generated picture…"), files.save_picture, "made"),
        ("save_wall", translate("infogan", "Save the wall of every code…"), files.save_wall, "walled"),
        (
            "save_animation",
            translate("infogan", "Save the sweep as an animation…"),
            files.save_animation,
            "made",
        ),
        ("save_reading", translate("infogan", "Export what is read as CSV…"), files.save_reading, "read"),
        ("save_ledger", translate("infogan", "Export the information as CSV…"), files.save_ledger, "ledger"),
        ("save_bars", translate("infogan", "Save the bars of the information…"), files.save_bars, "ledger"),
        (
            "save_confusion",
            translate("infogan", "Export categories against digits as CSV…"),
            files.save_confusion,
            "confusion",
        ),
    ]
    opened = translate("infogan", "Open a picture…")
    return [
        Command("infogan.open", opened, partial(pictures.ask, tab), "file", "Ctrl+Shift+O", section=True),
        *[
            Command(
                f"infogan.{name}",
                text,
                partial(act, tab),
                "file",
                _KEYS.get(name, ""),
                partial(_scene, tab, part),
            )
            for name, text, act, part in rows
        ],
    ]


def _edit(tab: "InfoGanTab") -> list[Command]:
    copy, paste = translate("infogan", "Copy the generated picture"), translate("infogan", "Paste a picture")
    made, drawn = partial(_scene, tab, "made"), lambda: not tab.state.is_blank
    return [
        Command("infogan.copy", copy, partial(files.copy_picture, tab), "edit", "Ctrl+C", made, section=True),
        Command("infogan.paste", paste, partial(pictures.paste, tab), "edit", "Ctrl+V"),
        *drawing_commands.acts("infogan", lambda: tab.pen, tab.pen.centre, clears=drawn, centres=drawn),
        *drawing_commands.tools(
            "infogan",
            tab.pen,
            lambda: tab.state.tool,
            known=DRAWING_TOOLS,
            offered=lambda _: True,
            brushes=always,
        ),
    ]


def _models(tab: "InfoGanTab") -> list[Command]:
    use = translate("infogan", "Use {model}")
    return [
        Command(
            f"infogan.use_{name}",
            use.format(model=translate("families", NAMES[name])),
            partial(tab.choose_model, name),
            "model",
            f"Alt+{place}",
            checked=partial(_has, tab, "model", name),
        )
        for place, name in enumerate(NAMES, start=1)
    ]


def _categories(tab: "InfoGanTab") -> list[Command]:
    said = translate("infogan", "Category button {place}")  # which is a digit's only with an InfoGAN
    known = partial(_scene, tab, "made")  # or their order is not that which will be seen
    return [
        Command(
            f"infogan.button_{place}",
            said.format(place=place),
            partial(_choose, tab, place),
            "model",
            str(place),
            known,
            checked=partial(_is_chosen, tab, place),
            section=place == 0,
        )
        for place in range(CATEGORIES)
    ]


def _codes(tab: "InfoGanTab") -> list[Command]:
    made, read = partial(_scene, tab, "made"), partial(_scene, tab, "read")
    lock = translate("infogan", "Keep the noise when another category is chosen")
    return [
        Command(
            "infogan.reset_codes",
            translate("infogan", "Set c₂ and c₃ to 0"),
            tab.reset_numbers,
            "model",
            "Z",
            lambda: any(tab.state.numbers),
            section=True,
        ),
        Command("infogan.noise", translate("infogan", "Draw other noise"), tab.redraw, "model", "Ctrl+R"),
        Command("infogan.lock", lock, tab.toggle_lock, "model", "L", checked=lambda: tab.state.locked),
        Command(
            "infogan.read",
            translate("infogan", "Read the generated picture"),
            tab.read_made,
            "model",
            "Ctrl+Return",
            made,
            section=True,
        ),
        Command(
            "infogan.use_codes",
            translate("infogan", "Use the codes that were read"),
            tab.use_codes,
            "model",
            "U",
            read,
        ),
    ]


def _walls(tab: "InfoGanTab") -> list[Command]:
    axes = [
        ("c2", translate("infogan", "Wall: c₂ across")),
        ("c3", translate("infogan", "Wall: c₃ across")),
    ]
    return [
        Command(
            f"infogan.axis_{axis}",
            text,
            partial(tab.edit, axis=axis),
            "model",
            checked=partial(_has, tab, "axis", axis),
            section=axis == "c2",
        )
        for axis, text in axes
    ]


def _time(tab: "InfoGanTab") -> list[Command]:
    sweeps = [
        ("c1", translate("infogan", "Sweep c₁, the category")),
        ("c2", translate("infogan", "Sweep c₂")),
        ("c3", translate("infogan", "Sweep c₃")),
    ]
    end = translate("time", "To the end")
    return [
        *time.trained("infogan", tab.sweep, always),
        Command("infogan.end", end, tab.sweep.to_end, "time", "End"),
        *[
            Command(
                f"infogan.sweep_{code}",
                text,
                partial(tab.choose_sweep, code),
                "time",
                checked=partial(_has, tab, "swept", code),
                section=code == "c1",
            )
            for code, text in sweeps
        ],
    ]


def _choose(tab: "InfoGanTab", place: int) -> None:
    tab.choose_category(tab.scene.order[place])


def _is_chosen(tab: "InfoGanTab", place: int) -> bool:
    return _scene(tab, "made") and tab.scene.order[place] == tab.state.category


def _scene(tab: "InfoGanTab", part: str) -> bool:
    return getattr(tab.scene, part) is not None


def _has(tab: "InfoGanTab", field: str, value: object) -> bool:
    return getattr(tab.state, field) == value
