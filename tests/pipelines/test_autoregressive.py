"""Whatever is asked within range gets results of the right shape that agree with the model's equations."""

from dataclasses import dataclass

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from genplay.engine.answer import Engine, Models
from genplay.errors import UserError
from genplay.families.autoregressive import (
    PIXELS,
    SIMPLER,
    Average,
    Averaged,
    Comparison,
    Conditionals,
    Context,
    Sample,
    Samples,
    Score,
    Seen,
    WhatIf,
)
from genplay.families.base import Drawing, Loading, Request
from genplay.families.orders import Order, ensemble

drawings = st.one_of(
    st.binary(min_size=98, max_size=98).map(Drawing),
    st.just(Drawing.blank()),
    st.just(Drawing(b"\xff" * 98)),
)
pixels = st.integers(0, PIXELS - 1)
seeds = st.integers(0, 2**31 - 1)
samplings = st.builds(
    Sample,
    st.just("nade"),
    drawings,
    start=pixels,
    region=st.none() | drawings,
    count=st.integers(1, 3),
    seed=seeds,
    temperature=st.floats(0.1, 3.0),
)


def sampled_of(request):
    """Return which pixels are not kept, (D,)."""
    if request.region is not None:
        return request.region.flat().astype(bool)
    return np.arange(PIXELS) >= request.start


def logits_of(made, bits):
    """Return the logits by the network itself, in float64."""
    return made.network.double()(torch.from_numpy(np.atleast_2d(bits)).double()).detach().numpy()


def uniforms_of(request):
    generator = torch.Generator().manual_seed(request.seed)
    return torch.rand(request.count, PIXELS, generator=generator, dtype=torch.float64).numpy()


@given(drawings)
def test_a_score_has_a_number_for_each_pixel(warm: Engine, drawing: Drawing):
    result = warm.last(Score("nade", drawing))
    assert isinstance(result, Conditionals)
    assert (result.model, result.drawing, result.hidden) == ("nade", drawing, 12)
    for array, dtype in (
        (result.logits, np.float32),
        (result.probabilities, np.float32),
        (result.surprises, np.float64),
        (result.bias, np.float32),
    ):
        assert array is not None
        assert array.shape == (PIXELS,)
        assert array.dtype == dtype
    assert result.running.shape == (PIXELS + 1,)
    assert ((result.probabilities >= 0) & (result.probabilities <= 1)).all()
    assert (result.surprises >= 0).all()
    assert 0 <= (result.percentile or 0) <= 100
    assert [simpler.model for simpler in result.simpler] == list(SIMPLER)


@given(drawings)
def test_p_and_log_p_agree_however_small(warm: Engine, drawing: Drawing):
    result = warm.last(Score("ar1", drawing))
    assert isinstance(result, Conditionals)
    logits = result.logits.astype(float)
    assert np.log(result.probabilities.astype(float)) == pytest.approx(-np.logaddexp(0, -logits), rel=1e-5)


@given(drawings)
def test_a_score_is_the_sum_of_its_parts(warm: Engine, drawing: Drawing):
    result = warm.last(Score("nade", drawing))
    assert isinstance(result, Conditionals)
    assert result.log_prob == pytest.approx(-result.surprises.sum(), abs=1e-9)
    assert np.diff(result.running) == pytest.approx(-result.surprises, abs=1e-9)
    (ink, of_ink), (paper, of_paper) = result.split()
    assert (ink, paper) == (drawing.flat().sum(), PIXELS - drawing.flat().sum())
    assert of_ink + of_paper == pytest.approx(result.log_prob, abs=1e-9)
    seen = np.where(drawing.flat(), result.probabilities, 1 - result.probabilities.astype(np.float64))
    assert np.exp(-result.surprises) == pytest.approx(seen, abs=1e-6)
    assert result.bits_per_pixel == pytest.approx(-result.log_prob / PIXELS / np.log(2))
    for simpler in result.simpler:
        assert simpler.log_prob == simpler.running[-1]


