"""Counting gives each simple model its architecture, and all of them the same counts."""

import numpy as np
import pytest
import torch

from genplay.families.autoregressive import SIMPLER, TABULAR
from genplay.models import tabular
from genplay.train.tabular import CONFIGS, count

BITS = (np.random.default_rng(0).random((50, 784)) < np.linspace(0.05, 0.9, 784)).astype(np.uint8)


@torch.no_grad()
def probabilities(name, pictures):
    """What a counted model says of each pixel of each picture."""
    _, model = count(name, BITS)
    return torch.sigmoid(model(torch.from_numpy(pictures).float())).numpy()


def test_every_model_that_is_counted_and_every_simpler_one_can_be():
    assert CONFIGS.keys() == TABULAR | SIMPLER.keys()


@pytest.mark.parametrize("name", CONFIGS)
def test_a_model_comes_with_the_architecture_that_reads_its_file(name):
    architecture, model = count(name, BITS)
    assert type(model).__module__ == f"genplay.models.{architecture}"
    assert model.config == CONFIGS[name]


def test_the_simplest_says_of_every_pixel_how_much_ink_there_is_at_all():
    np.testing.assert_allclose(probabilities("bernoulli", BITS[:3]), BITS.mean(), rtol=1e-3)


def test_independent_pixels_are_as_often_ink_as_they_were():
    counted = (BITS.sum(0) + 1) / (len(BITS) + 2)  # Laplace's rule of succession
    np.testing.assert_allclose(probabilities("independent", BITS[:3]), np.tile(counted, (3, 1)), rtol=1e-5)


def test_ar_1_sees_the_pixel_before_and_no_other():
    seen = probabilities("ar1", np.zeros((2, 784), np.uint8))
    other = np.zeros((2, 784), np.uint8)
    other[1, 300] = 1
    changed = probabilities("ar1", other) != seen
    assert np.argwhere(changed).tolist() == [[1, 301]]


def test_of_ar_n_that_looks_back_one_pixel_ar_1_is_left():
    _, arn = count("arn", BITS)
    one = tabular.fit(tabular.Config(order=1), BITS)
    counts = [part.view(784, -1, 2).sum(1) for part in (arn.seen, arn.ones)]
    expected = torch.log(counts[1] + 1) - torch.log(counts[0] - counts[1] + 1)
    torch.testing.assert_close(one.logits, expected)
