"""The sentences about what may mislead: when each is said, and of what."""

import numpy as np
import pytest

from genplay.families.base import Drawing
from genplay.families.vae import (
    LIMIT,
    Gauss,
    Ledger,
    Points,
    Posterior,
    Sandwiched,
    collapse_note,
    gap_note,
    outside_note,
)
from genplay.families.vae.live import Hyper, first
from genplay.families.vae.notes import live_note, names
from tests.families.vae.made import trained

Q = Gauss((0.0, 0.0), (1.0, 1.0))


def said(note):
    """A note as it is read."""
    assert note is not None
    return note.template.format(**note.values)


def points(*activity, total=4):
    """Four encoded pictures whose dimensions tell so much of them."""
    spread = np.array(activity, float)
    mu, labels = np.zeros((4, len(spread)), np.float32), np.zeros(4, np.uint8)
    return Points("vae", mu, labels, total, spread, spread)


def sandwiched(gap):
    density = np.zeros((2, 2), np.float32)
    posterior = Posterior(density, (0.0, 1.0, 0.0, 1.0), np.zeros(2), np.ones(2))
    ledger = Ledger(-100.0, 5.0, gap, -105.0 + gap, 0.0)
    return Sandwiched("vae_2d", Drawing.blank(), Q, ledger, posterior, 9, refined=True)


def test_every_latent_is_named_with_its_own_number():
    assert names([0, 2, 9, 49]) == "z₁, z₃, z₁₀, z₅₀"
    assert names([]) == ""


# -- of a trained model ------------------------------------------------------------------------------------


def test_inactive_dimensions_are_counted_and_named():
    note = said(collapse_note(points(0.002, 0.9, 0.0)))
    assert note.startswith("2 of 3 dimensions are inactive")
    assert "collapsed to the prior: z₁, z₃." in note


def test_a_single_one_is_said_in_the_singular():
    assert said(collapse_note(points(0.9, 0.0, 0.9))).startswith("1 of 3 dimensions is inactive")


def test_nothing_is_said_where_all_are_active_or_not_all_are_encoded():
    assert collapse_note(points(1.0, 1.0)) is None
    assert collapse_note(points(0.0, 0.0, total=9)) is None


@pytest.mark.parametrize(("gap", "is_said"), [(0.0, False), (0.99, False), (1.0, True), (263.241, True)])
def test_a_gap_of_a_nat_is_worth_a_sentence(gap, is_said):
    note = gap_note(sandwiched(gap))
    assert (note is not None) is is_said
    if is_said:
        assert f"{gap:.2f} nats below log p(x)" in said(note)


def test_an_encoding_beyond_the_sliders_is_said():
    assert outside_note(Gauss((LIMIT, -LIMIT), (1.0, 1.0))) is None
    assert "beyond 8, where" in said(outside_note(Gauss((0.0, -8.01), (1.0, 1.0))))


# -- of a training -----------------------------------------------------------------------------------------


def test_latents_that_have_collapsed_are_named_each_with_its_number():
    note = said(live_note(trained([[0.0, 1.0, 0.05], [0.0, -1.0, -0.05], [0.0, 0.0, 0.05]])))
    assert note.startswith("These latents have collapsed")
    assert note.endswith("without them: z₁, z₃.")


def test_one_that_has_collapsed_is_said_in_the_singular():
    note = said(live_note(trained([[1.0, 0.0], [-1.0, 0.0]])))
    assert note == "z₂ has collapsed onto the prior, and the decoder does without it."


def test_before_the_first_step_nothing_has_collapsed():
    assert live_note(trained([[0.0], [0.0]], step=0)) is None
    assert live_note(trained([[1.0], [-1.0]])) is None


def test_a_training_that_is_stuck_says_at_which_step_and_with_which_rate():
    plan = first().changed(5, Hyper(rate=9))
    note = said(live_note(trained([[0.0], [0.0]], stuck=True, plan=plan, step=1_207)))
    assert "Step 1,208 cannot be taken: with a learning rate of 9 " in note
