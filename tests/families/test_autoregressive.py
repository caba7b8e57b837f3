"""The autoregressive state is checked, asks for what it shows, and its results do their arithmetic."""

import csv
import io
import math
from dataclasses import replace
from fractions import Fraction

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from genplay.families.autoregressive import (
    ANY_ORDER,
    FARTHEST,
    LEAST,
    MODELS,
    MOST,
    PIXELS,
    SIMPLER,
    SPEEDS,
    AutoregressiveState,
    Average,
    Averaged,
    Comparison,
    Conditionals,
    Context,
    GreyPicture,
    GreySample,
    GreyScore,
    GreyState,
    Reference,
    Sample,
    Score,
    WhatIf,
    drawing_of,
    note,
    trace,
)
from genplay.families.base import Drawing
from genplay.families.orders import NAMES, RASTER, Order

drawings = st.binary(min_size=98, max_size=98).map(Drawing)
maybe_pixel = st.none() | st.integers(0, PIXELS - 1)
greys = st.builds(
    GreyState,
    picture=st.just(GreyPicture.blank()) | st.binary(min_size=PIXELS, max_size=PIXELS).map(GreyPicture),
    pixel=maybe_pixel,
    noise=st.integers(0, 2**31 - 1),
    sample_from=maybe_pixel,
)
states = st.builds(
    AutoregressiveState,
    model=st.sampled_from(list(MODELS)),
    drawing=drawings,
    source=st.none() | st.binary(min_size=PIXELS, max_size=PIXELS),
    threshold=st.integers(1, 255),
    cursor=st.integers(0, PIXELS),
    hide_future=st.booleans(),
    flip=maybe_pixel,
    sample_from=maybe_pixel,
    seed=st.integers(0, 2**31 - 1),
    temperature=st.floats(0.1, 3.0),
    order=st.sampled_from(list(NAMES)),
    order_seed=st.integers(0, 2**31 - 1),
    orders=st.integers(1, 128),
    reach=st.integers(1, FARTHEST),
    page=st.sampled_from(["one", "compare", "grey"]),
    grey=greys,
    grey_level=st.integers(0, 255),
    compared=st.lists(st.sampled_from(list(MODELS)), min_size=LEAST, max_size=MOST, unique=True).map(tuple),
    rows=st.lists(st.sampled_from(["expected", "surprise", "context", "difference"]), unique=True).map(tuple),
    region=st.just(Drawing.blank()) | drawings,
    tool=st.sampled_from(["pen", "eraser", "fill", "region"]),
    brush=st.integers(1, 5),
    speed=st.integers(0, len(SPEEDS) - 1),
    slow=st.booleans(),
)


@given(states)
def test_a_state_survives_json(state):
    content = msgspec.json.encode(state)
    assert msgspec.json.decode(content, type=AutoregressiveState) == state


@pytest.mark.parametrize(
    "wrong",
    [
        {"model": "gpt"},
        {"drawing": Drawing.blank(3, 4)},
        {"source": b"short"},
        {"threshold": 0},
        {"threshold": 256},
        {"cursor": -1},
        {"cursor": PIXELS + 1},
        {"flip": PIXELS},
        {"sample_from": -1},
        {"seed": -1},
        {"seed": 2**31},
        {"temperature": 0.0},
        {"temperature": float("nan")},
        {"brush": 6},
        {"order_seed": -1},
        {"reach": 0},
        {"reach": FARTHEST + 1},
        {"speed": len(SPEEDS)},
    ],
    ids=str,
)
def test_a_value_out_of_range_is_refused(wrong):
    with pytest.raises(ValueError, match=r"must be|there is no"):
        AutoregressiveState(**wrong)
    with pytest.raises(ValueError, match=r"must be|there is no"):
        replace(AutoregressiveState(), **wrong)


@pytest.mark.parametrize(
    "content",
    [b'{"cursor":785}', b'{"cursor":1.5}', b'{"tool":"spoon"}', b'{"drawing":{"bits":""}}', b'{"model":3}'],
)
def test_wrong_json_is_refused(content):
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(content, type=AutoregressiveState)


@given(states)
def test_a_state_asks_for_what_it_shows(state):
    state = replace(state, page="one")
    requests = state.requests()
    how = {"order": state.reads, "reach": state.reach if state.model == "arn" else None}
    assert requests["score"] == Score(state.model, state.drawing, **how)
    assert ("whatif" in requests) == (state.flip is not None)
    assert ("samples" in requests) == (state.sample_from is not None)
    if state.flip is not None:
        assert requests["whatif"] == WhatIf(state.model, state.drawing, pixel=state.flip, **how)
    if state.sample_from is not None:
        assert requests["samples"] == Sample(
            state.model,
            state.drawing,
            start=state.sample_from,
            region=state.region if any(state.region.bits) else None,
            count=8,
            seed=state.seed,
            temperature=state.temperature,
            **how,
        )


