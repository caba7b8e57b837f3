"""A lower bound on log p(x) of a drawing by so many codes, to stand beside the scores of other models."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from genplay.families.base import Drawing
from genplay.families.vae.requests import Question

CODES = 500
"""Codes by which the test pictures were bounded whose bounds come with a checkpoint."""


@dataclass(frozen=True, slots=True)
class Evidence(Question):
    """A bound on log p(x) by the importance estimate (see ``models.vae``); one ``LowerBound``.

    ``Working`` comes before it where there are more codes than usual.

    Attributes:
        drawing: x.
        samples: Codes K, drawn from q(z | x).
        seed: Of the codes; the same seed gives the same number.
    """

    drawing: Drawing
    samples: int = CODES
    seed: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class LowerBound:
    """What a model says at least of a drawing: on average over seeds, log p(x) is no lower.

    Attributes:
        model: Name of the model.
        drawing: x.
        bound: The estimate in nats.
        samples: Codes K that it is by.
        seed: Of the codes.
        among: The same of each test picture, ascending, (N,); None where it is not known for so many codes.
    """

    model: str
    drawing: Drawing
    bound: float
    samples: int
    seed: int
    among: NDArray[np.float32] | None

    @property
    def most_bits(self) -> float:
        """Bits a pixel that the drawing has at most."""
        return -self.bound / (self.drawing.height * self.drawing.width * math.log(2))

    @property
    def percentile(self) -> float | None:
        """Share of the test pictures whose bound by as many codes is lower, in percent."""
        if self.among is None or not len(self.among):
            return None
        return 100.0 * float(np.searchsorted(self.among, self.bound)) / len(self.among)
