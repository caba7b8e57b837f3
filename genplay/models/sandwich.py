"""Both sides of log p(x) = ELBO + KL(q || p(z | x)): what one q gives of it, and how to improve that q.

For any normal q over codes, with KL(q || p(z)) in closed form (see ``vae``)::

    ELBO = E_q[log p(x | z)] - KL(q || p(z)) = log p(x) - KL(q || p(z | x))

With two latents each term is measured for itself: the two expectations under q by sums over equal steps
around it, whose nodes lie between each other's, and log p(x) over the whole plane (``quadrature``); that they
add up is then a finding and no definition. With more latents the ELBO is estimated by fixed noise.

The amortised q(z | x) of an encoder is not the best one (Cremer, Li & Duvenaud 2018, "Inference Suboptimality
in Variational Autoencoders"). ``Climber`` improves it for one picture by the natural gradient of the ELBO in
(mu, log sigma), whose metric is that of the normal itself (Amari 1998): the gradient times (sigma^2, 1/2).
"""

import math
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from genplay.models import vae
from genplay.models.quadrature import LogLikelihood, log_prior

REACH = 6.0  # deviations to which q is integrated: 1.5e-8 of it lies beyond
_HALVINGS = 6  # of a step that would lower the ELBO
_GAIN = 1e-5  # nats that a step must bring: the rounding of float32 is of this size
_STEP = 0.7  # of the natural gradient: 1 is a leap to the mode of a normal posterior
_FARTHEST = 1.0  # deviations that mu moves in a step at most, and by how much log sigma


@dataclass(frozen=True, slots=True)
class Nodes:
    """Standard normal noise with weights: an expectation over q is a weighted sum over mu + sigma * eps.

    Attributes:
        eps: (N, L) float64.
        weights: (N,) float64; their sum is 1, but for what lies beyond ``REACH``.
    """

    eps: Tensor
    weights: Tensor

    def codes(self, mu: Tensor, logvar: Tensor) -> Tensor:
        """Return mu + sigma * eps, (N, L), of mu and log sigma^2, (L,)."""
        return vae.reparametrise(mu, logvar, self.eps)

    def mean(self, values: Tensor) -> Tensor:
        """Return the expectation of values at the nodes, (N,), in float64."""
        return self.weights @ values.double()


def hermite(counts: tuple[int, int]) -> Nodes:
    """Return Gauss-Hermite nodes, so many in each of two latents: exact for polynomials of 2 count - 1."""
    rules = [np.polynomial.hermite_e.hermegauss(count) for count in counts]
    nodes = [torch.from_numpy(eps) for eps, _ in rules]
    weights = [torch.from_numpy(weights / weights.sum()) for _, weights in rules]
    return Nodes(torch.cartesian_prod(*nodes), torch.outer(*weights).flatten())


def even(counts: tuple[int, int], shift: float = 0.5) -> Nodes:
    """Return nodes in equal steps, each weighted by the normal's density.

    Of a smooth function under a normal their sum is exact to many digits as soon as a step is less than what
    the function changes in (see ``quadrature``).

    Args:
        counts: Steps in each of two latents, from ``-REACH`` to ``REACH`` deviations.
        shift: Where in its step a node lies, 0 to 1.
    """
    steps = [2 * REACH / count for count in counts]
    rows = [(torch.arange(n).double() + shift) * step - REACH for n, step in zip(counts, steps, strict=True)]
    eps = torch.cartesian_prod(*rows)
    eps = eps[eps.square().sum(1) <= REACH**2]
    return Nodes(eps, log_prior(eps).exp() * steps[0] * steps[1])


