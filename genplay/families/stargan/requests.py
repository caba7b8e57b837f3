"""What may be asked of a StarGAN.

Attributes are vectors of 0 to 1 in the order of the model's names, which ``Met.names`` has. ``own`` is what
the face has: None is what D's attribute head reads, and what it read wrongly may be corrected. ``target`` is
what it shall have: None is its own.
"""

from dataclasses import dataclass
from typing import ClassVar

from genplay.families.base import Request
from genplay.families.stargan.face import Face, Vector

MOST_STEPS = 12
"""Edits of a chain."""
MOST_FACES = 12
"""Faces of a wall."""


@dataclass(frozen=True, slots=True)
class Question(Request):
    """What all questions say.

    Attributes:
        model: Name of the model that is asked.
    """

    family: ClassVar[str] = "stargan"
    model: str


@dataclass(frozen=True, slots=True)
class Meet(Question):
    """A face, and what D makes of it; the answer is one ``Met``."""

    face: Face


@dataclass(frozen=True, slots=True)
class Edit(Question):
    """A face with other attributes; the answer is one ``Edited``.

    Attributes:
        face: The face.
        target: What it shall have.
        own: What it has.
        strength: How far it goes from its own to the target, 0 to 1; training saw only 0 and 1.
    """

    face: Face
    target: Vector | None = None
    own: Vector | None = None
    strength: float = 1.0


@dataclass(frozen=True, slots=True)
class Return(Question):
    """The edit and its undoing, with the losses of this face; the answer is one ``Returned``.

    Attributes:
        face: The face.
        target: What it shall have.
        own: What it has.
        strength: How far the edit goes, as of ``Edit``.
        seed: Of the point at which the paper's gradient penalty is taken.
    """

    face: Face
    target: Vector | None = None
    own: Vector | None = None
    strength: float = 1.0
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Chain(Question):
    """One edit after another, each of the picture that the last one made; a ``Chained`` that grows.

    Attributes:
        face: The face.
        steps: The attributes after each edit.
        own: What the face has.
    """

    face: Face
    steps: tuple[Vector, ...] = ()
    own: Vector | None = None


@dataclass(frozen=True, slots=True)
class Singles(Question):
    """Every single edit of a face; a ``Wall`` of one row that grows.

    Attributes:
        face: The face.
        own: What it has.
    """

    face: Face
    own: Vector | None = None


@dataclass(frozen=True, slots=True)
class Faces(Question):
    """Every single edit of several faces; a ``Wall`` that grows picture by picture.

    Attributes:
        faces: From above to below.
        owns: What each of them has; () is what D reads in all of them.
    """

    faces: tuple[Face, ...]
    owns: tuple[Vector | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Fit(Request):
    """What was opened, dropped or pasted, as faces to edit. No model is asked.

    The answer to a picture is one ``Fitted``; to a folder an ``Opened`` after each piece of the reading.

    Attributes:
        path: The file, or the folder with a table of attributes; "" when ``content`` has the picture.
        content: A file's bytes, as from the clipboard.
    """

    family: ClassVar[str] = "stargan"
    path: str = ""
    content: bytes = b""
