"""All that the tab's panels show, as one value: the state, the answers to it, and where the pointer is."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from genplay.families.autoregressive import (
    PIXELS,
    AutoregressiveState,
    Averaged,
    Comparison,
    Conditionals,
    Samples,
)
from genplay.families.orders import RASTER, Order

_START = AutoregressiveState()


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """What is to be shown.

    Attributes:
        state: What the user has set.
        result: The drawing's conditionals, or None while they are awaited.
        comparison: The flip's consequences, or None.
        averaged: The average over several orders so far, or None.
        samples: The completions so far, or None.
        hovered: Index of the pixel under the pointer, or None.
        playing: Whether the cursor walks by itself: then it is what the numbers speak of.
        phase: In slow motion, which of a step's phases is named, 0 to 2; else None.
    """

    state: AutoregressiveState = _START
    result: Conditionals | None = None
    comparison: Comparison | None = None
    averaged: Averaged | None = None
    samples: Samples | None = None
    hovered: int | None = None
    playing: bool = False
    phase: int | None = None

    @property
    def focus(self) -> int | None:
        """Index of the pixel that the numbers speak of: the hovered one if visible, else the cursor's."""
        if self.hovered is not None and self.place(self.hovered) < self.visible and not self.playing:
            return self.hovered
        cursor = self.state.cursor
        at_rest = cursor == PIXELS and not self.state.hide_future
        return None if at_rest or cursor == 0 else int(self.state.reads.sequence()[cursor - 1])

    def place(self, pixel: int) -> int:
        """Return a pixel's place in the order, counted from 0: so many pixels are read before it."""
        return int(self.state.reads.ranks()[pixel])

    @property
    def visible(self) -> int:
        """Number of pixels, in the order, whose conditionals may be shown."""
        return self.state.visible

    @property
    def summed(self) -> int:
        """Number of pixels, in the order, whose terms are in the sums: in slow motion the last may not be."""
        return self.visible - (self.phase in (0, 1))

    @property
    def expected(self) -> int:
        """Number of pixels, in the order, whose expectation may be shown: slow motion asks first."""
        return self.visible - (self.phase == 0)

    @property
    def walking(self) -> bool:
        """Whether part of the order is still hidden, so that sums are sums so far."""
        return self.visible < PIXELS

    def known(self, pixel: int | None) -> bool:
        """Tell whether a pixel's conditional may be shown and is known."""
        return pixel is not None and self.result is not None and self.place(pixel) < self.visible


def ranks_of(order: Order) -> NDArray[np.intp] | None:
    """Return each pixel's place in an order for a widget, to which None is the raster order."""
    return None if order == RASTER else order.ranks()
