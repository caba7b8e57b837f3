"""What the results of a live GAN say of themselves."""

import math
from dataclasses import replace

import numpy as np
import pytest

from genplay.families.gan import (
    Coverage,
    Curves,
    Distance,
    Field,
    Game,
    GanPlan,
    GanStep,
    Hyper,
    Setup,
    first,
)
from genplay.families.gan.results import EARLY
from genplay.families.training import RECORDED

NONE = np.zeros((0, 2), np.float32)


CORNERS = np.array([[-2, -2], [2, -2], [-2, 2], [2, 2]], np.float32)


def coverage(*counts, total=1000):
    return Coverage(np.array(counts), np.full(len(counts), 1 / len(counts)), total)


def result(**changes):
    """A result of which only what is named matters."""
    square = np.full((2, 2), 0.5, np.float32)
    made = GanStep(
        plan=first(),
        step=1000,
        of=1001,
        stuck=False,
        real=CORNERS,
        fake=CORNERS,
        arrows=np.ones((4, 2), np.float32),
        field=Field(square, square, square, square),
        sheet=np.zeros((1, 1, 2), np.float32),
        curves=Curves.of(np.zeros((0, 3), np.float32), 0.5),
        game=Game(-0.7, -0.7, -math.log(4), -1.0, 0.7),
        distance=Distance(0.2, 1.0, 1.0, 0.1),
        coverage=coverage(300, 300, 300),
        milliseconds=1.0,
    )
    return replace(made, **changes)


def test_the_curve_of_the_divergence_has_what_was_measured_and_what_is_now():
    rows = np.full((60, 3), np.nan, np.float32)
    rows[:, 0], rows[::25, 2] = np.arange(60), [0.6, 0.5, 0.4]
    curves = Curves.of(rows, 0.3)
    assert curves.js_steps.tolist() == [0, 25, 50, 60]
    assert curves.js.tolist() == pytest.approx([0.6, 0.5, 0.4, 0.3])
    assert curves.d.tolist() == list(range(60))
    assert np.isnan(curves.g).all()
    assert curves.js.dtype == np.float32


@pytest.mark.parametrize("count", [0, 1, 25 * RECORDED, 25 * RECORDED + 1, 100_000])
def test_curves_have_no_more_values_than_can_be_drawn(count):
    rows = np.zeros((count, 3), np.float32)
    rows[np.arange(count) % 25 > 0, 2] = np.nan
    curves = Curves.of(rows, 0.1)
    assert len(curves.steps) == len(curves.d) == len(curves.g) <= RECORDED
    assert len(curves.js_steps) == len(curves.js) <= RECORDED + 1
    assert curves.js_steps[-1] == count
    assert (np.diff(curves.js_steps) > 0).all()


def test_without_a_step_there_is_the_divergence_only():
    curves = Curves.of(np.zeros((0, 0), np.float32), 0.6)
    assert len(curves.steps) == 0
    assert curves.js_steps.tolist() == [0]


def test_a_part_is_covered_by_a_tenth_of_what_it_should_have():
    found = Coverage(np.array([11, 9, 500]), np.array([0.1, 0.1, 0.8]), 1000)
    assert found.covered.tolist() == [True, False, True]
    assert found.strays == pytest.approx(0.48)


def test_the_value_is_the_sum_of_its_terms():
    assert Game(-0.3, -0.5, -math.log(4), None, 0.9).value == pytest.approx(-0.8)


def test_the_gap_has_a_sign_and_no_value_where_nothing_is():
    learned, optimal = np.array([[0.7, 0.2]], np.float32), np.array([[0.5, np.nan]], np.float32)
    gap = Field(learned, optimal, learned, learned).gap
    assert gap[0, 0] == pytest.approx(0.2)
    assert np.isnan(gap[0, 1])


def test_it_counts_the_moves_of_each():
    plan = GanPlan.of(Setup(), Hyper(d_steps=3)).changed(10, Hyper(turn="d"))
    assert result(plan=plan, step=12).moves == {"d": 32, "g": 10}


def test_it_has_ended_where_it_was_asked_to_or_can_go_no_further():
    assert not result().ended
    assert result(step=1001).ended
    assert result(stuck=True).ended


def test_there_is_nothing_to_say_of_what_goes_well():
    assert result().finding is None


def test_what_cannot_go_on_has_diverged():
    assert result(stuck=True).finding == "diverged"


@pytest.mark.parametrize(
    ("counts", "found"),
    [((900, 0, 0, 5), "collapsed"), ((450, 450, 0, 0), "collapsed"), ((300, 300, 300, 0), None)],
)
def test_few_modes_are_a_collapse(counts, found):
    assert result(coverage=coverage(*counts)).finding == found


@pytest.mark.parametrize("counts", [(0, 0, 0), (1000, 0, 0), (1000,)])
def test_fakes_on_one_spot_are_a_collapse_wherever_it_is(counts):
    fake = CORNERS * 0.01 + (1, 0)
    assert result(coverage=coverage(*counts), fake=fake).finding == "collapsed"
    assert result(coverage=coverage(*counts), fake=fake, step=EARLY - 1).finding is None
    assert result(coverage=coverage(0, 0, 0), fake=CORNERS * 0.2).finding is None


def test_it_is_no_collapse_where_most_points_stray_nor_early_nor_of_one_part():
    assert result(coverage=coverage(400, 0, 0)).finding is None
    assert result(coverage=coverage(900, 0, 0), step=EARLY - 1).finding is None
    assert result(coverage=coverage(900)).finding is None


def test_a_discriminator_that_is_sure_leaves_nothing_to_learn():
    lost = {"game": Game(-0.01, -0.01, -math.log(4), -0.1, 4.6), "coverage": coverage(0, 0, 0)}
    assert result(**lost, arrows=np.full((4, 2), 1e-4)).finding == "silent"
    assert result(**lost).finding is None
    assert result(arrows=np.full((4, 2), 1e-4)).finding is None  # undecided: it has won
