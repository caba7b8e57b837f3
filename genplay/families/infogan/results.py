"""What comes back from an InfoGAN. Pictures are float32, 0 paper to 1 ink; information is in nats."""

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from genplay.families.base import Drawing
from genplay.families.forged import Forged
from genplay.families.infogan.requests import CATEGORIES, Axis, Numbers

Floats = NDArray[np.float32]
Trait = Literal["slant", "weight", "width"]
TRAITS: tuple[Trait, ...] = ("slant", "weight", "width")
"""What is measured of a digit: how far it leans to the right, how wide its strokes are, how wide it is."""
LEAST_MOVE = 0.4
"""Standard deviations of a trait that a number must move to be called by it."""
_MOST_TRAITS = 2
Digits = tuple[int, ...]
"""The digit that each category was matched to by labels after training, by raw number; empty if to none."""


def in_order(digits: Digits) -> tuple[int, ...]:
    """Return the categories in the order of their digits; in their own where they have none."""
    return tuple(sorted(range(CATEGORIES), key=lambda category: digits[category] if digits else category))


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What D and Q make of a picture.

    Attributes:
        shares: Q(c1 | x), (10,), by raw number; they sum to 1.
        mean: Of Q's normal over c2 and c3, (2,).
        deviation: Its standard deviation, (2,).
        verdict: D(x), 0 to 1; no density: D only ever saw the generator's pictures and digits.
    """

    shares: Floats
    mean: Floats
    deviation: Floats
    verdict: float

    @property
    def category(self) -> int:
        """The likeliest category."""
        return int(self.shares.argmax())


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """The picture of a code, and what Q reads in it.

    Attributes:
        model: Who made it.
        category: c1.
        numbers: c2 and c3.
        ink: (28, 28).
        reading: Of that picture.
        digits: Of the categories.
        normed: Whether D has batch normalisation, by statistics of real digits: in a batch of
            forged ones, with theirs, it often says less.
        noise: How many numbers the noise has, 0 if that is not known.
    """

    model: str
    category: int
    numbers: Numbers
    ink: Floats
    reading: Reading
    digits: Digits
    normed: bool = False
    noise: int = 0

    def picture(self, kind: str = "") -> NDArray[np.uint8]:
        """Return the picture as a frame of an animation, (28, 28), 255 = white; there is but one kind."""
        return np.rint(255 * (1 - np.clip(self.ink, 0, 1))).astype(np.uint8)


@dataclass(frozen=True, slots=True, eq=False)
class Chosen:
    """What each category makes.

    Attributes:
        model: Who made them.
        pictures: (10, 28, 28), by raw number.
        digits: Of the categories.
    """

    model: str
    pictures: Floats
    digits: Digits


@dataclass(frozen=True, slots=True, eq=False)
class Walled:
    """The rows of the wall so far, in the order of the digits.

    Attributes:
        model: Who made them.
        pictures: (R, columns, 28, 28).
        categories: Of each row, all ten of them.
        axis: The number that goes across.
        values: Of that number, (columns,).
        digits: Of the categories.
    """

    model: str
    pictures: Floats
    categories: tuple[int, ...]
    axis: Axis
    values: Floats
    digits: Digits

    @property
    def complete(self) -> bool:
        """Whether all rows are there."""
        return len(self.pictures) == len(self.categories)


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What Q read in a drawing, and the picture of that.

    Attributes:
        model: Who read it.
        drawing: The picture.
        reading: Of it.
        picture: Of the likeliest category and the means of c2 and c3, (28, 28).
        numbers: Those means within -2 to 2, as the picture has them.
        digits: Of the categories.
    """

    model: str
    drawing: Drawing
    reading: Reading
    picture: Floats
    numbers: Numbers
    digits: Digits


@dataclass(frozen=True, slots=True, eq=False)
class Ledger:
    """How much pictures tell of their category: H(c1) - E[-log Q(c1 | x)] = L_I, so far.

    Attributes:
        model: Who made the pictures.
        count: Codes so far.
        cross_entropy: E[-log Q(c1 | x)], in nats.
        error: Its standard error.
        right: Share of the pictures whose likeliest category is theirs.
        squares: Mean squared error of c2 and c3, (2,); with no idea it is 1/3.
        complete: Whether all codes are counted.
        value: V(D, G) in nats: E[log D(x)] of the test digits and E[log(1 - D(G(z, c)))] of the codes; None
            where the first did not come with the model.
        steps: Of the training, in which Q learned, too.
        forged: How near the pictures are to real ones; None where it was not measured.
        shown: Share of the pictures in which a classifier of digits sees their category's digit; likewise.
    """

    model: str
    count: int
    cross_entropy: float
    error: float
    right: float
    squares: Floats
    complete: bool
    value: float | None = None
    steps: int = 0
    forged: Forged | None = None
    shown: float | None = None

    @property
    def ceiling(self) -> float:
        """H(c1) = log 10, the most that L_I can be."""
        return math.log(CATEGORIES)

    @property
    def information(self) -> float:
        """L_I of the category, a lower bound on I(c1; G(z, c)); below 0 where Q misleads."""
        return self.ceiling - self.cross_entropy


@dataclass(frozen=True, slots=True, eq=False)
class Confusion:
    """What the codes have come to mean: the test digits by category, and what the numbers do.

    Attributes:
        model: Who read them.
        counts: (10, 10); a row is a category by raw number, a column a digit.
        digits: Of the categories.
        moves: How far each of ``TRAITS`` moves while c2 or c3 goes from -1 to 1, (2, 3), in standard
            deviations among the test digits; None where that was not measured.
    """

    model: str
    counts: Floats
    digits: Digits
    moves: Floats | None = None

    @property
    def error(self) -> float:
        """The share of the digits whose category stands for another digit."""
        return 1 - float(self.counts[np.arange(CATEGORIES), self.digits].sum() / self.counts.sum())

    def traits(self, number: int) -> tuple[tuple[Trait, bool], ...]:
        """Return what c2 (0) or c3 (1) moves, most first: at most two, none where all is little.

        With each trait, whether there is more of it where the number is larger.
        """
        if self.moves is None:
            return ()
        moves = self.moves[number].tolist()
        order = sorted(range(len(TRAITS)), key=lambda at: -abs(moves[at]))[:_MOST_TRAITS]
        return tuple((TRAITS[at], moves[at] > 0) for at in order if abs(moves[at]) >= LEAST_MOVE)
