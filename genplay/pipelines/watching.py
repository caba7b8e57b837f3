"""Look on while a network is trained: how far it is, now and then what there is to draw, at last the end."""

import time
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from genplay.errors import UserError
from genplay.families.training import MOST_STEPS, Advancing, Train
from genplay.pipelines.trajectory import Learner, Trajectories, Trajectory

S = TypeVar("S")
H = TypeVar("H")
L = TypeVar("L", bound=Learner[Any])


def watched(
    ways: Trajectories[S, H, L],
    request: Train[S, H],
    show: Callable[[Trajectory[S, H, L]], object],
    *,
    pause: float,
    share: float,
) -> Iterator[object]:
    """Yield ``Advancing``, now and then what ``show`` returns, and that at last of the step asked for.

    Args:
        ways: Where the training is gone along.
        request: What is asked for.
        show: Returns what there is to draw of a training as it stands.
        pause: Seconds of training between two pictures, and ...
        share: ... at least so many times what a picture takes.

    Raises:
        UserError: The step lies outside of what can be trained.
    """
    check_step(request.step)
    check_step(0 if request.since is None else request.since)
    yield Advancing(0 if request.since is None else request.since, request.step)  # a setup takes its time
    due = 0.0  # seconds of training: what others do who share the worker does not count
    for way in ways.reach(request.plan, request.step, since=request.since):
        yield Advancing(way.step, request.step)  # apart from the picture: either takes its time
        if way.trained >= due or way.arrived(request.step):
            began = time.perf_counter()
            shown = show(way)
            due = way.trained + max(pause, share * (time.perf_counter() - began))
            yield shown


def check_step(step: int) -> None:
    """Refuse a step that no training has.

    Raises:
        UserError: It lies outside of what can be trained.
    """
    if not 0 <= step <= MOST_STEPS:
        raise UserError(
            "Live training has the steps 0 to {most:,}; there is no step {step:,}.",
            most=MOST_STEPS,
            step=step,
        )
