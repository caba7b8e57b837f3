"""What the VAE tab can do, for menus, palette, buttons and shortcuts."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from genplay.families.vae import MODELS
from genplay.ui.commands import Command
from genplay.ui.tabs import drawing_commands, pictures, time
from genplay.ui.tabs.toolbox import DRAWING_TOOLS
from genplay.ui.tabs.vae import files
from genplay.ui.tabs.vae.motion import motions
from genplay.ui.translation import translate

if TYPE_CHECKING:
    from genplay.ui.tabs.time import Timed
    from genplay.ui.tabs.vae.tab import VaeTab

ACTS = {"vae.centre": "centre", "vae.invert": "invert", "vae.clear": "trash", "vae.open": "open"}
"""Commands that have a button below the drawing tools, with its icon."""

EXPORT = (
    "vae.copy",
    "vae.copy_decoded",
    "vae.save_decoded",
    "vae.save_animation",
    "vae.save_map",
    "vae.save_numbers",
    "vae.save_losses",
    "vae.save_kl",
)
"""Commands in the header's export menu."""


def commands(tab: "VaeTab") -> list[Command]:
    """Return the tab's commands."""
    edit = [*_clipboard(tab), *_drawing(tab), *_tools(tab)]
    model = [*_pages(tab), *_latents(tab), *_q(tab), *_map(tab), *_lower(tab)]
    return [*_files(tab), *edit, *model, *_time(tab)]


def _files(tab: "VaeTab") -> list[Command]:
    explored = partial(_explores, tab)
    rows: list[tuple[str, str, Callable[[], object], str]] = [
        ("open", translate("vae", "Open a picture…"), partial(pictures.ask, tab), "Ctrl+Shift+O"),
        ("save_decoded", translate("vae", "Save the decoded picture…"), partial(files.save_decoded, tab), ""),
        ("save_map", translate("vae", "Save the latent map…"), partial(files.save_map, tab), ""),
        *_played_files(tab),
    ]
    enabled = _savable(tab)
    return [
        Command(
            f"vae.{name}",
            text,
            act,
            "file",
            key,
            enabled.get(name, explored),
            section=name == "open",
        )
        for name, text, act, key in rows
    ]


def _played_files(tab: "VaeTab") -> list[tuple[str, str, Callable[[], object], str]]:
    """Return what saves what is played, and numbers: id, words, act and key."""
    animation = translate("vae", "Save what is played as an animation…")
    numbers = translate("vae", "Export the numbers as CSV…")
    losses = translate("vae", "Export the losses of the training as CSV…")
    kl = translate("vae", "Export the KL of each latent in training as CSV…")
    return [
        ("save_animation", animation, partial(files.save_animation, tab), ""),
        ("save_numbers", numbers, partial(files.save_numbers, tab), "Ctrl+E"),
        ("save_losses", losses, partial(files.save_losses, tab), ""),
        ("save_kl", kl, partial(files.save_kl, tab), ""),
    ]


def _savable(tab: "VaeTab") -> dict[str, Callable[[], bool]]:
    """Return what tells of each file whether there is anything to put into it."""
    return {
        "save_animation": partial(_walks, tab),
        "save_numbers": partial(_answers, tab),
        "save_losses": partial(_has_losses, tab),
        "save_kl": partial(_is_trained, tab),
    }


def _clipboard(tab: "VaeTab") -> list[Command]:
    explored = partial(_explores, tab)
    rows = [
        ("copy", translate("vae", "Copy the drawing"), partial(files.copy_drawing, tab), "Ctrl+C"),
        ("copy_decoded", translate("vae", "Copy the decoded picture"), partial(files.copy_decoded, tab), ""),
        ("paste", translate("vae", "Paste a picture"), partial(pictures.paste, tab), "Ctrl+V"),
    ]
    return [
        Command(f"vae.{name}", text, act, "edit", key, explored, section=name == "copy")
        for name, text, act, key in rows
    ]


def _drawing(tab: "VaeTab") -> list[Command]:
    explored, drawn = partial(_explores, tab), partial(_is_drawn, tab)
    keep = translate("vae", "Keep this drawing to blend with, and draw another")
    blended = translate("vae", "Blend with the next example")
    acts = drawing_commands.acts(
        "vae", lambda: tab.pen, tab.pen.centre, here=explored, clears=explored, centres=explored
    )
    return [
        *acts,
        Command("vae.blend", blended, tab.pen.blend_with_next, "edit", "B", drawn),
        Command("vae.keep", keep, tab.pen.keep, "edit", enabled=drawn),
        Command(
            "vae.end_blend",
            translate("vae", "End the blend"),
            tab.pen.end_blend,
            "edit",
            enabled=lambda: _explores(tab) and tab.state.second is not None,
        ),
    ]


def _tools(tab: "VaeTab") -> list[Command]:
    explored = partial(_explores, tab)
    return drawing_commands.tools(
        "vae",
        tab.pen,
        lambda: tab.state.tool,
        known=DRAWING_TOOLS,
        offered=lambda _: explored(),
        brushes=explored,
    )


def _pages(tab: "VaeTab") -> list[Command]:
    use = translate("vae", "Use {model}")
    models = [
        Command(
            f"vae.use_{name}",
            use.format(model=translate("families", MODELS[name])),
            partial(tab.choose, name),
            "model",
            f"Alt+{place}",
            checked=partial(_uses, tab, name),
        )
        for place, name in enumerate(MODELS, start=1)
    ]
    train = translate("vae", "Train a small one live")
    return [
        *models,
        Command(
            "vae.train",
            train,
            partial(tab.choose, "train"),
            "model",
            "Alt+4",
            checked=lambda: not _explores(tab),
        ),
    ]


