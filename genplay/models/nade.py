"""NADE, the neural autoregressive distribution estimator, over binary pixels in raster order.

The chain rule makes a joint density of D conditionals, and one hidden layer whose weights all conditionals
share computes them. With the pixels x_1 .. x_D read in raster order (Larochelle & Murray 2011, equations
1-4)::

    a_1 = c
    h_i = sigmoid(a_i)
    p(x_i = 1 | x_<i) = sigmoid(b_i + V_i . h_i)
    a_{i+1} = a_i + x_i W_i

so x_i never enters its own conditional, and an image costs O(D H) instead of O(D^2 H).
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn.functional import softplus

# Pixels computed at once by forward: one row of a 28 x 28 picture keeps the (B, K, H) block in the cache.
CHUNK = 28


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The size of a NADE.

    Args:
        dims: Number of pixels D, at least 1.
        hidden: Number of hidden units H, at least 1.

    Raises:
        ValueError: One of them is less than 1.
    """

    dims: int = 784
    hidden: int = 500

    def __post_init__(self) -> None:
        if min(self.dims, self.hidden) < 1:
            raise ValueError(f"dims and hidden are at least 1, not {self.dims} and {self.hidden}")


class Nade(nn.Module):
    """A binary NADE; row i of W is what an ink pixel i adds to the hidden pre-activation.

    Args:
        config: The size.
    """

    def __init__(self, config: Config) -> None:
        super().__init__()
        self.config = config
        self.W = nn.Parameter(0.01 * torch.randn(config.dims, config.hidden))
        self.V = nn.Parameter(0.01 * torch.randn(config.dims, config.hidden))
        self.b = nn.Parameter(torch.zeros(config.dims))
        self.c = nn.Parameter(torch.zeros(config.hidden))

    def forward(self, x: Tensor) -> Tensor:
        """Return the logits of all conditionals p(x_i = 1 | x_<i).

        Works through the pixels in chunks: the pre-activations inside a chunk are one product with the
        strictly lower triangle of x, so that nothing of the size B x D x H is ever made.

        Args:
            x: Pixels, (B, D), 0 or 1, of the parameters' dtype and device.

        Returns:
            Logits, (B, D).
        """
        a = self.c.expand(len(x), -1)  # (B, H)
        logits = []
        for chunk in torch.arange(self.config.dims, device=x.device).split(CHUNK):
            rows = slice(int(chunk[0]), int(chunk[-1]) + 1)
            ink = x[:, rows]  # (B, K)
            before = torch.tril(ink.new_ones(len(chunk), len(chunk)), diagonal=-1)
            h = torch.sigmoid(a[:, None] + (ink[:, None] * before) @ self.W[rows])  # (B, K, H)
            logits.append((h * self.V[rows]).sum(-1))  # (B, K)
            a = a + ink @ self.W[rows]
        return torch.cat(logits, dim=1) + self.b


def build(config: Config) -> Nade:
    """Return a freshly initialised NADE of this size."""
    return Nade(config)


def log_prob(model: Nade, x: Tensor) -> Tensor:
    """Return log p(x) of each picture.

    Args:
        model: The network.
        x: Pixels, (B, D), 0 or 1.

    Returns:
        Log-likelihoods in nats, (B,).
    """
    return log_bernoulli(model(x), x).sum(-1)


def log_bernoulli(logits: Tensor, x: Tensor) -> Tensor:
    """Return log p of each pixel's own value, in nats: log sigmoid of logit or, where x = 0, of minus logit.

    Args:
        logits: Any shape.
        x: The same shape, 0 or 1.
    """
    return -softplus((1 - 2 * x) * logits)


def literal_logits(model: Nade, x: Tensor) -> Tensor:
    """Return the same logits as the forward pass, one pixel at a time, straight from the equations.

    Slow on purpose: it is what the fast paths are tested and timed against.

    Args:
        model: The network.
        x: Pixels, (B, D), 0 or 1.

    Returns:
        Logits, (B, D).
    """
    a = model.c.expand(len(x), -1)  # (B, H)
    logits = []
    for i in range(model.config.dims):
        h = torch.sigmoid(a)
        logits.append(h @ model.V[i] + model.b[i])
        a = a + x[:, i, None] * model.W[i]
    return torch.stack(logits, dim=1)
