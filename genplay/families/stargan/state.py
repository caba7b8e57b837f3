"""What the user has set in the StarGAN tab."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar, Literal, Self, get_args

from genplay.families.base import Request, State
from genplay.families.stargan.face import EXAMPLES, Face, Folder, Groups, Vector, toggled
from genplay.families.stargan.models import MODELS
from genplay.families.stargan.requests import (
    MOST_FACES,
    MOST_STEPS,
    Chain,
    Edit,
    Faces,
    Meet,
    Return,
    Singles,
)

_FIRST = Face()
_AVATARS = tuple(Face(number=number) for number in range(EXAMPLES))
_WALL = _AVATARS[:4]

Lower = Literal["singles", "faces", "chain", "back", "inside", "maker"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StarGanState(State):
    """What the user has set in the StarGAN tab.

    An opened folder is in it with the faces that are shown and what its table says of them, not with where
    it is: a session shows the same elsewhere, and undo takes the folder back.

    Attributes:
        model: Name of the model.
        face: The face.
        folder: The faces to choose from; None for the unseen avatars.
        own: What it has, corrected by hand; None is what D reads.
        target: What it shall have; None is its own.
        strength: How far it goes to the target, 0 to 1.
        anyway: Whether what comes of a face that G does not know is shown.
        chain: The attributes after each edit of the chain.
        wall: The faces of the wall.
        lower: What stands below.
    """

    VIEW: ClassVar[frozenset[str]] = frozenset({"lower"})

    model: str = next(iter(MODELS))
    face: Face = _FIRST
    folder: Folder | None = None
    own: Vector | None = None
    target: Vector | None = None
    strength: float = 1.0
    anyway: bool = False
    chain: tuple[Vector, ...] = ()
    wall: tuple[Face, ...] = _WALL
    lower: Lower = "singles"

    def __post_init__(self) -> None:
        if not self.model or self.lower not in get_args(Lower):
            raise ValueError("the model, or what stands below, is none of those there are")
        vectors = [vector for vector in (self.own, self.target, *self.chain) if vector is not None]
        if not all(0 <= value <= 1 for vector in vectors for value in (*vector, self.strength)):
            raise ValueError("attributes and strength are 0 to 1")
        if len({len(vector) for vector in vectors}) > 1 or not 0 <= self.strength <= 1:
            raise ValueError("attributes are of one model, and strength is 0 to 1")
        if len(self.chain) > MOST_STEPS or not 1 <= len(self.wall) <= MOST_FACES:
            raise ValueError(f"a chain has at most {MOST_STEPS} edits, a wall 1 to {MOST_FACES} faces")

    @property
    def strip(self) -> tuple[Face, ...]:
        """The faces to choose from."""
        return _AVATARS if self.folder is None else self.folder.faces

    def opened(self, folder: Folder) -> Self:
        """Return the state with the faces of a folder to choose from, the first of them chosen."""
        return replace(self.faced(folder.faces[0]), folder=folder)

    def closed(self) -> Self:
        """Return the state with the avatars to choose from; a face of the folder gives way to the first."""
        state = self.faced(_FIRST) if self.face in self.strip else self
        return replace(state, folder=None)

    def faced(self, face: Face) -> Self:
        """Return the state with another face, whose attributes nobody has touched."""
        return replace(self, face=face, own=None, target=None, anyway=False, chain=())

    def modelled(self, model: str) -> Self:
        """Return the state with another model, which may know other attributes."""
        return replace(self, model=model, own=None, target=None, anyway=False, chain=())

    def toggled(self, number: int, own: Vector, groups: Groups) -> Self:
        """Return the state with one target attribute chosen.

        Args:
            number: The attribute.
            own: What the face has, as far as is known: ``Met.own``.
            groups: Of attributes that exclude one another.
        """
        return replace(self, target=toggled(self._target(own), number, groups))

    def reset(self, number: int, own: Vector, groups: Groups) -> Self:
        """Return the state with one target attribute, and those that it excludes, as the face has them."""
        own = self.own or own
        group = next((group for group in groups if number in group), (number,))
        target = self._target(own)
        back = tuple(own[at] if at in group else value for at, value in enumerate(target))
        return replace(self, target=None if back == own else back)

    def corrected(self, number: int, own: Vector, groups: Groups) -> Self:
        """Return the state with what D read of the face corrected; where nothing was asked, nothing is."""
        return replace(self, own=toggled(self.own or own, number, groups))

    def chained(self, own: Vector) -> Self:
        """Return the state with the target as a further edit of the chain, if there is room for it."""
        if len(self.chain) == MOST_STEPS:
            return self
        return replace(self, chain=(*self.chain, self._target(own)))

    def _target(self, own: Vector) -> Vector:
        return self.target or self.own or own

    def requests(self) -> Mapping[str, Request]:
        """Return what must be computed to show this state, by slot."""
        model, face = self.model, self.face
        asked: dict[str, Request] = {
            "face": Meet(model, face),
            "picture": Edit(model, face, self.target, self.own, self.strength),
        }
        match self.lower:
            case "singles":
                asked["singles"] = Singles(model, face, self.own)
            case "faces":
                owns = tuple(self.own if one == face else None for one in self.wall)
                asked["faces"] = Faces(model, self.wall, owns if any(owns) else ())
            case "chain":
                asked["chain"] = Chain(model, face, self.chain, self.own)
            case "back":
                asked["back"] = Return(model, face, self.target, self.own, self.strength)
            case "inside" | "maker":
                pass  # mask, content, planes and heads come with the picture, a specification with the face
        return asked
