import pytest

from genplay.ui.theme import Theme
from genplay.ui.widgets.bars import BaselineBars
from genplay.ui.widgets.tones import mix

GREY, BLUE = mix(Theme(), "text3", 0.55).name(), "#1c5fc0"
ROWS = [
    ("One shared p", -282.23, False, None),
    ("AR-1", -141.115, False, None),
    ("NADE", -80.0, True, (-50.0, -30.0)),
]


@pytest.fixture
def bars(show):
    widget = BaselineBars()
    widget.set_rows(ROWS)
    return show(widget)


def test_bars_are_as_long_as_values_are_far_from_zero(bars, look):
    picture = look(bars)
    grey = [sum(picture(x, 23 * row + 11) == GREY for x in range(88, 224)) for row in range(2)]
    assert grey[1] == pytest.approx(grey[0] / 2, abs=1)
    assert grey[0] > 60


def test_the_parts_of_the_emphasised_row_add_up_to_its_bar(bars, look):
    picture = look(bars)
    line = [picture(x, 2 * 23 + 11) for x in range(88, 224)]
    full, longest = line.count(BLUE), sum(picture(x, 11) == GREY for x in range(88, 224))
    pale = sum(colour == line[full] for colour in line)
    assert full == pytest.approx(longest * 50 / 282.23, abs=1)
    assert full + pale == pytest.approx(longest * 80 / 282.23, abs=1)


def test_an_unknown_value_leaves_bar_and_number_blank(bars, look):
    bars.set_rows([("One shared p", None, False, None), *ROWS[1:]])
    picture = look(bars)
    assert GREY not in [picture(x, 11) for x in range(88, 224)]
    assert bars.accessibleDescription() == "AR-1 −141.12, NADE −80.00"


def test_all_is_spoken(bars):
    assert bars.accessibleDescription() == "One shared p −282.23, AR-1 −141.12, NADE −80.00"


def test_a_row_each_and_none_for_none(bars):
    assert bars.sizeHint().height() == 3 * 23
    bars.set_rows([])
    assert bars.sizeHint().height() == 0
