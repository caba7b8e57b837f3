"""The commands of a drawing, the same in every tab where one draws: acts on the whole, tools, the brush."""

from collections.abc import Callable, Collection
from functools import partial
from typing import Protocol

from genplay.ui.commands import Command, always
from genplay.ui.tabs.pen import Pen
from genplay.ui.tabs.toolbox import TOOLS
from genplay.ui.translation import translate


class Hand(Protocol):
    """What draws on the page that is on."""

    def clear(self) -> None:
        """Take everything away."""
        ...

    def invert(self) -> None:
        """Make ink paper and paper ink."""
        ...

    def next_example(self) -> None:
        """Take the next example."""
        ...


def acts(
    scope: str,
    hand: Callable[[], Hand],
    centre: Callable[[], object],
    *,
    here: Callable[[], bool] = always,
    clears: Callable[[], bool] = always,
    centres: Callable[[], bool] = always,
) -> list[Command]:
    """Return clear, invert, centre and next example.

    Args:
        scope: Id of the tab.
        hand: Returns what draws.
        centre: Places the drawing as MNIST does.
        here: Tells whether there is a drawing on the page that is on.
        clears: Tells whether there is something to clear.
        centres: Tells whether the drawing can be placed so.
    """
    rows: list[tuple[str, str, Callable[[], object], str, Callable[[], bool]]] = [
        ("clear", translate("drawing", "Clear"), lambda: hand().clear(), "Del", clears),
        ("invert", translate("drawing", "Invert"), lambda: hand().invert(), "I", here),
        ("centre", translate("drawing", "Centre and scale"), centre, "C", centres),
        ("next_example", translate("drawing", "Next example"), lambda: hand().next_example(), "N", here),
    ]
    return [
        Command(f"{scope}.{name}", text, act, "edit", key, enabled, section=name == "clear")
        for name, text, act, key, enabled in rows
    ]


def tools(
    scope: str,
    pen: Pen,
    chosen: Callable[[], str],
    *,
    known: Collection[str] = TOOLS,
    offered: Callable[[str], bool],
    brushes: Callable[[], bool],
) -> list[Command]:
    """Return the tools, one of which is on, and the brush's sizes.

    Args:
        scope: Id of the tab.
        pen: Takes tool and brush.
        chosen: Returns the tool that is on.
        known: Which tools the tab has.
        offered: Tells of a tool whether it can be taken now.
        brushes: Tells whether the brush can be changed now.
    """
    names = [
        ("pen", translate("drawing", "Pen"), "P"),
        ("eraser", translate("drawing", "Eraser"), "E"),
        ("fill", translate("drawing", "Fill"), "G"),
        ("region", translate("drawing", "Region to be completed"), "R"),
    ]
    made = [
        Command(
            f"{scope}.{tool}",
            text,
            partial(pen.choose_tool, tool),
            "edit",
            key,
            partial(offered, tool),
            checked=lambda tool=tool: chosen() == tool,
            section=tool == "pen",
        )
        for tool, text, key in names
        if tool in known
    ]
    return [*made, *_sizes(scope, pen, brushes)]


def _sizes(scope: str, pen: Pen, enabled: Callable[[], bool]) -> list[Command]:
    smaller, larger = translate("drawing", "Smaller brush"), translate("drawing", "Larger brush")
    return [
        Command(f"{scope}.smaller_brush", smaller, partial(pen.change_brush, -1), "edit", "[", enabled),
        Command(f"{scope}.larger_brush", larger, partial(pen.change_brush, +1), "edit", "]", enabled),
    ]
