import math

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip

from genplay.ui import theme
from genplay.ui.widgets.growth_plot import Growth, GrowthPlot, Reference

LEFT = Qt.MouseButton.LeftButton
TABLE = Growth("full table", "orange", [n * math.log10(2) for n in range(1, 785)], "full table 2ⁿ − 1")
CHAIN = Growth("Markov", "blue", [math.log10(2 * n - 1) for n in range(1, 785)], "Markov", beside=True)
ATOMS = Reference("10⁸⁰ atoms in the universe", 80.0)


@pytest.fixture
def plot(show):
    widget = GrowthPlot()
    widget.set_lines([TABLE, CHAIN], [ATOMS, Reference("60,000 training pictures", math.log10(60000))])
    widget.set_note("784 pixels need 10²³⁶")
    widget.set_n(12)
    return show(widget)


@pytest.fixture
def told(plot):
    reports = []
    plot.nMoved.connect(reports.append)
    plot.nSettled.connect(lambda: reports.append("settled"))
    return reports


def on(plot, n):
    return QPoint(round(plot.x_of(n)), 30)


def test_a_drag_moves_many_times_and_settles_once(plot, told, qtbot):
    qtbot.mousePress(plot, LEFT, pos=plot.handle_at().toPoint())
    for n in (40, 90, 200):
        qtbot.mouseMove(plot, on(plot, n))
    qtbot.mouseRelease(plot, LEFT, pos=on(plot, 200))
    assert told == [40, 90, 200, "settled"]


def test_past_its_end_the_axis_grows_to_the_last_n_and_comes_back_at_release(plot, told, qtbot):
    qtbot.mousePress(plot, LEFT, pos=plot.handle_at().toPoint())
    qtbot.mouseMove(plot, QPoint(plot.width() - 20, 30))
    assert (plot.n(), plot.axis_end()) == (784, 784)
    qtbot.mouseMove(plot, on(plot, 100))
    assert (plot.n(), plot.axis_end()) == (100, 784)
    qtbot.mouseRelease(plot, LEFT, pos=on(plot, 100))
    assert plot.axis_end() == 320
    assert told[-1] == "settled"


@pytest.mark.parametrize(
    ("key", "n"),
    [("Right", 13), ("Left", 11), ("PageUp", 22), ("PageDown", 2), ("Home", 1), ("End", 784)],
)
def test_keys_move_and_settle(plot, told, qtbot, key, n):
    qtbot.keyClick(plot, getattr(Qt.Key, f"Key_{key}"))
    assert told == [n, "settled"]


def test_a_key_at_the_end_reports_nothing(plot, told, qtbot):
    plot.set_n(1)
    qtbot.keyClick(plot, Qt.Key.Key_Left)
    assert told == []


def test_the_wheel_moves_by_one(plot, told):
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    point = QPointF(300, 30)
    event = QWheelEvent(point, plot.mapToGlobal(point), QPoint(), QPoint(0, 120), *none, False)
    QApplication.sendEvent(plot, event)
    assert told == [13, "settled"]


def test_hovering_reads_the_lines(plot, qtbot):
    qtbot.mouseMove(plot, on(plot, 50))
    qtbot.mouseMove(plot, on(plot, 100))
    assert plot.pointed() == 100
    assert QToolTip.text().splitlines()[:2] == ["n = 100", "full table: 10³⁰"]
    qtbot.mouseMove(plot, QPoint(2, 2))
    assert plot.pointed() is None


def test_the_n_under_the_pointer_is_marked_but_not_while_dragging(plot, qtbot):
    before = plot.grab().toImage()
    qtbot.mouseMove(plot, on(plot, 50))
    qtbot.mouseMove(plot, on(plot, 100))
    assert plot.grab().toImage() != before
    qtbot.mousePress(plot, LEFT, pos=on(plot, 100))
    assert plot.pointed() is None
    qtbot.mouseRelease(plot, LEFT, pos=on(plot, 100))


def test_it_can_be_read_aloud(plot):
    assert plot.accessibleDescription().startswith("n = 12; full table: 4,096; Markov: 23; 784 pixels")
    plot.set_n(784)
    assert "full table: 10²³⁶" in plot.accessibleDescription()


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_lines_and_marker_have_their_tokens_at_150_percent(plot, qapp, name):
    theme.apply(qapp, theme.Theme(name, 1.5))
    plot.resize(plot.sizeHint())
    image = plot.grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(0, image.width()) for y in range(image.height())}
    tokens = theme.current().tokens
    assert {tokens.orange.lower(), tokens.blue.lower(), tokens.accent.lower()} <= seen


def test_an_empty_plot_is_drawn(show, look):
    look(show(GrowthPlot()))
