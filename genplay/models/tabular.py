"""Counted models: the conditionals of a Markov chain over the raster order, read off a table.

With order N, each pixel sees the N pixels before it in raster order (over row ends; before the first pixel
they count as 0)::

    p(x_i = 1 | x_<i) = table[i, (x_{i-1}, .., x_{i-N})]

Order 0 is independent pixels; one table shared by all positions and order 0 is a single Bernoulli. The
table is counted, with Laplace's rule of succession: (ones + 1) / (times seen + 2). A table of all 784
pixels' contexts would have 2^784 - 1 entries, which is why the other models exist.
"""

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

MOST = 20  # pixels of context: 2^20 entries a table
WIDEST = 1 << 16  # pixels: a shared table's shape does not bound them


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The size of a counted model.

    Args:
        dims: Number of pixels D, 1 to 65,536.
        order: Pixels of context N, 0 to 20.
        shared: Whether all positions share one table.

    Raises:
        ValueError: A number is outside its range.
    """

    dims: int = 784
    order: int = 0
    shared: bool = False

    def __post_init__(self) -> None:
        if not 1 <= self.dims <= WIDEST:
            raise ValueError(f"dims is 1 to {WIDEST}, not {self.dims}")
        if not 0 <= self.order <= MOST:
            raise ValueError(f"an order is 0 to {MOST}, not {self.order}")


class Tabular(nn.Module):
    """A table of logits, (1 or D, 2^N); the pixel just before is the lowest bit of a context's number.

    Args:
        config: The size.
    """

    logits: Tensor

    def __init__(self, config: Config) -> None:
        super().__init__()
        self.config = config
        tables = 1 if config.shared else config.dims
        self.register_buffer("logits", torch.zeros(tables, 2**config.order))

    def forward(self, x: Tensor) -> Tensor:
        """Return the logits of all conditionals p(x_i = 1 | x_<i).

        Args:
            x: Pixels, (B, D), 0 or 1.

        Returns:
            Logits, (B, D).
        """
        context = torch.zeros_like(x, dtype=torch.long)
        for back in range(1, self.config.order + 1):
            context[:, back:] += x[:, :-back].long() << (back - 1)
        tables = self.logits.expand(self.config.dims, -1)
        return tables.gather(1, context.T).T


def build(config: Config) -> Tabular:
    """Return a model of this size whose every conditional is 1/2."""
    return Tabular(config)


def fit(config: Config, bits: NDArray[np.uint8]) -> Tabular:
    """Return the model counted on pictures.

    Args:
        config: The size.
        bits: Pictures, (N, D), 0 or 1.
    """
    seen = np.zeros((config.dims, 2**config.order), np.int64)
    ones = np.zeros_like(seen)
    for i, context in enumerate(contexts(bits, config.order).T):
        seen[i] = np.bincount(context, minlength=seen.shape[1])
        ones[i] = np.bincount(context[bits[:, i] == 1], minlength=seen.shape[1])
    if config.shared:
        seen, ones = seen.sum(0, keepdims=True), ones.sum(0, keepdims=True)
    model = build(config)
    model.logits.copy_(torch.from_numpy(np.log(ones + 1) - np.log(seen - ones + 1)))
    return model


def contexts(bits: NDArray[np.uint8], order: int) -> NDArray[np.int64]:
    """Return the number of each pixel's context, (N, D) in [0, 2^order).

    Args:
        bits: Pictures, (N, D), 0 or 1.
        order: Pixels of context.
    """
    numbers = np.zeros(bits.shape, np.int64)
    for back in range(1, order + 1):
        numbers[:, back:] += bits[:, :-back].astype(np.int64) << (back - 1)
    return numbers
