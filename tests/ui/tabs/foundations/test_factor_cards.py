import math
from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtTest import QTest

from genplay.ui import text, theme
from genplay.ui.tabs.foundations.factor_cards import Card, FactorCards
from genplay.ui.widgets.mini import INK, PAPER, UNKNOWN

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


def card(place, *, done, shape=(3, 4)):
    """Card of a picture whose odd pixels are ink, read as far as a place."""
    rows, columns = shape
    cells = [[_cell(r * columns + c, place, done) for c in range(columns)] for r in range(rows)]
    said = ("paper", "ink")[place % 2]
    if not done:
        return Card(tuple(map(tuple, cells)), None, f"pixel {place + 1}", "·")
    return Card(tuple(map(tuple, cells)), place, f"{said} at {place + 1}", f"0.{place + 100}")


def _cell(index, place, done):
    return (PAPER, INK)[index % 2] if done and index <= place else UNKNOWN


def fill(cards, count=12, shown=7, shape=(3, 4)):
    cards.show_cards(
        [card(place, done=place < shown, shape=shape) for place in range(count)], shown - 1 if shown else None
    )


@pytest.fixture
def cards(show):
    made = show(FactorCards(), 540, 210)
    fill(made)
    return made


def boxes(cards, count=12):
    return [cards.card(number) for number in range(count)]


def picture(cards):
    return cards.grab().toImage()


def colours(image, box):
    return {
        image.pixelColor(x, y).name()
        for x in range(box.left(), box.right() + 1)
        for y in range(box.top(), box.bottom() + 1)
    }


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("room", [(540, 210), (248, 111), (1000, 600), (300, 500), (900, 111)])
@pytest.mark.parametrize(
    ("count", "shape"), [(4, (2, 2)), (9, (3, 3)), (12, (3, 4)), (16, (4, 4)), (20, (4, 5))]
)
def test_every_card_is_inside_and_none_lies_on_another(show, qapp, scale, room, count, shape):
    theme.apply(qapp, theme.Theme(scale=scale))
    cards = FactorCards()
    fill(cards, count, count, shape)
    show(cards, round(room[0] * scale), round(room[1] * scale))
    found = boxes(cards, count)
    assert all(cards.rect().contains(box) for box in found)
    assert not [pair for pair in combinations(found, 2) if pair[0].intersects(pair[1])]
    assert {box.size().toTuple() for box in found} == {found[0].size().toTuple()}
    places = [(box.top(), box.left()) for box in found]
    assert places == sorted(places)


SMALL, TINY = text.share(0.0501), text.share(1.83e-4)


def fill_with(cards, value, count, shape):
    cards.show_cards([replace(card(n, done=True, shape=shape), value=value) for n in range(count)], None)


def free_of_words(cards, count):
    """Whether nothing is written between the cards, nor right beside their edges."""
    now, image, edge = theme.current(), picture(cards), math.ceil(theme.current().line("hairline"))
    rounded, gap = now.px(7), now.px(7)
    right = [QRect(box.right() + 1, box.top(), gap, box.height()) for box in boxes(cards, count)]
    below = [QRect(box.left(), box.bottom() + 1, box.width(), gap) for box in boxes(cards, count)]
    gaps = [gap.intersected(cards.rect()) for gap in (*right, *below)]
    outside = {colour for gap in gaps for colour in colours(image, gap)}
    columns = [(box, x) for box in boxes(cards, count) for x in (box.left() + edge, box.right() - edge)]
    inside = [QRect(x, box.top() + rounded, 1, box.height() - 2 * rounded) for box, x in columns]
    beside = {colour for strip in inside for colour in colours(image, strip)}
    return len(outside) == 1 and beside == {now.color("surface").name()}


