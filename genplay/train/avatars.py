"""What an avatar shows, as a class: the colour of its hair, and whether it has each of the other attributes.

A class is a combination of all seven (see ``models.judge``), so that a generator which leaves out beards
under hats is found out, although it draws both.
"""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from genplay.data.avatars import cache, spec
from genplay.data.avatars.cache import Avatars, Split
from genplay.train.dcgan import planar, scaled
from genplay.train.judging import Labelled

GROUPS = (len(spec.HAIR), *(2,) * (len(spec.ATTRIBUTES) - len(spec.HAIR)))
"""Colours of hair, then without and with each of the other attributes in their order."""


def classes(avatars: Avatars) -> NDArray[np.uint8]:
    """Return the class of each avatar, (N,)."""
    hair = avatars.attributes[:, : len(spec.HAIR)].argmax(1)
    others = avatars.attributes[:, len(spec.HAIR) :].T
    return np.asarray(np.ravel_multi_index((hair, *others), GROUPS), np.uint8)


def labelled(split: Split, count: int | None = None, folder: Path | None = None) -> Labelled:
    """Return avatars as both players know them, each with its class; by default all of the split.

    Raises:
        UserError: They have not been drawn.
    """
    found = cache.load(split, count, folder)
    return Labelled.of(scaled(planar(found.images)), classes(found))
