"""Pictures that are no digits, to see what a model of digits says of them: items, letters, noise, little ink.

Items and letters are made by ``assets/build/others.py`` (see NOTICE); the rest is made here, from a seed.
"""

from dataclasses import dataclass

import numpy as np

from genplay import paths
from genplay.data.bits import PIXELS, SIDE, unpack
from genplay.data.fashion import CLASSES

INK = 0.1342
"""Mean ink of the thresholded test digits: the share of their pixels that is ink."""
COUNT = 100  # pictures that are made from a seed
_STROKE = (2, 10)  # px: the shortest and the longest


@dataclass(frozen=True, slots=True)
class Set:
    """Pictures and what each is called in English, as "Letter A"."""

    bits: np.ndarray  # (N, 784) uint8 of 0 and 1
    names: tuple[str, ...]


def items() -> Set:
    """Return 500 test items of Fashion-MNIST, thresholded as a drawing is; the ten classes take turns."""
    bits, labels = _stored("fashion")
    return Set(bits, tuple(CLASSES[label] for label in labels))


def letters() -> Set:
    """Return 520 letters placed as MNIST places digits; A to Z take turns."""
    bits, labels = _stored("letters")
    return Set(bits, tuple(f"Letter {chr(ord('A') + label)}" for label in labels))


def noise(seed: int, ink: float = 0.5, count: int = COUNT) -> Set:
    """Return pictures in which each pixel is ink with probability ``ink``, whatever its neighbours are."""
    bits = np.random.default_rng(seed).random((count, PIXELS)) < ink
    return Set(bits.astype(np.uint8), ("Noise",) * count)


def nearly_blank(seed: int, count: int = COUNT) -> Set:
    """Return the blank page, then pages with a dot or one short straight stroke in a random place."""
    rng = np.random.default_rng(seed)
    pages = [np.zeros((SIDE, SIDE), np.uint8), *(_stroke(rng) for _ in range(count - 1))]
    return Set(np.stack(pages).reshape(count, PIXELS), ("Blank page", *("Nearly blank",) * (count - 1)))


def _stroke(rng: np.random.Generator) -> np.ndarray:
    """Return a page (28, 28) with all pixels within a pen's radius of a line inked; some lines are points."""
    length = 0.0 if rng.random() < 0.25 else rng.uniform(*_STROKE)
    middle, angle = rng.uniform(5, SIDE - 5, 2), rng.uniform(0, np.pi)
    along = length / 2 * np.array([np.sin(angle), np.cos(angle)])
    pixels = np.moveaxis(np.mgrid[:SIDE, :SIDE], 0, -1) + 0.5 - middle  # (28, 28, 2)
    place = np.clip(pixels @ along / max(along @ along, 1e-9), -1, 1)
    away = np.linalg.norm(pixels - place[..., None] * along, axis=-1)
    return (away <= rng.uniform(0.75, 1.5)).astype(np.uint8)


def _stored(name: str) -> tuple[np.ndarray, np.ndarray]:
    with np.load(paths.assets() / "others" / f"{name}.npz", allow_pickle=False) as arrays:
        return unpack(arrays["bits"]), arrays["labels"]
