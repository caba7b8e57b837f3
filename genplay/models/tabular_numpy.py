"""Counted models on a single picture, with the functions of ``nade_numpy``: NumPy only."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from genplay.models.tabular import Tabular, contexts

Floats = NDArray[np.float32]
Bits = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """A counted model's table.

    Args:
        table: Logits, (D, 2^N); all rows are one where the positions share it.
        order: Pixels of context N.
        hidden: Number of hidden units: none.
    """

    table: Floats
    order: int
    hidden: int = 0

    @classmethod
    def of(cls, model: Tabular) -> Self:
        """Return the table of a network."""
        logits = np.asarray(model.logits.detach().float().cpu().numpy())
        return cls(np.broadcast_to(logits, (model.config.dims, logits.shape[1])), model.config.order)

    @property
    def dims(self) -> int:
        """Number of pixels."""
        return len(self.table)


@dataclass(frozen=True, slots=True, eq=False)
class Conditionals:
    """Logits of p(x_i = 1 | x_<i), (D,)."""

    logits: Floats


def conditionals(weights: Weights, x: Bits) -> Conditionals:
    """Return all conditionals of a picture of pixels (D,), 0 or 1."""
    context = contexts(x[None], weights.order)[0]
    return Conditionals(weights.table[np.arange(len(x)), context])


def update(weights: Weights, previous: Conditionals, x: Bits) -> Conditionals:
    """Return all conditionals of an edited picture: looking all up again is as fast as finding a few."""
    del previous
    return conditionals(weights, x)


def flips(weights: Weights, x: Bits, pixel: int) -> Floats:
    """Return a pixel's logit in each of the pictures that differ from x, (D,), in one pixel: (D,)."""
    first = max(0, pixel - weights.order)
    near = x[first : pixel + 1]  # before them, and before the first pixel, nothing counts
    flipped = np.concatenate((near[None], near ^ np.eye(len(near), dtype=np.uint8)))
    found = weights.table[pixel, contexts(flipped, weights.order)[:, -1]]
    logits = np.full(len(x), found[0], np.float32)
    logits[first : pixel + 1] = found[1:]
    return logits


def log_probs(weights: Weights, bits: Bits) -> NDArray[np.float64]:
    """Return log p of each picture in nats, (N,), of pixels (N, D), 0 or 1."""
    logits = weights.table[np.arange(bits.shape[1]), contexts(bits, weights.order)]
    return -np.logaddexp(0.0, np.where(bits, -1.0, 1.0) * logits).sum(1)


def samples(
    weights: Weights, x: Bits, start: int, uniforms: NDArray[np.float64], temperature: float, stride: int
) -> Iterator[tuple[Bits, int]]:
    """Yield pictures side by side: (N, D) and how many pixels are settled; see ``nade_numpy.samples``."""
    with np.errstate(divide="ignore"):  # a uniform of 0 is below any probability
        bars = temperature * (np.log(uniforms) - np.log1p(-uniforms))
    pixels = np.zeros(uniforms.shape, np.uint8)
    pixels[:, :start] = x[:start]
    context, last = np.zeros(len(uniforms), np.int64), (1 << weights.order) - 1
    for bit in x[max(0, start - weights.order) : start]:
        context = (context << 1 | int(bit)) & last
    due = {*range(start + stride, len(x), stride), len(x)}
    if start == len(x):
        yield pixels, start
    for i in range(start, len(x)):
        pixels[:, i] = weights.table[i, context] > bars[:, i]
        context = (context << 1 | pixels[:, i]) & last
        if i + 1 in due:
            yield pixels.copy(), i + 1
