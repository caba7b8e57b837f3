"""Autoregressive family: one drawing, p(x) = prod_i p(x_i | x_<i), every factor shown.

The pixels are read in raster order. ``cursor`` counts the pixels read: with cursor = c the pixel at hand is
number c (index c - 1), everything before it is its context, everything after it its future.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal, Self

import numpy as np
from numpy.typing import NDArray

from genplay.families.base import (
    QT_TRANSLATE_NOOP,
    Density,
    Drawing,
    Family,
    Note,
    Request,
    State,
)
from genplay.families.orders import RASTER, Kind, Order

PIXELS = 784
_BLANK = Drawing.blank()
SPEEDS: tuple[int, ...] = (1, 4, 15, 30, 120, 0)
"""Steps a second offered by the transport; 0 means all at once."""
COMPLETIONS = 8
FARTHEST = 10
"""Pixels that AR-N can look back."""
_HIGH = 90.0  # percentile from which the score is more about simplicity than about digits


@dataclass(frozen=True, slots=True)
class Score(Request):
    """All conditionals of a drawing, its score, and the scores of simpler models.

    Attributes:
        order: The order of the pixels, for a model that reads in any.
        reach: How many pixels a pixel sees, for AR-N; None is the checkpoint's own choice.
    """

    family: ClassVar[str] = "autoregressive"
    model: str
    drawing: Drawing
    order: Order = RASTER
    reach: int | None = None


@dataclass(frozen=True, slots=True)
class WhatIf(Request):
    """The conditionals of a drawing with one pixel flipped."""

    family: ClassVar[str] = "autoregressive"
    model: str
    drawing: Drawing
    pixel: int
    order: Order = RASTER
    reach: int | None = None


@dataclass(frozen=True, slots=True)
class Context(Request):
    """What a pixel's conditional depends on, for this drawing."""

    family: ClassVar[str] = "autoregressive"
    model: str
    drawing: Drawing
    pixel: int
    order: Order = RASTER
    reach: int | None = None


@dataclass(frozen=True, slots=True)
class Sample(Request):
    """Pictures that begin like the drawing and go on as the model likes.

    Attributes:
        start: How many pixels, in the order, are kept exactly. 0 samples from nothing.
        count: Number of pictures.
        seed: Seed of the uniforms; the same seed gives the same pictures.
        temperature: Divides the logits. Only 1 samples from the model.
    """

    family: ClassVar[str] = "autoregressive"
    model: str
    drawing: Drawing
    start: int
    count: int = COMPLETIONS
    seed: int = 0
    temperature: float = 1.0
    order: Order = RASTER
    reach: int | None = None