@given(states)
def test_side_by_side_every_model_is_asked_as_it_reads(state):
    state = replace(state, page="compare")
    requests = state.requests()
    assert list(requests) == [f"score/{model}" for model in state.compared]
    for model in state.compared:
        how = state.order_of(model), state.reach_of(model)
        assert requests[f"score/{model}"] == Score(model, state.drawing, *how)
        assert state.contexts(5)[model] == Context(model, state.drawing, *how, pixel=5)
    assert state.visible == PIXELS


def test_several_orders_are_averaged_where_a_model_reads_in_any(monkeypatch):
    state = AutoregressiveState(orders=16, order="spiral")
    assert "average" not in state.requests()
    monkeypatch.setattr("genplay.families.autoregressive.state.ANY_ORDER", {"nade"})
    asked = state.requests()["average"]
    assert asked == Average("nade", state.drawing, Order("spiral"), count=16)
    assert "average" not in replace(state, orders=1).requests()


def test_the_cursor_moves_along_the_order_that_all_compared_share(monkeypatch):
    monkeypatch.setattr("genplay.families.autoregressive.state.ANY_ORDER", {"nade", "arn"})
    state = AutoregressiveState(page="compare", compared=("nade", "arn"), order="spiral")
    assert state.reads == Order("spiral")
    assert replace(state, compared=("nade", "diagonal_bilstm")).reads == RASTER


@pytest.mark.parametrize("compared", [("nade",), ("nade", "nade"), tuple("abcde"), ("nade", "nobody")])
def test_a_wrong_choice_of_models_is_refused(compared):
    with pytest.raises(ValueError, match=r"compare|model"):
        AutoregressiveState(compared=compared)


@given(st.lists(st.floats(-300, -50), min_size=1, max_size=16))
def test_an_average_is_one_of_probabilities(log_probs):
    averaged = Averaged(np.array(log_probs), 16)
    exact = math.log(sum(Fraction(math.exp(p + 300)) for p in log_probs) / len(log_probs)) - 300
    assert averaged.log_prob == pytest.approx(exact, abs=1e-9)


@given(states)
def test_only_a_model_that_reads_in_any_order_is_asked_for_one(state):
    state = replace(state, page="one")
    if state.model not in ANY_ORDER:
        assert state.reads == RASTER
    else:
        assert state.reads == Order(state.order, state.order_seed if state.order == "random" else 0)


@given(states)
def test_how_it_is_shown_changes_no_question(state):
    other = AutoregressiveState(tool="fill", brush=4, speed=0, slow=True, cursor=7, hide_future=True)
    assert replace(state.with_view_of(other), cursor=7, hide_future=True).requests() == state.requests()


@pytest.mark.parametrize(
    ("cursor", "hidden", "visible"), [(0, True, 0), (408, True, 408), (408, False, 784), (784, True, 784)]
)
def test_only_a_hidden_future_is_hidden(cursor, hidden, visible):
    assert AutoregressiveState(cursor=cursor, hide_future=hidden).visible == visible


@pytest.mark.parametrize(("cursor", "first"), [(0, 0), (1, 0), (2, 1), (408, 407), (783, 782), (784, 0)])
def test_a_completion_begins_with_the_pixel_at_hand(cursor, first):
    assert AutoregressiveState(cursor=cursor).next_sample == first


def test_every_speed_is_a_rate_and_the_last_is_all_at_once():
    assert list(SPEEDS[:-1]) == sorted(SPEEDS[:-1])
    assert SPEEDS[-1] == 0


def test_no_model_is_its_own_baseline():
    assert not set(MODELS) & set(SIMPLER)


# -- results -----------------------------------------------------------------------------------------------


def made(drawing, reference=None):
    rng = np.random.default_rng(int(drawing.flat().sum()))
    logits = rng.normal(size=PIXELS).astype(np.float32)
    surprises = np.logaddexp(0, np.where(drawing.flat(), -1, 1) * logits.astype(np.float64))
    return Conditionals(
        model="nade",
        drawing=drawing,
        order=RASTER.sequence(),
        logits=logits,
        probabilities=1 / (1 + np.exp(-logits)),
        surprises=surprises,
        running=np.concatenate(([0.0], np.cumsum(-surprises))),
        bias=None,
        hidden=0,
        reference=reference,
        simpler=(),
        device="CPU",
    )


scores = st.lists(st.floats(-2000, 0, width=32), min_size=1, max_size=300).map(np.float32)


