import pytest

from genplay import paths
from genplay.families.autoregressive import AutoregressiveState
from genplay.families.base import Drawing
from genplay.ui.tabs.autoregressive import formulas, words
from genplay.ui.tabs.autoregressive.scene import Scene

TERMS = [term for group in formulas.NADE for term in group]


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.formula)
def test_every_term_is_typeset(term):
    for name in (term.formula, *term.others):
        assert (paths.assets() / "formulas" / f"{name}.svg").is_file()


def test_every_value_has_a_term_and_every_term_a_value(score):
    result = score("nade", Drawing.blank())
    values = words.formula(Scene(AutoregressiveState(), result, hovered=3))
    keys = {term.key for term in TERMS if term.key}
    assert keys <= values.keys()
    assert values.keys() - keys == {"pixel", "value"}  # in the heading, and in the choice of a formula


@pytest.mark.parametrize(("value", "name"), [("", "log_p_i"), ("0", "log_p_i_0"), ("1", "log_p_i_1")])
def test_the_term_says_which_value_the_pixel_has(value, name):
    assert formulas.term(value) == name
    assert name in {choice for term in TERMS for choice in (term.formula, *term.others)}


def test_the_sum_says_whether_it_is_whole():
    whole, so_far = formulas.total(so_far=False), formulas.total(so_far=True)
    assert whole != so_far
    (term,) = [term for term in TERMS if term.formula == whole]
    assert so_far in term.others
