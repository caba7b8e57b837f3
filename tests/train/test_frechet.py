"""The distance of two normals, against what is known in closed form and against a plain square root."""

import pytest
import torch

from genplay.train.frechet import Normal, normal_of, squared_distance


def normal(mean: list[float], variances: list[float]) -> Normal:
    return Normal(torch.tensor(mean).double(), torch.tensor(variances).diag().double())


def test_of_normals_along_the_axes_it_is_known():
    first, second = normal([0.0, 1.0], [1.0, 4.0]), normal([3.0, 1.0], [9.0, 4.0])
    assert squared_distance(first, second) == pytest.approx(3**2 + (1 - 3) ** 2)
    assert squared_distance(first, first) == pytest.approx(0, abs=1e-12)


def test_it_is_symmetric_and_knows_correlations():
    torch.manual_seed(0)
    a, b = torch.randn(50, 4), torch.randn(60, 4) @ torch.randn(4, 4)
    first, second = normal_of(a), normal_of(b)
    assert squared_distance(first, second) == pytest.approx(squared_distance(second, first))
    values = torch.linalg.eigvals(first.covariance @ second.covariance).real.sqrt().sum()
    plain = (first.mean - second.mean).square().sum() + first.covariance.trace()
    assert squared_distance(first, second) == pytest.approx(
        float(plain + second.covariance.trace() - 2 * values)
    )


def test_the_fit_is_the_samples():
    x = torch.tensor([[0.0, 0.0], [2.0, 4.0]])
    fit = normal_of(x)
    assert fit.mean.tolist() == [1, 2]
    assert fit.covariance.tolist() == [[2, 4], [4, 8]]
