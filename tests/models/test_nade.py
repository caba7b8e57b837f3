"""NADE has its defining properties: it is a density, it is causal, and its paths agree."""

from itertools import product

import pytest
import torch

from genplay.models import nade
from genplay.models.nade import Config, Nade

WIDE = Config(
    dims=12, hidden=5
)  # a picture of 3 x 4: not square, so that rows and columns cannot be mixed up


def network(config: Config = WIDE, seed: int = 0) -> Nade:
    torch.manual_seed(seed)
    model = nade.build(config).double().eval()
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.copy_(torch.randn_like(parameter))
    return model


def pictures(count: int, dims: int, seed: int = 1) -> torch.Tensor:
    return (torch.rand(count, dims, generator=torch.Generator().manual_seed(seed)) < 0.4).double()


def every_picture(dims: int) -> torch.Tensor:
    return torch.tensor(list(product((0.0, 1.0), repeat=dims)), dtype=torch.float64)


def test_probabilities_of_all_pictures_sum_to_one():
    total = nade.log_prob(network(), every_picture(12)).exp().sum()
    assert total.item() == pytest.approx(1, abs=1e-10)


@pytest.mark.parametrize("training", [False, True])
@pytest.mark.parametrize("logits_of", [Nade.__call__, nade.literal_logits])
def test_no_logit_depends_on_its_own_or_a_later_pixel(training, logits_of):
    model = network().train(training)
    x = torch.rand(12, dtype=torch.float64, generator=torch.Generator().manual_seed(2))
    jacobian = torch.autograd.functional.jacobian(lambda x: logits_of(model, x[None])[0], x)
    assert torch.triu(jacobian).abs().max().item() == 0
    below = torch.ones(12, 12).tril(-1).bool()
    assert (jacobian[below] != 0).all()  # and every earlier pixel is seen


def test_chunked_logits_equal_the_literal_ones_across_chunks():
    model = network(Config(dims=2 * nade.CHUNK + 5, hidden=7))
    x = pictures(9, model.config.dims)
    torch.testing.assert_close(model(x), nade.literal_logits(model, x), atol=1e-12, rtol=0)


def test_chunked_gradients_equal_the_literal_ones():
    model = network(Config(dims=nade.CHUNK + 3, hidden=4))
    x = pictures(6, model.config.dims)
    fast = torch.autograd.grad(model(x).square().sum(), list(model.parameters()))
    slow = torch.autograd.grad(nade.literal_logits(model, x).square().sum(), list(model.parameters()))
    torch.testing.assert_close(fast, slow, atol=1e-10, rtol=1e-10)


def test_without_weights_the_pixels_are_independent():
    model = network()
    with torch.no_grad():
        model.W.zero_()
        model.V.zero_()
    x = pictures(20, 12)
    independent = torch.distributions.Bernoulli(logits=model.b).log_prob(x).sum(-1)
    torch.testing.assert_close(nade.log_prob(model, x), independent)


def test_log_prob_is_the_sum_of_the_pixels_own_log_probabilities():
    model, x = network(), pictures(5, 12)
    p = torch.sigmoid(nade.literal_logits(model, x))
    expected = torch.where(x == 1, p, 1 - p).log().sum(-1)
    torch.testing.assert_close(nade.log_prob(model, x), expected)


def test_sure_pixels_give_finite_log_probabilities():
    logits = torch.tensor([1e4, -1e4, 1e4, -1e4])
    x = torch.tensor([1.0, 0.0, 0.0, 1.0])
    assert nade.log_bernoulli(logits, x).tolist() == [0, 0, -1e4, -1e4]


def test_no_pictures_give_no_logits():
    assert network()(torch.empty(0, 12, dtype=torch.float64)).shape == (0, 12)
