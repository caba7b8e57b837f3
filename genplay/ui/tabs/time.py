"""The commands of the Time menu, the same in every tab where time can be played."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from genplay.ui.commands import Command, always
from genplay.ui.tabs.walk import Walk
from genplay.ui.translation import translate


class Timed(Protocol):
    """What can be played, and taken step by step: a walk, or a training that is watched."""

    @property
    def playing(self) -> bool:
        """Whether it goes on by itself."""
        ...

    def reset(self) -> None:
        """Go before the first step."""
        ...

    def toggle_play(self) -> None:
        """Go on by itself, or rest."""
        ...

    def step_on(self) -> None:
        """Take a step."""
        ...

    def step_back(self) -> None:
        """Take the last step back."""
        ...


def nothing() -> None:
    """Return that nothing else is played: the default of ``commands``."""
    return


@dataclass(frozen=True, slots=True)
class _Clock:
    """What the commands act on: a training while its page is shown, else the walk."""

    walk: Walk
    walks: Callable[[], bool]
    training: Callable[[], Timed | None]

    @property
    def front(self) -> Timed:
        return self.training() or self.walk

    @property
    def playing(self) -> bool:
        return self.front.playing

    def reset(self) -> None:
        self.front.reset()

    def toggle_play(self) -> None:
        self.front.toggle_play()

    def step_on(self) -> None:
        self.front.step_on()

    def step_back(self) -> None:
        self.front.step_back()

    def can_play(self) -> bool:
        return self.training() is not None or self.walks()

    def can_walk(self) -> bool:
        return self.training() is None and self.walks()


def commands(
    scope: str,
    walk: Walk,
    *,
    slow: Callable[[], bool],
    walks: Callable[[], bool] = always,
    named: Callable[[], bool] | None = None,
    training: Callable[[], Timed | None] = nothing,
) -> list[Command]:
    """Return reset, play, step, step back, to the end and slow motion.

    Args:
        scope: Id of the tab, the first part of the commands' ids.
        walk: What they act on.
        slow: Tells whether slow motion is on.
        walks: Tells whether there is something to walk along.
        named: Tells whether slow motion names phases there; None: wherever there is a walk.
        training: Returns what is played instead while its page is shown: it has neither an end to go to nor
            slow motion. None elsewhere.
    """
    clock = _Clock(walk, walks, training)
    can, said = clock.can_play, named or clock.can_walk
    return [
        *trained(scope, clock, can),
        Command(f"{scope}.end", translate("time", "To the end"), walk.to_end, "time", "End", clock.can_walk),
        Command(
            f"{scope}.slow", translate("time", "Slow motion"), walk.toggle_slow, "time", "S", said, slow, True
        ),
    ]


def trained(scope: str, training: Timed, enabled: Callable[[], bool]) -> list[Command]:
    """Return reset, play, step and step back, where a training is all that can be played."""
    reset, play = translate("time", "Reset"), translate("time", "Play")
    return [
        Command(f"{scope}.reset", reset, training.reset, "time", "Home", enabled),
        Command(
            f"{scope}.play", play, training.toggle_play, "time", "Space", enabled, lambda: training.playing
        ),
        *steps(scope, training.step_on, training.step_back, enabled),
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
