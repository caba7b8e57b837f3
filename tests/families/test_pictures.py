import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from genplay.families.pictures import Imported, drawing_of

RAMP = np.arange(784) * 255 // 783


@given(st.integers(1, 255))
def test_ink_is_where_the_grey_reaches_the_threshold(threshold):
    drawing = drawing_of(RAMP.astype(np.uint8).tobytes(), threshold)
    assert (drawing.flat() == (threshold <= RAMP)).all()


@pytest.mark.parametrize(("threshold", "ink"), [(None, 2), (1, 3), (255, 1)])
def test_an_imported_picture_has_a_threshold_of_its_own(threshold, ink):
    found = Imported(bytes((0, 40, 200, 255)), 128, inverted=False, animated=False, rows=2, columns=2)
    drawing = found.drawing(threshold)
    assert (drawing.height, drawing.width, int(drawing.flat().sum())) == (2, 2, ink)