@dataclass(frozen=True, slots=True)
class Import(Request):
    """An opened, dropped or pasted picture, fitted to 28 x 28.

    Attributes:
        path: The file, or "" when ``content`` has the picture.
        content: A file's bytes, as from the clipboard.
        invert: True if dark is ink, False if light is ink; None lets the picture's border tell.
    """

    family: ClassVar[str] = "autoregressive"
    path: str = ""
    content: bytes = b""
    invert: bool | None = None


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of it.

    Attributes:
        source: Grey levels in raster order, one byte a pixel, 255 = ink.
        threshold: Grey level from which a pixel is best taken for ink, 1 to 255: 128 unless lines are thin.
        inverted: Whether dark ink on light paper was read.
        animated: Whether only the first of several frames was taken.
    """

    source: bytes
    threshold: int
    inverted: bool
    animated: bool


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


@dataclass(frozen=True, slots=True, eq=False)
class Reference:
    """How a model scores the test digits and the blank page: what a score is compared with.

    Attributes:
        scores: log p of each test digit in nats, ascending, (N,).
        counts: Histogram of ``scores``, (K,).
        edges: Its edges in nats, (K + 1,).
        blank: log p of a page without ink, in nats.
    """

    scores: NDArray[np.float32]
    counts: NDArray[np.int64]
    edges: NDArray[np.float64]
    blank: float

    @classmethod
    def of(cls, scores: NDArray[np.float32], blank: float, bins: int = 48) -> Self:
        """Return the reference of these scores; the histogram spans all but the lowest 0.2 %."""
        ascending = np.sort(scores)
        low = 10 * math.floor(float(np.quantile(ascending, 0.002)) / 10)
        high = max(10 * math.ceil(float(ascending[-1]) / 10), low + 10)
        edges: NDArray[np.float64] = np.linspace(low, high, bins + 1)
        counts, _ = np.histogram(np.clip(ascending, edges[0], edges[-1]), edges)
        return cls(ascending, counts, edges, blank)

    def percentile(self, log_prob: float) -> float:
        """Return the share of test digits that score lower, in percent."""
        return 100.0 * float(np.searchsorted(self.scores, log_prob)) / len(self.scores)


@dataclass(frozen=True, slots=True, eq=False)
class Simpler:
    """What a simpler model says of the same drawing.

    Attributes:
        model: Its name.
        log_prob: log p(x) in nats.
        running: Sum of the first i terms, (D + 1,), in nats.
    """

    model: str
    log_prob: float
    running: NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Conditionals:
    """Every factor of p(x) for one drawing; arrays are in raster order, (D,).

    Attributes:
        model: Name of the model.
        drawing: The drawing that was scored.
        order: Indices of the pixels as they are read, (D,).
        logits: t_i with p(x_i = 1 | x_<i) = sigm(t_i).
        probabilities: p(x_i = 1 | x_<i), 0 to 1.
        surprises: -log p(x_i | x_<i) in nats.
        running: Sum of the first i log terms, (D + 1,), in nats; the last one is log p(x).
        bias: b_i, the part of the logit that knows no context, or None where the model has no such split.
        hidden: Number of hidden units, 0 where there are none.
        reference: Scores of the test digits under the same model, or None where the checkpoint lacks them.
        simpler: The same drawing under simpler models.
        device: Where it was computed, in words.
    """

    model: str
    drawing: Drawing
    order: NDArray[np.intp]
    logits: NDArray[np.float32]
    probabilities: NDArray[np.float32]
    surprises: NDArray[np.float64]
    running: NDArray[np.float64]
    bias: NDArray[np.float32] | None
    hidden: int
    reference: Reference | None
    simpler: tuple[Simpler, ...]
    device: str

    @property
    def ranks(self) -> NDArray[np.intp]:
        """Each pixel's place in the order, counted from 0, (D,)."""
        return np.argsort(self.order)

    @property
    def log_prob(self) -> float:
        """Log p(x) in nats."""
        return float(self.running[-1])

    @property
    def bits_per_pixel(self) -> float:
        """-log2 p(x) a pixel."""
        return -self.log_prob / (len(self.surprises) * float(np.log(2.0)))

    @property
    def percentile(self) -> float | None:
        """Share of the test digits that score lower, in percent."""
        return None if self.reference is None else self.reference.percentile(self.log_prob)

    def split(self, read: int = PIXELS) -> tuple[tuple[int, float], tuple[int, float]]:
        """Return (count, log p in nats) of the ink and of the background among the first ``read`` pixels."""
        first = self.order[:read]
        ink = self.drawing.flat()[first].astype(bool)
        terms = -self.surprises[first]
        return (int(ink.sum()), float(terms[ink].sum())), (int((~ink).sum()), float(terms[~ink].sum()))


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """What changes when one pixel is flipped.

    Attributes:
        pixel: Index of the flipped pixel.
        before: Conditionals of the drawing as it is.
        after: Conditionals of the drawing with the pixel flipped.
    """

    pixel: int
    before: Conditionals
    after: Conditionals

    @property
    def moved(self) -> NDArray[np.float32]:
        """Change of every p(x_i = 1 | x_<i), (D,); zero up to and including the pixel, in the order."""
        return self.after.probabilities - self.before.probabilities

    @property
    def gained(self) -> NDArray[np.float64]:
        """Change of every log p(x_i | x_<i) in nats, (D,)."""
        return self.before.surprises - self.after.surprises


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """What a pixel's conditional depends on.

    Attributes:
        model: Name of the model.
        pixel: Index of the pixel.
        weights: How strongly its logit depends on each pixel, (D,), 0 where not at all: the size of the
            logit's derivative by the pixel or, where a table gives the logit, of its change when the pixel is
            flipped.
    """

    model: str
    pixel: int
    weights: NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Samples:
    """Pictures on their way.

    Attributes:
        start: Index of the first sampled pixel.
        done: Number of pixels that are settled, counted from 0.
        pixels: (N, D), 1 = ink; 0 from ``done`` on.
        temperature: What the logits were divided by.
    """

    start: int
    done: int
    pixels: NDArray[np.uint8]
    temperature: float


