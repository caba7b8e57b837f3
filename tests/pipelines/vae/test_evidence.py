"""A bound is the importance estimate, the same for the same seed, and comes near to the exact log p(x)."""

import math

import numpy as np
import pytest
import torch
from torch.distributions import Bernoulli, Normal

from genplay.engine.answer import Engine, Models
from genplay.errors import UserError
from genplay.families.base import Drawing
from genplay.families.vae import CODES, Evidence, LowerBound, Sandwich, Sandwiched, Working
from genplay.models import vae
from genplay.pipelines.vae.evidence import DRAWN

X = Drawing.of(np.eye(28))
AMONG = np.linspace(-900, -100, 9, dtype=np.float32)


class Made:
    architecture, measured, calibration = "vae", None, {"test_log_prob": AMONG}

    def __init__(self, _: str) -> None:
        torch.manual_seed(3)
        with torch.inference_mode(False):
            self.network = vae.build(vae.Config(latent=2, hidden=12, layers=1)).eval()


@pytest.fixture(scope="module")
def engine():
    return Engine(Models(Made))


def bounded(engine, **told):
    found = engine.last(Evidence("vae_2d", X, **told))
    assert isinstance(found, LowerBound)
    return found


@torch.no_grad()
def plain(samples: int, seed: int) -> float:
    """Return log 1/K sum p(x, z) / q(z | x), each density by torch.distributions."""
    network, x = Made("").network, torch.from_numpy(X.flat()).float()
    mu, logvar = (part[0].double() for part in network.encode(x[None]))
    generator, log_w = torch.Generator().manual_seed(seed), []
    for start in range(0, samples, DRAWN):
        eps = torch.randn(min(DRAWN, samples - start), 2, generator=generator, dtype=torch.float64)
        q = Normal(mu, (0.5 * logvar).exp())
        z = q.mean + q.stddev * eps
        p_x = Bernoulli(logits=network.decode(z.float())).log_prob(x).double().sum(1)
        log_w.append(p_x + Normal(0.0, 1.0).log_prob(z).sum(1) - q.log_prob(z).sum(1))
    return float(torch.logsumexp(torch.cat(log_w), 0)) - math.log(samples)


@pytest.mark.parametrize("samples", [1, DRAWN, DRAWN + 1, 1200])
def test_it_is_the_importance_estimate_by_as_many_codes(engine, samples):
    assert bounded(engine, samples=samples, seed=4).bound == pytest.approx(plain(samples, 4), abs=1e-3)


def test_the_same_seed_gives_the_same_number_and_another_another(engine):
    first, again, other = (bounded(engine, samples=50, seed=seed).bound for seed in (1, 1, 2))
    assert first == again != other


def test_it_lies_below_the_exact_one_and_tightens(engine):
    exact = engine.last(Sandwich("vae_2d", X))
    assert isinstance(exact, Sandwiched)
    few, many = (
        np.mean([bounded(engine, samples=count, seed=seed).bound for seed in range(40)]) for count in (1, 64)
    )
    assert few < many < exact.ledger.log_prob + 1e-3
    assert many == pytest.approx(exact.ledger.log_prob, abs=0.2)


def test_it_goes_in_short_steps_and_the_usual_one_in_one(engine):
    *steps, last = engine.answer(Evidence("vae_2d", X, samples=3 * DRAWN))
    assert [step.done for step in steps if isinstance(step, Working)] == pytest.approx([1 / 3, 2 / 3])
    assert isinstance(last, LowerBound)
    assert len(list(engine.answer(Evidence("vae_2d", X)))) == 1


def test_it_stands_among_bounds_by_as_many_codes_only(engine):
    usual, other = bounded(engine), bounded(engine, samples=CODES + 1)
    assert usual.percentile == 100 * (usual.bound > AMONG).mean()
    assert other.percentile is None


def test_what_cannot_be_bounded_is_refused(engine):
    with pytest.raises(UserError, match="1 to 1000000 codes, not 0"):
        bounded(engine, samples=0)
    with pytest.raises(UserError, match="reads pictures of 784 pixels"):
        engine.last(Evidence("vae_2d", Drawing.blank(3, 3)))
