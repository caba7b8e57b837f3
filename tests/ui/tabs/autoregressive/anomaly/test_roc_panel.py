"""The curves' legend: areas, or what a threshold flags."""

import numpy as np
import pytest

from genplay.families.outliers import Roc
from genplay.ui.tabs.autoregressive.anomaly.page import Flagged
from genplay.ui.tabs.autoregressive.anomaly.roc_panel import RocPanel

CURVE = Roc.of(np.arange(100.0), np.arange(50.0, 150.0))


@pytest.fixture
def panel(show):
    widget = RocPanel()
    widget.show_curves(["NADE", "AR-8"], [CURVE, None], [0.875, 0.25], "letters")
    widget.set_side(180)
    return show(widget, 420, 280)


def said(panel):
    return panel.legend.accessibleDescription()


def test_areas_are_named_and_those_below_a_half_called_worse_than_chance(panel):
    assert said(panel) == "NADE 0.875, AR-8 0.250 worse than chance"


def test_worse_than_chance_is_orange(panel, look):
    picture, legend = look(panel.legend), panel.legend
    assert "#b54708" in {picture(x, y) for x in range(legend.width()) for y in range(80, legend.height())}
    assert "#b54708" not in {picture(x, y) for x in range(legend.width()) for y in range(70)}


def test_a_reading_takes_the_place_of_the_areas_and_gives_it_back(panel):
    points = [Flagged(70.0, 0.3, 0.8), None]
    panel.show_points(points, "at 30.0 % of digits")
    assert said(panel) == "NADE 80.0 % from 70.00 nats, AR-8 –"
    panel.show_points(points, "from 70.00 nats", shared=False)
    assert said(panel) == "NADE 80.0 % digits 30.0 %, AR-8 –"
    panel.show_points([None, None])
    assert said(panel) == "NADE 0.875, AR-8 0.250 worse than chance"


def test_the_area_of_a_part_is_no_verdict(panel):
    panel.show_curves(["NADE", "AR-8"], [CURVE, CURVE], [0.875, 0.25], "letters", {"AR-8"})
    assert said(panel) == "NADE 0.875, AR-8 ≈ 0.250 so far"


def test_points_of_other_models_are_forgotten(panel):
    panel.show_points([Flagged(70.0, 0.3, 0.8), None])
    panel.show_curves(["NADE"], [CURVE], [0.875], "letters")
    assert said(panel) == "NADE 0.875"


def test_it_says_how_wide_it_is(panel):
    assert panel.width() == 180 + panel.around()
    assert panel.plot.plot().width() == 180
