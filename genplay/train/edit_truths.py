"""Unseen avatars with the true result of every edit, and how far a network's edits are from it."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from genplay.data.avatars import cache, render
from genplay.data.avatars import spec as specs
from genplay.data.avatars.spec import ATTRIBUTES, Spec

Pictures = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Truths:
    """Avatars and every right answer to each of their edits.

    Args:
        images: (N, 64, 64, 3) uint8 RGB.
        attributes: (N, K) uint8 of 0 and 1.
        answers: For each avatar, for each attribute: (A, 64, 64, 3), A right answers; A is 1 but where a hat
            comes off, for the hair that it hid may have any shape.
    """

    images: Pictures
    attributes: NDArray[np.uint8]
    answers: tuple[tuple[Pictures, ...], ...]

    @classmethod
    def load(cls, split: cache.Split, count: int, folder: Path | None = None) -> "Truths":
        """Return the first avatars of a split, their edits drawn.

        Raises:
            UserError: They are not on this computer, or what drawing needs is not installed.
        """
        return cls.of(cache.load(split, count, folder))

    @classmethod
    def of(cls, avatars: cache.Avatars) -> "Truths":
        """Return these avatars, their edits drawn."""
        known = [specs.from_code(code) for code in avatars.codes]
        answers = tuple(tuple(_drawn(spec, name) for name in ATTRIBUTES) for spec in known)
        return cls(images=avatars.images, attributes=avatars.attributes, answers=answers)


def _drawn(spec: Spec, attribute: str) -> Pictures:
    return np.stack([render.render(answer) for answer in specs.truths(spec, attribute)])


@dataclass(frozen=True, slots=True)
class Missed:
    """How far edited pictures are from the truth, in sums of levels, so that they can be added up.

    Attributes:
        inside: Where the truth differs from the picture: distance of the edited picture from the truth.
        nothing: There: distance of the picture itself from the truth, what doing nothing would give.
        changed: Levels there, pixels times three.
        outside: Everywhere else: distance of the edited picture from the picture.
        kept: Levels there.
    """

    inside: float = 0.0
    nothing: float = 0.0
    changed: int = 0
    outside: float = 0.0
    kept: int = 0

    def __add__(self, other: "Missed") -> "Missed":
        return Missed(
            self.inside + other.inside,
            self.nothing + other.nothing,
            self.changed + other.changed,
            self.outside + other.outside,
            self.kept + other.kept,
        )

    @property
    def share(self) -> float:
        """Error inside as a share of doing nothing; 0 where nothing was to do."""
        return self.inside / self.nothing if self.nothing else 0.0

    @property
    def beside(self) -> float:
        """Mean error outside, in levels of 255."""
        return self.outside / self.kept if self.kept else 0.0


def missed(edited: Pictures, image: Pictures, answers: Pictures) -> Missed:
    """Return how far an edit is from the right answer that is nearest to it.

    Args:
        edited: (64, 64, 3) uint8.
        image: What was edited, likewise.
        answers: (A, 64, 64, 3).
    """
    y, x, truths = (part.astype(np.int64) for part in (edited, image, answers))
    truth = truths[np.abs(y - truths).sum((1, 2, 3)).argmin()]
    change = (truth != x).any(-1)
    changed, kept = 3 * int(change.sum()), 3 * int((~change).sum())
    return Missed(
        float(np.abs(y - truth)[change].sum()),
        float(np.abs(x - truth)[change].sum()),
        changed,
        float(np.abs(y - x)[~change].sum()),
        kept,
    )
