"""The one face of every explicit model."""

import numpy as np
import pytest

from genplay.errors import UserError
from genplay.pipelines.explicit import Explicit

BLANK = np.zeros(784, np.uint8)


@pytest.fixture
def nade(make):
    return Explicit("nade", make("nade"))


def test_a_model_with_hidden_units_has_a_bias_of_its_own(nade, make):
    assert (nade.name, nade.dims, nade.reader().hidden) == ("nade", 784, 12)
    assert (nade.reader().bias == make("nade").network.b.detach().numpy()).all()


@pytest.mark.parametrize("name", ["bernoulli", "independent", "ar1"])
def test_a_counted_model_has_none(make, name):
    counted = Explicit(name, make(name))
    reader = counted.reader()
    assert (counted.dims, reader.hidden, reader.bias, counted.reference()) == (784, 0, None, None)


def test_the_reference_knows_the_blank_page_and_the_test_digits(nade, make):
    assert nade.reference() is not None
    assert nade.reference().blank == nade.reader().log_prob(BLANK)
    assert (nade.reference().scores == make("nade").calibration["test_log_prob"]).all()


def test_log_prob_is_the_sum_over_all_pixels(nade):
    rng = np.random.default_rng(3)
    for _ in range(5):
        bits = rng.integers(0, 2, 784).astype(np.uint8)
        expected = -np.logaddexp(
            0, np.where(bits, -1, 1) * nade.reader().logits(bits).astype(np.float64)
        ).sum()
        assert nade.reader().log_prob(bits) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("scores", [np.zeros(0, np.float32), np.zeros((2, 2), np.float32), np.float32(1)])
def test_scores_that_are_none_are_refused(make, scores):
    broken = type(make("nade"))(make("nade").network, "nade", {"test_log_prob": np.asarray(scores)})
    with pytest.raises(UserError, match="no proper scores"):
        Explicit("nade", broken)


def test_pixels_before_the_start_of_a_sample_are_kept(nade):
    given = np.random.default_rng(1).integers(0, 2, 784).astype(np.uint8)
    uniforms = np.random.default_rng(2).random((2, 784))
    steps = list(nade.reader().sample(given, 700, uniforms, 1.0, stride=28))
    assert [done for _, done in steps] == [728, 756, 784]
    assert (steps[-1][0][:, :700] == given[:700]).all()
