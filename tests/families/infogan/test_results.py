"""Results of InfoGAN: the ledger adds up, and the order is that of the digits."""

import math

import numpy as np
import pytest

from genplay.families.animation import Pictured
from genplay.families.infogan import CATEGORIES, Confusion, Ledger, Made, Reading, in_order


def test_categories_come_in_the_order_of_their_digits():
    digits = (3, 0, 9, 1, 2, 4, 5, 6, 7, 8)
    order = in_order(digits)
    assert [digits[category] for category in order] == list(range(10))
    assert in_order(()) == tuple(range(CATEGORIES))


def test_the_ledger_adds_up():
    ledger = Ledger("infogan", 10, 0.3, 0.01, 0.9, np.zeros(2, np.float32), complete=True)
    assert ledger.ceiling == math.log(10)
    assert ledger.information + ledger.cross_entropy == pytest.approx(ledger.ceiling)


def test_the_error_is_the_share_off_the_matching():
    counts = np.zeros((10, 10), np.float32)
    digits = tuple(np.roll(np.arange(10), 3).tolist())
    counts[np.arange(10), digits] = 9
    counts[0, (digits[0] + 1) % 10] = 10
    assert Confusion("infogan", counts, digits).error == pytest.approx(0.1)


def test_the_category_read_is_the_likeliest():
    shares = np.array([0.1] * 9 + [0.1], np.float32)
    shares[4] = 0.2
    assert Reading(shares, np.zeros(2), np.ones(2), 0.5).category == 4


def test_a_made_picture_can_be_a_frame():
    ink = np.zeros((28, 28), np.float32)
    ink[0, :3] = (1.0, 0.5, 1.5)
    reading = Reading(np.full(10, 0.1, np.float32), np.zeros(2), np.ones(2), 0.5)
    frame = Made("infogan", 0, (0.0, 0.0), ink, reading, ()).picture("")
    assert isinstance(Made("infogan", 0, (0.0, 0.0), ink, reading, ()), Pictured)
    assert (frame.dtype, frame[0, :4].tolist()) == (np.uint8, [0, 128, 0, 255])


@pytest.mark.parametrize(
    ("moves", "traits"),
    [
        ([2.0, 0.1, -0.1], (("slant", True),)),
        ([0.5, 0.1, -1.2], (("width", False), ("slant", True))),  # most first, whichever way
        ([1.0, 0.6, 0.7], (("slant", True), ("width", True))),  # no more than two
        ([0.2, 0.3, 0.1], ()),  # too little to be called by it
    ],
)
def test_a_number_is_called_by_the_traits_that_it_moves(moves, traits):
    other = np.zeros(3, np.float32)
    known = Confusion("infogan", np.ones((10, 10), np.float32), (), np.stack((other, np.float32(moves))))
    assert (known.traits(0), known.traits(1)) == ((), traits)


def test_without_a_measurement_a_number_has_no_traits():
    assert Confusion("infogan", np.ones((10, 10), np.float32), ()).traits(0) == ()
