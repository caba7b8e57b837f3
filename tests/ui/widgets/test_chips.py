from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from genplay.ui import theme
from genplay.ui.theme import Theme
from genplay.ui.widgets.buttons import Button, Chip
from genplay.ui.widgets.chips import Chips

LEFT = Qt.MouseButton.LeftButton
CHOICES = {"nade": "NADE", "row": "Row LSTM", "diag": "Diagonal BiLSTM", "arn": "AR-N"}
LEAST, MOST = 1, 3


@pytest.fixture
def chips(show, qtbot):
    widget = Chips(CHOICES, LEAST, MOST)
    widget.set_on(("nade", "diag"))
    show(widget)
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget


@pytest.fixture
def heard(chips):
    """What the chips have told, in the order in which they did."""
    told = []
    chips.chosen.connect(told.append)
    chips.refused.connect(told.append)
    return told


def chip(chips, words):
    (found,) = [child for child in chips.findChildren(Chip) if child.text() == words]
    return found


def on(chips):
    return [child.text() for child in chips.findChildren(Chip) if child.isChecked()]


def test_a_click_adds_a_choice_and_another_takes_it_away(chips, heard):
    QTest.mouseClick(chip(chips, "Row LSTM"), LEFT)
    assert on(chips) == ["NADE", "Row LSTM", "Diagonal BiLSTM"]
    QTest.mouseClick(chip(chips, "NADE"), LEFT)
    assert on(chips) == ["Row LSTM", "Diagonal BiLSTM"]
    assert heard == [("nade", "row", "diag"), ("row", "diag")]


def test_what_is_on_is_told_in_the_order_of_the_choices(chips, heard):
    chips.set_on(("arn", "diag"))
    QTest.mouseClick(chip(chips, "NADE"), LEFT)
    assert heard == [("nade", "diag", "arn")]


def test_showing_what_is_on_is_no_gesture(chips, heard):
    chips.set_on(("row",))
    assert on(chips) == ["Row LSTM"]
    assert heard == []


def test_more_than_the_most_are_refused_and_nothing_changes(chips, heard):
    chips.set_on(("nade", "row", "diag"))
    QTest.mouseClick(chip(chips, "AR-N"), LEFT)
    assert heard == [MOST]
    assert on(chips) == ["NADE", "Row LSTM", "Diagonal BiLSTM"]


def test_fewer_than_the_least_are_refused_and_nothing_changes(chips, heard):
    chips.set_on(("diag",))
    QTest.mouseClick(chip(chips, "Diagonal BiLSTM"), LEFT)
    assert heard == [LEAST]
    assert on(chips) == ["Diagonal BiLSTM"]


@pytest.mark.parametrize("full", ["by the hand", "by the state"])
def test_after_a_refusal_the_next_gesture_counts(chips, heard, full):
    if full == "by the hand":
        QTest.mouseClick(chip(chips, "Row LSTM"), LEFT)
    else:
        chips.set_on(("nade", "row", "diag"))
    heard.clear()
    QTest.mouseClick(chip(chips, "AR-N"), LEFT)
    QTest.mouseClick(chip(chips, "NADE"), LEFT)
    QTest.mouseClick(chip(chips, "AR-N"), LEFT)
    assert heard == [MOST, ("row", "diag"), ("row", "diag", "arn")]
    assert on(chips) == ["Row LSTM", "Diagonal BiLSTM", "AR-N"]


def test_the_keyboard_goes_from_chip_to_chip_and_chooses(chips, heard):
    chip(chips, "NADE").setFocus(Qt.FocusReason.TabFocusReason)
    passed = []
    for _ in CHOICES:
        passed.append(chips.focusWidget().text())
        if passed[-1] in ("NADE", "AR-N"):
            QTest.keyClick(chips.focusWidget(), Qt.Key.Key_Space)
        QTest.keyClick(chips.focusWidget(), Qt.Key.Key_Tab)
    assert passed == list(CHOICES.values())
    assert heard == [("diag",), ("diag", "arn")]


