"""What is said of each act is true of the move."""

from dataclasses import replace

import numpy as np
import pytest

from genplay.ui.tabs.gan import captions
from tests.ui.tabs.gan.made_sides import scene, slow


def said(phase, **values):
    return captions.caption(slow(phase, **values))


def moved(phase, **values):
    return slow(phase, **values).moved


def test_the_three_steps_of_the_training_are_told_where_they_happen():
    assert said(0).startswith("Step 1, z through G makes fakes: 20 of them, beside 20 real points.")
    assert said(1).startswith("Step 2, D learns to tell real from fake")
    assert said(6).startswith("Step 3, G is updated so that D says real.")


def test_the_numbers_are_those_of_the_move():
    d, g = moved(0), moved(5)
    assert f"{d.d_real.mean():.2f} of real, {d.d_fake.mean():.2f} of fake" in said(1)
    assert f"{d.loss / 2:.3f} nats" in said(2)
    assert f"{d.slopes:.3f} long" in said(3)
    assert f"{np.abs(d.after - d.before).mean():.4f}" in said(4)
    assert f"{g.d_fake.mean():.2f}" in said(6)
    assert f"{g.loss:.3f} nats" in said(7)
    assert f"{g.slopes:.3f}" in said(8)
    assert f"{np.linalg.norm(g.fake_after - g.fake, axis=1).mean():.4f}" in said(9)


def test_of_a_critic_nothing_is_called_nats_or_probability():
    told = [said(phase, loss="wasserstein") for phase in range(10)]
    assert not [words for words in told if "nats" in words]
    assert "critic" in told[1]
    assert "penalty" in told[2]


@pytest.mark.parametrize("loss", ["leastsquares", "wasserstein"])
def test_no_loss_but_that_of_the_game_is_halved(loss):
    move = moved(0, loss=loss)
    assert f"{move.loss:.3f}".replace("-", "−") in said(2, loss=loss)


def test_until_the_move_is_known_nothing_is_said_of_it():
    assert captions.caption(replace(slow(1), slow=None)) == "The move is being made."


def test_a_move_that_cannot_be_made_is_a_divergence():
    made = slow(1)
    stuck = replace(made, slow=replace(made.slow, moves=(), stuck=True))
    assert "diverged" in captions.caption(stuck)


def test_at_rest_moves_are_counted():
    assert captions.caption(scene(step=8)).startswith("8 moves of D, 8 of G")
