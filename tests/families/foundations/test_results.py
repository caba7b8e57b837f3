"""What follows from counts, and the sentences where nothing does."""

from genplay.families.base import Drawing
from genplay.families.foundations import (
    Answer,
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

NONE = Ratio(0, 0)
DRAWING = Drawing.blank(2, 2)


def answer(**values):
    """Answer of ten patches, of which four meet what is given."""
    ratios = {
        "p_a": Ratio(5, 10),
        "p_b": Ratio(4, 10),
        "p_a_b": Ratio(2, 4),
        "p_b_a": Ratio(2, 5),
        "p_a_given": Ratio(3, 4),
        "p_b_given": Ratio(2, 4),
        "p_a_b_given": Ratio(1, 2),
        "p_b_a_given": Ratio(1, 3),
    }
    rest = {"table": ((0, 1), (2, 1)), "information": 0.1, "independent": False, "average": 0.1}
    return Answer(a=0, b=1, given=((2, 1),), **{**ratios, **rest, "always": False, **values})


def told(note):
    return note.template.format(**note.values)


def test_a_ratio_is_a_probability_unless_its_condition_never_happened():
    assert Ratio(1, 4).p == 0.25
    assert Ratio(0, 4).p == 0.0
    assert NONE.p is None


def test_bayes_rule_turned_round():
    found = answer()
    assert (found.patches, found.matching) == (10, 4)
    assert found.turned == found.p_a_b_given.p == 0.5


def test_bayes_rule_without_a_condition_is_no_number():
    assert answer(p_b_given=Ratio(0, 4), p_a_b_given=NONE).turned is None
    assert answer(p_a_given=NONE, p_b_given=NONE, p_b_a_given=NONE).turned is None
    assert answer(p_a_given=Ratio(0, 4), p_b_a_given=NONE).turned is None


def test_what_two_pixels_cannot_tell_is_said():
    assert bayes_note(answer()) is None
    assert "never have these values together" in told(bayes_note(answer(p_a_given=NONE, p_b_given=NONE)))
    assert told(bayes_note(answer(p_a_given=Ratio(0, 4)))).startswith("Pixel 1 is never ink")
    assert told(bayes_note(answer(p_b_given=Ratio(0, 4)))).startswith("Pixel 2 is never ink")


def test_a_factor_is_that_of_the_value_and_tells_that_of_ink():
    assert Factor(0, 1, 3, 4).p == 0.75
    assert Factor(0, 0, 0, 0).p is None


def test_a_condition_that_never_happened_is_found_and_said():
    whole = Factors(DRAWING, (Factor(0, 0, 5, 10), Factor(1, 0, 5, 5)), (1.0, 0.5, 0.5), 10, 5)
    assert (whole.table, whole.never, chain_note(whole)) == (0.5, None, None)
    factors = (Factor(2, 0, 0, 10), Factor(0, 0, 0, 0))
    broken = Factors(DRAWING, factors, (1.0, 0.0, 0.0), 10, 0)
    assert (broken.table, broken.never) == (0.0, 1)
    assert "up to pixel 3, as they are read: its factor is 0" in told(chain_note(broken))
    assert "What follows is conditioned on what never happened" in told(chain_note(broken))


def test_a_picture_without_a_patch_is_said():
    fit = Fit("markov", 7, 0.1, 0.2, 3.0, (), ())
    values = {
        "drawing": DRAWING,
        "reach": 4,
        "order": RASTER,
        "patches": 60_000,
        "distinct": 9,
        "blank": 1,
        "entropy": 2.8,
    }
    assert models_note(Fitted(**values, seen=1, models=(fit,))) is None
    fitted = Fitted(**values, seen=0, models=(fit,))
    assert told(models_note(fitted)).startswith("None of the 60,000 patches is this picture")
    assert fitted.model("markov") is fit
