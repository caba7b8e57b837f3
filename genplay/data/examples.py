"""The pictures that come with genplay: examples to begin with, and the test pictures to rank drawings among.

All are made from MNIST by ``assets/build/digits.py``, and the clothes from Fashion-MNIST by
``assets/build/fashion.py`` (see NOTICE).
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from genplay import paths
from genplay.data.bits import SIDE, unpack
from genplay.data.mnist import Digits


@dataclass(frozen=True, slots=True)
class Example:
    """A picture to begin with."""

    name: str  # English, as "Digit 7", "Blank page"
    bits: np.ndarray  # (28, 28) uint8 of 0 and 1


class GreyExample(NamedTuple):
    """A grey picture to begin with."""

    name: str  # English, as "Ankle boot", "Digit 7", "Blank page"
    levels: np.ndarray  # (28, 28) uint8, 0 paper to 255 full ink


class Thresholded(NamedTuple):
    """MNIST's 10,000 test digits as a drawing is: 1 where the ink is at least 128 of 255."""

    bits: np.ndarray  # (10000, 784) uint8 of 0 and 1
    labels: np.ndarray  # (10000,) uint8


class ThresholdedItems(NamedTuple):
    """Fashion-MNIST's 10,000 test items, likewise."""

    bits: np.ndarray  # (10000, 784) uint8 of 0 and 1
    labels: np.ndarray  # (10000,) uint8
    names: tuple[str, ...]  # of the classes, English, by label


class Items(NamedTuple):
    """Grey test items of Fashion-MNIST."""

    images: np.ndarray  # (N, 28, 28) uint8, 0 paper to 255 full ink
    labels: np.ndarray  # (N,) uint8
    names: tuple[str, ...]  # of the classes, English, by label


def examples() -> tuple[Example, ...]:
    """Return the examples in the order to offer them: four digits, then what is none, then more digits."""
    stored = _stored("examples")
    pictures = unpack(stored["bits"]).reshape(-1, SIDE, SIDE)
    return tuple(Example(str(name), bits) for name, bits in zip(stored["names"], pictures, strict=True))


def test_digits() -> Thresholded:
    """Return the 10,000 thresholded test digits with their labels."""
    stored = _stored("test")
    return Thresholded(unpack(stored["bits"]), stored["labels"])


def test_items() -> ThresholdedItems:
    """Return the 10,000 thresholded test items of Fashion-MNIST with their labels."""
    stored = _stored("test", "fashion")
    return ThresholdedItems(unpack(stored["bits"]), stored["labels"], tuple(map(str, stored["names"])))


def grey_digits() -> Digits:
    """Return 40 grey test digits, four of each class."""
    stored = _stored("grey")
    return Digits(stored["images"], stored["labels"])


def fashion_items() -> Items:
    """Return 60 grey test items of Fashion-MNIST, six of each class, in the order of the classes."""
    stored = _stored("grey", "fashion")
    return Items(stored["images"], stored["labels"], tuple(map(str, stored["names"])))


def grey_examples() -> tuple[GreyExample, ...]:
    """Return grey pictures in the order to offer them: clothes, a digit and what is none, then more."""
    items, digits = fashion_items(), grey_digits()
    clothes = [GreyExample(items.names[label], items.images[at]) for at, label in enumerate(items.labels)]
    shown = [
        GreyExample(f"Digit {digit}", digits.images[int(np.flatnonzero(digits.labels == digit)[0])])
        for digit in (7, 3, 1, 0)
    ]
    blank = GreyExample("Blank page", np.zeros((SIDE, SIDE), np.uint8))
    drawn = np.random.default_rng(0).integers(0, 256, (SIDE, SIDE), np.uint8)
    each = len(clothes) // len(items.names)  # of a class
    first, second = clothes[::each], clothes[1::each]
    chosen = [first[0], first[-1], first[-2]]
    noise = GreyExample("Noise", drawn)
    return (*chosen, shown[0], blank, noise, *first[1:-2], *shown[1:], *second)


def _stored(name: str, folder: str = "digits") -> dict[str, np.ndarray]:
    with np.load(paths.assets() / folder / f"{name}.npz", allow_pickle=False) as arrays:
        return dict(arrays)
