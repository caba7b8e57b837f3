import math
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from genplay.ui import theme
from genplay.ui.widgets.waterfall import Step, Waterfall, spans, visible_range

ROWS = [
    Step("Reconstruction", "−134.150", -134.150, "blue", "what the decoder explains"),
    Step("− KL(q ‖ p(z))", "−6.998", -6.998, "orange"),
    Step("ELBO", "−141.148", -141.148),
    Step("+ KL(q ‖ p(z|x))", "+1.323", 1.323, "accent"),
    Step("log p(x), quadrature", "−139.825", -139.825, hint="over 400 × 400 squares"),
]
UNKNOWN = [*ROWS[:3], replace(ROWS[3], value=None), Step("log p(x)", "", None)]
NEAR = [
    Step("Reconstruction", "−3.000", -3.0, "blue"),
    Step("− KL(q ‖ p(z))", "−7.000", -7.0, "orange"),
    Step("ELBO", "−10.000", -10.0),
]


@pytest.fixture
def waterfall(show):
    widget = Waterfall()
    widget.set_rows(ROWS)
    return show(widget)


def seen(widget, token, row):
    """The columns of a row that have a token's colour, from the pixels between names and values."""
    image, colour = widget.grab().toImage(), theme.current().color(token).name()
    box, ratio = widget.bar(row), image.devicePixelRatio()
    y = int(box.center().y() * ratio)
    return [x for x in range(image.width()) if image.pixelColor(x, y).name() == colour]


def test_bars_are_as_long_as_the_numbers(waterfall):
    orange, violet = seen(waterfall, "orange", 1), seen(waterfall, "accent", 3)
    assert len(orange) > 200
    assert len(orange) / len(violet) == pytest.approx(6.998 / 1.323, rel=0.02)
    assert orange == list(range(orange[0], orange[-1] + 1))


def test_each_term_begins_where_the_one_before_has_ended(waterfall):
    blue, orange, elbo, violet, total = (waterfall.bar(row) for row in range(5))
    assert orange.right() == blue.right()
    assert orange.left() == violet.left()
    assert abs(elbo.center().x() - orange.left()) <= 1
    assert abs(total.center().x() - violet.right()) <= 1


def test_the_spans_add_up():
    found = spans(ROWS)
    assert found[0] == (0.0, -134.150)
    assert found[1] == (-134.150, pytest.approx(-141.148))
    assert found[2] == (-141.148, -141.148)
    assert found[3] == (-141.148, pytest.approx(-139.825))


def test_only_a_first_bar_that_is_far_longer_is_broken(waterfall):
    assert waterfall.is_broken()
    blue = seen(waterfall, "blue", 0)
    assert 0 < len(range(blue[0], blue[-1] + 1)) - len(blue) <= 8  # the two lines of the sheet's colour
    waterfall.set_rows(NEAR)
    assert not waterfall.is_broken()
    blue, orange = seen(waterfall, "blue", 0), seen(waterfall, "orange", 1)
    assert len(orange) / len(blue) == pytest.approx(7 / 3, rel=0.02)
    assert blue[0] == orange[-1] + 1


def test_the_small_bars_are_readable_whatever_the_first_is():
    for first in (-10.0, -50.0, -134.15, -900.0, 60.0):
        rows = [replace(ROWS[0], value=first), replace(ROWS[1], value=-2.0)]
        (low, high), broken = visible_range(spans(rows))
        assert broken
        assert 2.0 / (high - low) > 0.5
        assert low <= first - 2.0 < first <= high


def test_the_axis_rests_while_the_numbers_move_a_little():
    axes = {
        visible_range(spans([replace(ROWS[0], value=-134.15 + k / 200), *ROWS[1:2]])) for k in range(-10, 10)
    }
    assert len(axes) <= 2


def test_joins_lead_from_bar_to_bar(waterfall):
    image = waterfall.grab().toImage()
    blue, orange = waterfall.bar(0), waterfall.bar(1)
    between = range(int(blue.bottom()), int(orange.top()))
    x = int(blue.right()) - 1
    assert any(
        image.pixelColor(x, y).name() == theme.current().color("text2").name().lower() for y in between
    )


