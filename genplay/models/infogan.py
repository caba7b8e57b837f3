"""InfoGAN: a GAN whose inputs come to mean something, because the picture must tell what they were.

The generator reads noise z and codes c: one of ten categories, and two numbers between -1 and 1. What a
picture tells of its codes is bounded from below by any network Q that guesses them (Chen et al. 2016,
equations 4 and 6), and the players' game is V(D, G) of the GAN less that bound::

    L_I(G, Q) = E_c, x~G(z,c)[log Q(c | x)] + H(c) <= I(c; G(z, c))
    min over G, Q, max over D:    V(D, G) - lambda L_I(G, Q)

H(c) is known: log 10 = 2.3026 nats for the category, so L_I of it is that less a cross-entropy, and no more
than log 10. Q shares all but its last layers with D.

Q of the category is a softmax: ``logits`` are what comes before it. Q of a number is a normal. The mean
alone has a say in the game (the deviation is 1 there, as in the authors' code); the deviation that is shown
is learned beside it, and its gradient ends at the features that it is read from.
"""

import math
from dataclasses import dataclass
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn.functional import (
    binary_cross_entropy_with_logits,
    cross_entropy,
    gaussian_nll_loss,
    one_hot,
)

from genplay.models.blocks import BatchNorm

SIDE = 28
SLOPE = 0.1  # of the leaky ReLU below 0
_CORNER = SIDE // 4  # side of the smallest maps
_PAPER = -2.0  # bias of the last layer: sigmoid(-2) is about the mean ink of a digit


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The size of both networks, and how the generator reads its codes.

    Args:
        noise: Numbers of noise.
        categories: Values of the category.
        numbers: Codes that are numbers, each -1 to 1.
        width: Maps of the widest pictures; twice as many of the smaller ones.
        hidden: Units of the layers without maps.
        reader: Units of Q's own layer.
        scale: What the one of the category is multiplied by.
        deviation: Standard deviation of the noise.
        normed: Whether D has batch normalisation, as in the paper.

    Raises:
        ValueError: A size is less than 1, or scale or deviation not above 0.
    """

    noise: int = 62
    categories: int = 10
    numbers: int = 2
    width: int = 64
    hidden: int = 1024
    reader: int = 128
    scale: float = 1.0
    deviation: float = 1.0
    normed: bool = True

    def __post_init__(self) -> None:
        sizes = (self.noise, self.categories, self.numbers, self.width, self.hidden, self.reader)
        if min(sizes) < 1 or min(self.scale, self.deviation) <= 0:
            raise ValueError("all sizes are at least 1, scale and deviation above 0")

    @property
    def ceiling(self) -> float:
        """The entropy of the category in nats, the most that L_I can be."""
        return math.log(self.categories)


class Codes(NamedTuple):
    """What the generator reads: noise (B, Z) standard normal, category (B,) int64, numbers (B, N)."""

    noise: Tensor
    category: Tensor
    numbers: Tensor


class Reading(NamedTuple):
    """What D and Q make of pictures.

    Attributes:
        verdict: Logit of "real", (B,).
        logits: Of the category, (B, C).
        mean: Of Q's normal over the numbers, (B, N).
        logvar: Log of its variance, (B, N).
    """

    verdict: Tensor
    logits: Tensor
    mean: Tensor
    logvar: Tensor


class Generator(nn.Module):
    """Noise and codes to pictures: two linear layers, two transposed convolutions."""

    def __init__(self, config: Config) -> None:
        super().__init__()
        self.config = config
        width, hidden = config.width, config.hidden
        inputs = config.noise + config.categories + config.numbers
        self.layers = nn.Sequential(
            nn.Linear(inputs, hidden, bias=False),
            BatchNorm(hidden),
            nn.ReLU(),
            nn.Linear(hidden, 2 * width * _CORNER**2, bias=False),
            BatchNorm(2 * width * _CORNER**2),
            nn.ReLU(),
            nn.Unflatten(1, (2 * width, _CORNER, _CORNER)),  # (B, 2W, 7, 7)
            nn.ConvTranspose2d(2 * width, width, kernel_size=4, stride=2, padding=1, bias=False),
            BatchNorm(width),
            nn.ReLU(),  # (B, W, 14, 14)
            nn.ConvTranspose2d(width, 1, kernel_size=4, stride=2, padding=1),
        )

    def forward(self, noise: Tensor, category: Tensor, numbers: Tensor) -> Tensor:
        """Return pictures, (B, 1, 28, 28), 0 paper to 1 ink.

        Args:
            noise: Standard normal, (B, Z).
            category: One-hot, or any shares of the categories, (B, C).
            numbers: -1 to 1 in training, (B, N).
        """
        config = self.config
        read = torch.cat((noise * config.deviation, category * config.scale, numbers), 1)
        return self.layers(read).sigmoid()

    def of(self, codes: Codes) -> Tensor:
        """Return the pictures of codes, (B, 1, 28, 28)."""
        shares = one_hot(codes.category, self.config.categories).to(codes.noise)
        return self(codes.noise, shares, codes.numbers)


class Reader(nn.Module):
    """Pictures to D's verdict and Q's posterior over the codes, by the same convolutions."""

    def __init__(self, config: Config) -> None:
        super().__init__()
        width, hidden = config.width, config.hidden
        self.trunk = nn.Sequential(
            nn.Conv2d(1, width, kernel_size=4, stride=2, padding=1),
            nn.LeakyReLU(SLOPE),  # (B, W, 14, 14)
            *_block(nn.Conv2d(width, 2 * width, 4, 2, 1, bias=not config.normed), config.normed),
            nn.Flatten(),
            *_block(nn.Linear(2 * width * _CORNER**2, hidden, bias=not config.normed), config.normed),
        )
        self.verdict = nn.Linear(hidden, 1)
        self.guess = nn.Sequential(*_block(nn.Linear(hidden, config.reader), config.normed))
        self.category = nn.Linear(config.reader, config.categories)
        self.mean = nn.Linear(config.reader, config.numbers)
        self.logvar = nn.Linear(config.reader, config.numbers)

    def forward(self, x: Tensor, *, apart: bool = False) -> Reading:
        """Return what D and Q make of pictures, (B, 1, 28, 28), 0 to 1.

        Args:
            x: The pictures.
            apart: Whether Q's gradient ends at the layers that it shares with D.
        """
        h = self.trunk(x)
        g = self.guess(h.detach() if apart else h)
        return Reading(
            self.verdict(h).squeeze(1), self.category(g), self.mean(g), self.logvar(g.detach()).clamp(-8, 4)
        )


def _block(layer: nn.Module, normed: bool) -> list[nn.Module]:
    """Return a layer, its batch normalisation where there is one, and the leaky ReLU."""
    if not normed:
        return [layer, nn.LeakyReLU(SLOPE)]
    if isinstance(layer, nn.Conv2d):
        return [layer, BatchNorm(layer.out_channels), nn.LeakyReLU(SLOPE)]
    assert isinstance(layer, nn.Linear)
    return [layer, BatchNorm(layer.out_features), nn.LeakyReLU(SLOPE)]


class InfoGan(nn.Module):
    """Both players.

    Args:
        config: The size.
    """

    def __init__(self, config: Config) -> None:
        super().__init__()
        self.config = config
        self.generator = Generator(config)
        self.reader = Reader(config)
        nn.init.constant_(self.generator.layers[-1].bias, _PAPER)  # type: ignore[arg-type]


def build(config: Config) -> InfoGan:
    """Return a network of this size."""
    return InfoGan(config)


def draw_codes(config: Config, count: int, generator: torch.Generator) -> Codes:
    """Return codes as in training: c1 ~ Cat(C), the numbers ~ Unif(-1, 1)."""
    noise = torch.randn(count, config.noise, generator=generator)
    category = torch.randint(config.categories, (count,), generator=generator)
    return Codes(noise, category, torch.rand(count, config.numbers, generator=generator) * 2 - 1)


# -- what the players minimise -------------------------------------------------------------------------------


def verdict_loss(real: Tensor, fake: Tensor, *, target: float = 1.0) -> Tensor:
    """Return what D minimises, -V(D, G), of its logits at real and at fake pictures.

    Args:
        real: (B,).
        fake: (B,).
        target: What D shall say of a real picture; below 1 it never grows sure (Salimans et al. 2016).
    """
    return binary_cross_entropy_with_logits(real, torch.full_like(real, target)) + (
        binary_cross_entropy_with_logits(fake, torch.zeros_like(fake))
    )


def forger_loss(fake: Tensor) -> Tensor:
    """Return -E[log D(G(z, c))], the non-saturating loss, of D's logits at fake pictures, (B,)."""
    return binary_cross_entropy_with_logits(fake, torch.ones_like(fake))


