"""ROC curves drawn and read."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from genplay.families.outliers import Roc
from genplay.ui import theme
from genplay.ui.tabs.autoregressive.anomaly.page import Flagged
from genplay.ui.tabs.autoregressive.anomaly.roc_plot import RocPlot

BLUE = "#1c5fc0"
GOOD = Roc.of(np.arange(100.0), np.arange(50.0, 150.0))


@pytest.fixture
def plot(show):
    widget = RocPlot()
    widget.set_axes("test digits flagged, %", "Letters flagged, %")
    widget.set_curves([GOOD, None])
    widget.set_side(200)
    return show(widget, widget.width(), widget.height())


def near(plot, look, x, y, colour):
    picture, spot = look(plot), plot.spot(x, y)
    return any(picture(spot.x() + dx, spot.y() + dy) == colour for dx in range(-2, 3) for dy in range(-2, 3))


def test_the_square_is_a_square(plot):
    assert (plot.plot().width(), plot.plot().height()) == (200, 200)


def test_a_long_name_of_the_upright_axis_is_whole_or_makes_way(plot):
    plot.set_axes("test digits flagged, %", "Letters flagged, %", "of the set, %")
    assert plot.upright == "Letters flagged, %"
    plot.set_axes("test digits flagged, %", "Nearly blank pictures of every kind flagged, %", "of the set, %")
    assert plot.upright == "of the set, %"


def test_a_name_longer_than_the_square_begins_below_it(plot, look):
    plot.set_side(90)
    plot.set_axes("", "Nearly blank flagged, %")
    assert plot.upright == "Nearly blank flagged, %"
    picture, bottom = look(plot), round(plot.plot().bottom())
    assert len({picture(x, y) for x in range(12) for y in range(bottom + 3, plot.height())}) > 3


def test_the_curve_runs_through_its_corners(plot, look):
    for share in (0.2, 0.4):
        hits, _ = GOOD.at(share)
        assert near(plot, look, share, hits, BLUE)
        assert not near(plot, look, share, hits - 0.2, BLUE)


def test_a_curve_that_is_not_final_is_pale(plot, look):
    plot.set_curves([GOOD, None], [0])
    assert not near(plot, look, 0.2, GOOD.at(0.2)[0], BLUE)


def test_other_curves_take_their_place(plot, look):
    plot.grab()
    plot.set_curves([Roc.of(np.arange(100.0), np.arange(-50.0, 50.0)), None])
    assert near(plot, look, 0.8, 0.3, BLUE)
    assert not near(plot, look, 0.2, GOOD.at(0.2)[0], BLUE)


def test_colours_follow_the_theme(plot, look, qapp):
    plot.grab()
    theme.apply(qapp, theme.Theme("dark"))
    assert near(plot, look, 0.2, GOOD.at(0.2)[0], "#7fb4f8")


def test_a_point_is_a_ring_on_the_curve(plot, look):
    plot.set_points([Flagged(70.0, 0.3, 0.8), None])
    spot = plot.spot(0.3, 0.8)
    assert look(plot)(spot.x(), spot.y()) == "#ffffff"
    assert plot.accessibleDescription() == "80.0 %"
    plot.set_points([])
    assert plot.accessibleDescription() == ""


def test_the_pointer_reads_a_share_and_leaving_forgets_it(plot, qtbot, leave):
    told = []
    qtbot.mouseMove(plot, QPoint(3, 3))
    plot.hovered.connect(told.append)
    qtbot.mouseMove(plot, plot.spot(0.25, 0.5).toPoint())
    qtbot.mouseMove(plot, QPoint(plot.width() - 1, 40))
    leave(plot)
    assert told == [pytest.approx(0.25, abs=0.01), 1.0, None]


def test_the_keyboard_reads_by_percents(plot, qtbot):
    told = []
    plot.hovered.connect(told.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Escape, Qt.Key.Key_Escape):
        qtbot.keyClick(plot, key)
    assert told == [pytest.approx(0.1), pytest.approx(0.11), pytest.approx(0.1), None]
