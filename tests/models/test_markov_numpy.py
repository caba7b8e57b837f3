"""The single-picture functions of AR-N equal the network, for every N."""

import numpy as np
import pytest
import torch

from genplay.models import markov
from genplay.models.markov import Config
from genplay.models.markov_numpy import Weights, conditionals

BITS = (np.random.default_rng(0).random((300, 15)) < 0.4).astype(np.uint8)


@pytest.mark.parametrize("reach", [1, 2, 5])
def test_conditionals_equal_the_network(reach):
    model = markov.fit(Config(dims=15, most=5, reach=reach), BITS)
    weights = Weights.of(markov.fit(Config(dims=15, most=5, reach=1), BITS), reach)
    assert (weights.dims, weights.order, weights.hidden) == (15, reach, 0)
    for x in BITS[:5]:
        expected = model(torch.from_numpy(x)[None].float())[0].numpy()
        assert np.array_equal(conditionals(weights, x).logits, expected)


def test_without_a_choice_the_models_own_is_taken():
    assert Weights.of(markov.fit(Config(dims=15, most=5, reach=2), BITS)).order == 2
