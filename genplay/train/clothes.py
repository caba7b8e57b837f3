"""Grey clothes for training a model of real values: Fashion-MNIST, its last training items to validate on.

Greys are integers, and a density may be as high as one likes at an integer: so they are dequantised,
(grey + u) / 256 with u uniform in [0, 1). What is learned from gets fresh noise every time; what is measured
on has the same noise each time, whatever the seed of the training.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from genplay.data import fashion, mnist
from genplay.models.rnade import dequantise
from genplay.train.digits import generator

KEPT = 10_000  # training items, the last ones, that are validated on
SPLIT = "train[:50000], dequantised anew every time"
VALID_SEED, TEST_SEED, DIGITS_SEED = 3, 4, 5  # of the noise that is the same each time
VALID = f"fashion-mnist/train[50000:] (validation; dequantised, seed {VALID_SEED})"
TEST = f"fashion-mnist/test (dequantised, seed {TEST_SEED})"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Clothes:
    """Grey items to learn from and to validate on.

    Args:
        grey: Training items, (N, D) uint8.
        valid: Validation items, (M, D) uint8.
    """

    grey: NDArray[np.uint8]
    valid: NDArray[np.uint8]

    @classmethod
    def load(cls, folder: Path | None = None) -> "Clothes":
        """Return Fashion-MNIST's training items in two parts.

        Raises:
            UserError: The data set is missing.
        """
        items = flat(fashion.load("train", folder))
        return cls(grey=items[:-KEPT], valid=items[-KEPT:])

    def batch(self, size: int, seed: int, step: int) -> Tensor:
        """Return the items of a step, (size, D) float, 0 to 1: a function of seed and step alone."""
        epoch, place = divmod(step, len(self.grey) // size)
        order = torch.randperm(len(self.grey), generator=generator(seed, 0, epoch))
        chosen = order[place * size : (place + 1) * size].numpy()
        return dequantise(torch.from_numpy(self.grey[chosen]).float(), generator(seed, 1, step))

    def validation(self) -> Tensor:
        """Return the validation items, (M, D) float, 0 to 1."""
        return fixed(self.valid, VALID_SEED)


def fixed(grey: NDArray[np.uint8], seed: int) -> Tensor:
    """Return pictures, (N, D) uint8, with the noise of a seed, (N, D) float."""
    return dequantise(torch.tensor(grey).float(), torch.Generator().manual_seed(seed))


def unseen_items(folder: Path | None = None) -> Tensor:
    """Return Fashion-MNIST's test items, (10000, D) float, with the same noise each time."""
    return fixed(flat(fashion.load("test", folder)), TEST_SEED)


def unseen_digits(folder: Path | None = None) -> Tensor:
    """Return MNIST's test digits, which are no clothes at all, (10000, D) float, likewise."""
    return fixed(flat(mnist.load("test", folder)), DIGITS_SEED)


def flat(pictures: mnist.Digits) -> NDArray[np.uint8]:
    """Return the pictures, (N, H * W)."""
    return pictures.images.reshape(len(pictures.images), -1)
