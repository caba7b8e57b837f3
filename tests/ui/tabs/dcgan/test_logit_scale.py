import numpy as np
import pytest
from PySide6.QtCore import QRect

from genplay.ui.tabs.dcgan.logit_scale import LogitScale
from tests.ui.tabs.painted import where

LOGITS = np.stack([np.linspace(0, 10, 101), np.linspace(-20, 0, 101)]).astype(np.float32)


@pytest.fixture
def scale(show):
    made = LogitScale()
    made.set_logits(LOGITS)
    return show(made, 500, 64)


def row(scale, number):
    return QRect(0, round(scale.middle(number)) - 5, scale.width(), 10)


def test_strips_go_from_5_to_95_percent(scale):
    for number, token in enumerate(("blue", "orange")):
        across = np.flatnonzero(where(scale, token, row(scale, number)).any(0))
        for end, percentile in ((across[0], 5), (across[-1] + 1, 95)):
            assert end == pytest.approx(scale.place(float(LOGITS[number, percentile])), abs=2)
    assert not where(scale, "orange", row(scale, 0)).any()


def test_the_middle_half_is_thicker(scale):
    high = where(scale, "blue", row(scale, 0)).sum(0)
    assert high[round(scale.place(3.5))] > high[round(scale.place(1.5))] > 0


def test_the_marker_stands_at_the_logit_and_beyond_the_scale_at_its_end(scale):
    scale.set_value(4.0)
    across = np.flatnonzero(where(scale, "accent").any(0))
    assert across.mean() == pytest.approx(scale.place(4.0), abs=1.5)
    assert scale.place(900.0) == scale.place(scale.ends()[1])
    scale.set_value(None)
    assert not where(scale, "accent").any()


def test_without_percentiles_there_is_no_strip(scale):
    scale.set_logits(None)
    assert not where(scale, "blue").any()
    assert scale.ends() == (-1.0, 1.0)


def test_even_is_always_on_the_scale(scale):
    scale.set_logits(LOGITS + 30)
    low, high = scale.ends()
    assert low < 0 < high
