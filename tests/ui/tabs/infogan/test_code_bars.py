"""Bars of what Q believes."""

import pytest

from genplay.ui import theme
from genplay.ui.tabs.infogan.code_bars import CodeBars, CodeShare


@pytest.fixture
def bars(show):
    made = show(CodeBars(), 204, 130)
    made.set_rows(
        [CodeShare(str(digit), str(9 - digit), 0.91 if digit == 3 else 0.01) for digit in range(10)]
    )
    return made


def test_bars_are_as_long_as_they_are_likely(bars):
    assert bars.likeliest() == 3
    likely = bars.bar(3).width()
    image = bars.grab().toImage()
    assert image.pixelColor(bars.bar(3).center().toPoint()) == theme.current().color("blue")
    bars.set_rows([CodeShare(str(digit), "0", 1.0) for digit in range(10)])
    assert likely == pytest.approx(0.91 * bars.bar(3).width(), abs=1)


def test_it_is_read_aloud(bars):
    assert "3: 0.910" in bars.accessibleDescription()


def test_what_is_not_known_has_no_bar(bars):
    bars.set_rows([CodeShare("", str(number), None) for number in range(10)])
    assert bars.likeliest() is None
    assert bars.bar(0).width() == 0
    assert "0: –" in bars.accessibleDescription()


def test_names_leave_room_for_the_bars(bars):
    left = bars.bar(0).left()
    bars.set_rows([CodeShare("", str(number), 0.1) for number in range(10)])
    assert bars.bar(0).left() < left
