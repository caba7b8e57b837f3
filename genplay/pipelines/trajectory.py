"""A live training that can be walked along: on, back, and on along another way, bit for bit the same.

Each step is a function of the network before it, the hyper-parameters and the step's number, so that a step
back is a snapshot from before and the steps from there. Where a plan begins as one that was trained already
does, it goes on from there. What is trained is all one here: one network or two, and whatever optimiser.
"""

import time
from collections.abc import Callable, Generator, Sequence
from typing import Any, Generic, Protocol, TypeVar

import torch
from torch import Tensor

from genplay.families.training import Plan
from genplay.pipelines.snapshots import Records, Ring, room

PACE = 0.008
"""Seconds of training between two yields: another tab's slider has its picture within 16 ms (measured)."""
KEPT = 3
"""Plans that are remembered, the newest: each has its networks and ``BUDGET`` bytes of snapshots."""

HyperT = TypeVar("HyperT", contravariant=True)


class Learner(Protocol[HyperT]):
    """What is trained. Begun with the same setup, it is the same to the last bit."""

    @property
    def tensors(self) -> Sequence[Tensor]:
        """All that a step changes, always in the same order: weights, the optimiser's, running means."""
        ...

    def step(self, n: int, hyper: HyperT, /) -> Sequence[float] | None:
        """Take step ``n``, counted from 0; what is random in it follows from ``n`` and a seed alone.

        Returns:
            What is recorded of the step, always as many numbers; None if it cannot be taken, because
            something in it is not finite: then nothing has changed.
        """
        ...


S = TypeVar("S")
H = TypeVar("H")
L = TypeVar("L", bound=Learner[Any])


class Trajectory(Generic[S, H, L]):
    """A plan, and the way along it.

    Args:
        plan: What is set when.
        learner: What is trained, freshly begun.
        ring: Snapshots of the same plan to begin with, that at step 0 among them if there is any.
        records: What was recorded of its first steps.

    Attributes:
        plan: As above; it may give way to one that shares all steps that were recorded.
        learner: As it is after ``step`` steps.
        ring: Its snapshots.
        records: What was recorded of the steps, also those ahead of where it stands.
        step: Steps taken.
        stuck: The step that could not be taken, if there was one: nothing lies behind it.
        trained: Seconds spent on steps, all together.
        taken: Steps that were taken in these seconds.
        busy: Whether somebody is on the way.
    """

    def __init__(
        self, plan: Plan[S, H], learner: L, ring: Ring | None = None, records: Records | None = None
    ) -> None:
        self.plan = plan
        self.learner = learner
        self.ring = Ring(room(learner.tensors)) if ring is None else ring
        self.records = Records() if records is None else records
        self.step = 0
        self.stuck: int | None = None
        self.trained = 0.0
        self.taken = 0
        self.busy = False
        self.ring.keep(0, learner.tensors)

    def arrived(self, target: int) -> bool:
        """Tell whether it stands at ``target``, or at the step before it that could not be taken."""
        return self.step == target or (self.step == self.stuck and self.step < target)

    def place(self, target: int) -> None:
        """Stand where the way to ``target`` is shortest: here, or at a snapshot."""
        nearest = self.ring.nearest(target)
        if not nearest <= self.step <= target:
            self._restore(nearest)

    def advance(self, target: int, seconds: float) -> None:
        """Take steps towards ``target`` for some time, one at least, and keep where they led."""
        began = now = time.perf_counter()
        first = self.step
        while not self.arrived(target) and (now - began < seconds or self.step == first):
            try:
                self._take()
            except BaseException:  # half a step may have been taken
                self._restore(first)
                raise
            now = time.perf_counter()
        self.trained += now - began
        self.taken += self.step - first
        self.ring.keep(self.step, self.learner.tensors)

    def adopt(self, plan: Plan[S, H]) -> None:
        """Go on with a plan that shares all steps that were recorded."""
        if self.stuck is not None and plan.shared(self.plan) <= self.stuck:
            self.stuck = None
        self.plan = plan

    def fork(self, plan: Plan[S, H], learner: L) -> "Trajectory[S, H, L]":
        """Return the way along another plan: what both share is not trained again."""
        common = min(plan.shared(self.plan), len(self.records))
        return Trajectory(plan, learner, self.ring.until(common), Records(self.records.first(common)))

    def _restore(self, step: int) -> None:
        with torch.no_grad():
            for tensor, kept in zip(self.learner.tensors, self.ring[step], strict=True):
                tensor.copy_(kept)
        self.step = step

    def _take(self) -> None:
        row = self.learner.step(self.step, self.plan.at(self.step))
        if row is None:
            self.stuck = self.step
        else:
            self.records.put(self.step, row)
            self.step += 1


class Trajectories(Generic[S, H, L]):
    """The ways of one kind of learner. Use them from one thread.

    Args:
        begin: Makes the learner of a setup as it is before its first step.
        pace: Seconds of training between two yields.
    """

    def __init__(self, begin: Callable[[S], L], *, pace: float = PACE) -> None:
        self._begin = begin
        self._pace = pace
        self._kept: list[Trajectory[S, H, L]] = []

    def __len__(self) -> int:
        return len(self._kept)

    def reach(
        self, plan: Plan[S, H], step: int, *, since: int | None = None
    ) -> Generator[Trajectory[S, H, L], None, None]:
        """Yield the trajectory as it comes nearer to a step, at last when it has arrived.

        Args:
            plan: What is set when.
            step: Where to go.
            since: The step from which on the way is walked, even where a snapshot ahead would be a short
                cut; None takes any.
        """
        way = self._way(plan)
        way.busy = True
        try:
            start = step if since is None else min(since, step)
            way.place(start)
            for target in (start, step):
                while not way.arrived(target):
                    way.advance(target, self._pace)
                    if not way.arrived(step):
                        yield way
            yield way
        finally:
            way.busy = False

    def _way(self, plan: Plan[S, H]) -> Trajectory[S, H, L]:
        """Return a way along the plan that nobody is on, the one on which most steps are taken already."""
        alike = [way for way in self._kept if way.plan.setup == plan.setup]
        way = max(alike, key=lambda way: _fitness(way, plan), default=None)
        if way is None:
            way = Trajectory(plan, self._begin(plan.setup))
        elif _fits(way, plan):
            self._kept.remove(way)
            way.adopt(plan)
        else:
            way = way.fork(plan, self._begin(plan.setup))
        self._kept = [*self._kept, way][-KEPT:]
        return way


def _fits(way: Trajectory[S, H, L], plan: Plan[S, H]) -> bool:
    """Tell whether a way can give its plan up for another: it loses nothing, and disturbs nobody."""
    return not way.busy and plan.shared(way.plan) >= len(way.records)


def _fitness(way: Trajectory[S, H, L], plan: Plan[S, H]) -> tuple[int, bool]:
    return min(plan.shared(way.plan), len(way.records)), _fits(way, plan)
