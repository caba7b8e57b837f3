"""A VAE in training, step by step: each step is a function of the weights before it, the seed and its number.

Minimised is the negative ELBO of a minibatch with a weight on its second term (Higgins et al. 2017, equation
4; beta = 1 is the VAE)::

    loss = E_q[-log p(x | z)] + beta KL(q(z | x) || p(z))

in nats a picture or point: sums over pixels, coordinates and latents, the mean over the minibatch. Pictures
of ink and paper have a Bernoulli decoder, points of the plane a Gaussian one whose sigma is given, not
learned::

    -log p(x | z) = sum_i (x_i - f_i(z))^2 / (2 sigma^2) + log sigma + log(2 pi) / 2

There beta and sigma act as one, by beta sigma^2: a direction in which the data's variance is less than that
is not worth its KL, and collapses (exactly so where encoder and decoder are linear: Lucas et al. 2019).
"""

import math
from collections.abc import Callable, Sequence
from typing import Protocol

import torch
from torch import Tensor, nn

from genplay.models import vae
from genplay.models.draws import Draws
from genplay.models.flat import Flat
from genplay.models.nade import log_bernoulli

Likelihood = Callable[[Tensor, Tensor], Tensor]
"""log p(x | z) in nats, (B,), of what the decoder returns and of x, (B, D) each."""


def bernoulli(logits: Tensor, x: Tensor) -> Tensor:
    """Return the log probability of ink and paper in nats, (B,), of (B, D) logits and pixels."""
    return log_bernoulli(logits, x).sum(-1)


def gaussian(sigma: float) -> Likelihood:
    """Return the log density of points about what the decoder returns, with this sigma in each coordinate."""
    constant = math.log(sigma) + 0.5 * math.log(2 * math.pi)

    def log_density(mean: Tensor, x: Tensor) -> Tensor:
        return (-0.5 * ((x - mean) / sigma).square() - constant).sum(-1)

    return log_density


class Hyper(Protocol):
    """What may change from step to step."""

    @property
    def beta(self) -> float:
        """Weight of the KL."""
        ...

    @property
    def rate(self) -> float:
        """Adam's learning rate."""
        ...

    @property
    def batch(self) -> int:
        """Pictures or points in a minibatch."""
        ...


class LiveVae:
    """A VAE and its data, to be trained a step at a time, on the CPU.

    Args:
        config: The size.
        x: The data, (N, D) float32.
        likelihood: What the decoder's output says of x.
        seed: Of the first weights, the minibatches and the noise.
    """

    def __init__(self, config: vae.Config, x: Tensor, likelihood: Likelihood, seed: int) -> None:
        self.network = vae.build(config)
        self.x = x
        self._likelihood = likelihood
        self._draws = Draws(seed)
        _initialise(self.network, self._draws.at(0))
        self._flat = Flat(self.network)

    @property
    def tensors(self) -> Sequence[Tensor]:
        """All that a step changes."""
        return self._flat.tensors

    def step(self, n: int, hyper: Hyper, /) -> tuple[float, float, float] | None:
        """Take step ``n``, counted from 0.

        Returns:
            The minibatch's -log p(x | z), KL and loss before it, in nats a picture or point; None, and
            nothing has changed, if loss or gradient are not finite.
        """
        reconstruction, kl = self._terms(n, hyper.batch)
        loss = reconstruction + hyper.beta * kl
        self._flat.clear()
        loss.backward()
        terms = reconstruction.item(), kl.item(), loss.item()
        if not (all(map(math.isfinite, terms)) and self._flat.finite()):
            return None
        self._flat.adam(n, rate=hyper.rate)
        return terms

    def _terms(self, n: int, batch: int) -> tuple[Tensor, Tensor]:
        generator = self._draws.at(n + 1)
        x = self.x[torch.randint(len(self.x), (batch,), generator=generator)]  # (B, D)
        mu, logvar = self.network.encode(x)
        eps = torch.randn(mu.shape, generator=generator)  # (B, L)
        decoded = self.network.decode(vae.reparametrise(mu, logvar, eps))
        return -self._likelihood(decoded, x).mean(), vae.kl(mu, logvar).sum(-1).mean()


def _initialise(network: nn.Module, generator: torch.Generator) -> None:
    """Set the weights as torch does, uniform within 1 / sqrt(inputs), but drawn from ``generator``."""
    for layer in network.modules():
        if isinstance(layer, nn.Linear):
            bound = 1 / math.sqrt(layer.in_features)
            nn.init.uniform_(layer.weight, -bound, bound, generator=generator)
            nn.init.uniform_(layer.bias, -bound, bound, generator=generator)
