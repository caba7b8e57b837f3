"""Where the focus goes next."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from genplay.ui.widgets.focus import in_turn
from genplay.ui.widgets.segmented import Segmented


def test_what_is_made_late_has_its_turn_in_its_part(show, qapp, qtbot):
    page, first, second = QWidget(), QWidget(), QWidget()
    column = QVBoxLayout(page)
    for part in (first, second):
        column.addWidget(part)
        QVBoxLayout(part).addWidget(QLineEdit())
    silent, late = QPushButton("silent"), QLineEdit()
    silent.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    for one in (silent, late):
        first.layout().addWidget(one)
    in_turn(first, second)
    show(page)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    begin, end = first.findChildren(QLineEdit)[0], second.findChild(QLineEdit)
    begin.setFocus()
    seen = []
    for _ in range(3):
        seen.append(qapp.focusWidget())
        QTest.keyClick(qapp.focusWidget(), Qt.Key.Key_Tab)
    assert seen == [begin, late, end]


def test_a_piece_of_a_switch_has_its_place_before_it_is_chosen(show):
    page, switch, late = QWidget(), Segmented(), QLineEdit()
    switch.set_choices([("one", "One"), ("two", "Two")])
    switch.set_current("one")
    column, end = QVBoxLayout(page), QLineEdit()
    for part in (switch, end, late):
        column.addWidget(part)
    show(page)
    in_turn(switch, late, end)
    one, two = switch.findChildren(QPushButton)
    assert [one.focusPolicy(), two.focusPolicy()] == [Qt.FocusPolicy.TabFocus, Qt.FocusPolicy.NoFocus]
    assert one.nextInFocusChain() is two
    assert (two.nextInFocusChain(), late.nextInFocusChain()) == (late, end)


def test_a_part_that_is_no_stop_keeps_the_place_of_what_is_made_in_it(show):
    page = QWidget()
    first, group, last = QLineEdit(), QWidget(), QLineEdit()
    column = QVBoxLayout(page)
    for part in (first, group, last):
        column.addWidget(part)
    show(page)
    late = QLineEdit(group)
    in_turn(group, late)
    assert (group.nextInFocusChain(), late.nextInFocusChain()) == (late, last)
    assert group.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_a_list_that_opens_has_no_turn(show, qapp, qtbot, qtlog):
    page, choice, end = QWidget(), QComboBox(), QLineEdit()
    column = QVBoxLayout(page)
    for part in (end, choice):
        column.addWidget(part)
    choice.view()  # which makes its list
    show(page)
    in_turn(choice, end)
    assert not [record for record in qtlog.records if "same window" in record.message]
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Tab)
    assert qapp.focusWidget() is end
