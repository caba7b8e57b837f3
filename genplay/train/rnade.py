"""The recipe of RNADE: grey clothes, dequantised anew every time, the last 10,000 to stop early by."""

import math
from dataclasses import asdict, dataclass, field

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from genplay.models import rnade
from genplay.models.rnade import Rnade
from genplay.train import rnade_kernel
from genplay.train.clothes import Clothes
from genplay.train.recipe import Schedule

EPOCH = 500
SCHEDULE = Schedule(
    steps=15 * EPOCH,
    batch=100,
    lr=4e-3,
    warmup=200,
    weight_decay=0.0,
    ema=0.999,
    clip=1000.0,
    validate_every=EPOCH,
    decay=0.6,
)
_PAPER = 0.5 / 256, math.sqrt(1 / 12) / 256  # mean and standard deviation of a dequantised 0
_LEAST = 0.02  # of a component's spread at the start
_WIDTH = 0.7  # of it, in distances of neighbouring quantiles
_FEW = 1e-3  # share of the items with ink at a pixel, below which their greys say little


@dataclass(frozen=True, slots=True, kw_only=True)
class RnadeRecipe:
    """RNADE by maximum likelihood.

    Half of all pixels are paper, exactly 0, and their component is a hundred times narrower than others: what
    the hidden units do to its place as they learn costs hundreds of nats. So its place and its width are set
    and stay; how likely it is, which says where the paper is, is learned (after 300 steps with 50 hidden
    units, the validation figure was 220 nats better). V starts at 0 for the same reason.

    Args:
        clothes: What to learn from.
        config: The network's size.
        schedule: The numbers of the optimisation.
        seed: Of the initial weights, the order of the items and their noise.
    """

    clothes: Clothes
    config: rnade.Config = field(default_factory=lambda: rnade.Config(hidden=200, components=8))
    schedule: Schedule = SCHEDULE
    seed: int = 0

    def describe(self) -> dict[str, str | int | float]:
        """Return name, seed and all numbers."""
        return {"name": "rnade", "seed": self.seed, **asdict(self.config), **asdict(self.schedule)}

    def network(self) -> Rnade:
        """Return a network whose conditionals start at each pixel's own greys.

        The first component is the paper of a dequantised 0, as likely as the pixel is just that; the others
        are spread over the quantiles of the ink.
        """
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(self.seed)
            network = rnade.build(self.config)
        count, dims = self.config.components, self.config.dims
        keep = torch.ones(3, count)
        with torch.no_grad():
            network.V.zero_()
            if count > 1:
                keep[1:, 0] = 0
                self._start(*network.b.view(dims, 3, count).unbind(1))
        keep = keep.flatten()
        for weights in (network.V, network.b):
            weights.register_hook(lambda grad: grad * keep.to(grad))
        return network

    def _start(self, alpha: Tensor, mu: Tensor, s: Tensor) -> None:
        """Fill the biases, each (D, K); K is at least 2."""
        others = self.config.components - 1
        paper = torch.from_numpy((self.clothes.grey == 0).mean(0)).float().clamp(1e-3, 1 - 1e-3)
        place, spread = (torch.from_numpy(part).float() for part in _ink(self.clothes.grey, others))
        alpha[:, 0], alpha[:, 1:] = torch.log(paper), torch.log((1 - paper) / others)[:, None]
        mu[:, 0], mu[:, 1:] = _PAPER[0], place
        # The soft floor adds itself to every sigma.
        s[:, 0] = math.log(max(_PAPER[1] - self.config.floor, 0.1 * self.config.floor))
        s[:, 1:] = torch.log((spread - self.config.floor).clamp(min=0.1 * self.config.floor))

    def objective(self, network: nn.Module) -> nn.Module:
        """Return the negative log-density of a batch."""
        assert isinstance(network, Rnade)
        return NegativeLogDensity(network)

    def batch(self, step: int) -> Tensor:
        """Return the items of a step, dequantised, (B, D) float."""
        return self.clothes.batch(self.schedule.batch, self.seed, step)

    def validation(self) -> Tensor:
        """Return the validation items, dequantised in the same way each time, (M, D) float."""
        return self.clothes.validation()


class NegativeLogDensity(nn.Module):
    """-log p(x) of each picture in nats."""

    def __init__(self, network: Rnade) -> None:
        super().__init__()
        self.network = network

    def forward(self, x: Tensor) -> Tensor:
        """Return (B,) losses of (B, D) grey levels."""
        return -rnade_kernel.log_prob(self.network, x)


def _ink(grey: NDArray[np.uint8], count: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the quantiles of each pixel's greys that are no paper, and how far they are apart, (D, count).

    Where there is next to no ink, both are those of evenly spread greys.
    """
    ascending = np.sort(np.ascontiguousarray(grey.T), axis=1, kind="stable")  # (D, N); counted, not compared
    papers = (ascending == 0).sum(1)
    inked = ascending.shape[1] - papers
    middle = (np.arange(count) + 0.5) / count
    places = np.minimum(papers[:, None] + inked[:, None] * middle, ascending.shape[1] - 1).astype(np.intp)
    quantiles = (np.take_along_axis(ascending, places, 1) + 0.5) / 256
    quantiles[inked < _FEW * len(grey)] = middle
    apart = np.gradient(quantiles, axis=1) if count > 1 else np.full_like(quantiles, 0.3)
    return quantiles, np.maximum(_WIDTH * apart, _LEAST)
