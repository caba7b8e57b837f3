import pyqtgraph as pg
import pytest
from PySide6.QtCore import QRectF

from genplay.ui.theme import Theme
from genplay.ui.widgets.curve_mark import Mark, plot_pen


@pytest.fixture
def plot(show):
    # Without menus, which pyqtgraph leaves behind as windows of their own.
    widget = show(pg.PlotWidget(viewBox=pg.ViewBox(enableMenu=False), enableMenu=False))
    widget.setXRange(0, 100, padding=0)
    widget.setYRange(-100, 0, padding=0)
    return widget


@pytest.fixture
def mark(plot):
    made = Mark(plot, plot.getPlotItem(), "accent")
    made.restyle()
    return made


def test_it_is_hidden_without_a_step_and_has_no_circle_without_a_value(mark):
    room = QRectF(0, 0, 400, 300)
    for step, value, shown in (
        (3, -4.0, [True, True, True]),
        (3, None, [True, False, False]),
        (None, None, [False] * 3),
    ):
        mark.place(step, value, room)
        assert [part.isVisible() for part in (mark._line, mark._circle, mark._value)] == shown


def test_it_writes_the_value_with_a_true_minus(mark):
    mark.place(50, -41.213, QRectF(0, 0, 400, 300))
    assert mark._value.toPlainText() == "−41.21"


def test_a_pen_is_as_wide_on_screen_as_in_the_theme(plot, monkeypatch):
    monkeypatch.setattr(plot, "devicePixelRatioF", lambda: 1.5)
    pen = plot_pen(plot, "blue", Theme().line("data"))
    assert (pen.widthF(), pen.isCosmetic(), pen.color().name()) == (3.0, True, "#1c5fc0")
