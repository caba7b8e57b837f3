from dataclasses import replace

import numpy as np
import pytest

from genplay.families.autoregressive import PIXELS, AutoregressiveState, Comparison
from genplay.families.base import Drawing, Measured
from genplay.ui import text
from genplay.ui.tabs.autoregressive import words
from genplay.ui.tabs.autoregressive.scene import Scene

PIXEL = 28 * 7 + 12  # row 8, column 13
DRAWING = Drawing.of((np.arange(PIXELS) % 28 == 12).reshape(28, 28))  # a line down column 13


@pytest.fixture
def shown(score):
    """A scene: a line is drawn and answered, and its pixel in row 8 is pointed at."""
    return Scene(AutoregressiveState(drawing=DRAWING), score("nade", DRAWING), hovered=PIXEL)


@pytest.fixture
def compared(shown, score):
    """The same, with that pixel flipped for comparison."""
    comparison = Comparison(PIXEL, shown.result, score("nade", DRAWING.flipped(PIXEL)))
    return replace(shown, comparison=comparison, state=replace(shown.state, flip=PIXEL))


def line(scene):
    parts, hint = words.reading(scene)
    return [part[0] for part in parts], hint


def test_places_count_from_one():
    assert words.place(0) == "Row 1, column 1"
    assert words.place(PIXELS - 1) == "Row 28, column 28"


def test_a_models_figure_stands_beside_its_papers(shown):
    def said(model, measured):
        return words.measured(replace(shown.result, model=model, measured=measured))

    assert said("nade", None) == ""
    assert said("nade", Measured(83.96, "here")) == (
        "On average −83.96 nats a digit on here. The paper: −88.33 on the fixed test split."
    )
    assert said("arn", Measured(139.1, "here")) == "On average −139.10 nats a digit on here."
    assert said("eonade", Measured(87.0, "here", (84.5, 16))) == (
        "On average −87.00 nats a digit row by row, −84.50 over 16 orders, on here. "
        "The paper, on the fixed test split: −89.17 for one order, −85.96 over 16."
    )


def test_the_figures_are_also_said_briefly(shown):
    def said(model, measured):
        return words.briefly(replace(shown.result, model=model, measured=measured))

    assert said("nade", None) == ""
    assert (
        said("nade", Measured(83.96, "mnist/valid (fixed)"))
        == "On average −83.96 nats (valid); the paper −88.33 (test)."
    )
    assert said("arn", Measured(139.1, "here")) == "On average −139.10 nats (here)."
    assert said("eonade", Measured(87.0, "here", (84.5, 16))) == (
        "Row by row −87.00 nats, 16 orders −84.50 (here); paper −89.17, −85.96 (test)."
    )


def test_nothing_pointed_at_asks_to_point(shown):
    assert line(replace(shown, hovered=None)) == (["Point at a pixel to read it"], "")


def test_without_an_answer_there_is_only_the_place(shown):
    assert line(replace(shown, result=None)) == (["Row 8, column 13"], "")


def test_a_pixel_is_read_with_its_numbers(shown):
    p, surprise = shown.result.probabilities[PIXEL], shown.result.surprises[PIXEL]
    expected = [
        "Row 8, column 13",
        "ink",
        f"p(ink) {text.prob(float(p))}",
        f"{text.nats(float(surprise))} nats",
    ]
    assert line(shown) == (expected, "Alt+click: what if?")
    assert line(replace(shown, hovered=PIXEL + 1))[0][1] == "paper"


def test_blue_is_what_is_expected_and_orange_what_surprises(shown):
    tokens = [token for _, token, _ in words.reading(shown)[0]]
    assert tokens == ["text", "text2", "blue", "orange"]


def test_the_hidden_future_is_not_read(shown):
    hidden = replace(shown, state=replace(shown.state, cursor=100, hide_future=True))
    assert line(hidden)[0][0] == words.place(99)  # the cursor's pixel, not the one that is pointed at
    parts, _ = line(replace(hidden, hovered=None, state=replace(hidden.state, cursor=0)))
    assert parts == ["Point at a pixel to read it"]


