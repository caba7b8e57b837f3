"""Grey pictures under a model of real-valued pixels: what may be asked, and what comes back.

Such a model gives each pixel a density over greys rather than a probability of ink: a mixture of Gaussians.
Greys are integers, so a picture is dequantised before it is scored: x = (grey + u) / 256 with u uniform in
[0, 1). A density may exceed 1, and log p be positive.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from genplay.families.autoregressive.models import PIXELS
from genplay.families.autoregressive.requests import COMPLETIONS
from genplay.families.autoregressive.results import Reference
from genplay.families.base import QT_TRANSLATE_NOOP, Measured, Note, Request

GREYS = 256
_SIDE = 28
_ROOT_2 = math.sqrt(2.0)
_LOG_ROOT_2_PI = 0.5 * math.log(2 * math.pi)


@dataclass(frozen=True, slots=True)
class GreyPicture:
    """A grey picture as a value: hashable and comparable.

    Attributes:
        grey: Its 28 x 28 grey levels in raster order, one byte a pixel, 0 paper to 255 full ink.
    """

    grey: bytes

    def __post_init__(self) -> None:
        if len(self.grey) != PIXELS:
            raise ValueError(f"a grey picture has {PIXELS} levels, not {len(self.grey)}")

    @classmethod
    def of(cls, levels: NDArray[np.uint8]) -> Self:
        """Return the picture of a (28, 28) or (784,) uint8 array of levels."""
        if levels.dtype != np.uint8:
            raise ValueError(f"levels are uint8, not {levels.dtype}")
        return cls(levels.tobytes())

    @classmethod
    def blank(cls) -> Self:
        """Return a page without ink."""
        return cls(bytes(PIXELS))

    def flat(self) -> NDArray[np.uint8]:
        """Return the levels in raster order, (784,)."""
        return np.frombuffer(self.grey, np.uint8)

    def levels(self) -> NDArray[np.uint8]:
        """Return the levels, (28, 28)."""
        return self.flat().reshape(_SIDE, _SIDE)


@dataclass(frozen=True, slots=True)
class GreyScore(Request):
    """All conditionals of a grey picture and its score; the answer is one ``Mixtures``.

    Attributes:
        seed: Seed of the dequantisation: the same seed gives the same score.
    """

    family: ClassVar[str] = "autoregressive"
    model: str
    picture: GreyPicture
    seed: int = 0


@dataclass(frozen=True, slots=True)
class GreySample(Request):
    """Pictures that begin like the given one and go on as the model likes; ``GreySamples``, row by row.

    Attributes:
        start: How many pixels, in raster order, are kept exactly. 0 samples from nothing.
        count: Number of pictures.
        seed: Seed of the dequantisation, as of ``GreyScore``, and of all draws.
        temperature: Divides log alpha and multiplies the variances. Only 1 samples from the model.
    """

    family: ClassVar[str] = "autoregressive"
    model: str
    picture: GreyPicture
    start: int
    count: int = COMPLETIONS
    seed: int = 0
    temperature: float = 1.0


@dataclass(frozen=True, eq=False)
class Mixtures:
    """Every factor of p(x) for one grey picture; arrays are in raster order.

    Attributes:
        model: Name of the model.
        picture: The picture that was scored.
        x: Its dequantised greys, (D,), 0 to 1.
        log_alpha: Logarithms of the components' shares, (D, K).
        mu: Their means, greys from 0 to 1 (a mean may lie outside), (D, K).
        log_sigma: Logarithms of their standard deviations, (D, K).
        terms: log p(x_i | x_<i) in nats, (D,); positive where the density exceeds 1.
        running: Sum of the first i terms, (D + 1,), in nats; the last one is log p(x).
        hidden: Number of hidden units.
        reference: Scores of test pictures of the kind that the model was trained on, or None where the
            checkpoint lacks them.
        digits: Scores of test digits, which a model of clothes was never shown, or None.
        measured: How good the model is on average; None where the checkpoint does not say so.
        device: Where it was computed, in words.
    """

    model: str
    picture: GreyPicture
    x: NDArray[np.float32]
    log_alpha: NDArray[np.float32]
    mu: NDArray[np.float32]
    log_sigma: NDArray[np.float32]
    terms: NDArray[np.float64]
    running: NDArray[np.float64]
    hidden: int
    reference: Reference | None
    digits: Reference | None
    measured: Measured | None
    device: str

    @property
    def log_prob(self) -> float:
        """Log p(x) in nats."""
        return float(self.running[-1])

    @property
    def bits_per_dim(self) -> float:
        """-log2 p(x) a pixel, of 256 greys: of a density over 0 to 1 they have 8 bits more."""
        return bits_per_dim(self.log_prob, len(self.terms))

    @property
    def percentile(self) -> float | None:
        """Share of the test pictures of the model's own kind that score lower, in percent."""
        return None if self.reference is None else self.reference.percentile(self.log_prob)

    @cached_property
    def surprises(self) -> NDArray[np.float64]:
        """-log of the probability of each pixel's own grey of 256, in nats, (D,): 0 or more."""
        return -np.log(np.maximum(self.mass, np.finfo(np.float64).tiny))

    @cached_property
    def expected(self) -> NDArray[np.float32]:
        """The mean grey of each conditional, (D,), 0 to 1 but for components that lie outside."""
        return (np.exp(self.log_alpha) * self.mu).sum(-1)

    @cached_property
    def mass(self) -> NDArray[np.float64]:
        """The probability of each pixel's own grey of 256, (D,): the integral over its bin."""
        low = self.picture.flat()[:, None] / GREYS
        scale = np.exp(-self.log_sigma.astype(np.float64)) / _ROOT_2
        below, above = (low - self.mu) * scale, (low + 1 / GREYS - self.mu) * scale
        # On the right of a mean, erf is 1 but for rounding: there the mirrored bin is taken.
        right = below > 0
        lower, upper = np.where(right, -above, below), np.where(right, -below, above)
        parts = 0.5 * (_erfc(-upper) - _erfc(-lower))
        return (np.exp(self.log_alpha.astype(np.float64)) * parts).sum(-1)

    def mixture_of(self, pixel: int) -> tuple[NDArray[np.float64], ...]:
        """Return the shares, means and standard deviations of a pixel's components, (K,) each."""
        log_alpha, mu, log_sigma = (
            part[pixel].astype(np.float64) for part in (self.log_alpha, self.mu, self.log_sigma)
        )
        return np.exp(log_alpha), mu, np.exp(log_sigma)

    def density(
        self, pixel: int, grid: NDArray[np.floating]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return the density of a pixel's grey over a grid, and each component's part of it.

        Args:
            pixel: Its index.
            grid: Greys, (G,); a grey level is at (level + 0.5) / 256.

        Returns:
            (G,) and (K, G); the parts add up to the whole.
        """
        log_alpha, mu, log_sigma = (
            part[pixel].astype(np.float64)[:, None] for part in (self.log_alpha, self.mu, self.log_sigma)
        )
        standard = (grid - mu) * np.exp(-log_sigma)
        parts = np.exp(log_alpha - log_sigma - 0.5 * standard**2 - _LOG_ROOT_2_PI)
        return parts.sum(0), parts


@dataclass(frozen=True, slots=True, eq=False)
class GreySamples:
    """Grey pictures on their way.

    Attributes:
        start: Index of the first sampled pixel.
        done: Number of pixels that are settled, counted from 0.
        pixels: Grey levels, (N, D) uint8; 0 from ``done`` on.
        temperature: Of the sampling.
    """

    start: int
    done: int
    pixels: NDArray[np.uint8]
    temperature: float


def bits_per_dim(log_prob: float, dims: int) -> float:
    """Return -log2 p of a picture for each pixel, of 256 greys, of its log density in nats."""
    return 8.0 - log_prob / (dims * math.log(2.0))


def grey_note(result: Mixtures) -> Note | None:
    """Return what must be said about scores of grey pictures, or None where nothing is known of others.

    A density is not a measure of how like clothes a picture is: digits, which are simpler, outscore clothes.
    """
    clothes, digits = result.reference, result.digits
    if clothes is None or digits is None:
        return None
    beat = 100.0 * float((digits.scores > np.median(clothes.scores)).mean())
    # Rounded down: nothing but all of them is 100 %.
    values = {"beat": math.floor(10 * beat) / 10, "blank": clothes.blank}
    if beat < 50.0:
        text = QT_TRANSLATE_NOOP(
            "notes",
            "Of the digits, which this model never saw, {beat:.1f} % outscore the median of the clothes.",
        )
    elif clothes.blank > max(clothes.scores[-1], digits.scores[-1]):
        text = QT_TRANSLATE_NOOP(
            "notes",
            "This model never saw a digit, yet {beat:.1f} % of them outscore the median of the clothes, and "
            "a blank page ({blank:,.0f}) outscores all: so high a score means simple, not clothes-like.",
        )
    else:
        text = QT_TRANSLATE_NOOP(
            "notes",
            "This model never saw a digit, yet {beat:.1f} % of them outscore the median of the clothes: so "
            "high a score means simple, not clothes-like.",
        )
    return Note(text, values)


def grey_trace(result: Mixtures) -> Iterator[tuple[object, ...]]:
    """Yield the chain rule as rows, first their names: place, pixel, its grey, log p (nats), running sum."""
    yield ("order", "row", "column", "grey", "x", "expected", "p_grey", "log_p", "running_sum")
    for i, grey in enumerate(result.picture.grey):
        yield (
            i + 1,
            i // _SIDE + 1,
            i % _SIDE + 1,
            grey,
            f"{float(result.x[i]):.9g}",
            f"{float(result.expected[i]):.9g}",
            f"{float(result.mass[i]):.9g}",
            f"{float(result.terms[i]):.9g}",
            f"{float(result.running[i + 1]):.9g}",
        )


def _erfc(x: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.fromiter(map(math.erfc, x.ravel().tolist()), np.float64, x.size).reshape(x.shape)
