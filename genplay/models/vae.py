"""VAE: a picture is decoded from a few hidden numbers, and an encoder guesses which ones it came from.

A code z is drawn from a standard normal, and each pixel is ink with the probability that the decoder gives
it, independently of the others once z is known (Kingma & Welling 2014)::

    p(x) = integral of p(z) p(x | z) dz,   p(z) = N(0, I),   p(x | z) = prod_i Bernoulli(x_i; sigm(f_i(z)))
    q(z | x) = N(mu(x), diag sigma^2(x)),  z = mu + sigma * eps,  eps ~ N(0, I)

The integral has no closed form. The encoder's q makes of it a bound from below, the ELBO (their equation 3),
whose second term is known exactly (their appendix B)::

    log p(x) >= E_q[log p(x | z)] - KL(q || p),   KL = sum_j (mu_j^2 + sigma_j^2 - 1 - log sigma_j^2) / 2

What the bound lacks is KL(q(z | x) || p(z | x)). It shrinks with more than one code (Burda, Grosse &
Salakhutdinov 2016, equation 8)::

    L_K = E[log 1/K sum_k w_k],   w_k = p(z_k) p(x | z_k) / q(z_k | x),   z_k ~ q(z | x)
    ELBO = L_1 <= L_K <= L_{K+1} <= log p(x)

Every sum over pixels and over latents is a sum: a mean over the pixels would multiply the KL by 784.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn.functional import silu

from genplay.models.nade import log_bernoulli

ROWS = 500  # codes decoded at once by log_evidence: larger blocks leave the cache


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The size of a VAE with one layer of latents.

    Args:
        dims: Number of pixels D.
        latent: Number of latents L.
        hidden: Units H of each hidden layer.
        layers: Hidden layers of the encoder, and of the decoder.

    Raises:
        ValueError: One of them is less than 1.
    """

    dims: int = 784
    latent: int = 50
    hidden: int = 500
    layers: int = 3

    def __post_init__(self) -> None:
        if min(self.dims, self.latent, self.hidden, self.layers) < 1:
            raise ValueError("dims, latent, hidden and layers are at least 1")


class Perceptron(nn.Module):
    """Hidden layers, each but the first added to what it reads, and a linear layer: encoder or decoder.

    Args:
        inputs: Width of what it reads.
        hidden: Units of each hidden layer.
        layers: Hidden layers.
        outputs: Width of what it returns.
    """

    def __init__(self, inputs: int, hidden: int, layers: int, outputs: int) -> None:
        super().__init__()
        widths = [inputs, *[hidden] * (layers - 1)]
        self.hidden = nn.ModuleList([nn.Linear(width, hidden) for width in widths])
        self.norms = nn.ModuleList([nn.LayerNorm(hidden) for _ in widths])
        self.out = nn.Linear(hidden, outputs)

    def forward(self, x: Tensor) -> Tensor:
        """Return (..., outputs) of (..., inputs)."""
        return self.out(self.features(x))

    def features(self, x: Tensor) -> Tensor:
        """Return what the last hidden layer makes of (..., inputs), (..., H)."""
        first, *others = zip(self.hidden, self.norms, strict=True)
        h = silu(first[1](first[0](x)))  # (..., H)
        for layer, norm in others:
            h = h + silu(norm(layer(h)))
        return h


class Vae(nn.Module):
    """An encoder from pictures to normals over codes, and a decoder from codes to pictures.

    Args:
        config: The size.
    """

    def __init__(self, config: Config) -> None:
        super().__init__()
        self.config = config
        hidden, layers = config.hidden, config.layers
        self.encoder = Perceptron(config.dims, hidden, layers, 2 * config.latent)
        self.decoder = Perceptron(config.latent, hidden, layers, config.dims)

    def encode(self, x: Tensor, *, settled: bool = False) -> tuple[Tensor, Tensor]:
        """Return what q(z | x) is made of.

        Args:
            x: Pixels, (B, D), 0 or 1.
            settled: Whether the encoder's hidden layers shall stay as they are: their gradient is 0 then.

        Returns:
            mu and log sigma^2, (B, L) each, of x's dtype: for a code, bfloat16 would be too coarse.
        """
        h = self.encoder.features(x)
        if settled:
            h = h.detach() + 0 * h  # 0 rather than none: several devices wait for each other's gradients
        mu, logvar = self.encoder.out(h).to(x.dtype).chunk(2, -1)
        return mu, logvar

    def decode(self, z: Tensor) -> Tensor:
        """Return the logits of p(x_i = 1 | z), (..., D), of codes (..., L)."""
        return self.decoder(z).to(z.dtype)

    def forward(self, x: Tensor) -> Tensor:
        """Return the logits of the picture decoded from the mean of q(z | x), (B, D) of (B, D) pixels."""
        return self.decode(self.encode(x)[0])


