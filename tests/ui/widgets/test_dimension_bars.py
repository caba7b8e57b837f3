import math
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QToolTip

from genplay.ui import theme
from genplay.ui.widgets.dimension_bars import DimensionBars

LEFT = Qt.MouseButton.LeftButton
ORDER = [6, 0, 3, 2, 5, 1, 4]
VALUES = [2.5, 0.01, 0.6, 1.2, 0.0, 0.02, 3.21]
MEANS = [2.8, 0.005, 0.7, 1.4, 0.002, 0.01, 2.98]


@pytest.fixture
def bars(show):
    widget = DimensionBars()
    widget.set_order(ORDER, inactive=3)
    widget.set_values(VALUES, MEANS)
    return show(widget)


def heard(widget):
    reports = []
    widget.picked.connect(reports.append)
    return reports


def column(bars, dimension, y=20):
    return QPoint(round(bars.bar(dimension).center().x()), y)


def heights(bars, dimension, token):
    """How many pixels of a token's colour stand above each other in a bar's column, beside its tick."""
    image, box = bars.grab().toImage(), bars.bar(dimension)
    x, colour = int(box.center().x()), theme.current().color(token).name()
    return sum(image.pixelColor(x, y).name() == colour for y in range(image.height()))


def test_bars_are_as_high_as_the_numbers(bars):
    bars.set_values(VALUES)
    seen = {dimension: heights(bars, dimension, "orange") for dimension in (6, 0, 3, 2)}
    assert seen[6] > 50
    for dimension, height in seen.items():
        assert height / seen[6] == pytest.approx(VALUES[dimension] / VALUES[6], abs=0.03)


def test_ticks_stand_at_the_means(bars):
    assert bars.mean(0).center().y() == pytest.approx(bars.bar(0).bottom() - 2.8 / bars.top() * 86, abs=1)
    image, box = bars.grab().toImage(), bars.mean(0)
    assert image.pixelColor(box.center().toPoint()).name() == "#161b26"
    assert box.width() > bars.bar(0).width()


def test_bars_stand_in_the_callers_order(bars):
    lefts = [bars.bar(dimension).left() for dimension in ORDER]
    assert lefts == sorted(lefts)


def test_inactive_ones_are_grey_and_counted(bars):
    bars.set_values([1.0] * 7)
    assert heights(bars, 5, "orange") == 0
    assert heights(bars, 2, "orange") > 0
    assert "3 inactive" in bars.accessibleDescription()
    assert bars.reading(5).endswith("inactive")


def test_a_bracket_spans_the_inactive_ones(bars, look):
    picture, control = look(bars), "#848da0"
    rows = {y for y in range(bars.height()) if picture(column(bars, 1).x(), y) == control}
    assert rows
    y = min(rows)
    spanned = [x for x in range(bars.width()) if picture(x, y) == control]
    assert spanned[0] <= bars.bar(5).left()
    assert spanned[-1] >= bars.bar(4).right() - 1
    assert spanned[0] > bars.bar(2).right()


def test_without_inactive_ones_there_is_no_bracket(bars, look):
    bars.set_order(ORDER)
    picture = look(bars)
    assert "#848da0" not in {picture(x, y) for x in range(bars.width()) for y in range(90)}
    assert "inactive" not in bars.accessibleDescription()


def test_hovering_reads_a_bar_also_above_it(bars, qtbot):
    qtbot.mouseMove(bars, column(bars, 0, 50))
    qtbot.mouseMove(bars, column(bars, 6, 12))
    assert bars.pointed() == 6
    assert QToolTip.text() == "z₇: 3.21 nats here, 2.98 on average"
    qtbot.mouseMove(bars, QPoint(1, 40))
    assert bars.pointed() is None


def test_without_a_drawing_or_means_there_is_less_to_read(bars):
    bars.set_values(None, MEANS)
    assert bars.reading(6) == "z₇: – nats here, 2.98 on average"
    bars.set_values(VALUES)
    assert bars.reading(6) == "z₇: 3.21 nats here"


def test_a_click_picks(bars, qtbot):
    reports = heard(bars)
    qtbot.mouseClick(bars, LEFT, pos=column(bars, 3))
    qtbot.mouseClick(bars, Qt.MouseButton.RightButton, pos=column(bars, 3))
    assert reports == [3]


def test_a_click_that_is_drawn_away_picks_nothing(bars, qtbot):
    reports = heard(bars)
    qtbot.mousePress(bars, LEFT, pos=column(bars, 3))
    qtbot.mouseRelease(bars, LEFT, pos=column(bars, 0))
    qtbot.mousePress(bars, LEFT, pos=column(bars, 3))
    qtbot.mouseRelease(bars, LEFT, pos=column(bars, 3, -40))
    qtbot.mouseClick(bars, LEFT, pos=QPoint(2, 40))
    assert reports == []


