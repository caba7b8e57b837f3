"""GAN in the plane: a generator forges points, a discriminator tells them from real ones, each learns.

The discriminator D maximises what the generator G minimises (Goodfellow et al. 2014, equation 1)::

    V(D, G) = E_x~p[log D(x)] + E_z[log(1 - D(G(z)))]

For a fixed G, whose points have the density q, the best D is known (their equation 2), and with it the game
measures how far apart p and q are (their equation 6)::

    D*(x) = p(x) / (p(x) + q(x)),    V(D*, G) = -log 4 + 2 JS(p || q)

A D that is sure of itself teaches such a G nothing. Section 3 therefore lets it maximise log D(G(z)): the
non-saturating loss. Two more games are played here: least squares (Mao et al. 2017, equation 9), which has
the same D*, and that of a critic whose slope is held near 1 (Gulrajani et al. 2017, equation 3), which has
none: its values tell how far p and q are apart in the sense of Wasserstein, not which of them is likelier.

Both networks return a number f that is not squashed: D(x) = sigmoid(f(x)) in the game of equation 1, f itself
in the others. Losses are what a player minimises, in nats for equation 1: the mean over a minibatch.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn.functional import softplus

GRAIN = 1e-4
"""Share of a uniform density that the second argument of a KL is mixed with, so that it is finite."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The size of both networks.

    Args:
        noise: Inputs L of the generator.
        generator: Units of each of its hidden layers.
        discriminator: Units of each of the discriminator's.
        limit: The generator's points lie in (-limit, limit) along each axis.

    Raises:
        ValueError: A size is less than 1, or the limit not above 0.
    """

    noise: int = 2
    generator: tuple[int, ...] = (32, 32)
    discriminator: tuple[int, ...] = (32, 32)
    limit: float = 3.0

    def __post_init__(self) -> None:
        if min(self.noise, *self.generator, *self.discriminator) < 1 or not self.limit > 0:
            raise ValueError("all sizes are at least 1, and the limit is above 0")


class Generator(nn.Module):
    """Noise to points of the plane: hidden layers of ReLU, and tanh at the end."""

    def __init__(self, config: Config) -> None:
        super().__init__()
        self.layers = perceptron(config.noise, config.generator, 2)
        self.limit = config.limit

    def forward(self, noise: Tensor) -> Tensor:
        """Return points, (B, 2), of noise, (B, L)."""
        return self.limit * self.layers(noise).tanh()


class Discriminator(nn.Module):
    """Points of the plane to f, by hidden layers of ReLU: the discriminator, or the critic."""

    def __init__(self, config: Config) -> None:
        super().__init__()
        self.layers = perceptron(2, config.discriminator, 1)

    def forward(self, x: Tensor) -> Tensor:
        """Return f, (B,), of points, (B, 2)."""
        return self.layers(x).squeeze(-1)


def perceptron(inputs: int, hidden: tuple[int, ...], outputs: int) -> nn.Sequential:
    """Return linear layers with ReLU between them."""
    widths = (inputs, *hidden, outputs)
    layers: list[nn.Module] = []
    for fan_in, fan_out in pairwise(widths):
        layers += [nn.Linear(fan_in, fan_out), nn.ReLU()]
    return nn.Sequential(*layers[:-1])


def initialise(network: nn.Module, generator: torch.Generator) -> None:
    """Draw the weights from N(0, 1 / inputs), that is with deviation 1 / sqrt(inputs); biases are 0."""
    for layer in network.modules():
        if isinstance(layer, nn.Linear):
            nn.init.normal_(layer.weight, std=layer.in_features**-0.5, generator=generator)
            nn.init.zeros_(layer.bias)


# -- what each player minimises, of f at real and at fake points ---------------------------------------------


def minimax_discriminator(real: Tensor, fake: Tensor) -> Tensor:
    """Return -V(D, G) (Goodfellow et al. 2014, equation 1).

    log D = -softplus(-f), and log(1 - D) = -softplus(f).
    """
    return softplus(-real).mean() + softplus(fake).mean()


def minimax_generator(fake: Tensor) -> Tensor:
    """Return E[log(1 - D(G(z)))], the part of V(D, G) that G has a say in."""
    return -softplus(fake).mean()


def nonsaturating_generator(fake: Tensor) -> Tensor:
    """Return -E[log D(G(z))] (Goodfellow et al. 2014, section 3)."""
    return softplus(-fake).mean()


def leastsquares_discriminator(real: Tensor, fake: Tensor) -> Tensor:
    """Return E[(D(x) - 1)^2] / 2 + E[D(G(z))^2] / 2 (Mao et al. 2017, equation 9), D = f."""
    return 0.5 * (real - 1).square().mean() + 0.5 * fake.square().mean()


def leastsquares_generator(fake: Tensor) -> Tensor:
    """Return E[(D(G(z)) - 1)^2] / 2 (Mao et al. 2017, equation 9)."""
    return 0.5 * (fake - 1).square().mean()


def wasserstein_critic(real: Tensor, fake: Tensor) -> Tensor:
    """Return E[f(G(z))] - E[f(x)], to which the weighted penalty is added (Gulrajani et al., equation 3)."""
    return fake.mean() - real.mean()


def wasserstein_generator(fake: Tensor) -> Tensor:
    """Return -E[f(G(z))] (Gulrajani et al. 2017, algorithm 1)."""
    return -fake.mean()


def gradient_penalty(critic: Callable[[Tensor], Tensor], x: Tensor) -> Tensor:
    """Return E[(|grad f(x)| - 1)^2] (Gulrajani et al. 2017, equation 3), without its weight.

    Args:
        critic: f.
        x: Points between real and fake ones, (B, 2).
    """
    x = x.detach().requires_grad_(True)
    (slope,) = torch.autograd.grad(critic(x).sum(), x, create_graph=True)
    return (slope.norm(dim=-1) - 1).square().mean()


def r1_penalty(critic: Callable[[Tensor], Tensor], x: Tensor) -> Tensor:
    """Return E |grad f(x)|^2 (Mescheder et al. 2018, equation 9), without its weight.

    Args:
        critic: f, a number for each of what it reads, (B,).
        x: Real points or pictures, (B, ...).
    """
    x = x.detach().clone().requires_grad_(True)
    (slope,) = torch.autograd.grad(critic(x).sum(), x, create_graph=True)
    return slope.flatten(1).square().sum(1).mean()


DISCRIMINATOR: Mapping[str, Callable[[Tensor, Tensor], Tensor]] = {
    "minimax": minimax_discriminator,
    "nonsaturating": minimax_discriminator,
    "leastsquares": leastsquares_discriminator,
    "wasserstein": wasserstein_critic,
}
"""What D minimises, of f at real and at fake points, (B,) each; with "wasserstein", the penalty is added."""
GENERATOR: Mapping[str, Callable[[Tensor], Tensor]] = {
    "minimax": minimax_generator,
    "nonsaturating": nonsaturating_generator,
    "leastsquares": leastsquares_generator,
    "wasserstein": wasserstein_generator,
}
"""What G minimises, of f at fake points, (B,)."""
LOGISTIC = frozenset({"minimax", "nonsaturating"})
"""Losses of the game of equation 1: D(x) = sigmoid(f(x))."""

OPTIMUM: Mapping[str, float] = {
    "minimax": -math.log(4),
    "nonsaturating": -math.log(4),
    "leastsquares": 0.25,
    "wasserstein": 0.0,
}
"""What the terms of ``value`` sum to where q = p and D is optimal."""


def verdict(loss: str, f: Tensor) -> Tensor:
    """Return D(x) of f(x); with "wasserstein" the critic's value, which is no probability."""
    return f.sigmoid() if loss in LOGISTIC else f


