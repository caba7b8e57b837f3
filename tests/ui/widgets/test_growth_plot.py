import math
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAction, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QPushButton, QToolTip, QWidget

from genplay.ui import text, theme
from genplay.ui.widgets import growth_plot
from genplay.ui.widgets.growth_plot import Growth, GrowthPlot, Reference

LEFT = Qt.MouseButton.LeftButton
TABLE = Growth("full table", "orange", [math.log10(2**n - 1) for n in range(1, 785)], "full table 2ⁿ − 1")
CHAIN = Growth("Markov", "blue", [math.log10(2 * n - 1) for n in range(1, 785)], "Markov", beside=True)
ATOMS = Reference("10⁸⁰ atoms in the universe", 80.0)

KEYS = {  # pressed at n = 12, and where they lead
    "Right": 13,
    "Up": 13,
    "Left": 11,
    "Down": 11,
    "PageUp": 22,
    "PageDown": 2,
    "Home": 1,
    "End": 784,
}


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


@pytest.mark.parametrize(("key", "n"), KEYS.items())
def test_keys_move_and_settle(plot, told, qtbot, key, n):
    qtbot.keyClick(plot, getattr(Qt.Key, f"Key_{key}"))
    assert told == [n, "settled"]


@pytest.fixture
def window(show):
    """A window with a plot, a button, and an action for each of the plot's keys."""
    made, middle = QMainWindow(), QWidget()
    layout = QHBoxLayout(middle)
    plot = GrowthPlot()
    plot.set_lines([TABLE, CHAIN])
    plot.set_n(100)
    for widget in (plot, QPushButton("other")):
        layout.addWidget(widget)
    made.setCentralWidget(middle)
    made.chosen = []
    menu = made.menuBar().addMenu("Time")
    for keys in (*KEYS, "Ctrl+Home"):
        action = QAction(keys, made)
        action.setShortcut("PgUp" if keys == "PageUp" else "PgDown" if keys == "PageDown" else keys)
        action.triggered.connect(lambda _=False, keys=keys: made.chosen.append(keys))
        menu.addAction(action)
    return show(made)


@pytest.mark.parametrize("key", KEYS)
def test_its_keys_are_no_shortcuts_while_it_has_the_focus(window, qtbot, key):
    window.activateWindow()
    plot, other = window.findChild(GrowthPlot), window.findChild(QPushButton)
    other.setFocus()
    qtbot.keyClick(other, getattr(Qt.Key, f"Key_{key}"))
    assert (window.chosen, plot.n()) == ([key], 100)
    plot.setFocus()
    qtbot.keyClick(plot, getattr(Qt.Key, f"Key_{key}"))
    assert window.chosen == [key]
    assert plot.n() == {"Home": 1, "End": 784}.get(key, 100 + KEYS[key] - 12)


