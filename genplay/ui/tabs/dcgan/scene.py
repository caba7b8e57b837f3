"""All that the DCGAN tab shows: the state, what was answered, and what is late or went wrong."""

from dataclasses import dataclass, field

import numpy as np

from genplay.families.dcgan import (
    LENGTHS,
    SIDE,
    SPAN,
    DcganState,
    Explained,
    Latent,
    Maps,
    Pins,
    Pixels,
    Reckoned,
    Scored,
    Shown,
    Verdict,
    Wall,
)


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """What is on screen; every panel shows its part of it. None stands for what is awaited.

    Attributes:
        state: What the user has set.
        shown: The picture of the point, or of the walk.
        pointed: The picture of the place under the pointer on the plane, while it is there.
        walled: The wall, as far as it has come.
        before: The last whole wall.
        pinned: The pictures of the pins, so far.
        explained: What the directions change, and how good D's features are.
        reckoned: The arithmetic.
        maps: What the layers return.
        judged: What D says of the drawing.
        scored: What D says of pages that show nothing.
        waiting: Slots whose answers are late.
        failures: What went wrong, by slot, as sentences.
    """

    state: DcganState = field(default_factory=DcganState)
    shown: Shown | None = None
    pointed: Shown | None = None
    walled: Wall | None = None
    before: Wall | None = None
    pinned: Pins | None = None
    explained: Explained | None = None
    reckoned: Reckoned | None = None
    maps: Maps | None = None
    judged: Verdict | None = None
    scored: Scored | None = None
    waiting: frozenset[str] = frozenset()
    failures: dict[str, str] = field(default_factory=dict)

    @property
    def point(self) -> Latent:
        """Where in the latent space the picture is: on a walk that which is shown, as far as one is."""
        if self.state.walk is None or self.shown is None:
            return self.state.latent
        return self.shown.latent

    @property
    def made(self) -> Shown | None:
        """The picture of what is set now; None while that which is shown is of something before."""
        return self.shown if self.shown is not None and self.shown.asked == self.state.frame() else None

    @property
    def fresh_sum(self) -> Reckoned | None:
        """The arithmetic; None while that which is shown is about to be replaced."""
        return None if "arithmetic" in self.waiting else self.reckoned

    @property
    def seen(self) -> Shown | None:
        """The picture that is seen: of the place under the pointer, or of the point."""
        return self.pointed or self.shown

    @property
    def seen_late(self) -> bool:
        """Whether the picture that is seen is about to be replaced."""
        return self.pointed is None and "picture" in self.waiting

    @property
    def length(self) -> int:
        """How many numbers the noise has."""
        return LENGTHS[self.state.model]

    @property
    def side(self) -> int:
        """Pixels along each side of a picture, as far as any is known."""
        if self.shown is not None:
            return len(self.shown.pixels)
        return self.walled.pictures.shape[1] if self.walled is not None else 32

    def samples(self) -> tuple[Pixels | None, int]:
        """Return the pictures of the wall, (N, S, S, C), and how many are new.

        Those after them are of the wall before, of another truncation: they last until they are replaced.
        """
        walled, before = self.walled, self.before
        if walled is None or not self.is_here(walled):
            return None, 0
        if "wall" in self.waiting:
            return walled.pictures, 0
        fresh = len(walled.pictures)
        if before is None or before.points != walled.points:
            return walled.pictures, fresh
        return np.concatenate((walled.pictures, before.pictures[fresh:])), fresh

    def near(self) -> tuple[Pixels | None, int]:
        """Return those of them that lie in the part of the plane that is looked at, row by row as well."""
        pictures, fresh = self.samples()
        if pictures is None:
            return None, 0
        (x, y), (left, top) = self.state.corner, self.state.wall
        rows, columns = np.mgrid[y - top : y - top + SPAN, x - left : x - left + SPAN]
        places = (SIDE * rows + columns).ravel()
        return pictures[places[places < len(pictures)]], int((places < fresh).sum())

    def picture_of(self, pin: int) -> Pixels | None:
        """Return the picture of a pin, (S, S, C); None while there is none."""
        found = self.pinned
        if found is None or not 0 <= pin < len(self.state.pins):
            return None
        wanted = self.state.pins[pin]
        known = found.latents[: len(found.pictures)]
        return found.pictures[known.index(wanted)] if wanted in known else None

    def is_here(self, wall: Wall) -> bool:
        """Return whether a wall is that part of the plane that is looked at."""
        return (wall.points[0].x, wall.points[0].y) == self.state.wall
