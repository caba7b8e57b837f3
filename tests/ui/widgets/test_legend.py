import pytest
from PySide6.QtGui import QColor

from genplay.ui import theme
from genplay.ui.widgets.legend import Legend


@pytest.fixture
def legend(show):
    widget = show(Legend("probability", "0 paper", "1 ink"))
    widget.resize(252, 16)
    return widget


def bar(legend, look):
    """The colours along the middle of the bar."""
    picture, middle = look(legend), legend.height() // 2
    line = [picture(x, middle) for x in range(legend.width())]
    table = {QColor(colour).name() for colour in theme.current().table("probability")}
    inside = [x for x, colour in enumerate(line) if colour in table and colour != "#ffffff"]
    return line[inside[0] : inside[-1] + 1]


def test_the_bar_is_140_long_and_runs_from_the_first_colour_to_the_last(legend, look):
    colours = bar(legend, look)
    assert len(colours) == pytest.approx(140, abs=3)
    assert QColor(colours[0]).lightness() > 245
    assert QColor(colours[-1]).lightness() < 50
    lightness = [QColor(colour).lightness() for colour in colours]
    assert lightness == sorted(lightness, reverse=True)


def test_the_bar_is_eight_high_inside_a_hairline(legend, look):
    picture = look(legend)
    column = [picture(126, y) for y in range(legend.height())]
    blues = [colour for colour in column if QColor(colour).saturation() > 80]
    assert len(blues) == 8


def test_its_ends_are_spoken(legend):
    assert legend.accessibleName() == "Legend: from 0 paper to 1 ink"
    legend.set_ends("0", "4 nats or more")
    assert legend.accessibleName() == "Legend: from 0 to 4 nats or more"


def test_another_table_colours_the_bar(legend, look):
    legend.set_table("surprise")
    assert look(legend)(190, 8) != look(Legend("probability", "0", "1"))(190, 8)
    assert QColor(look(legend)(190, 8)).hue() == pytest.approx(20, abs=20)


def test_longer_words_ask_for_more_room(legend):
    short = legend.sizeHint().width()
    legend.set_ends("0", "4 nats or more, and clipped there")
    assert legend.sizeHint().width() > short
    assert legend.minimumSizeHint().width() < legend.sizeHint().width()
