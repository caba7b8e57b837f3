import numpy as np
import pytest
from PySide6.QtGui import QFont, QFontMetricsF

from genplay import paths
from genplay.families.base import Drawing
from genplay.families.foundations import MOST, SIZES, FoundationsState
from genplay.families.orders import NAMES
from genplay.ui import text, theme
from genplay.ui.tabs.foundations import formulas
from genplay.ui.widgets.typeset import EM, formula_size

GAP = 9  # px between terms

PAGES = ["count", "chain", "bayes", "all"]


def terms(state):
    return [term for group in formulas.layout(state) for term in group]


def keys(state):
    return {term.key for term in terms(state) if term.key}


@pytest.fixture
def sized(checkerboard):
    def make(size, **values):
        return {"drawing": checkerboard(*size), "cursor": 0, "a": 0, "b": 1, "given": (), **values}

    return make


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("order", NAMES)
def test_every_term_is_typeset(sized, size, order, page):
    for given in ((), ((2, 1),)):
        for term in terms(FoundationsState(**sized(size, order=order, page=page, given=given))):
            for name in (term.formula, *term.others):
                assert (paths.assets() / "formulas" / f"{name}.svg").is_file(), name


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("given", [(), ((5, 1),)])
def test_every_term_with_a_key_has_a_value_and_every_value_a_term(scene, page, given):
    made = scene(page=page, given=given)
    assert formulas.values(made).keys() == keys(made.state)
    assert all(formulas.values(made).values())


def test_the_formula_says_how_many_pixels_there_are(sized):
    for size in SIZES:
        n = size[0] * size[1]
        names = {term.formula for term in terms(FoundationsState(**sized(size)))}
        assert {f"joint_{n}", f"last_{n}", f"table_{n}"} <= names


@pytest.mark.parametrize("order", NAMES)
def test_in_another_order_the_factors_have_the_order_s_names(order):
    names = {term.formula for term in terms(FoundationsState(order=order))}
    raster, other = {"first", "last_12"}, {"first_o", "last_o_12"}
    assert names & (raster | other) == (raster if order == "raster" else other)


@pytest.mark.parametrize("order", NAMES)
def test_the_chain_s_values_are_counted_from_the_patches(scene, data, order):
    made = scene(order=order, order_seed=2)
    flat, kept, shares = made.state.drawing.flat(), np.ones(len(data), bool), []
    for pixel in made.sequence:
        before = kept.sum()
        kept &= data[:, pixel] == flat[pixel]
        shares.append(kept.sum() / before)
    said = formulas.values(made)
    assert [said[f"p{place}"] for place in (0, 1, 2, -1)] == [text.share(shares[i]) for i in (0, 1, 2, -1)]
    assert said["joint"] == text.share((data == flat).all(1).sum() / len(data))
    assert said["table"] == "4,095 numbers"


def test_a_factor_that_has_no_condition_is_a_dash(scene, checkerboard):
    said = formulas.values(scene(drawing=checkerboard(3, 4), cursor=0))
    assert said["p-1"] == "–"
    assert said["joint"] == "0"
    assert "not a number" not in str(said)


def test_what_is_awaited_is_blank_but_what_is_known_is_said(scene):
    assert formulas.values(scene(answered=False)) == {"table": "4,095 numbers"}
    assert formulas.values(scene(answered=False, page="bayes")) == {}
    counted = formulas.values(scene(answered=False, page="count"))
    assert counted == formulas.values(scene(page="count"))


def test_the_counts_are_exact_until_they_are_told_to_three_figures(scene):
    def said(**values):
        return formulas.values(scene(answered=False, page="count", **values))

    assert said(n=12, reach=4) == {
        "states": "4,096",
        "table": "4,095",
        "arn": "143",
        "markov": "23",
        "independent": "12",
        "rgb": "16,777,215",
    }
    whole = said(n=784, reach=4)
    assert (whole["states"], whole["table"]) == ("1.02 × 10²³⁶", "1.02 × 10²³⁶")
    assert whole["arn"] == f"{sum(2 ** min(i, 4) for i in range(784)):,}"
    assert (whole["markov"], whole["independent"]) == ("1,567", "784")


@pytest.mark.parametrize(
    ("given", "condition"), [((), {}), (((5, 1),), {5: 1}), (((0, 0), (5, 1)), {0: 0, 5: 1})]
)
def test_bayes_values_are_counted_from_the_patches_and_turn_round(scene, data, given, condition):
    said = formulas.values(scene(page="bayes", given=given))
    met = data[np.all([data[:, pixel] == value for pixel, value in condition.items()] or [True], 0)]
    if not condition:
        met = data
    a, b = met[:, 1] == 1, met[:, 9] == 1
    counted = {"a": a.mean(), "b": b.mean(), "a_b": a[b].mean(), "b_a": b[a].mean()}
    assert {key: said[key] for key in counted} == {key: text.share(p) for key, p in counted.items()}
    assert counted["a_b"] == pytest.approx(counted["b_a"] * counted["a"] / counted["b"], rel=1e-12)


def test_with_something_given_every_term_is_under_it():
    free = {term.formula for term in terms(FoundationsState(page="bayes", given=()))}
    known = {term.formula for term in terms(FoundationsState(page="bayes"))}
    assert {"a", "b", "a_b", "b_a", "mutual"} <= free
    assert {"a_c", "b_c", "a_b_c", "b_a_c", "mutual_given"} <= known


def room(term):
    """The width that the strip keeps for a term."""
    typeset = formula_size(term.formula, EM).width()
    return max(typeset, metrics(term).horizontalAdvance(term.widest))


def metrics(term):
    font = theme.current().font("caption")
    font.setWeight(QFont.Weight.Normal if term.token == "text" else QFont.Weight.DemiBold)
    return QFontMetricsF(font)


def too_wide(made):
    said = formulas.values(made)
    keyed = [term for term in terms(made.state) if term.key]
    return [(t.key, said[t.key]) for t in keyed if metrics(t).horizontalAdvance(said[t.key]) > room(t) + GAP]


def test_no_value_reaches_into_its_neighbour_s(qapp, scene, sized):
    made = [scene(page="count", n=n, reach=reach) for n in (1, 12, 20, 26, 27, MOST) for reach in (1, 8)]
    made += [scene(**sized(size), order=order) for size in SIZES for order in ("raster", "spiral")]
    made += [scene(drawing=Drawing.blank(3, 4)), scene(page="bayes"), scene(page="bayes", given=())]
    assert [too_wide(one) for one in made if too_wide(one)] == []
