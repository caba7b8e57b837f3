"""Points of the latent space: weights of a mix whose squares sum to 1, a seed of its own for each place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from genplay.families.dcgan import DIRECTIONS, MOST, Latent, seed_of, weights

coordinate = st.floats(-MOST, MOST)


@given(coordinate, coordinate)
def test_the_squares_of_the_weights_sum_to_1(x, y):
    found = weights(x, y)
    assert sum(weight**2 for _, _, weight in found) == pytest.approx(1)
    assert all(abs(i - x) <= 1 and abs(j - y) <= 1 for i, j, _ in found)


def test_a_seed_is_itself_and_the_middle_is_a_mix_of_four():
    assert weights(3.0, -2.0) == ((3, -2, 1.0),)
    assert [weight for _, _, weight in weights(0.5, 0.5)] == [0.5] * 4
    assert {(i, j) for i, j, _ in weights(0.5, 0.0)} == {(0, 0), (1, 0)}


def test_each_place_has_a_seed_of_its_own():
    ends = (-MOST - 1, -MOST, -1, 0, 1, MOST, MOST + 1)
    seeds = {seed_of(i, j) for i in ends for j in ends}
    assert len(seeds) == len(ends) ** 2
    assert min(seeds) >= 0
    assert max(seeds) < 2**63


@pytest.mark.parametrize(
    "wrong",
    [
        {"x": MOST + 1.0},
        {"along": (0.0,)},
        {"along": (5.0,) + (0.0,) * (DIRECTIONS - 1)},
        {"raw": ((3, 1.0), (2, 1.0))},
        {"raw": ((-1, 1.0),)},
        {"raw": ((1, 9.0),)},
    ],
)
def test_what_is_out_of_range_is_refused(wrong):
    with pytest.raises(ValueError, match=r".+"):
        Latent(**wrong)
