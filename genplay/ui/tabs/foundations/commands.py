"""What the Foundations tab can do, for menus, palette and shortcuts."""

from functools import partial
from typing import TYPE_CHECKING

from genplay.families.foundations import MODELS, SIZES
from genplay.families.orders import NAMES
from genplay.ui.commands import Command
from genplay.ui.tabs import pictures, time
from genplay.ui.tabs.foundations import files
from genplay.ui.translation import translate

if TYPE_CHECKING:
    from genplay.ui.tabs.foundations.tab import FoundationsTab

EXPORT = (
    "foundations.copy",
    "foundations.save_drawing",
    "foundations.save_plot",
    "foundations.save_csv",
    "foundations.save_models",
)
"""Commands in the header's export menu."""

ACTS = {"foundations.invert": "invert", "foundations.clear": "trash", "foundations.open": "open"}
"""Commands that have a button at the picture, with its icon."""


def commands(tab: "FoundationsTab") -> list[Command]:
    """Return the tab's commands."""
    edit = [*_clipboard(tab), *_drawing(tab)]
    return [*_files(tab), *edit, *_pages(tab), *_asking(tab), *_arrows(tab), *_orders(tab), *_time(tab)]


def _files(tab: "FoundationsTab") -> list[Command]:
    return [
        Command(
            "foundations.open",
            translate("foundations", "Open a picture…"),
            partial(pictures.ask, tab),
            "file",
            "Ctrl+Shift+O",
            section=True,
        ),
        Command(
            "foundations.save_drawing",
            translate("foundations", "Save the picture…"),
            partial(files.save_drawing, tab),
            "file",
        ),
        Command(
            "foundations.save_plot",
            translate("foundations", "Save the plot of the numbers…"),
            partial(files.save_plot, tab),
            "file",
            enabled=lambda: _is_on(tab, "count", "all"),
        ),
        Command(
            "foundations.save_csv",
            translate("foundations", "Export the numbers as CSV…"),
            partial(files.save_numbers, tab),
            "file",
            "Ctrl+E",
        ),
        Command(
            "foundations.save_models",
            translate("foundations", "Export the four models as CSV…"),
            partial(files.save_models, tab),
            "file",
        ),
    ]


def _clipboard(tab: "FoundationsTab") -> list[Command]:
    return [
        Command(
            "foundations.copy",
            translate("foundations", "Copy the picture"),
            partial(files.copy_drawing, tab),
            "edit",
            "Ctrl+C",
            section=True,
        ),
        Command(
            "foundations.paste",
            translate("foundations", "Paste a picture"),
            partial(pictures.paste, tab),
            "edit",
            "Ctrl+V",
        ),
    ]


def _drawing(tab: "FoundationsTab") -> list[Command]:
    sizes = [
        Command(
            f"foundations.size_{rows}x{columns}",
            translate("foundations", "Pictures of {rows} × {columns}").format(rows=rows, columns=columns),
            partial(tab.resize_picture, rows, columns),
            "edit",
            checked=partial(_has_size, tab, (rows, columns)),
            section=(rows, columns) == SIZES[0],
        )
        for rows, columns in SIZES
    ]
    return [
        Command(
            "foundations.clear",
            translate("foundations", "Clear"),
            tab.clear,
            "edit",
            "Del",
            enabled=lambda: any(tab.state.drawing.bits),
            section=True,
        ),
        Command("foundations.invert", translate("foundations", "Invert"), tab.invert, "edit", "I"),
        Command(
            "foundations.patch",
            translate("foundations", "A patch of the data"),
            tab.ask_for_patch,
            "edit",
            "N",
        ),
        *sizes,
    ]


def _pages(tab: "FoundationsTab") -> list[Command]:
    pages = [
        ("count", translate("foundations", "Count the numbers"), "Alt+1"),
        ("chain", translate("foundations", "Walk the chain rule"), "Alt+2"),
        ("bayes", translate("foundations", "Ask Bayes’ rule"), "Alt+3"),
        ("all", translate("foundations", "Show all at once"), "Alt+4"),
    ]
    return [
        Command(
            f"foundations.{page}",
            text,
            partial(tab.turn_to, page),
            "model",
            key,
            checked=partial(_is_on, tab, page),
        )
        for page, text, key in pages
    ]


def _asking(tab: "FoundationsTab") -> list[Command]:
    roles = [
        ("a", translate("foundations", "A click makes it A"), "A"),
        ("b", translate("foundations", "A click makes it B"), "B"),
        ("given", translate("foundations", "A click gives its value"), "C"),
    ]
    return [
        *[
            Command(
                f"foundations.role_{role}",
                text,
                partial(tab.edit, role=role),
                "model",
                key,
                enabled=lambda: _is_on(tab, "bayes", "all"),
                checked=partial(_has_role, tab, role),
                section=role == "a",
            )
            for role, text, key in roles
        ],
        Command(
            "foundations.forget",
            translate("foundations", "Nothing is given"),
            partial(tab.edit, given=()),
            "model",
            enabled=lambda: bool(tab.state.given),
        ),
        Command(
            "foundations.sample",
            translate("foundations", "Other samples"),
            tab.sample_again,
            "model",
            "Ctrl+R",
            section=True,
        ),
    ]


def _arrows(tab: "FoundationsTab") -> list[Command]:
    said = translate("foundations", "Arrows: {model}")
    return [
        Command(
            f"foundations.arrows_{name}",
            said.format(model=translate("families", shown)),
            partial(tab.edit, arrows=name),
            "model",
            enabled=partial(_is_on, tab, "bayes", "all"),
            checked=partial(_has_arrows, tab, name),
            section=name == "table",
        )
        for name, shown in MODELS.items()
    ]


def _orders(tab: "FoundationsTab") -> list[Command]:
    said = translate("foundations", "Order: {order}")
    return [
        Command(
            f"foundations.order_{kind}",
            said.format(order=translate("orders", shown)),
            partial(tab.edit, order=kind),
            "model",
            checked=partial(_has_order, tab, kind),
            section=kind == "raster",
        )
        for kind, shown in NAMES.items()
    ]


def _time(tab: "FoundationsTab") -> list[Command]:
    walks = partial(_is_on, tab, "chain", "all")
    return time.commands("foundations", tab.walk, slow=lambda: tab.state.slow, walks=walks)


def _is_on(tab: "FoundationsTab", *pages: str) -> bool:
    return tab.state.page in pages


def _has_size(tab: "FoundationsTab", size: tuple[int, int]) -> bool:
    return tab.state.size == size


def _has_arrows(tab: "FoundationsTab", model: str) -> bool:
    return tab.state.arrows == model


def _has_order(tab: "FoundationsTab", kind: str) -> bool:
    return tab.state.order == kind


def _has_role(tab: "FoundationsTab", role: str) -> bool:
    return tab.state.role == role
