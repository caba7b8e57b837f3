"""Rows of the attributes."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from genplay.ui.tabs.stargan.attribute_rows import GroupRow, SwitchRow

LEFT = Qt.MouseButton.LeftButton
OWN = (1.0, 0.0, 1.0)


@pytest.fixture
def group(show):
    row = show(GroupRow((0, 1), ("Black hair", "Red hair"), "Hair colour", ("Black", "Red")), 250, 80)
    row.show_own(OWN, OWN, OWN)
    row.show_target(OWN)
    row.heard = []
    for name in ("toggled", "corrected", "reset_pressed"):
        getattr(row, name).connect(lambda number, name=name: row.heard.append((name, number)))
    return row


def test_one_of_a_group_holds_and_another_is_asked_for(group):
    assert group.choice.current() == "0"
    QTest.mouseClick(group.choice._pieces["1"], LEFT)
    QTest.mouseClick(group.marks[1], LEFT)
    assert group.heard == [("toggled", 1), ("corrected", 1)]
    assert group.choice._pieces["1"].toolTip() == "Red hair (key 2)"


def test_the_way_back_is_there_where_the_target_is_another(group):
    assert not group.back.isVisible()
    group.show_own(OWN, OWN, (0.0, 1.0, 1.0))
    assert group.back.isVisible()
    QTest.mouseClick(group.back, LEFT)
    assert group.heard == [("reset_pressed", 0)]


def test_of_a_target_between_the_most_is_chosen(group):
    group.show_target((0.4, 0.6, 1.0))
    assert group.choice.current() == "1"


def test_marks_and_bars_are_beside_their_pieces(group):
    for number, mark in enumerate(group.marks):
        piece = group.choice._pieces[str(number)]
        middle = piece.mapTo(group, piece.rect().center()).y()
        assert abs(mark.geometry().center().y() - middle) <= 3
        assert abs(group.bars[number].geometry().center().y() - middle) <= 3


def test_a_switch_is_its_attribute(show):
    row = show(SwitchRow(2, "Wearing a very long necktie"), 250, 28)
    row.show_own(OWN, (1.0, 0.0, 0.0), OWN)
    row.show_target(OWN)
    assert row.switch.isChecked()
    assert row.marks[0].isChecked()
    assert "by hand" in row.marks[0].toolTip()
    assert row.switch.text().endswith("…")
    assert row.switch.accessibleName() == "Wearing a very long necktie"
    heard = []
    row.toggled.connect(heard.append)
    QTest.mouseClick(row.switch, LEFT, pos=QPoint(8, row.switch.height() // 2))
    assert heard == [2]
    row.show_reading((0.1, 0.2, 0.3), None)
    assert row.bars[0].accessibleDescription() == "face 0.300, edited –"