@given(drawings)
def test_a_score_is_the_networks(warm: Engine, make, drawing: Drawing):
    result = warm.last(Score("nade", drawing))
    assert isinstance(result, Conditionals)
    bits = drawing.flat()
    for shown, name in ((result.running, "nade"), *((s.running, s.model) for s in result.simpler)):
        terms = -np.logaddexp(0, np.where(bits, -1, 1) * logits_of(make(name), bits)[0])
        assert shown == pytest.approx(np.concatenate(([0], terms.cumsum())), abs=1e-3)


@settings(max_examples=20)
@given(drawings, st.lists(st.lists(pixels, min_size=1, max_size=4), min_size=1, max_size=8))
def test_along_edits_an_answer_is_what_a_fresh_engine_says(engine: Engine, make, drawing, edits):
    for edit in edits:
        for pixel in edit:
            drawing = drawing.flipped(pixel)
        result = engine.last(Score("nade", drawing))
        fresh = Engine(Models(make)).last(Score("nade", drawing))
        assert isinstance(result, Conditionals)
        assert isinstance(fresh, Conditionals)
        assert result.logits == pytest.approx(fresh.logits, abs=1e-4)
        assert result.running == pytest.approx(fresh.running, abs=1e-4)


@given(drawings, drawings)
def test_an_answer_stays_as_it_was_when_the_next_is_computed(warm: Engine, first: Drawing, second: Drawing):
    result = warm.last(Score("nade", first))
    assert isinstance(result, Conditionals)
    before = [result.logits.copy(), result.running.copy(), result.simpler[2].running.copy()]
    warm.last(Score("nade", second))
    after = [result.logits, result.running, result.simpler[2].running]
    assert all((old == new).all() for old, new in zip(before, after, strict=True))


@given(drawings, pixels)
def test_what_if_moves_nothing_up_to_the_pixel(warm: Engine, drawing: Drawing, pixel: int):
    result = warm.last(WhatIf("nade", drawing, pixel=pixel))
    assert isinstance(result, Comparison)
    assert result.pixel == pixel
    assert result.before.drawing == drawing
    assert result.after.drawing == drawing.flipped(pixel)
    assert (result.moved[: pixel + 1] == 0).all()
    assert (result.gained[:pixel] == 0).all()
    assert result.gained.sum() == pytest.approx(result.after.log_prob - result.before.log_prob, abs=1e-9)
    scored = warm.last(Score("nade", drawing.flipped(pixel)))
    assert isinstance(scored, Conditionals)
    assert result.after.log_prob == pytest.approx(scored.log_prob, abs=1e-4)


def test_what_if_moves_what_comes_after(warm: Engine):
    result = warm.last(WhatIf("nade", Drawing.blank(), pixel=300))
    assert isinstance(result, Comparison)
    assert (np.abs(result.moved[301:]) > 1e-4).any()


@settings(max_examples=30)
@given(samplings)
def test_samples_come_row_by_row_and_keep_what_is_given(warm: Engine, request: Sample):
    steps = [step for step in warm.answer(request) if not isinstance(step, Loading)]
    given_pixels = request.drawing.flat()
    kept = ~sampled_of(request)
    done = int(kept.sum())
    for step in steps:
        assert isinstance(step, Samples)
        assert (step.start, step.temperature) == (kept.sum(), request.temperature)
        assert step.pixels.shape == (request.count, PIXELS)
        assert step.pixels.dtype == np.uint8
        assert step.pixels.max() <= 1
        assert done <= step.done <= done + 28  # a step is never more than a row
        assert (step.pixels[:, kept] == given_pixels[kept]).all()
        assert (step.pixels[:, step.order[step.done :]] == 0).all()
        done = step.done
    assert done == PIXELS