def test_rules_stand_above_the_totals(waterfall, look):
    picture = look(waterfall)
    assert picture(150, 36) == "#dde1e9"
    assert {picture(x, 72) for x in range(0, waterfall.width(), 7)} == {"#848da0"}


def test_values_end_at_the_right_edge_and_make_room_for_the_error(waterfall, look):
    picture = look(waterfall)

    def ends(row):
        ys = range(18 * row + 3, 18 * row + 16)
        return max(x for x in range(500, 600) for y in ys if picture(x, y) == "#161b26")

    assert min(ends(row) for row in range(5)) >= 595
    waterfall.set_rows(ROWS, "± 0.0002")
    picture = look(waterfall)
    assert max(ends(row) for row in range(5)) < 560


def test_what_is_not_known_has_a_dash_and_no_bar(waterfall, look):
    waterfall.set_rows(UNKNOWN)
    assert waterfall.bar(3).isEmpty()
    assert waterfall.bar(4).isEmpty()
    assert not waterfall.bar(1).isEmpty()
    assert waterfall.accessibleDescription().endswith("+ KL(q ‖ p(z|x)) –; log p(x) = –")
    look(waterfall)


def test_after_an_unknown_term_nothing_is_drawn_until_a_total():
    rows = [replace(ROWS[0], value=None), *ROWS[1:]]
    assert [span is None for span in spans(rows)] == [True, True, False, False, False]


@pytest.mark.parametrize("value", [0.0, math.nan, math.inf, 1e-300, 1e300])
def test_odd_numbers_are_drawn(waterfall, look, value):
    waterfall.set_rows([replace(row, value=value) for row in ROWS])
    look(waterfall)
    for row in range(5):
        assert math.isfinite(waterfall.bar(row).width())


@pytest.mark.parametrize("size", [(1, 1), (3, 200), (200, 3), (120, 40)])
@pytest.mark.parametrize("rows", [ROWS, UNKNOWN, NEAR, []])
def test_tiny_widgets_are_drawn(waterfall, look, size, rows):
    waterfall.resize(*size)
    waterfall.set_rows(rows)
    look(waterfall)


def test_the_sum_is_spoken(waterfall):
    waterfall.set_rows(ROWS, "± 0.0002")
    assert waterfall.accessibleDescription() == (
        "Reconstruction −134.150; − KL(q ‖ p(z)) −6.998; ELBO = −141.148; "
        "+ KL(q ‖ p(z|x)) +1.323; log p(x), quadrature = −139.825 ± 0.0002"
    )


def test_each_row_explains_itself(waterfall):
    for y, hint in ((9, "what the decoder explains"), (81, "over 400 × 400 squares"), (27, "")):
        point = QPoint(50, y)
        event = QHelpEvent(QEvent.Type.ToolTip, point, waterfall.mapToGlobal(point))
        QApplication.sendEvent(waterfall, event)
        assert not hint or QToolTip.text() == hint


def test_rows_grow_with_the_widget_but_not_beyond_26(waterfall):
    assert waterfall.sizeHint().height() == 90
    waterfall.resize(600, 110)
    assert waterfall.bar(4).center().y() == pytest.approx(99, abs=1)
    waterfall.resize(600, 400)
    assert waterfall.bar(4).center().y() == pytest.approx(117, abs=1)


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_bars_have_their_tokens_at_150_percent(waterfall, qapp, name):
    theme.apply(qapp, theme.Theme(name, 1.5))
    waterfall.resize(waterfall.sizeHint())
    assert waterfall.height() == 135
    lengths = [len(seen(waterfall, token, row)) for row, token in ((1, "orange"), (3, "accent"))]
    assert lengths[0] > 350
    assert lengths[0] / lengths[1] == pytest.approx(6.998 / 1.323, rel=0.02)
