"""A face to edit: one that comes with genplay, one drawn from a seed or a specification, or a picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

SIDE = 64
LEVELS = SIDE * SIDE * 3
EXAMPLES = 36
"""Unseen avatars that come with genplay, each with its true edits."""
FIELDS = 20
"""Numbers of an avatar's specification."""
MOST_SEED = 2**31 - 1

Kind = Literal["example", "seed", "composed", "picture"]
Vector = tuple[float, ...]
"""Attributes, each 0 to 1, in the order of the model's names."""
Groups = tuple[tuple[int, ...], ...]
"""Attributes by number of which exactly one holds."""


@dataclass(frozen=True, slots=True)
class Face:
    """Where a face comes from; what its kind does not need is not looked at.

    Attributes:
        kind: Which of the others counts.
        number: Of the example, 0 to 35.
        seed: Of the avatar.
        code: An avatar's specification in 20 numbers.
        levels: A picture fitted to 64 by 64: RGB in raster order, one byte each.

    Raises:
        ValueError: A part is out of range.
    """

    kind: Kind = "example"
    number: int = 0
    seed: int = 0
    code: tuple[int, ...] = ()
    levels: bytes = b""

    def __post_init__(self) -> None:
        if not 0 <= self.number < EXAMPLES or not 0 <= self.seed <= MOST_SEED:
            raise ValueError(f"examples are 0 to {EXAMPLES - 1}, seeds 0 to {MOST_SEED}")
        if self.kind == "composed" and len(self.code) != FIELDS:
            raise ValueError(f"a specification has {FIELDS} numbers")
        if self.kind == "picture" and len(self.levels) != LEVELS:
            raise ValueError(f"a picture has {LEVELS} levels")


def toggled(vector: Vector, number: int, groups: Groups) -> Vector:
    """Return attributes with one chosen: of its group it alone holds then; a switch is turned over."""
    group = next((group for group in groups if number in group), None)
    if group is None:
        return tuple(1.0 - round(value) if at == number else value for at, value in enumerate(vector))
    return tuple(float(at == number) if at in group else value for at, value in enumerate(vector))


def towards(own: Vector, target: Vector, strength: float) -> Vector:
    """Return the attributes on the way from a face's own to the target: 0 is its own, 1 the target."""
    return tuple(mine + strength * (asked - mine) for mine, asked in zip(own, target, strict=True))


def changes(own: Sequence[float], target: Sequence[float]) -> tuple[int, ...]:
    """Return which attributes differ, by number."""
    return tuple(at for at, (mine, asked) in enumerate(zip(own, target, strict=True)) if mine != asked)
