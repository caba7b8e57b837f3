from itertools import pairwise

import numpy as np
import pytest

from genplay.families.base import Drawing
from genplay.families.foundations import SIZES, FoundationsState
from genplay.families.foundations.counting import parameters
from genplay.families.orders import NAMES
from genplay.ui.tabs.foundations import edges


def state(rows=3, columns=4, **values):
    return FoundationsState(
        drawing=Drawing.of(np.zeros((rows, columns))), cursor=0, a=0, b=1, given=(), **values
    )


def parents(arrows, pixel):
    return [source for source, target in arrows if target == pixel]


@pytest.mark.parametrize("size", SIZES)
def test_each_model_has_the_arrows_that_it_reads(size):
    n = size[0] * size[1]
    assert edges.of(state(*size, arrows="independent")) == ()
    assert edges.of(state(*size, arrows="markov")) == tuple(pairwise(range(n)))
    assert set(edges.of(state(*size, arrows="table"))) == {(i, j) for j in range(n) for i in range(j)}


@pytest.mark.parametrize("reach", range(1, 9))
def test_ar_n_reads_the_n_pixels_before(reach):
    arrows = edges.of(state(arrows="arn", reach=reach))
    for pixel in range(12):
        assert parents(arrows, pixel) == list(range(max(pixel - reach, 0), pixel))


@pytest.mark.parametrize("model", ["table", "arn", "markov", "independent"])
@pytest.mark.parametrize("reach", [1, 4, 8])
def test_the_arrows_are_those_that_cost_the_numbers(model, reach):
    arrows = edges.of(state(arrows=model, reach=reach))
    numbers = sum(2 ** len(parents(arrows, pixel)) for pixel in range(12))
    assert numbers == parameters(model, 12, reach)


@pytest.mark.parametrize("kind", NAMES)
def test_the_arrows_follow_the_order(kind):
    made = state(arrows="markov", order=kind, order_seed=3)
    along = made.reads.sequence(3, 4).tolist()
    assert edges.of(made) == tuple(pairwise(along))


@pytest.mark.parametrize("kind", NAMES)
@pytest.mark.parametrize("model", ["table", "arn", "markov"])
def test_no_arrow_goes_back_in_the_order_or_comes_twice(kind, model):
    made = state(arrows=model, order=kind, order_seed=3)
    ranks, arrows = made.reads.ranks(3, 4), edges.of(made)
    assert all(ranks[source] < ranks[target] for source, target in arrows)
    assert len(set(arrows)) == len(arrows)


def test_the_arrows_that_end_at_some_pixels():
    assert edges.into([(0, 1), (1, 2), (0, 2), (2, 3)], (2,)) == ((1, 2), (0, 2))
    assert edges.into([(0, 1), (1, 2), (2, 3)], (1, 3)) == ((0, 1), (2, 3))
    assert edges.into([(0, 1)], ()) == ()
