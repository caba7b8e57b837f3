"""RNADE: causal, each conditional a density, and equal to its equations written out."""

import math

import pytest
import torch
from torch.distributions import Categorical, MixtureSameFamily, Normal

from genplay.models import rnade
from genplay.models.rnade import CHUNK, Config, Rnade


def network(dims: int = 12, hidden: int = 7, components: int = 3) -> Rnade:
    torch.manual_seed(0)
    model = rnade.build(Config(dims=dims, hidden=hidden, components=components, floor=0.01)).double()
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(0.5 * torch.randn_like(parameter))
    return model


def greys(count: int, dims: int) -> torch.Tensor:
    return torch.rand(count, dims, generator=torch.Generator().manual_seed(1)).double()


@pytest.mark.parametrize("dims", [1, 12, CHUNK + 3])
def test_the_mixtures_equal_the_equations_one_pixel_at_a_time(dims):
    model, x = network(dims), greys(3, dims)
    torch.testing.assert_close(model(x), rnade.literal_mixture(model, x), atol=1e-12, rtol=0)


def test_no_conditional_depends_on_its_own_pixel_or_a_later_one():
    model, x = network(), greys(1, 12)[0]
    jacobian = torch.autograd.functional.jacobian(lambda v: model(v[None])[0].flatten(1).sum(1), x)
    assert not jacobian.triu().any()
    assert jacobian.tril(-1).any()


def test_each_conditional_integrates_to_one():
    mixtures = network()(greys(2, 12))
    wide = torch.linspace(-60, 60, 400_001).double()
    for mixture in mixtures.reshape(-1, 3, 3)[::5]:
        density = rnade.log_density(mixture.expand(len(wide), 3, 3), wide).exp()
        assert torch.trapezoid(density, wide).item() == pytest.approx(1, abs=1e-6)


def test_the_density_is_that_of_a_mixture_of_normals():
    model, x = network(), greys(4, 12)
    log_alpha, mu, log_sigma = model(x).unbind(-2)
    known = MixtureSameFamily(Categorical(logits=log_alpha), Normal(mu, log_sigma.exp()))
    torch.testing.assert_close(rnade.log_prob(model, x), known.log_prob(x).sum(-1))


def test_one_component_without_hidden_units_is_a_gaussian_a_pixel():
    model = rnade.build(Config(dims=5, hidden=0, components=1, floor=1e-9)).double()
    with torch.no_grad():
        model.b[:, 1] = torch.linspace(0.1, 0.9, 5)
        model.b[:, 2] = math.log(0.2)
    x = greys(3, 5)
    expected = Normal(torch.linspace(0.1, 0.9, 5).double(), 0.2).log_prob(x).sum(-1)
    torch.testing.assert_close(rnade.log_prob(model, x), expected, atol=1e-4, rtol=0)


def test_sigma_has_a_floor_even_where_all_greys_are_one():
    model = network()
    with torch.no_grad():
        model.b.view(12, 3, 3)[:, 2] = -100
        model.V.view(12, 7, 3, 3)[:, :, 2] = 0
    sigma = model(greys(2, 12))[..., 2, :].exp()
    assert sigma.min().item() == pytest.approx(0.01, rel=1e-6)


def test_a_uniform_density_costs_eight_bits_and_dequantised_greys_stay_in_their_place():
    assert rnade.bits_per_dimension(torch.zeros(1), 784).item() == 8
    grey = torch.arange(256.0)
    x = rnade.dequantise(grey, torch.Generator().manual_seed(0))
    assert torch.equal((256 * x).floor(), grey)


@pytest.mark.parametrize("wrong", [{"dims": 0}, {"components": 0}, {"hidden": -1}, {"floor": 0.0}])
def test_impossible_sizes_are_refused(wrong):
    with pytest.raises(ValueError, match=r"at least|between"):
        Config(**wrong)
