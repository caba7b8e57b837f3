"""RNADE: NADE for real-valued pixels, each conditional a mixture of Gaussians.

The hidden state grows as NADE's does, with the grey level in the place of the bit; what a pixel's grey may be
is then a density rather than a probability (Uria, Murray & Larochelle 2013, equations 4-11)::

    a_1 = c,   a_{i+1} = a_i + x_i W_i,   h_i = relu(rho_i a_i)
    alpha_i = softmax(V^a_i h_i + b^a_i),  mu_i = V^m_i h_i + b^m_i,  sigma_i = exp(V^s_i h_i + b^s_i)
    p(x_i | x_<i) = sum_k alpha_ik N(x_i; mu_ik, sigma_ik^2)

rho_i rescales the activations, whose size grows with the number of pixels read. Greys are integers, and a
density may be as high as one likes at an integer: so they are dequantised, x = (grey + u) / 256 with u
uniform in [0, 1), and sigma has a floor. A density may exceed 1, and log p be positive; in bits per
dimension, -log2 p(x) / D + 8 bounds what the best code needs for a pixel of 256 greys.
"""

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn

CHUNK = 28  # pixels computed at once by forward
_LOG_2PI = math.log(2 * math.pi)


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The size of an RNADE.

    Args:
        dims: Number of pixels D.
        hidden: Number of hidden units H.
        components: Gaussians K of each conditional.
        floor: The least sigma, of a range of greys from 0 to 1.

    Raises:
        ValueError: A number is outside its range.
    """

    dims: int = 784
    hidden: int = 100
    components: int = 6
    floor: float = 5e-4

    def __post_init__(self) -> None:
        if min(self.dims, self.components) < 1 or self.hidden < 0:
            raise ValueError("dims and components are at least 1, and hidden is at least 0")
        if not 0 < self.floor < 1:
            raise ValueError(f"floor is between 0 and 1, not {self.floor}")


class Rnade(nn.Module):
    """A real-valued NADE; the last axis of V and b holds alpha's, mu's and sigma's part, K of each.

    Args:
        config: The size.
    """

    def __init__(self, config: Config) -> None:
        super().__init__()
        self.config = config
        dims, hidden, parts = config.dims, config.hidden, 3 * config.components
        self.W = nn.Parameter(0.01 * torch.randn(dims, hidden))
        self.c = nn.Parameter(torch.zeros(hidden))
        self.rho = nn.Parameter(torch.ones(dims))
        self.V = nn.Parameter(0.01 * torch.randn(dims, hidden, parts))
        self.b = nn.Parameter(torch.zeros(dims, parts))

    def forward(self, x: Tensor) -> Tensor:
        """Return what each pixel's conditional is made of.

        Args:
            x: Grey levels, (B, D), 0 to 1.

        Returns:
            (B, D, 3, K): log alpha, mu and log sigma.
        """
        a, parts = self.c.expand(len(x), -1), []
        for chunk in torch.arange(self.config.dims, device=x.device).split(CHUNK):
            rows = slice(int(chunk[0]), int(chunk[-1]) + 1)
            grey = x[:, rows]  # (B, N)
            before = torch.tril(grey.new_ones(len(chunk), len(chunk)), diagonal=-1)
            sums = a[:, None] + (grey[:, None] * before) @ self.W[rows]  # (B, N, H)
            h = (self.rho[rows, None] * sums).relu()
            parts.append(torch.einsum("bnh,nhk->bnk", h, self.V[rows]) + self.b[rows])
            a = a + grey @ self.W[rows]
        return self.mixture(torch.cat(parts, 1))

    def mixture(self, parts: Tensor) -> Tensor:
        """Return (..., 3, K) log alpha, mu and log sigma of (..., 3K) outputs."""
        alpha, mu, s = parts.unflatten(-1, (3, self.config.components)).unbind(-2)
        # A soft floor: below it sigma would follow single greys, above it is left as it is.
        log_sigma = torch.logaddexp(s, torch.full_like(s, math.log(self.config.floor)))
        return torch.stack((alpha.log_softmax(-1), mu, log_sigma), -2)


def build(config: Config) -> Rnade:
    """Return a freshly initialised RNADE of this size: its components are spread over the greys."""
    model = Rnade(config)
    count = config.components
    with torch.no_grad():
        model.b.view(config.dims, 3, count)[:, 1] = (torch.arange(count) + 0.5) / count
        model.b.view(config.dims, 3, count)[:, 2] = math.log(1 / count)
    return model


def log_density(mixture: Tensor, x: Tensor) -> Tensor:
    """Return log p of grey levels under mixtures of Gaussians, in nats.

    Args:
        mixture: (..., 3, K) log alpha, mu and log sigma.
        x: (...), 0 to 1.

    Returns:
        (...)
    """
    log_alpha, mu, log_sigma = mixture.unbind(-2)
    standard = (x[..., None] - mu) * torch.exp(-log_sigma)
    return torch.logsumexp(log_alpha - log_sigma - 0.5 * (_LOG_2PI + standard**2), -1)


def log_prob(model: Rnade, x: Tensor) -> Tensor:
    """Return log p(x) of each picture in nats, (B,), of grey levels (B, D), 0 to 1."""
    return log_density(model(x), x).sum(-1)


def bits_per_dimension(log_p: Tensor, dims: int) -> Tensor:
    """Return -log2 p(x) / D + 8: bits a pixel of 256 greys, of densities over 0 to 1 in nats."""
    return -log_p / (dims * math.log(2)) + 8


def dequantise(grey: Tensor, generator: torch.Generator) -> Tensor:
    """Return (grey + u) / 256 with u uniform in [0, 1), of integers 0 to 255."""
    return (grey + torch.rand(grey.shape, generator=generator)) / 256


def literal_mixture(model: Rnade, x: Tensor) -> Tensor:
    """Return the same as the forward pass, one pixel at a time, straight from the equations.

    Slow on purpose: it is what the fast paths are tested against.

    Args:
        model: The network.
        x: Grey levels, (B, D), 0 to 1.

    Returns:
        (B, D, 3, K).
    """
    a, found = model.c.expand(len(x), -1), []
    for i in range(model.config.dims):
        h = torch.relu(model.rho[i] * a)
        found.append(model.mixture(h @ model.V[i] + model.b[i]))
        a = a + x[:, i, None] * model.W[i]
    return torch.stack(found, 1)
