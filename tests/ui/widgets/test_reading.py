import pytest

from genplay.ui.widgets.reading import ReadingLine

BLUE, STRIP = "#1c5fc0", "#f4f5f8"


@pytest.fixture
def reading(show):
    widget = ReadingLine()
    widget.set_parts([("Row 14, column 15", "text", False), ("p(ink) 0.292", "blue", True)])
    widget.set_hint("Alt+click: what if?")
    return show(widget)


def columns(widget, look, colour):
    picture = look(widget)
    return [x for x in range(widget.width()) if any(picture(x, y) == colour for y in range(6, 26))]


def written(widget, look):
    picture = look(widget)
    return [x for x in range(widget.width()) if any(picture(x, y) != STRIP for y in range(8, 24))]


def test_parts_stand_in_order_and_in_their_colours(reading, look):
    text, blue = columns(reading, look, "#161b26"), columns(reading, look, BLUE)
    assert text
    assert blue
    assert max(text) < min(blue)


def test_the_hint_ends_at_the_right(reading, look):
    ends = reading.width() - 12
    assert ends - 3 <= max(written(reading, look)) <= ends


def test_the_hint_gives_way_when_there_is_no_room(reading, look):
    reading.resize(300, 32)
    blue = columns(reading, look, BLUE)
    assert max(written(reading, look)) <= max(blue) + 3


def test_it_is_spoken(reading):
    assert reading.accessibleName() == "Row 14, column 15, p(ink) 0.292"
    assert reading.accessibleDescription() == "Alt+click: what if?"


def test_nothing_to_read_leaves_the_strip(reading, look):
    reading.set_parts([])
    assert not columns(reading, look, BLUE)
    assert look(reading)(100, 16) == STRIP
