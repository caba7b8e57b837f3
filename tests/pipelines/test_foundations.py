"""Any valid question is answered exactly, from a table that is counted once."""

from dataclasses import dataclass, replace
from typing import ClassVar

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from genplay.data.patches import patches
from genplay.engine.answer import Engine
from genplay.errors import UserError
from genplay.families.base import Drawing, Request
from genplay.families.foundations import (
    MODELS,
    SAMPLES,
    SIZES,
    Answer,
    Bayes,
    Building,
    Chain,
    Factors,
    Fits,
    Fitted,
    FoundationsState,
)
from genplay.families.orders import NAMES, Order
from genplay.pipelines import foundations

PATCHES = patches(3, 4)
DRAWING = FoundationsState().drawing

drawings = st.integers(0, 4095).map(
    lambda code: Drawing.of((code >> np.arange(12) & 1).reshape(3, 4))
) | st.integers(0, 59_999).map(lambda at: Drawing.of(PATCHES[at].reshape(3, 4)))
orders = st.builds(Order, st.sampled_from(list(NAMES)), st.integers(0, 1000))


@pytest.fixture(autouse=True)
def nothing_counted(monkeypatch):
    """Let each test begin without a table, and leave none of its own behind."""
    monkeypatch.setattr(foundations, "_tables", type(foundations._tables)())
    monkeypatch.setattr(foundations, "_counting", {})


def last(request):
    return Engine().last(request)


def share(condition, event):
    """Count the patches themselves."""
    meets = np.logical_and.reduce([PATCHES[:, i] == v for i, v in condition], initial=True)
    meets = np.broadcast_to(meets, len(PATCHES))
    both = meets & np.logical_and.reduce([PATCHES[:, i] == v for i, v in event], initial=True)
    return int(both.sum()), int(meets.sum())


@pytest.mark.parametrize("size", SIZES)
def test_a_table_is_counted_in_steps_and_once(size):
    requests = FoundationsState().resized(*size).requests()
    *steps, answer = Engine().answer(requests["models"])
    assert len(steps) > 2
    assert all(isinstance(step, Building) for step in steps)
    done = [step.done for step in steps]
    assert done == sorted(done)
    assert (done[0], done[-1]) == (0.0, 1.0)
    assert isinstance(answer, Fitted)
    for request in requests.values():
        assert len(list(Engine().answer(request))) == 1


def test_three_who_wait_for_the_same_table_count_it_together(monkeypatch):
    made, keep = [], foundations._keep
    monkeypatch.setattr(foundations, "_keep", lambda *parts: made.append(parts) or keep(*parts))
    few = PATCHES[:50_000].copy()
    monkeypatch.setattr(foundations, "patches", lambda rows, columns: few)
    waiting = [foundations.run(None, request) for request in FoundationsState().requests().values()]
    answers, steps = [], 0
    while waiting:
        for one in list(waiting):
            step = next(one, None)
            if step is None:
                waiting.remove(one)
            elif isinstance(step, Building):
                steps += 1
            else:
                answers.append(step)
    assert len(made) == 1
    assert len(answers) == 3
    assert steps <= 8  # not three times as many


@pytest.mark.parametrize("kind", NAMES)
def test_markov_and_ar_n_read_along_the_order(kind):
    order = Order(kind, 5 if kind == "random" else 0)
    found = last(Fits((3, 4), 4, DRAWING, order=order))
    along = order.sequence(3, 4)
    expected, flat = 1.0, DRAWING.flat()
    for place, pixel in enumerate(along):
        before = along[max(place - 1, 0) : place]
        agree = (PATCHES[:, before] == flat[before]).all(1)
        expected *= (PATCHES[agree][:, pixel] == flat[pixel]).mean()
    markov = found.model("markov")
    assert markov.prob == pytest.approx(expected, rel=1e-12)
    assert np.prod(markov.factors) == pytest.approx(markov.prob, rel=1e-12)
    assert found.order == order
    assert found.model("independent").kl == pytest.approx(
        last(Fits((3, 4), 4, DRAWING)).model("independent").kl
    )
    assert found.model("table").factors == ()


def test_an_order_changes_what_markov_costs():
    row_by_row, spiral = (last(Fits((3, 4), 4, DRAWING, order=Order(k))) for k in ("raster", "random"))
    assert spiral.model("markov").kl > row_by_row.model("markov").kl + 0.5


@pytest.mark.parametrize("size", [(2, 2), (3, 3)])
def test_where_every_pixel_sees_all_before_nothing_is_lost(size):
    found = last(Fits(size, 8, Drawing.blank(*size)))
    assert found.model("arn").kl == 0.0


