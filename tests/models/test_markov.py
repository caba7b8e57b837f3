"""AR-N: any N from one table, as if it had been counted for that N alone."""

import numpy as np
import pytest
import torch

from genplay.models import markov, tabular
from genplay.models.markov import Config

BITS = (np.random.default_rng(0).random((300, 15)) < 0.4).astype(np.uint8)


@pytest.mark.parametrize("reach", [1, 2, 5])
def test_a_shorter_context_is_what_counting_it_gives(reach):
    model = markov.fit(Config(dims=15, most=5, reach=reach), BITS)
    counted = tabular.fit(tabular.Config(dims=15, order=reach), BITS)
    torch.testing.assert_close(markov.logits(model, reach), counted.logits)
    x = torch.from_numpy(BITS[:20]).float()
    torch.testing.assert_close(model(x), counted(x))


def test_the_probabilities_of_all_pictures_sum_to_one():
    model = markov.fit(Config(dims=10, most=4, reach=3), BITS[:, :10])
    every = (np.arange(1024)[:, None] >> np.arange(10)) & 1
    x = torch.from_numpy(every).float()
    p = torch.sigmoid(model(x).double())
    assert torch.where(x == 1, p, 1 - p).prod(1).sum().item() == pytest.approx(1, abs=1e-10)


def test_it_sees_the_pixels_of_its_reach_and_no_others():
    model = markov.fit(Config(dims=15, most=5, reach=3), BITS)
    x = torch.from_numpy(BITS[0])[None].float()
    for pixel in range(15):
        flipped = x.clone()
        flipped[0, pixel] = 1 - flipped[0, pixel]
        moved = (model(flipped) != model(x))[0].nonzero().flatten().tolist()
        assert set(moved) <= {pixel + 1, pixel + 2, pixel + 3}


@pytest.mark.parametrize("wrong", [{"dims": 0}, {"most": 13}, {"reach": 0}, {"most": 4, "reach": 5}])
def test_impossible_sizes_are_refused(wrong):
    with pytest.raises(ValueError, match=r"dims is|reach is"):
        Config(**wrong)


@pytest.mark.parametrize(("reach", "nats"), [(1, 146.028), (2, 144.013), (3, 142.475), (8, 139.099)])
def test_the_known_answers_on_the_fixed_split(full_data, reach, nats):
    from genplay.data import binarized
    from genplay.train.evaluate import log_probs

    folder = full_data("binarized-mnist").parent
    model = markov.fit(Config(most=8, reach=reach), binarized.fixed("train", folder))
    assert -log_probs(model, binarized.fixed("valid", folder)).mean() == pytest.approx(nats, abs=5e-4)


def test_counts_that_cannot_be_give_probabilities_all_the_same():
    model = markov.build(Config(dims=4, most=2, reach=2))
    model.seen.copy_(torch.tensor([[-1.0, 3, 0, 5]]).expand(4, -1))
    model.ones.copy_(torch.tensor([[2.0, 7, -3, 1]]).expand(4, -1))
    assert markov.logits(model, 2).isfinite().all()
    assert markov.logits(model, 1).isfinite().all()
