"""The commands of the Time menu, the same in every tab whose cursor walks."""

from collections.abc import Callable
from functools import partial

from genplay.ui.commands import Command, always
from genplay.ui.tabs.walk import Walk
from genplay.ui.translation import translate


def commands(
    scope: str,
    walk: Walk,
    *,
    slow: Callable[[], bool],
    walks: Callable[[], bool] = always,
    named: Callable[[], bool] | None = None,
) -> list[Command]:
    """Return reset, play, step, step back, to the end and slow motion.

    Args:
        scope: Id of the tab, the first part of the commands' ids.
        walk: What they act on.
        slow: Tells whether slow motion is on.
        walks: Tells whether there is something to walk along.
        named: Tells whether slow motion names phases there; None: wherever there is a walk.
    """
    plays = partial(_plays, walk)
    said = named or walks
    return [
        Command(f"{scope}.reset", translate("time", "Reset"), walk.reset, "time", "Home", walks),
        Command(f"{scope}.play", translate("time", "Play"), walk.toggle_play, "time", "Space", walks, plays),
        *steps(scope, walk.step_on, walk.step_back, walks),
        Command(f"{scope}.end", translate("time", "To the end"), walk.to_end, "time", "End", walks),
        Command(
            f"{scope}.slow", translate("time", "Slow motion"), walk.toggle_slow, "time", "S", said, slow, True
        ),
    ]


def steps(
    scope: str,
    on: Callable[[], object],
    back: Callable[[], object],
    enabled: Callable[[], bool],
) -> list[Command]:
    """Return step and step back."""
    return [
        Command(f"{scope}.step", translate("time", "Step"), on, "time", ".", enabled),
        Command(f"{scope}.back", translate("time", "Step back"), back, "time", ",", enabled),
    ]


def _plays(walk: Walk) -> bool:
    return walk.player.playing
