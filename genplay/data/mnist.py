"""MNIST: 60,000 + 10,000 handwritten digits, 28x28, 0 paper to 255 full ink."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np

from genplay.data.bits import SIDE
from genplay.data.idx import read_idx
from genplay.data.sources import path_of
from genplay.errors import UserError

Split = Literal["train", "test"]
_STEMS = {"train": "train", "test": "t10k"}


@dataclass(frozen=True, slots=True)
class Digits:
    """Pictures and what they show."""

    images: np.ndarray  # (N, 28, 28) uint8
    labels: np.ndarray  # (N,) uint8, 0 to 9


def load(split: Split, folder: Path | None = None) -> Digits:
    """Return a split of MNIST from the user's folder, or from ``folder`` as ``sources.locate`` finds it.

    Raises:
        UserError: The files are missing or damaged.
    """
    return load_named("mnist", split, folder)


def load_named(name: str, split: Split, folder: Path | None = None) -> Digits:
    """Return a split of a data set in MNIST's format; see ``load``."""
    stem = _STEMS[split]
    images_path = path_of(name, f"{stem}-images", folder)
    images = read_idx(images_path, axes=3)
    labels = read_idx(path_of(name, f"{stem}-labels", folder), axes=1)
    if images.shape[1:] != (SIDE, SIDE) or len(images) != len(labels):
        raise UserError(
            "{name} holds {shape} values and has {labels} labels; expected are as many 28x28 pictures.",
            name=images_path.name,
            shape=" x ".join(map(str, images.shape)),
            labels=len(labels),
        )
    return Digits(images, labels)
