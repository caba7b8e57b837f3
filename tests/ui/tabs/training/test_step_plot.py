"""The curves: where they run, what the pointer reads, and which step a click goes to."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest

from genplay.ui import theme
from genplay.ui.tabs.training.step_plot import Line, Reference, StepPlot, _apart
from genplay.ui.widgets import halo
from tests.ui.tabs.painted import has, inked, near, point_at, seen, where

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


@pytest.fixture
def plot(show):
    made = show(StepPlot("Loss"), 500, 120)
    steps = np.arange(1, 201)
    falling = 500.0 / steps + 100
    made.set_lines(steps, [Line("loss", "text", falling + 3), Line("reconstruction", "blue", falling)])
    return made


@pytest.fixture
def flat(show):
    """A plot of one line that is 1 up to step 100 and 3 from there on."""
    made = show(StepPlot("KL"), 500, 120)
    made.set_lines(np.arange(1, 201), [Line("KL", "orange", np.repeat([1.0, 3.0], 100))])
    return made


def height(plot, value):
    """Where a value is."""
    low, high, _ = plot.scale()
    area = plot._area()
    return area.bottom() - (value - low) / (high - low) * area.height()


@pytest.mark.parametrize("values", [[1.3033839], [141.42], [150.0, 150.01], [0.0], [-3.2]])
def test_the_axis_of_hardly_any_difference_has_short_labels(show, values):
    plot = show(StepPlot("Loss"), 500, 120)
    plot.set_lines(np.arange(1, len(values) + 1), [Line("loss", "text", np.array(values))])
    low, high, steps = plot.scale()
    assert low <= min(values) <= max(values) <= high
    assert (high - low) / steps >= 0.01 * max(map(abs, values))


# -- what is drawn -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_a_curve_runs_through_its_values(flat, qapp, look):
    theme.apply(qapp, theme.Theme(look))
    marked = where(flat, "orange")
    for step, value, other in ((40, 1.0, 3.0), (160, 3.0, 1.0)):
        x = flat.place_of(step)
        assert near(marked, QPointF(x, height(flat, value)))
        assert not near(marked, QPointF(x, height(flat, other)), 3)


def test_around_the_mean_lies_what_each_step_paid(show):
    plot = show(StepPlot("KL"), 500, 120)
    values = np.tile([1.0, 3.0], 500)
    plot.set_lines(np.arange(1, 1001), [Line("KL", "orange", values)])
    assert plot.smoothed() == 20
    picture, surface = seen(plot), seen(plot)[2, 2]
    x = round(plot.place_of(500))
    assert near(where(plot, "orange"), QPointF(x, height(plot, 2.0)))
    for value in (1.5, 2.5):  # a band, paler than the line
        shade = picture[round(height(plot, value)), x]
        assert (shade != surface).any()
        assert not near(where(plot, "orange"), QPointF(x, height(plot, value)), 0)


def test_names_stand_at_the_ends_of_the_lines(plot):
    end = round(plot.place_of(200))
    words = [inked(plot, token, 0.6)[:, end + 4 :] for token in ("blue", "text")]
    middles = [np.nonzero(part)[0].mean() for part in words]
    assert middles[0] > middles[1]  # the reconstruction is less than the loss


def test_without_steps_it_says_how_to_begin(show):
    plot = show(StepPlot("Loss"), 500, 120)
    picture = seen(plot)
    assert (picture[40:80, 150:350] != picture[2, 2]).any()
    assert plot.accessibleDescription() == ""


def test_the_scale_begins_at_round_numbers_and_leaves_out_the_first_steps_only(plot):
    low, high, steps = plot.scale()
    assert low <= 100
    assert 100 < high < 300
    assert low == pytest.approx(low // ((high - low) / steps) * ((high - low) / steps))


@pytest.mark.parametrize(
    ("steps", "last"), [(1, 50), (50, 50), (51, 100), (200, 200), (201, 500), (999, 1000)]
)
def test_the_axis_ends_at_a_round_step(plot, steps, last):
    plot.set_lines(np.arange(1, steps + 1), [Line("KL", "orange", np.ones(steps))])
    assert plot.last() == last
    assert plot.place_of(last) == pytest.approx(plot._area().right())


def test_what_cannot_be_drawn_is_left_out(plot):
    steps = np.arange(1, 6)
    plot.set_lines(steps, [Line("loss", "text", np.array([1, 2, np.inf, np.nan, 3.0]))])
    assert 3 <= plot.scale()[1] < np.inf
    assert has(plot, "text")
    plot.set_lines(np.zeros(0, np.int64), [])
    assert not has(plot, "text")
    plot.set_lines(np.arange(1, 2), [Line("KL", "orange", np.zeros(1))])
    assert inked(plot, "orange").any()


def test_lines_grow_with_the_scale(flat, qapp):
    thin = where(flat, "orange")[:, round(flat.place_of(40))].sum()
    theme.apply(qapp, theme.Theme(scale=2.0))
    flat.resize(1000, 240)
    assert flat.sizeHint().toTuple() == (1000, 168)
    assert where(flat, "orange")[:, round(flat.place_of(40))].sum() > thin


def test_where_there_is_no_value_the_curve_goes_on_without(show):
    plot = show(StepPlot("Loss"), 500, 120)
    steps = np.arange(1, 101)
    values = np.where((steps > 40) & (steps < 60), np.nan, 2.0)
    plot.set_lines(steps, [Line("D", "blue", values), Line("G", "orange", np.full(100, np.nan))])
    assert near(where(plot, "blue"), QPointF(plot.place_of(90), height(plot, 2.0)))
    assert near(where(plot, "blue"), QPointF(plot.place_of(20), height(plot, 2.0)))
    assert not has(plot, "orange")
    assert plot.reading(49) == "step 50"
    assert plot.reading(9) == "step 10, D 2.00"


# -- what theory knows -------------------------------------------------------------------------------------


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_a_reference_is_a_dashed_line_with_its_name(show, qapp, look):
    theme.apply(qapp, theme.Theme(look))
    plot = show(StepPlot("JS", decimals=3, margin=34, smooth=False), 274, 110)
    steps = np.arange(0, 101)
    plot.set_lines(steps, [Line("JS", "accent", np.full(101, 0.25))], [Reference("log 2, disjoint", 0.69)])
    low, high, _ = plot.scale()
    assert low == 0
    assert 0.69 <= high < 1
    row = round(height(plot, 0.69))
    ink = inked(plot, "text", 0.5)[row - 1 : row + 2].any(0)
    area = plot._area()
    share = ink[int(area.left()) : int(area.right())].mean()
    assert 0.5 < share < 0.8
    end = slice(int(area.right()) - 60, int(area.right()))
    ink = inked(plot, "text", 0.5)
    assert ink[max(row - 14, 0) : row - 3, end].any() or ink[row + 4 : row + 16, end].any()
    assert near(where(plot, "accent"), QPointF(plot.place_of(50), height(plot, 0.25)))
    assert not plot.smooths
    assert plot.reading(100) == "step 100, JS 0.250"


def test_names_and_that_of_a_reference_stand_clear_of_each_other(show, monkeypatch):
    """Where curves end on a reference at the right edge, and where they end far from its name."""
    written = {}

    def write(painter, base, words, now, token):
        metrics = QFontMetricsF(painter.font())
        written[words] = QRectF(
            base.x(), base.y() - metrics.capHeight(), metrics.horizontalAdvance(words), metrics.capHeight()
        )

    monkeypatch.setattr(halo, "words", write)
    plot = show(StepPlot("Loss", margin=34), 274, 110)
    for count in (48, 88, 100):
        steps = np.arange(1, count + 1)
        lines = [Line("D", "blue", np.full(count, 0.69)), Line("G", "orange", np.full(count, 0.7))]
        plot.set_lines(steps, [*lines, Line("f", "text", np.full(count, 0.0))], [Reference("log 2", 0.693)])
        plot.grab()
        boxes = [written[name] for name in ("D", "G", "f", "log 2")]
        for place, box in enumerate(boxes):
            assert plot.rect().contains(box.toAlignedRect())
            assert not any(box.intersects(other) for other in boxes[:place])


def test_of_two_that_end_at_the_foot_neither_is_written_on_the_other():
    assert _apart([3.0, 50.0], 13.0, 6.0, 90.0) == [6.0, 50.0]
    assert _apart([89.0, 90.0], 13.0, 6.0, 90.0) == [77.0, 90.0]
    assert _apart([40.0, 41.0], 13.0, 6.0, 90.0) == [40.0, 53.0]


def test_an_axis_may_begin_at_zero_whatever_the_values(show):
    values = [Line("JS", "accent", np.array([0.6, 0.5]))]
    for zero in (True, False):
        plot = show(StepPlot("JS", zero=zero), 274, 110)
        plot.set_lines(np.arange(1, 3), values)
        assert (plot.scale()[0] == 0) == zero


def test_a_plot_says_what_its_emptiness_means(show):
    here, there = (
        show(StepPlot("x", hint=words), 274, 110) for words in ("Nothing", "Nothing yet, but soon")
    )
    assert (seen(here) != seen(there)).any()


# -- the pointer -------------------------------------------------------------------------------------------


def test_the_pointer_reads_the_step_under_it(plot, qtbot):
    with qtbot.waitSignal(plot.read) as signal:
        point_at(plot, QPoint(round(plot.place_of(50)), 60))
    assert signal.args == ["step 50, loss 113.00, reconstruction 110.00"]
    with qtbot.waitSignal(plot.read) as signal:
        point_at(plot, QPoint(2, 60))
    assert signal.args == [""]


def test_where_it_points_there_is_a_line(plot):
    before = seen(plot)
    x = round(plot.place_of(50))
    point_at(plot, QPoint(x, 60))
    changed = (seen(plot) != before).any(-1)
    assert changed[:, x - 1 : x + 2].any(1).mean() > 0.6
    assert not changed[:, : x - 2].any()


def test_a_step_that_is_no_more_is_read_no_more(plot, qtbot):
    point_at(plot, QPoint(round(plot.place_of(150)), 60))
    with qtbot.waitSignal(plot.read) as signal:
        plot.set_lines(np.arange(1, 11), [Line("loss", "text", np.ones(10))])
    assert signal.args == [""]


def test_of_blocks_of_steps_the_one_under_the_pointer_is_read(plot, qtbot):
    plot.set_lines(np.arange(4, 401, 4), [Line("loss", "text", np.arange(100.0))])
    assert plot.smoothed() == 8
    with qtbot.waitSignal(plot.read) as signal:
        point_at(plot, QPoint(round(plot.place_of(199)), 60))
    assert signal.args == ["step 200, loss 49.00"]


def test_a_click_picks_the_step_and_only_the_left_one(plot, qtbot):
    at = QPoint(round(plot.place_of(120)), 60)
    with qtbot.waitSignal(plot.picked) as signal:
        QTest.mouseClick(plot, LEFT, pos=at)
    assert signal.args[0] == pytest.approx(120, abs=1)
    with qtbot.assertNotEmitted(plot.picked):
        QTest.mouseClick(plot, RIGHT, pos=at)
        QTest.mouseClick(plot, LEFT, pos=QPoint(2, 60))


@pytest.mark.parametrize(("key", "step"), [("Left", 199), ("Right", 201), ("PageUp", 100), ("PageDown", 300)])
def test_keys_pick_neighbours(plot, qtbot, key, step):
    with qtbot.waitSignal(plot.picked) as signal:
        QTest.keyClick(plot, getattr(Qt.Key, f"Key_{key}"))
    assert signal.args == [step]


def test_no_key_goes_before_the_first_step(plot, qtbot):
    plot.set_lines(np.arange(1, 3), [Line("loss", "text", np.ones(2))])
    with qtbot.waitSignal(plot.picked) as signal:
        QTest.keyClick(plot, Qt.Key.Key_PageUp)
    assert signal.args == [0]
    with qtbot.assertNotEmitted(plot.picked):
        QTest.keyClick(plot, Qt.Key.Key_A)
