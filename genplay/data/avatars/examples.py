"""The avatars that come with genplay, each with the true result of every edit: they need no drawing.

They are the first of the test split, made by ``assets/build/avatars.py`` (see NOTICE).
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from genplay import paths
from genplay.data.avatars.spec import Spec, from_code

COUNT = 36


class Examples(NamedTuple):
    """Avatars that no shipped model was trained on."""

    specs: tuple[Spec, ...]
    images: np.ndarray  # (36, 64, 64, 3) uint8 RGB
    edits: np.ndarray  # (36, 10, 64, 64, 3) uint8 RGB: the true edits, in the order of ``spec.ATTRIBUTES``


def examples() -> Examples:
    """Return the avatars that come with genplay."""
    with np.load(_path(), allow_pickle=False) as stored:
        images, changes = stored["images"], stored["changes"]  # modulo 256 these take a third of the room
        specs = tuple(map(from_code, stored["codes"]))
    return Examples(specs, images, images[:, None] + changes)


@cache
def first_picture() -> np.ndarray:
    """Return the picture of the first of them, (64, 64, 3) uint8 RGB, which is read once and not changed."""
    with np.load(_path(), allow_pickle=False) as stored:
        picture = stored["images"][0].copy()
    picture.setflags(write=False)
    return picture


def first() -> Spec:
    """Return what the first of them is, without reading the pictures."""
    with np.load(_path(), allow_pickle=False) as stored:
        return from_code(stored["codes"][0])


def _path() -> Path:
    return paths.assets() / "avatars" / "examples.npz"
