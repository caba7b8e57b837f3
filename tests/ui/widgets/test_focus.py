"""Where the focus goes next."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

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