@settings(max_examples=30)
@given(samplings)
def test_the_same_request_gives_the_same_bytes(warm: Engine, make, request: Sample):
    first, again = warm.last(request), Engine(Models(make)).last(request)
    assert isinstance(first, Samples)
    assert isinstance(again, Samples)
    assert first.pixels.tobytes() == again.pixels.tobytes()


@settings(max_examples=30)
@given(samplings)
def test_a_sample_is_drawn_from_the_conditionals_of_its_own_pixels(warm: Engine, make, request: Sample):
    """The sampling path is the likelihood path: x_i = 1 exactly where u_i < sigmoid(t_i(x_<i) / T)."""
    result = warm.last(request)
    assert isinstance(result, Samples)
    probabilities = 1 / (1 + np.exp(-logits_of(make("nade"), result.pixels) / request.temperature))
    uniforms = uniforms_of(request)
    sampled = sampled_of(request)
    clear = sampled & (np.abs(uniforms - probabilities) > 1e-5)  # the rest is decided by rounding
    assert (result.pixels == (uniforms < probabilities))[clear].all()
    assert clear.sum() >= 0.99 * sampled.sum() * request.count


def test_another_seed_gives_other_pictures(warm: Engine):
    results = [warm.last(Sample("nade", Drawing.blank(), count=4, seed=seed)) for seed in (0, 1)]
    assert all(isinstance(result, Samples) for result in results)
    first, second = (result.pixels for result in results)  # type: ignore[union-attr]
    assert (first != second).any(axis=1).all()
    assert len({picture.tobytes() for picture in first}) == 4


def test_temperature_divides_the_logits(warm: Engine, make):
    """The share of pixels that take the likelier value is the mean of sigmoid(|t| / T)."""
    followed = []
    for temperature in (0.1, 1.0, 3.0):
        result = warm.last(Sample("nade", Drawing.blank(), seed=5, temperature=temperature))
        assert isinstance(result, Samples)
        logits = logits_of(make("nade"), result.pixels)
        followed.append((result.pixels == (logits > 0)).mean())
        expected = (1 / (1 + np.exp(-np.abs(logits) / temperature))).mean()
        assert followed[-1] == pytest.approx(expected, abs=0.025)  # four standard deviations of 6,272 pixels
    assert followed == sorted(followed, reverse=True)


def test_models_are_loaded_in_steps_of_their_own_and_once(engine: Engine):
    def loading():
        steps = engine.answer(Score("nade", Drawing.blank()))
        return [step.model for step in steps if isinstance(step, Loading) and step.model]

    assert loading() == ["nade", *SIMPLER]
    assert loading() == []


def test_a_comparison_needs_no_simpler_models(make):
    asked = []

    def load(name):
        asked.append(name)
        return make(name)

    Engine(Models(load)).last(WhatIf("nade", Drawing.blank(), pixel=3))
    assert asked == ["nade"]


@pytest.mark.parametrize(
    "request_of",
    [
        lambda drawing: Score("nade", drawing),
        lambda drawing: WhatIf("nade", drawing, pixel=3),
        lambda drawing: Sample("nade", drawing),
    ],
)
def test_a_model_of_other_pictures_is_refused(warm, request_of):
    with pytest.raises(UserError, match=r"nade reads pictures of 784 pixels; this one has 3 x 4\."):
        warm.last(request_of(Drawing.blank(3, 4)))


@dataclass(frozen=True, slots=True)
class Strange(Request):
    """A request that the family does not know."""

    family = "autoregressive"


def test_an_unknown_request_is_a_fault(warm):
    with pytest.raises(TypeError, match="no request Strange"):
        warm.last(Strange())


REGION = Drawing.of(np.pad(np.ones((9, 7), np.uint8), ((8, 11), (10, 11))))