def build(config: Config) -> Vae:
    """Return a freshly initialised VAE of this size."""
    return Vae(config)


def reparametrise(mu: Tensor, logvar: Tensor, eps: Tensor) -> Tensor:
    """Return the codes mu + sigma * eps: noise drawn apart from mu and sigma, which then get a gradient.

    Args:
        mu: (B, L).
        logvar: log sigma^2, (B, L).
        eps: Standard normal noise, (..., B, L).

    Returns:
        (..., B, L).
    """
    return mu + torch.exp(0.5 * logvar) * eps


def kl(mu: Tensor, logvar: Tensor) -> Tensor:
    """Return KL(N(mu, sigma^2) || N(0, 1)) of each latent in nats, of any shape; a code's is their sum."""
    return 0.5 * (mu.square() + logvar.exp() - 1 - logvar)


def log_likelihood(model: Vae, x: Tensor, z: Tensor) -> Tensor:
    """Return log p(x | z) in nats, (..., B), of pixels (B, D) and codes (..., B, L)."""
    return log_bernoulli(model.decode(z), x).sum(-1)


def elbo(model: Vae, x: Tensor, eps: Tensor) -> Tensor:
    """Return an estimate of the ELBO of each picture in nats, its KL in closed form.

    Args:
        model: The network.
        x: Pixels, (B, D), 0 or 1.
        eps: Standard normal noise, (K, B, L): the mean over K codes of each picture is taken.

    Returns:
        (B,)
    """
    return elbo_of(model, x, *model.encode(x), eps)


def elbo_of(model: Vae, x: Tensor, mu: Tensor, logvar: Tensor, eps: Tensor) -> Tensor:
    """Return ``elbo``, (B,), where mu and log sigma^2 are known already, (B, L) each."""
    z = reparametrise(mu, logvar, eps)
    return log_likelihood(model, x, z).mean(0) - kl(mu, logvar).sum(-1)


def log_weights(model: Vae, x: Tensor, eps: Tensor) -> Tensor:
    """Return log w = log p(z) + log p(x | z) - log q(z | x) of codes z drawn from q(z | x), in nats.

    Args:
        model: The network.
        x: Pixels, (B, D), 0 or 1.
        eps: The noise that the codes are made of, (K, B, L).

    Returns:
        (K, B)
    """
    return log_weights_of(model, x, *model.encode(x), eps)


def log_weights_of(model: Vae, x: Tensor, mu: Tensor, logvar: Tensor, eps: Tensor) -> Tensor:
    """Return ``log_weights``, (K, B), where mu and log sigma^2 are known already, (B, L) each."""
    z = reparametrise(mu, logvar, eps)
    return log_likelihood(model, x, z) + log_prior_over_q(z, logvar, eps)


def log_prior_over_q(z: Tensor, logvar: Tensor, eps: Tensor) -> Tensor:
    """Return log p(z) - log q(z) in nats, (...), of codes z = mu + sigma * eps, (..., L)."""
    # Both have -L/2 log 2 pi, and (z - mu) / sigma is eps.
    return 0.5 * (eps.square() + logvar - z.square()).sum(-1)


def bound(log_w: Tensor) -> Tensor:
    """Return an estimate of L_K of each picture in nats, (B,), from the log weights of K codes, (K, B)."""
    return torch.logsumexp(log_w, 0) - math.log(len(log_w))


def log_evidence(model: Vae, x: Tensor, samples: int, generator: torch.Generator) -> Tensor:
    """Return the importance estimate of log p(x), an estimate of L_K, of each picture in nats.

    It takes the codes in parts, so that the memory does not depend on how many there are.

    Args:
        model: The network.
        x: Pixels, (B, D), 0 or 1.
        samples: Codes K of each picture.
        generator: Draws them, on the CPU.

    Returns:
        (B,) float64.
    """
    mu, logvar = model.encode(x)
    total = x.new_full((len(x),), -math.inf, dtype=torch.float64)
    for count in _parts(samples, max(1, ROWS // len(x))):
        eps = torch.randn(count, *mu.shape, generator=generator, dtype=x.dtype).to(x.device)
        log_w = log_weights_of(model, x, mu, logvar, eps).double()
        total = torch.logaddexp(total, torch.logsumexp(log_w, 0))
    return total - math.log(samples)


def _parts(count: int, size: int) -> Sequence[int]:
    """Return how many there are in each part of ``count``, none larger than ``size``."""
    return [min(size, count - start) for start in range(0, count, size)]
