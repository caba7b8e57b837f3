"""What the user has set in the InfoGAN tab."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar, Literal, Self, get_args

from genplay.families.base import SPEEDS, Drawing, Request, State
from genplay.families.infogan.models import MODELS, NAMES, PLAIN
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

Tool = Literal["pen", "eraser", "fill"]


@dataclass(frozen=True, slots=True, kw_only=True)
class InfoGanState(State):
    """What the user has set in the InfoGAN tab.

    Attributes:
        model: Name of the model, one of ``NAMES``.
        category: c1, its raw number.
        numbers: c2 and c3, -2 to 2.
        seed: Of the noise.
        locked: Whether the noise is kept when another category is chosen.
        axis: Which number goes across the wall.
        drawing: The picture in which Q reads.
        levels: Its greys instead, 784 bytes, 255 = ink; None where it has none.
        swept: Which code the transport moves.
        tool: What the left button does on the drawing.
        brush: Diameter of pen and eraser in pixels, 1 to 5.
        speed: Index into ``SPEEDS``.
    """

    VIEW: ClassVar[frozenset[str]] = frozenset({"tool", "brush", "speed", "swept"})
    slow: ClassVar[bool] = False
    """A step of a sweep has no phases that could be told one by one."""

    model: str = next(iter(MODELS))
    category: int = 0
    numbers: Numbers = (0.0, 0.0)
    seed: int = 0
    locked: bool = True
    axis: Axis = "c2"
    drawing: Drawing = _BLANK
    levels: bytes | None = None
    swept: Swept = "c2"
    tool: Tool = "pen"
    brush: int = 2
    speed: int = 2

    def __post_init__(self) -> None:
        kinds = {self.axis: Axis, self.swept: Swept, self.tool: Tool}
        if self.model not in NAMES or any(value not in get_args(kind) for value, kind in kinds.items()):
            raise ValueError("the model, or a choice, is none of those there are")
        if not 0 <= self.category < CATEGORIES or not all(abs(number) <= REACH for number in self.numbers):
            raise ValueError(f"c1 is 0 to {CATEGORIES - 1}, c2 and c3 are -{REACH:g} to {REACH:g}")
        if not 0 <= self.seed <= MOST_SEED or not 1 <= self.brush <= 5 or not 0 <= self.speed < len(SPEEDS):
            raise ValueError("seed, brush or speed is out of range")
        if (self.drawing.height, self.drawing.width) != (_SIDE, _SIDE):
            raise ValueError("a drawing is 28 by 28")
        if self.levels is not None and len(self.levels) != _SIDE**2:
            raise ValueError("there are 784 levels")

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to read."""
        return not any(self.levels if self.levels is not None else self.drawing.bits)

    def told(self, category: int, numbers: Numbers) -> Self:
        """Return the state with the codes of a picture, within their range."""
        return replace(self, category=category, numbers=(_within(numbers[0]), _within(numbers[1])))

    @property
    def next_seed(self) -> int:
        """The seed of other noise."""
        return (self.seed + 1) % (MOST_SEED + 1)

    @property
    def chosen_seed(self) -> int:
        """The seed of the noise once a category is chosen: another one, unless it is locked."""
        return self.seed if self.locked else self.next_seed

    def requests(self) -> Mapping[str, Request]:
        """Return what must be computed to show this state, by slot."""
        c2, c3 = self.numbers
        beside = (0.0, c3) if self.axis == "c2" else (c2, 0.0)  # what goes across need not be asked again
        first = next(iter(MODELS))
        asked: dict[str, Request] = {
            "picture": Make(self.model, self.category, self.numbers, self.seed),
            "choices": Choices(self.model, self.numbers, self.chosen_seed),
            "wall": Wall(self.model, self.axis, beside, self.seed),
        }
        if not self.is_blank:
            asked["read"] = Read(self.model, self.drawing, self.levels, self.seed)
        return asked | {"ledger": Tell(first), "plain": Tell(PLAIN), "confusion": Compare(first)}


def _within(number: float) -> float:
    return max(-REACH, min(REACH, number))
