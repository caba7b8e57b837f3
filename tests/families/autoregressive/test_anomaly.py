"""Three scores, and what an answer says of them while it grows."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from genplay.families.autoregressive import SCORES, SETS, Anomalies, Scored
from genplay.families.autoregressive.anomaly import ordinary_scores, rows, strangeness, verdict
from genplay.families.outliers import code_lengths


def scored(log_probs, count=None, seed=0, blank=False):
    """Return so many pictures of noise, the first of which are scored; the first may be blank."""
    bits = np.random.default_rng(seed).integers(0, 2, (count or len(log_probs), 784)).astype(np.uint8)
    bits[0] *= not blank
    names = tuple(f"Picture {index}" for index in range(len(bits)))
    return Scored(bits, names, code_lengths(bits), np.array(log_probs, float))


def answer(blank=-12.0, reference=None):
    """Return an answer of five test digits; of the sets only the blank page is scored."""
    digits = scored([-80.0, -90.0, -100.0, -60.0, -70.0])
    sets = {name: scored([], 3, seed) for seed, name in enumerate(SETS)}
    sets["blank"] = scored([blank], 2, blank=True)
    entropy, ordinary = ordinary_scores(reference, digits)
    return Anomalies("nade", digits, sets, entropy, ordinary)


@given(st.lists(st.floats(-1e4, 0), min_size=1, max_size=20), st.floats(0, 1e3))
def test_the_scores_are_their_formulas(log_probs, entropy):
    p, lengths = np.array(log_probs), np.linspace(3, 200, len(log_probs))
    assert (strangeness("density", p, lengths, entropy) == -p).all()
    assert (strangeness("typicality", p, lengths, entropy) == abs(-p - entropy)).all()
    assert (strangeness("complexity", p, lengths, entropy) == -p - lengths).all()


def test_there_is_no_other_score():
    with pytest.raises(ValueError, match="no score 'depth'"):
        strangeness("depth", np.zeros(1), np.zeros(1), 0.0)


def test_an_answer_counts_what_is_done():
    result = answer()
    assert (result.done, result.total, result.complete) == (6, 5 + 4 * 3 + 2, False)
    assert result.digits.mean == -80
    assert math.isnan(result.sets["items"].mean)
    assert math.isnan(result.auc("items", "density"))


def test_entropy_is_the_digits_mean_and_ordinary_scores_ascend():
    result = answer()
    assert result.entropy == 80
    assert result.ordinary["density"].tolist() == [60, 70, 80, 90, 100]
    assert result.ordinary["typicality"].tolist() == [0, 10, 10, 20, 20]
    digits = result.digits
    assert result.ordinary["complexity"].tolist() == sorted(-digits.log_probs - digits.code_lengths)


def test_a_reference_gives_the_scores_that_need_no_code_length():
    result = answer(reference=np.linspace(-160, -40, 1000).astype(np.float32))
    assert result.entropy == pytest.approx(100)
    assert [len(result.ordinary[score]) for score in SCORES] == [1000, 1000, 5]


def test_a_blank_page_that_is_likelier_than_every_digit_is_worse_than_chance_by_density_alone():
    result = answer()
    assert [result.auc("blank", score) for score in SCORES] == [0, 1, 1]
    assert result.outscored("density", 12.0) == 1


def test_the_verdict_is_computed():
    said = verdict(answer(blank=-75.0), "density", "blank", "NADE")
    assert said is not None
    sentence = said.template.format(**said.values)
    assert "Under NADE a blank page has log p = -75.00, higher than 60 % of the test digits" in sentence
    typical = verdict(answer(blank=-55.0), "typicality", "blank", "NADE")
    assert typical is not None
    assert "25.00 nats away from H = 80.00, farther than 100 %" in typical.template.format(**typical.values)
    corrected = verdict(answer(), "complexity", "blank", "NADE")
    assert corrected is not None
    assert "needs 3.90 nats for a blank page, NADE 12.00: 8.10 more" in corrected.template.format(
        **corrected.values
    )


def test_of_another_set_the_verdict_is_about_that_set():
    result = answer()
    assert verdict(result, "density", "letters", "NADE") is None  # some of its pictures are not scored
    sets = {name: scored([-85.0, -95.0, -65.0], seed=seed) for seed, name in enumerate(SETS)}
    said = verdict(replace(result, sets=sets), "density", "letters", "NADE")
    assert said is not None
    sentence = said.template.format(**said.values)
    assert "To NADE a picture of the chosen set" in sentence
    assert "in 53.3 % of all pairs" in sentence


def test_all_but_one_of_a_thousand_is_not_all():
    reference = np.linspace(-160, -40, 2001)
    said = verdict(answer(blank=-40.01, reference=reference), "density", "blank", "NADE")
    assert said is not None
    assert said.values["outscored"] == "99.9"


def test_there_is_no_verdict_before_the_blank_page_is_scored():
    unknown = answer()
    waiting = replace(unknown, sets={**unknown.sets, "blank": scored([], 2)})
    assert [verdict(waiting, score, "blank", "NADE") for score in SCORES] == [None] * 3
    nothing = replace(unknown, ordinary=dict.fromkeys(SCORES, np.zeros(0)))
    assert verdict(nothing, "density", "blank", "NADE") is None


def test_rows_hold_every_picture_that_is_scored_with_all_its_scores():
    result = answer()
    header, *body = rows({"nade": result})
    assert header == ("model", "set", "index", "picture", "log_p", "code_length", *SCORES, "complete", "seed")
    assert [row[:4] for row in body] == [
        *(("nade", "digits", index, f"Picture {index}") for index in range(5)),
        ("nade", "blank", 0, "Picture 0"),
    ]
    numbers = [float(str(number)) for number in body[-1][4:-2]]
    assert numbers == pytest.approx([-12, 3.90, 12, 68, 8.10], abs=0.01)
