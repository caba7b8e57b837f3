"""The recipes of Row LSTM and Diagonal BiLSTM: dynamically binarized digits, validated on the fixed split."""

from dataclasses import asdict, dataclass, replace
from typing import Literal

import torch
from torch import Tensor, nn

from genplay.models import pixelrnn
from genplay.models.nade import log_bernoulli
from genplay.models.pixelrnn import PixelRnn
from genplay.train.digits import Digits
from genplay.train.recipe import Schedule

EPOCH = 1518  # steps over the 48,607 digits that are no source of a validation picture
Name = Literal["row_lstm", "diagonal_bilstm"]
CONFIGS: dict[Name, pixelrnn.Config] = {
    "row_lstm": pixelrnn.Config(kind="row", hidden=24, layers=5),
    "diagonal_bilstm": pixelrnn.Config(kind="diagonal", hidden=24, layers=4),
}
EPOCHS: dict[Name, int] = {"row_lstm": 19, "diagonal_bilstm": 10}
# The rate stays on its plateau until a fall at the end, so that a training can be made longer on its way.
SCHEDULE = Schedule(
    steps=10 * EPOCH,
    batch=32,
    lr=4e-3,
    warmup=500,
    weight_decay=0.0,
    ema=0.9995,
    clip=20.0,
    validate_every=2 * EPOCH,
    decay=0.5,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PixelRnnRecipe:
    """A PixelRNN by maximum likelihood.

    Args:
        name: "row_lstm" or "diagonal_bilstm".
        digits: What to learn from.
        config: The network's size.
        schedule: The numbers of the optimisation.
        seed: Of the initial weights, the order of the digits and their pixels.
    """

    name: Name
    digits: Digits
    config: pixelrnn.Config
    schedule: Schedule = SCHEDULE
    seed: int = 0

    def describe(self) -> dict[str, str | int | float]:
        """Return name, seed and all numbers."""
        return {"name": self.name, "seed": self.seed, **asdict(self.config), **asdict(self.schedule)}

    def network(self) -> PixelRnn:
        """Return a fresh network whose conditionals start at the mean ink of all pixels."""
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(self.seed)
            network = pixelrnn.build(self.config)
        with torch.no_grad():
            network.out.bias.copy_(torch.logit(self.digits.mean.mean()))
        return network

    def objective(self, network: nn.Module) -> nn.Module:
        """Return the negative log-likelihood of a batch."""
        assert isinstance(network, PixelRnn)
        return NegativeLogLikelihood(network)

    def batch(self, step: int) -> Tensor:
        """Return the pictures of a step, (B, D) float, 0 or 1."""
        return self.digits.batch(self.schedule.batch, self.seed, step)

    def validation(self) -> Tensor:
        """Return the validation pictures, (M, D) float."""
        return torch.from_numpy(self.digits.valid).float()


def recipe(name: Name, digits: Digits) -> PixelRnnRecipe:
    """Return the recipe of this name."""
    schedule = replace(SCHEDULE, steps=EPOCHS[name] * EPOCH)
    return PixelRnnRecipe(name=name, digits=digits, config=CONFIGS[name], schedule=schedule)


class NegativeLogLikelihood(nn.Module):
    """-log p(x) of each picture in nats: by the compiled walk on the CPU, by plain autograd elsewhere."""

    def __init__(self, network: PixelRnn) -> None:
        super().__init__()
        self.network = network

    def forward(self, x: Tensor) -> Tensor:
        """Return (B,) losses of (B, D) pixels."""
        if x.device.type == "cpu" and x.dtype == torch.float32 and self.network.config.hidden % 4 == 0:
            from genplay.train import pixelrnn_kernel  # numba is wanted for training on the CPU only

            logits = pixelrnn_kernel.logits(self.network, x)
        else:
            logits = self.network(x)
        return -log_bernoulli(logits, x).sum(-1)
