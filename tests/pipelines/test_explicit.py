"""The one face of every explicit model."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from genplay.data import examples
from genplay.errors import UserError
from genplay.families.orders import RASTER, Order
from genplay.models import markov
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


READERS = {
    "nade": {},
    "diagonal_bilstm": {},
    "arn": {"reach": 2},
    "eonade": {"order": Order("spiral")},
}


@pytest.mark.parametrize("name", READERS)
def test_a_reader_gives_the_logits_of_the_network_as_it_reads(make, name):
    model, how = Explicit(name, make(name)), READERS[name]
    reader, network = model.reader(**how), make(name).network
    bits = np.random.default_rng(3).integers(0, 2, 784).astype(np.uint8)
    x = torch.from_numpy(bits[None]).float()
    with torch.no_grad():
        if name == "eonade":
            expected = network(x, torch.from_numpy(Order("spiral").sequence().copy()))
        elif name == "arn":
            shorter = markov.build(replace(network.config, reach=2))
            shorter.load_state_dict(network.state_dict())
            expected = shorter(x)
        else:
            expected = network(x)
    np.testing.assert_allclose(reader.logits(bits), expected[0].numpy(), atol=1e-5)
    assert reader is model.reader(**how)


@pytest.mark.parametrize("name", READERS)
def test_samples_keep_what_was_read_first_whatever_the_order(make, name):
    reader = Explicit(name, make(name)).reader(**READERS[name])
    given = np.random.default_rng(1).integers(0, 2, 784).astype(np.uint8)
    uniforms = np.random.default_rng(2).random((2, 784))
    steps = list(reader.sample(given, 700, uniforms, 1.0, 28))
    assert [done for _, done in steps] == [728, 756, 784]
    final = steps[-1][0]
    assert (final[:, reader.order[:700]] == given[reader.order[:700]]).all()
    for pixels, row in zip(final, uniforms, strict=True):
        p = 1 / (1 + np.exp(-reader.logits(pixels).astype(float)))
        last = reader.order[700:]
        assert (pixels[last] == (row < p)[last]).all()


def test_another_n_has_scores_of_its_own(make):
    model = Explicit("arn", make("arn"))
    assert model.reference(reach=2) is None
    assert len(list(model.prepare(RASTER, 2))) > 10
    reference = model.reference(reach=2)
    assert len(reference.scores) == 10_000
    digits = examples.test_digits().bits[:50]
    some = np.array([model.reader(reach=2).log_prob(bits) for bits in digits])
    assert np.abs(reference.scores - some[:, None]).min(1).max() < 1e-3
    assert not list(model.prepare(RASTER, 2))
    assert not list(model.prepare(RASTER, None))


def test_farther_back_than_was_counted_is_refused_in_a_sentence(make):
    model = Explicit("arn", make("arn"))
    with pytest.raises(UserError, match="arn has counted 4 pixels back at most, not 5"):
        model.reader(reach=5)


def test_the_average_is_only_said_of_the_n_that_it_was_measured_with(make):
    model = Explicit("arn", make("arn"))
    assert model.measured() == model.measured(3) == make("arn").measured
    assert model.measured(2) is None


def test_the_readers_that_were_asked_for_last_are_kept(make):
    model = Explicit("eonade", make("eonade"))
    often = Order("spiral")
    first, other = model.reader(often), model.reader(Order("random", 99))
    for seed in range(8):
        model.reader(Order("random", seed))
        assert model.reader(often) is first
    assert model.reader(Order("random", 99)) is not other
