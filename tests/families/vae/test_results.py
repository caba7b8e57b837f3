"""What comes back."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from genplay.families.base import Drawing
from genplay.families.vae import (
    Bounds,
    Climb,
    Encoded,
    Gauss,
    Ledger,
    Points,
)

BLANK = Drawing.blank()
Q = Gauss((0.0, 0.0), (1.0, 1.0))
nats = st.floats(-800, 0)
gaps = st.floats(0, 400)


def points(kl, activity):
    return Points("vae", np.zeros((4, 3), np.float32), np.zeros(4, np.uint8), 4, kl, activity)


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


def test_the_difference_is_ink_less_what_was_expected():
    mean = np.linspace(0, 1, 784, dtype=np.float32)
    encoded = Encoded("vae", BLANK.flipped(3), Q, np.zeros(2), mean)
    assert encoded.difference[3] == 1 - mean[3]
    assert encoded.difference[5] == -mean[5]


def test_a_climb_tells_q_after_each_step():
    climb = Climb("vae", BLANK, np.arange(6.0).reshape(3, 2), np.full((3, 2), 0.5), np.arange(3.0))
    assert climb.height == climb.steps
    assert replace(climb, ended=True).height == 2
    assert climb.q(0) == Gauss((0.0, 1.0), (0.5, 0.5))
    assert climb.q(2) == climb.q(40) == Gauss((4.0, 5.0), (0.5, 0.5))


def test_the_bounds_know_their_errors():
    arrays = np.array([1, 5]), np.array([-9.0, -8.0]), np.array([1.0, 0.5]), np.array([100, 25])
    bounds = Bounds("vae", BLANK, *arrays, 100, 200)
    assert bounds.errors.tolist() == [0.1, 0.1]
    assert bounds.log_prob == -8.0


def test_dimensions_go_by_what_they_tell_and_know_which_are_inactive():
    found = points(np.array([0.0, 3.0, 1.0]), np.array([0.002, 0.9, 0.5]))
    assert found.order == (1, 2, 0)
    assert found.inactive == (0,)
    assert points(np.ones(3), np.ones(3)).inactive == ()
