"""What the DCGAN tab can do, for menus, palette, buttons and shortcuts."""

from functools import partial
from typing import TYPE_CHECKING

from genplay.families.dcgan import MODELS
from genplay.ui.commands import Command
from genplay.ui.tabs import drawing_commands, lower, pictures, time
from genplay.ui.tabs.dcgan import files
from genplay.ui.tabs.toolbox import DRAWING_TOOLS
from genplay.ui.translation import translate

if TYPE_CHECKING:
    from genplay.ui.tabs.dcgan.tab import DcganTab

ACTS = {
    "dcgan.next_example": "chevron-right",
    "dcgan.centre": "centre",
    "dcgan.invert": "invert",
    "dcgan.clear": "trash",
    "dcgan.open": "open",
}
"""Commands in the menu below the drawing tools, with their icons."""
EXPORT = (
    "dcgan.copy",
    "dcgan.save_picture",
    "dcgan.save_wall",
    "dcgan.save_arithmetic",
    "dcgan.save_animation",
    "dcgan.save_noise",
    "dcgan.save_pins",
    "dcgan.save_directions",
    "dcgan.save_layers",
    "dcgan.save_scale",
    "dcgan.save_linear",
)
"""Commands in the header's export menu."""
_KEYS = {"save_noise": "Ctrl+E"}
_REACHED = 9  # pins that a key goes to
_TRUNCATED = 0.1  # what a key multiplies the noise by less, or more


def commands(tab: "DcganTab") -> list[Command]:
    """Return the tab's commands."""
    return [*_files(tab), *_edit(tab), *_models(tab), *_points(tab), *_pins(tab), *_lower(tab), *_time(tab)]


def _files(tab: "DcganTab") -> list[Command]:
    rows = [
        ("save_picture", translate("dcgan", "Save the generated picture…"), files.save_picture, "shown"),
        ("save_wall", translate("dcgan", "Save the wall of samples…"), files.save_wall, "walled"),
        (
            "save_arithmetic",
            translate("dcgan", "Save the result of the arithmetic…"),
            files.save_arithmetic,
            "reckoned",
        ),
        ("save_noise", translate("dcgan", "Export the noise as CSV…"), files.save_noise, "shown"),
        (
            "save_directions",
            translate("dcgan", "Export the directions as CSV…"),
            files.save_directions,
            "explained",
        ),
        ("save_layers", translate("dcgan", "Export the feature maps as CSV…"), files.save_layers, "maps"),
    ]
    made = [
        Command(
            f"dcgan.{name}", text, partial(act, tab), "file", _KEYS.get(name, ""), partial(_scene, tab, part)
        )
        for name, text, act, part in rows
    ]
    walk, pins = (
        translate("dcgan", "Save the walk as an animation…"),
        translate("dcgan", "Export the pins as CSV…"),
    )
    opened = translate("dcgan", "Open a picture for D…")
    return [
        Command("dcgan.open", opened, partial(pictures.ask, tab), "file", "Ctrl+Shift+O", section=True),
        *made,
        Command(
            "dcgan.save_animation", walk, partial(files.save_animation, tab), "file", "", partial(_walks, tab)
        ),
        Command("dcgan.save_pins", pins, partial(files.save_pins, tab), "file", "", partial(_pinned, tab)),
        *_plots(tab),
    ]


def _plots(tab: "DcganTab") -> list[Command]:
    """Return what saves plots, which can be seen while the discriminator is shown."""
    scale = translate("dcgan", "Save the scale of D’s logits…")
    linear = translate("dcgan", "Save the bars of the linear classifiers…")
    seen = partial(_has, tab, "lower", "discriminator")
    return [
        Command("dcgan.save_scale", scale, partial(files.save_scale, tab), "file", "", seen),
        Command("dcgan.save_linear", linear, partial(files.save_linear, tab), "file", "", seen),
    ]


def _edit(tab: "DcganTab") -> list[Command]:
    copy, shown = translate("dcgan", "Copy the generated picture"), partial(_scene, tab, "shown")
    paste, judge = translate("dcgan", "Paste a picture for D"), translate("dcgan", "Have D judge the sample")
    drawn = partial(_has, tab, "lower", "discriminator")
    acts = drawing_commands.acts(
        "dcgan",
        lambda: tab.hand,
        tab.pen.centre,
        here=drawn,
        clears=drawn,
        centres=lambda: drawn() and tab.hand is tab.pen,
    )
    tools = drawing_commands.tools(
        "dcgan",
        tab.pen,
        lambda: tab.state.tool,
        known=DRAWING_TOOLS,
        offered=lambda _: drawn(),
        brushes=drawn,
    )
    return [
        Command("dcgan.copy", copy, partial(files.copy_picture, tab), "edit", "Ctrl+C", shown, section=True),
        Command("dcgan.paste", paste, partial(pictures.paste, tab), "edit", "Ctrl+V"),
        Command("dcgan.judge", judge, tab.judge_sample, "edit", "Ctrl+Return", shown),
        *acts,
        *tools,
    ]


