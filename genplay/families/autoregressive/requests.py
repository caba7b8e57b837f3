"""What may be asked of an explicit model about a drawing."""

from dataclasses import dataclass, field
from typing import ClassVar

from genplay.families.base import Drawing, Request
from genplay.families.orders import RASTER, Order

COMPLETIONS = 8


@dataclass(frozen=True, slots=True)
class Question(Request):
    """What all questions about a drawing say: which model is asked, and how it reads.

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
class Score(Question):
    """All conditionals of a drawing, its score, and the scores of simpler models."""


@dataclass(frozen=True, slots=True)
class WhatIf(Question):
    """The conditionals of a drawing with one pixel flipped."""

    pixel: int = field(kw_only=True)


@dataclass(frozen=True, slots=True)
class Context(Question):
    """What a pixel's conditional depends on, for this drawing."""

    pixel: int = field(kw_only=True)


@dataclass(frozen=True, slots=True)
class Average(Question):
    """The density that averages those of several orders: the chosen one, then the others of the ensemble.

    Attributes:
        count: Number of orders K.
    """

    count: int = field(kw_only=True)


@dataclass(frozen=True, slots=True)
class Sample(Question):
    """Pictures that agree with a part of the drawing and are otherwise as the model likes.

    Attributes:
        start: How many pixels, in the order, are kept exactly. 0 samples from nothing.
        region: The pixels to be sampled, as ink; all others are kept exactly, and ``start`` means nothing.
        count: Number of pictures.
        seed: Seed of the uniforms; the same seed gives the same pictures.
        temperature: Divides the logits. Only 1 samples from the model.
    """

    start: int = field(default=0, kw_only=True)
    region: Drawing | None = field(default=None, kw_only=True)
    count: int = field(default=COMPLETIONS, kw_only=True)
    seed: int = field(default=0, kw_only=True)
    temperature: float = field(default=1.0, kw_only=True)
