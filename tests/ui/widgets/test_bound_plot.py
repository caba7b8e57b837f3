import math

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QToolTip

from genplay.ui import theme
from genplay.ui.widgets.bound_plot import BoundPlot

KS = [1, 5, 50, 500, 5000]
VALUES = [-141.148, -140.57, -140.2, -139.98, -139.86]
SPREADS = [0.78, 0.5, 0.28, 0.12, 0.02]
GROUND = theme.LIGHT.window.lower()


@pytest.fixture
def plot(show):
    widget = BoundPlot()
    widget.set_reference(-139.825)
    widget.set_points(KS, VALUES, SPREADS)
    return show(widget)


def colours(widget):
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def hover(plot, k, qtbot, y=40):
    qtbot.mouseMove(plot, QPoint(round(plot.at(k, -140).x()) + 3, y - 2))
    qtbot.mouseMove(plot, QPoint(round(plot.at(k, -140).x()), y))


def test_the_axis_of_k_is_logarithmic(plot):
    x = [plot.at(k, -140).x() for k in KS]
    assert x[2] - x[1] == pytest.approx(x[3] - x[2])
    assert (x[1] - x[0]) / (x[2] - x[1]) == pytest.approx(math.log10(5))


def test_dots_stand_on_the_values(plot, look):
    picture = look(plot)
    for k, value in zip(KS, VALUES, strict=True):
        point = plot.at(k, value)
        assert picture(point.x(), point.y()) == "#ffffff"
        around = {picture(point.x() + dx, point.y() + dy) for dx in range(-5, 6) for dy in range(-5, 6)}
        assert "#1c5fc0" in around


def test_heights_are_as_the_values(plot):
    steps = [plot.at(1, value).y() for value in (-142, -141, -140)]
    assert steps[0] - steps[1] == pytest.approx(steps[1] - steps[2])
    assert steps[0] > steps[1]


def test_points_between_the_marks_have_no_dot(plot, look):
    plot.set_points([1, 16, 50], [-141.0, -140.4, -140.2])
    point = plot.at(16, -140.4)
    assert look(plot)(point.x(), point.y()) == "#1c5fc0"


def test_the_band_is_one_deviation_wide(plot, look):
    picture, plain = look(plot), GROUND
    x = round(plot.at(1, 0).x()) + 2
    inside = [plot.at(1, VALUES[0] + share * SPREADS[0]).y() for share in (-0.8, 0.8)]
    outside = plot.at(1, VALUES[0] - 1.15 * SPREADS[0]).y()
    assert all(picture(x, y) != plain for y in inside)
    assert picture(x, outside) == plain


@pytest.mark.parametrize("spreads", [None, [math.nan] * 5, [math.inf] * 5])
def test_unknown_deviations_draw_no_band(plot, look, spreads):
    plot.reset()
    plot.set_points(KS, VALUES, spreads)
    x, seen = round(plot.at(2, 0).x()), look(plot)
    blue = "#1c5fc0"
    assert {seen(x, y) for y in range(10, 60)} >= {GROUND, blue}
    between = [plot.at(2, -140.87).y() + away for away in (-8, 8)]
    assert {seen(x, y) for y in between} <= {GROUND, "#dde1e9"}
    assert "±" not in plot.reading(0)


def test_a_gap_in_the_deviations_parts_the_band(plot, look):
    plot.set_points(KS, VALUES, [0.7, 0.5, math.nan, 0.2, 0.1])
    look(plot)
    assert ["±" in plot.reading(number) for number in range(5)] == [True, True, False, True, True]


def test_the_reference_is_dashed_and_goes_when_it_is_unknown(plot, look):
    y = round(plot.at(1, -139.825).y())
    picture = look(plot)
    row = [picture(x, y) for x in range(50, 300)]
    assert row.count("#161b26") > 60
    assert row.count(GROUND) > 20
    plot.set_reference(None)
    assert "#161b26" not in colours(plot)
    assert "log p(x)" not in plot.accessibleDescription()


def test_within_a_question_the_axis_is_only_widened(plot):
    before = plot.range()
    plot.set_points(KS[:1], [-140.0], [0.1])
    assert plot.range() == before
    plot.set_points(KS[:2], [-140.0, -150.0], [0.1, 0.1])
    low, high = plot.range()
    assert low < -150
    assert high >= before[1] - 1e-9
    plot.reset()
    plot.set_points(KS[:1], [-140.0], [0.1])
    assert plot.range()[0] > -141


def test_growing_points_stay_where_they_are(plot):
    plot.reset()
    plot.set_reference(-139.825)
    plot.set_points(KS[:1], VALUES[:1], SPREADS[:1])
    first = plot.at(KS[0], VALUES[0])
    for count in range(2, 6):
        plot.set_points(KS[:count], VALUES[:count], SPREADS[:count])
        assert plot.at(KS[0], VALUES[0]) == first


def test_hovering_tells_the_nearest_point(plot, qtbot):
    hover(plot, 60, qtbot)
    assert plot.pointed() == 2
    assert QToolTip.text().splitlines() == ["k = 50: −140.200 ± 0.280", "± one standard deviation"]
    qtbot.mouseMove(plot, QPoint(2, 2))
    assert plot.pointed() is None


def test_the_point_under_the_pointer_is_marked(plot, qtbot, look):
    hover(plot, 500, qtbot)
    point = plot.at(500, VALUES[3])
    assert look(plot)(point.x(), point.y()) == "#1c5fc0"


def test_a_point_that_is_gone_is_not_pointed_at(plot, qtbot):
    hover(plot, 5000, qtbot)
    plot.set_points(KS[:2], VALUES[:2])
    assert plot.pointed() is None


def test_it_can_be_read_aloud(plot):
    assert plot.accessibleDescription().startswith("k = 1: −141.148 ± 0.780; k = 5:")
    assert plot.accessibleDescription().endswith("k = 5,000: −139.860 ± 0.020; log p(x) = −139.825")


def test_what_is_no_number_or_off_the_axis_is_left_out(plot):
    plot.reset()
    plot.set_points([0, 1, 5, 50, 10**6], [-1.0, -141.0, math.nan, -math.inf, -2.0])
    assert plot.accessibleDescription() == "k = 1: −141.000"


def test_noise_does_not_look_like_a_rise(plot):
    plot.reset()
    plot.set_points([1, 5], [-100.0, -100.001])
    low, high = plot.range()
    assert high - low >= 0.5


@pytest.mark.parametrize("size", [(1, 1), (5, 300), (300, 5), (90, 40)])
def test_tiny_widgets_are_drawn(plot, look, size):
    plot.resize(*size)
    look(plot)
    plot.set_reference(None)
    look(plot)
    plot.reset()
    look(plot)


@pytest.mark.parametrize("values", [[0.0] * 5, [math.nan] * 5, [1e300] * 5, [-1e9, 1e9, 0, 0, 0]])
def test_odd_numbers_are_drawn(plot, look, values):
    plot.reset()
    plot.set_points(KS, values, np.zeros(5))
    look(plot)


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_curve_and_reference_have_their_tokens_at_150_percent(plot, qapp, name):
    theme.apply(qapp, theme.Theme(name, 1.5))
    plot.resize(plot.sizeHint())
    tokens = theme.current().tokens
    assert {tokens.blue.lower(), tokens.text.lower(), tokens.line.lower()} <= colours(plot)
