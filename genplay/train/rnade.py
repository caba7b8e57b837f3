"""The recipe of RNADE: grey MNIST digits, dequantised anew every epoch, the last 10,000 to stop early by."""

from dataclasses import asdict, dataclass, field
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from genplay.data import mnist
from genplay.models import rnade
from genplay.models.rnade import Rnade
from genplay.train.digits import generator
from genplay.train.recipe import Schedule

KEPT = 10_000  # training digits, the last ones, that are validated on
EPOCH = 500
SCHEDULE = Schedule(
    steps=40 * EPOCH,
    batch=100,
    lr=1e-3,
    warmup=200,
    weight_decay=0.0,
    ema=0.999,
    clip=2000.0,
    validate_every=EPOCH,
)
_PAPER_WIDTH, _SPREAD = 0.5 / 256, 0.12  # of a component that is all paper, and of the others


@dataclass(frozen=True, slots=True, kw_only=True)
class RnadeRecipe:
    """RNADE by maximum likelihood.

    Args:
        grey: Training digits, (N, D) uint8.
        valid: Validation digits, (M, D) uint8.
        config: The network's size.
        schedule: The numbers of the optimisation.
        seed: Of the initial weights, the order of the digits and their noise.
    """

    grey: NDArray[np.uint8]
    valid: NDArray[np.uint8]
    config: rnade.Config = field(default_factory=rnade.Config)
    schedule: Schedule = SCHEDULE
    seed: int = 0

    @classmethod
    def load(cls, folder: Path | None = None) -> "RnadeRecipe":
        """Return the recipe with its data.

        Raises:
            UserError: The data set is missing.
        """
        images = mnist.load("train", folder).images.reshape(-1, 784)
        return cls(grey=images[:-KEPT], valid=images[-KEPT:])

    def describe(self) -> dict[str, str | int | float]:
        """Return name, seed and all numbers."""
        return {"name": "rnade", "seed": self.seed, **asdict(self.config), **asdict(self.schedule)}

    def network(self) -> Rnade:
        """Return a network whose conditionals start near each pixel's own greys.

        The first component is the paper of a dequantised 0, as likely as the pixel is just that; the others
        are spread over the greys.
        """
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(self.seed)
            network = rnade.build(self.config)
        others = self.config.components - 1
        if not others:
            return network
        paper = torch.from_numpy((self.grey == 0).mean(0)).float().clamp(1e-3, 1 - 1e-3)
        with torch.no_grad():
            alpha, mu, log_sigma = network.b.view(len(paper), 3, -1).unbind(1)
            alpha[:, 0] = torch.log(paper)
            alpha[:, 1:] = torch.log((1 - paper) / others)[:, None]
            mu[:, 0], mu[:, 1:] = _PAPER_WIDTH, (torch.arange(others) + 0.5) / others
            log_sigma[:, 0], log_sigma[:, 1:] = np.log(_PAPER_WIDTH), np.log(_SPREAD)
        return network

    def objective(self, network: nn.Module) -> nn.Module:
        """Return the negative log-density of a batch."""
        assert isinstance(network, Rnade)
        return NegativeLogDensity(network)

    def batch(self, step: int) -> Tensor:
        """Return the digits of a step, dequantised, (B, D) float."""
        size = self.schedule.batch
        epoch, place = divmod(step, len(self.grey) // size)
        order = torch.randperm(len(self.grey), generator=generator(self.seed, 0, epoch))
        chosen = self.grey[order[place * size : (place + 1) * size].numpy()]
        return rnade.dequantise(torch.from_numpy(chosen).float(), generator(self.seed, 1, step))

    def validation(self) -> Tensor:
        """Return the validation digits, dequantised in the same way each time, (M, D) float."""
        return rnade.dequantise(torch.tensor(self.valid).float(), generator(self.seed, 3))


class NegativeLogDensity(nn.Module):
    """-log p(x) of each picture in nats."""

    def __init__(self, network: Rnade) -> None:
        super().__init__()
        self.network = network

    def forward(self, x: Tensor) -> Tensor:
        """Return (B,) losses of (B, D) grey levels."""
        return -rnade.log_prob(self.network, x)
