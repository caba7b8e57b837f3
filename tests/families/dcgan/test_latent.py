"""Points of the latent space: weights of a mix whose squares sum to 1, a seed of its own for each place."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from genplay.families.dcgan import DIRECTIONS, MOST, REACH, Blend, Latent, blended, seed_of, weights

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
        {"x": float("nan")},
    ],
)
def test_what_is_out_of_range_is_refused(wrong):
    with pytest.raises(ValueError, match=r".+"):
        Latent(**wrong)


@pytest.mark.parametrize(
    "wrong",
    [
        {"seeds": ((0, 0, 1.0), (0, 0, 2.0))},
        {"seeds": ((0, MOST + 1, 1.0),)},
        {"seeds": ((0, 0, float("inf")),)},
        {"seeds": (), "along": (1.0,)},
        {"seeds": (), "raw": ((3, 1.0), (2, 1.0))},
        {"seeds": (), "raw": ((3, float("nan")),)},
    ],
)
def test_a_sum_that_is_none_is_refused(wrong):
    with pytest.raises(ValueError, match=r".+"):
        Blend(**wrong)


def test_a_sum_is_of_seeds_each_there_once_and_of_all_moves():
    far = (REACH,) + (0.0,) * (DIRECTIONS - 1)
    one = Latent(x=1.0, y=2.0, along=far, raw=((5, 1.0),))
    two = Latent(x=1.5, y=2.0, along=far, raw=((3, 2.0), (5, 1.0)))
    found = blended([(2.0, one), (-1.0, two), (1.0, one), (0.0, Latent())])
    assert found.along == found.raw == ()
    half = 0.5**0.5
    assert found.blend.seeds == ((1, 2, pytest.approx(3 - half)), (2, 2, pytest.approx(-half)))
    assert found.blend.along == (2 * REACH, *far[1:])
    assert found.blend.raw == ((3, -2.0), (5, 2.0))


def test_a_sum_is_a_part_of_sums_with_what_it_is_moved_since():
    summed = blended([(0.5, Latent(x=1.0)), (0.5, Latent(x=2.0))])
    again = blended([(2.0, replace(summed, raw=((7, 1.0),))), (-1.0, Latent(x=2.0))])
    assert again.blend == Blend(seeds=((1, 0, 1.0),), raw=((7, 2.0),))


def test_one_point_alone_is_itself():
    one = Latent(x=0.5, raw=((3, 1.0),))
    assert blended([(1.0, one), (0.0, Latent())]) is one
    assert blended([(-1.0, one), (1.0, one)]).blend == Blend(seeds=())


def test_another_place_has_the_same_moves_and_no_sum():
    summed = replace(blended([(0.5, Latent(x=1.0))]), raw=((7, 1.0), (30, 2.0)))
    assert summed.at(4.0, 5.0) == Latent(x=4.0, y=5.0, raw=((7, 1.0), (30, 2.0)))
    assert summed.unmoved() == blended([(0.5, Latent(x=1.0))])
    assert summed.within(20).raw == ((7, 1.0),)
    assert blended([(0.5, summed)]).within(20).blend.raw == ((7, 0.5),)