def test_other_keys_stay_shortcuts(window, qtbot):
    window.activateWindow()
    plot = window.findChild(GrowthPlot)
    plot.setFocus()
    qtbot.keyClick(plot, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert (window.chosen, plot.n()) == (["Ctrl+Home"], 100)


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
    assert QToolTip.text().splitlines()[:2] == ["n = 100", "full table: 1.27 × 10³⁰"]
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


def test_the_pointer_is_forgotten_when_another_n_comes_to_be_under_it(plot, qtbot):
    plot.set_n(784)
    qtbot.mouseMove(plot, on(plot, 500))
    qtbot.mouseMove(plot, on(plot, 600))
    plot.set_n(783)
    assert plot.pointed() == 600
    assert QToolTip.isVisible()
    plot.set_n(12)  # the axis ends at 320 again
    assert plot.pointed() is None
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_the_pointer_is_forgotten_with_the_lines_it_asked_about(plot, qtbot):
    qtbot.mouseMove(plot, on(plot, 50))
    qtbot.mouseMove(plot, on(plot, 100))
    plot.set_lines([CHAIN])
    assert plot.pointed() is None
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_a_line_that_ends_before_the_pointer_is_not_marked(plot, qtbot, look):
    plot.set_lines([TABLE, replace(CHAIN, exponents=CHAIN.exponents[:60])])
    qtbot.mouseMove(plot, on(plot, 50))
    qtbot.mouseMove(plot, on(plot, 100))
    assert QToolTip.text().splitlines() == ["n = 100", "full table: 1.27 × 10³⁰"]
    seen = look(plot)
    tokens = theme.current().tokens
    assert seen(plot.x_of(100) - 2, plot.y_of(TABLE.exponents[99])) == tokens.orange.lower()
    assert seen(plot.x_of(100) - 2, plot.y_of(CHAIN.exponents[99])) != tokens.blue.lower()


@pytest.mark.parametrize("value", [1, 9, 10, 4095, 10**8 - 1, 10**8, 256**3 - 1, 2**53, 2**784 - 1, 7**900])
def test_a_number_is_written_as_the_panels_write_it(plot, value):
    plot.set_lines([Growth("it", "orange", [math.log10(value)])])
    assert plot.reading(1).splitlines() == ["n = 1", f"it: {text.large(value)}"]


def test_what_is_shown_already_is_not_painted_again(plot, monkeypatch):
    asked = []
    monkeypatch.setattr(plot, "update", lambda: asked.append("paint"))
    plot.set_n(12)
    plot.set_note("784 pixels need 10²³⁶")
    lines = [replace(line, exponents=list(line.exponents)) for line in (TABLE, CHAIN)]
    plot.set_lines(lines, [ATOMS, Reference("60,000 training pictures", math.log10(60000))])
    assert asked == []
    plot.set_n(13)
    plot.set_note("")
    plot.set_lines(lines)
    assert asked == ["paint"] * 3


def test_nothing_is_worked_out_anew_while_the_marker_moves_along_an_axis(plot, monkeypatch):
    made, chart = [], growth_plot.Chart
    monkeypatch.setattr(growth_plot, "Chart", lambda *parts: made.append(parts[2]) or chart(*parts))
    for n in range(310, 330):
        plot.set_n(n)
        plot.grab()
    assert made == [784]


def test_what_is_kept_from_painting_to_painting_follows_every_change(plot, qapp, qtbot):
    def anew() -> QImage:
        other = GrowthPlot()
        qtbot.addWidget(other)
        other.set_lines(plot._lines, plot._references)
        other.set_note("784 pixels need 10²³⁶")
        other.set_n(plot.n())
        other.resize(plot.size())
        return other.grab().toImage()

    changes = [
        lambda: plot.set_n(200),
        lambda: plot.set_n(784),
        lambda: plot.set_lines([CHAIN], [ATOMS]),
        lambda: plot.set_lines([TABLE, CHAIN]),
        lambda: plot.resize(plot.width(), 240),
        lambda: plot.resize(900, 240),
        lambda: theme.apply(qapp, theme.Theme("dark")),
        lambda: theme.apply(qapp, theme.Theme("dark", 1.5)),
        lambda: theme.apply(qapp, theme.Theme("dark", 1.5, projector=True)),
        lambda: plot.set_n(1),
    ]
    plot.clearFocus()
    before = plot.grab().toImage()
    for change in changes:
        change()
        after = plot.grab().toImage()
        assert after != before
        assert after == anew()
        before = after


def coloured(image: QImage, token: str, within: QRect | None = None) -> Iterator[QPoint]:
    """Yield the pixels that have a colour, "" for the parts of a picture that do not."""
    rect, colour = within or image.rect(), theme.current().color(token).rgb()
    for y in range(rect.top(), rect.bottom() + 1):
        for x in range(rect.left(), rect.right() + 1):
            if image.pixel(x, y) == colour:
                yield QPoint(x, y)


def around(points: Iterator[QPoint]) -> QRect:
    found = list(points)
    xs, ys = [point.x() for point in found], [point.y() for point in found]
    return QRect(QPoint(min(xs), min(ys)), QPoint(max(xs), max(ys)))


@pytest.mark.parametrize("height", [78, 240])
@pytest.mark.parametrize("n", [1, 12, 100, 140, 152, 165, 200, 230, 319, 400, 784])
def test_the_markers_word_is_off_the_lines(plot, n, height):
    plot.set_n(n)
    plot.resize(1084, height)
    image = plot.grab().toImage()
    word = around(coloured(image, "text"))
    assert word.width() > 20
    assert list(coloured(image, "orange", word)) == []
    assert list(coloured(image, "blue", word)) == []


def bands(plot: GrowthPlot, strip: QRect) -> int:
    """Count the lines of blue words in a strip."""
    rows = sorted({point.y() for point in coloured(plot.grab().toImage(), "blue", strip)})
    return 1 + sum(below - above > 1 for above, below in pairwise(rows))


def ending(*exponents: float) -> list[Growth]:
    """Lines whose ends are at these numbers of a plot that goes to 100."""
    names = ["AR", "Mar", "in"]  # no letter of two parts
    ends = zip(names, exponents, strict=True)
    return [Growth(name, "blue", [end] * 784, name, beside=True) for name, end in ends]


@pytest.mark.parametrize(
    ("exponents", "count"),
    [
        ((3, 3, 2), 1),
        ((30, 3, 2), 2),
        ((30, 29, 2), 2),
        ((40, 25, 2), 3),
        ((12, 8.2, 4.4), 3),
        ((9, 6, 3), 1),
    ],
)
def test_lines_that_end_apart_have_a_label_each(plot, exponents, count):
    plot.resize(1084, 240)
    plot.set_lines(ending(*exponents), [Reference("", 100.0)])
    strip = QRect(QPoint(int(plot.x_of(320)) + 6, 0), QPoint(1083, 239))
    assert bands(plot, strip) == count


def test_labels_at_ends_that_are_hardly_apart_do_not_touch(plot):
    plot.resize(1084, 240)
    over, under, _ = ending(9.0, 5.1, 0.0)
    plot.set_lines([replace(over, label="H"), replace(under, label="H")], [Reference("", 100.0)])
    apart = plot.y_of(5.1) - plot.y_of(9.0)
    assert 8 < apart < 8.5
    strip = QRect(int(plot.x_of(320)) + 6, 0, 190, 240)
    rows = sorted({point.y() for point in coloured(plot.grab().toImage(), "blue", strip)})
    assert max(below - above for above, below in pairwise(rows)) > 2


def test_lines_that_end_together_share_a_label(plot):
    first, second, third = ending(5, 5, 5)
    strip = QRect(int(plot.x_of(320)) + 6, 0, 190, 78)
    plot.set_lines([first, second, third])
    shared = plot.grab(strip).toImage()
    plot.set_lines([replace(first, label="AR, Mar, in"), replace(second, label=""), replace(third, label="")])
    assert plot.grab(strip).toImage() == shared
    plot.set_lines([first])
    assert plot.grab(strip).toImage() != shared


def test_it_can_be_read_aloud(plot):
    assert plot.accessibleDescription().startswith("n = 12; full table: 4,095; Markov: 23; 784 pixels")
    plot.set_n(784)
    assert "full table: 1.02 × 10²³⁶; Markov: 1,567" in plot.accessibleDescription()


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
