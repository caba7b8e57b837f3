"""StarGAN as the paper has it, at a size of its own: to compare with.

G reads the picture with the target attributes beside it, each as a plane of its size, and returns the whole
new picture (Choi et al. 2018, table 4). D judges patches of it and tells its attributes (table 5). There is
no mask: what shall stay is kept by the way back alone. The edges are filled with zeros, for with reflected
ones instance normalisation would take out just what a plane adds (a note in the authors' code).
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn.functional import relu

from genplay.models.stargan import SIDE, Edited, Verdict
from genplay.models.stargan_labels import Attributed

SLOPE = 0.01  # of D's leaky ReLU below 0
_LAST = 2  # side of D's last maps


@dataclass(frozen=True, slots=True, kw_only=True)
class Config(Attributed):
    """Attributes, and the size of both networks; the paper's are 64 maps, 6 blocks and 64 maps.

    Args:
        attributes: As of ``Attributed``.
        exclusive: Likewise.
        width: Maps of G's first layer; four times as many of its smallest pictures.
        blocks: Residual blocks there.
        judge: Maps of D's first layer; each of the four after it has twice as many.

    Raises:
        ValueError: A size is less than 1, or the attributes are none.
    """

    width: int = 64
    blocks: int = 6
    judge: int = 64

    def __post_init__(self) -> None:
        if min(self.width, self.blocks, self.judge) < 1:
            raise ValueError("all sizes are at least 1")
        Attributed.__post_init__(self)


class Block(nn.Module):
    """A residual block with instance normalisation."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.first = _normed(nn.Conv2d(width, width, kernel_size=3, padding=1, bias=False), width)
        self.second = _normed(nn.Conv2d(width, width, kernel_size=3, padding=1, bias=False), width)

    def forward(self, h: Tensor) -> Tensor:
        """Return features, (B, W, S, S), of such features."""
        return h + self.second(relu(self.first(h)))


class Generator(nn.Module):
    """A picture and planes of the target attributes to the new picture."""

    def __init__(self, config: Config) -> None:
        super().__init__()
        width, attributes = config.width, len(config.labels.names)
        layers: list[nn.Module] = [
            _normed(nn.Conv2d(3 + attributes, width, kernel_size=7, padding=3, bias=False), width),
            nn.ReLU(),
        ]
        for scale in (1, 2):  # (B, 2W, 32, 32), (B, 4W, 16, 16)
            down = nn.Conv2d(scale * width, 2 * scale * width, 4, stride=2, padding=1, bias=False)
            layers += [_normed(down, 2 * scale * width), nn.ReLU()]
        layers += [Block(4 * width) for _ in range(config.blocks)]
        for scale in (2, 1):
            up = nn.ConvTranspose2d(2 * scale * width, scale * width, 4, stride=2, padding=1, bias=False)
            layers += [_normed(up, scale * width), nn.ReLU()]
        layers += [nn.Conv2d(width, 3, kernel_size=7, padding=3, bias=False), nn.Tanh()]
        self.layers = nn.Sequential(*layers)

    def forward(self, x: Tensor, planes: Tensor) -> Edited:
        """Return the new picture, its mask open everywhere.

        Args:
            x: (B, 3, 64, 64), -1 to 1.
            planes: Of the target attributes, 0 to 1, (B, K, 64, 64).
        """
        y = self.layers(torch.cat((x, planes), 1))
        return Edited(y, torch.ones_like(y[:, :1]), y)


class Discriminator(nn.Module):
    """A picture to D's numbers of its patches and the logits of its attributes: no normalisation."""

    def __init__(self, config: Config) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        inputs, outputs, side = 3, config.judge, SIDE
        while side > _LAST:
            layers += [nn.Conv2d(inputs, outputs, 4, stride=2, padding=1), nn.LeakyReLU(SLOPE)]
            inputs, outputs, side = outputs, 2 * outputs, side // 2
        self.trunk = nn.Sequential(*layers)
        self.source = nn.Conv2d(inputs, 1, kernel_size=3, padding=1, bias=False)
        self.attributes = nn.Conv2d(inputs, len(config.labels.names), kernel_size=_LAST, bias=False)

    def forward(self, x: Tensor) -> Verdict:
        """Return what D makes of pictures, (B, 3, 64, 64), -1 to 1; it has no heads for values."""
        h = self.trunk(x)
        return Verdict((self.source(h),), self.attributes(h).flatten(1), (), h.mean((2, 3)))


def _normed(layer: nn.Module, width: int) -> nn.Sequential:
    return nn.Sequential(layer, nn.InstanceNorm2d(width, affine=True))


class PaperStarGan(nn.Module):
    """Both players.

    Args:
        config: The size.
    """

    def __init__(self, config: Config) -> None:
        super().__init__()
        self.config = config
        self.labels = config.labels
        self.generator = Generator(config)
        self.discriminator = Discriminator(config)

    def planes(self, own: Tensor, target: Tensor) -> Tensor:
        """Return what G is told: the target attributes, (B, K), each as a plane, (B, K, 64, 64)."""
        return target[:, :, None, None].expand(-1, -1, SIDE, SIDE)

    def edit(self, x: Tensor, own: Tensor, target: Tensor) -> Edited:
        """Return the picture with other attributes.

        Args:
            x: (B, 3, 64, 64), -1 to 1.
            own: Its attributes, (B, K), 0 to 1; this G is not told.
            target: Those that it shall have, likewise.
        """
        return self.generator(x, self.planes(own, target))


def build(config: Config) -> PaperStarGan:
    """Return a network of this size."""
    return PaperStarGan(config)
