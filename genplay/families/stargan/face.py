"""A face to edit: one that comes with genplay, one drawn from a seed or a specification, or a picture."""

import math
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
MOST_OPENED = 36
"""Faces of an opened folder that are shown: the first of its table."""

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
        name: Of the picture's file, where it is one of a folder with a table of attributes.
        told: What that table says: each attribute's name, and whether the face has it.

    Raises:
        ValueError: A part is out of range.
    """

    kind: Kind = "example"
    number: int = 0
    seed: int = 0
    code: tuple[int, ...] = ()
    levels: bytes = b""
    name: str = ""
    told: tuple[tuple[str, bool], ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.number < EXAMPLES or not 0 <= self.seed <= MOST_SEED:
            raise ValueError(f"examples are 0 to {EXAMPLES - 1}, seeds 0 to {MOST_SEED}")
        if self.kind == "composed" and len(self.code) != FIELDS:
            raise ValueError(f"a specification has {FIELDS} numbers")
        if self.kind == "picture" and len(self.levels) != LEVELS:
            raise ValueError(f"a picture has {LEVELS} levels")

    def held(self, names: Sequence[str], groups: Groups) -> Vector:
        """Return what the table says of a model's attributes, each 0 or 1; NaN where it says nothing.

        Of a group the table must say exactly one, or it says nothing of that group.

        Args:
            names: Of the model's attributes.
            groups: Of those that exclude one another.
        """
        known = dict(self.told)
        found = [float(known[name]) if name in known else math.nan for name in names]
        for group in groups:
            ones = [at for at in group if found[at] == 1]
            for at in group:
                found[at] = float(at == ones[0]) if len(ones) == 1 else math.nan
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Folder:
    """The first faces of a folder with a table of attributes.

    Attributes:
        name: Of the folder, without where it is.
        count: Faces of its table.
        faces: The first of them, in its order: pictures.

    Raises:
        ValueError: There are none, too many, or others than pictures.
    """

    name: str
    count: int
    faces: tuple[Face, ...]

    def __post_init__(self) -> None:
        if not 1 <= len(self.faces) <= min(MOST_OPENED, self.count):
            raise ValueError(f"of a folder there are 1 to {MOST_OPENED} faces, and no more than it has")
        if any(face.kind != "picture" for face in self.faces):
            raise ValueError("the faces of a folder are pictures")


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
