"""The terms of log p(x) against a model whose posterior is a normal, so that each is known in closed form."""

import math

import numpy as np
import pytest
import torch
from torch.distributions import Normal, kl_divergence

from genplay.families.base import Drawing
from genplay.families.vae import COUNTS, Bound, Bounds, Estimated, Gauss, Sandwich, Sandwiched, Working
from genplay.models import vae
from genplay.models.quadrature import LATTICE
from genplay.pipelines.vae import terms
from genplay.pipelines.vae.coder import Coder

X = Drawing.blank()
CENTRE, WIDTH = torch.tensor([0.5, -0.25]).double(), torch.tensor([0.1, 0.2]).double()


def likelihood(z):
    """Return log p(x | z) in nats: a normal in z, whatever the picture."""
    return Normal(CENTRE, WIDTH).log_prob(z.double()).sum(-1) - 80.0


PRECISION = 1 + WIDTH**-2
POSTERIOR = Normal(CENTRE * WIDTH**-2 / PRECISION, PRECISION**-0.5)
LOG_PROB = float(Normal(0.0, (1 + WIDTH**2).sqrt()).log_prob(CENTRE).sum()) - 80.0


class Made:
    architecture, measured, calibration = "vae", None, {}

    def __init__(self, latent: int = 2) -> None:
        torch.manual_seed(4)
        self.network = vae.build(vae.Config(latent=latent, hidden=12, layers=1)).eval()


class Known(Coder):
    """A coder of the likelihood above."""

    def __init__(self) -> None:
        super().__init__("vae_2d", Made())
        self.lattice.log_likelihoods = lambda bits: likelihood(LATTICE.codes())
        self.rough.log_likelihoods = lambda bits: likelihood(self.rough.lattice.codes())

    def likelihood(self, drawing):
        return likelihood


@pytest.fixture(scope="module")
def coder():
    return Known()


def ledgers(coder, q):
    found = terms.sandwich_of(coder, Sandwich("vae_2d", X, q))
    return [step for step in found if isinstance(step, Sandwiched)]


@pytest.mark.parametrize(
    ("mu", "sigma"),
    [
        ((0.5, -0.2), (0.1, 0.2)),
        ((0.0, 0.0), (1.0, 1.0)),
        ((-1.0, 1.0), (0.02, 0.05)),
        ((0.4, 0.3), (1.5, 0.01)),
    ],
)
def test_every_term_is_the_one_in_closed_form(coder, mu, sigma):
    q = Normal(torch.tensor(mu).double(), torch.tensor(sigma).double())
    *_, last = ledgers(coder, Gauss(mu, sigma))
    ledger = last.ledger
    squares = (q.stddev**2 + (q.mean - CENTRE) ** 2) / WIDTH**2
    known = float((-0.5 * squares - WIDTH.log() - 0.5 * math.log(2 * math.pi)).sum()) - 80.0
    assert ledger.reconstruction == pytest.approx(known, abs=1e-3)
    assert ledger.kl_prior == pytest.approx(float(kl_divergence(q, Normal(0.0, 1.0)).sum()), abs=1e-6)
    assert ledger.kl_posterior == pytest.approx(float(kl_divergence(q, POSTERIOR).sum()), abs=2e-3)
    assert ledger.log_prob == pytest.approx(LOG_PROB, abs=1e-4)
    assert last.refined


def test_the_posterior_is_the_normal_and_q_is_in_its_picture(coder):
    q = Gauss((-0.6, 0.5), (0.05, 0.05))
    *_, last = ledgers(coder, q)
    np.testing.assert_allclose(last.posterior.mean, POSTERIOR.mean.numpy(), atol=1e-4)
    np.testing.assert_allclose(last.posterior.deviation, POSTERIOR.stddev.numpy(), rtol=1e-3)
    left, right, bottom, top = last.posterior.extent
    assert right - left == pytest.approx(top - bottom)
    assert left < -0.6 - 2.5 * 0.05
    assert top > 0.5 + 2.5 * 0.05
    middle = terms.PIXELS * (POSTERIOR.mean - torch.tensor([left, bottom])) / (right - left)
    column, row = (int(place) for place in middle)
    assert last.posterior.density[row, column] > 0.9 * last.posterior.density.max()
    peak = math.exp(float(POSTERIOR.log_prob(POSTERIOR.mean).sum()))
    assert last.posterior.density.max() == pytest.approx(peak, rel=0.1)


def test_a_narrow_q_is_not_summed_over_the_lattice_and_a_wide_one_for_nothing():
    coarse = likelihood(LATTICE.codes())
    step = LATTICE.step
    assert terms._on_lattice(coarse, Gauss((0.0, 0.0), (1.9 * step, 1.0))) is None
    assert terms._on_lattice(coarse, Gauss((6.0, 0.0), (0.5, 0.5))) is None  # it reaches beyond
    around = terms._on_lattice(coarse, Gauss((0.0, 0.0), (1.0, 1.0)))
    assert around.calls == 0
    assert around.error < 1e-3


def test_the_longer_steps_are_halved_first():
    assert terms._finer(Gauss((0.0, 0.0), (1.0, 1.0)), (16, 16)) == (32, 32)
    assert terms._finer(Gauss((0.0, 0.0), (1.0, 0.1)), (16, 16)) == (32, 16)
    assert terms._finer(Gauss((0.0, 0.0), (0.1, 1.0)), (16, 16)) == (16, 32)


# -- more latents ------------------------------------------------------------------------------------------


def test_of_more_latents_the_elbo_is_estimated_within_its_error():
    coder = Coder("vae", Made(latent=5))
    q = Gauss((0.1,) * 5, (0.8,) * 5)
    *working, found = terms.sandwich_of(coder, Sandwich("vae", X, q))
    assert all(isinstance(step, Working) for step in working)
    assert isinstance(found, Estimated)
    mu, sigma = torch.tensor(q.mu), torch.tensor(q.sigma)
    assert found.kl_prior == pytest.approx(float(kl_divergence(Normal(mu, sigma), Normal(0.0, 1.0)).sum()))
    torch.manual_seed(0)
    many = coder.likelihood(X)(mu + sigma * torch.randn(20_000, 5))
    assert found.error < 1
    assert abs(found.reconstruction - float(many.mean())) < 5 * found.error + 1e-3


def test_bounds_by_more_codes_are_higher_and_come_to_log_p(coder):
    wide = Gauss(tuple(POSTERIOR.mean.tolist()), tuple((2 * POSTERIOR.stddev).tolist()))
    found = [
        step
        for step in terms.bounds_of(coder, Bound("vae_2d", X, wide, repeats=2))
        if isinstance(step, Bounds)
    ]
    last = found[-1]
    assert last.counts.tolist() == list(COUNTS)
    assert last.runs.tolist() == [2 * COUNTS[-1] // count for count in COUNTS]
    assert (np.diff(last.means) >= 0).all()
    assert last.means[-1] == pytest.approx(LOG_PROB, abs=0.05)
    q = Normal(torch.tensor(wide.mu).double(), torch.tensor(wide.sigma).double())
    elbo = LOG_PROB - float(kl_divergence(q, POSTERIOR).sum())
    assert abs(last.means[0] - elbo) < 5 * last.errors[0]
    assert np.isnan(found[0].deviations[found[0].runs == 1]).all()  # one estimate has no spread
    assert found[0].done < found[0].total == 2 * COUNTS[-1]
