"""DCGAN: a GAN of pictures whose players are convolutions all through (Radford, Metz & Chintala 2016).

The game is that of Goodfellow et al. 2014, the generator's loss the non-saturating one (``models.gan2d``).
What made it stable are the architecture's rules (the paper's section 3): strides instead of pooling, no
hidden layer without maps, batch normalisation everywhere but at G's last layer and D's first, ReLU in G and
tanh at its end, leaky ReLU of slope 0.2 in D, weights from N(0, 0.02).

Two departures: the noise is standard normal (the paper's is uniform in -1 to 1), so that interpolation along
the sphere and truncation mean something; and pictures are shown by the average of G's weights. A third where
``normed`` is False: D then has no batch normalisation, so that its gradient at a picture is that picture's
alone and can be held small (R1, Mescheder et al. 2018).

G's first layer is linear in the noise up to its ReLU. The principal components of what it returns are known
without drawing any noise (``directions``): they are the right singular vectors of that layer.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn.functional import adaptive_max_pool2d

from genplay.models.blocks import BatchNorm

SLOPE = 0.2  # of D's leaky ReLU below 0
SIDES = (32, 64)
_CORNER = 4  # side of the smallest maps
_STD = 0.02  # of the weights at first


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The size of both networks.

    Args:
        side: Pixels along each side, 32 or 64.
        channels: 1 for grey pictures, 3 for colour.
        noise: Numbers of noise L.
        width: Maps W of the layer nearest to the picture; each layer further in has twice as many.
        normed: Whether D has batch normalisation, as in the paper.

    Raises:
        ValueError: A size is less than 1, or the side none of the two.
    """

    side: int = 32
    channels: int = 1
    noise: int = 100
    width: int = 32
    normed: bool = True

    def __post_init__(self) -> None:
        if min(self.channels, self.noise, self.width) < 1 or self.side not in SIDES:
            raise ValueError("channels, noise and width are at least 1, and the side is 32 or 64")

    @property
    def widths(self) -> tuple[int, ...]:
        """Maps of each layer, from the picture inwards."""
        return tuple(self.width << depth for depth in range((self.side // _CORNER).bit_length() - 1))


class Generator(nn.Module):
    """Noise to pictures, by transposed convolutions."""

    def __init__(self, config: Config) -> None:
        super().__init__()
        self.config = config
        inner = config.widths[::-1]
        first = nn.ConvTranspose2d(config.noise, inner[0], _CORNER, bias=False)
        stages = [nn.Sequential(first, BatchNorm(inner[0]), nn.ReLU())]  # (B, 4W, 4, 4), with 64 pixels 8W
        for fan_in, fan_out in pairwise(inner):
            layer = nn.ConvTranspose2d(fan_in, fan_out, 4, stride=2, padding=1, bias=False)
            stages.append(nn.Sequential(layer, BatchNorm(fan_out), nn.ReLU()))
        last = nn.ConvTranspose2d(inner[-1], config.channels, 4, stride=2, padding=1)
        self.stages = nn.ModuleList([*stages, nn.Sequential(last, nn.Tanh())])

    def forward(self, z: Tensor) -> Tensor:
        """Return pictures, (B, C, S, S), -1 to 1, of noise, (B, L), standard normal."""
        return self.maps(z)[-1]

    def maps(self, z: Tensor) -> Sequence[Tensor]:
        """Return what each layer returns, (B, W', S', S') each; the last are the pictures."""
        h, found = z[:, :, None, None], []
        for stage in self.stages:
            h = stage(h)
            found.append(h)
        return found


class Discriminator(nn.Module):
    """Pictures to the logit of "real", by convolutions."""

    def __init__(self, config: Config) -> None:
        super().__init__()
        layers = [nn.Sequential(nn.Conv2d(config.channels, config.width, 4, 2, 1), nn.LeakyReLU(SLOPE))]
        for fan_in, fan_out in pairwise(config.widths):
            layer = nn.Conv2d(fan_in, fan_out, 4, stride=2, padding=1, bias=not config.normed)
            norm = [BatchNorm(fan_out)] if config.normed else []
            layers.append(nn.Sequential(layer, *norm, nn.LeakyReLU(SLOPE)))
        self.stages = nn.ModuleList(layers)
        self.verdict = nn.Conv2d(config.widths[-1], 1, _CORNER)

    def forward(self, x: Tensor) -> Tensor:
        """Return logits, (B,), of pictures, (B, C, S, S), -1 to 1."""
        return self.verdict(self.maps(x)[-1]).flatten()

    def maps(self, x: Tensor) -> Sequence[Tensor]:
        """Return what each layer makes of pictures, (B, W', S', S') each."""
        found = []
        for stage in self.stages:
            x = stage(x)
            found.append(x)
        return found

    def features(self, x: Tensor) -> Tensor:
        """Return all layers' maps, their largest values on a grid of 4 by 4, (B, F) (section 5.1)."""
        pooled = [adaptive_max_pool2d(maps, _CORNER).flatten(1) for maps in self.maps(x)]
        return torch.cat(pooled, 1)


class Dcgan(nn.Module):
    """Both players.

    Args:
        config: The size.
    """

    def __init__(self, config: Config) -> None:
        super().__init__()
        self.config = config
        self.generator = Generator(config)
        self.discriminator = Discriminator(config)


def build(config: Config) -> Dcgan:
    """Return a network of this size."""
    return Dcgan(config)


def initialise(network: Dcgan) -> None:
    """Draw the weights from N(0, 0.02), the gains of batch normalisation from N(1, 0.02); its biases are 0.

    Without normalisation the paper's weights would let nothing through D: its are then as wide as keeps the
    size of what comes through (He et al. 2015).
    """
    for layer in network.modules():
        if isinstance(layer, nn.Conv2d) and not network.config.normed:
            nn.init.kaiming_normal_(layer.weight, a=SLOPE)
        elif isinstance(layer, nn.Conv2d | nn.ConvTranspose2d):
            nn.init.normal_(layer.weight, std=_STD)
        elif isinstance(layer, BatchNorm):
            nn.init.normal_(layer.weight, 1.0, _STD)
            nn.init.zeros_(layer.bias)


@torch.no_grad()
def directions(generator: Generator) -> tuple[Tensor, Tensor]:
    """Return the principal components of what G's first layer returns before its ReLU.

    That is linear in the noise, whose parts are independent: with A its matrix, normalisation included, the
    covariance is A A^T, and the noise that moves it along its components are A's right singular vectors
    (Härkönen et al. 2020 find them from many draws).

    Returns:
        Directions of the noise, (L, L), a row each of length 1, that of the largest deviation first; and the
        share of the variance along each, (L,).
    """
    first = generator.stages[0]
    assert isinstance(first, nn.Sequential)
    layer, norm = first[0], first[1]
    assert isinstance(layer, nn.ConvTranspose2d)
    assert isinstance(norm, BatchNorm)
    gain = norm.weight / (norm.variance + 1e-5).sqrt()  # (W,)
    matrix = (layer.weight * gain[:, None, None]).flatten(1).T  # (W * 16, L)
    _, deviations, rows = torch.linalg.svd(matrix.double(), full_matrices=False)
    # A component has no sign of its own: let the largest part be positive, so that it is the same everywhere.
    signs = rows.gather(1, rows.abs().argmax(1, keepdim=True)).sign()
    shares = deviations.square() / deviations.square().sum()
    return (rows * signs).float(), shares.float()
