import numpy as np
import pytest

from genplay import paths
from genplay.families.autoregressive import MODELS, AutoregressiveState
from genplay.families.base import Drawing
from genplay.ui.tabs.autoregressive import formulas, words
from genplay.ui.tabs.autoregressive.scene import Scene

ALL = [term for layout in set(formulas.LAYOUTS.values()) for group in layout for term in group]
TERMS = [term for group in formulas.NADE for term in group]


@pytest.mark.parametrize("term", ALL, ids=lambda term: term.formula)
def test_every_term_is_typeset(term):
    for name in (term.formula, *term.others):
        assert (paths.assets() / "formulas" / f"{name}.svg").is_file()


@pytest.mark.parametrize("model", MODELS)
def test_every_value_has_a_term_and_every_term_a_value(score, model):
    result = score(model, Drawing.blank())
    values = words.formula(Scene(AutoregressiveState(model=model), result, hovered=3))
    assert values.keys() - formulas.keys(model) == {"pixel", "value"}  # in the heading, and in the choice
    assert formulas.keys(model) <= values.keys()


def test_ar_n_says_what_it_looks_back_on(score):
    pixels = np.zeros(784)
    pixels[[0, 9]] = 1
    state = AutoregressiveState(model="arn", reach=3)
    result = score("arn", Drawing.of(pixels.reshape(28, 28)))
    said = [words.formula(Scene(state, result, hovered=at))["back"] for at in (0, 1, 2, 10, 12, 13)]
    assert said == ["0 0 0", "0 0 1", "0 1 0", "0 0 1", "1 0 0", "0 0 0"]


def test_ar_1_says_what_it_looks_back_on_whatever_n_is(score):
    state = AutoregressiveState(model="ar1", reach=3)
    result = score("ar1", Drawing.blank().flipped(9))
    said = [words.formula(Scene(state, result, hovered=at))["back"] for at in (0, 9, 10, 11)]
    assert said == ["0", "0", "1", "0"]


def test_a_class_sees_the_probability_and_its_logarithm():
    for model in formulas.LAYOUTS:
        assert [group[0].formula for group in formulas.short(model)] == ["p_i", "log_p_i"]


@pytest.mark.parametrize(("value", "name"), [("", "log_p_i"), ("0", "log_p_i_0"), ("1", "log_p_i_1")])
def test_the_term_says_which_value_the_pixel_has(value, name):
    assert formulas.term(value) == name
    assert name in {choice for term in TERMS for choice in (term.formula, *term.others)}


def test_the_sum_says_whether_it_is_whole():
    whole, so_far = formulas.total(so_far=False), formulas.total(so_far=True)
    assert whole != so_far
    (term,) = [term for term in TERMS if term.formula == whole]
    assert so_far in term.others
