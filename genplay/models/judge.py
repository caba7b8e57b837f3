"""A small classifier whose features the pictures of GANs are compared in; it comes with their checkpoints."""

from dataclasses import dataclass

from torch import Tensor, nn


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What it reads and tells apart.

    Args:
        side: Pixels along each side, a multiple of 4.
        channels: 1 for grey pictures, 3 for colour.
        classes: That it tells apart.
        features: F, units of the layer before the last.

    Raises:
        ValueError: A size is less than 1, or the side no multiple of 4.
    """

    side: int = 28
    channels: int = 1
    classes: int = 10
    features: int = 64

    def __post_init__(self) -> None:
        if min(self.side, self.channels, self.classes, self.features) < 1 or self.side % 4:
            raise ValueError("all sizes are at least 1, and the side is a multiple of 4")


class Judge(nn.Module):
    """Two convolutions with strides, a layer of features, a layer of classes.

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
        self.out = nn.Linear(config.features, config.classes)

    def features(self, x: Tensor) -> Tensor:
        """Return features, (B, F), 0 or more, of pictures, (B, C, S, S)."""
        return self.trunk(x)

    def forward(self, x: Tensor) -> Tensor:
        """Return logits of the classes, (B, K)."""
        return self.out(self.features(x))


def build(config: Config) -> Judge:
    """Return a network of this size."""
    return Judge(config)