@pytest.mark.parametrize("value", [SMALL, TINY])
@pytest.mark.parametrize("room", [(540, 210), (537, 150), (500, 236), (300, 500), (540, 410), (248, 111)])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize(("count", "shape"), [(12, (3, 4)), (20, (4, 5))])
def test_no_value_runs_over_the_edge_of_its_card(show, qapp, value, room, scale, count, shape):
    theme.apply(qapp, theme.Theme(scale=scale))
    cards = FactorCards()
    fill_with(cards, value, count, shape)
    show(cards, *(round(side * scale) for side in room))
    assert free_of_words(cards, count)
    inside = map(QColor, colours(picture(cards), cards.card(0)))
    assert any(seen.blue() > seen.red() + 60 for seen in inside)  # it is written


@pytest.mark.parametrize("value", [SMALL, TINY])
@pytest.mark.parametrize("room", [(540, 210), (537, 150), (500, 236), (540, 410)])
def test_a_value_is_never_smaller_than_the_captions_where_a_page_has_room(show, value, room):
    """The rooms are those of the pages; in the smallest that the cards accept, no less than 8 px."""
    cards = show(FactorCards(), *room)
    fill_with(cards, value, 20, (4, 5))
    assert cards._value_font(theme.current(), cards.card(0)).pixelSize() >= 11
    cards.resize(cards.minimumSizeHint())
    assert cards._value_font(theme.current(), cards.card(0)).pixelSize() >= 8


def test_the_cards_do_not_move_when_the_first_small_value_comes(show):
    cards = show(FactorCards(), 537, 150)
    fill_with(cards, "1", 20, (4, 5))
    before = boxes(cards, 20)
    fill_with(cards, SMALL, 20, (4, 5))
    assert boxes(cards, 20) == before


def test_at_its_minimum_all_values_still_have_room(show):
    cards = FactorCards()
    fill(cards, 20, 20, (4, 5))
    show(cards, *cards.minimumSizeHint().toTuple())
    font = cards._value_font(theme.current(), cards.card(0))
    assert all(cards.rect().contains(box) for box in boxes(cards, 20))
    assert min(box.height() for box in boxes(cards, 20)) >= QFontMetrics(font).height()


def test_the_picture_of_a_card_is_what_is_read(cards):
    now, image = theme.current(), picture(cards)
    ink, accent = now.color("ink").name(), now.color("accent").name()
    inside = [colours(image, box.adjusted(6, 6, -6, -44)) for box in boxes(cards)]
    assert [accent in seen for seen in inside] == [place < 7 for place in range(12)]
    assert [ink in seen for seen in inside] == [2 <= place < 7 for place in range(12)]


def test_the_card_read_last_is_framed(cards):
    accent = theme.current().color("accent").name()
    image = picture(cards)
    edges = [accent in colours(image, QRect(box.left(), box.center().y(), 2, 1)) for box in boxes(cards)]
    assert edges == [place == 6 for place in range(12)]


def test_a_value_is_written_in_blue(cards):
    image, blue = picture(cards), theme.current().color("blue").name()
    below = [colours(image, box.adjusted(4, box.height() - 30, -4, -4)) for box in boxes(cards)]
    assert [blue in seen for seen in below] == [place < 7 for place in range(12)]


def test_captions_are_written_where_they_fit_and_left_out_where_they_do_not(cards):
    def seen(caption):
        cards.show_cards([replace(card(place, done=True), caption=caption) for place in range(12)], 11)
        return picture(cards)

    assert seen("ink at 1") != seen("ink at 2")
    assert seen("paper at a long, long name") == seen("paper at another long, long name")


@pytest.mark.parametrize("number", range(12))
def test_a_click_shows_the_factors_up_to_that_card(cards, qtbot, number):
    with qtbot.waitSignal(cards.picked) as signal:
        QTest.mouseClick(cards, LEFT, pos=cards.card(number).center())
    assert signal.args == [number + 1]