def test_a_screen_reader_says_what_each_chip_is_and_whether_it_is_on(chips):
    faces = [QAccessible.queryAccessibleInterface(child) for child in chips.findChildren(Chip)]
    assert [face.text(QAccessible.Text.Name) for face in faces] == list(CHOICES.values())
    assert [bool(face.state().checked) for face in faces] == [True, False, True, False]


def test_other_words_are_the_same_choice(chips, heard):
    chips.set_words("arn", "AR-8")
    assert QAccessible.queryAccessibleInterface(chip(chips, "AR-8")).text(QAccessible.Text.Name) == "AR-8"
    QTest.mouseClick(chip(chips, "AR-8"), LEFT)
    assert heard == [("nade", "diag", "arn")]


def test_every_word_has_room_at_any_scale(chips, qapp):
    gaps = []
    for scale in (1.0, 2.0):
        theme.apply(qapp, Theme("light", scale))
        chips.resize(chips.sizeHint())
        chips.layout().activate()
        shown = chips.findChildren(Chip)
        for child in shown:
            assert child.width() > child.fontMetrics().horizontalAdvance(child.text())
        boxes = [child.geometry() for child in shown]
        gaps.append({b.left() - a.right() - 1 for a, b in pairwise(boxes)})
    assert gaps == [{4}, {8}]


def test_a_menu_offers_the_same_where_the_chips_have_no_room(chips, heard, monkeypatch):
    wide = chips.needed(boxed=False)
    assert chips.needed(boxed=True) < wide / 2
    chips.set_boxed(True)
    assert not any(child.isVisible() for child in chips.findChildren(Chip))
    (box,) = [b for b in chips.findChildren(Button) if b.isVisible()]
    assert (box.text(), box.toolTip()) == ("2 chosen", "NADE, Diagonal BiLSTM")
    menu, places = chips.findChild(QMenu), []
    monkeypatch.setattr(QMenu, "popup", lambda _menu, place: places.append(place))
    QTest.mouseClick(box, LEFT)
    assert places == [box.mapToGlobal(box.rect().bottomLeft())]
    acts = {act.text(): act for act in menu.actions()}
    acts["Row LSTM"].trigger()
    acts["AR-N"].trigger()  # one too many
    assert heard == [("nade", "row", "diag"), MOST]
    assert [name for name, act in acts.items() if act.isChecked()] == ["NADE", "Row LSTM", "Diagonal BiLSTM"]
    chips.set_words("arn", "AR-8")
    assert menu.actions()[-1].text() == "AR-8"
    chips.set_boxed(False)
    assert chip(chips, "AR-8").isVisible()
    assert not box.isVisible()


def test_a_choice_that_is_left_out_stays_on_and_is_not_offered(chips, heard):
    whole = chips.needed(boxed=False)
    chips.leave_out({"diag"})
    seen = [child.text() for child in chips.findChildren(Chip) if child.isVisible()]
    assert seen == ["NADE", "Row LSTM", "AR-N"]
    assert chips.needed(boxed=False) < whole
    QTest.mouseClick(chip(chips, "Row LSTM"), LEFT)
    assert heard == [("nade", "row", "diag")]
    chips.set_boxed(True)
    box = next(child for child in chips.findChildren(Button) if child.isVisible())
    assert (box.text(), box.toolTip()) == ("2 chosen", "NADE, Row LSTM")
    menu = chips.findChild(QMenu)
    assert [act.text() for act in menu.actions() if act.isVisible()] == ["NADE", "Row LSTM", "AR-N"]
    chips.set_boxed(False)
    chips.leave_out(frozenset())
    assert chip(chips, "Diagonal BiLSTM").isVisible()
    assert on(chips) == ["NADE", "Row LSTM", "Diagonal BiLSTM"]
