"""A step of training: its loss is what it says, it follows from its number, and beta does what it should."""

import math
from dataclasses import dataclass

import pytest
import torch
from torch.distributions import Bernoulli, Normal, kl_divergence

from genplay.data.toys import toy
from genplay.models import vae
from genplay.models.vae_live import LiveVae, bernoulli, gaussian


@dataclass(frozen=True)
class Hyper:
    """What a step is taken with."""

    beta: float = 1.0
    rate: float = 0.005
    batch: int = 64


def live(latent=2, seed=0, sigma=0.3, x=None):
    points = torch.as_tensor(toy("ring", 300, 0).points) if x is None else x
    config = vae.Config(dims=points.shape[1], latent=latent, hidden=24, layers=2)
    return LiveVae(config, points, gaussian(sigma), seed)


def train(learner, steps, hyper, start=0):
    return [learner.step(n, hyper) for n in range(start, start + steps)]


def test_the_gaussian_is_torchs():
    mean, x = torch.randn(2, 7, 3).unbind(0)
    torch.testing.assert_close(gaussian(0.2)(mean, x), Normal(mean, 0.2).log_prob(x).sum(-1))


def test_the_bernoulli_is_torchs():
    logits, x = torch.randn(5, 9), torch.randint(0, 2, (5, 9)).float()
    torch.testing.assert_close(bernoulli(logits, x), Bernoulli(logits=logits).log_prob(x).sum(-1))


def test_a_step_records_sums_in_nats_a_point():
    """With one point, and one code a batch would see the mean of, all terms are known but for the noise."""
    x = torch.tensor([[0.4, -1.0]])
    learner = live(x=x)
    with torch.no_grad():
        mu, logvar = learner.network.encode(x)
    expected = kl_divergence(Normal(mu, torch.exp(0.5 * logvar)), Normal(0.0, 1.0)).sum()
    terms = learner.step(0, Hyper(beta=3, batch=8))
    assert terms is not None
    reconstruction, kl, loss = terms
    assert kl == pytest.approx(float(expected), rel=1e-5)
    assert loss == pytest.approx(reconstruction + 3 * kl, rel=1e-6)


def test_the_reconstruction_is_that_of_codes_from_the_posterior():
    """Against the same expectation with many codes of its own."""
    learner = live()
    terms = learner.step(0, Hyper(rate=0, batch=1000))
    assert terms is not None
    with torch.no_grad():
        mu, logvar = learner.network.encode(learner.x)
        z = Normal(mu, torch.exp(0.5 * logvar)).sample((50,))
        log_p = Normal(learner.network.decode(z), 0.3).log_prob(learner.x).sum(-1).mean()
    assert terms[0] == pytest.approx(-float(log_p), rel=0.1)


def test_the_same_seed_begins_and_goes_the_same_and_another_does_not():
    torch.manual_seed(1)
    one = live(seed=5)
    torch.manual_seed(2)  # torch's own generator has no say in it
    same, other = live(seed=5), live(seed=6)
    assert torch.equal(one.tensors[0], same.tensors[0])
    assert train(one, 5, Hyper()) == train(same, 5, Hyper())
    assert torch.equal(one.tensors[0], same.tensors[0])
    assert not torch.equal(one.tensors[0], other.tensors[0])


def test_a_step_depends_on_its_number_and_not_on_what_was_drawn_before():
    one, other = live(), live()
    train(one, 6, Hyper(rate=0))
    assert one.step(6, Hyper()) == other.step(6, Hyper())
    assert one.step(7, Hyper(rate=0)) != one.step(8, Hyper(rate=0))


def test_the_first_weights_are_spread_as_torch_spreads_them():
    learner = live()
    weight = learner.network.encoder.hidden[1].weight.detach()
    bound = 1 / math.sqrt(24)
    assert 0.9 * bound < float(weight.abs().max()) <= bound
    assert float(weight.std()) == pytest.approx(bound / math.sqrt(3), rel=0.1)
    assert all(norm.weight.eq(1).all() for norm in learner.network.encoder.norms)


def test_it_learns():
    losses = [terms[2] for terms in train(live(), 300, Hyper()) if terms]
    assert sum(losses[-20:]) / 20 < 0.5 * sum(losses[:3]) / 3


def collapse(beta, sigma):
    learner = live(sigma=sigma)
    train(learner, 250, Hyper(beta=beta, rate=0.01))
    with torch.no_grad():
        return vae.kl(*learner.network.encode(learner.x)).mean(0)


def test_latents_collapse_where_no_direction_is_worth_its_kl():
    """The ring's variance along each axis is 1.13: beta sigma^2 of 0.09 is below it, 2.25 above."""
    assert (collapse(1, 0.3) > 0.3).all()
    assert (collapse(25, 0.3) < 0.01).all()
    assert (collapse(2.25, 1.0) < 0.01).all()


@pytest.mark.parametrize("x", [torch.tensor([[math.inf, 0.0]]), torch.tensor([[1e19, 0.0]])])
def test_a_step_that_is_not_finite_is_not_taken(x):
    learner = live(x=x)
    before = [tensor.clone() for tensor in learner.tensors]
    assert learner.step(0, Hyper()) is None
    assert all(map(torch.equal, learner.tensors, before))


def test_too_high_a_rate_ends_in_a_step_that_cannot_be_taken():
    learner = live()
    terms = train(learner, 100, Hyper(rate=10.0))
    assert terms[0] is not None
    assert terms[-1] is None
    assert learner.tensors[0].isfinite().all()