def category_loss(reading: Reading, codes: Codes) -> Tensor:
    """Return -E[log Q(c1 | x)], (), in nats: a cross-entropy, of logits."""
    return cross_entropy(reading.logits, codes.category)


def number_loss(reading: Reading, codes: Codes) -> Tensor:
    """Return -E[log Q(c2, c3 | x)] of normals with deviation 1, (), in nats, less what is constant."""
    return 0.5 * (reading.mean - codes.numbers).square().sum(1).mean()


def spread_loss(reading: Reading, codes: Codes) -> Tensor:
    """Return -E[log Q] of the numbers with the deviation that is shown, (): learns that deviation only."""
    return gaussian_nll_loss(reading.mean.detach(), codes.numbers, reading.logvar.exp())


def information(reading: Reading, codes: Codes) -> Tensor:
    """Return L_I of the category, (), in nats: H(c) + E[log Q(c | x)], at most log C."""
    return math.log(reading.logits.shape[1]) - category_loss(reading, codes)


def invariant_information(first: Tensor, second: Tensor, *, balance: float = 1.0) -> Tensor:
    """Return the information that the categories of two views of one picture have of one another, ().

    With J the joint distribution of both, made symmetric (Ji et al. 2019, equation 3)::

        I = sum_cd J_cd (log J_cd - balance (log J_c + log J_d))

    Args:
        first: Logits at one view, (B, C).
        second: Logits at the other.
        balance: Weight of the entropies; above 1 it favours categories that are used equally often.
    """
    joint = first.softmax(1).T @ second.softmax(1) / len(first)
    joint = (0.5 * (joint + joint.T)).clamp_min(1e-8)
    along = joint.sum(1).log()
    return (joint * (joint.log() - balance * (along[:, None] + along))).sum()
