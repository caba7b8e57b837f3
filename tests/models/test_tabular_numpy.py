"""The single-picture functions of counted models equal the network."""

import numpy as np
import pytest
import torch

from genplay.models import tabular
from genplay.models.tabular import Config, Tabular
from genplay.models.tabular_numpy import Weights, conditionals, log_probs, samples, update

DIMS = 20


def network(order: int, shared: bool = False) -> Tabular:
    model = tabular.build(Config(dims=DIMS, order=order, shared=shared))
    torch.manual_seed(order)
    model.logits.normal_()
    return model


def pictures(count: int = 5) -> np.ndarray:
    return np.random.default_rng(0).integers(0, 2, (count, DIMS)).astype(np.uint8)


@pytest.mark.parametrize("shared", [False, True])
@pytest.mark.parametrize("order", [0, 1, 3])
def test_conditionals_and_updates_equal_the_network(order, shared):
    model = network(order, shared)
    weights = Weights.of(model)
    previous = conditionals(weights, np.zeros(DIMS, np.uint8))
    assert (weights.dims, weights.hidden) == (DIMS, 0)
    for x in pictures():
        expected = model(torch.from_numpy(x)[None].float())[0].numpy()
        assert np.array_equal(conditionals(weights, x).logits, expected)
        previous = update(weights, previous, x)
        assert np.array_equal(previous.logits, expected)


@pytest.mark.parametrize("order", [0, 3])
def test_log_probs_of_many_are_those_of_each(order):
    weights = Weights.of(network(order))
    expected = [
        -np.logaddexp(0, np.where(x, -1, 1) * conditionals(weights, x).logits.astype(float)).sum()
        for x in pictures()
    ]
    assert log_probs(weights, pictures()) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("start", [0, 1, 2, 9, DIMS])
@pytest.mark.parametrize("order", [0, 1, 3])
def test_samples_follow_the_conditionals(order, start):
    weights = Weights.of(network(order))
    for x in pictures(2):
        uniforms = np.random.default_rng(start).random((4, DIMS))
        steps = list(samples(weights, x, start, uniforms, 0.7, 6))
        assert [done for _, done in steps] == [*range(start + 6, DIMS, 6), DIMS]
        final = steps[-1][0]
        for drawn, row in zip(final, uniforms, strict=True):
            assert np.array_equal(drawn[:start], x[:start])
            p = 1 / (1 + np.exp(-conditionals(weights, drawn).logits[start:] / 0.7))
            assert np.array_equal(drawn[start:], row[start:] < p)
        for pixels, done in steps:
            assert np.array_equal(pixels[:, :done], final[:, :done])
            assert not pixels[:, done:].any()
