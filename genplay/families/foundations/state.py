"""What the user has set in the Foundations tab. Pixels go by their number in raster order, from 0."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar, Literal, Self

import numpy as np

from genplay.families.base import SPEEDS, Bits, Drawing, Request, State
from genplay.families.foundations.counting import MOST
from genplay.families.foundations.models import MODELS, Name
from genplay.families.foundations.requests import SIZES, Bayes, Chain, Fits, Given, Size
from genplay.families.orders import Kind, Order

Page = Literal["count", "chain", "bayes", "all"]
Role = Literal["a", "b", "given"]
FARTHEST = 8
"""Pixels that AR-N can look back."""
_FIRST = Drawing.of(np.array([[0, 1, 1, 0], [0, 1, 1, 0], [0, 0, 1, 0]]))


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundationsState(State):
    """What the user has set in the Foundations tab.

    Attributes:
        page: What is shown: the counters, the chain rule, Bayes' rule, or all of it.
        drawing: The picture; its size, one of ``SIZES``, is that of the patches.
        cursor: Number of factors shown, 0 to the number of pixels.
        order: In which the pixels are read.
        order_seed: Seed of a random order.
        n: Number of pixels that is counted for, 1 to 784; None follows the drawing.
        reach: N of AR-N, 1 to 8.
        a: Pixel A.
        b: Pixel B, another one.
        given: The pixels that are known, with their values; ascending, neither A nor B.
        arrows: The model whose arrows are drawn.
        seed: Seed of the samples.
        patch: Seed of the patch that was drawn last.
        role: What a click on a pixel of the graph makes of it.
        speed: Index into ``SPEEDS``.
        slow: Whether each step names its phases in words.
    """

    VIEW: ClassVar[frozenset[str]] = frozenset({"role", "speed", "slow"})

    page: Page = "all"
    drawing: Drawing = _FIRST
    cursor: int = 7
    order: Kind = "raster"
    order_seed: int = 0
    n: int | None = None
    reach: int = 4
    a: int = 1
    b: int = 9
    given: Given = ((5, 1),)
    arrows: Name = "markov"
    seed: int = 0
    patch: int = 0
    role: Role = "given"
    speed: int = 1
    slow: bool = False

    def __post_init__(self) -> None:
        if self.size not in SIZES:
            sizes = ", ".join(f"{rows} x {columns}" for rows, columns in SIZES)
            raise ValueError(f"the drawing must have one of the sizes {sizes}")
        last = self.pixels - 1
        ranges = {**_RANGES, "cursor": (0, self.pixels), "a": (0, last), "b": (0, last)}
        for name, (low, high) in ranges.items():
            value = getattr(self, name)
            if value is not None and not low <= value <= high:
                raise ValueError(f"{name} must be between {low} and {high}")
        if self.a == self.b:
            raise ValueError("a and b must be different pixels")
        if self.arrows not in MODELS:
            raise ValueError(f"there is no model {self.arrows!r}")
        self._check_given()

    @property
    def size(self) -> Size:
        """Rows and columns of the drawing."""
        return self.drawing.height, self.drawing.width

    @property
    def pixels(self) -> int:
        """Number of pixels of the drawing."""
        return self.drawing.height * self.drawing.width

    @property
    def counted(self) -> int:
        """Number of pixels that is counted for."""
        return self.pixels if self.n is None else self.n

    @property
    def reads(self) -> Order:
        """The order in which the pixels are read."""
        return Order(self.order, self.order_seed if self.order == "random" else 0)

    def resized(self, rows: int, columns: int) -> Self:
        """Return the state for another size: what lies in both stays at its place.

        The new pixels are paper. An A or B that falls off becomes the first pixel that has no part yet.

        Raises:
            ValueError: It is none of ``SIZES``.
        """
        picture: Bits = np.zeros((rows, columns), np.uint8)
        shared = self.drawing.pixels()[:rows, :columns]
        picture[: shared.shape[0], : shared.shape[1]] = shared
        a, b, given = self._moved(rows, columns)
        ended, most = self.cursor == self.pixels, rows * columns
        return replace(
            self,
            drawing=Drawing.of(picture),
            cursor=most if ended else min(self.cursor, most),
            a=a,
            b=b,
            given=given,
        )

    def with_role(self, pixel: int, role: Role) -> Self:
        """Return the state with another part for a pixel.

        Args:
            pixel: Which.
            role: As A or B it leaves what is given, and changes places with the other where it was that one;
                given it is ink, then paper, then no longer given. A and B themselves cannot be given.
        """
        known = dict(self.given)
        if role == "given":
            if pixel in (self.a, self.b):
                return self
            if (value := known.pop(pixel, None)) != 0:
                known[pixel] = 1 if value is None else 0
            return replace(self, given=tuple(sorted(known.items())))
        known.pop(pixel, None)
        a, b = (pixel, self.b) if role == "a" else (self.a, pixel)
        if a == b:
            a, b = self.b, self.a
        return replace(self, a=a, b=b, given=tuple(sorted(known.items())))

    def requests(self) -> Mapping[str, Request]:
        """Return the models, the chain rule and Bayes' rule, of which each page shows some."""
        return {
            "models": Fits(self.size, self.reach, self.drawing, self.seed, self.reads),
            "chain": Chain(self.size, self.drawing, self.reads),
            "bayes": Bayes(self.size, self.a, self.b, self.given),
        }

    def _check_given(self) -> None:
        known = [pixel for pixel, _ in self.given]
        if any(not 0 <= pixel < self.pixels for pixel in known):
            raise ValueError(f"a given pixel must be between 0 and {self.pixels - 1}")
        if any(value not in (0, 1) for _, value in self.given):
            raise ValueError("the value of a given pixel must be 0 or 1")
        if known != sorted(set(known)):
            raise ValueError("the given pixels must be ascending")
        if {self.a, self.b} & set(known):
            raise ValueError("a and b must not be given")

    def _moved(self, rows: int, columns: int) -> tuple[int, int, Given]:
        """Return A, B and what is given where their places have these numbers."""
        old = self.drawing.width
        places = {
            pixel: pixel // old * columns + pixel % old
            for pixel in range(self.pixels)
            if pixel // old < rows and pixel % old < columns
        }
        given = {places[pixel]: value for pixel, value in self.given if pixel in places}
        kept = [places.get(self.a), places.get(self.b)]
        # Pixels without a part come first; a given one gives its part up only where there is no other.
        spare = sorted(set(range(rows * columns)) - set(kept), key=lambda pixel: (pixel in given, pixel))
        a, b = (spare.pop(0) if pixel is None else pixel for pixel in kept)
        return a, b, tuple(sorted((p, v) for p, v in given.items() if p not in (a, b)))


_RANGES = {
    "order_seed": (0, 2**31 - 1),
    "n": (1, MOST),
    "reach": (1, FARTHEST),
    "seed": (0, 2**31 - 1),
    "patch": (0, 2**31 - 1),
    "speed": (0, len(SPEEDS) - 1),
}