def noise(count: int, latent: int, seed: int) -> Nodes:
    """Return nodes drawn once, (count, latent): each with its opposite, and all of the same weight."""
    generator = torch.Generator().manual_seed(seed)
    half = torch.randn((count + 1) // 2, latent, generator=generator, dtype=torch.float64)
    eps = torch.cat((half, -half))[:count]
    return Nodes(eps, torch.full((count,), 1 / count, dtype=torch.float64))


def gap(nodes: Nodes, log_likelihoods: Tensor, mu: Tensor, logvar: Tensor, log_prob: float) -> float:
    """Return KL(q || p(z | x)) in nats: the mean under q of log q - log p(x, z), and log p(x).

    Args:
        nodes: As ``even`` gives them.
        log_likelihoods: log p(x | z) at their codes, (N,).
        mu: Mean of q, (L,).
        logvar: log sigma^2, (L,).
        log_prob: log p(x) in nats.
    """
    log_q = log_prior(nodes.eps) - 0.5 * logvar.sum()
    log_joint = log_likelihoods.double() + log_prior(nodes.codes(mu, logvar))
    return float(nodes.mean(log_q - log_joint)) + log_prob


@dataclass(frozen=True, slots=True)
class Foothold:
    """Where a climb has come to.

    Attributes:
        mu: Mean of q, (L,) float64.
        logvar: log sigma^2, (L,) float64.
        elbo: Its ELBO in nats, by the climber's nodes.
    """

    mu: Tensor
    logvar: Tensor
    elbo: float


class Climber:
    """Improves the q of one picture step by step; its ELBO by the nodes never falls.

    Works in inference mode too, as long as neither the network nor the picture were made there.

    Args:
        log_likelihood: log p(x | z) of codes, differentiable.
        nodes: By which the ELBO is known; the same at every step, so that it is one function that is climbed.
    """

    def __init__(self, log_likelihood: LogLikelihood, nodes: Nodes) -> None:
        self._log_likelihood = log_likelihood
        self._nodes = nodes

    def start(self, mu: Tensor, logvar: Tensor) -> Foothold:
        """Return where a climb from q begins."""
        with torch.inference_mode(mode=False), torch.no_grad():
            mu, logvar = mu.double().clone(), logvar.double().clone()
            return Foothold(mu, logvar, float(self._elbo(mu, logvar)))

    def step(self, at: Foothold) -> Foothold:
        """Return the next foothold, or the same where no step of any length leads higher."""
        with torch.inference_mode(mode=False):
            to_mu, to_log_sigma = self._directions(at)
            widest = at.logvar.clamp(
                min=0.0
            )  # the prior's, unless q is wider: nodes far apart see too little
            for halving in range(_HALVINGS):
                length = _STEP * 0.5**halving
                logvar = torch.minimum(at.logvar + 2 * length * to_log_sigma, widest)
                next_one = self.start(at.mu + length * to_mu, logvar)
                if next_one.elbo > at.elbo + _GAIN:
                    return next_one
        return at

    def _directions(self, at: Foothold) -> tuple[Tensor, Tensor]:
        """Return the natural gradient in mu and in log sigma, (L,) each, cut where it leads far."""
        with torch.enable_grad():
            mu, logvar = at.mu.clone().requires_grad_(), at.logvar.clone().requires_grad_()
            by_mu, by_logvar = torch.autograd.grad(self._elbo(mu, logvar), [mu, logvar])
        deviation = (0.5 * at.logvar).exp()
        moved = (deviation * by_mu).clamp(-_FARTHEST, _FARTHEST)  # in deviations
        return deviation * moved, by_logvar.clamp(-_FARTHEST, _FARTHEST)  # d/d log sigma is 2 d/d logvar

    def _elbo(self, mu: Tensor, logvar: Tensor) -> Tensor:
        reconstruction = self._nodes.mean(self._log_likelihood(self._nodes.codes(mu, logvar)))
        return reconstruction - vae.kl(mu, logvar).sum()


def log_weights(log_likelihood: LogLikelihood, mu: Tensor, logvar: Tensor, eps: Tensor) -> Tensor:
    """Return log w = log p(z) + log p(x | z) - log q(z) of codes of any q, in nats.

    Args:
        log_likelihood: log p(x | z) of codes.
        mu: Mean of q, (L,).
        logvar: log sigma^2, (L,).
        eps: The noise that the codes are made of, (K, L).

    Returns:
        (K,) float64.
    """
    z = vae.reparametrise(mu, logvar, eps)
    return log_likelihood(z).double() + vae.log_prior_over_q(z, logvar, eps)


def runs(log_w: Tensor, count: int) -> Tensor:
    """Return the estimates of L_count, one a run of so many log weights, (N // count,), of (N,) of them."""
    whole = len(log_w) // count
    return torch.logsumexp(log_w[: whole * count].reshape(whole, count), 1) - math.log(count)
