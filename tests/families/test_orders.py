"""Every order reads every pixel once, and runs as its name says."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from genplay.families.orders import NAMES, RASTER, Order

orders = st.builds(Order, st.sampled_from(list(NAMES)), st.integers(0, 2**31 - 1))
sides = st.integers(1, 9)


@given(orders, sides, sides)
def test_every_pixel_is_read_once(order, height, width):
    sequence = order.sequence(height, width)
    assert sorted(sequence) == list(range(height * width))
    assert sequence is order.sequence(height, width)
    with pytest.raises(ValueError, match="read-only"):
        sequence[0] = 0


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("raster", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
        ("reversed", [11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]),
        ("columns", [0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11]),
        ("serpentine", [0, 1, 2, 3, 7, 6, 5, 4, 8, 9, 10, 11]),
        ("spiral", [0, 1, 2, 3, 7, 11, 10, 9, 8, 4, 5, 6]),
        ("centre", [5, 6, 1, 2, 9, 10, 4, 7, 0, 3, 8, 11]),
    ],
)
def test_an_order_runs_as_its_name_says(kind, expected):
    assert Order(kind).sequence(3, 4).tolist() == expected


def test_a_random_order_is_that_of_its_seed():
    assert (Order("random", 3).sequence() == Order("random", 3).sequence()).all()
    assert (Order("random", 3).sequence() != Order("random", 4).sequence()).any()


@given(orders, st.lists(st.booleans(), min_size=12, max_size=12))
def test_what_is_given_is_read_first_and_all_else_in_the_same_order(order, given_pixels):
    known = np.array(given_pixels)
    after = order.after(known, 3, 4)
    count = int(known.sum())
    assert known[after[:count]].all()
    assert not known[after[count:]].any()
    along = order.sequence(3, 4).tolist()
    for part in (after[:count], after[count:]):
        places = [along.index(pixel) for pixel in part]
        assert places == sorted(places)


@pytest.mark.parametrize("wrong", [("diagonal", 0), ("random", -1), ("random", 2**31)])
def test_an_impossible_order_is_refused(wrong):
    with pytest.raises(ValueError, match=r"no order|seed"):
        Order(*wrong)


def test_the_usual_order_is_row_by_row():
    assert RASTER.sequence().tolist() == list(range(784))
