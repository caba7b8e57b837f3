"""Both sides of the sandwich close; more codes tighten the bound; a climb never falls."""

import math
from itertools import pairwise

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch.distributions import Normal, kl_divergence

from genplay.models import sandwich, vae
from genplay.models.quadrature import Lattice, integrate, log_prior
from genplay.models.sandwich import Climber, even, gap, hermite, log_weights, noise, runs
from genplay.models.vae import Config, Vae

LATTICE = Lattice(cells=64)


def network(dims: int = 30, latent: int = 2) -> Vae:
    torch.manual_seed(3)
    model = vae.build(Config(dims=dims, latent=latent, hidden=8, layers=2)).double()
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(0.8 * torch.randn_like(parameter))
        model.encoder.out.weight.mul_(0.3)
    return model.requires_grad_(requires_grad=False)


MODEL = network()
X = (torch.rand(30, generator=torch.Generator().manual_seed(1)) < 0.4).double()


def likelihood(z: torch.Tensor) -> torch.Tensor:
    return vae.log_likelihood(MODEL, X, z)


def encoded() -> tuple[torch.Tensor, torch.Tensor]:
    mu, logvar = MODEL.encode(X[None])
    return mu[0], logvar[0]


def exact(function=likelihood) -> float:
    near = torch.zeros(2).double(), torch.ones(2).double()
    coarse = function(LATTICE.codes())
    *_, found = (step for step in integrate(function, coarse, near, lattice=LATTICE) if step)
    assert found.error < 1e-4
    return found.log_prob


TRUTH = exact()


class Bowl:
    """A likelihood whose posterior is a normal with independent latents."""

    def __init__(self, mu: tuple[float, ...], sigma: tuple[float, ...]) -> None:
        self.q = Normal(torch.tensor(mu).double(), torch.tensor(sigma).double())

    def __call__(self, z: torch.Tensor) -> torch.Tensor:
        return self.q.log_prob(z).sum(-1) - log_prior(z) - 20.0  # so that log p(x) is -20


@pytest.mark.parametrize("nodes", [hermite((12, 9)), even((20, 24), 0.25), even((20, 24), 0.75)])
def test_expectations_under_a_normal(nodes):
    mu, logvar = torch.tensor([0.5, -1.0]).double(), torch.tensor([0.3, -2.0]).double()
    z, variance = nodes.codes(mu, logvar), logvar.exp()
    assert float(nodes.weights.sum()) == pytest.approx(1, abs=1e-7)
    for found, known in (
        (nodes.mean(z[:, 0]), mu[0]),
        (nodes.mean(z[:, 1].square()), mu[1] ** 2 + variance[1]),
        (nodes.mean(z.prod(1)), mu.prod()),
        (nodes.mean((z[:, 0] - mu[0]) ** 4), 3 * variance[0] ** 2),
        (nodes.mean(z[:, 0].exp()), (mu[0] + variance[0] / 2).exp()),
    ):
        assert float(found) == pytest.approx(float(known), rel=1e-4)


def test_noise_is_balanced_and_a_function_of_its_seed():
    nodes = noise(64, 7, 5)
    assert nodes.eps.shape == (64, 7)
    assert not nodes.eps.sum(0).abs().gt(1e-12).any()
    assert nodes.eps.numpy().tobytes() == noise(64, 7, 5).eps.numpy().tobytes()
    assert not torch.equal(nodes.eps, noise(64, 7, 6).eps)


def test_the_gap_is_the_divergence_of_two_normals():
    bowl = Bowl((0.5, -1.0), (0.1, 0.4))
    mu, logvar, nodes = torch.tensor([0.7, 0.0]).double(), torch.tensor([-3.0, -2.0]).double(), even((24, 24))
    found = gap(nodes, bowl(nodes.codes(mu, logvar)), mu, logvar, -20.0)
    known = kl_divergence(Normal(mu, (0.5 * logvar).exp()), bowl.q).sum()
    assert found == pytest.approx(float(known), abs=1e-5)


@given(st.floats(-3, 3), st.floats(-3, 3), st.floats(0.01, 0.6), st.floats(0.01, 0.6))
@settings(max_examples=20)
def test_the_sandwich_closes_for_any_q(x, y, across, up):
    """log p(x) = ELBO + KL(q || p(z | x)), where the two expectations share no code."""
    mu, logvar = torch.tensor([x, y]).double(), 2 * torch.tensor([across, up]).double().log()
    one, other = even((64, 64), 0.25), even((64, 64), 0.75)
    reconstruction = float(one.mean(likelihood(one.codes(mu, logvar))))
    elbo = reconstruction - float(vae.kl(mu, logvar).sum())
    divergence = gap(other, likelihood(other.codes(mu, logvar)), mu, logvar, TRUTH)
    assert elbo + divergence == pytest.approx(TRUTH, abs=1e-3)
    assert divergence > -1e-4
    assert elbo < TRUTH + 1e-4


def test_five_thousand_codes_find_log_p():
    mu, logvar = encoded()
    logvar = logvar + 0.5  # a q that is wider than the posterior has lighter weights
    eps = torch.randn(5000, 2, generator=torch.Generator().manual_seed(0), dtype=torch.float64)
    log_w = log_weights(likelihood, mu, logvar, eps)
    w = (log_w - TRUTH).exp()  # of mean 1
    error = float(w.std()) / math.sqrt(5000)
    assert error < 0.05
    assert float(w.mean()) == pytest.approx(1, abs=4 * error)
    assert float(runs(log_w, 5000)) == pytest.approx(TRUTH, abs=4 * error)


