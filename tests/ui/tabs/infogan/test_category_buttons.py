"""Ten buttons with pictures."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from genplay.ui import theme
from genplay.ui.tabs.infogan.category_buttons import CategoryButtons

LEFT = Qt.MouseButton.LeftButton
ORDER = (1, 3, 4, 0, 5, 6, 7, 8, 9, 2)
NAMES = {number: f"Category {number}" for number in range(10)}


@pytest.fixture
def buttons(show):
    made = show(CategoryButtons(), 256, 140)
    made.set_order(ORDER, NAMES)
    pictures = np.zeros((10, 28, 28), np.uint8)
    pictures[4] = 255
    made.set_pictures(pictures)
    made.set_current(4)
    return made


def ink(button):
    """The middle of a button's picture."""
    middle = button.picture_rect().center()
    return button.grab().toImage().pixelColor(middle)


def test_each_stands_where_its_digit_does_and_says_its_number(buttons):
    third = buttons.button(4)
    assert (third.text(), third.accessibleName()) == ("4", "Category 4")
    assert buttons.button(1).x() < buttons.button(3).x() < third.x()
    assert buttons.button(6).y() > third.y()
    assert third.isChecked()


def test_a_picture_is_that_of_its_category(buttons):
    assert ink(buttons.button(4)) == theme.current().color("ink")
    assert ink(buttons.button(3)) == theme.current().color("paper")
    buttons.set_stale(True)
    assert ink(buttons.button(4)) != theme.current().color("ink")
    buttons.set_pictures(None)
    assert ink(buttons.button(4)) == theme.current().color("paper")


def test_a_click_chooses_and_chooses_again(buttons, qtbot):
    for _ in range(2):
        with qtbot.waitSignal(buttons.chosen) as caught:
            QTest.mouseClick(buttons.button(7), LEFT)
        assert caught.args == [7]


@pytest.mark.parametrize(
    ("key", "chosen"),
    [(Qt.Key.Key_Left, 3), (Qt.Key.Key_Right, 0), (Qt.Key.Key_Down, 8), (Qt.Key.Key_Up, None)],
)
def test_the_arrow_keys_choose_neighbours(buttons, key, chosen):
    found = []
    buttons.chosen.connect(found.append)
    buttons.button(4).setFocus()
    QTest.keyClick(buttons.button(4), key)
    assert found == ([] if chosen is None else [chosen])


def test_the_focus_goes_with_the_choice(buttons):
    buttons.button(4).setFocus()
    buttons.set_current(9)
    assert buttons.button(9).hasFocus()


def test_a_picture_has_whole_pixels_as_large_as_fit(buttons):
    assert buttons.button(4).picture_rect().width() == 28
    buttons.set_side(62, 340)
    buttons.resize(340, 200)
    assert buttons.button(4).sizeHint().width() == 62
    assert buttons.button(4).picture_rect().width() == 56
