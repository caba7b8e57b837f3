import numpy as np
import pytest

from genplay.ui.widgets.histogram import Histogram

BLUE, ACCENT, WINDOW = "#1c5fc0", "#5a42cf", "#f4f5f8"


@pytest.fixture
def histogram(show):
    widget = show(Histogram())
    widget.set_data(np.full(28, 100), np.linspace(-140, 0, 29))
    return widget


def line(histogram, look, y=60):
    picture = look(histogram)
    return [picture(x, y) for x in range(histogram.width())]


def test_bars_below_the_mark_are_full_and_those_above_are_pale(histogram, look):
    histogram.set_mark(-70.0)
    colours = line(histogram, look)
    mark = histogram.mark_x()
    assert mark == pytest.approx(112, abs=1)
    assert {x for x, colour in enumerate(colours) if colour == BLUE} <= set(range(0, 112))
    pale = set(colours[116:]) - {WINDOW}
    assert len(pale) == 1
    assert BLUE not in colours[114:]


def test_the_mark_is_a_line_of_accent_with_a_triangle_on_top(histogram, look):
    histogram.set_mark(-70.0)
    picture, x = look(histogram), round(histogram.mark_x() or 0)
    assert ACCENT in {picture(x - 1, 50), picture(x, 50)}
    width = [sum(picture(at, y) == ACCENT for at in range(x - 8, x + 8)) for y in (0, 30)]
    assert width[0] > width[1] == 2


def test_without_a_mark_all_bars_are_full_and_there_is_no_accent(histogram, look):
    histogram.set_mark(-70.0)
    histogram.set_mark(None)
    colours = line(histogram, look)
    assert ACCENT not in colours
    assert colours[-4] == BLUE
    assert histogram.mark_x() is None


@pytest.mark.parametrize(("value", "x", "side"), [(-500.0, 0, "left"), (50.0, 224, "right")])
def test_a_mark_beyond_the_axis_stays_at_its_edge_and_says_so(histogram, look, value, x, side):
    histogram.set_mark(value)
    assert histogram.mark_x() == x
    assert f"beyond the {side} end" in histogram.toolTip()
    picture = look(histogram)
    points = [at for at in range(224) if picture(at, 5) == ACCENT]
    assert points
    assert abs(points[0] - x) <= 12
    assert abs(points[-1] - x) <= 12


def test_the_tooltip_gives_the_value(histogram):
    histogram.set_mark(-80.131)
    assert histogram.toolTip() == "−80.13 nats"
    assert histogram.accessibleDescription() == "−80.13 nats"


def test_bars_are_as_high_as_their_counts(histogram, look):
    histogram.set_data([0, 1, 50, 100], [0, 1, 2, 3, 4])
    picture = look(histogram)
    heights = [sum(picture(56 * bar + 20, y) == BLUE for y in range(histogram.height())) for bar in range(4)]
    assert heights[0] == 0
    assert heights[1] >= 1
    assert heights[2] == pytest.approx(heights[3] / 2, abs=1)


def test_an_empty_histogram_draws_its_axis_only(show, look):
    widget = show(Histogram())
    widget.set_mark(-3.0)
    assert BLUE not in line(widget, look)
    assert widget.mark_x() is None


def test_it_takes_another_colour_and_height(show, look):
    widget = show(Histogram("text3", 60))
    widget.set_data(np.full(28, 100), np.linspace(-140, 0, 29))
    assert widget.height() == 60
    colours = line(widget, look, 40)
    assert BLUE not in colours
    assert "#5c6679" in colours
