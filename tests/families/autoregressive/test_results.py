"""Results do their arithmetic, and say what must be said of a score."""

import csv
import io
import math
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from genplay.families.autoregressive import (
    PIXELS,
    Averaged,
    Comparison,
    Conditionals,
    Reference,
    Samples,
    note,
    trace,
)
from genplay.families.base import Drawing
from genplay.families.orders import NAMES, RASTER, Order

drawings = st.binary(min_size=98, max_size=98).map(Drawing)
orders = st.builds(Order, st.sampled_from([kind for kind in NAMES if kind != "random"])) | st.builds(
    Order, st.just("random"), st.integers(0, 99)
)


def made(drawing, order=RASTER, model="nade"):
    """Return made-up conditionals of a drawing that is read in an order."""
    rng = np.random.default_rng(int(drawing.flat().sum()))
    logits = rng.normal(size=PIXELS).astype(np.float32)
    surprises = np.logaddexp(0, np.where(drawing.flat(), -1, 1) * logits.astype(np.float64))
    return Conditionals(
        model=model,
        drawing=drawing,
        order=order.sequence(),
        logits=logits,
        probabilities=1 / (1 + np.exp(-logits)),
        surprises=surprises,
        running=np.concatenate(([0.0], np.cumsum(-surprises[order.sequence()]))),
        bias=None,
        hidden=0,
        reference=None,
        simpler=(),
        device="CPU",
    )


scores = st.lists(st.floats(-2000, 0, width=32), min_size=1, max_size=300).map(np.float32)


@given(scores, st.floats(-2500, 100))
def test_a_percentile_is_the_share_that_scores_lower(values, score):
    reference = Reference.of(values, -3.0)
    assert reference.percentile(score) == pytest.approx(100 * (values < np.float64(score)).mean())
    assert (np.diff(reference.scores) >= 0).all()


@given(scores, st.lists(st.floats(-2500, 100), min_size=2, max_size=9).map(sorted))
def test_a_percentile_is_between_none_and_all_and_rises_with_the_score(values, asked):
    reference = Reference.of(values, -3.0)
    found = [reference.percentile(score) for score in asked]
    assert found == sorted(found)
    assert reference.percentile(float(values.min())) == 0
    assert reference.percentile(np.nextafter(float(values.max()), np.inf)) == 100


def test_a_score_stands_among_the_digits_of_its_model():
    result = result_scoring(30, blank=0.0)
    assert result.percentile == result.reference.percentile(result.log_prob) == pytest.approx(30)


@given(scores)
def test_the_histogram_counts_every_digit(values):
    reference = Reference.of(values, -3.0, bins=10)
    assert reference.counts.shape == (10,)
    assert reference.edges.shape == (11,)
    assert (np.diff(reference.edges) > 0).all()
    assert reference.counts.sum() == len(values)
    assert reference.edges[-1] >= values.max()
    assert (values < reference.edges[0]).sum() <= 1 + 0.002 * len(values)


@given(drawings)
def test_numbers_follow_from_the_terms(drawing):
    result = made(drawing)
    assert result.log_prob == result.running[-1]
    assert result.bits_per_pixel == pytest.approx(result.surprises.mean() / np.log(2))
    assert result.percentile is None


@given(orders)
def test_a_rank_is_a_place_in_the_order(order):
    result = made(Drawing.blank(), order)
    samples = Samples(order.sequence(), 0, PIXELS, np.zeros((1, PIXELS), np.uint8), 1.0)
    for ranks in (result.ranks, samples.ranks):
        assert (ranks[order.sequence()] == np.arange(PIXELS)).all()


@given(drawings, orders, st.integers(0, PIXELS))
def test_ink_and_background_make_up_the_running_sum(drawing, order, read):
    result = made(drawing, order)
    (ink, of_ink), (paper, of_paper) = result.split(read)
    assert ink == drawing.flat()[order.sequence()[:read]].sum()
    assert ink + paper == read
    assert of_ink + of_paper == pytest.approx(result.running[read], abs=1e-9)


def test_a_comparison_is_a_difference():
    before, after = made(Drawing.blank()), made(Drawing.blank().flipped(3))
    comparison = Comparison(3, before, after)
    assert (comparison.moved == after.probabilities - before.probabilities).all()
    assert comparison.gained.sum() == pytest.approx(after.log_prob - before.log_prob)
    assert (comparison.gained == before.surprises - after.surprises).all()


@given(st.lists(st.floats(-300, -50), min_size=1, max_size=16))
def test_an_average_is_one_of_probabilities(log_probs):
    averaged = Averaged(np.array(log_probs), 16)
    exact = math.log(sum(Fraction(math.exp(p + 300)) for p in log_probs) / len(log_probs)) - 300
    assert averaged.log_prob == pytest.approx(exact, abs=1e-9)
    assert min(log_probs) - 1e-9 <= averaged.log_prob <= max(log_probs) + 1e-9


