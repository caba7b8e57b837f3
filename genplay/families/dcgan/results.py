"""What comes back from a DCGAN. Pictures are uint8, (S, S, C): grey with C = 1, colour with C = 3."""

from dataclasses import dataclass
from math import isqrt
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from genplay.families.base import Drawing
from genplay.families.dcgan import directions
from genplay.families.dcgan.latent import Latent
from genplay.families.dcgan.models import GROUPS
from genplay.families.dcgan.requests import Between, Show
from genplay.families.forged import Forged

Floats = NDArray[np.float32]
Pixels = NDArray[np.uint8]
Kind = Literal["pixels", "random", "features"]
KINDS: tuple[Kind, ...] = ("pixels", "random", "features")
"""What linear classifiers learn from: pixels, the features of an untrained D, those of the trained one."""
PERCENTILES = 101
"""Of D's logits: 0, the lowest, to 100, the highest."""


def _seen(pixels: Pixels) -> Pixels:
    """Return a picture, (H, W, C), as others see it: grey ink on white paper, (H, W), or its colours."""
    return 255 - pixels[..., 0] if pixels.shape[-1] == 1 else pixels


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """The picture of a point.

    Attributes:
        model: Who made it.
        pixels: (S, S, C).
        z: The noise, truncated, (L,).
        verdict: D of the picture, 0 to 1; no density.
        latent: The point, of a walk that which it has come to.
        normed: Whether D has batch normalisation, by statistics of real pictures: in a batch of
            forged ones, with theirs, it mostly says less.
        asked: What it answers.
    """

    model: str
    pixels: Pixels
    z: Floats
    verdict: float
    latent: Latent
    normed: bool = False
    asked: Show | Between | None = None

    def picture(self, kind: str = "") -> Pixels:
        """Return the picture as others see it: grey ink on white paper, (S, S), or colours, (S, S, 3).

        Args:
            kind: There is only one kind, "".
        """
        return _seen(self.pixels)


@dataclass(frozen=True, slots=True, eq=False)
class Wall:
    """The samples so far, row by row.

    Attributes:
        model: Who made them.
        pictures: (N, S, S, C).
        points: Where each is in the latent space, all of them.
    """

    model: str
    pictures: Pixels
    points: tuple[Latent, ...]

    @property
    def complete(self) -> bool:
        """Whether all samples are there."""
        return len(self.pictures) == len(self.points)

    def picture(self) -> Pixels:
        """Return the samples of a whole wall side by side as others see them, as ``Shown.picture`` does."""
        rows, side, channels = isqrt(len(self.pictures)), *self.pictures.shape[2:]
        apart = self.pictures.reshape(rows, rows, side, side, channels)
        return _seen(apart.swapaxes(1, 2).reshape(rows * side, rows * side, channels))


@dataclass(frozen=True, slots=True, eq=False)
class Pins:
    """The pictures of some points so far.

    Attributes:
        model: Who made them.
        latents: The points, all of them.
        pictures: (N, S, S, C).
    """

    model: str
    latents: tuple[Latent, ...]
    pictures: Pixels


@dataclass(frozen=True, slots=True, eq=False)
class Reckoned:
    """An arithmetic of pictures.

    Attributes:
        model: Who made them.
        terms: Pictures of the mean noise of A, B and C, (3, S, S, C).
        result: Picture of A - B + C, (S, S, C).
        neighbours: Pictures close to the result, (``NEIGHBOURS``, S, S, C).
        points: Where in the latent space the result is, then each neighbour.
        length: Of the result's noise, truncated.
        usual: Root mean square of the length of a sample's noise, truncated.
    """

    model: str
    terms: Pixels
    result: Pixels
    neighbours: Pixels
    points: tuple[Latent, ...]
    length: float
    usual: float


@dataclass(frozen=True, slots=True, eq=False)
class Maps:
    """What the layers of G return for a point, from the noise outwards.

    Attributes:
        model: Whose layers.
        layers: (W', S', S') each, 0 or more, after ReLU.
        picture: What the last layer makes of them, (S, S, C).
        z: The noise, truncated, (L,).
    """

    model: str
    layers: tuple[Floats, ...]
    picture: Pixels
    z: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Verdict:
    """What D says of a picture. It is no density: D only ever learned to tell G's pictures from real ones.

    Attributes:
        model: Whose D.
        drawing: The picture, where it is one of greys.
        logit: What D returns, log D / (1 - D).
        seen: The picture as D saw it, (S, S, C).
    """

    model: str
    drawing: Drawing
    logit: float
    seen: Pixels

    @property
    def verdict(self) -> float:
        """D(x), 0 to 1."""
        return float(1 / (1 + np.exp(-self.logit)))


@dataclass(frozen=True, slots=True, eq=False)
class Scored:
    """What D says of the pages that show nothing.

    Attributes:
        model: Whose D.
        verdicts: D of each, 0 to 1, in the order of ``PAGES[model]``.
    """

    model: str
    verdicts: tuple[float, ...]

    @property
    def most(self) -> int:
        """Which of them D believes in most."""
        return self.verdicts.index(max(self.verdicts))


@dataclass(frozen=True, slots=True, eq=False)
class Explained:
    """What the directions change, and how good D's features are.

    Attributes:
        model: Of which.
        shares: Share of the variance in G's first layer along each direction, (``DIRECTIONS``,).
        classes: Mean probability of each of ``LABELS`` 2 deviations along a direction, first back then
            forth, (``DIRECTIONS``, 2, K), by the classifier that came with the model; None where none came.
        right: Share of the test pictures that a linear classifier gets right, by what it learned from;
            empty where it was not measured.
        logits: Percentiles of D's logits, first of test pictures, then of G's, (2, ``PERCENTILES``),
            ascending: what a ``Verdict`` is compared with; None where they were not measured.
        normed: Whether D has batch normalisation, by statistics of real pictures.
        forged: How near G's pictures are to real ones; None where it was not measured.
    """

    model: str
    shares: Floats
    classes: Floats | None
    right: dict[Kind, float]
    logits: Floats | None = None
    normed: bool = False
    forged: Forged | None = None

    def moved(self, direction: int) -> tuple[int, int] | None:
        """Return the labels of one group that become likelier back and forth: a direction is called by them.

        None where no classifier came with the model, or none of its groups moves enough.
        """
        if self.classes is None:
            return None
        return directions.ends(self.classes[direction], GROUPS[self.model])
