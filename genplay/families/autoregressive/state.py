"""What the user has set in the Autoregressive tab.

The pixels are read in an order, by default row by row. ``cursor`` counts the pixels read: with cursor = c
the pixel at hand is number c of the order, everything before it is its context, everything after it its
future.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

import numpy as np

from genplay.families.autoregressive.models import ANY_ORDER, COUNTED, FARTHEST, MODELS, PIXELS
from genplay.families.autoregressive.requests import Sample, Score, WhatIf
from genplay.families.base import Drawing, Request, State
from genplay.families.orders import RASTER, Kind, Order

SPEEDS: tuple[int, ...] = (1, 4, 15, 30, 120, 0)
"""Steps a second offered by the transport; 0 means all at once."""
_BLANK = Drawing.blank()


@dataclass(frozen=True, slots=True, kw_only=True)
class AutoregressiveState(State):
    """What the user has set in the Autoregressive tab.

    Attributes:
        model: Name of the model.
        drawing: The picture that is scored.
        source: Grey levels (one byte a pixel, 255 = ink) of an opened picture, from which ``threshold``
        makes the
            drawing; None once the pen has touched it.
        threshold: Grey level from which a pixel of ``source`` is ink, 1 to 255.
        cursor: Number of pixels read, 0 to 784.
        hide_future: Whether pixels after the cursor are hidden.
        flip: Index of the pixel flipped for comparison, or None.
        sample_from: How many pixels, in the order, the eight completions keep; None asks for none.
        seed: Seed of the completions.
        temperature: Temperature of the completions, 0.1 to 3.
        order: Which way a model reads that reads in any order.
        order_seed: Seed of a random order.
        reach: How many pixels AR-N looks back, 1 to 10.
        tool: What the left button does.
        brush: Diameter of pen and eraser in pixels, 1 to 5.
        speed: Index into ``SPEEDS``.
        slow: Whether each step names its phases in words.
    """

    VIEW: ClassVar[frozenset[str]] = frozenset({"tool", "brush", "speed", "slow"})

    model: str = "nade"
    drawing: Drawing = _BLANK
    source: bytes | None = None
    threshold: int = 128
    cursor: int = PIXELS
    hide_future: bool = False
    flip: int | None = None
    sample_from: int | None = None
    seed: int = 0
    temperature: float = 1.0
    order: Kind = "raster"
    order_seed: int = 0
    reach: int = 8
    tool: Literal["pen", "eraser", "fill"] = "pen"
    brush: int = 2
    speed: int = 3
    slow: bool = False

    def __post_init__(self) -> None:
        if self.model not in MODELS:
            raise ValueError(f"there is no autoregressive model {self.model!r}")
        if (self.drawing.height, self.drawing.width) != (28, 28):
            raise ValueError("the drawing must be 28 x 28 pixels")
        if self.source is not None and len(self.source) != PIXELS:
            raise ValueError("the source must be 28 x 28 pixels")
        _check_range("threshold", self.threshold, 1, 255)
        _check_range("cursor", self.cursor, 0, PIXELS)
        _check_range("flip", self.flip, 0, PIXELS - 1)
        _check_range("sample_from", self.sample_from, 0, PIXELS - 1)
        _check_range("seed", self.seed, 0, 2**31 - 1)
        _check_range("temperature", self.temperature, 0.1, 3.0)
        _check_range("order_seed", self.order_seed, 0, 2**31 - 1)
        _check_range("reach", self.reach, 1, FARTHEST)
        _check_range("brush", self.brush, 1, 5)
        _check_range("speed", self.speed, 0, len(SPEEDS) - 1)

    @property
    def visible(self) -> int:
        """Number of pixels whose conditionals may be shown."""
        return self.cursor if self.hide_future else PIXELS

    @property
    def reads(self) -> Order:
        """The order in which the model reads."""
        if self.model not in ANY_ORDER:
            return RASTER
        return Order(self.order, self.order_seed if self.order == "random" else 0)

    @property
    def next_sample(self) -> int:
        """How many pixels a completion asked for now keeps: those before the cursor's, or 0 without one."""
        return self.cursor - 1 if 0 < self.cursor < PIXELS else 0

    def requests(self) -> Mapping[str, Request]:
        """Return the score, and the comparison and the completions where they are asked for."""
        order, reach = self.reads, self.reach if self.model in COUNTED else None
        wanted: dict[str, Request] = {"score": Score(self.model, self.drawing, order, reach)}
        if self.flip is not None:
            wanted["whatif"] = WhatIf(self.model, self.drawing, self.flip, order, reach)
        if self.sample_from is not None:
            wanted["samples"] = Sample(
                self.model,
                self.drawing,
                self.sample_from,
                seed=self.seed,
                temperature=self.temperature,
                order=order,
                reach=reach,
            )
        return wanted


def drawing_of(source: bytes, threshold: int) -> Drawing:
    """Return the 28 x 28 drawing whose ink is where ``source`` reaches ``threshold``, 1 to 255."""
    return Drawing.of((np.frombuffer(source, np.uint8) >= threshold).reshape(28, 28))


def _check_range(name: str, value: float | None, low: float, high: float) -> None:
    if value is not None and not low <= value <= high:  # a NaN fails too
        raise ValueError(f"{name} must be between {low} and {high}")
