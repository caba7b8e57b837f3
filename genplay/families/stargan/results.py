"""What comes back from a StarGAN. Pictures are (64, 64, 3) uint8 RGB; attributes float32, 0 to 1."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from genplay.families.base import Note
from genplay.families.stargan.face import Face, Folder, Groups, Vector

Floats = NDArray[np.float32]
Levels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class Heads:
    """What D makes of a picture.

    Attributes:
        attributes: Probability of each, (K,); those of a group sum to 1.
        source: Of each scale, fine to coarse, the mean of its logits of "real".
        places: Logit of "real" of each place of the finest scale, (S, S).
    """

    attributes: Floats
    source: tuple[float, ...]
    places: Floats

    def loss(self, wanted: Vector, groups: Groups) -> float:
        """Return L_cls in nats of what the attribute head says (Choi et al. 2018, equations 2 and 3).

        Args:
            wanted: The attributes that shall hold, each 0 to 1; of a group the largest.
            groups: Of attributes that exclude one another.
        """
        p = np.clip(self.attributes.astype(np.float64), 1e-12, 1 - 1e-7)
        c = np.asarray(wanted, np.float64)
        grouped = {number for members in groups for number in members}
        total = sum(-float(np.log(p[members[int(c[list(members)].argmax())]])) for members in groups)
        alone = [number for number in range(len(p)) if number not in grouped]
        return total - float((c[alone] * np.log(p[alone]) + (1 - c[alone]) * np.log(1 - p[alone])).sum())


def is_strange(strangeness: float, limit: float | None, code: tuple[int, ...]) -> bool:
    """Tell whether a face is not of the world that a model knows; arguments as of ``Met``."""
    return not code if limit is None else strangeness > limit


@dataclass(frozen=True, slots=True, eq=False)
class Met:
    """A face, and what D makes of it.

    Attributes:
        model: Name of the model.
        face: The face.
        picture: What G reads.
        names: Of the attributes.
        groups: Of which exactly one holds, by number.
        heads: What D makes of it.
        own: What its attribute head reads, (K,) of 0 and 1.
        held: What it has in truth, likewise, NaN where nobody knows; None where nobody knows anything.
        code: The avatar's specification; () where there is none.
        strangeness: How far D's features of it are from those of the faces that D knows, 1 being usual.
        limit: What 999 of 1000 unseen faces stay below; None where the model has no such measure.
    """

    model: str
    face: Face
    picture: Levels
    names: tuple[str, ...]
    groups: Groups
    heads: Heads
    own: Floats
    held: Floats | None
    code: tuple[int, ...]
    strangeness: float
    limit: float | None

    @property
    def is_stranger(self) -> bool:
        """Whether it is not of the world that the model knows; without a measure, if it is no avatar."""
        return is_strange(self.strangeness, self.limit, self.code)

    @property
    def told(self) -> tuple[int, ...]:
        """Attributes of which it is known whether the face has them in truth, by number."""
        return () if self.held is None else tuple(np.flatnonzero(~np.isnan(self.held)).tolist())

    def righted(self, own: Vector) -> Vector:
        """Return attributes as they are in truth, as far as that is known."""
        if self.held is None:
            return own
        return tuple(float(self.held[at]) if at in self.told else value for at, value in enumerate(own))


@dataclass(frozen=True, slots=True, eq=False)
class Truth:
    """The true result of an edit beside the network's.

    Attributes:
        picture: The true result; of a hat that comes off the one that is nearest to the network's.
        difference: Mean over colours of the absolute difference, (64, 64), in levels of 255.
        inside: Mean absolute difference where the true edit changes the picture, as a share of doing nothing;
            None where it changes nothing.
        outside: Mean absolute difference elsewhere, in levels of 255.
    """

    picture: Levels
    difference: Floats
    inside: float | None
    outside: float


@dataclass(frozen=True, slots=True, eq=False)
class Edited:
    """A face with other attributes.

    Attributes:
        model: Name of the model.
        face: The face.
        picture: The edited face.
        mask: How far it was replaced, (64, 64), 0 to 1.
        content: What came where the mask is open.
        planes: What G was told besides the picture, (K, 64, 64), as it is.
        own: The attributes from which it set out, (K,).
        target: Those that were asked for, strength included, (K,).
        before: What D makes of the face.
        after: What D makes of the edited face.
        back: Mean absolute error of the way back, as of ``Ledger``.
        truth: The true result; None where there is none.
        note: Why there is no true result, if there could be one; None otherwise.
    """

    model: str
    face: Face
    picture: Levels
    mask: Floats
    content: Levels
    planes: Floats
    own: Floats
    target: Floats
    before: Heads
    after: Heads
    back: float
    truth: Truth | None
    note: Note | None


@dataclass(frozen=True, slots=True)
class Ledger:
    """The losses of one face and one edit, unweighted but for ``weights``.

    Attributes:
        real: E D(x) as D's loss has it: its mean logit at the face.
        forged: The same at the edited face.
        hinge: D's hinge of both, summed over scales; None for the paper's own losses.
        penalty: The gradient penalty: of the paper at a point between, else R1 at the face.
        read: L_cls of D at the face, in nats.
        asked: L_cls of G at the edited face for the target, in nats.
        back: Mean absolute error of the way back, -1 to 1 being the range of a level.
        weights: Of classification, reconstruction and penalty.
    """

    real: float
    forged: float
    hinge: float | None
    penalty: float
    read: float
    asked: float
    back: float
    weights: tuple[float, float, float]


@dataclass(frozen=True, slots=True, eq=False)
class Returned:
    """An edit and its undoing.

    Attributes:
        model: Name of the model.
        face: The face.
        picture: The edited face.
        again: The face that came back.
        error: Mean over colours of the absolute difference, (64, 64), in levels of 255.
        mean: Its mean.
        ledger: The losses.
    """

    model: str
    face: Face
    picture: Levels
    again: Levels
    error: Floats
    mean: float
    ledger: Ledger


@dataclass(frozen=True, slots=True, eq=False)
class Chained:
    """One edit after another.

    Attributes:
        model: Name of the model.
        face: The face.
        pictures: (S + 1, 64, 64, 3), the face first.
        path: The attributes of each, (S + 1, K).
        read: Those that D reads in each, (S + 1, K).
        complete: Whether all steps are there.
    """

    model: str
    face: Face
    pictures: Levels
    path: Floats
    read: Floats
    complete: bool


@dataclass(frozen=True, slots=True, eq=False)
class Wall:
    """Faces down, edits across.

    Attributes:
        model: Name of the model.
        faces: From above to below.
        names: Of the attributes, across.
        originals: (F, 64, 64, 3).
        pictures: (F, K, 64, 64, 3); those that are not there yet are the face.
        truths: Likewise the true results, the right one that is nearest to the network's where there are
            several; None where a face has none.
        missed: Mean over colours of the absolute difference from it, (K, 64, 64), in levels of 255, and 0 for
            what is not there yet; None where a face has no truth, or nobody asked for it.
        own: Attributes of the faces, (F, K).
        strange: Which of the faces are not of the world that the model knows.
        done: Pictures that are there, row by row.
    """

    model: str
    faces: tuple[Face, ...]
    names: tuple[str, ...]
    originals: Levels
    pictures: Levels
    truths: tuple[Levels | None, ...]
    missed: tuple[Floats | None, ...]
    own: Floats
    strange: tuple[bool, ...]
    done: int

    @property
    def complete(self) -> bool:
        """Whether all pictures are there."""
        return self.done == self.pictures.shape[0] * self.pictures.shape[1]


@dataclass(frozen=True, slots=True)
class Fitted:
    """An opened picture as a face.

    Attributes:
        face: Its middle square, 64 by 64.
        cut: Whether anything was cut off.
    """

    face: Face
    cut: bool


@dataclass(frozen=True, slots=True)
class Opened:
    """A folder of faces with a table of their attributes.

    Attributes:
        folder: Its first faces; None while table and pictures are being read.
    """

    folder: Folder | None
