"""What comes back."""

from dataclasses import replace

import numpy as np

from genplay.families.base import Drawing
from genplay.families.vae import (
    Bounds,
    Climb,
    Encoded,
    Gauss,
    Points,
)

BLANK = Drawing.blank()
Q = Gauss((0.0, 0.0), (1.0, 1.0))


def points(kl, activity):
    return Points("vae", np.zeros((4, 3), np.float32), np.zeros(4, np.uint8), 4, kl, activity)


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
