"""The right column."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from genplay.ui.tabs.dcgan.side import Side
from tests.ui.tabs.dcgan import made

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def side(show):
    found = show(Side(), 374, 480)
    found.show_scene(made.scene())
    return found


def piece(side, words):
    (found,) = [one for one in side.choice.findChildren(QPushButton) if one.text() == words]
    return found


def test_one_panel_is_seen(side):
    assert side.wall.isVisible()
    side.show_scene(made.scene(lower="arithmetic"))
    assert side.arithmetic.isVisible()
    assert not side.wall.isVisible()


def test_another_is_asked_for(side, qtbot):
    with qtbot.waitSignal(side.lower_chosen) as caught:
        QTest.mouseClick(piece(side, "Feature maps"), LEFT)
    assert caught.args == ["layers"]


def test_while_a_panel_stands_below_a_guest_has_the_place(side, qtbot):
    guest = QLabel("guest")
    side.show_scene(made.scene(lower="layers"))
    side.host(guest)
    qtbot.waitUntil(lambda: guest.isVisible() and guest.y() > side.choice.y())
    assert not side.wall.isVisible()
    side.show_scene(made.scene())
    assert side.wall.isVisible()


def test_where_there_is_less_room_the_names_are_shorter(side):
    wide = side.choice.sizeHint().width()
    side.set_terse(True)
    assert piece(side, "A − B + C")
    assert side.choice.sizeHint().width() < wide
