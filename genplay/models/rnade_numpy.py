"""RNADE on single pictures, fast: all mixtures, those after an edit, samples side by side. NumPy only.

The activations before every pixel are one cumulative sum, and an edit leaves those up to the first changed
pixel as they were. What remains is a product with V for each pixel: 784 small ones in one call.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from genplay.models.rnade import Rnade

Floats = NDArray[np.float32]

_HALF_LOG_2PI = 0.5 * np.log(2 * np.pi)
_LAST = np.nextafter(np.float32(1), np.float32(0))  # the lightest grey


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """An RNADE's weights.

    Args:
        W: (D, H).
        c: (H,).
        rho: (D, 1).
        V: (D, H, 3K).
        b: (D, 3K).
        log_floor: Logarithm of the least sigma.
    """

    W: Floats
    c: Floats
    rho: Floats
    V: Floats
    b: Floats
    log_floor: float

    @classmethod
    def of(cls, model: Rnade) -> Self:
        """Return the weights of a network."""
        W, c, rho, V, b = (
            np.ascontiguousarray(p.detach().cpu().float().numpy())
            for p in (model.W, model.c, model.rho, model.V, model.b)
        )
        return cls(W, c, rho[:, None], V, b, float(np.log(model.config.floor)))

    @property
    def hidden(self) -> int:
        """Number of hidden units."""
        return len(self.c)

    @property
    def dims(self) -> int:
        """Number of pixels."""
        return len(self.b)

    def mixture(self, parts: Floats) -> tuple[Floats, Floats, Floats]:
        """Return log alpha, mu and log sigma, each (..., K), of outputs (..., 3K)."""
        alpha, mu, s = np.moveaxis(parts.reshape(*parts.shape[:-1], 3, -1), -2, 0)
        return alpha - _log_sum_exp(alpha)[..., None], mu, np.logaddexp(s, np.float32(self.log_floor))


@dataclass(frozen=True, slots=True, eq=False)
class Conditionals:
    """What RNADE says of one picture, and what makes the next edit cheap.

    Args:
        log_alpha: Logarithms of the components' shares, (D, K).
        mu: Their means, (D, K).
        log_sigma: Logarithms of their standard deviations, (D, K).
        x: Grey levels, (D,), 0 to 1.
        a: Activations before each pixel, (D, H).
    """

    log_alpha: Floats
    mu: Floats
    log_sigma: Floats
    x: Floats
    a: Floats

    def log_density(self) -> NDArray[np.float64]:
        """Return log p(x_i | x_<i) of each pixel, (D,): in float64, for 784 rounded terms must add up."""
        log_sigma = self.log_sigma.astype(np.float64)
        standard = (self.x[:, None] - self.mu) * np.exp(-log_sigma)
        return _log_sum_exp(self.log_alpha - log_sigma - 0.5 * standard**2) - _HALF_LOG_2PI


def conditionals(weights: Weights, x: Floats) -> Conditionals:
    """Return all mixtures of a picture.

    Args:
        weights: The model.
        x: Grey levels, (D,), 0 to 1.
    """
    shape = weights.dims, weights.b.shape[1] // 3
    log_alpha, mu, log_sigma = (np.empty(shape, np.float32) for _ in range(3))
    a = np.empty((weights.dims, weights.hidden), np.float32)
    a[0] = weights.c
    found = Conditionals(log_alpha, mu, log_sigma, x.astype(np.float32), a)  # a copy: the caller's may change
    _fill(weights, found, 0)
    return found


def update(weights: Weights, previous: Conditionals, x: Floats) -> Conditionals:
    """Return all mixtures of an edited picture, from those before the edit.

    Args:
        weights: The model.
        previous: What was returned for the picture before; it is left as it was.
        x: Grey levels, (D,), 0 to 1; any number of them changed.
    """
    x = x.astype(np.float32)
    changed = (x != previous.x).nonzero()[0]
    if not len(changed):
        return previous
    found = Conditionals(
        log_alpha=previous.log_alpha.copy(),
        mu=previous.mu.copy(),
        log_sigma=previous.log_sigma.copy(),
        x=x,
        a=previous.a.copy(),
    )
    _fill(weights, found, int(changed[0]))
    return found


def _fill(weights: Weights, found: Conditionals, start: int) -> None:
    """Write what pixel ``start`` and the later ones are given; the activation before ``start`` is there."""
    rows = slice(start, None)
    found.a[start + 1 :] = found.x[start:-1, None] * weights.W[start:-1]
    np.cumsum(found.a[rows], 0, out=found.a[rows])
    h = np.maximum(weights.rho[rows] * found.a[rows], 0)
    parts = np.matmul(h[:, None], weights.V[rows])[:, 0] + weights.b[rows]
    found.log_alpha[rows], found.mu[rows], found.log_sigma[rows] = weights.mixture(parts)


def samples(
    weights: Weights,
    x: Floats,
    start: int,
    uniforms: NDArray[np.float64],
    normals: NDArray[np.float64],
    temperature: float,
    stride: int,
) -> Iterator[tuple[Floats, int]]:
    """Yield several pictures side by side, (N, D), and how many pixels are settled, every ``stride`` pixels.

    A component is chosen by its pixel's uniform, and the grey is its mean and sigma times the normal, held
    within the greys there are.

    Args:
        weights: The model.
        x: Grey levels, (D,), 0 to 1.
        start: The pixels before this one are kept exactly; the others of ``x`` don't matter.
        uniforms: (N, D) in [0, 1).
        normals: (N, D), standard normal.
        temperature: Divides log alpha and multiplies the variances; only 1 is the model.
        stride: Pixels between two yields.
    """
    count = len(uniforms)
    pixels = np.zeros((count, weights.dims), np.float32)
    pixels[:, :start] = x[:start]
    a = np.repeat((weights.c + x[:start].astype(np.float32) @ weights.W[:start])[None], count, 0)
    spread = normals * np.sqrt(temperature)
    rows = np.arange(count)
    for settled in [*range(start + stride, weights.dims, stride), weights.dims]:
        for i in range(start, settled):
            h = np.maximum(weights.rho[i] * a, 0)
            log_alpha, mu, log_sigma = weights.mixture(h @ weights.V[i] + weights.b[i])
            chosen = _choose(log_alpha / temperature, uniforms[:, i])
            grey = mu[rows, chosen] + np.exp(log_sigma[rows, chosen]) * spread[:, i]
            pixels[:, i] = np.clip(grey, 0, _LAST)
            a += pixels[:, i, None] * weights.W[i]
        start = settled
        yield pixels.copy(), settled


def _choose(logits: Floats, uniforms: NDArray[np.float64]) -> NDArray[np.intp]:
    """Return a component for each row, (N,), with the probabilities that the logits, (N, K), stand for."""
    shares = np.exp(logits - logits.max(-1, keepdims=True)).cumsum(-1)
    return (shares[:, :-1] <= (uniforms * shares[:, -1])[:, None]).sum(-1)


def _log_sum_exp(terms: NDArray[np.floating]) -> NDArray[np.floating]:
    top = terms.max(-1)
    return top + np.log(np.exp(terms - top[..., None]).sum(-1))
