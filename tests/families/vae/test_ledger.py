"""The terms add up on screen wherever they do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from genplay.families.vae import Ledger

nats = st.floats(-800, 0)
gaps = st.floats(0, 400)


@given(nats, gaps, gaps)
def test_a_ledger_adds_up_to_the_last_digit(reconstruction, prior, posterior):
    ledger = Ledger(reconstruction, prior, posterior, reconstruction - prior + posterior, 1e-6)
    assert abs(ledger.residual) < 1e-9
    shown = ledger.shown()
    assert shown.elbo == pytest.approx(shown.reconstruction - shown.kl_prior, abs=1e-9)
    assert shown.log_prob == pytest.approx(shown.elbo + shown.kl_posterior, abs=1e-9)
    assert shown.elbo == pytest.approx(ledger.elbo, abs=1.01e-3)
    assert shown.kl_posterior == pytest.approx(ledger.kl_posterior, abs=1.51e-3)
    assert shown.log_prob == pytest.approx(ledger.log_prob, abs=0.51e-3)


def test_a_ledger_that_does_not_add_up_shows_it():
    shown = Ledger(-100.0, 5.0, 1.0, -103.9, 1e-6).shown()
    assert shown.log_prob - (shown.elbo + shown.kl_posterior) == pytest.approx(0.099)
