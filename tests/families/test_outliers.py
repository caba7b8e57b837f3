"""ROC curves against slow, obvious references, and a code that is one."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from genplay.data import examples
from genplay.families.outliers import NEIGHBOURS, Roc, auc, code_lengths

scores = st.lists(st.integers(-5, 5), min_size=1, max_size=30).map(lambda some: np.array(some, float))


def slow_auc(ordinary, strange):
    """Return the Mann-Whitney statistic, pair by pair."""
    wins = [1.0 if s > o else 0.5 if s == o else 0.0 for s in strange for o in ordinary]
    return sum(wins) / len(wins)


@given(scores, scores)
def test_the_auc_is_the_share_of_pairs_in_the_right_order_ties_counting_half(ordinary, strange):
    assert auc(np.sort(ordinary), strange) == pytest.approx(slow_auc(ordinary, strange))


@given(scores, scores)
def test_the_auc_is_the_area_under_the_curve(ordinary, strange):
    roc = Roc.of(np.sort(ordinary), strange)
    area = np.trapezoid(roc.hits, roc.false_alarms)
    assert area == pytest.approx(auc(np.sort(ordinary), strange))


@given(scores, scores)
def test_every_corner_is_what_its_threshold_flags(ordinary, strange):
    roc = Roc.of(np.sort(ordinary), strange)
    for x, y, threshold in zip(roc.false_alarms, roc.hits, roc.thresholds, strict=True):
        assert x == pytest.approx((ordinary >= threshold).mean())
        assert y == pytest.approx((strange >= threshold).mean())


@given(scores, scores)
def test_the_curve_runs_from_nothing_flagged_to_all(ordinary, strange):
    roc = Roc.of(np.sort(ordinary), strange)
    assert (roc.false_alarms[0], roc.hits[0], roc.thresholds[0]) == (0, 0, np.inf)
    assert (roc.false_alarms[-1], roc.hits[-1]) == (1, 1)
    for shares in (roc.false_alarms, roc.hits, -roc.thresholds):
        assert (np.diff(shares) >= 0).all()


def test_known_areas():
    ordinary = np.arange(10.0)
    assert auc(ordinary, np.array([100.0])) == 1
    assert auc(ordinary, np.array([-1.0])) == 0
    assert auc(ordinary, np.full(7, 4.5)) == 0.5  # one distinct picture, in the middle
    assert auc(ordinary, np.array([0.0])) == pytest.approx(0.05)  # a tie with the lowest of ten
    assert auc(ordinary, ordinary) == 0.5


def test_of_one_distinct_picture_the_curve_is_a_step():
    roc = Roc.of(np.arange(10.0), np.full(3, 6.5))
    assert roc.false_alarms.tolist() == pytest.approx([0, 0.3, 0.3, 1])
    assert roc.hits.tolist() == [0, 0, 1, 1]


def test_what_ties_altogether_is_the_diagonal():
    roc = Roc.of(np.zeros(4), np.zeros(9))
    assert (roc.false_alarms.tolist(), roc.hits.tolist()) == ([0, 1], [0, 1])


def test_nothing_has_no_area():
    assert math.isnan(auc(np.zeros(0), np.ones(3)))
    assert math.isnan(auc(np.ones(3), np.zeros(0)))


def test_reading_the_curve_stays_within_the_false_alarms():
    roc = Roc.of(np.arange(10.0), np.array([3.5, 6.5, 20.0]))
    assert roc.at(0.0) == (pytest.approx(1 / 3), 20.0)
    assert roc.at(0.35)[0] == pytest.approx(2 / 3)
    assert roc.at(1.0)[0] == 1


@given(scores, scores, st.floats(0, 1))
def test_no_other_threshold_within_the_false_alarms_flags_more(ordinary, strange, share):
    hits, threshold = Roc.of(np.sort(ordinary), strange).at(share)
    assert (ordinary >= threshold).mean() <= share + 1e-9
    assert hits == pytest.approx((strange >= threshold).mean())
    within = [level for level in (*ordinary, *strange) if (ordinary >= level).mean() <= share]
    assert hits >= max(((strange >= level).mean() for level in within), default=0) - 1e-9


def slow_code_length(picture):
    """Code a picture (H, W) pixel by pixel, in nats."""
    counts: dict[tuple[int, ...], list[int]] = {}
    height, width = picture.shape
    total = 0.0
    for row, column in itertools.product(range(height), range(width)):
        around = [(row + down, column + across) for down, across in NEIGHBOURS]
        context = tuple(
            int(picture[at]) if 0 <= at[0] < height and 0 <= at[1] < width else 0 for at in around
        )
        seen = counts.setdefault(context, [0, 0])
        x = int(picture[row, column])
        total -= math.log((seen[x] + 0.5) / (sum(seen) + 1))
        seen[x] += 1
    return total


@given(st.integers(0, 2**32 - 1), st.floats(0, 1), st.integers(1, 9), st.integers(1, 9))
def test_the_code_length_is_that_of_coding_pixel_by_pixel(seed, ink, height, width):
    bits = (np.random.default_rng(seed).random((3, height * width)) < ink).astype(np.uint8)
    expected = [slow_code_length(picture.reshape(height, width)) for picture in bits]
    assert code_lengths(bits, width) == pytest.approx(expected)


def test_it_is_a_code_the_probabilities_of_all_pictures_sum_to_one():
    every = np.array(list(itertools.product((0, 1), repeat=12)), np.uint8)
    assert np.exp(-code_lengths(every, 4)).sum() == pytest.approx(1)


def test_lengths_of_the_pictures_that_matter():
    digits = examples.test_digits().bits[:200]
    assert code_lengths(np.zeros((1, 784), np.uint8))[0] == pytest.approx(3.90, abs=0.01)
    assert code_lengths(digits).mean() == pytest.approx(109, abs=6)
    noise = np.random.default_rng(0).integers(0, 2, (50, 784)).astype(np.uint8)
    assert code_lengths(noise).mean() > 784 * math.log(2)  # nothing makes noise short


def test_no_picture_has_no_length():
    assert code_lengths(np.zeros((0, 784), np.uint8)).shape == (0,)
