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
    def b(self) -> Floats:
        """Logits of pixels whose context is empty, (D,)."""
        return self.table[:, 0]


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


def sample(
    weights: Weights, x: Bits, start: int, uniforms: NDArray[np.float64], temperature: float = 1.0
) -> Bits:
    """Return a picture drawn from the model, (D,); see ``nade_numpy.sample``."""
    *_, (pixels, _) = sample_steps(weights, x, start, uniforms, temperature, len(x))
    return pixels


def sample_steps(
    weights: Weights, x: Bits, start: int, uniforms: NDArray[np.float64], temperature: float, stride: int
) -> Iterator[tuple[Bits, int]]:
    """Yield (pixels so far, how many are settled) every ``stride`` pixels; see ``nade_numpy``."""
    with np.errstate(divide="ignore"):  # a uniform of 0 is below any probability
        bars = temperature * (np.log(uniforms) - np.log1p(-uniforms))
    fires = (weights.table > bars[:, None]).tolist()  # (D, 2^N): what each context would make of the pixel
    pixels = [int(bit) for bit in x[:start]]
    context, last = 0, (1 << weights.order) - 1
    for bit in pixels[-weights.order :] if weights.order else ():
        context = (context << 1 | bit) & last
    for settled in [*range(start + stride, len(x), stride), len(x)]:
        for row in fires[len(pixels) : settled]:
            pixels.append(int(row[context]))
            context = (context << 1 | pixels[-1]) & last
        yield np.array(pixels + [0] * (len(x) - settled), np.uint8), settled
