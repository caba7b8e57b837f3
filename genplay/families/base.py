"""What every family shares: the contract between what the user sets, what is asked and what comes back.

Everything here is frozen and knows neither torch nor Qt. A **state** is all that the user has set in a tab;
its ``requests()`` say what must be computed to show it; a **result** is what a pipeline yields for a
request.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import Enum
from typing import ClassVar, NamedTuple, Protocol, Self, cast

import numpy as np
from numpy.typing import NDArray

Bits = NDArray[np.uint8]
SPEEDS: tuple[int, ...] = (1, 4, 15, 30, 120, 0)
"""Steps a second offered by the transport; 0 means all at once."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark ``text`` for translation under ``context`` and return it as it is."""
    return text


class Density(Enum):
    """What a family can say about p(x)."""

    EXACT = "exact"
    BOUND = "bound"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Request:
    """A complete question: all that its answer depends on. Subclasses name their family's pipeline.

    Attributes:
        family: Id of the family whose pipeline answers.
        torch: Whether the pipeline computes with torch; one that only counts is answered without loading it.
        trains: Whether the pipeline follows gradients to train a network; nothing else needs them in a step.
    """

    family: ClassVar[str]
    torch: ClassVar[bool] = True
    trains: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class State:
    """All that the user has set in a tab. Subclasses are frozen dataclasses that msgspec can write as JSON.

    Attributes:
        VIEW: Names of the fields that say how to look rather than what to look at (tool, speed): undo leaves
            them as they are.
    """

    VIEW: ClassVar[frozenset[str]] = frozenset()

    def requests(self) -> Mapping[str, Request]:
        """Return what must be computed to show this state, by slot."""
        raise NotImplementedError

    def with_view_of(self, other: Self) -> Self:
        """Return this state with the view fields of ``other``."""
        return replace(self, **{name: getattr(other, name) for name in self.VIEW})

    def differs_in_view_only(self, other: Self) -> bool:
        """Tell whether nothing but view fields differs from ``other``."""
        changed = {f.name for f in fields(self) if getattr(self, f.name) != getattr(other, f.name)}
        return changed <= self.VIEW


@dataclass(frozen=True, slots=True)
class Family:
    """A tab: its name, what kind of density it has, its models and the type of its state.

    Attributes:
        id: Stem of the family's rooms: ``families/ID.py``, ``pipelines/ID.py``, ``ui/tabs/ID``.
        name: English name, marked for translation under "families".
        density: What the family can say about p(x).
        icon: Stem of the rail's icon.
        models: Names of its models with the names shown for them, in the order of the lecture.
        state: The type of its state.
    """

    id: str
    name: str
    density: Density
    icon: str
    models: Mapping[str, str]
    state: type[State]


@dataclass(frozen=True, slots=True)
class Loading:
    """A step of an answer that only says that a model had to be loaded first.

    Attributes:
        model: Its name.
    """

    model: str


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence for the reader: an English template, marked under "notes", and its values."""

    template: str
    values: Mapping[str, object]


class Measured(NamedTuple):
    """How good a model is on average, as its checkpoint says.

    Attributes:
        nll: Mean of -log p of a picture, in nats; of a model of any order, row by row.
        split: The pictures that it was measured on.
        averaged: Of a model of any order: the same in nats where p is averaged over orders, and how many.
    """

    nll: float
    split: str
    averaged: tuple[float, int] | None = None


class Loaded(Protocol):
    """A model as a pipeline sees it."""

    @property
    def network(self) -> object:
        """The network, in evaluation mode."""
        ...

    @property
    def architecture(self) -> str:
        """Stem of the network's module in ``models``."""
        ...

    @property
    def measured(self) -> Measured | None:
        """How good the model is on average, if that is known."""
        ...

    @property
    def figures(self) -> Mapping[str, float]:
        """What was measured of it, by name."""
        ...

    @property
    def steps(self) -> int:
        """Steps of its training."""
        ...

    @property
    def calibration(self) -> Mapping[str, NDArray[np.float32]]:
        """Arrays that came with the weights, such as the scores of the test digits."""
        ...


@dataclass(frozen=True, slots=True)
class Drawing:
    """A binary picture as a value: hashable, comparable, and short in JSON.

    Attributes:
        bits: The pixels in raster order, eight to a byte, the first in the highest bit (``numpy.packbits``).
        height: Rows.
        width: Columns.
    """

    bits: bytes
    height: int = 28
    width: int = 28

    def __post_init__(self) -> None:
        if not (1 <= self.height <= 256 and 1 <= self.width <= 256):
            raise ValueError("a drawing has 1 to 256 rows and columns")
        if len(self.bits) != (self.height * self.width + 7) // 8:
            raise ValueError("a drawing's bits do not fill its rows and columns")

    @classmethod
    def of(cls, pixels: NDArray[np.generic]) -> Self:
        """Return the drawing of a (H, W) array whose non-zero pixels are ink."""
        height, width = cast("tuple[int, int]", pixels.shape)
        return cls(np.packbits(pixels != 0).tobytes(), height, width)

    @classmethod
    def blank(cls, height: int = 28, width: int = 28) -> Self:
        """Return a page without ink."""
        return cls(bytes((height * width + 7) // 8), height, width)

    def flat(self) -> Bits:
        """Return the pixels in raster order, (H * W,), 1 = ink."""
        return np.unpackbits(np.frombuffer(self.bits, np.uint8), count=self.height * self.width)

    def pixels(self) -> Bits:
        """Return the pixels, (H, W), 1 = ink."""
        return self.flat().reshape(self.height, self.width)

    def flipped(self, pixel: int) -> Self:
        """Return the drawing with one pixel, counted in raster order from 0, inverted."""
        flat = self.flat()
        flat[pixel] ^= 1
        return type(self).of(flat.reshape(self.height, self.width))
