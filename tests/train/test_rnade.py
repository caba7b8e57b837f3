"""RNADE's recipe: fresh noise, reproducible, a start at each pixel's own greys, and paper in its place."""

import dataclasses

import numpy as np
import pytest
import torch

pytest.importorskip("lightning_fabric", reason="needs the train extra")

from genplay.models import rnade
from genplay.train.clothes import Clothes
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
    clothes = Clothes(grey=grey[:40], valid=grey[40:])
    return dataclasses.replace(RnadeRecipe(clothes=clothes, config=config, schedule=SCHEDULE), **changes)


def score(network, x) -> float:
    with torch.no_grad():
        return rnade.log_prob(network, x).mean().item()


def test_a_batch_is_that_of_its_step_and_seed_and_fresh_every_epoch():
    plain = recipe()
    assert torch.equal(plain.batch(2), plain.batch(2))
    assert not torch.equal(plain.batch(2), recipe(seed=1).batch(2))
    first, second = (torch.cat([plain.batch(5 * epoch + k) for k in range(5)]) for epoch in (0, 1))
    greys = [(256 * x).floor().numpy() for x in (first, second)]
    for seen in greys:  # every item once an epoch
        assert sorted(map(tuple, seen)) == sorted(map(tuple, plain.clothes.grey))
    assert not torch.equal(first.sort(0).values, second.sort(0).values)
    assert torch.equal(plain.validation(), recipe(seed=1).validation())


def test_the_network_starts_at_each_pixels_own_greys():
    x = recipe().validation()
    torch.manual_seed(0)
    plain = rnade.build(recipe().config)
    assert score(recipe().network(), x) > score(plain, x) + 18  # nats: three for each pixel of paper
    mixtures = recipe().network()(x[:1]).detach()[0]
    alpha, mu, sigma = mixtures[:, 0].exp(), mixtures[:, 1], mixtures[:, 2].exp()
    assert alpha[:6, 0].min() > 0.998
    assert alpha[6:, 0].max() < 0.002
    torch.testing.assert_close(mu[:, 0], torch.full((12,), 0.5 / 256))
    torch.testing.assert_close(sigma[:, 0], torch.full((12,), 12**-0.5 / 256))  # of a uniform of that width
    ink = torch.from_numpy(recipe().clothes.grey[:, 6] / 256)
    assert mu[6:, 1].mean().item() == pytest.approx(ink.quantile(0.25).item(), abs=0.03)
    assert mu[6:, 2].mean().item() == pytest.approx(ink.quantile(0.75).item(), abs=0.03)


@pytest.mark.parametrize("components", [1, 2])
def test_few_components_are_no_special_case(components):
    one = recipe(config=rnade.Config(dims=12, hidden=5, components=components)).network()
    assert rnade.log_prob(one, recipe().validation()).isfinite().all()


def test_it_learns_that_all_ink_is_of_one_grey_and_leaves_the_paper_where_it_is():
    whole = recipe(schedule=dataclasses.replace(SCHEDULE, steps=200))
    *_, last = fit(whole)
    losses = dict(last.curve)
    assert min(losses.values()) < losses[20] - 3
    start, learned = whole.network(), whole.network()
    learned.load_state_dict(last.best)
    V, b = learned.V.view(12, 5, 3, 3), learned.b.view(12, 3, 3)
    assert not V[:, :, 1:, 0].any()
    assert V[6:, :, 1:, 1:].any()
    assert V[6:, :, 0, 0].any()
    torch.testing.assert_close(b[:, 1:, 0], start.b.view(12, 3, 3)[:, 1:, 0], atol=1e-6, rtol=0)
