"""Faces to edit, and the true results of their edits where there are any: shipped ones, or drawn."""

from dataclasses import dataclass, replace
from functools import cache, lru_cache

import numpy as np

from genplay.data.avatars import examples, render
from genplay.data.avatars import spec as specs
from genplay.data.avatars.examples import Examples
from genplay.data.avatars.spec import ATTRIBUTES, Spec
from genplay.errors import UserError
from genplay.families.base import QT_TRANSLATE_NOOP, Note
from genplay.families.stargan import LEVELS, SIDE, Face, Floats, Levels, Truth

_UNDRAWN = QT_TRANSLATE_NOOP(
    "notes", "The true result of several changes at once must be drawn, which needs {names}: {remedy}"
)


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """A face, with its specification where it is an avatar.

    Attributes:
        picture: (64, 64, 3) uint8 RGB.
        spec: None for a picture.
        edits: The true single edits that come with genplay, (10, 64, 64, 3); None where none do.
    """

    picture: Levels
    spec: Spec | None = None
    edits: Levels | None = None

    @property
    def held(self) -> Floats | None:
        """What it has in truth, (10,) of 0 and 1; None where nobody knows."""
        return None if self.spec is None else specs.attributes(self.spec).astype(np.float32)

    @property
    def code(self) -> tuple[int, ...]:
        """The specification in numbers; () where there is none."""
        return () if self.spec is None else tuple(int(number) for number in specs.code(self.spec))


@cache
def shipped() -> Examples:
    """Return the avatars that come with genplay."""
    return examples.examples()


@lru_cache(maxsize=64)
def known(face: Face) -> Known:
    """Return the picture of a face, and what it is.

    Raises:
        UserError: It must be drawn, and what that needs is not installed; or its specification is none.
    """
    if face.kind == "example":
        found = shipped()
        return Known(found.images[face.number], found.specs[face.number], found.edits[face.number])
    if face.kind == "picture":
        return Known(np.frombuffer(face.levels, np.uint8, LEVELS).reshape(SIDE, SIDE, 3))
    if face.kind == "seed":
        spec = specs.random(np.random.default_rng(face.seed))
    else:
        try:
            spec = specs.from_code(np.array(face.code))
        except ValueError as error:
            raise UserError("This is no avatar’s specification: {reason}.", reason=error) from error
    return Known(render.render(spec), spec)


def get_ready() -> None:
    """Draw an avatar where one can be drawn: the first takes 0.4 s, which no edit shall wait for."""
    if not render.missing():
        known(Face(kind="seed"))


def to_draw(face: Known, target: Floats) -> list[Spec]:
    """Return the right answers to a change that do not come with genplay: what ``answers`` has to draw."""
    if render.missing() or face.spec is None or not _is_whole(target):
        return []
    changed, right = _changed(face.spec, target), _right(face.spec, target)
    shipped = face.edits is not None and len(right) == 1 and _single(changed, target) is not None
    return [] if shipped or not changed.any() else right


def answers(face: Known, target: Floats) -> Levels | Note | None:
    """Return every right answer to a change, (A, 64, 64, 3); a note where it cannot be drawn; None without.

    Where a hat comes off, the first has the hair that it hid; it is the only one where none can be drawn.

    Args:
        face: The face.
        target: What it shall have, (10,); between 0 and 1 nothing is right.
    """
    if face.spec is None or not _is_whole(target):
        return None
    wanted = to_draw(face, target)
    if wanted:
        return np.stack([drawn(spec) for spec in wanted])
    changed = _changed(face.spec, target)
    if not changed.any():
        return face.picture[None]
    number = _single(changed, target)
    if face.edits is not None and number is not None:
        return face.edits[number][None]
    return Note(_UNDRAWN, {"names": ", ".join(render.missing()), "remedy": render.remedy()})


@lru_cache(maxsize=512)
def drawn(spec: Spec) -> Levels:
    """Return an avatar's picture, (64, 64, 3): some 10 ms, once."""
    return render.render(spec)


def _is_whole(target: Floats) -> bool:
    """Tell whether nothing is between 0 and 1, and hair has one colour."""
    return bool(np.isin(target, (0, 1)).all() and target[: len(specs.HAIR_ATTRIBUTES)].sum() == 1)


def _changed(spec: Spec, target: Floats) -> np.ndarray:
    return specs.attributes(spec) != target


def _right(spec: Spec, target: Floats) -> list[Spec]:
    """Return every avatar that is a right answer: where a hat comes off, its hair may have any shape."""
    asked = specs.with_attributes(spec, target)
    if not specs.covered(spec) or asked.hat:
        return [asked]
    shapes = [shape for shape in specs.FIELDS["shape"] if shape != spec.shape]
    return [asked, *(replace(asked, shape=str(shape)) for shape in shapes)]


def _single(changed: np.ndarray, target: Floats) -> int | None:
    """Return the one edit that makes such a change, by number; None where it takes several."""
    numbers = [at for at in np.flatnonzero(changed) if at >= len(specs.HAIR_ATTRIBUTES) or target[at]]
    return int(numbers[0]) if len(numbers) == 1 else None


def compared(picture: Levels, face: Known, right: Levels) -> Truth:
    """Return the right answer that is nearest to an edited picture, and how far that is."""
    y, x, truths = (part.astype(np.int64) for part in (picture, face.picture, right))
    nearest = int(np.abs(y - truths).sum((1, 2, 3)).argmin())
    error, change = np.abs(y - truths[nearest]), (truths[nearest] != x).any(-1)
    nothing = int(np.abs(x - truths[nearest]).sum())
    return Truth(
        picture=right[nearest],
        difference=error.mean(-1).astype(np.float32),
        inside=float(error[change].sum() / nothing) if nothing else None,
        outside=float(error[~change].mean()) if not change.all() else 0.0,
    )


def names_of(labels: tuple[str, ...]) -> bool:
    """Tell whether attributes are those of the avatars."""
    return labels == ATTRIBUTES
