"""How many numbers a model needs: against counting one by one, and as powers of ten."""

import math
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from genplay.families.foundations import MODELS, SIZES, counting

small = st.integers(1, 10)


def contexts(n, reach):
    """Write down every context of every pixel: each needs one number."""
    return [(pixel, seen) for pixel in range(n) for seen in product((0, 1), repeat=min(pixel, reach))]


@given(small, st.integers(0, 10))
def test_the_numbers_of_an_autoregressive_model_are_its_contexts(n, reach):
    assert counting.autoregressive(n, reach) == len(contexts(n, reach))


@given(st.integers(1, 784))
def test_the_formulas_of_the_lecture(n):
    assert counting.states(n) == 2**n
    assert counting.full_table(n) == 2**n - 1
    assert counting.markov(n) == 2 * n - 1
    assert counting.independent(n) == n
    for reach in range(1, 9):
        if n >= reach:
            assert counting.autoregressive(n, reach) == 2**reach - 1 + (n - reach) * 2**reach


@given(st.integers(1, 784))
def test_the_simplest_and_the_fullest_are_autoregressive_too(n):
    assert counting.autoregressive(n, 0) == counting.independent(n)
    assert counting.autoregressive(n, n - 1) == counting.autoregressive(n, n) == counting.full_table(n)


def test_numbers_for_the_blackboard():
    assert counting.autoregressive(12, 4) == 143
    assert counting.full_table(12) == 4095
    assert counting.markov(12) == 23
    assert counting.RGB_PIXEL == 16_777_215
    assert round(counting.log10(counting.full_table(784))) == 236
    assert counting.log10(counting.ATOMS) == 80
    assert counting.full_table(265) < counting.ATOMS < counting.full_table(266)
    assert counting.full_table(15) < counting.TRAINING < counting.full_table(16)


@given(st.integers(1, 10**300))
def test_logarithms(value):
    assert counting.log10(value) == pytest.approx(math.log10(value), rel=1e-12)


@pytest.mark.parametrize("exponent", [0, 1, 17, 308, 309, 5000])
def test_logarithms_of_what_no_float_holds(exponent):
    assert counting.log10(10**exponent) == pytest.approx(exponent, rel=1e-15)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("reach", range(1, 9))
def test_the_four_models_need_ever_less(size, reach):
    n = size[0] * size[1]
    found = [counting.parameters(name, n, reach) for name in MODELS]
    assert found == sorted(found, reverse=True)
    assert (found[0], found[-2], found[-1]) == (2**n - 1, 2 * n - 1, n)
