"""What the user has set in the DCGAN tab."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar, Literal, Self, get_args

from genplay.families.base import SPEEDS, Drawing, Request, State
from genplay.families.dcgan.colours import PAINTS
from genplay.families.dcgan.latent import Latent
from genplay.families.dcgan.models import COLOURED, MODELS, PAINTED
from genplay.families.dcgan.requests import (
    MOST_PAGE,
    MOST_SEED,
    SIDE,
    SPAN,
    TRUNCATIONS,
    Between,
    Explain,
    Layers,
    Pinned,
    Reckon,
    Samples,
    Score,
    ScorePages,
    Show,
)
from genplay.families.dcgan.results import Pixels

_BLANK = Drawing.blank()
_MIDDLE = Latent()
_DRAWN, _HALF = 28, 128
_PIXELS = _DRAWN**2

Lower = Literal["wall", "arithmetic", "layers", "discriminator"]
Tool = Literal["pen", "eraser", "fill"]
MOST_PINS = 12
Terms = tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]
"""Numbers of the pins of A, B and C."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """What is pinned of a model that is not shown now; as in ``DcganState``.

    Attributes:
        model: Name of the model.
        pins: Its pins.
        terms: Which of them are A, B and C.
        ends: The two between which it is walked.

    Raises:
        ValueError: There are too many, or a term is of none of them.
    """

    model: str
    pins: tuple[Latent, ...] = ()
    terms: Terms = ((), (), ())
    ends: tuple[int, int] = (0, 1)

    def __post_init__(self) -> None:
        if self.model not in MODELS:
            raise ValueError("the model is none of those there are")
        _check_pins(self.pins, self.terms)


@dataclass(frozen=True, slots=True, kw_only=True)
class DcganState(State):
    """What the user has set in the DCGAN tab.

    Attributes:
        model: Name of the model.
        latent: The point of the latent space whose picture is shown.
        truncation: What its noise is multiplied by.
        page: Which part of the plane of seeds is looked at, (across, down), in squares of ``SPAN``.
        pins: Points that are kept, in the order in which they were pinned.
        terms: Which pins are A, B and C of the arithmetic.
        ends: The two pins between which it is walked.
        kept: What is pinned of the other models that were shown.
        tour: Whether the walk goes from each pin to the next, and back to the first, instead.
        walk: How far it has come, 0 to 1; None where nobody walks.
        seed: Of the neighbours of the arithmetic's result.
        every: Whether the raw numbers of the noise have sliders, rather than the directions.
        drawing: The picture that D judges.
        levels: Greys of an opened picture, 784 bytes, 255 = ink; None once the pen has touched it.
        painting: The picture that D judges where pictures are in colours, red, green and blue in raster
            order; None is the first of the avatars that come with genplay.
        paint: The pen's colour there, an index into ``PAINTS``.
        lower: What stands below.
        tool: What the left button does on the drawing.
        brush: Diameter of pen and eraser in pixels, 1 to 5.
        speed: Index into ``SPEEDS``.
    """

    VIEW: ClassVar[frozenset[str]] = frozenset({"lower", "every", "tool", "brush", "paint", "speed"})
    slow: ClassVar[bool] = False
    """A walk names no phases here."""

    model: str = next(iter(MODELS))
    latent: Latent = _MIDDLE
    truncation: float = 1.0
    page: tuple[int, int] = (0, 0)
    pins: tuple[Latent, ...] = ()
    terms: Terms = ((), (), ())
    ends: tuple[int, int] = (0, 1)
    kept: tuple[Collection, ...] = ()
    tour: bool = False
    walk: float | None = None
    seed: int = 0
    every: bool = False
    drawing: Drawing = _BLANK
    levels: bytes | None = None
    painting: bytes | None = None
    paint: int = 0
    lower: Lower = "wall"
    tool: Tool = "pen"
    brush: int = 2
    speed: int = 2

    def __post_init__(self) -> None:
        if self.model not in MODELS or self.lower not in get_args(Lower) or self.tool not in get_args(Tool):
            raise ValueError("the model, or a choice, is none of those there are")
        least, most = TRUNCATIONS
        if not least <= self.truncation <= most or not all(abs(part) <= MOST_PAGE for part in self.page):
            raise ValueError(f"truncation is {least} to {most}, and the plane ends at {MOST_PAGE} squares")
        _check_pins(self.pins, self.terms)
        if self.walk is not None and not (0 <= self.walk <= 1 and self.walks):
            raise ValueError("a walk goes from one pin to another")
        if not 1 <= self.brush <= 5 or not 0 <= self.speed < len(SPEEDS) or not 0 <= self.seed <= MOST_SEED:
            raise ValueError("brush, speed or seed is out of range")
        if (self.drawing.height, self.drawing.width) != (28, 28):
            raise ValueError("a drawing is 28 by 28")
        if self.levels is not None and len(self.levels) != _PIXELS:
            raise ValueError("there are 784 levels")
        if self.painting is not None and len(self.painting) != 3 * PAINTED**2:
            raise ValueError(f"a painting is {PAINTED} by {PAINTED}, in three colours")
        if not 0 <= self.paint < len(PAINTS):
            raise ValueError("the pen has a colour out of those that there are")

    def _pinned(self, pins: tuple[int, ...]) -> bool:
        return all(0 <= pin < len(self.pins) for pin in pins)

    @property
    def walks(self) -> bool:
        """Whether there are pins to walk between."""
        return len(self.pins) > 1 and (self.tour or self._pinned(self.ends))

    def pinned(self, latent: Latent) -> Self:
        """Return the state with a point pinned; where there are too many the oldest goes.

        A round trip stays where it is, except on its last leg, which the new pin parts: it goes there. A walk
        that loses an end is over, and its point, if that was pinned, is shown.
        """
        kept = self.unpinned(0) if len(self.pins) == MOST_PINS else self
        pins, walk = (*kept.pins, latent), kept.walk
        if walk is not None and self.tour:
            last = kept.leg(walk)[1] == 0
            walk = (len(kept.pins) if last else walk * len(kept.pins)) / len(pins)
        shown = latent if self.walk is not None and walk is None else self.latent
        return replace(kept, pins=pins, walk=walk, latent=shown)

    def unpinned(self, gone: int) -> Self:
        """Return the state without a pin.

        Terms and walks go by the numbers of pins: those that it was part of go on without it. Where it was
        an end of the walk, the pin that takes its place is.
        """

        def moved(pins: tuple[int, ...]) -> tuple[int, ...]:
            return tuple(pin - (pin > gone) for pin in pins if pin != gone)

        pins = self.pins[:gone] + self.pins[gone + 1 :]
        a, b, c = (moved(term) for term in self.terms)
        stays = gone not in self.ends and not self.tour
        walk = self.walk if stays else None
        return replace(self, pins=pins, terms=(a, b, c), ends=self._ends_without(gone), walk=walk)

    def _ends_without(self, gone: int) -> tuple[int, int]:
        last = len(self.pins) - 2  # of those that are left
        if last < 1:
            return 0, 1
        first, second = (min(pin - (pin > gone), last) for pin in self.ends)
        if first != second:
            return first, second
        other = first + 1 if first < last else first - 1
        return (first, other) if self.ends[1] == gone else (other, second)

    def showing(self, found: Collection) -> Self:
        """Return the state of another model, with what is pinned of it; that of this one is kept."""
        mine = Collection(model=self.model, pins=self.pins, terms=self.terms, ends=self.ends)
        others = tuple(one for one in self.kept if one.model not in (found.model, self.model))
        pinned = {"pins": found.pins, "terms": found.terms, "ends": found.ends}
        return replace(self, model=found.model, **pinned, kept=(*others, mine), walk=None)

    @property
    def corner(self) -> tuple[int, int]:
        """The smallest coordinates of the part of the plane that is looked at."""
        across, down = self.page
        return SPAN * across, SPAN * down

    @property
    def wall(self) -> tuple[int, int]:
        """The smallest coordinates of the wall in which that part lies."""
        x, y = self.corner
        return x // SIDE * SIDE, y // SIDE * SIDE

    def requests(self) -> Mapping[str, Request]:
        """Return what must be computed to show this state, by slot."""
        x, y = self.wall
        asked: dict[str, Request] = {
            "picture": self.frame(),
            "explained": Explain(self.model),
            "wall": Samples(self.model, x, y, self.truncation),
        }
        if self.pins:
            asked["pins"] = Pinned(self.model, self.pins, self.truncation)
        if self.lower == "layers":
            asked["layers"] = Layers(self.model, self.frame())
        elif self.lower == "discriminator":
            asked["verdict"] = self._score()
            asked["pages"] = ScorePages(self.model)
        elif self.lower == "arithmetic" and all(self.terms):
            a, b, c = (tuple(self.pins[pin] for pin in pins) for pins in self.terms)
            asked["arithmetic"] = Reckon(self.model, a, b, c, self.truncation, self.seed)
        return asked

    def judging(self, pixels: Pixels) -> Self:
        """Return the state in which D judges a picture of the model's, (S, S, C) uint8.

        A grey one is drawn without its border, which is never drawn on.
        """
        if self.model in COLOURED:
            return replace(self, painting=pixels.tobytes())
        inner = (len(pixels) - _DRAWN) // 2
        levels = pixels[inner : inner + _DRAWN, inner : inner + _DRAWN, 0]
        return replace(self, drawing=Drawing.of(levels >= _HALF), levels=levels.tobytes())

    def _score(self) -> Request:
        if self.model in COLOURED:
            return Score(self.model, painting=self.painting)
        return Score(self.model, self.drawing, self.levels)

    def frame(self) -> Show | Between:
        """Return what asks for the picture that is shown."""
        if self.walk is None:
            return Show(self.model, self.latent, self.truncation)
        first, second, way = self.leg(self.walk)
        return Between(self.model, self.pins[first], self.pins[second], way, self.truncation)

    def leg(self, walk: float) -> tuple[int, int, float]:
        """Return the pins that the walk is between, and how far it has come from the one to the other."""
        if not self.tour:
            return *self.ends, walk
        count = len(self.pins)
        first = min(int(walk * count), count - 1)
        return first, (first + 1) % count, min(max(walk * count - first, 0.0), 1.0)


def _check_pins(pins: tuple[Latent, ...], terms: Terms) -> None:
    if len(pins) > MOST_PINS or not all(0 <= pin < len(pins) for term in terms for pin in term):
        raise ValueError(f"there are at most {MOST_PINS} pins, and a term is made of them")
