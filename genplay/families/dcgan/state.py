"""What the user has set in the DCGAN tab."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar, Literal, Self, get_args

from genplay.families.base import SPEEDS, Drawing, Request, State
from genplay.families.dcgan.latent import Latent
from genplay.families.dcgan.models import MODELS
from genplay.families.dcgan.requests import (
    SIDE,
    TRUNCATIONS,
    Between,
    Explain,
    Layers,
    Reckon,
    Samples,
    Score,
    Show,
)

_BLANK = Drawing.blank()
_MIDDLE = Latent()
_PIXELS = 28 * 28

Lower = Literal["wall", "arithmetic", "layers", "discriminator"]
Tool = Literal["pen", "eraser", "fill"]
MOST_PINS = 12
Terms = tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]
"""Numbers of the pins of A, B and C."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DcganState(State):
    """What the user has set in the DCGAN tab.

    Attributes:
        model: Name of the model.
        latent: The point of the latent space whose picture is shown.
        truncation: What its noise is multiplied by.
        page: Which part of the plane of seeds the wall shows, (across, down), in walls.
        pins: Points that are kept, in the order in which they were pinned.
        terms: Which pins are A, B and C of the arithmetic.
        ends: The two pins between which it is walked.
        walk: How far it has come, 0 to 1; None where nobody walks.
        seed: Of the neighbours of the arithmetic's result.
        every: Whether the raw numbers of the noise have sliders, rather than the directions.
        drawing: The picture that D judges.
        levels: Greys of an opened picture, 784 bytes, 255 = ink; None once the pen has touched it.
        lower: What stands below.
        tool: What the left button does on the drawing.
        brush: Diameter of pen and eraser in pixels, 1 to 5.
        speed: Index into ``SPEEDS``.
    """

    VIEW: ClassVar[frozenset[str]] = frozenset({"lower", "every", "tool", "brush", "speed"})

    model: str = next(iter(MODELS))
    latent: Latent = _MIDDLE
    truncation: float = 1.0
    page: tuple[int, int] = (0, 0)
    pins: tuple[Latent, ...] = ()
    terms: Terms = ((), (), ())
    ends: tuple[int, int] = (0, 1)
    walk: float | None = None
    seed: int = 0
    every: bool = False
    drawing: Drawing = _BLANK
    levels: bytes | None = None
    lower: Lower = "wall"
    tool: Tool = "pen"
    brush: int = 2
    speed: int = 2

    def __post_init__(self) -> None:
        if self.model not in MODELS or self.lower not in get_args(Lower) or self.tool not in get_args(Tool):
            raise ValueError("the model, or a choice, is none of those there are")
        least, most = TRUNCATIONS
        if not least <= self.truncation <= most or not all(abs(part) <= 900 for part in self.page):
            raise ValueError(f"truncation is {least} to {most}, and the plane ends at 900 walls")
        if len(self.pins) > MOST_PINS or not all(self._pinned(pins) for pins in self.terms):
            raise ValueError(f"there are at most {MOST_PINS} pins, and a term is made of them")
        if self.walk is not None and not (0 <= self.walk <= 1 and self._pinned(self.ends)):
            raise ValueError("a walk goes from one pin to another")
        if not 1 <= self.brush <= 5 or not 0 <= self.speed < len(SPEEDS) or self.seed < 0:
            raise ValueError("brush, speed or seed is out of range")
        if (self.drawing.height, self.drawing.width) != (28, 28):
            raise ValueError("a drawing is 28 by 28")
        if self.levels is not None and len(self.levels) != _PIXELS:
            raise ValueError("there are 784 levels")

    def _pinned(self, pins: tuple[int, ...]) -> bool:
        return all(0 <= pin < len(self.pins) for pin in pins)

    def pinned(self) -> Self:
        """Return the state with the point that is shown pinned, the oldest pin gone where there are too many.

        Terms and walks go by the numbers of pins: those of a pin that goes are forgotten.
        """
        if len(self.pins) < MOST_PINS:
            return replace(self, pins=(*self.pins, self.latent))
        a, b, c = (tuple(pin - 1 for pin in pins if pin) for pins in self.terms)
        return replace(self, pins=(*self.pins[1:], self.latent), terms=(a, b, c), ends=(0, 1), walk=None)

    def requests(self) -> Mapping[str, Request]:
        """Return what must be computed to show this state, by slot."""
        asked: dict[str, Request] = {"picture": self._picture(), "explained": Explain(self.model)}
        if self.lower == "wall":
            x, y = (SIDE * part for part in self.page)
            asked["wall"] = Samples(self.model, x, y, self.truncation)
        elif self.lower == "layers":
            asked["layers"] = Layers(self.model, self.latent, self.truncation)
        elif self.lower == "discriminator":
            asked["verdict"] = Score(self.model, self.drawing, self.levels)
        elif all(self.terms):
            a, b, c = (tuple(self.pins[pin] for pin in pins) for pins in self.terms)
            asked["arithmetic"] = Reckon(self.model, a, b, c, self.truncation, self.seed)
        return asked

    def _picture(self) -> Request:
        if self.walk is None:
            return Show(self.model, self.latent, self.truncation)
        first, second = (self.pins[pin] for pin in self.ends)
        return Between(self.model, first, second, self.walk, self.truncation)
