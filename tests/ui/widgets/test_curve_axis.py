import pyqtgraph as pg
import pytest
from PySide6.QtGui import QPainter, QPicture

from genplay.ui.widgets.curve_axis import MARGIN, Axis


@pytest.fixture
def plot(show):
    axes = {"left": Axis("left"), "bottom": Axis("bottom")}
    widget = pg.PlotWidget(axisItems=axes)
    widget.left, widget.bottom = axes["left"], axes["bottom"]
    widget.setXRange(0, 784, padding=0)
    widget.setYRange(-120, 0, padding=0)
    for axis in axes.values():
        axis.restyle(widget)
    widget.left.name_ticks([(-120, "−120"), (-60, "−60"), (0, "0")])
    widget.bottom.name_ticks([(0, "0"), (392, "392"), (784, "784")])
    return show(widget)


def specs(axis):
    painter = QPainter(picture := QPicture())
    painter.setFont(axis.style["tickFont"])
    try:
        return axis.generateDrawSpecs(painter)
    finally:
        painter.end()
        del picture


def test_the_outer_labels_are_not_left_out(plot):
    assert [words for _, _, words in specs(plot.left)[2]] == ["−120", "−60", "0"]
    assert [words for _, _, words in specs(plot.bottom)[2]] == ["0", "392", "784"]


def test_only_the_left_axis_has_a_grid(plot):
    assert len(specs(plot.left)[1]) == 3
    assert specs(plot.bottom)[1] == []


def test_the_last_label_stays_in_the_margin(plot):
    end = plot.bottom.mapRectFromParent(plot.bottom.geometry()).right() + MARGIN
    assert specs(plot.bottom)[2][-1][0].right() <= end + 1e-6


def test_the_left_axis_takes_the_room_of_its_widest_label(plot):
    before = plot.left.maximumWidth()
    plot.left.name_ticks([(-120, "−120,000.00"), (0, "0")])
    assert plot.left.maximumWidth() > before
