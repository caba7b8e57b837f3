"""What may be asked of an explicit model about a drawing."""

from dataclasses import dataclass
from typing import ClassVar

from genplay.families.base import Drawing, Request
from genplay.families.orders import RASTER, Order

COMPLETIONS = 8


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