def test_the_right_button_and_the_gaps_do_nothing(cards, qtbot):
    first, second = cards.card(0), cards.card(1)
    between = (first.topRight() + second.topLeft()) / 2
    assert not first.contains(between)
    assert not second.contains(between)
    with qtbot.assertNotEmitted(cards.picked):
        QTest.mouseClick(cards, RIGHT, pos=first.center())
        QTest.mouseClick(cards, LEFT, pos=between)


@pytest.mark.parametrize(
    ("shown", "key", "asked"),
    [
        (0, Qt.Key.Key_Right, 1),
        (0, Qt.Key.Key_Left, 0),
        (7, Qt.Key.Key_Right, 8),
        (7, Qt.Key.Key_Left, 6),
        (1, Qt.Key.Key_Left, 0),
        (12, Qt.Key.Key_Right, 12),
    ],
)
def test_arrow_keys_show_a_factor_more_or_less(cards, qtbot, shown, key, asked):
    fill(cards, shown=shown)
    with qtbot.waitSignal(cards.picked) as signal:
        QTest.keyClick(cards, key)
    assert signal.args == [asked]


def test_other_keys_are_left_to_the_window(cards, qtbot):
    with qtbot.assertNotEmitted(cards.picked):
        QTest.keyClick(cards, Qt.Key.Key_Space)
        QTest.keyClick(cards, Qt.Key.Key_A)


@pytest.mark.parametrize(("shown", "begins"), [(0, 0), (1, 0), (7, 6), (12, 11)])
def test_with_the_keys_on_them_the_card_they_begin_at_shows_it(cards, qtbot, shown, begins):
    fill(cards, shown=shown)
    cards.clearFocus()
    free = picture(cards)
    cards.activateWindow()
    cards.setFocus()
    qtbot.waitUntil(cards.hasFocus)
    focused = picture(cards)
    changed = [n for n, box in enumerate(boxes(cards)) if focused.copy(box) != free.copy(box)]
    assert changed == [begins]


def test_the_pointer_tells_each_card_once_and_then_none(cards):
    told = []
    cards.hovered.connect(told.append)
    for aside in (0, 2):
        QTest.mouseMove(cards, cards.card(2).center() + QPoint(aside, 0))
    QTest.mouseMove(cards, cards.card(3).center())
    QTest.mouseMove(cards, (cards.card(3).topRight() + cards.card(4).topLeft()) / 2)
    assert told == [2, 3, None]


def test_the_card_under_the_pointer_has_a_stronger_edge(cards):
    free = picture(cards)
    QTest.mouseMove(cards, cards.card(9).center())
    changed = [n for n, box in enumerate(boxes(cards)) if picture(cards).copy(box) != free.copy(box)]
    assert changed == [9]


def test_what_is_read_is_read_aloud(cards):
    assert cards.accessibleName() == "Factors of the chain rule"
    said = cards.accessibleDescription().split(", ")
    assert said[0] == "paper at 1 0.100"
    assert said[-1] == "paper at 7 0.106"
    assert len(said) == 7
    fill(cards, shown=0)
    assert cards.accessibleDescription() == ""


@pytest.mark.parametrize("name", ["dark", "contrast"])
def test_they_follow_the_theme(cards, qapp, name):
    light = picture(cards)
    theme.apply(qapp, theme.Theme(name))
    now, dressed = theme.current(), picture(cards)
    assert dressed != light
    box = cards.card(11)
    assert dressed.pixelColor(box.left() + 8, box.top() + 4).name() == now.color("strip").name()
    box = cards.card(0)
    assert dressed.pixelColor(box.left() + 8, box.top() + 4).name() == now.color("surface").name()


def test_no_cards_are_no_harm(show, qtbot):
    cards = show(FactorCards(), 300, 200)
    cards.show_cards([], None)
    with qtbot.assertNotEmitted(cards.picked):
        QTest.mouseClick(cards, LEFT, pos=cards.rect().center())
    assert len(colours(picture(cards), cards.rect())) == 1