def _latents(tab: "VaeTab") -> list[Command]:
    explored = partial(_explores, tab)
    return [
        Command(
            "vae.randomise",
            translate("vae", "Randomise z"),
            tab.latents.randomise,
            "model",
            "Ctrl+R",
            explored,
            section=True,
        ),
        Command(
            "vae.noise",
            translate("vae", "Draw the noise ε again"),
            tab.latents.draw_noise,
            "model",
            "D",
            explored,
        ),
        Command(
            "vae.follow",
            translate("vae", "Let z follow the drawing"),
            tab.latents.reset,
            "model",
            "Z",
            explored,
        ),
        Command(
            "vae.every",
            translate("vae", "Show all dimensions"),
            lambda: tab.edit(every=not tab.state.every),
            "model",
            enabled=lambda: _explores(tab) and tab.state.dims > 2,
            checked=lambda: tab.state.every,
        ),
    ]


def _q(tab: "VaeTab") -> list[Command]:
    explored = partial(_explores, tab)
    return [
        Command(
            "vae.improve",
            translate("vae", "Improve q"),
            tab.improve,
            "model",
            "Ctrl+Return",
            explored,
            section=True,
        ),
        Command(
            "vae.encoder",
            translate("vae", "Take the encoder’s q"),
            tab.take_encoders_q,
            "model",
            enabled=lambda: _explores(tab) and not tab.state.own_q,
        ),
    ]


def _map(tab: "VaeTab") -> list[Command]:
    explored = partial(_explores, tab)
    modes = [
        ("points", translate("vae", "Map: points")),
        ("manifold", translate("vae", "Map: manifold")),
        ("both", translate("vae", "Map: both")),
    ]
    return [
        *[
            Command(
                f"vae.map_{mode}",
                text,
                partial(tab.edit, map=mode),
                "model",
                enabled=explored,
                checked=partial(_has, tab, "map", mode),
                section=mode == "points",
            )
            for mode, text in modes
        ],
        *_planes(tab),
        Command(
            "vae.unpin",
            translate("vae", "Take the pins away"),
            partial(tab.edit, pins=(), walk=None),
            "model",
            enabled=lambda: _explores(tab) and bool(tab.state.pins),
        ),
        Command(
            "vae.arc",
            translate("vae", "Walk on an arc"),
            lambda: tab.edit(way="line" if tab.state.way == "arc" else "arc"),
            "model",
            enabled=explored,
            checked=partial(_has, tab, "way", "arc"),
        ),
    ]


def _planes(tab: "VaeTab") -> list[Command]:
    views = [
        ("pca", translate("vae", "Map: the principal components")),
        ("axes", translate("vae", "Map: two of the latents")),
        ("pins", translate("vae", "Map: the plane through three pins")),
    ]
    return [
        Command(
            f"vae.plane_{view}",
            text,
            partial(tab.choose_view, view),
            "model",
            enabled=lambda: _explores(tab) and tab.state.dims > 2,
            checked=lambda view=view: tab.state.dims > 2 and tab.state.view == view,
        )
        for view, text in views
    ]


def _lower(tab: "VaeTab") -> list[Command]:
    panels = [
        ("ledger", translate("vae", "Below: the ledger")),
        ("dimensions", translate("vae", "Below: the dimensions one by one")),
        ("neighbours", translate("vae", "Below: the nearest test pictures")),
        ("probe", translate("vae", "Below: what a linear probe sees")),
    ]
    return [
        Command(
            f"vae.lower_{panel}",
            text,
            partial(tab.edit, lower=panel),
            "model",
            enabled=partial(_explores, tab),
            checked=partial(_has, tab, "lower", panel),
            section=panel == "ledger",
        )
        for panel, text in panels
    ]


def _time(tab: "VaeTab") -> list[Command]:
    played = [
        Command(
            f"vae.play_{name}",
            words.long,
            partial(tab.choose_motion, name),
            "time",
            enabled=partial(_explores, tab),
            checked=partial(_has, tab, "motion", name),
            section=name == "improve",
        )
        for name, words in motions().items()
    ]
    walks = partial(_walks, tab)
    training = partial(_training, tab)
    table = time.commands("vae", tab.moves, slow=lambda: tab.state.slow, walks=walks, training=training)
    return [*table, *played]


def _explores(tab: "VaeTab") -> bool:
    return not tab.trains


def _walks(tab: "VaeTab") -> bool:
    return _explores(tab) and tab.moves.length() > 0


def _training(tab: "VaeTab") -> "Timed | None":
    return tab.live.running if tab.trains else None


def _is_drawn(tab: "VaeTab") -> bool:
    return _explores(tab) and any(tab.state.drawing.bits)


def _is_trained(tab: "VaeTab") -> bool:
    return tab.trains and tab.live.scene.current is not None


def _has_losses(tab: "VaeTab") -> bool:
    return _is_trained(tab) and tab.live.scene.step > 0


def _answers(tab: "VaeTab") -> bool:
    return _explores(tab) and tab.scene.encoded is not None


def _uses(tab: "VaeTab", name: str) -> bool:
    return _explores(tab) and tab.state.model == name


def _has(tab: "VaeTab", field: str, value: object) -> bool:
    return getattr(tab.state, field) == value