@pytest.mark.parametrize("name", ["nade", "diagonal_bilstm", "arn", "eonade", "ar1"])
def test_a_region_is_sampled_and_all_else_is_kept(warm: Engine, name):
    drawing = Drawing.of(np.random.default_rng(1).integers(0, 2, (28, 28)))
    result = warm.last(Sample(name, drawing, region=REGION, count=6))
    assert isinstance(result, Samples)
    inside = REGION.flat().astype(bool)
    assert (result.start, result.done) == (PIXELS - 63, PIXELS)
    assert (result.pixels[:, ~inside] == drawing.flat()[~inside]).all()
    assert (result.pixels[:, inside] != drawing.flat()[inside]).any()
    assert (inside[result.order] == (np.arange(PIXELS) >= PIXELS - 63)).all()


def test_only_a_model_of_any_order_fills_a_region_by_what_is_below_it(warm: Engine):
    """The same uniforms, another drawing below the region: only such a model fills it otherwise."""
    above = np.zeros((28, 28), np.uint8)
    below = above.copy()
    below[17:] = 1
    inside = REGION.flat().astype(bool)
    for name, looks in (("nade", False), ("eonade", True)):
        filled = [
            warm.last(Sample(name, Drawing.of(picture), region=REGION, count=8)) for picture in (above, below)
        ]
        first, second = (result.pixels[:, inside] for result in filled)  # type: ignore[union-attr]
        assert (first != second).any() == looks


def test_an_average_is_computed_order_by_order_beginning_with_the_chosen_one(warm: Engine):
    drawing = Drawing.of(np.random.default_rng(1).integers(0, 2, (28, 28)))
    request = Average("eonade", drawing, Order("spiral"), count=9)
    steps = [step for step in warm.answer(request) if isinstance(step, Averaged)]
    assert [len(step.log_probs) for step in steps] == list(range(1, 10))
    orders = ensemble(Order("spiral"), 9)
    assert (orders[0], len(set(orders))) == (Order("spiral"), 9)
    alone = [warm.last(Score("eonade", drawing, order)).log_prob for order in orders]  # type: ignore[union-attr]
    np.testing.assert_allclose(steps[-1].log_probs, alone)
    assert max(alone) - np.log(9) <= steps[-1].log_prob <= max(alone)


def test_a_context_says_what_it_answers(warm: Engine):
    request = Context("diagonal_bilstm", Drawing.blank(), pixel=400)
    seen = warm.last(request)
    assert isinstance(seen, Seen)
    assert seen.asked == request
    assert seen.weights.shape == (PIXELS,)
    assert not seen.weights[400:].any()
    assert seen.weights[:400].any()


def test_the_steps_before_a_context_say_that_there_is_more(warm: Engine, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("genplay.pipelines.dependence._SECONDS", 0)
    request = Context("diagonal_bilstm", Drawing.blank(), pixel=783)
    warm.last(request)
    steps = list(warm.answer(request))
    assert steps[:-1] == [Loading("diagonal_bilstm")] * 3
    assert isinstance(steps[-1], Seen)


def test_simpler_models_are_added_along_the_order_that_is_shown(engine):
    drawing, order = Drawing.of(np.eye(28)), Order("spiral")
    along = engine.last(Score("eonade", drawing, order))
    raster = engine.last(Score("eonade", drawing))
    for here, there in zip(along.simpler, raster.simpler, strict=True):
        terms = np.diff(there.running)
        np.testing.assert_allclose(np.diff(here.running), terms[order.sequence()], atol=1e-9)
        assert here.log_prob == pytest.approx(there.log_prob)


@pytest.mark.parametrize(
    ("request_", "reads"),
    [
        (Score("nade", Drawing.blank()), ""),
        (Score("eonade", Drawing.blank()), "raster"),
        (Score("eonade", Drawing.blank(), Order("random", 5)), "random 5"),
        (Score("arn", Drawing.blank(), reach=2), "N = 2"),
    ],
)
def test_an_answer_says_in_which_way_the_model_has_read(engine, request_, reads):
    assert engine.last(request_).reads == reads
