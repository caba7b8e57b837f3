"""The recipe of NADE: dynamically binarized MNIST digits, the fixed validation split for early stopping."""

from dataclasses import asdict, dataclass, field

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from genplay.models import nade
from genplay.models.nade import Nade
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

    Every epoch sees fresh pixels, each 1 with the probability that its grey level gives: that regularises,
    and is allowed as long as no source of a validation picture is among the digits.

    Args:
        grey: Training digits, (N, D) uint8.
        valid: Validation pictures, (M, D) uint8, 0 or 1.
        config: The network's size.
        schedule: The numbers of the optimisation.
        rare: Pixels that are ink less often than this keep zero rows in W and V, only their biases learn:
            what a handful of digits would teach of them is noise (zeroed after training, the validation
            figure fell by 0.02 nats), by which a drawing near the border would be scored.
        seed: Of the initial weights, the order of the digits and their pixels.
    """

    grey: NDArray[np.uint8]
    valid: NDArray[np.uint8]
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
        mean = torch.from_numpy(self.grey.mean(0) / 255).float()
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
        size = self.schedule.batch
        epoch, place = divmod(step, len(self.grey) // size)
        order = torch.randperm(len(self.grey), generator=_generator(self.seed, 0, epoch))
        chosen = order[place * size : (place + 1) * size].numpy()
        noise = torch.rand(size, self.grey.shape[1], generator=_generator(self.seed, 1, step))
        return (noise < torch.from_numpy(self.grey[chosen]) / 255).float()

    def validation(self) -> Tensor:
        """Return the validation pictures, (M, D) float."""
        return torch.from_numpy(self.valid).float()


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


def _generator(*keys: int) -> torch.Generator:
    # SeedSequence mixes the keys, so that neighbouring steps have unrelated streams.
    seed = np.random.SeedSequence(keys).generate_state(1, np.uint64)[0]
    return torch.Generator().manual_seed(int(seed) & (2**63 - 1))
