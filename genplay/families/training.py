"""Live training as a state: what is trained, what was set from which step on, and how far it has gone.

A network in mid-training is far too large for a state, but it follows from a few numbers: where it began,
and what was set when. These are the **plan**. With it and a step number, the network can be made again, bit
for bit; whoever drags a slider at step 500 only adds a segment to the plan.
"""

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import Generic, Self, TypeVar

S = TypeVar("S")
H = TypeVar("H")

MOST_STEPS = 100_000
"""Steps that a live training can go."""
MOST_SEGMENTS = 10_000
"""Times that something can be set anew on the way."""


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
