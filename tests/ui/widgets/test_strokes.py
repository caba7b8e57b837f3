import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from genplay.ui.widgets import strokes

cells = st.tuples(st.integers(-40, 60), st.integers(-40, 60))
pictures = arrays(np.uint8, (9, 11), elements=st.integers(0, 1))


@given(cells, cells)
def test_a_line_has_both_ends_and_no_gap(start, end):
    walked = list(strokes.line(start, end))
    assert walked[0] == start
    assert walked[-1] == end
    steps = np.abs(np.diff(walked, axis=0)) if len(walked) > 1 else np.ones((1, 2))
    assert (steps.max(axis=1) == 1).all()
    assert len(walked) == max(abs(end[0] - start[0]), abs(end[1] - start[1])) + 1


@given(cells, cells)
def test_a_line_never_leaves_the_straight_one_by_more_than_half_a_pixel(start, end):
    points = np.array(list(strokes.line(start, end)), float)
    down, right = end[0] - start[0], end[1] - start[1]
    if max(abs(down), abs(right)):
        cross = (points[:, 0] - start[0]) * right - (points[:, 1] - start[1]) * down
        assert np.abs(cross).max() / max(abs(down), abs(right)) <= 0.5 + 1e-9


@pytest.mark.parametrize(("diameter", "count"), [(1, 1), (2, 4), (3, 5), (4, 12), (5, 21)])
def test_a_brush_is_round_and_as_wide_as_it_says(diameter, count):
    cells = strokes.disc(diameter)
    assert len(cells) == count
    assert (np.ptp(cells, axis=0) + 1 == diameter).all()
    turned = np.stack([cells[:, 1], -cells[:, 0] - (0 if diameter % 2 else 1)], axis=1)
    assert {tuple(cell) for cell in cells} == {tuple(cell) for cell in turned}


def test_a_brush_is_centred_under_the_pointer():
    for diameter in strokes.BRUSHES:
        cells = strokes.disc(diameter) + strokes.anchor(10.4, 7.7, diameter)
        assert np.abs(cells.mean(axis=0) + 0.5 - (10.4, 7.7)).max() <= 0.5


@given(pictures, cells, cells, st.sampled_from(strokes.BRUSHES), st.integers(0, 1))
def test_a_stroke_sets_what_its_brush_touches_and_nothing_else(bits, start, end, diameter, value):
    touched = {(r + i, c + j) for r, c in strokes.line(start, end) for i, j in strokes.disc(diameter)}
    drawn = bits.copy()
    strokes.stroke(drawn, start, end, diameter, value)
    for cell in np.ndindex(bits.shape):
        assert drawn[cell] == (value if cell in touched else bits[cell])


@given(pictures, st.integers(0, 8), st.integers(0, 10), st.integers(0, 1))
def test_flood_sets_exactly_the_region_that_can_be_reached(bits, row, column, value):
    region, old = np.zeros_like(bits, bool), bits[row, column]
    region[row, column] = True
    while True:  # grow by one pixel in four directions until nothing changes
        grown = region.copy()
        grown[1:] |= region[:-1]
        grown[:-1] |= region[1:]
        grown[:, 1:] |= region[:, :-1]
        grown[:, :-1] |= region[:, 1:]
        grown &= bits == old
        if (grown == region).all():
            break
        region = grown
    filled = bits.copy()
    strokes.flood(filled, (row, column), value)
    np.testing.assert_array_equal(filled, np.where(region, value, bits))
