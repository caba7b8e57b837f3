"""What may be asked of a DCGAN."""

from dataclasses import dataclass
from typing import ClassVar

from genplay.families.base import Drawing, Request
from genplay.families.dcgan.latent import Latent

_BLANK = Drawing.blank()

SIDE = 10
"""Rows and columns of the wall of samples."""
SPAN = 5
"""Seeds along each side of the part of the plane that is looked at: a whole number of them make a wall."""
MOST_PAGE = 1_800
"""Farthest such part that is looked at, either way."""
TRUNCATIONS = (0.1, 1.5)
"""Least and largest number that the noise is multiplied by."""
MOST_SEED = 9_999
"""Largest seed of the pictures about the result of an arithmetic."""
NEIGHBOURS = 8
"""Pictures about the result of an arithmetic."""
SPREAD = 0.25
"""Most that a number of their noise, before it is truncated, is away from the result's, as in the paper."""


@dataclass(frozen=True, slots=True)
class Question(Request):
    """What all questions say.

    Attributes:
        model: Name of the model that is asked.
    """

    family: ClassVar[str] = "dcgan"
    model: str


@dataclass(frozen=True, slots=True)
class Show(Question):
    """The picture of a point; the answer is one ``Shown``.

    Attributes:
        latent: The point.
        truncation: What its noise is multiplied by.
    """

    latent: Latent
    truncation: float = 1.0


@dataclass(frozen=True, slots=True)
class Samples(Question):
    """The pictures of the seeds of a part of the plane; a ``Wall`` that grows.

    Attributes:
        x: Smallest coordinate.
        y: Likewise; the first row has it.
        truncation: What the noise is multiplied by.
        side: Rows and columns.
    """

    x: int = 0
    y: int = 0
    truncation: float = 1.0
    side: int = SIDE


@dataclass(frozen=True, slots=True)
class Pinned(Question):
    """The pictures of some points; a ``Pins`` that grows.

    Attributes:
        latents: The points.
        truncation: What their noise is multiplied by.
    """

    latents: tuple[Latent, ...]
    truncation: float = 1.0


@dataclass(frozen=True, slots=True)
class Between(Question):
    """A picture on the great circle between two points; the answer is one ``Shown``.

    Attributes:
        first: Where it begins.
        second: Where it ends.
        way: How far it has come, 0 to 1.
        truncation: What the noise is multiplied by.
    """

    first: Latent
    second: Latent
    way: float
    truncation: float = 1.0


@dataclass(frozen=True, slots=True)
class Reckon(Question):
    """Vector arithmetic: the mean of some points less that of others and that of third ones added.

    The answer is one ``Reckoned``.

    Attributes:
        first: A.
        less: B.
        plus: C.
        truncation: What the noise is multiplied by.
        seed: Of the neighbours.
    """

    first: tuple[Latent, ...]
    less: tuple[Latent, ...]
    plus: tuple[Latent, ...]
    truncation: float = 1.0
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Layers(Question):
    """What each layer of G returns for the picture that is shown; the answer is one ``Maps``.

    Attributes:
        frame: What asks for that picture.
    """

    frame: Show | Between


@dataclass(frozen=True, slots=True)
class Score(Question):
    """What D says of a drawn, painted or opened picture; the answer is one ``Verdict``.

    Attributes:
        drawing: The picture, of a model of greys.
        levels: Its greys instead, 784 bytes, 255 = ink; None where there are none.
        painting: The picture, of a model in colours: red, green and blue of ``PAINTED`` by ``PAINTED``
            pixels in raster order; None is the first of the avatars that come with genplay.
    """

    drawing: Drawing = _BLANK
    levels: bytes | None = None
    painting: bytes | None = None


@dataclass(frozen=True, slots=True)
class ScorePages(Question):
    """What D says of each of ``PAGES[model]``, which show nothing; the answer is one ``Scored``."""


@dataclass(frozen=True, slots=True)
class Explain(Question):
    """What the directions change, and what D's features are good for; the answer is one ``Explained``."""
