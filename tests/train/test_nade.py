"""NADE's recipe: fresh pictures, reproducible, and no weights where there is nothing to learn."""

import dataclasses

import numpy as np
import pytest
import torch

pytest.importorskip("numba", reason="needs the train extra")
pytest.importorskip("lightning_fabric", reason="needs the train extra")

from genplay.models import nade
from genplay.train.digits import Digits
from genplay.train.loop import fit
from genplay.train.nade import NadeRecipe, NegativeLogLikelihood
from genplay.train.recipe import Schedule

SCHEDULE = Schedule(
    steps=5, batch=8, lr=0.05, warmup=3, weight_decay=1e-3, ema=0.9, clip=10.0, validate_every=4
)


def recipe(grey: np.ndarray | None = None, **changes) -> NadeRecipe:
    if grey is None:
        grey = np.random.default_rng(0).integers(1, 256, (40, 20)).astype(np.uint8)
    digits = Digits(grey=grey, valid=(grey > 128).astype(np.uint8))
    plain = NadeRecipe(digits=digits, config=nade.Config(dims=20, hidden=6), schedule=SCHEDULE)
    return dataclasses.replace(plain, **changes)


def test_a_batch_is_that_of_its_step_and_seed():
    plain = recipe()
    assert torch.equal(plain.batch(3), plain.digits.batch(8, 0, 3))
    assert not torch.equal(plain.batch(3), recipe(seed=1).batch(3))


def test_the_network_starts_at_the_pixels_mean_ink():
    network = recipe().network()
    torch.testing.assert_close(
        torch.sigmoid(network.b), torch.from_numpy(recipe().digits.grey.mean(0) / 255).float()
    )
    assert torch.equal(network.W, recipe().network().W)
    assert not torch.equal(network.W, recipe(seed=1).network().W)


def test_the_loss_is_the_same_by_the_compiled_step_and_by_the_plain_network():
    network, x = recipe().network(), recipe().batch(0)
    fast = NegativeLogLikelihood(network)(x)
    slow = NegativeLogLikelihood(network.double())(x.double())
    torch.testing.assert_close(fast.double(), slow, atol=1e-5, rtol=1e-6)


def test_rows_of_pixels_that_are_hardly_ever_ink_stay_zero():
    plain = recipe()
    grey = plain.digits.grey.copy()
    grey[:, 3] = 0
    grey[0, 3] = 255  # lit by one digit of forty
    *_, last = fit(recipe(grey, rare=0.03))
    for name in ("W", "V"):
        assert (last.best[name].abs().sum(1) == 0).nonzero().flatten().tolist() == [3]
