"""A small classifier whose features the pictures of GANs are compared in; it comes with their checkpoints.

A class may be a combination, one value out of each of several groups, as hair is of one colour and there is a
hat or none: logits then stand for the values, group after group, and classes count through the combinations,
the last group fastest.
"""

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What it reads and tells apart.

    Args:
        side: Pixels along each side, a multiple of 4.
        channels: 1 for grey pictures, 3 for colour.
        groups: Values of each group that it tells apart; just one where classes are no combinations.
        features: F, units of the layer before the last.

    Raises:
        ValueError: A size is less than 1, or the side no multiple of 4.
    """

    side: int = 28
    channels: int = 1
    groups: tuple[int, ...] = (10,)
    features: int = 64

    def __post_init__(self) -> None:
        if min(self.side, self.channels, *self.groups, self.features) < 1 or self.side % 4:
            raise ValueError("all sizes are at least 1, and the side is a multiple of 4")

    @property
    def classes(self) -> int:
        """Combinations of a value out of each group."""
        return math.prod(self.groups)


class Judge(nn.Module):
    """Two convolutions with strides, a layer of features, a layer of values.

    Args:
        config: The size.
    """

    def __init__(self, config: Config) -> None:
        super().__init__()
        self.config = config
        self.trunk = nn.Sequential(
            nn.Conv2d(config.channels, 16, 3, stride=2, padding=1),
            nn.ReLU(),  # (B, 16, S / 2, S / 2)
            nn.Conv2d(16, 32, 3, stride=2, padding=1),
            nn.ReLU(),
            nn.Flatten(),
            nn.Linear(2 * config.side**2, config.features),
            nn.ReLU(),
        )
        self.out = nn.Linear(config.features, sum(config.groups))

    def features(self, x: Tensor) -> Tensor:
        """Return features, (B, F), 0 or more, of pictures, (B, C, S, S)."""
        return self.trunk(x)

    def forward(self, x: Tensor) -> Tensor:
        """Return logits of the values, (B, V)."""
        return self.out(self.features(x))


def build(config: Config) -> Judge:
    """Return a network of this size."""
    return Judge(config)


def loss(logits: Tensor, labels: Tensor, groups: tuple[int, ...]) -> Tensor:
    """Return the mean cross-entropy of classes, (B,), in nats, summed over the groups."""
    values = torch.unravel_index(labels, groups)
    parts = [cross_entropy(part, value) for part, value in zip(logits.split(groups, 1), values, strict=True)]
    return torch.stack(parts).sum()


def likeliest(logits: Tensor, groups: tuple[int, ...]) -> Tensor:
    """Return the likeliest class, (B,), by the likeliest value of each group."""
    found = logits.new_zeros(len(logits), dtype=torch.long)
    for part in logits.split(groups, 1):
        found = found * part.shape[1] + part.argmax(1)
    return found


def probabilities(logits: Tensor, groups: tuple[int, ...]) -> Tensor:
    """Return the probability of each value, (B, V): those of a group sum to 1."""
    return torch.cat([part.softmax(1) for part in logits.split(groups, 1)], 1)
