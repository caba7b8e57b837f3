"""What follows from counts."""

from genplay.families.base import Drawing
from genplay.families.foundations import (
    Answer,
    Factor,
    Factors,
    Fit,
    Fitted,
    Ratio,
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


def test_a_factor_is_that_of_the_value_and_tells_that_of_ink():
    assert Factor(0, 1, 3, 4).p == 0.75
    assert Factor(0, 0, 0, 0).p is None


def test_a_condition_that_never_happened_is_found():
    whole = Factors(DRAWING, (Factor(0, 0, 5, 10), Factor(1, 0, 5, 5)), (1.0, 0.5, 0.5), 10, 5)
    assert (whole.table, whole.never) == (0.5, None)
    broken = Factors(DRAWING, (Factor(2, 0, 0, 10), Factor(0, 0, 0, 0)), (1.0, 0.0, 0.0), 10, 0)
    assert (broken.table, broken.never) == (0.0, 1)


def test_a_model_is_found_by_its_name():
    fit = Fit("markov", 7, 0.1, 0.2, 3.0, (), ())
    fitted = Fitted(
        drawing=DRAWING,
        reach=4,
        order=RASTER,
        patches=60_000,
        distinct=9,
        blank=1,
        entropy=2.8,
        seen=0,
        models=(fit,),
    )
    assert fitted.model("markov") is fit