def test_the_weights_are_those_of_the_model_under_its_own_q():
    mu, logvar = encoded()
    eps = torch.randn(9, 1, 2, generator=torch.Generator().manual_seed(0), dtype=torch.float64)
    known = vae.log_weights(MODEL, X[None], eps)[:, 0]
    torch.testing.assert_close(log_weights(likelihood, mu, logvar, eps[:, 0]), known)


def test_more_codes_tighten_the_bound_which_stays_below_log_p():
    mu, logvar = encoded()
    logvar = logvar + 2.0  # wider than it should be
    eps = torch.randn(100_000, 2, generator=torch.Generator().manual_seed(0), dtype=torch.float64)
    log_w = log_weights(likelihood, mu, logvar, eps)
    estimates = [runs(log_w, count) for count in (1, 5, 50, 500, 5000)]
    means = torch.stack([found.mean() for found in estimates])
    errors = torch.stack([found.std() / math.sqrt(len(found)) for found in estimates])
    assert (means.diff() > 0).all()  # of the same codes, whatever they are: Jensen's inequality
    assert (means < TRUTH + 4 * errors).all()
    assert means[0] < TRUTH - 0.1
    nodes = even((64, 64))
    elbo = float(nodes.mean(likelihood(nodes.codes(mu, logvar)))) - float(vae.kl(mu, logvar).sum())
    assert float(means[0]) == pytest.approx(elbo, abs=4 * float(errors[0]))


def test_a_run_that_is_not_whole_gives_no_estimate():
    log_w = torch.arange(7.0).double()
    assert runs(log_w, 3).tolist() == pytest.approx(
        [float(torch.logsumexp(log_w[k : k + 3], 0)) - math.log(3) for k in (0, 3)]
    )
    assert len(runs(log_w, 8)) == 0
    assert torch.equal(runs(log_w, 1), log_w)


def climb(function, nodes, mu, sigma, steps=40):
    climber = Climber(function, nodes)
    path = [climber.start(torch.tensor(mu), 2 * torch.tensor(sigma).log())]
    while len(path) <= steps and (following := climber.step(path[-1])) is not path[-1]:
        path.append(following)
    return path


@pytest.mark.parametrize(
    "start", [((0.0, 0.0), (1.0, 1.0)), ((2.0, 3.0), (0.02, 0.02)), ((0.5, -1.0), (2.0, 0.1))]
)
def test_a_climb_ends_at_the_posterior_where_that_is_a_normal(start):
    bowl = Bowl((0.5, -1.0), (0.1, 0.4))
    path = climb(bowl, hermite((8, 8)), *start, steps=60)
    elbos = [at.elbo for at in path]
    assert all(b > a for a, b in pairwise(elbos))
    assert elbos[-1] == pytest.approx(-20, abs=1e-3)  # log p(x): there is no gap left
    torch.testing.assert_close(path[-1].mu, bowl.q.loc, atol=0.01, rtol=0)
    torch.testing.assert_close((0.5 * path[-1].logvar).exp(), bowl.q.scale, atol=0, rtol=0.02)


def test_a_climb_closes_part_of_the_gap_of_an_encoder():
    mu, logvar = encoded()
    path = climb(likelihood, hermite((20, 20)), mu.tolist(), (0.5 * logvar).exp().tolist())
    nodes = even((64, 64))
    gaps = [gap(nodes, likelihood(nodes.codes(at.mu, at.logvar)), at.mu, at.logvar, TRUTH) for at in path]
    assert gaps[0] == pytest.approx(TRUTH - path[0].elbo, abs=1e-3)
    assert gaps[-1] < 0.7 * gaps[0]
    assert gaps[-1] > -1e-4
    last = path[-1]
    for turned in (0.05, -0.05):  # no way leads higher from there
        for at in (torch.tensor([turned, 0.0]), torch.tensor([0.0, turned])):
            beside = Climber(likelihood, hermite((20, 20))).start(last.mu + at, last.logvar)
            assert beside.elbo < last.elbo + 1e-4


def test_a_climb_goes_on_in_inference_mode():
    outside = climb(likelihood, hermite((8, 8)), (0.3, 0.3), (0.5, 0.5), steps=3)
    climber = Climber(likelihood, hermite((8, 8)))
    at = climber.start(torch.tensor([0.3, 0.3]), 2 * torch.tensor([0.5, 0.5]).log())
    for expected in outside[1:]:
        with torch.inference_mode():
            at = climber.step(at)
        assert at.elbo == expected.elbo


def test_a_climb_in_many_dimensions_goes_by_fixed_noise():
    target = Bowl(tuple(0.1 * k for k in range(9)), (0.2,) * 9)
    path = climb(target, noise(256, 9, 0), (0.0,) * 9, (1.0,) * 9)
    assert path[-1].elbo > path[0].elbo + 50
    torch.testing.assert_close(path[-1].mu, target.q.loc, atol=0.05, rtol=0)


def test_no_climb_makes_q_wider_than_the_prior_unless_it_was():
    flat = Bowl((0.0, 0.0), (3.0, 3.0))
    for start, most in (((0.5, 0.5), 1.0), ((2.0, 0.5), 2.0)):
        sigmas = [
            (0.5 * at.logvar).exp().max().item() for at in climb(flat, hermite((8, 8)), (0.0, 0.0), start)
        ]
        assert max(sigmas) == pytest.approx(most)


def test_a_step_is_bounded_however_steep_it_is():
    steep = Bowl((100.0, 0.0), (1e-3, 1e-3))
    climber = Climber(steep, hermite((4, 4)))
    first = climber.start(torch.zeros(2), torch.zeros(2))
    second = climber.step(first)
    assert (second.mu - first.mu).abs().max() <= sandwich._FARTHEST
    assert second.elbo > first.elbo
