import pytest
from hypothesis import given
from hypothesis import strategies as st

from genplay.ui.widgets.ticks import round_step, round_ticks

spans = st.floats(1e-6, 1e9)


@pytest.mark.parametrize(
    ("low", "high", "most", "labels"),
    [
        (-120, 0, 3, ["−120", "−80", "−40", "0"]),
        (-150, -15, 5, ["−150", "−120", "−90", "−60", "−30"]),
        (0, 1, 4, ["0.00", "0.25", "0.50", "0.75", "1.00"]),
        (0, 10000, 4, ["0", "2,500", "5,000", "7,500", "10,000"]),
    ],
)
def test_ticks_stand_at_round_numbers(low, high, most, labels):
    assert [label for _, label in round_ticks(low, high, most)] == labels


@given(spans, st.integers(1, 8))
def test_the_step_is_the_smallest_that_covers(span, most):
    step = round_step(span, most)
    assert step * most >= span * (1 - 1e-6)
    assert step * most <= span * 2 * (1 + 1e-6)


@given(st.floats(-1e6, 1e6), spans, st.integers(2, 8))
def test_ticks_stay_inside_and_rise(low, span, most):
    ticks = [value for value, _ in round_ticks(low, low + span, most)] if low + span > low else []
    assert len(ticks) <= most + 1
    assert all(low - 1e-6 * span <= value <= low + span * (1 + 1e-6) for value in ticks) or span < 1e-3
    assert ticks == sorted(ticks)
