"""Whose factorisation the arrows are, and which independence they imply: checked on exact distributions."""

from itertools import combinations, pairwise, product

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import given, settings

from genplay.families.base import Drawing
from genplay.families.foundations import SIZES, FoundationsState, arrows
from genplay.families.foundations.counting import parameters
from genplay.families.orders import NAMES


def state(rows=3, columns=4, **values):
    return FoundationsState(
        drawing=Drawing.of(np.zeros((rows, columns))), cursor=0, a=0, b=1, given=(), **values
    )


@pytest.mark.parametrize("size", SIZES)
def test_each_model_has_the_arrows_that_it_reads(size):
    n = size[0] * size[1]
    assert arrows.of(state(*size, arrows="independent")) == ()
    assert arrows.of(state(*size, arrows="markov")) == tuple(pairwise(range(n)))
    assert set(arrows.of(state(*size, arrows="table"))) == {(i, j) for j in range(n) for i in range(j)}


@pytest.mark.parametrize("reach", range(1, 9))
def test_ar_n_reads_the_n_pixels_before(reach):
    drawn = arrows.of(state(arrows="arn", reach=reach))
    for pixel in range(12):
        assert arrows.parents(drawn, pixel) == list(range(max(pixel - reach, 0), pixel))


@pytest.mark.parametrize("model", ["table", "arn", "markov", "independent"])
@pytest.mark.parametrize("reach", [1, 4, 8])
def test_the_arrows_are_those_that_cost_the_numbers(model, reach):
    drawn = arrows.of(state(arrows=model, reach=reach))
    numbers = sum(2 ** len(arrows.parents(drawn, pixel)) for pixel in range(12))
    assert numbers == parameters(model, 12, reach)


@pytest.mark.parametrize("kind", NAMES)
def test_the_arrows_follow_the_order(kind):
    made = state(arrows="markov", order=kind, order_seed=3)
    along = made.reads.sequence(3, 4).tolist()
    assert arrows.of(made) == tuple(pairwise(along))


@pytest.mark.parametrize("kind", NAMES)
@pytest.mark.parametrize("model", ["table", "arn", "markov"])
def test_no_arrow_goes_back_in_the_order_or_comes_twice(kind, model):
    made = state(arrows=model, order=kind, order_seed=3)
    ranks, drawn = made.reads.ranks(3, 4), arrows.of(made)
    assert all(ranks[source] < ranks[target] for source, target in drawn)
    assert len(set(drawn)) == len(drawn)


def test_the_arrows_that_end_at_some_pixels():
    assert arrows.into([(0, 1), (1, 2), (0, 2), (2, 3)], (2,)) == ((1, 2), (0, 2))
    assert arrows.into([(0, 1), (1, 2), (2, 3)], (1, 3)) == ((0, 1), (2, 3))
    assert arrows.into([(0, 1)], ()) == ()


# -- what the arrows alone imply -----------------------------------------------------------------------------

PIXELS = 5
PAIRS = tuple(combinations(range(PIXELS), 2))


def distribution(drawn, seed):
    """Return p of every picture, (2,) * PIXELS, of factors that follow the arrows, drawn at random."""
    p, draw = np.ones((2,) * PIXELS), np.random.default_rng(seed)
    for pixel in range(PIXELS):
        before = arrows.parents(drawn, pixel)
        ink = draw.permutation(np.linspace(0.1, 0.9, 2 ** len(before))) + draw.uniform(-0.05, 0.05)
        ink = ink.reshape((2,) * len(before))
        for picture in product((0, 1), repeat=PIXELS):
            q = ink[tuple(picture[source] for source in before)]
            p[picture] *= q if picture[pixel] else 1 - q
    return p


def information(p, a, b, known):
    """Return I(A; B | the known pixels) in nats, averaged over their values."""
    rest = tuple(pixel for pixel in range(PIXELS) if pixel not in (a, b, *known))
    joint = p.sum(rest, keepdims=True)
    over_a, over_b, over = joint.sum(a, keepdims=True), joint.sum(b, keepdims=True), joint.sum((a, b))
    over = over.reshape([1 if axis in (a, b) else size for axis, size in enumerate(joint.shape)])
    return float((joint * np.log(joint * over / (over_a * over_b))).sum())


@given(
    drawn=st.sets(st.sampled_from(PAIRS)),
    ends=st.sampled_from(PAIRS),
    known=st.sets(st.integers(0, PIXELS - 1)),
    seed=st.integers(0, 2**20),
)
@settings(max_examples=80, deadline=None)
def test_what_the_arrows_separate_is_independent_whatever_the_numbers_are(drawn, ends, known, seed):
    known = tuple(known - set(ends))
    shared = [information(distribution(drawn, seed + n), *ends, known) for n in range(4)]
    if arrows.separated(drawn, *ends, known):
        assert max(map(abs, shared)) < 1e-12
    else:  # some numbers show it
        assert max(shared) > 1e-9


def test_a_chain_is_cut_by_what_lies_between():
    chain = tuple(pairwise(range(4)))
    assert not arrows.separated(chain, 0, 3, ())
    assert arrows.separated(chain, 0, 3, (1,))
    assert arrows.separated(chain, 3, 0, (2,))


def test_a_common_effect_joins_its_causes_only_when_it_or_what_follows_is_known():
    drawn = ((0, 2), (1, 2), (2, 3))
    assert arrows.separated(drawn, 0, 1, ())
    assert not arrows.separated(drawn, 0, 1, (2,))
    assert not arrows.separated(drawn, 0, 1, (3,))


def test_without_arrows_all_are_independent_and_with_all_none_are():
    assert arrows.separated((), 0, 1, (2,))
    assert not arrows.separated(PAIRS, 0, 4, (1, 2, 3))
