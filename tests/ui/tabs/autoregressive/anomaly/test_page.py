"""What follows from a page."""

from dataclasses import replace

import numpy as np
import pytest

from genplay.families.autoregressive import SCORES, SETS
from genplay.families.base import Drawing
from genplay.families.outliers import code_lengths
from genplay.ui.tabs.autoregressive.anomaly.page import beyond, flagged_from, flagged_within, shares


def test_the_drawing_is_marked_at_its_score(page):
    shown = page()
    drawing = shown.drawing
    assert shown.mark("nade") == 70
    entropy = shown.results["nade"].entropy
    assert replace(shown, score="typicality").mark("nade") == pytest.approx(abs(70 - entropy))
    length = code_lengths(drawing.flat()[None])[0]
    assert replace(shown, score="complexity").mark("nade") == pytest.approx(70 - length)


@pytest.mark.parametrize(
    "unknown", [{"log_probs": {}}, {"drawing": None}, {"results": {"nade": None}}], ids=str
)
def test_what_is_not_known_is_not_marked(page, unknown):
    assert replace(page(1), **unknown).mark("nade") is None


def test_an_answer_that_has_not_begun_marks_nothing(page):
    assert page(1, done=0.0).mark("nade") is None


def test_the_first_answer_that_is_there_is_the_first(page):
    shown = page(2)
    waiting = replace(shown, results={**shown.results, "nade": None})
    assert waiting.first is shown.results["row_lstm"]
    assert replace(shown, results={"nade": None}).first is None


@pytest.mark.parametrize("score", SCORES)
@pytest.mark.parametrize("chosen", SETS)
def test_one_axis_holds_all_but_the_outermost_pictures(page, score, chosen):
    shown = page(3, score=score, chosen=chosen)
    edges = shown.edges()
    assert (np.diff(edges) > 0).all()
    for model in shown.results:
        for scores in (shown.ordinary(model), shown.strange(model)):
            assert sum(beyond(scores, edges)) <= 2 / 40
            assert shares(scores, edges).sum() == pytest.approx(1)


def test_the_long_tail_of_one_model_does_not_press_the_digits_of_all_into_a_bar(page):
    shown = page(3, chosen="noise")
    usual = shown.edges()
    nade = shown.results["nade"]
    far = replace(nade.sets["noise"], log_probs=nade.sets["noise"].log_probs - 5000)
    shown = replace(shown, results={**shown.results, "nade": replace(nade, sets={**nade.sets, "noise": far})})
    assert shown.edges()[-1] < usual[-1] + 100
    assert beyond(shown.strange("nade"), shown.edges()) == (0, 1)
    assert beyond(shown.strange("diagonal_bilstm"), shown.edges())[1] < 0.1


def test_without_an_answer_there_is_an_axis_too(page):
    assert (np.diff(replace(page(1), results={"nade": None}).edges()) > 0).all()


def test_a_threshold_flags_what_reaches_it(page):
    shown = page(1, chosen="letters")
    found = flagged_from(shown, "nade", 90.0)
    assert found is not None
    assert found.false_alarms == pytest.approx((shown.ordinary("nade") >= 90).mean())
    assert found.hits == pytest.approx((shown.strange("nade") >= 90).mean())
    assert flagged_from(replace(shown, results={"nade": None}), "nade", 90.0) is None


def test_a_point_of_the_curve_is_a_threshold_within_the_false_alarms(page):
    shown = page(1, chosen="letters")
    found = flagged_within(shown.results["nade"].roc("letters", "density"), 0.25)
    assert found is not None
    assert (shown.ordinary("nade") >= found.threshold).mean() <= 0.25
    assert found.hits == pytest.approx((shown.strange("nade") >= found.threshold).mean())
    assert flagged_within(None, 0.25) is None


def test_another_drawing_scores_no_set_again(page):
    shown = page(1)
    other = replace(shown, drawing=Drawing.blank(), log_probs={"nade": -3.0})
    assert other.results is shown.results
    assert other.mark("nade") == 3
