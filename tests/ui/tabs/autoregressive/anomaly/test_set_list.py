"""Sets to choose from, with pictures to take."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from genplay.ui.tabs.autoregressive.anomaly.set_list import SetList, SetRow

INK, ACCENT, SOFT = "#161b26", "#5a42cf", "#ece9fb"
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def sets(show):
    def row(index, name):
        bits = np.zeros((9, 28, 28), np.uint8)
        bits[:, :, : 2 + index] = 1
        return SetRow(name, name.title(), f"{index}", bits.reshape(9, 784), ["one"] * 9, strange=index > 0)

    widget = SetList()
    widget.set_rows([row(index, name) for index, name in enumerate(("digits", "items", "letters"))])
    widget.set_current("items")
    return show(widget, 332, 132)


def test_pictures_are_drawn_in_whole_pixels(sets, look):
    picture = look(sets)
    box = sets.picture_box(1, 2)
    ink = [picture(box.left() + 1 + x, box.center().y()) == INK for x in range(28)]
    assert ink == [True] * 3 + [False] * 25


def test_pictures_are_larger_by_a_whole_multiple_where_there_is_room(sets, look):
    small = sets.picture_box(0, 0).width()
    sets.resize(500, 260)
    box = sets.picture_box(1, 0)
    assert (small, box.width()) == (30, 58)
    picture = look(sets)
    assert sum(picture(box.left() + x, box.center().y()) == INK for x in range(1, 57)) == 6


def test_the_chosen_row_is_tinted(sets, look):
    picture = look(sets)
    assert picture(105, sets.row_box(1).center().y() + 14) == SOFT
    assert picture(105, sets.row_box(2).center().y() + 14) != SOFT
    assert sets.accessibleDescription() == "Items 1"


def test_a_click_beside_the_pictures_chooses_the_set(sets, qtbot):
    with qtbot.waitSignal(sets.set_chosen) as told:
        qtbot.mouseClick(sets, LEFT, pos=QPoint(60, sets.row_box(2).center().y()))
    assert told.args == ["letters"]


def test_the_test_digits_cannot_be_chosen_and_the_choice_not_again(sets, qtbot):
    with qtbot.assertNotEmitted(sets.set_chosen):
        qtbot.mouseClick(sets, LEFT, pos=QPoint(60, sets.row_box(0).center().y()))
        qtbot.mouseClick(sets, LEFT, pos=QPoint(60, sets.row_box(1).center().y()))


@pytest.mark.parametrize("row", [0, 1, 2])
def test_a_click_on_a_picture_takes_it(sets, qtbot, row):
    with qtbot.waitSignal(sets.picture_chosen) as told, qtbot.assertNotEmitted(sets.set_chosen):
        qtbot.mouseClick(sets, LEFT, pos=sets.picture_box(row, 3).center())
    assert told.args == [("digits", "items", "letters")[row], 3]


def test_the_pointer_frames_the_picture_that_a_click_takes(sets, qtbot, look, leave):
    box = sets.picture_box(1, 2)
    qtbot.mouseMove(sets, QPoint(5, 5))
    qtbot.mouseMove(sets, box.center())
    assert look(sets)(box.left(), box.center().y()) == ACCENT
    leave(sets)
    assert look(sets)(box.left(), box.center().y()) != ACCENT


def test_the_keyboard_chooses_sets_and_takes_pictures(sets, qtbot):
    chosen, taken = [], []
    sets.set_chosen.connect(chosen.append)
    sets.picture_chosen.connect(lambda name, number: taken.append((name, number)))
    qtbot.keyClick(sets, Qt.Key.Key_Return)  # no picture is framed yet
    qtbot.keyClick(sets, Qt.Key.Key_Down)
    sets.set_current("letters")
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_Up):
        qtbot.keyClick(sets, key)
    qtbot.keyClick(sets, Qt.Key.Key_Enter)
    assert chosen == ["letters", "items"]
    assert taken == [("letters", 1), ("digits", 1)]


def test_rows_without_pictures_wait(show):
    empty = SetList()
    empty.set_rows([SetRow("items", "Items", "", np.zeros((0, 784), np.uint8), ())])
    show(empty, 332, 60)
    assert empty.grab().width() == 332


def test_an_empty_list_ignores_keys(show, qtbot):
    qtbot.keyClick(show(SetList(), 300, 100), Qt.Key.Key_Down)
