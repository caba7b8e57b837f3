"""The order-agnostic NADE: causal along any order, normalised in each, and equal to masked passes."""

import math
from itertools import permutations, product

import pytest
import torch

from genplay.models import eonade
from genplay.models.eonade import CHUNK, Config, EoNade
from genplay.models.nade import log_bernoulli


def network(dims: int, hidden: int = 7) -> EoNade:
    torch.manual_seed(0)
    model = eonade.build(Config(dims=dims, hidden=hidden)).double()
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.copy_(torch.randn_like(parameter) / 2)
    return model


def shuffled(dims: int, seed: int = 3) -> torch.Tensor:
    return torch.randperm(dims, generator=torch.Generator().manual_seed(seed))


@pytest.mark.parametrize("dims", [9, CHUNK + 5])
def test_conditionals_equal_one_masked_pass_a_pixel(dims):
    model, x = network(dims), (torch.rand(3, dims) < 0.4).double()
    for order in (torch.arange(dims), shuffled(dims)):
        torch.testing.assert_close(
            model(x, order), eonade.literal_logits(model, x, order), atol=1e-12, rtol=0
        )
    assert torch.equal(model(x), model(x, torch.arange(dims)))


def test_no_logit_depends_on_its_own_pixel_or_a_later_one_in_the_order():
    model, order = network(12), shuffled(12)
    x = torch.rand(12, dtype=torch.double)
    jacobian = torch.autograd.functional.jacobian(lambda v: model(v[None], order)[0], x)
    along = jacobian[order][:, order]
    assert not along.triu().any()
    assert (along.tril(-1) != 0).sum() > 60  # of 66: a weight may vanish


def test_the_probabilities_of_all_pictures_sum_to_one_in_every_order():
    model = network(10)
    x = torch.tensor(list(product((0.0, 1.0), repeat=10)), dtype=torch.double)
    log_p = [log_bernoulli(model(x, shuffled(10, seed)), x).sum(-1) for seed in range(4)]
    for one in log_p:
        assert one.exp().sum().item() == pytest.approx(1, abs=1e-10)
    ensemble = torch.stack(log_p).logsumexp(0) - math.log(4)
    assert ensemble.exp().sum().item() == pytest.approx(1, abs=1e-10)
    assert not torch.allclose(log_p[0], log_p[1])  # nothing makes the orders agree


def test_what_is_not_known_does_not_matter():
    model, mask = network(9), torch.tensor([[1.0, 0, 0, 1, 1, 0, 0, 0, 1]]).double()
    x = torch.rand(1, 9).double()
    assert torch.equal(model.given(x, mask), model.given(x * mask, mask))


def test_random_masks_are_spread_evenly_over_the_number_of_known_pixels():
    masks = eonade.random_masks(2000, 20, torch.Generator().manual_seed(0))
    known = masks.sum(1)
    assert (known.min(), known.max()) == (0, 19)
    assert torch.bincount(known.long(), minlength=20).tolist() == [100] * 20
    each = masks.mean(0)  # every pixel is known as often as another
    assert (each - known.mean() / 20).abs().max() < 0.05


def test_the_loss_expects_the_mean_over_all_orders():
    """Every place of every order of four pixels, weighted as drawn: the mean of -log p over the orders."""
    model, x = network(4), torch.tensor([[1.0, 0, 1, 1]]).double()
    exact, expected = [], []
    for order in permutations(range(4)):
        read = torch.tensor(order)
        exact.append(-log_bernoulli(model(x, read), x).sum())
        for known in range(4):
            mask = torch.zeros(1, 4).double()
            mask[0, read[:known]] = 1
            cost = -(log_bernoulli(model.given(x, mask), x) * (1 - mask)).sum()
            expected.append(cost * 4 / (4 - known))
    assert torch.stack(exact).mean().item() == pytest.approx(torch.stack(expected).mean().item(), abs=1e-10)


@pytest.mark.parametrize("wrong", [{"dims": 0}, {"hidden": 0}])
def test_impossible_sizes_are_refused(wrong):
    with pytest.raises(ValueError, match="at least 1"):
        Config(**wrong)