@pytest.mark.parametrize(
    ("keys", "dimension"),
    [
        (["Right", "Return"], 0),
        (["Right", "Right", "Left", "Enter"], 0),
        (["End", "Right", "Space"], 4),
        (["End", "Home", "Left", "Return"], 6),
    ],
)
def test_keys_go_and_pick(bars, qtbot, keys, dimension):
    reports = heard(bars)
    for key in keys:
        qtbot.keyClick(bars, getattr(Qt.Key, f"Key_{key}"))
    assert reports == [dimension]


def test_keys_say_where_they_are(bars, qtbot):
    bars.activateWindow()
    bars.setFocus()
    qtbot.waitUntil(bars.hasFocus)
    before = bars.grab().toImage()
    qtbot.keyClick(bars, Qt.Key.Key_Right)
    assert bars.current() == 0
    assert bars.accessibleDescription().startswith("z₁: 2.50 nats here")
    assert bars.grab().toImage() != before
    assert QToolTip.text().startswith("z₁")


def test_the_chosen_ones_are_marked_by_tint_and_arrow(bars, look):
    bars.set_chosen([6, 3])
    picture, tokens = look(bars), theme.current().tokens
    for dimension, marked in ((6, True), (3, True), (0, False)):
        x = column(bars, dimension).x()
        below = {picture(x, y) for y in range(bars.height() - 26, bars.height() - 16)}
        assert (tokens.accent.lower() in below) is marked
        tinted = picture(bars.bar(dimension).left() - 4, 14) == tokens.accent_soft.lower()
        assert tinted is marked
    assert bars.accessibleDescription().endswith("chosen: z₇, z₄")


def test_a_chosen_one_that_is_not_shown_is_not_marked(bars, look):
    bars.set_chosen([99])
    look(bars)


def test_all_is_spoken(bars):
    bars.clearFocus()
    assert bars.accessibleDescription() == (
        "z₇: 3.21 nats here, 2.98 on average; z₁: 2.50 nats here, 2.80 on average; "
        "z₄: 1.20 nats here, 1.40 on average; z₃: 0.60 nats here, 0.70 on average; 3 inactive"
    )


@pytest.mark.parametrize("count", [1, 2, 16, 50])
def test_any_number_of_bars_fits(bars, look, count):
    bars.set_order(range(count), inactive=count // 2)
    bars.set_values(np.linspace(4, 0, count), np.full(count, 0.5))
    boxes = [bars.bar(dimension) for dimension in range(count)]
    assert all(before.right() < after.left() for before, after in pairwise(boxes))
    assert boxes[-1].right() <= bars.width()
    look(bars)


def test_ticks_of_neighbours_do_not_touch(bars):
    bars.set_order(range(50))
    bars.set_values(np.ones(50), np.ones(50))
    ticks = [bars.mean(dimension) for dimension in range(50)]
    assert all(before.right() < after.left() for before, after in pairwise(ticks))


def test_nothing_is_higher_than_the_axis(bars):
    for highest in (0.0, 1e-6, 0.11, 3.0, 7.7, 12.0, 345.0):
        bars.set_values([highest] * 7, [highest / 2] * 7)
        assert bars.top() >= highest
        assert bars.bar(6).top() >= 8


def test_what_is_not_nothing_is_seen(bars):
    bars.set_values([1e-9, 0, 0, 0, 0, 0, 5.0])
    assert bars.bar(0).height() == 1
    assert bars.bar(3).height() == 0


@pytest.mark.parametrize("value", [0.0, math.nan, math.inf, -1e-9])
def test_odd_numbers_are_drawn(bars, look, value):
    bars.set_values([value] * 7, [value] * 7)
    look(bars)
    assert bars.bar(0).height() == 0


@pytest.mark.parametrize("size", [(1, 1), (10, 200), (300, 10), (60, 40)])
@pytest.mark.parametrize("count", [0, 2, 50])
def test_tiny_widgets_are_drawn(bars, look, size, count):
    bars.set_order(range(count), inactive=count // 2)
    bars.set_values(np.ones(count), np.ones(count))
    bars.set_chosen([0, 1])
    bars.resize(*size)
    look(bars)


def test_short_vectors_and_no_bars_are_taken(bars, qtbot, look):
    bars.set_values([1.0], [])
    look(bars)
    bars.set_order([])
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Return):
        qtbot.keyClick(bars, key)
    assert bars.current() is None
    assert bars.accessibleDescription() == ""


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_bars_and_marks_have_their_tokens_at_150_percent(bars, qapp, name):
    theme.apply(qapp, theme.Theme(name, 1.5))
    bars.set_chosen([6])
    bars.resize(bars.sizeHint())
    image = bars.grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    tokens = theme.current().tokens
    assert {tokens.orange.lower(), tokens.accent.lower(), tokens.accent_soft.lower()} <= seen
    assert bars.bar(6).height() / bars.bar(0).height() == pytest.approx(3.21 / 2.5, abs=0.03)


def test_a_kl_of_millions_is_written_beside_the_bars(bars):
    usual = bars.bar(ORDER[0]).left()
    bars.set_values([1.7e7, *VALUES[1:]], MEANS)
    assert bars.top() == 2e7
    long = bars.bar(ORDER[0]).left()
    bars.set_values(VALUES, MEANS)
    assert long > usual == bars.bar(ORDER[0]).left()
