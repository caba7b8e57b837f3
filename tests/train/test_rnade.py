"""RNADE's recipe: fresh noise, reproducible, and a start near each pixel's own greys."""

import dataclasses

import numpy as np
import pytest
import torch

pytest.importorskip("lightning_fabric", reason="needs the train extra")

from genplay.models import rnade
from genplay.train.loop import fit
from genplay.train.recipe import Schedule
from genplay.train.rnade import RnadeRecipe

SCHEDULE = Schedule(
    steps=60, batch=8, lr=0.02, warmup=3, weight_decay=0, ema=0.9, clip=1000, validate_every=20
)


def recipe(**changes) -> RnadeRecipe:
    """Pictures of 12 pixels, half of them always paper, the others one grey a picture."""
    draw = np.random.default_rng(0)
    grey = np.zeros((60, 12), np.uint8)
    grey[:, 6:] = draw.integers(40, 250, (60, 1))
    config = rnade.Config(dims=12, hidden=5, components=3)
    plain = RnadeRecipe(grey=grey[:40], valid=grey[40:], config=config, schedule=SCHEDULE)
    return dataclasses.replace(plain, **changes)


def test_a_batch_is_that_of_its_step_and_seed_and_fresh_every_epoch():
    plain = recipe()
    assert torch.equal(plain.batch(2), plain.batch(2))
    assert not torch.equal(plain.batch(2), recipe(seed=1).batch(2))
    first, second = (torch.cat([plain.batch(5 * epoch + k) for k in range(5)]) for epoch in (0, 1))
    greys = [(256 * x).floor().numpy() for x in (first, second)]
    for seen in greys:  # every digit once an epoch
        assert sorted(map(tuple, seen)) == sorted(map(tuple, plain.grey))
    assert not torch.equal(first.sort(0).values, second.sort(0).values)
    assert torch.equal(plain.validation(), plain.validation())


def test_the_network_starts_near_each_pixels_own_greys():
    x = recipe().validation()
    with torch.no_grad():
        informed = rnade.log_prob(recipe().network(), x).mean()
        torch.manual_seed(0)
        plain = rnade.log_prob(rnade.build(recipe().config), x).mean()
    assert informed > plain + 12  # nats: two a pixel
    one = recipe(config=rnade.Config(dims=12, hidden=5, components=1)).network()
    assert rnade.log_prob(one, x).isfinite().all()


def test_it_learns_that_all_ink_is_of_one_grey():
    *_, last = fit(recipe(schedule=dataclasses.replace(SCHEDULE, steps=200)))
    losses = dict(last.curve)
    assert min(losses.values()) < losses[20] - 3
