"""A classifier of attributes that judges edited pictures; it comes with the checkpoints it has judged."""

from dataclasses import dataclass

from torch import Tensor, nn

from genplay.models.blocks import BatchNorm
from genplay.models.stargan_labels import Attributed

_WIDTHS = (24, 48, 64, 96)
_CORNER = 4  # side of the smallest maps of 64 x 64 pictures


@dataclass(frozen=True, slots=True, kw_only=True)
class Config(Attributed):
    """What it tells."""


class AttributeJudge(nn.Module):
    """Four convolutions with strides, a layer of attributes.

    Args:
        config: What it tells.
    """

    def __init__(self, config: Config) -> None:
        super().__init__()
        self.config = config
        self.labels = config.labels
        layers: list[nn.Module] = []
        for inputs, outputs in zip((3, *_WIDTHS), _WIDTHS, strict=False):
            layers += [nn.Conv2d(inputs, outputs, 3, stride=2, padding=1), BatchNorm(outputs), nn.ReLU()]
        self.trunk = nn.Sequential(*layers, nn.Flatten())
        self.out = nn.Linear(_WIDTHS[-1] * _CORNER**2, len(self.labels.names))

    def forward(self, x: Tensor) -> Tensor:
        """Return logits of the attributes, (B, K), of pictures (B, 3, 64, 64), -1 to 1."""
        return self.out(self.trunk(x))


def build(config: Config) -> AttributeJudge:
    """Return a network of this size."""
    return AttributeJudge(config)
