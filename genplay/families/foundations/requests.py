"""What may be asked of the table of all pictures of a size. None of it needs torch: it is counted."""

from dataclasses import dataclass
from typing import ClassVar

from genplay.families.base import Drawing, Request
from genplay.families.orders import RASTER, Order

Size = tuple[int, int]
"""Rows and columns."""
Given = tuple[tuple[int, int], ...]
"""Pixels, by their number in raster order from 0, each with its value; ascending."""
SIZES: tuple[Size, ...] = ((2, 2), (3, 3), (3, 4), (4, 4), (4, 5))
"""The sizes of a picture. The table of the last has 2^20 entries, which is as much as can be counted."""
SAMPLES = 8
"""Pictures that are drawn from each model."""


@dataclass(frozen=True, slots=True)
class Question(Request):
    """What all questions say.

    Attributes:
        size: Rows and columns of the patches that are counted, one of ``SIZES``.
    """

    family: ClassVar[str] = "foundations"
    torch: ClassVar[bool] = False
    size: Size


@dataclass(frozen=True, slots=True)
class Fits(Question):
    """The four models: p of a drawing, samples, and how far each is from the data.

    Attributes:
        reach: N of AR-N.
        drawing: The picture, of this size.
        seed: Of the samples; the same seed gives the same pictures.
        order: In which AR-N and Markov read the pixels.
    """

    reach: int
    drawing: Drawing
    seed: int = 0
    order: Order = RASTER


@dataclass(frozen=True, slots=True)
class Chain(Question):
    """The table's probability of a drawing as a product of conditionals.

    Attributes:
        drawing: The picture, of this size.
        order: In which its pixels are read.
    """

    drawing: Drawing
    order: Order = RASTER


@dataclass(frozen=True, slots=True)
class Draw(Question):
    """A patch, drawn at random, to look at.

    Attributes:
        seed: Which one.
    """

    seed: int


@dataclass(frozen=True, slots=True)
class Bayes(Question):
    """What two pixels tell about each other.

    Attributes:
        a: Pixel A, by its number in raster order from 0.
        b: Pixel B, another one.
        given: The pixels that are known, neither A nor B.
    """

    a: int
    b: int
    given: Given = ()
