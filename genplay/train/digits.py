"""Digits for training an explicit model: dynamically binarized MNIST, and the fixed validation split."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from genplay.data import binarized, mnist


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Digits:
    """Grey digits to learn from and binary ones to validate on.

    Every epoch sees fresh pixels, each 1 with the probability that its grey level gives: that regularises,
    and is allowed as long as no source of a validation picture is among the digits.

    Args:
        grey: Training digits, (N, D) uint8.
        valid: Validation pictures, (M, D) uint8, 0 or 1.
    """

    grey: NDArray[np.uint8]
    valid: NDArray[np.uint8]

    @classmethod
    def load(cls, folder: Path | None = None) -> "Digits":
        """Return MNIST's training digits without the sources of the fixed validation pictures, and those.

        Raises:
            UserError: A data set is missing.
        """
        images = mnist.load("train", folder).images
        valid = binarized.fixed("valid", folder)
        return cls(grey=images[unseen(images, valid)].reshape(-1, valid.shape[1]), valid=valid)

    @property
    def mean(self) -> Tensor:
        """The pixels' mean ink, (D,), 0 to 1."""
        return torch.from_numpy(self.grey.mean(0) / 255).float()

    def batch(self, size: int, seed: int, step: int) -> Tensor:
        """Return the pictures of a step, (size, D) float, 0 or 1: a function of seed and step alone."""
        epoch, place = divmod(step, len(self.grey) // size)
        order = torch.randperm(len(self.grey), generator=generator(seed, 0, epoch))
        chosen = order[place * size : (place + 1) * size].numpy()
        noise = torch.rand(size, self.grey.shape[1], generator=generator(seed, 1, step))
        return (noise < torch.from_numpy(self.grey[chosen]) / 255).float()


def unseen(images: NDArray[np.uint8], valid: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Tell which training digits, (N, 28, 28), are no source of a validation picture, (M, D): (N,)."""
    kept = np.ones(len(images), np.bool_)
    kept[binarized.excluded_sources(valid, images)] = False
    return kept


def generator(*keys: int) -> torch.Generator:
    """Return a generator for these keys; SeedSequence mixes them, so that neighbours are unrelated."""
    seed = np.random.SeedSequence(keys).generate_state(1, np.uint64)[0]
    return torch.Generator().manual_seed(int(seed) & (2**63 - 1))


def drawn(grey: NDArray[np.uint8], seed: int) -> NDArray[np.uint8]:
    """Return pictures, (N, D) uint8 grey, as pixels of 0 and 1 drawn from them, the same for a seed.

    Source: Burda, Grosse and Salakhutdinov 2016, who measure on pictures drawn so; "dynamic" binarization.
    """
    noise = torch.rand(grey.shape, generator=torch.Generator().manual_seed(seed))
    return (noise.numpy() < grey / 255).astype(np.uint8)
