"""Counted models equal direct counting, are densities, and give the known answers on the fixed split."""

from itertools import product

import numpy as np
import pytest
import torch

from genplay.models import nade, tabular
from genplay.models.nade import log_bernoulli
from genplay.models.tabular import Config


def pictures(count: int = 30, dims: int = 12) -> np.ndarray:
    draw = np.random.default_rng(0)
    return (draw.random((count, dims)) < draw.random(dims)).astype(np.uint8)


@torch.no_grad()
def log_probs(model: torch.nn.Module, bits: np.ndarray) -> np.ndarray:
    x = torch.from_numpy(bits).double()
    return log_bernoulli(model.double()(x), x).sum(-1).numpy()


@pytest.mark.parametrize("shared", [False, True])
@pytest.mark.parametrize("order", [0, 1, 3])
def test_probabilities_of_all_pictures_sum_to_one(order, shared):
    model = tabular.fit(Config(dims=12, order=order, shared=shared), pictures())
    every = np.array(list(product((0, 1), repeat=12)), np.uint8)
    assert np.exp(log_probs(model, every)).sum() == pytest.approx(1, abs=1e-10)


def direct_log_prob(train: np.ndarray, x: np.ndarray, order: int, shared: bool) -> float:
    """The same from the definition: look for each pixel's context in every training picture."""

    def context(row, i):
        return [row[j] if j >= 0 else 0 for j in range(i - order, i)]

    total = 0.0
    for i in range(len(x)):
        places = range(len(x)) if shared else [i]
        same = [row[j] for row in train for j in places if context(row, j) == context(x, i)]
        p = (sum(int(bit) for bit in same) + 1) / (len(same) + 2)
        total += np.log(p if x[i] else 1 - p)
    return total


@pytest.mark.parametrize("shared", [False, True])
@pytest.mark.parametrize("order", [0, 1, 2])
def test_likelihoods_equal_direct_counting(order, shared):
    train, *others = np.split(pictures(33), [30])
    model = tabular.fit(Config(dims=12, order=order, shared=shared), train)
    expected = [direct_log_prob(train, x, order, shared) for x in others[0]]
    np.testing.assert_allclose(log_probs(model, others[0]), expected, rtol=1e-6)


@pytest.mark.parametrize("order", [0, 1, 3])
def test_a_pixel_sees_exactly_the_pixels_of_its_context(order):
    model = tabular.build(Config(dims=8, order=order))
    torch.manual_seed(0)
    model.logits.normal_()
    for x in torch.from_numpy(pictures(8, 8)).float():
        for k in range(8):
            y = x.clone()
            y[k] = 1 - y[k]
            changed = (model(x[None]) != model(y[None]))[0].nonzero().flatten().tolist()
            assert changed == list(range(k + 1, min(k + order, 7) + 1))


def test_independent_pixels_equal_a_nade_without_weights():
    model = tabular.fit(Config(dims=12), pictures())
    plain = nade.build(nade.Config(dims=12, hidden=2))
    with torch.no_grad():
        for parameter in plain.parameters():
            parameter.zero_()
        plain.b.copy_(model.logits[:, 0])
    np.testing.assert_allclose(log_probs(model, pictures(5)), log_probs(plain, pictures(5)))


@pytest.mark.parametrize("order", [-1, 21, 10**9])
def test_an_impossible_order_is_refused(order):
    with pytest.raises(ValueError, match="0 to 20"):
        tabular.build(Config(order=order))


@pytest.mark.parametrize(
    ("order", "shared", "known"),
    [(0, True, 304.604), (0, False, 206.322), (1, False, 146.028), (1, True, 180.434), (3, False, 142.475)],
)
def test_the_known_answers_on_the_fixed_validation_split(full_data, order, shared, known):
    from genplay.data import binarized

    folder = full_data("binarized-mnist")
    model = tabular.fit(Config(order=order, shared=shared), binarized.fixed("train", folder))
    valid = np.concatenate(
        [log_probs(model, part) for part in np.split(binarized.fixed("valid", folder), 10)]
    )
    assert -valid.mean() == pytest.approx(known, abs=6e-4)
