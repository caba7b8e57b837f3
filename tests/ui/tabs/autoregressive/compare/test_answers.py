"""A bound is never said as if it were a score: every number that follows from it has its sign."""

from dataclasses import replace

import pytest

from genplay.families.base import Drawing
from genplay.ui.tabs.autoregressive.compare import answers

BLANK = Drawing.blank()


@pytest.fixture
def two(score, bound):
    """Return a function that makes a score and a bound of so many nats."""

    def make(scored, bounded):
        exact = score("nade", BLANK, simpler=False)
        exact = replace(exact, running=exact.running * scored / exact.log_prob)
        return exact, replace(bound("vae", BLANK), bound=bounded)

    return make


def test_a_score_is_what_it_is_and_a_bound_is_at_least_so_much(two):
    exact, bounded = two(-80.0, -83.1)
    assert (answers.nats(exact), answers.nats(bounded)) == ("−80.00", "≥ −83.10")
    assert (answers.value(exact), answers.value(bounded)) == (pytest.approx(-80.0), -83.1)


def test_bits_are_at_most_so_many(two):
    exact, bounded = two(-80.0, -80.0)
    assert answers.bits(exact) == "0.1472"
    assert answers.bits(bounded) == "≤ 0.1472"


def test_how_far_one_is_behind_the_other_follows_the_bound(two):
    exact, bounded = two(-80.0, -83.1)
    assert answers.behind(bounded, exact) == "≥ −3.10"
    assert answers.about_behind(bounded, exact).startswith("Nats below the best of them at most")
    exact, bounded = two(-80.0, -70.0)
    assert answers.behind(exact, bounded) == "≤ −10.00"
    assert answers.about_behind(exact, bounded).startswith("Nats below the best of them at least")
    assert answers.behind(exact, exact) == "0.00"
    assert answers.about_behind(exact, exact) == "Nats below the best of them"


def test_by_how_many_codes_is_said(two):
    _, bounded = two(-80.0, -83.1)
    bounded = replace(bounded, samples=5000)
    assert answers.figures(bounded) == "bound, 5,000 codes"
    assert answers.about(bounded).startswith("A lower bound on log p(x), by 5,000 codes")
    assert answers.no_map(bounded)[0].startswith("Bound, 5,000 codes. No map:")


def test_what_stands_for_a_map_is_said_shorter_and_shorter(two):
    lengths = [len(said) for said in answers.no_map(two(-80.0, -83.1)[1])]
    assert lengths == sorted(lengths, reverse=True)
