import numpy as np
import pytest
import torch

from genplay.families.orders import NAMES, Order
from genplay.models import eonade
from genplay.models.nade import log_bernoulli
from genplay.train import eonade as recipes
from genplay.train.digits import Digits
from genplay.train.eonade import EoNadeRecipe, OrderAgnosticLoss, with_masks


@pytest.fixture
def pictures():
    return (torch.rand(80, 784, generator=torch.Generator().manual_seed(1)) < 0.2).float()


def test_the_known_pixels_are_those_of_random_orders_of_named_ones_or_outside_of_a_box(pictures):
    _, masks, weights = with_masks(pictures, torch.Generator().manual_seed(0)).unbind(1)
    assert ((masks == 0) | (masks == 1)).all()
    assert (weights[masks == 1] == 0).all()
    assert (weights[masks == 0] > 0).all()
    torch.testing.assert_close(weights[:70].sum(1), torch.full((70,), 784.0))
    assert (weights[70:].sum(1) <= 22 * 22 + 0.01).all()
    named = [Order(kind).ranks() for kind in NAMES if kind != "random"]
    for mask in masks[40:70].numpy():
        known = int(mask.sum())
        assert any(((ranks < known) == mask).all() for ranks in named)


def test_the_unknown_pixels_of_a_box_are_the_last_of_its_rows(pictures):
    _, masks, _ = with_masks(pictures, torch.Generator().manual_seed(3)).unbind(1)
    for mask in masks[70:].numpy().reshape(-1, 28, 28):
        rows, columns = np.nonzero(mask == 0)
        inside = np.zeros((28, 28), bool)
        inside[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1] = True
        below = np.zeros((28, 28), bool)
        below[rows.min() + 1 : rows.max() + 1, columns.min() : columns.max() + 1] = True
        assert not (mask[below] == 1).any()  # but for the first row the box is unknown in full width
        assert (mask[~inside] == 1).all()


def test_the_same_draws_give_the_same_masks(pictures):
    first, second = (with_masks(pictures, torch.Generator().manual_seed(7)) for _ in range(2))
    assert torch.equal(first, second)


def test_in_expectation_the_loss_of_an_order_with_single_steps_is_its_log_prob(monkeypatch):
    """With only the next pixel counted, the mean over all places is the sum over the order, exactly."""
    monkeypatch.setattr(recipes, "_AHEAD", 1e-3)
    network = eonade.build(eonade.Config(dims=784, hidden=5)).eval()
    ranks = torch.tensor(Order("spiral").ranks())
    picture = (torch.rand(784, generator=torch.Generator().manual_seed(2)) < 0.3).float()
    masks, weights = recipes._along(
        ranks.expand(784, -1), torch.full((784, 1), 784), torch.Generator().manual_seed(5)
    )
    assert sorted(masks.sum(1).tolist()) == list(range(784))  # each place once
    batch = torch.stack((picture.expand(784, -1), masks, weights), 1)
    with torch.inference_mode():
        loss = OrderAgnosticLoss(network)(batch).mean()
        logits = network(picture[None], torch.tensor(Order("spiral").sequence()))
        exact = -log_bernoulli(logits, picture[None]).sum()
    assert float(loss) == pytest.approx(float(exact), rel=1e-4)


def test_the_recipe_starts_at_the_mean_ink():
    grey = np.random.default_rng(0).integers(0, 256, (300, 784)).astype(np.uint8)
    small_digits = Digits(grey=grey, valid=(grey[:10] > 128).astype(np.uint8))
    recipe = EoNadeRecipe(digits=small_digits, config=eonade.Config(hidden=4))
    assert recipe.batch(0).shape == (recipe.schedule.batch, 3, 784)
    assert torch.equal(recipe.batch(3), recipe.batch(3))
    network = recipe.network()
    assert isinstance(network, eonade.EoNade)
    expected = small_digits.mean.clamp(1e-5, 1 - 1e-5)
    torch.testing.assert_close(network.out.bias.sigmoid(), expected, rtol=1e-3, atol=1e-6)
