"""Sentences stand where counts give no number, and only there."""

import pytest

from genplay.families.base import Drawing
from genplay.families.foundations import (
    Factor,
    Factors,
    Fit,
    Fitted,
    Ratio,
    bayes_note,
    chain_note,
    models_note,
)
from genplay.families.orders import RASTER
from tests.families.foundations.test_results import answer

NONE = Ratio(0, 0)
DRAWING = Drawing.blank(2, 2)


def told(note):
    return note.template.format(**note.values)


def fitted(seen, *models, reach=4):
    """Return what 60,000 patches say of a picture that so many of them are."""
    return Fitted(
        drawing=DRAWING,
        reach=reach,
        order=RASTER,
        patches=60_000,
        distinct=9,
        blank=1,
        entropy=2.8,
        seen=seen,
        models=models,
    )


def fit(name, prob):
    return Fit(name, 7, prob, 0.2, 3.0, (), ())


def test_what_two_pixels_cannot_tell_is_said():
    assert bayes_note(answer()) is None
    assert "never have these values together" in told(bayes_note(answer(p_a_given=NONE, p_b_given=NONE)))
    assert told(bayes_note(answer(p_a_given=Ratio(0, 4)))).startswith("Pixel 1 is never ink")
    assert told(bayes_note(answer(p_b_given=Ratio(0, 4)))).startswith("Pixel 2 is never ink")


def test_the_first_condition_that_never_happened_is_said():
    both = answer(p_a_given=Ratio(0, 4), p_b_given=Ratio(0, 4))
    assert told(bayes_note(both)).startswith("Pixel 1 is never ink")


def test_a_factor_that_never_happened_is_said_with_its_pixel():
    whole = Factors(DRAWING, (Factor(0, 0, 5, 10), Factor(1, 0, 5, 5)), (1.0, 0.5, 0.5), 10, 5)
    assert chain_note(whole) is None
    broken = Factors(DRAWING, (Factor(2, 0, 0, 10), Factor(0, 0, 0, 0)), (1.0, 0.0, 0.0), 10, 0)
    assert "up to pixel 3, as they are read: its factor is 0" in told(chain_note(broken))
    assert "What follows is conditioned on what never happened" in told(chain_note(broken))


def test_a_picture_without_a_patch_is_said():
    assert models_note(fitted(1, fit("markov", 0.1))) is None
    said = told(models_note(fitted(0, fit("markov", 0.1))))
    assert said.startswith("None of the 60,000 patches is this picture")


@pytest.mark.parametrize(("prob", "beside"), [(0.0, True), (0.1, False)])
def test_that_ar_n_gives_it_nothing_either_is_said_where_it_does(prob, beside):
    said = told(models_note(fitted(0, fit("markov", 0.1), fit("arn", prob), reach=6)))
    assert ("none has some 7 of its pixels in a row" in said) == beside
