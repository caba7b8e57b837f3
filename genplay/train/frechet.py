"""How far the pictures of a generator are from real ones: the distance of two normals (Heusel et al. 2017).

With the means and covariances of some features of both (Frechet 1957; Dowson & Landau 1982)::

    d^2 = |m - n|^2 + tr(S + T - 2 (S T)^(1/2))

The squared distance is what papers print. It is above 0 between two finite sets of the same pictures: compare
it with that of two halves of the real ones. Features of another network give another number.
"""

from typing import NamedTuple

import torch
from torch import Tensor


class Normal(NamedTuple):
    """Mean, (F,), and covariance, (F, F), float64."""

    mean: Tensor
    covariance: Tensor


def normal_of(features: Tensor) -> Normal:
    """Return the normal that fits features, (N, F), of at least two pictures."""
    x = features.double()
    return Normal(x.mean(0), torch.cov(x.T).reshape(x.shape[1], x.shape[1]))


def squared_distance(first: Normal, second: Normal) -> float:
    """Return d^2.

    tr (S T)^(1/2) is the sum of the roots of the eigenvalues of S^(1/2) T S^(1/2), which is symmetric.
    """
    values, vectors = torch.linalg.eigh(first.covariance)
    root = vectors * values.clamp(min=0).sqrt() @ vectors.T
    product = root @ second.covariance @ root
    common = torch.linalg.eigvalsh(0.5 * (product + product.T)).clamp(min=0).sqrt().sum()
    apart = (first.mean - second.mean).square().sum()
    return float(apart + first.covariance.trace() + second.covariance.trace() - 2 * common)
