from dataclasses import asdict, replace

import msgspec
import numpy as np
import pytest
import torch

from genplay.families.orders import NAMES, Order
from genplay.models import eonade
from genplay.models.nade import log_bernoulli
from genplay.train import eonade as recipes
from genplay.train.digits import Digits
from genplay.train.eonade import EoNadeRecipe, OrderAgnosticLoss, place_odds, with_masks

ODDS = place_odds(torch.linspace(0, 0.5, 784))


@pytest.fixture
def pictures():
    return (torch.rand(80, 784, generator=torch.Generator().manual_seed(1)) < 0.2).float()


def test_the_known_pixels_are_those_of_random_orders_of_named_ones_or_outside_of_a_box(pictures):
    _, masks, weights = with_masks(pictures, ODDS, torch.Generator().manual_seed(0)).unbind(1)
    assert ((masks == 0) | (masks == 1)).all()
    assert (weights[masks == 1] == 0).all()
    assert (weights[masks == 0] > 0).all()
    torch.testing.assert_close(weights[:60].sum(1), torch.full((60,), 784.0))
    assert (weights[75:].sum(1) <= 22 * 22 + 0.01).all()
    named = [Order(kind).ranks() for kind in NAMES if kind != "random"]
    for mask in masks[60:75].numpy():
        known = int(mask.sum())
        assert any(((ranks < known) == mask).all() for ranks in named)


def test_the_unknown_pixels_of_a_box_are_the_last_of_its_rows(pictures):
    _, masks, _ = with_masks(pictures, ODDS, torch.Generator().manual_seed(3)).unbind(1)
    for mask in masks[75:].numpy().reshape(-1, 28, 28):
        rows, columns = np.nonzero(mask == 0)
        inside = np.zeros((28, 28), bool)
        inside[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1] = True
        below = np.zeros((28, 28), bool)
        below[rows.min() + 1 : rows.max() + 1, columns.min() : columns.max() + 1] = True
        assert not (mask[below] == 1).any()  # but for the first row the box is unknown in full width
        assert (mask[~inside] == 1).all()


def test_the_same_draws_give_the_same_masks(pictures):
    first, second = (with_masks(pictures, ODDS, torch.Generator().manual_seed(7)) for _ in range(2))
    assert torch.equal(first, second)


def test_in_expectation_the_loss_of_an_order_is_its_log_prob(monkeypatch):
    """With only the next pixel counted, the mean over the places, as they are drawn, is the sum over all."""
    monkeypatch.setattr(recipes, "_AHEAD", 1e-3)
    network = eonade.build(eonade.Config(dims=784, hidden=5)).eval()
    ranks = torch.tensor(Order("spiral").ranks())
    picture = (torch.rand(784, generator=torch.Generator().manual_seed(2)) < 0.3).float()
    odds = torch.rand(784, generator=torch.Generator().manual_seed(3)) + 0.1
    odds /= odds.sum()
    places = torch.arange(784)[:, None]
    masks, weights = recipes._along(ranks.expand(784, -1), places, 1 / odds[:, None])
    batch = torch.stack((picture.expand(784, -1), masks, weights), 1)
    with torch.inference_mode():
        loss = (OrderAgnosticLoss(network)(batch) * odds).sum()
        logits = network(picture[None], torch.tensor(Order("spiral").sequence()))
        exact = -log_bernoulli(logits, picture[None]).sum()
    assert float(loss) == pytest.approx(float(exact), rel=1e-4)


def test_what_is_drawn_more_often_counts_less(monkeypatch):
    monkeypatch.setattr(recipes, "_RANKS", recipes._RANKS[:1])  # so that a mask tells its place
    odds = torch.rand(1, 784, generator=torch.Generator().manual_seed(3)) + 0.1
    odds /= odds.sum()
    masks, weights = recipes._named(500, odds, torch.Generator().manual_seed(0))
    places = masks.sum(1).long()
    assert len(set(places.tolist())) > 200
    torch.testing.assert_close(weights.sum(1), 1 / odds[0, places])


def test_places_are_drawn_as_often_as_they_are_worth():
    ink = torch.zeros(784)
    ink[300:400] = 0.5
    odds = place_odds(ink)
    assert odds.sum(1) == pytest.approx(np.ones(6), abs=1e-5)
    assert (odds > 0).all()
    assert odds[0, 350] > 5 * odds[0, 100]  # row by row
    assert odds[0, 295] > 2 * odds[0, 100]  # what comes soon counts
    assert odds[1, 783 - 350] > 5 * odds[1, 783 - 100]  # backwards


def test_something_is_always_unknown(monkeypatch):
    monkeypatch.setattr(recipes, "_spread", lambda count, _: torch.ones(count))
    x = torch.zeros(40, 784)
    _, masks, weights = with_masks(x, ODDS, torch.Generator().manual_seed(0)).unbind(1)
    assert (masks.sum(1) < 784).all()
    assert torch.isfinite(weights).all()


def small(**changes) -> EoNadeRecipe:
    grey = np.random.default_rng(0).integers(0, 256, (300, 784)).astype(np.uint8)
    digits = Digits(grey=grey, valid=(grey[:10] > 128).astype(np.uint8))
    return EoNadeRecipe(digits=digits, config=eonade.Config(hidden=4), **changes)


def test_the_recipe_says_which_orders_it_chooses():
    said = small().describe()
    assert (said["named"], said["boxes"], said["ahead"], said["repeats"]) == (3 / 16, 1 / 16, 16, 4)
    assert small().validation().shape == (said["repeats"] * 10, 3, 784)


def test_a_training_that_began_before_the_recipe_said_so_goes_on(tmp_path):
    """Its state has the names that there were then; all of their values still have to be the same."""
    pytest.importorskip("lightning_fabric", reason="needs the train extra")
    from genplay.train import state
    from genplay.train.loop import fit

    recipe = small(schedule=replace(recipes.SCHEDULE, batch=16, validate_every=2))
    path = tmp_path / "state.safetensors"
    training = fit(recipe, every=1, path=path)
    next(training)
    training.close()
    progressed, tensors = state.load(path)
    before = {"name": "eonade", "seed": 0, **asdict(recipe.config), **asdict(recipe.schedule)}
    state.save(path, msgspec.structs.replace(progressed, recipe=before), tensors)
    resumed = fit(recipe, every=1, path=path, resume=True)
    assert next(resumed).step == 2
    resumed.close()


def test_the_recipe_starts_at_the_mean_ink():
    recipe = small()
    assert recipe.batch(0).shape == (recipe.schedule.batch, 3, 784)
    assert torch.equal(recipe.batch(3), recipe.batch(3))
    network = recipe.network()
    assert isinstance(network, eonade.EoNade)
    expected = recipe.digits.mean.clamp(1e-5, 1 - 1e-5)
    torch.testing.assert_close(network.out.bias.sigmoid(), expected, rtol=1e-3, atol=1e-6)