@pytest.mark.parametrize(
    ("phase", "said"),
    [
        (0, "1. Read what came before: 7 ink pixels."),
        (1, "2. Expect ink with p = {p}."),
        (2, "3. It is ink: add {term} nats."),
    ],
)
def test_slow_motion_names_its_phases(shown, phase, said):
    p, term = shown.result.probabilities[PIXEL], -shown.result.surprises[PIXEL]
    said = said.format(p=text.prob(float(p)), term=text.nats(float(term)))
    assert line(replace(shown, phase=phase))[0] == ["Row 8, column 13", said]


def test_a_comparison_reads_how_a_later_pixel_moves(compared):
    later = PIXEL + 28
    parts, hint = line(replace(compared, hovered=later))
    before = compared.comparison.before.probabilities[later]
    after = compared.comparison.after.probabilities[later]
    gain = compared.comparison.gained[later]
    assert parts[1] == f"p(ink) {text.prob(float(before))} → {text.prob(float(after))}"
    assert before > after
    assert parts[2] == f"{text.nats(float(gain))} nats"
    assert hint == "Esc: end comparison"
    tokens = [token for _, token, _ in words.reading(replace(compared, hovered=later))[0]]
    assert tokens[1:] == ["orange", "orange"]


def test_what_a_flip_changes_adds_up(compared):
    rows = dict(words.what_if(compared.comparison))
    gained = compared.comparison.gained
    this, later, moves, then = rows
    assert (this, later, then) == ("This pixel", "Later pixels", "log p(x) then")
    assert rows["This pixel"] == words.signed(float(gained[PIXEL]))
    assert rows["Later pixels"] == words.signed(float(gained[PIXEL + 1 :].sum()))
    assert rows["log p(x) then"] == text.nats(compared.comparison.after.log_prob)
    moved = int((np.abs(gained[PIXEL + 1 :]) >= 0.01).sum())
    assert rows[moves] == str(moved)
    assert 0 < moved < 10
    assert not gained[:PIXEL].any()


def test_the_formula_has_the_numbers_of_the_pixel(shown):
    values, result = words.formula(shown), shown.result
    assert values["pixel"] == "209"
    assert values["units"] == "500 units"
    assert values["context"] == "7 ink pixels"
    assert values["value"] == "1"
    assert values["p"] == text.prob(float(result.probabilities[PIXEL]))
    assert values["term"] == text.nats(-float(result.surprises[PIXEL]))
    assert values["sum"] == text.nats(result.log_prob)
    assert values["terms"] == "784 terms"
    evidence, bias = (float(values[key].replace(text.MINUS, "-")) for key in ("evidence", "bias_b"))
    assert evidence + bias == pytest.approx(float(result.logits[PIXEL]), abs=0.011)  # two decimals each


def test_the_formula_without_a_pixel_has_the_sum_alone(shown):
    values = words.formula(replace(shown, hovered=None))
    assert values["pixel"] == "–"
    assert values["sum"] == text.nats(shown.result.log_prob)
    assert "p" not in values
    assert words.formula(replace(shown, result=None)) == {}


def test_the_sum_so_far(shown):
    walking = replace(shown, hovered=None, state=replace(shown.state, cursor=100, hide_future=True))
    values = words.formula(walking)
    assert values["sum"] == text.nats(float(shown.result.running[100]))
    assert values["terms"] == "100 terms"
    assert words.still_to_read(walking) == "684 pixels"


def test_a_model_without_hidden_units_has_no_bias_of_its_own(shown):
    plain = replace(shown, result=replace(shown.result, bias=None, hidden=0))
    assert (words.formula(plain)["evidence"], words.formula(plain)["bias_b"]) == ("", "")


@pytest.mark.parametrize(
    ("percentile", "said"),
    [
        (None, "–"),
        (0.0, "0"),
        (0.02, "< 0.1"),
        (99.97, "> 99.9"),
        (0.4, "0.4"),
        (50.4, "50"),
        (99.4, "99"),
        (99.7, "99.7"),
        (100.0, "100"),
    ],
)
def test_ranks(percentile, said):
    assert words.rank(percentile) == said


@pytest.mark.parametrize(
    ("change", "said"),
    [(1.234, "+1.23"), (-1.234, "−1.23"), (0.0, "0.00"), (-0.001, "0.00"), (0.001, "0.00")],
)
def test_changes_have_their_sign(change, said):
    assert words.signed(change) == said