def drawing_of(source: bytes, threshold: int) -> Drawing:
    """Return the 28 x 28 drawing whose ink is where ``source`` reaches ``threshold``, 1 to 255."""
    return Drawing.of((np.frombuffer(source, np.uint8) >= threshold).reshape(28, 28))


def note(result: Conditionals) -> Note | None:
    """Return what must be said about a score, or None.

    A density is not a measure of how digit-like a picture is: pages with little ink outscore every digit.
    """
    reference, percentile = result.reference, result.percentile
    if reference is None or percentile is None or percentile < _HIGH:
        return None
    beaten = reference.percentile(reference.blank)
    # Rounded down: nothing but all of them is 100 %.
    values = {"blank": reference.blank, "beaten": math.floor(10 * beaten) / 10}
    if beaten >= 100.0:
        text = QT_TRANSLATE_NOOP(
            "notes",
            "A blank page scores {blank:.2f}, above every test digit: so high a score means simple, "
            "not digit-like.",
        )
    else:
        text = QT_TRANSLATE_NOOP(
            "notes",
            "A blank page scores {blank:.2f}, above {beaten:.1f} % of the test digits: so high a score "
            "means simple, not digit-like.",
        )
    return Note(text, values)


def trace(result: Conditionals) -> Iterator[tuple[object, ...]]:
    """Yield the chain rule as rows, first their names: order, place, pixel, p, log p, running sum (nats)."""
    yield ("order", "row", "column", "x", "p_ink", "log_p", "running_sum")
    width, flat = result.drawing.width, result.drawing.flat()
    for step, i in enumerate(result.order.tolist()):
        yield (
            step + 1,
            i // width + 1,
            i % width + 1,
            int(flat[i]),
            f"{float(result.probabilities[i]):.9g}",
            f"{-float(result.surprises[i]):.9g}",
            f"{float(result.running[step + 1]):.9g}",
        )


MODELS: Mapping[str, str] = {
    "nade": "NADE",
    "diagonal_bilstm": "Diagonal BiLSTM",
    "arn": "AR-N",
}
ANY_ORDER = frozenset({"eonade"})
"""Models that read in any order."""
COUNTED = frozenset({"arn"})
"""Models that look back over a number of pixels to choose."""
SIMPLER: Mapping[str, str] = {
    "bernoulli": QT_TRANSLATE_NOOP("families", "One shared p"),
    "independent": QT_TRANSLATE_NOOP("families", "Independent"),
    "ar1": "AR-1",
}

FAMILY = Family(
    id="autoregressive",
    name=QT_TRANSLATE_NOOP("families", "Autoregressive"),
    density=Density.EXACT,
    icon="autoregressive",
    models=MODELS,
    state=AutoregressiveState,
)


def _check_range(name: str, value: float | None, low: float, high: float) -> None:
    if value is not None and not low <= value <= high:  # a NaN fails too
        raise ValueError(f"{name} must be between {low} and {high}")