# -- what must be said -------------------------------------------------------------------------------------


def result_scoring(percentile, blank):
    """Return a result at that percentile among 1,000 test digits, and a blank page at ``blank``."""
    result = made(Drawing.blank())
    spread = np.linspace(-1, 1, 1000, dtype=np.float32) + np.float32(result.log_prob)
    return replace(result, reference=Reference.of(spread + np.float32(1 - percentile / 50), blank))


@pytest.mark.parametrize(("percentile", "said"), [(50, False), (89, False), (91, True), (100, True)])
def test_a_note_comes_with_a_high_score_only(percentile, said):
    assert (note(result_scoring(percentile, -10)) is not None) == said


def test_without_the_scores_of_digits_nothing_is_said():
    assert note(made(Drawing.blank())) is None


def test_a_high_score_comes_with_the_blank_pages():
    result = result_scoring(95, blank=1e6)
    said = note(result)
    assert said is not None
    assert "above every test digit" in said.template
    text = said.template.format(**said.values)
    assert "1000000.00" in text


def test_a_blank_page_that_beats_some_digits_says_how_many():
    result = result_scoring(95, blank=0.0)
    assert result.reference is not None
    median = float(np.median(result.reference.scores))
    said = note(replace(result, reference=replace(result.reference, blank=median)))
    assert said is not None
    assert "50.0 % of the test digits" in said.template.format(**said.values)


@pytest.mark.parametrize("count", [1000, 10_000])  # of which all but one is 99.9 % and 99.99 %
def test_a_blank_page_that_beats_nearly_all_digits_does_not_claim_all(count):
    result = made(Drawing.blank())
    spread = np.linspace(-9, -1, count, dtype=np.float32) + np.float32(result.log_prob)
    almost = float(spread[-1])
    said = note(replace(result, reference=Reference.of(spread, almost)))
    assert "99.9 % of the test digits" in said.template.format(**said.values)
    said = note(replace(result, reference=Reference.of(spread, np.nextafter(almost, np.inf))))
    assert "above every test digit" in said.template


# -- the trace ---------------------------------------------------------------------------------------------


def rows_of(*results):
    """Write the trace as CSV and read it: the names, and the rows as text."""
    stream = io.StringIO()
    csv.writer(stream).writerows(trace(*results))
    names, *rows = csv.reader(io.StringIO(stream.getvalue()))
    return names, rows


@settings(max_examples=15)
@given(drawings, orders)
def test_the_trace_is_the_chain_rule_row_by_row(drawing, order):
    result = made(drawing, order)
    names, rows = rows_of(result)
    assert names == ["model", "reads", "order", "row", "column", "x", "p_ink", "log_p", "running_sum"]
    assert len(rows) == PIXELS
    assert {row[0] for row in rows} == {result.model}
    numbers = np.array([row[2:] for row in rows], float)
    assert (numbers[:, 0] == np.arange(1, PIXELS + 1)).all()
    pixels = order.sequence()
    assert ((numbers[:, 1] - 1) * 28 + numbers[:, 2] - 1 == pixels).all()
    assert (numbers[:, 3] == drawing.flat()[pixels]).all()
    assert numbers[:, 4] == pytest.approx(result.probabilities[pixels])
    assert numbers[:, 5].cumsum() == pytest.approx(numbers[:, 6], abs=1e-6)
    assert numbers[:, 5].sum() == pytest.approx(result.log_prob)
    assert numbers[-1, 6] == pytest.approx(result.log_prob)


def test_a_row_says_how_probable_what_is_there_was():
    for value, p_ink, log_p in (row[5:8] for row in rows_of(made(Drawing.of(np.eye(28))))[1]):
        there = float(p_ink) if value == "1" else 1 - float(p_ink)
        assert math.exp(float(log_p)) == pytest.approx(there, abs=1e-6)


def test_models_follow_each_other_in_the_trace_each_in_its_order_under_one_head():
    drawing = Drawing.of(np.eye(28))
    first, second = made(drawing), replace(made(drawing, Order("spiral"), "eonade"), reads="spiral")
    names, rows = rows_of(first, second)
    assert [names, *rows_of(first)[1], *rows_of(second)[1]] == [names, *rows]
    assert [row[0] for row in rows] == ["nade"] * PIXELS + ["eonade"] * PIXELS
    assert [row[1] for row in rows] == [""] * PIXELS + ["spiral"] * PIXELS
    assert [row[2] for row in rows] == [str(step) for step in range(1, PIXELS + 1)] * 2


def test_without_an_answer_the_trace_is_its_head():
    assert rows_of()[1] == []
