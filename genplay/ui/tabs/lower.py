"""Commands that choose what stands below, in the tabs that keep that in ``state.lower``."""

from collections.abc import Sequence

from genplay.ui.commands import Command
from genplay.ui.tabs.base import Tab


def commands(family: str, tab: Tab, panels: Sequence[tuple[str, str]]) -> list[Command]:
    """Return a command for each panel, by Shift+F1 and so on.

    Args:
        family: Whose they are.
        tab: Its tab.
        panels: Each one's value of ``state.lower``, and what showing it is called.
    """
    return [_command(family, tab, place, *panel) for place, panel in enumerate(panels, start=1)]


def _command(family: str, tab: Tab, place: int, lower: str, text: str) -> Command:
    return Command(
        f"{family}.show_{lower}",
        text,
        lambda: tab.edit(lower=lower),
        "view",
        f"Shift+F{place}",
        checked=lambda: _shown(tab) == lower,
        section=place == 1,
    )


def _shown(tab: Tab) -> object:
    return getattr(tab.state, "lower", None)
