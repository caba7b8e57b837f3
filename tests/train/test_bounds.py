"""Importance estimates of each picture: of log p, block by block, kept."""

import math

import numpy as np
import pytest
import torch
from torch.distributions import Normal

from genplay.data import fashion, mnist
from genplay.models import vae
from genplay.train import bounds
from genplay.train.bounds import elbos, importance
from genplay.train.digits import drawn


@pytest.fixture(autouse=True)
def few_pictures_a_block(monkeypatch):
    monkeypatch.setattr(bounds, "BLOCK", 4)
    monkeypatch.setattr(bounds, "FEW", 8)


@pytest.fixture
def network() -> vae.Vae:
    torch.manual_seed(0)
    model = vae.build(vae.Config(dims=6, latent=1, hidden=5, layers=2)).eval()
    with torch.no_grad():
        model.decoder.out.weight.mul_(3)
    return model


def some_bits(count: int, seed: int = 0) -> np.ndarray:
    return (np.random.default_rng(seed).random((count, 6)) < 0.4).astype(np.uint8)


@torch.no_grad()
def exact(model: vae.Vae, x: np.ndarray) -> np.ndarray:
    z = torch.linspace(-9, 9, 2001, dtype=torch.float64)[:, None, None]
    likelihood = vae.log_likelihood(model.double(), torch.from_numpy(x).double(), z.expand(-1, len(x), -1))
    prior = Normal(0.0, 1.0).log_prob(z[..., 0])
    found = torch.logsumexp(likelihood + prior + math.log(18 / 2000), 0)
    model.float()
    return found.numpy()


def test_the_estimates_are_those_of_log_p(network):
    x = some_bits(10)
    assert importance(network, x, 20_000) == pytest.approx(exact(network, x), abs=0.02)
    assert (elbos(network, x).mean() < exact(network, x).mean()).all()


def test_a_block_is_measured_alike_whatever_comes_after_it(network):
    x = some_bits(10)
    assert (importance(network, x, 50) == importance(network, x, 50)).all()
    assert (importance(network, x[:8], 50) == importance(network, x, 50)[:8]).all()
    assert len(importance(network, x[:0], 50)) == 0
    twice = np.concatenate((x[:4], x[:4]))
    first, second = importance(network, twice, 50).reshape(2, 4)
    assert not np.allclose(first, second, atol=1e-9)  # other codes


def test_a_measuring_that_was_cut_off_goes_on(network, tmp_path, monkeypatch):
    x, asked, whole = some_bits(10), [], bounds._importance

    def breaks(*given):
        asked.append(given[3])
        if given[3] == 8:
            raise RuntimeError("cut off")
        return whole(*given)

    def works(*given):
        asked.append(given[3])
        return whole(*given)

    monkeypatch.setattr(bounds, "_importance", breaks)
    with pytest.raises(RuntimeError, match="cut off"):
        importance(network, x, 50, tmp_path / "scores")
    monkeypatch.setattr(bounds, "_importance", works)
    found = importance(network, x, 50, tmp_path / "scores")
    assert asked == [0, 4, 8, 8]
    assert (found == importance(network, x, 50)).all()
    asked.clear()
    importance(network, x, 51, tmp_path / "scores")
    with torch.no_grad():
        network.decoder.out.bias[0] += 1
    importance(network, x, 50, tmp_path / "scores")
    assert asked == [0, 4, 8] * 2


@pytest.mark.parametrize(("split", "module"), [(bounds.TEST, mnist), (bounds.FASHION_TEST, fashion)])
def test_the_test_pictures_are_all_there_and_the_same_each_time(monkeypatch, split, module):
    images = np.random.default_rng(0).integers(0, 256, (7, 28, 28)).astype(np.uint8)
    monkeypatch.setattr(module, "load", lambda part, folder: mnist.Digits(images, np.zeros(7, np.uint8)))
    found = bounds.drawn_test(split)
    assert (found == drawn(images.reshape(7, 784), bounds.TEST_SEED)).all()
    assert (found == bounds.drawn_test(split)).all()
