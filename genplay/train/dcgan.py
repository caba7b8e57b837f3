"""The recipes of DCGAN: the paper's game and rates, with averages of the weights for what is shown.

On avatars a D with batch normalisation came to be sure of itself (a loss of 0.01 to 0.02 nats after 8,000
turns), and flat colours were grainy: a deviation of 10.1 levels in the upper corners of 256 pictures.
There D has none, and its slope at real pictures is held small: after as many turns it was 4.6. In single
trials of 500 turns an R1 of 0.1 or 5 was further from real pictures than one of 1.

Longer trainings were chosen by the validation avatars (2.09 after 8,000 turns, 1.88 after 16,000, 1.55 after
40,000, each with falling rates, one training of each; see ``validate``) and by looking. The least on the way
was 1.42, after 30,000 turns; what is kept are the averages at the end. Of 2,000 forged faces the judge is
unsure (less than 0.9) of some attribute in 37, 24 and 12 %; the deviation in the corners of 2,000 is 3.9
levels after 16,000 turns and 3.0 after 40,000. The squared distance of the judge's features on the test
avatars does not follow: 90, 114 and 108, which is 70 to 144 by the draw. Of 2,500 forged faces 41 % have a
hat, of as many real ones 32 %: no other attribute's share is so far from theirs.

On clothes a batch of 64 was as near as the paper's 128 after as many turns (47.0 and 47.1 after 500, one
trial of each) and took 0.6 of the time: so there are more turns of fewer pictures. 40,000 of 64 came nearer
than 12,000 of 128 (0.85 for 1.06: squared distance of the features of one judge from the test pictures, the
mean of four draws of 5,000, one training of each).
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn.functional import adaptive_avg_pool2d, pad

from genplay.data import fashion
from genplay.data.avatars import cache
from genplay.models import blocks, dcgan
from genplay.models.dcgan import Dcgan
from genplay.models.gan2d import minimax_discriminator, nonsaturating_generator, r1_penalty
from genplay.train.digits import generator
from genplay.train.frechet import normal_of, squared_distance
from genplay.train.recipe import GameSchedule

Name = Literal["dcgan_fashion", "dcgan_avatars"]

KEPT = 5_000  # training pictures, the last ones, that are validated on
SPLIT = "train[:55000], 28 by 28 greys in a border of 2"
AVATARS_SPLIT = "train, all of it"
SCHEDULE = GameSchedule(steps=40_000, batch=64, lr=2e-4, forger_lr=2e-4, decay=0.3)
CONFIGS: dict[Name, dcgan.Config] = {
    "dcgan_fashion": dcgan.Config(side=32, channels=1, width=32),
    "dcgan_avatars": dcgan.Config(side=64, channels=3, width=32, normed=False),
}
R1: dict[Name, float] = {"dcgan_fashion": 0.0, "dcgan_avatars": 1.0}
"""Weights of the penalty on D's slope (Mescheder et al. 2018); the paper has none."""
LAZY = 4
"""Turns from one penalty to the next, which counts for all of them."""
_SIZE = "A quarter of the paper's maps, normal noise, averaged weights; the paper has no such figure."
PAPERS: dict[Name, str] = {
    "dcgan_fashion": _SIZE,
    "dcgan_avatars": f"Unlike the paper's, D has no normalisation, and its slope is held small (R1). {_SIZE}",
}
_SETTLED = 40  # batches of 250 that running statistics are of
_GRID = 8  # sides of the shrunk pictures that are compared on validation


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Items:
    """Pictures to learn from and to validate on, (N, C, S, S) and (M, C, S, S) uint8."""

    grey: NDArray[np.uint8]
    valid: NDArray[np.uint8]

    @classmethod
    def load(cls, folder: Path | None = None) -> "Items":
        """Return Fashion-MNIST's training items in two parts.

        Raises:
            UserError: The data set is missing.
        """
        items = bordered(fashion.load("train", folder).images)
        return cls(grey=items[:-KEPT], valid=items[-KEPT:])

    @classmethod
    def avatars(cls, folder: Path | None = None) -> "Items":
        """Return the avatars to train on, and those to validate on.

        Raises:
            UserError: They have not been drawn.
        """
        learned, valid = (cache.load(split, folder=folder).images for split in ("train", "valid"))
        return cls(grey=planar(learned), valid=planar(valid))

    def batch(self, size: int, seed: int, step: int) -> Tensor:
        """Return the pictures of a step, (size, C, S, S), -1 to 1: a function of seed and step alone."""
        epoch, place = divmod(step, len(self.grey) // size)
        order = torch.randperm(len(self.grey), generator=generator(seed, 0, epoch))
        return scaled(self.grey[order[place * size : (place + 1) * size].numpy()])


def bordered(images: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return grey pictures, (N, 28, 28), in the middle of an empty 32 by 32, (N, 1, 32, 32)."""
    return pad(torch.tensor(images), (2, 2, 2, 2)).unsqueeze(1).numpy()


def planar(images: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return colour pictures, (N, S, S, 3), as (N, 3, S, S): a view, in the order that convolutions like."""
    return images.transpose(0, 3, 1, 2)


def scaled(pictures: NDArray[np.uint8]) -> Tensor:
    """Return pictures, uint8, as both players know them, -1 to 1."""
    return torch.tensor(pictures).float() / 127.5 - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class DcganRecipe:
    """The game of DCGAN.

    Args:
        name: Of the model.
        items: What it learns from.
        config: The networks' size.
        schedule: The numbers of the optimisation.
        r1: Weight of the penalty on D's slope at real pictures, halved as in its paper.
        seed: Of the initial weights, the order of the pictures and the noise.
    """

    name: Name
    items: Items
    config: dcgan.Config
    schedule: GameSchedule = SCHEDULE
    r1: float = 0.0
    seed: int = 0

    def describe(self) -> dict[str, str | int | float]:
        """Return name, seed and all numbers."""
        said = {"name": self.name, "seed": self.seed, **asdict(self.config), **asdict(self.schedule)}
        return said | ({"r1": self.r1, "lazy": LAZY} if self.r1 else {})

    def network(self) -> Dcgan:
        """Return both networks as the seed makes them."""
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(self.seed)
            network = dcgan.build(self.config)
            dcgan.initialise(network)
        return network

    def players(self, network: nn.Module) -> tuple[nn.Module, nn.Module]:
        """Return D and G."""
        assert isinstance(network, Dcgan)
        return network.discriminator, network.generator

    def play(self, network: nn.Module, step: int) -> Iterator[Tensor]:
        """Yield D's loss, of real and forged pictures in batches of their own, then G's."""
        assert isinstance(network, Dcgan)
        real = self.items.batch(self.schedule.batch, self.seed, step)
        fakes = network.generator(self._noise(self.schedule.batch, generator(self.seed, 1, step)))
        loss = minimax_discriminator(network.discriminator(real), network.discriminator(fakes.detach()))
        if self.r1 and step % LAZY == 0:
            loss = loss + 0.5 * self.r1 * LAZY * r1_penalty(network.discriminator, real)
        yield loss
        yield nonsaturating_generator(network.discriminator(fakes))

    def mend(self, network: nn.Module, step: int) -> bool:
        """Change nothing."""
        return False

    def settle(self, network: nn.Module) -> None:
        """Set the running statistics: G's by noise, D's by real pictures."""
        assert isinstance(network, Dcgan)
        noise = self._noise(250 * _SETTLED, generator(self.seed, 3)).split(250)
        blocks.settle(network.generator, network.generator, noise)
        real = (scaled(part) for part in np.array_split(self.items.grey[: 250 * _SETTLED], _SETTLED))
        blocks.settle(network.discriminator, network.discriminator, real)

    @torch.no_grad()
    def validate(self, network: nn.Module) -> float:
        """Return the squared Frechet distance of forged and unseen pictures, both shrunk to 8 by 8."""
        assert isinstance(network, Dcgan)
        noise = self._noise(len(self.items.valid), generator(4)).split(250)
        fakes = torch.cat([_shrunk(network.generator(z)) for z in noise])
        return squared_distance(normal_of(_shrunk(scaled(self.items.valid))), normal_of(fakes))

    @property
    def unit(self) -> str:
        """What that is."""
        return "squared Frechet distance"

    def _noise(self, count: int, draw: torch.Generator) -> Tensor:
        return torch.randn(count, self.config.noise, generator=draw)


def _shrunk(x: Tensor) -> Tensor:
    """Return the means of patches of pictures, (B, C * 64)."""
    return adaptive_avg_pool2d(x, _GRID).flatten(1)


def recipe(name: Name, items: Items, seed: int = 0) -> DcganRecipe:
    """Return the recipe of this name."""
    return DcganRecipe(name=name, items=items, config=CONFIGS[name], r1=R1[name], seed=seed)