def _models(tab: "DcganTab") -> list[Command]:
    use = translate("dcgan", "Use {model}")
    return [
        Command(
            f"dcgan.use_{name}",
            use.format(model=translate("families", MODELS[name])),
            partial(tab.choose_model, name),
            "model",
            f"Alt+{place}",
            checked=partial(_has, tab, "model", name),
        )
        for place, name in enumerate(MODELS, start=1)
    ]


def _points(tab: "DcganTab") -> list[Command]:
    turns = [
        ("left", translate("dcgan", "Seeds to the left"), (-1, 0), "Ctrl+Left"),
        ("right", translate("dcgan", "Seeds to the right"), (1, 0), "Ctrl+Right"),
        ("up", translate("dcgan", "Seeds above"), (0, -1), "Ctrl+Up"),
        ("down", translate("dcgan", "Seeds below"), (0, 1), "Ctrl+Down"),
    ]
    truncations = [
        ("truncate", translate("dcgan", "Truncate more"), -_TRUNCATED, "T"),
        ("extend", translate("dcgan", "Truncate less"), _TRUNCATED, "Shift+T"),
    ]
    noise, reset = translate("dcgan", "Draw other noise"), translate("dcgan", "Move nothing along directions")
    every = translate("dcgan", "Sliders for all numbers of the noise")
    return [
        Command("dcgan.noise", noise, tab.redraw, "model", "Ctrl+R", section=True),
        *[
            Command(f"dcgan.{name}", text, partial(tab.turn, *way), "model", key)
            for name, text, way, key in turns
        ],
        *[
            Command(f"dcgan.{name}", text, partial(tab.truncate, by), "model", key)
            for name, text, by, key in truncations
        ],
        Command("dcgan.reset_sliders", reset, tab.reset_sliders, "model", "Z", partial(_moved, tab)),
        Command(
            "dcgan.every",
            every,
            lambda: tab.choose_every(not tab.state.every),
            "model",
            "W",
            checked=partial(_has, tab, "every", True),
        ),
    ]


def _pins(tab: "DcganTab") -> list[Command]:
    pin, go = translate("dcgan", "Pin this point"), translate("dcgan", "Go to pin {number}")
    away, clear = translate("dcgan", "Take the pins away"), translate("dcgan", "Clear A, B and C")
    return [
        Command("dcgan.pin", pin, tab.pin, "model", "K", partial(_pins_now, tab), section=True),
        Command(
            "dcgan.pin_result",
            translate("dcgan", "Pin the result of the arithmetic"),
            tab.pin_result,
            "model",
            "Shift+K",
            partial(_scene, tab, "reckoned"),
        ),
        *[
            Command(
                f"dcgan.pin_{number}",
                go.format(number=number),
                partial(tab.go_to_pin, number - 1),
                "model",
                str(number),
                partial(_reaches, tab, number),
            )
            for number in range(1, _REACHED + 1)
        ],
        Command("dcgan.example", translate("dcgan", "Pin the example"), tab.pin_example, "model"),
        Command("dcgan.unpin", away, tab.unpin_all, "model", "", partial(_pinned, tab)),
        Command("dcgan.clear_terms", clear, tab.clear_terms, "model", "", lambda: any(tab.state.terms)),
        Command(
            "dcgan.neighbours",
            translate("dcgan", "Draw other neighbours of the result"),
            tab.redraw_neighbours,
            "model",
            "Ctrl+Shift+R",
            partial(_scene, tab, "reckoned"),
        ),
    ]


def _lower(tab: "DcganTab") -> list[Command]:
    rows = [
        ("wall", translate("dcgan", "Show the samples")),
        ("arithmetic", translate("dcgan", "Show the arithmetic")),
        ("layers", translate("dcgan", "Show the feature maps")),
        ("discriminator", translate("dcgan", "Show the discriminator")),
    ]
    return lower.commands("dcgan", tab, rows)


def _time(tab: "DcganTab") -> list[Command]:
    end, walks = translate("time", "To the end"), partial(_walks, tab)
    two, tour = translate("dcgan", "Walk between two pins"), translate("dcgan", "Walk around all pins")
    return [
        *time.trained("dcgan", tab.trip, walks),
        Command("dcgan.end", end, tab.trip.to_end, "time", "End", walks),
        Command(
            "dcgan.trip_ends",
            two,
            partial(tab.choose_tour, tour=False),
            "time",
            checked=partial(_has, tab, "tour", False),
            section=True,
        ),
        Command(
            "dcgan.trip_tour",
            tour,
            partial(tab.choose_tour, tour=True),
            "time",
            checked=partial(_has, tab, "tour", True),
        ),
    ]


def _walks(tab: "DcganTab") -> bool:
    return tab.state.walks


def _pins_now(tab: "DcganTab") -> bool:
    return tab.state.walk is None or _scene(tab, "shown")


def _pinned(tab: "DcganTab") -> bool:
    return bool(tab.state.pins)


def _reaches(tab: "DcganTab", number: int) -> bool:
    return number <= len(tab.state.pins)


def _moved(tab: "DcganTab") -> bool:
    return any(tab.scene.point.along) or bool(tab.scene.point.raw)


def _scene(tab: "DcganTab", part: str) -> bool:
    return getattr(tab.scene, part) is not None


def _has(tab: "DcganTab", field: str, value: object) -> bool:
    return getattr(tab.state, field) == value
