"""Live training as a state: what is trained, what was set from which step on, and how far it has gone.

A network in mid-training is far too large for a state, but it follows from a few numbers: where it began,
and what was set when. These are the **plan**. With it and a step number, the network can be made again, bit
for bit; whoever drags a slider at step 500 only adds a segment to the plan.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar, Generic, Self, TypeVar

import numpy as np
from numpy.typing import NDArray

from genplay.families.base import Request

S = TypeVar("S")
H = TypeVar("H")

MOST_STEPS = 100_000
"""Steps that a live training can go."""
MOST_SEGMENTS = 10_000
"""Times that something can be set anew on the way."""
RECORDED = 1_000
"""Values that a curve of what was recorded has at most."""


@dataclass(frozen=True, slots=True)
class Plan(Generic[S, H]):
    """All that a live training depends on. Setup and hyper-parameters are frozen, comparable values.

    Attributes:
        setup: What cannot change on the way: data, sizes of the networks, seed.
        segments: (first step, hyper-parameters from there on), ascending, the first from step 0 on. Step n is
            the one that leads from n steps taken to n + 1.

    Raises:
        ValueError: The segments do not begin at 0, do not ascend, or are too many or too far.
    """

    setup: S
    segments: tuple[tuple[int, H], ...]

    def __post_init__(self) -> None:
        starts = [start for start, _ in self.segments]
        if not starts or starts[0] != 0:
            raise ValueError("the first segment must begin at step 0")
        if starts != sorted(set(starts)):
            raise ValueError("the segments must ascend")
        if starts[-1] > MOST_STEPS or len(starts) > MOST_SEGMENTS:
            raise ValueError(f"a plan has at most {MOST_SEGMENTS} segments up to step {MOST_STEPS}")

    @classmethod
    def of(cls, setup: S, hyper: H) -> Self:
        """Return the plan in which nothing changes on the way."""
        return cls(setup, ((0, hyper),))

    def at(self, step: int) -> H:
        """Return the hyper-parameters that step ``step`` is taken with."""
        return self.segments[bisect_right(self.segments, step, key=lambda segment: segment[0]) - 1][1]

    def changed(self, step: int, hyper: H) -> Self:
        """Return the plan with other hyper-parameters from a step on; what was set for later is forgotten."""
        kept = tuple(segment for segment in self.segments if segment[0] < step)
        if kept and kept[-1][1] == hyper:
            return replace(self, segments=kept)
        return replace(self, segments=(*kept, (step, hyper)))

    def shared(self, other: "Plan[S, H]") -> int:
        """Return how many steps from the first on both plans take alike; 0 too where the setups differ."""
        if self.setup != other.setup:
            return 0
        starts = sorted({start for plan in (self, other) for start, _ in plan.segments})
        return next((start for start in starts if self.at(start) != other.at(start)), MOST_STEPS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Live(Generic[S, H]):
    """What is set of a live training. Each family's gives ``plan`` a default.

    Attributes:
        plan: What is learnt, and with which numbers from which step on.
        step: Steps taken.
        goal: The step up to which it goes on by itself, or None where it rests.
    """

    plan: Plan[S, H]
    step: int = 0
    goal: int | None = None

    def __post_init__(self) -> None:
        check_ranges(self, {"step": (0, MOST_STEPS)})
        if self.goal is not None and not self.step <= self.goal <= MOST_STEPS:
            raise ValueError(f"goal must be between step and {MOST_STEPS}")


@dataclass(frozen=True, slots=True)
class Train(Request, Generic[S, H]):
    """What a plan leads to after some steps, and what it looks like on the way there.

    Attributes:
        plan: Where it begins, and what is set when.
        step: How many steps are taken, 0 to ``MOST_STEPS``.
        since: The step from which on the way is shown, though the end be known already; None takes the
            shortest way. Play asks for a far step since the one on screen.
    """

    trains: ClassVar[bool] = True
    plan: Plan[S, H]
    step: int
    since: int | None = None

    @classmethod
    def of(cls, live: Live[S, H]) -> Self:
        """Return what must be computed to show what is set."""
        if live.goal is None:
            return cls(live.plan, live.step)
        return cls(live.plan, live.goal, since=live.step)


@dataclass(frozen=True, slots=True)
class Advancing:
    """A step of the answer that only says how far the training is.

    Attributes:
        step: Steps taken.
        of: Steps asked for.
    """

    step: int
    of: int


def block_means(rows: NDArray[np.float32], columns: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Return curves of at most ``RECORDED`` values: each is the mean over a block of rows, a power of 2 long.

    Args:
        rows: What was recorded of each step, (N, K); NaN is what was not.
        columns: K, which no rows do not tell.

    Returns:
        The number of rows up to the end of each block, (R,), and the means of what was recorded in it,
        (R, K): NaN where nothing was.
    """
    count, size = len(rows), 1
    while count > RECORDED * size:
        size *= 2
    starts = np.arange(0, count, size)
    if not count:
        return starts, np.zeros((0, columns), np.float32)
    known = ~np.isnan(rows)
    sums = np.add.reduceat(np.where(known, rows, 0), starts, axis=0, dtype=np.float64)
    counts = np.add.reduceat(known, starts, axis=0, dtype=np.int64)
    means = np.divide(sums, counts, out=np.full_like(sums, np.nan), where=counts > 0)
    return np.minimum(starts + size, count), means.astype(np.float32)


def check_ranges(values: object, ranges: Mapping[str, tuple[float, float]]) -> None:
    """Refuse numbers outside of their range, by name; a NaN is outside of every range.

    Raises:
        ValueError: One is.
    """
    for name, (low, high) in ranges.items():
        if not low <= getattr(values, name) <= high:
            raise ValueError(f"{name} must be between {low} and {high}")
