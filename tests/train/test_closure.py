"""The sandwich of a small VAE of two latents closes, and where it would not, the figure says so."""

import numpy as np
import pytest
import torch

from genplay.models import vae
from genplay.train import closure
from genplay.train.closure import Closing


@pytest.fixture
def network():
    torch.manual_seed(3)
    return vae.build(vae.Config(latent=2, hidden=24, layers=2)).eval()


@pytest.fixture
def closing(monkeypatch):
    monkeypatch.setattr(closure, "COUNT", 3)
    pictures = np.random.default_rng(0).integers(0, 2, (5, 784)).astype(np.uint8)
    return Closing(pictures=pictures, split="some")


def test_both_sides_meet_and_the_number_of_pictures_is_said(closing, network):
    log_prob, residual = closing.figures(network)
    assert (log_prob.name, residual.name) == ("nll_quadrature_nats", "sandwich_residual_nats")
    assert residual.value < 1e-3
    assert "first 3 test pictures" in log_prob.note
    assert closing.calibration(network) == {}


def test_log_p_is_the_importance_estimate_s(closing, network):
    bits = torch.from_numpy(closing.pictures[:3]).float()
    with torch.inference_mode():
        estimates = vae.log_evidence(network, bits, 20_000, torch.Generator().manual_seed(1))
    found = [ledger.log_prob for ledger in closing.ledgers(network)]
    assert found == pytest.approx(estimates.tolist(), abs=0.02)


def test_a_gap_is_not_hidden(closing, network, monkeypatch):
    honest = closing.ledgers(network)
    broken = [
        type(one)(one.reconstruction, one.kl_prior, one.kl_posterior, one.log_prob + 0.5, one.error)
        for one in honest
    ]
    monkeypatch.setattr(Closing, "ledgers", lambda *_: broken)
    assert closing.figures(network)[1].value == pytest.approx(0.5, abs=0.01)
