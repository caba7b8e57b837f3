"""The recipe of NADE: dynamically binarized MNIST digits, the fixed validation split for early stopping."""

from dataclasses import asdict, dataclass, field

import torch
from torch import Tensor, nn

from genplay.models import nade
from genplay.models.nade import Nade
from genplay.train.digits import Digits
from genplay.train.recipe import Schedule

EPOCH = 486  # steps over the 48,607 digits that are no source of a validation picture
SCHEDULE = Schedule(
    steps=130 * EPOCH,
    batch=100,
    lr=0.01,
    warmup=500,
    weight_decay=2e-5,
    ema=0.9995,
    clip=25.0,
    validate_every=2 * EPOCH,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NadeRecipe:
    """NADE by maximum likelihood.

    Args:
        digits: What to learn from.
        config: The network's size.
        schedule: The numbers of the optimisation.
        rare: Pixels that are ink less often than this keep zero rows in W and V, only their biases learn:
            what a handful of digits would teach of them is noise (zeroed after training, the validation
            figure fell by 0.02 nats), by which a drawing near the border would be scored.
        seed: Of the initial weights, the order of the digits and their pixels.
    """

    digits: Digits
    config: nade.Config = field(default_factory=nade.Config)
    schedule: Schedule = SCHEDULE
    rare: float = 2e-4
    seed: int = 0

    def describe(self) -> dict[str, str | int | float]:
        """Return name, seed and all numbers."""
        return {
            "name": "nade",
            "seed": self.seed,
            "rare": self.rare,
            **asdict(self.config),
            **asdict(self.schedule),
        }

    def network(self) -> Nade:
        """Return a network whose conditionals start at the pixels' mean ink."""
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(self.seed)
            network = nade.build(self.config)
        mean = self.digits.mean
        common = (mean >= self.rare).float()[:, None]  # (D, 1)
        with torch.no_grad():
            network.b.copy_(torch.logit(mean.clamp(1e-5, 1 - 1e-5)))
            for weights in (network.W, network.V):
                weights.mul_(common)
                weights.register_hook(lambda grad: grad * common.to(grad.device))
        return network

    def objective(self, network: nn.Module) -> nn.Module:
        """Return the negative log-likelihood of a batch."""
        assert isinstance(network, Nade)
        return NegativeLogLikelihood(network)

    def batch(self, step: int) -> Tensor:
        """Return the pictures of a step, (B, D) float, 0 or 1."""
        return self.digits.batch(self.schedule.batch, self.seed, step)

    def validation(self) -> Tensor:
        """Return the validation pictures, (M, D) float."""
        return torch.from_numpy(self.digits.valid).float()


class NegativeLogLikelihood(nn.Module):
    """-log p(x) of each picture in nats: by the compiled step on the CPU, by plain autograd elsewhere."""

    def __init__(self, network: Nade) -> None:
        super().__init__()
        self.network = network

    def forward(self, x: Tensor) -> Tensor:
        """Return (B,) losses of (B, D) pixels."""
        if x.device.type == "cpu" and self.network.W.dtype == torch.float32:
            from genplay.train import nade_kernel  # numba is wanted for training on the CPU only

            return -nade_kernel.log_prob(self.network, x)
        return -nade.log_prob(self.network, x)
