"""All that the StarGAN tab shows: the state, what was answered, and what is late or went wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from genplay.families.stargan import (
    Chained,
    Edited,
    Face,
    Groups,
    Lower,
    Met,
    Returned,
    StarGanState,
    Vector,
    Wall,
    changes,
    toggled,
)

SLOTS: Mapping[str, str] = {
    "face": "met",
    "picture": "edited",
    "singles": "singles",
    "faces": "walled",
    "chain": "chained",
    "back": "returned",
}
"""The slots, and which part of the scene each answer is."""


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """What is on screen; every panel shows its part of it. None stands for what is awaited.

    Attributes:
        state: What the user has set.
        met: The face.
        edited: The face with other attributes.
        singles: Every single edit of the face, as far as it has come.
        walled: Every single edit of several faces, likewise.
        chained: One edit after another, likewise.
        returned: The edit and its undoing.
        waiting: Slots whose answers are late.
        failures: What went wrong, by slot, as sentences.
    """

    state: StarGanState = field(default_factory=StarGanState)
    met: Met | None = None
    edited: Edited | None = None
    singles: Wall | None = None
    walled: Wall | None = None
    chained: Chained | None = None
    returned: Returned | None = None
    waiting: frozenset[str] = frozenset()
    failures: dict[str, str] = field(default_factory=dict)

    @property
    def known(self) -> Met | None:
        """What is known of the face that is chosen; None while it is awaited."""
        met = self.met
        return met if met is not None and met.face == self.state.face else None

    @property
    def names(self) -> tuple[str, ...]:
        """The attributes that the model knows, as far as any are known."""
        return () if self.met is None else self.met.names

    @property
    def groups(self) -> Groups:
        """Of attributes that exclude one another."""
        return () if self.met is None else self.met.groups

    @property
    def own(self) -> Vector:
        """What the face has: as corrected by hand, or as D reads; () while it is awaited."""
        if self.state.own is not None and len(self.state.own) == len(self.names):
            return self.state.own
        return () if self.known is None else tuple(self.known.own.tolist())

    @property
    def righted(self) -> Vector:
        """What the face has in truth, as far as that is known; the rest as by hand or as D reads."""
        return self.own if self.known is None else self.known.righted(self.own)

    @property
    def target(self) -> Vector:
        """What the face shall have; () while that is unknown. Attributes of another model are no target."""
        target = self.state.target
        return self.own if target is None or len(target) != len(self.names) else target

    @property
    def changed(self) -> tuple[int, ...]:
        """The attributes that are asked to differ from the face's own."""
        return changes(self.own, self.target) if self.own else ()

    @property
    def is_stranger(self) -> bool:
        """Whether the face is none of those that the model knows."""
        return self.met is not None and self.met.is_stranger

    @property
    def hidden(self) -> bool:
        """Whether what comes of the face is not shown yet: that it says nothing is to be read first."""
        return self.is_stranger and not self.state.anyway

    @property
    def is_wall_strange(self) -> bool:
        """Whether faces of the wall are none of those that the model knows."""
        return self.walled is not None and any(self.walled.strange)

    def hides(self, lower: Lower) -> bool:
        """Tell whether what stands below is not shown yet: that it says nothing is to be read first."""
        if lower == "faces":
            return self.is_wall_strange and not self.state.anyway
        return self.hidden and lower != "maker"

    @property
    def seen(self) -> Edited | None:
        """The edited face, where it is one of the face that is shown, and may be."""
        edited, met = self.edited, self.met
        if edited is None or met is None or self.hidden:
            return None
        return edited if (edited.face, edited.model) == (met.face, met.model) else None

    @property
    def fresh(self) -> Edited | None:
        """The edited face, unless a newer one is late: no number stands that is not true."""
        return None if self.waiting & {"picture", "face"} else self.seen

    def is_late(self, slot: str) -> bool:
        """Tell whether a newer answer is awaited in a slot, or what is to be known of the face for it."""
        return bool(self.waiting & {slot, "face"})

    def has(self, slot: str) -> bool:
        """Tell whether an answer is there, of what is asked now and not of what was asked before."""
        return getattr(self, SLOTS[slot]) is not None and not self.is_late(slot)

    @property
    def may_be_walled(self) -> bool:
        """Whether the faces of the strip may come on the wall: of a folder, once a stranger is accepted."""
        return self.state.folder is None or not self.hidden

    def single(self, number: int) -> Vector:
        """Return the attributes after the edit of one alone."""
        return toggled(self.own, number, self.groups)

    def row(self, face: Face) -> int | None:
        """Return which face of the wall a face is."""
        return self.state.wall.index(face) if face in self.state.wall else None
