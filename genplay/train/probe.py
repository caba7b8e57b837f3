"""A linear probe: how much of what a picture shows can be read off its code by a straight line a class.

The encoder never saw a label. Multinomial logistic regression on the mean of q(z | x) says how far its
latents tell the classes apart all the same (Alain & Bengio 2017, "Understanding intermediate layers using
linear classifier probes")::

    p(c | z) = softmax_c(W z + b)

What is minimised is -log p of the labels and of the weights, with a standard normal prior on each weight and
bias of *standardised* latents, (z - mean) / sd: a latent's scale is then of no account. It is strictly
convex, so there is one minimum, whatever the start, and no number to choose.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import cross_entropy

from genplay.engine.checkpoints import CLASSES

_ROUNDS = 2000  # far more than it takes: a few hundred
_LEAST = 1e-6  # standard deviation of a latent that is more than what rounding leaves of a constant
_FLAT = 1e-8  # of the mean loss's gradient, in nats: below it the minimum is reached


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Probe:
    """The straight lines.

    Args:
        weight: (K, L) float32, of latents as the encoder gives them.
        bias: (K,) float32.
    """

    weight: NDArray[np.float32]
    bias: NDArray[np.float32]

    @classmethod
    def of(cls, lines: NDArray[np.float64]) -> Self:
        """Return the probe of weights with the bias beside them, (K, L + 1)."""
        weight, bias = lines[:, :-1], lines[:, -1]
        return cls(weight=weight.astype(np.float32), bias=bias.astype(np.float32))

    def classes(self, mu: NDArray[np.float32]) -> NDArray[np.intp]:
        """Return the likeliest class of each code, (N,) of (N, L)."""
        return (mu.astype(np.float64) @ self.weight.T.astype(np.float64) + self.bias).argmax(1)

    def confusion(self, mu: NDArray[np.float32], labels: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Return how many codes of each class were taken for each, (K, K): the true class is the row."""
        counts = np.zeros((len(self.bias), len(self.bias)), np.float32)
        np.add.at(counts, (labels, self.classes(mu)), 1)
        return counts


def accuracy(confusion: NDArray[np.float32]) -> float:
    """Return the percentage of pictures that were taken for what they are."""
    return 100 * float(np.trace(confusion)) / float(confusion.sum())


def fit(mu: NDArray[np.float32], labels: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Return the weights and biases at the minimum, (K, L + 1), for latents as they are.

    Args:
        mu: Codes, (N, L).
        labels: Their classes, (N,), 0 to 9.
    """
    x = torch.tensor(mu).double()
    mean, sd = x.mean(0), x.std(0, correction=0)
    sd = torch.where(sd > _LEAST, sd, 1.0)  # a latent that is always the same tells nothing
    lines = _minimum((x - mean) / sd, torch.tensor(labels).long())
    weight = lines[:, :-1] / sd
    bias = lines[:, -1] - weight @ mean
    return torch.cat((weight, bias[:, None]), 1).numpy()


def loss(lines: Tensor, x: Tensor, labels: Tensor) -> Tensor:
    """Return the negative logarithm of what is maximised, in nats a code, up to a constant.

    Args:
        lines: Weights and biases, (K, L + 1).
        x: Standardised codes, (N, L).
        labels: (N,) int64.
    """
    logits = x @ lines[:, :-1].T + lines[:, -1]  # (N, K)
    return cross_entropy(logits, labels) + lines.square().sum() / (2 * len(x))


def _minimum(x: Tensor, labels: Tensor) -> Tensor:
    lines = torch.zeros(CLASSES, x.shape[1] + 1, dtype=x.dtype, requires_grad=True)
    search = torch.optim.LBFGS(
        [lines],
        max_iter=_ROUNDS,
        max_eval=2 * _ROUNDS,
        history_size=30,
        tolerance_grad=_FLAT,
        tolerance_change=0,
        line_search_fn="strong_wolfe",
    )

    def evaluated() -> Tensor:
        search.zero_grad()
        found = loss(lines, x, labels)
        found.backward()
        return found

    search.step(evaluated)  # pyright: ignore[reportArgumentType]
    return lines.detach()
