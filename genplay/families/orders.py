"""Orders in which the pixels of a picture may be read."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from genplay.families.base import QT_TRANSLATE_NOOP

Kind = Literal["raster", "reversed", "columns", "serpentine", "spiral", "centre", "random"]
Sequence = NDArray[np.intp]

NAMES: Mapping[Kind, str] = {
    "raster": QT_TRANSLATE_NOOP("orders", "Row by row"),
    "reversed": QT_TRANSLATE_NOOP("orders", "Backwards"),
    "columns": QT_TRANSLATE_NOOP("orders", "Column by column"),
    "serpentine": QT_TRANSLATE_NOOP("orders", "Serpentine"),
    "spiral": QT_TRANSLATE_NOOP("orders", "Spiral inwards"),
    "centre": QT_TRANSLATE_NOOP("orders", "Centre out"),
    "random": QT_TRANSLATE_NOOP("orders", "Random"),
}


@dataclass(frozen=True, slots=True)
class Order:
    """An order of the pixels.

    Attributes:
        kind: How it runs.
        seed: Of a random one; 0 otherwise.
    """

    kind: Kind = "raster"
    seed: int = 0

    def __post_init__(self) -> None:
        if self.kind not in NAMES:
            raise ValueError(f"there is no order {self.kind!r}")
        if not 0 <= self.seed < 2**31:
            raise ValueError("the seed must be between 0 and 2147483647")

    def sequence(self, height: int = 28, width: int = 28) -> Sequence:
        """Return the pixels, each by its number in raster order, as they are read, (height * width,)."""
        return _sequence(self, height, width)

    def ranks(self, height: int = 28, width: int = 28) -> Sequence:
        """Return each pixel's place in the order, counted from 0, (height * width,)."""
        return _ranks(self, height, width)

    def after(self, given: NDArray[np.bool_], height: int = 28, width: int = 28) -> Sequence:
        """Return the order in which what is given, (height * width,), is read first, and then the rest."""
        along = self.sequence(height, width)
        return np.concatenate((along[given[along]], along[~given[along]]))


RASTER = Order()


def ensemble(first: Order, count: int) -> list[Order]:
    """Return the orders that a density is averaged over: one, then the others with names, then random ones.

    Args:
        first: The order that was chosen.
        count: How many orders, all of them different.
    """
    named = [Order(kind) for kind in NAMES if kind != "random"]
    random = [Order("random", seed) for seed in range(count + 1)]
    return list(dict.fromkeys([first, *named, *random]))[:count]


@lru_cache(maxsize=32)
def _sequence(order: Order, height: int, width: int) -> Sequence:
    places = np.arange(height * width, dtype=np.intp).reshape(height, width)
    match order.kind:
        case "raster":
            found = places.ravel()
        case "reversed":
            found = places.ravel()[::-1]
        case "columns":
            found = places.T.ravel()
        case "serpentine":
            turned = places.copy()
            turned[1::2] = turned[1::2, ::-1]
            found = turned.ravel()
        case "spiral":
            found = _spiral(places)
        case "centre":
            rows, columns = np.mgrid[:height, :width]
            away = (rows - (height - 1) / 2) ** 2 + (columns - (width - 1) / 2) ** 2
            found = np.argsort(away, axis=None, kind="stable")
        case "random":
            found = np.random.default_rng(order.seed).permutation(height * width)
    found = np.ascontiguousarray(found, np.intp)
    found.setflags(write=False)  # it is shared
    return found


@lru_cache(maxsize=32)
def _ranks(order: Order, height: int, width: int) -> Sequence:
    ranks = np.argsort(_sequence(order, height, width))
    ranks.setflags(write=False)
    return ranks


def _spiral(places: Sequence) -> Sequence:
    """Return the pixels from the top left corner round and round to the middle, clockwise."""
    parts: list[Sequence] = []
    while places.size:
        parts.append(places[0])
        places = np.rot90(places[1:])
    return np.concatenate(parts)