def test_other_patches_are_counted_anew(monkeypatch):
    assert last(Chain((3, 4), DRAWING)).patches == 60_000
    few = PATCHES[:7]
    monkeypatch.setattr(foundations, "patches", lambda rows, columns: few)
    assert last(Chain((3, 4), DRAWING)).patches == 7


@pytest.mark.parametrize("size", SIZES)
def test_the_four_models_need_less_and_know_less(size):
    found = last(FoundationsState().resized(*size).requests()["models"])
    assert [model.name for model in found.models] == list(MODELS)
    assert found.patches == 60_000
    divergences = [model.kl for model in found.models]
    assert divergences[0] == 0.0
    assert divergences == sorted(divergences)
    assert divergences[-1] > divergences[-2] > 0.1
    for model in found.models:
        assert len(model.samples) == SAMPLES
        assert {(picture.height, picture.width) for picture in model.samples} == {size}
        assert model.cross_entropy == found.entropy + model.kl
    assert 0 < found.entropy <= np.log2(found.distinct)


def test_the_numbers_of_the_first_screen():
    found = last(FoundationsState().requests()["models"])
    assert [model.parameters for model in found.models] == [4095, 143, 23, 12]
    assert found.seen == int(np.equal(PATCHES, DRAWING.flat()).all(1).sum()) == 11
    assert found.blank == int((PATCHES.sum(1) == 0).sum())
    assert found.distinct == len(np.unique(PATCHES, axis=0))
    assert found.model("table").prob == 11 / 60_000
    ink = PATCHES.mean(0)
    expected = np.prod(np.where(DRAWING.flat() == 1, ink, 1 - ink))
    assert found.model("independent").prob == pytest.approx(expected, rel=1e-12)
    assert [round(model.kl, 2) for model in found.models] == [0.0, 0.37, 2.37, 5.05]


@given(drawings)
def test_the_models_agree_with_counting_the_patches(drawing):
    found = last(Fits((3, 4), 4, drawing))
    flat = drawing.flat().tolist()
    assert found.seen == share((), list(enumerate(flat)))[0]
    assert found.model("table").prob == found.seen / 60_000
    for name, reach in (("independent", 0), ("markov", 1), ("arn", 4)):
        product = 1.0
        for i, value in enumerate(flat):
            count, of = share([(j, flat[j]) for j in range(max(0, i - reach), i)], [(i, value)])
            product *= count / of if of else 0.0
        assert found.model(name).prob == pytest.approx(product, rel=1e-12, abs=0)


def test_the_samples_of_the_table_are_patches():
    known = {patch.tobytes() for patch in PATCHES}
    for seed in range(5):
        samples = last(Fits((3, 4), 4, DRAWING, seed)).model("table").samples
        assert all(picture.flat().tobytes() in known for picture in samples)


def test_the_samples_follow_the_seed_and_not_the_pen():
    first = last(Fits((3, 4), 4, DRAWING, 1))
    same = last(Fits((3, 4), 4, DRAWING.flipped(0), 1))
    other = last(Fits((3, 4), 4, DRAWING, 2))
    for name in MODELS:
        assert first.model(name).samples == same.model(name).samples != other.model(name).samples


@given(drawings, orders)
def test_the_chain_rule_lands_on_the_table(drawing, order):
    found = last(Chain((3, 4), drawing, order))
    assert isinstance(found, Factors)
    assert [factor.pixel for factor in found.factors] == order.sequence(3, 4).tolist()
    assert [factor.value for factor in found.factors] == drawing.flat()[order.sequence(3, 4)].tolist()
    assert found.running[0] == 1.0
    assert len(found.running) == 13
    assert found.running[-1] == found.table == found.seen / 60_000  # to the last bit
    assert np.prod([factor.p or 0.0 for factor in found.factors]) == pytest.approx(found.table, rel=1e-12)
    assert (found.never is None) or found.running[found.never] == 0.0


@given(drawings, orders)
def test_every_factor_is_counted(drawing, order):
    found, flat = last(Chain((3, 4), drawing, order)), drawing.flat().tolist()
    read = []
    for factor in found.factors:
        event = (factor.pixel, flat[factor.pixel])
        assert (factor.matching, factor.agree) == share(read, [event])
        read.append(event)


def test_a_beginning_that_never_happened_has_no_probability():
    """A chessboard: some conditions never happen, and what follows has none."""
    found = last(Chain((3, 4), Drawing.of(np.indices((3, 4)).sum(0) % 2)))
    assert found.never is not None
    assert found.running[found.never] == 0.0
    assert [factor.p for factor in found.factors[found.never :]] == [None] * (12 - found.never)
    assert found.table == 0.0


