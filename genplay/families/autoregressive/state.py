"""What the user has set in the Autoregressive tab.

The pixels are read in an order, by default row by row. ``cursor`` counts the pixels read: with cursor = c
the pixel at hand is number c of the order, everything before it is its context, everything after it its
future.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from genplay.families.autoregressive.anomaly import SCORES, SETS, Anomaly
from genplay.families.autoregressive.grey_state import GreyState
from genplay.families.autoregressive.models import (
    ANY_ORDER,
    BOUNDED,
    COMPARED,
    COUNTED,
    FARTHEST,
    LOOKS_BACK,
    MODELS,
    PIXELS,
)
from genplay.families.autoregressive.requests import Average, Context, Sample, Score, WhatIf
from genplay.families.base import SPEEDS, Drawing, Request, State
from genplay.families.orders import RASTER, Kind, Order
from genplay.families.vae import Evidence

_BLANK = Drawing.blank()
_NO_GREY = GreyState()


Page = Literal["one", "compare", "anomaly", "grey"]
Row = Literal["expected", "surprise", "context", "difference"]
LEAST, MOST = 2, 4
"""Models that are compared side by side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AutoregressiveState(State):
    """What the user has set in the Autoregressive tab.

    Attributes:
        page: Whether one model is looked at closely, several side by side, what they find anomalous, or one
            of grey pictures.
        model: Name of the one model.
        compared: Names of those side by side, 2 to 4, in the order of ``COMPARED``.
        rows: What is shown of each of them.
        drawing: The picture that is scored.
        source: Grey levels (one byte a pixel, 255 = ink) of an opened picture, from which ``threshold`` makes
            the drawing; None once the pen has touched it.
        threshold: Grey level from which a pixel of ``source`` is ink, 1 to 255.
        cursor: Number of pixels read, 0 to 784.
        hide_future: Whether pixels after the cursor are hidden.
        flip: Index of the pixel flipped for comparison, or None.
        region: The pixels, as ink, that completions sample anew; blank where they follow the cursor.
        sample_from: How many pixels, in the order, the eight completions keep; None asks for none. With a
            region they keep all outside of it.
        seed: Seed of the completions, and of the sets of pictures that are made from one.
        temperature: Temperature of the completions, 0.1 to 3.
        order: Which way a model reads that reads in any order.
        order_seed: Seed of a random order.
        orders: Over how many orders its density is averaged, 1 to 128; 1 averages nothing.
        reach: How many pixels AR-N looks back, 1 to 10.
        tool: What the left button does.
        brush: Diameter of pen, eraser and region in pixels, 1 to 5.
        anomaly_score: By which score pictures are found anomalous, a name of ``SCORES``.
        anomaly_set: Which set of pictures is compared with the test digits, a name of ``SETS``.
        speed: Index into ``SPEEDS``.
        slow: Whether each step names its phases in words.
        grey: The grey picture and what is asked about it; seed and temperature are those above.
        grey_level: What the pen leaves on a grey picture, 0 paper to 255 full ink.
    """

    VIEW: ClassVar[frozenset[str]] = frozenset({"tool", "brush", "speed", "slow", "grey_level"})

    page: Page = "one"
    model: str = "nade"
    compared: tuple[str, ...] = ("nade", "diagonal_bilstm", "arn")
    rows: tuple[Row, ...] = ("expected", "surprise", "context")
    drawing: Drawing = _BLANK
    source: bytes | None = None
    threshold: int = 128
    cursor: int = PIXELS
    hide_future: bool = False
    flip: int | None = None
    region: Drawing = _BLANK
    sample_from: int | None = None
    seed: int = 0
    temperature: float = 1.0
    order: Kind = "raster"
    order_seed: int = 0
    orders: int = 1
    reach: int = 8
    tool: Literal["pen", "eraser", "fill", "region"] = "pen"
    brush: int = 2
    anomaly_score: str = "density"
    anomaly_set: str = "blank"
    speed: int = 3
    slow: bool = False
    grey: GreyState = _NO_GREY
    grey_level: int = 255

    def __post_init__(self) -> None:
        if self.model not in MODELS:
            raise ValueError(f"there is no autoregressive model {self.model!r}")
        for name in self.compared:
            if name not in COMPARED:
                raise ValueError(f"there is no model {name!r} to compare")
        if self.anomaly_score not in SCORES or self.anomaly_set not in SETS:
            raise ValueError(f"nothing is judged by {self.anomaly_score!r} on {self.anomaly_set!r}")
        if len(set(self.compared)) != len(self.compared):
            raise ValueError("a model is compared with itself")
        _check_range("the number of models compared", len(self.compared), LEAST, MOST)
        for picture in (self.drawing, self.region):
            if (picture.height, picture.width) != (28, 28):
                raise ValueError("the drawing must be 28 x 28 pixels")
        if self.source is not None and len(self.source) != PIXELS:
            raise ValueError("the source must be 28 x 28 pixels")
        for name, (low, high) in _RANGES.items():
            _check_range(name, getattr(self, name), low, high)

    @property
    def explicit(self) -> tuple[str, ...]:
        """Those of the compared models that have conditionals: at least one."""
        return tuple(model for model in self.compared if model not in BOUNDED)

    @property
    def visible(self) -> int:
        """Number of pixels whose conditionals may be shown."""
        return self.cursor if self.hide_future and self.page == "one" else PIXELS

    @property
    def reads(self) -> Order:
        """The order in which the cursor moves: that of the one model, or the one that all compared share."""
        models = self.explicit if self.page == "compare" else (self.model,)
        orders = {self.order_of(model) for model in models}
        return orders.pop() if len(orders) == 1 else RASTER

    @property
    def looks_back(self) -> int | None:
        """How many pixels the one model looks back, where that is not all that it has read."""
        return LOOKS_BACK.get(self.model, self.reach_of(self.model)) if self.page == "one" else None

    @property
    def next_sample(self) -> int:
        """How many pixels a completion asked for now keeps: those before the cursor's, or 0 without one."""
        return self.cursor - 1 if 0 < self.cursor < PIXELS else 0

    @property
    def mixed(self) -> bool:
        """Whether one of the models side by side reads in another order than the drawing shows."""
        return self.page == "compare" and any(self.order_of(m) != self.reads for m in self.explicit)

    def order_of(self, model: str) -> Order:
        """Return the order in which a model reads."""
        if model not in ANY_ORDER:
            return RASTER
        return Order(self.order, self.order_seed if self.order == "random" else 0)

    def reach_of(self, model: str) -> int | None:
        """Return how many pixels a model looks back, where that can be chosen; else None."""
        return self.reach if model in COUNTED else None

    def requests(self) -> Mapping[str, Request]:
        """Return the scores, and the flip, the completions and the average where they are asked for."""
        if self.page == "grey":
            return self.grey.requests(self.seed, self.temperature)
        if self.page != "one":
            return self._of_several()
        model, told = self.model, self._told(self.model)
        wanted: dict[str, Request] = {"score": Score(model, *told)}
        if self.flip is not None:
            wanted["whatif"] = WhatIf(model, *told, pixel=self.flip)
        if self.orders > 1 and model in ANY_ORDER:
            wanted["average"] = Average(model, *told, count=self.orders)
        if self.sample_from is not None:
            wanted["samples"] = Sample(
                model,
                *told,
                start=self.sample_from,
                region=None if self.region == _BLANK else self.region,
                seed=self.seed,
                temperature=self.temperature,
            )
        return wanted

    def _of_several(self) -> Mapping[str, Request]:
        if self.page == "compare":
            return {f"score/{m}": self._score(m) for m in self.compared}
        asked = {f"score/{m}": self._score(m) for m in self.explicit}
        for m in self.explicit:
            asked[f"anomaly/{m}"] = Anomaly(m, self.order_of(m), self.reach_of(m), self.seed)
        return asked

    def _score(self, model: str) -> Request:
        return Evidence(model, self.drawing) if model in BOUNDED else Score(model, *self._told(model))

    def contexts(self, pixel: int) -> Mapping[str, Context]:
        """Return what must be asked to show what a pixel sees, by compared model that has conditionals."""
        return {model: Context(model, *self._told(model), pixel=pixel) for model in self.explicit}

    def _told(self, model: str) -> tuple[Drawing, Order, int | None]:
        return self.drawing, self.order_of(model), self.reach_of(model)


_RANGES = {
    "threshold": (1, 255),
    "cursor": (0, PIXELS),
    "flip": (0, PIXELS - 1),
    "sample_from": (0, PIXELS - 1),
    "seed": (0, 2**31 - 1),
    "temperature": (0.1, 3.0),
    "order_seed": (0, 2**31 - 1),
    "orders": (1, 128),
    "reach": (1, FARTHEST),
    "brush": (1, 5),
    "speed": (0, len(SPEEDS) - 1),
    "grey_level": (0, 255),
}


def _check_range(name: str, value: float | None, low: float, high: float) -> None:
    if value is not None and not low <= value <= high:  # a NaN fails too
        raise ValueError(f"{name} must be between {low} and {high}")
