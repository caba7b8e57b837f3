"""AR-N: each pixel sees the N pixels before it in raster order, and everything is counted. N may be chosen.

The counts of all contexts of the longest kind are kept; those of any shorter kind are their sums, so that one
table answers for every N, exactly as if it had been counted for that N alone::

    p(x_i = 1 | x_{i-1} .. x_{i-N}) = (ones + 1) / (seen + 2)

How far back it pays to look is a matter of data: there are 2^N contexts for each pixel, and 50,000 pictures.
"""

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from genplay.models.tabular import contexts

MOST = 12  # pixels of context that a file may hold


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The size of an AR-N.

    Args:
        dims: Number of pixels D.
        most: The longest context that was counted, 1 to 12 pixels.
        reach: The context N that ``forward`` uses, 1 to ``most``.

    Raises:
        ValueError: A number is outside its range.
    """

    dims: int = 784
    most: int = 10
    reach: int = 8

    def __post_init__(self) -> None:
        if not 1 <= self.dims <= 1 << 16:
            raise ValueError(f"dims is 1 to {1 << 16}, not {self.dims}")
        if not 1 <= self.reach <= self.most <= MOST:
            raise ValueError(
                f"reach is 1 to most, and most is up to {MOST}, not {self.reach} and {self.most}"
            )


class Markov(nn.Module):
    """Counts of every context of every pixel, (D, 2^most); the pixel just before is a context's lowest bit.

    Args:
        config: The size.
    """

    seen: Tensor
    ones: Tensor

    def __init__(self, config: Config) -> None:
        super().__init__()
        self.config = config
        self.register_buffer("seen", torch.zeros(config.dims, 1 << config.most))
        self.register_buffer("ones", torch.zeros(config.dims, 1 << config.most))

    def forward(self, x: Tensor) -> Tensor:
        """Return the logits of all conditionals p(x_i = 1 | the N pixels before i).

        Args:
            x: Pixels, (B, D), 0 or 1.

        Returns:
            Logits, (B, D).
        """
        context = torch.zeros_like(x, dtype=torch.long)
        for back in range(1, self.config.reach + 1):
            context[:, back:] += x[:, :-back].long() << (back - 1)
        return logits(self, self.config.reach).gather(1, context.T).T


def logits(model: Markov, reach: int) -> Tensor:
    """Return the table of a context of ``reach`` pixels, (D, 2^reach): logits of p(x_i = 1 | context)."""
    seen, ones = (
        counts.view(len(counts), -1, 1 << reach).sum(1).double() for counts in (model.seen, model.ones)
    )
    # A file may claim anything: what cannot be counted is taken for the nearest that can.
    ones, zeros = ones.clamp(min=0), (seen - ones).clamp(min=0)
    return (torch.log(ones + 1) - torch.log(zeros + 1)).float()


def table(model: Markov, reach: int) -> NDArray[np.float32]:
    """Return the same as an array, for ``tabular_numpy``."""
    return np.asarray(logits(model, reach).numpy())


def build(config: Config) -> Markov:
    """Return a model of this size that has seen nothing: every conditional is 1/2."""
    return Markov(config)


def fit(config: Config, bits: NDArray[np.uint8]) -> Markov:
    """Return the model counted on pictures.

    Args:
        config: The size.
        bits: Pictures, (N, D), 0 or 1.
    """
    model = build(config)
    size = 1 << config.most
    for pixel, context in enumerate(contexts(bits, config.most).T):
        model.seen[pixel] = torch.from_numpy(np.bincount(context, minlength=size))
        model.ones[pixel] = torch.from_numpy(np.bincount(context[bits[:, pixel] == 1], minlength=size))
    return model
