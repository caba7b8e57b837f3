"""A linear classifier on features, by least squares with a ridge: the paper's test of what a network learned.

The paper's is a support vector machine with squared hinge; least squares has an answer without iterations.
"""

import torch
from torch import Tensor
from torch.nn.functional import one_hot

from genplay.models import judge

RIDGES = (1e-3, 1e-2, 1e-1)  # of the mean diagonal of the features' squares
PARTS = 5
Linear = tuple[Tensor, Tensor]


def fitted(x: Tensor, labels: Tensor, groups: tuple[int, ...] = (10,)) -> list[Linear]:
    """Return weights, (F, V), and biases, (V,), for each ridge.

    Args:
        x: Features, (N, F), of mean 0.
        labels: Classes, (N,).
        groups: What a class is made of (see ``models.judge``).
    """
    values = torch.unravel_index(labels, groups)
    targets = torch.cat([one_hot(value, size) for value, size in zip(values, groups, strict=True)], 1)
    bias = 2 * targets.float().mean(0) - 1
    y = 2 * targets.float() - 1 - bias
    least = 1e-12  # of a feature that is always 0
    scale = (x.square().sum() / x.shape[1]).clamp(min=least)
    if len(x) < x.shape[1]:  # the same weights, by as many equations as there are pictures
        square = x @ x.T
        return [(x.T @ _solved(square, y, ridge * scale), bias) for ridge in RIDGES]
    square = x.T @ x
    return [(_solved(square, x.T @ y, ridge * scale), bias) for ridge in RIDGES]


def _solved(square: Tensor, y: Tensor, ridge: Tensor) -> Tensor:
    system = square.clone()
    system.diagonal().add_(ridge)
    return torch.cholesky_solve(y, torch.linalg.cholesky(system))


def right(x: Tensor, way: Linear, labels: Tensor, groups: tuple[int, ...] = (10,)) -> float:
    """Return the share of pictures, (N, F), whose class a classifier says, all its values right at once."""
    said = judge.likeliest(x @ way[0] + way[1], groups)
    return float((said == labels).float().mean())


def chosen(x: Tensor, labels: Tensor, groups: tuple[int, ...] = (10,)) -> Linear:
    """Return the classifier of these features with the ridge that does best on parts it was not told.

    No other labels have a say: of ``PARTS`` parts each is read by what learned from the others.

    Args:
        x: Features, (N, F), of mean 0, in no order, of at least ``PARTS`` pictures.
        labels: Classes, (N,).
        groups: What a class is made of (see ``models.judge``).
    """
    places = torch.arange(len(x)) % PARTS
    said = torch.zeros(len(RIDGES))
    for part in range(PARTS):
        told, asked = places != part, places == part
        mean = x[told].mean(0)
        ways = fitted(x[told] - mean, labels[told], groups)
        said += torch.tensor([right(x[asked] - mean, way, labels[asked], groups) for way in ways])
    return fitted(x, labels, groups)[int(said.argmax())]