def value(loss: str, real: Tensor, fake: Tensor) -> tuple[float, float]:
    """Return the two terms of the game, of f at many real and fake points.

    Their sum is V(D, G); with "leastsquares" what D minimises; with "wasserstein", of a critic whose slope is
    1 at most, a lower bound on the distance (Gulrajani et al. 2017, equation 2).
    """
    if loss in LOGISTIC:
        return -float(softplus(-real).mean()), -float(softplus(fake).mean())
    if loss == "leastsquares":
        return 0.5 * float((real - 1).square().mean()), 0.5 * float(fake.square().mean())
    return float(real.mean()), -float(fake.mean())


# -- densities on a lattice ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Lattice:
    """The middles of ``side`` x ``side`` cells that fill the square from -limit to limit along each axis.

    Row 0 is the top one, where y is largest.
    """

    limit: float
    side: int

    @property
    def cell(self) -> float:
        """Area of a cell."""
        return (2 * self.limit / self.side) ** 2

    def axis(self) -> Tensor:
        """Return x of each column, (S,) float32; y of each row is the same from the end on."""
        return (torch.arange(self.side) + 0.5) * (2 * self.limit / self.side) - self.limit

    def points(self) -> Tensor:
        """Return the middles, (S * S, 2), row by row."""
        x, y = torch.meshgrid(self.axis(), self.axis().flip(0), indexing="xy")
        return torch.stack([x, y], -1).reshape(-1, 2)

    def density(self, centres: Tensor, sigmas: Tensor, weights: Tensor) -> Tensor:
        """Return the density of a mixture of round normals, (S, S), scaled so that it sums to 1 here.

        With points for centres and equal sigmas and weights it is their kernel estimate.

        Args:
            centres: (K, 2).
            sigmas: Deviation of each along each axis, (K,).
            weights: (K,).
        """
        # Cut off at 9 sigma, where it is 4e-18: with numbers too small for a normal float, all takes ten
        # times as long (measured).
        away = (self.axis() - centres[:, :, None]).div_(sigmas[:, None, None])  # (K, 2, S)
        x, y = away.square_().mul_(-0.5).clamp_min_(-40).exp_().unbind(1)  # (K, S) each
        sums = (y.flip(-1) * (weights / sigmas.square())[:, None]).T @ x  # (S, S)
        return sums / (sums.sum() * self.cell)


def optimal_discriminator(p: Tensor, q: Tensor) -> Tensor:
    """Return D* = p / (p + q) (Goodfellow et al. 2014, equation 2); NaN where both are 0."""
    return p / (p + q)


def kl_divergence(p: Tensor, q: Tensor, lattice: Lattice) -> float:
    """Return KL(p || q) in nats of densities on a lattice, q mixed with ``GRAIN`` of a uniform one."""
    area = 4 * lattice.limit**2
    floor = (1 - GRAIN) * q + GRAIN / area
    return float((torch.xlogy(p, p) - p * floor.log()).sum() * lattice.cell)


def js_divergence(p: Tensor, q: Tensor, lattice: Lattice) -> float:
    """Return JS(p || q) in nats of densities on a lattice, 0 to log 2."""
    both = torch.xlogy(p, p) + torch.xlogy(q, q) - torch.xlogy(p + q, p + q)
    return min(max(0.5 * float(both.sum() * lattice.cell) + math.log(2), 0.0), math.log(2))


def mean_gap(learned: Tensor, p: Tensor, q: Tensor, lattice: Lattice) -> float:
    """Return the mean of |D - D*| over p and q in equal shares, of D and densities on a lattice."""
    shares = 0.5 * lattice.cell * (p + q)
    away = (learned - optimal_discriminator(p, q)).abs().nan_to_num_(0)
    return float((shares * away).sum())
