"""What may be asked of an InfoGAN. Categories go by their raw number from 0; the result says which digit."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from genplay.families.base import Drawing, Request

Numbers = tuple[float, float]
Axis = Literal["c2", "c3"]
Swept = Literal["c1", "c2", "c3"]

CATEGORIES = 10
LEARNED, REACH = 1.0, 2.0
"""In training c2 and c3 are between -1 and 1; as in the paper they may be set up to twice that."""
COLUMNS = 9
"""Pictures of a row of the wall: one at every half, and so one at 0."""
TOLD = 10_000
"""Codes that the ledger is of."""
MOST_SEED = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Question(Request):
    """What all questions say.

    Attributes:
        model: Name of the model that is asked.
    """

    family: ClassVar[str] = "infogan"
    model: str


@dataclass(frozen=True, slots=True)
class Make(Question):
    """The picture of a code; the answer is one ``Made``.

    Attributes:
        category: c1, 0 to 9.
        numbers: c2 and c3.
        seed: Of the noise.
    """

    category: int
    numbers: Numbers = (0.0, 0.0)
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Choices(Question):
    """What each category makes of the other codes, as a click on it will: for the buttons. One ``Chosen``.

    Attributes:
        numbers: c2 and c3.
        seed: Of the noise.
    """

    numbers: Numbers = (0.0, 0.0)
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Wall(Question):
    """All categories down, one number across from -2 to 2, the noise the same; a ``Walled`` that grows.

    Attributes:
        axis: The number.
        numbers: c2 and c3; the one that goes across is not looked at.
        seed: Of the noise.
    """

    axis: Axis = "c2"
    numbers: Numbers = (0.0, 0.0)
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Read(Question):
    """What Q reads in a drawing, and the picture of what it read; the answer is one ``Found``.

    Attributes:
        drawing: The picture.
        levels: Its greys instead, 784 bytes, 255 = ink; None where there are none.
        seed: Of the noise of the picture of what was read.
    """

    drawing: Drawing
    levels: bytes | None = None
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Tell(Question):
    """How much the pictures tell of their category; a ``Ledger`` that grows.

    Attributes:
        seed: Of the codes.
        count: How many.
    """

    seed: int = 0
    count: int = TOLD


@dataclass(frozen=True, slots=True)
class Compare(Question):
    """Which test digits Q gives to which category; the answer is one ``Confusion``."""
