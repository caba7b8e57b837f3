import pytest
from hypothesis import given
from hypothesis import strategies as st

from genplay.ui.tabs.autoregressive import fitting
from genplay.ui.tabs.autoregressive.fitting import LARGEST, PICTURES, SIDES, SMALLEST

rooms = st.floats(0, 20_000)


@given(rooms, rooms)
def test_pixels_are_whole_and_the_pictures_fit(width, height):
    pixel = fitting.largest(width, height)
    assert SMALLEST <= pixel <= LARGEST
    if pixel > SMALLEST:
        assert PICTURES * SIDES * pixel <= width
        assert SIDES * pixel <= height


@given(rooms, rooms)
def test_no_larger_pixel_would_fit(width, height):
    larger = fitting.largest(width, height) + 1
    assert larger > LARGEST or PICTURES * SIDES * larger > width or SIDES * larger > height


def test_the_mock_ups_pictures():
    assert fitting.largest(3 * 252, 252) == 9
    assert fitting.largest(3 * 252 - 1, 252) == 8


@pytest.mark.parametrize(
    ("pixels", "chosen"),
    [
        ((9, 12, 15), (True, True, 9)),
        ((5, 12, 15), (True, True, 5)),
        ((4, 12, 15), (True, False, 12)),
        ((3, 4, 8), (False, False, 8)),
        ((3, 3, 4), (False, False, 4)),
        ((3, 4, 4), (True, False, 4)),
        ((4, 4, 4), (True, True, 4)),
    ],
)
def test_the_lower_row_and_then_the_formula_make_room(pixels, chosen):
    rooms = dict(zip(fitting.LAYOUTS, pixels, strict=True))
    assert fitting.choose(lambda formula, sums: rooms[formula, sums], 1.0) == chosen


def test_a_larger_interface_needs_larger_pictures():
    rooms = dict(zip(fitting.LAYOUTS, (9, 12, 15), strict=True))
    assert fitting.choose(lambda formula, sums: rooms[formula, sums], 2.0) == (True, False, 12)
