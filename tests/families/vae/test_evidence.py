"""What a bound says of bits and of its place among the test pictures, and what it does not say."""

import math

import numpy as np
import pytest

from genplay.families.base import Drawing
from genplay.families.vae import LowerBound

AMONG = np.array([-300.0, -200.0, -100.0, -50.0], np.float32)


def bound(nats, among=AMONG):
    return LowerBound("vae", Drawing.blank(), nats, 500, 0, among)


def test_at_least_so_many_nats_are_at_most_so_many_bits():
    assert bound(-784 * math.log(2)).most_bits == pytest.approx(1.0)


@pytest.mark.parametrize(("nats", "lower"), [(-400.0, 0), (-200.0, 25), (-199.0, 50), (-1.0, 100)])
def test_a_percentile_is_the_share_of_lower_bounds(nats, lower):
    assert bound(nats).percentile == lower


@pytest.mark.parametrize("among", [None, np.empty(0, np.float32)])
def test_where_the_others_are_not_known_there_is_no_percentile(among):
    assert bound(-100.0, among).percentile is None
