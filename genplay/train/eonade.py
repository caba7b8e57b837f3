"""The recipe of the order-agnostic NADE: dynamically binarized digits, a fresh order for each of them."""

from dataclasses import asdict, dataclass, field

import torch
from torch import Tensor, nn

from genplay.models import eonade
from genplay.models.eonade import EoNade
from genplay.models.nade import log_bernoulli
from genplay.train.digits import Digits, generator
from genplay.train.recipe import Schedule

EPOCH = 243  # steps over the 48,607 digits that are no source of a validation picture
SCHEDULE = Schedule(
    steps=400 * EPOCH,
    batch=200,
    lr=1e-3,
    warmup=500,
    weight_decay=0.0,
    ema=0.9995,
    clip=50.0,
    validate_every=10 * EPOCH,
)
_REPEATS = 4  # masks for each validation picture


@dataclass(frozen=True, slots=True, kw_only=True)
class EoNadeRecipe:
    """An order-agnostic NADE by the expected negative log-likelihood over all orders.

    Args:
        digits: What to learn from.
        config: The network's size.
        schedule: The numbers of the optimisation.
        seed: Of the initial weights, the order of the digits, their pixels and their masks.
    """

    digits: Digits
    config: eonade.Config = field(default_factory=eonade.Config)
    schedule: Schedule = SCHEDULE
    seed: int = 0

    def describe(self) -> dict[str, str | int | float]:
        """Return name, seed and all numbers."""
        return {"name": "eonade", "seed": self.seed, **asdict(self.config), **asdict(self.schedule)}

    def network(self) -> EoNade:
        """Return a network whose conditionals start at the pixels' mean ink."""
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(self.seed)
            network = eonade.build(self.config)
        with torch.no_grad():
            network.out.bias.copy_(torch.logit(self.digits.mean.clamp(1e-5, 1 - 1e-5)))
            for layer in (network.ink, network.known):
                layer.weight.mul_(0.5)  # hundreds of known pixels add up
        return network

    def objective(self, network: nn.Module) -> nn.Module:
        """Return the negative log-likelihood of a batch, in expectation over all orders."""
        assert isinstance(network, EoNade)
        return OrderAgnosticLoss(network)

    def batch(self, step: int) -> Tensor:
        """Return pictures with the masks of what is known, (B, 2, D) float."""
        x = self.digits.batch(self.schedule.batch, self.seed, step)
        return _masked(x, generator(self.seed, 2, step))

    def validation(self) -> Tensor:
        """Return validation pictures with masks that are the same each time, (4 M, 2, D) float."""
        x = torch.from_numpy(self.digits.valid).float()
        return torch.cat([_masked(x, generator(self.seed, 3, repeat)) for repeat in range(_REPEATS)])


def _masked(x: Tensor, draw: torch.Generator) -> Tensor:
    return torch.stack((x, eonade.random_masks(len(x), x.shape[1], draw)), 1)


class OrderAgnosticLoss(nn.Module):
    """-log p(x) of each picture in nats, in expectation: what is unknown costs, scaled by its share."""

    def __init__(self, network: EoNade) -> None:
        super().__init__()
        self.network = network

    def forward(self, batch: Tensor) -> Tensor:
        """Return (B,) losses of pictures with masks, (B, 2, D)."""
        x, mask = batch.unbind(1)
        unknown = 1 - mask
        cost = -(log_bernoulli(self.network.given(x, mask), x) * unknown).sum(1)
        return cost * x.shape[1] / unknown.sum(1)
