"""What the user has set in the InfoGAN tab."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar, Literal, Self, get_args

from genplay.families.base import SPEEDS, Drawing, Request, State
from genplay.families.infogan.models import MODELS, PLAIN
from genplay.families.infogan.requests import (
    CATEGORIES,
    MOST_SEED,
    REACH,
    Axis,
    Choices,
    Compare,
    Make,
    Numbers,
    Read,
    Swept,
    Tell,
    Wall,
)

_BLANK = Drawing.blank()
_SIDE = 28

Page = Literal["make", "read"]
Lower = Literal["wall", "ledger", "confusion"]
Tool = Literal["pen", "eraser", "fill"]


@dataclass(frozen=True, slots=True, kw_only=True)
class InfoGanState(State):
    """What the user has set in the InfoGAN tab.

    Attributes:
        model: Name of the model.
        page: Whether codes are set, or read in a drawing.
        category: c1, its raw number.
        numbers: c2 and c3, -2 to 2.
        seed: Of the noise.
        locked: Whether the noise is kept when everything is drawn anew.
        axis: Which number goes across the wall.
        beside: Whether a GAN whose codes mean nothing stands beside the wall.
        drawing: The picture in which Q reads.
        levels: Greys of an opened picture, 784 bytes, 255 = ink; None once the pen has touched it.
        lower: What stands below.
        swept: Which code the transport moves.
        sweep: How far it has come, 0 to 1; None where nothing moves.
        tool: What the left button does on the drawing.
        brush: Diameter of pen and eraser in pixels, 1 to 5.
        speed: Index into ``SPEEDS``.
    """

    VIEW: ClassVar[frozenset[str]] = frozenset({"lower", "tool", "brush", "speed", "swept"})

    model: str = next(iter(MODELS))
    page: Page = "make"
    category: int = 0
    numbers: Numbers = (0.0, 0.0)
    seed: int = 0
    locked: bool = True
    axis: Axis = "c2"
    beside: bool = False
    drawing: Drawing = _BLANK
    levels: bytes | None = None
    lower: Lower = "wall"
    swept: Swept = "c2"
    sweep: float | None = None
    tool: Tool = "pen"
    brush: int = 2
    speed: int = 2

    def __post_init__(self) -> None:
        kinds = {self.page: Page, self.axis: Axis, self.lower: Lower, self.swept: Swept, self.tool: Tool}
        if self.model not in MODELS or any(value not in get_args(kind) for value, kind in kinds.items()):
            raise ValueError("the model, or a choice, is none of those there are")
        if not 0 <= self.category < CATEGORIES or not all(abs(number) <= REACH for number in self.numbers):
            raise ValueError(f"c1 is 0 to {CATEGORIES - 1}, c2 and c3 are -{REACH:g} to {REACH:g}")
        if not 0 <= self.seed <= MOST_SEED or not 1 <= self.brush <= 5 or not 0 <= self.speed < len(SPEEDS):
            raise ValueError("seed, brush or speed is out of range")
        if self.sweep is not None and not 0 <= self.sweep <= 1:
            raise ValueError("a sweep has come 0 to 1 of its way")
        if (self.drawing.height, self.drawing.width) != (_SIDE, _SIDE):
            raise ValueError("a drawing is 28 by 28")
        if self.levels is not None and len(self.levels) != _SIDE**2:
            raise ValueError("there are 784 levels")

    @property
    def moved(self) -> tuple[int, Numbers]:
        """The codes that are shown: those that are set, but for the one that a sweep moves."""
        if self.sweep is None:
            return self.category, self.numbers
        if self.swept == "c1":
            return min(CATEGORIES - 1, int(self.sweep * CATEGORIES)), self.numbers
        value = REACH * (2 * self.sweep - 1)
        c2, c3 = self.numbers
        return self.category, (value, c3) if self.swept == "c2" else (c2, value)

    def told(self, category: int, numbers: Numbers) -> Self:
        """Return the state with the codes of a picture, within their range, at rest and on the first page."""
        c2, c3 = (max(-REACH, min(REACH, number)) for number in numbers)
        return replace(self, page="make", category=category, numbers=(c2, c3), sweep=None)

    def requests(self) -> Mapping[str, Request]:
        """Return what must be computed to show this state, by slot."""
        category, numbers = self.moved
        asked: dict[str, Request] = {
            "picture": Make(self.model, category, numbers, self.seed),
            "choices": Choices(self.model, self.numbers, self.seed),
        }
        if self.page == "read":
            asked["read"] = Read(self.model, self.drawing, self.levels, self.seed)
        if self.lower == "wall":
            asked["wall"] = Wall(self.model, self.axis, self.numbers, self.seed)
            if self.beside:
                asked["plain"] = Wall(PLAIN, self.axis, self.numbers, self.seed)
        elif self.lower == "ledger":
            asked["ledger"] = Tell(self.model)
        else:
            asked["confusion"] = Compare(self.model)
        return asked