@given(scores, st.floats(-2500, 100))
def test_a_percentile_is_the_share_that_scores_lower(values, score):
    reference = Reference.of(values, -3.0)
    assert reference.percentile(score) == pytest.approx(100 * (values < np.float64(score)).mean())
    assert (np.diff(reference.scores) >= 0).all()


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


@given(drawings, st.integers(0, PIXELS))
def test_ink_and_background_make_up_the_running_sum(drawing, read):
    result = made(drawing)
    (ink, of_ink), (paper, of_paper) = result.split(read)
    assert ink == drawing.flat()[:read].sum()
    assert ink + paper == read
    assert of_ink + of_paper == pytest.approx(result.running[read], abs=1e-9)


def test_a_comparison_is_a_difference():
    before, after = made(Drawing.blank()), made(Drawing.blank().flipped(3))
    comparison = Comparison(3, before, after)
    assert (comparison.moved == after.probabilities - before.probabilities).all()
    assert comparison.gained.sum() == pytest.approx(after.log_prob - before.log_prob)


def test_a_threshold_makes_a_drawing():
    source = bytes(range(256)) * 3 + bytes(16)
    for threshold in (1, 128, 255):
        expected = np.frombuffer(source, np.uint8) >= threshold
        assert (drawing_of(source, threshold).flat() == expected).all()


# -- what must be said -------------------------------------------------------------------------------------


def result_scoring(percentile, blank):
    """Return a result at that percentile among 1,000 test digits, and a blank page at ``blank``."""
    result = made(Drawing.blank())
    spread = np.linspace(-1, 1, 1000, dtype=np.float32) + np.float32(result.log_prob)
    return replace(result, reference=Reference.of(spread + np.float32(1 - percentile / 50), blank))


def test_a_score_in_the_middle_needs_no_note():
    assert note(result_scoring(50, -10)) is None
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


def test_a_blank_page_that_beats_nearly_all_digits_does_not_claim_all():
    result = result_scoring(95, blank=0.0)
    almost = float(np.sort(result.reference.scores)[-1])  # 99.9 % score lower
    said = note(replace(result, reference=replace(result.reference, blank=almost)))
    assert "99.9 % of the test digits" in said.template.format(**said.values)
    many = Reference.of(np.concatenate([result.reference.scores] * 9), almost)
    said = note(replace(result, reference=replace(many, blank=np.nextafter(almost, np.inf))))
    assert "above every test digit" in said.template


@settings(max_examples=15)
@given(drawings)
def test_the_trace_is_the_chain_rule_row_by_row(drawing):
    result = made(drawing)
    stream = io.StringIO()
    csv.writer(stream).writerows(trace(result))
    names, *rows = csv.reader(io.StringIO(stream.getvalue()))
    assert names == ["model", "order", "row", "column", "x", "p_ink", "log_p", "running_sum"]
    assert len(rows) == PIXELS
    assert {row[0] for row in rows} == {result.model}
    numbers = np.array([row[1:] for row in rows], float)
    assert (numbers[:, 0] == np.arange(1, PIXELS + 1)).all()
    assert ((numbers[:, 1] - 1) * 28 + numbers[:, 2] == numbers[:, 0]).all()
    assert (numbers[:, 3] == drawing.flat()).all()
    assert numbers[:, 4] == pytest.approx(result.probabilities)
    assert numbers[:, 5].cumsum() == pytest.approx(numbers[:, 6], abs=1e-6)
    assert numbers[-1, 6] == pytest.approx(result.log_prob)


@given(states)
def test_the_page_of_grey_pictures_asks_about_the_grey_picture_alone(state):
    asked = replace(state, page="grey").requests()
    grey = state.grey
    assert asked["grey"] == GreyScore("rnade", grey.picture, grey.noise)
    assert ("grey_samples" in asked) == (grey.sample_from is not None)
    if grey.sample_from is not None:
        assert asked["grey_samples"] == GreySample(
            "rnade", grey.picture, grey.sample_from, seed=state.seed, temperature=state.temperature
        )
    assert asked.keys() <= {"grey", "grey_samples"}


def test_samples_follow_the_pixel_in_view():
    assert GreyState().next_sample == 0
    assert GreyState(pixel=5).next_sample == 5


@pytest.mark.parametrize("wrong", [{"pixel": PIXELS}, {"pixel": -1}, {"noise": -1}, {"sample_from": PIXELS}])
def test_no_state_of_a_grey_picture_is_beyond_its_range(wrong):
    with pytest.raises(ValueError, match="must be between"):
        GreyState(**wrong)


def test_the_pens_grey_is_a_way_of_looking():
    one = AutoregressiveState(grey_level=3)
    assert one.differs_in_view_only(AutoregressiveState())
    with pytest.raises(ValueError, match="grey_level"):
        AutoregressiveState(grey_level=256)