@st.composite
def questions(draw):
    a, b, *rest = draw(st.permutations(range(12)))
    known = sorted(rest[: draw(st.integers(0, 6))])
    return Bayes((3, 4), a, b, tuple((pixel, draw(st.integers(0, 1))) for pixel in known))


@given(questions())
def test_bayes_rule_both_ways_round(request):
    found = last(request)
    assert isinstance(found, Answer)
    a, b, known = (request.a, 1), (request.b, 1), list(request.given)
    expected = {
        "p_a": ([], [a]),
        "p_b": ([], [b]),
        "p_a_b": ([b], [a]),
        "p_b_a": ([a], [b]),
        "p_a_given": (known, [a]),
        "p_b_given": (known, [b]),
        "p_a_b_given": ([b, *known], [a]),
        "p_b_a_given": ([a, *known], [b]),
    }
    for name, question in expected.items():
        ratio = getattr(found, name)
        assert (ratio.count, ratio.of) == share(*question)
    if found.turned is not None:
        assert found.turned == pytest.approx(found.p_a_b_given.p, rel=1e-12)
    other = last(replace(request, a=request.b, b=request.a))
    assert (other.p_a_b_given, other.p_b_a_given) == (found.p_b_a_given, found.p_a_b_given)
    assert other.average == pytest.approx(found.average, rel=1e-12)


@given(questions())
def test_information_and_independence_agree(request):
    found = last(request)
    assert found.patches == 60_000
    assert sum(map(sum, found.table)) == found.matching == share((), request.given)[0]
    assert (found.information is None) == (found.independent is None) == (found.matching == 0)
    if found.information is not None:
        assert (found.information == 0) == found.independent
    assert (found.average == 0) == found.always
    assert 0 <= found.average <= 1 + 1e-12
    if not request.given:
        assert found.average == pytest.approx(found.information, rel=1e-12)


def test_a_condition_that_never_happened_has_no_answer(monkeypatch):
    never = np.array([[0, 0, 0, 0], [1, 0, 1, 0]], np.uint8)
    monkeypatch.setattr(foundations, "patches", lambda rows, columns: never)
    found = last(Bayes((2, 2), 0, 1, ((2, 1), (3, 1))))
    assert (found.p_a_given.p, found.p_a_b_given.p, found.turned) == (None, None, None)
    assert (found.information, found.independent, found.matching) == (None, None, 0)
    found = last(Bayes((2, 2), 0, 1, ()))
    assert (found.p_b.p, found.p_a_b.p, found.turned) == (0.0, None, None)
    assert (found.information, found.independent, found.always) == (0.0, True, True)


def test_without_patches_there_is_a_sentence(monkeypatch):
    monkeypatch.setattr(foundations, "patches", lambda rows, columns: PATCHES[:0])
    with pytest.raises(UserError, match=r"There is no patch to count\."):
        last(Chain((3, 4), DRAWING))


@pytest.mark.parametrize(
    ("request_", "sentence"),
    [
        (Chain((5, 5), Drawing.blank(5, 5)), "5 x 5 pixels cannot be counted; accepted are 2 x 2,"),
        (Chain((3, 4), Drawing.blank(4, 4)), "have 3 x 4 pixels; this picture has 4 x 4"),
        (Fits((2, 2), 4, DRAWING), "have 2 x 2 pixels; this picture has 3 x 4"),
        (Fits((3, 4), -1, DRAWING), "cannot look back -1 pixels"),
        (Bayes((3, 4), 1, 1), "must be different pixels"),
        (Bayes((3, 4), 1, 2, ((1, 0),)), "must be different pixels"),
        (Bayes((3, 4), 1, 2, ((3, 7),)), "A given pixel is 1, ink, or 0, paper"),
        (Bayes((2, 2), 0, 4), "no pixel 5 in a picture of 2 x 2"),
        (Bayes((2, 2), 0, 1, ((9, 1),)), "no pixel 10"),
    ],
)
def test_what_cannot_be_counted_is_refused(request_, sentence):
    with pytest.raises(UserError, match=sentence):
        last(request_)


@dataclass(frozen=True, slots=True)
class Strange(Request):
    """What nobody asks."""

    family: ClassVar[str] = "foundations"
    torch: ClassVar[bool] = False


def test_a_strange_request_is_a_fault():
    with pytest.raises(TypeError, match="Strange"):
        last(Strange())
