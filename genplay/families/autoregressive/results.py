"""What comes back: conditionals, comparisons, contexts, samples, and how a score stands among digits."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from genplay.families.autoregressive.models import PIXELS
from genplay.families.autoregressive.requests import Context
from genplay.families.base import QT_TRANSLATE_NOOP, Drawing, Measured, Note

_HIGH = 90.0  # percentile from which the score is more about simplicity than about digits


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
        running: Sum of its terms of the first i pixels of the order shown, (D + 1,), in nats.
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
        measured: How good the model is on average as it reads; None where the checkpoint does not say so.
        reads: In which way it has read, if it can read in several: "spiral", "random 5", "N = 3".
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
    measured: Measured | None = None
    reads: str = ""

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
        asked: The question: model, drawing, pixel.
        weights: How strongly its logit depends on each pixel, (D,), 0 where not at all: the size of the
            logit's derivative by the pixel or, where a table gives the logit, of its change when the pixel is
            flipped.
    """

    asked: Context
    weights: NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Averaged:
    """The density that averages those of several orders, as far as they are computed.

    Attributes:
        log_probs: log p of the drawing in nats along each order, the chosen one first, (k,), k up to
            ``count``.
        count: Number of orders that were asked for.
    """

    log_probs: NDArray[np.float64]
    count: int

    @property
    def log_prob(self) -> float:
        """Log (1/k sum p) in nats: probabilities are averaged, never logits."""
        return float(np.logaddexp.reduce(self.log_probs)) - math.log(len(self.log_probs))


@dataclass(frozen=True, slots=True, eq=False)
class Samples:
    """Pictures on their way.

    Attributes:
        order: The pixels as they are settled: first what is kept, then what is sampled, (D,).
        start: How many pixels are kept.
        done: How many are settled, those that are kept included.
        pixels: (N, D), 1 = ink; what is not settled is 0.
        temperature: What the logits were divided by.
    """

    order: NDArray[np.intp]
    start: int
    done: int
    pixels: NDArray[np.uint8]
    temperature: float

    @property
    def ranks(self) -> NDArray[np.intp]:
        """Each pixel's place in the order, counted from 0, (D,)."""
        return np.argsort(self.order)


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


def trace(*results: Conditionals) -> Iterator[tuple[object, ...]]:
    """Yield the chain rule of each model as rows, in its order; first their names. Sums are in nats.

    The column "reads" says how a model that can read in several ways has read: "spiral", "random 5", "N = 3".
    """
    yield ("model", "reads", "order", "row", "column", "x", "p_ink", "log_p", "running_sum")
    for result in results:
        width, flat = result.drawing.width, result.drawing.flat()
        for step, i in enumerate(result.order.tolist()):
            yield (
                result.model,
                result.reads,
                step + 1,
                i // width + 1,
                i % width + 1,
                int(flat[i]),
                f"{float(result.probabilities[i]):.9g}",
                f"{-float(result.surprises[i]):.9g}",
                f"{float(result.running[step + 1]):.9g}",
            )
