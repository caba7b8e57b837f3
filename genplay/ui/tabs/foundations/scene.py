"""All that the tab shows: the state, what was answered, and what the pointer is on."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from genplay.families.foundations import Answer, Factors, Fitted, FoundationsState

_NO_STATE = FoundationsState()


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """What is on screen; every panel shows its part of it.

    Attributes:
        state: What the user has set.
        fitted: The four models, or None while they are awaited.
        factors: The chain rule, or None.
        answer: What B tells about A, or None.
        building: How far the table is counted, 0 to 1, or None when it is not being counted.
        failure: What went wrong, as a sentence; "" for nothing.
        hovered: The pixel under the pointer, or None.
        playing: Whether the factors come by themselves.
        phase: In slow motion, which phase of a step is being said.
    """

    state: FoundationsState = _NO_STATE
    fitted: Fitted | None = None
    factors: Factors | None = None
    answer: Answer | None = None
    building: float | None = None
    failure: str = ""
    hovered: int | None = None
    playing: bool = False
    phase: int | None = None

    @property
    def ranks(self) -> NDArray[np.intp]:
        """Each pixel's place in the order, from 0."""
        return self.state.reads.ranks(*self.state.size)

    @property
    def sequence(self) -> NDArray[np.intp]:
        """The pixels as they are read."""
        return self.state.reads.sequence(*self.state.size)

    @property
    def last(self) -> int | None:
        """The pixel that was read last, or None before the first."""
        return int(self.sequence[self.state.cursor - 1]) if self.state.cursor else None

    @property
    def focus(self) -> int | None:
        """The pixel that the reading line speaks of: that under the pointer, or the one read last."""
        return self.hovered if self.hovered is not None else self.last
