"""A pin's tile."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QWidget

from genplay.ui.tabs.dcgan.pin_tile import LETTERS, PinTile
from tests.ui.tabs.dcgan import made
from tests.ui.tabs.painted import has

LEFT = Qt.MouseButton.LeftButton
NONE = (False, False, False)


@pytest.fixture
def tile(show):
    found = show(PinTile(2), 58, 78)
    found.set_side(58)
    found.show_pin(made.pictures(1)[0], here=False, terms=NONE, stale=False)
    return found


def test_it_shows_its_picture_pale_while_it_is_late(tile):
    assert has(tile.picture, "ink")
    tile.show_pin(made.pictures(1)[0], here=False, terms=NONE, stale=True)
    assert not has(tile.picture, "ink")
    tile.show_pin(made.pictures(1, colour=True)[0], here=False, terms=NONE, stale=False)
    assert has(tile.picture, QColor(*made.RED))


def test_a_click_goes_there_and_the_frame_is_the_states(tile, qtbot):
    with qtbot.waitSignal(tile.chosen) as caught:
        QTest.mouseClick(tile.picture, LEFT)
    assert caught.args == [2]
    assert not tile.picture.isChecked()
    tile.show_pin(None, here=True, terms=NONE, stale=False)
    assert tile.picture.isChecked()


@pytest.mark.parametrize("term", range(len(LETTERS)))
def test_a_letter_asks_and_the_state_answers(tile, qtbot, term):
    with qtbot.waitSignal(tile.term_toggled) as caught:
        QTest.mouseClick(tile.letters[term], LEFT)
    assert caught.args == [term, 2]
    assert not tile.letters[term].isChecked()
    assert not has(tile.letters[term], "accent_soft")
    tile.show_pin(None, here=False, terms=(True, True, True), stale=False)
    assert has(tile.letters[term], "accent_soft")


def test_it_is_removed(tile, qtbot, button):
    with qtbot.waitSignal(tile.removed) as caught:
        QTest.mouseClick(button(tile, "Remove pin 3"), LEFT)
    assert caught.args == [2]


@pytest.mark.parametrize(
    ("words", "signal", "args"),
    [
        ("Go there", "chosen", [2]),
        ("Walk from here", "end_chosen", [0, 2]),
        ("Walk to here", "end_chosen", [1, 2]),
        ("Part of A", "term_toggled", [0, 2]),
        ("Part of C", "term_toggled", [2, 2]),
        ("Remove", "removed", [2]),
    ],
)
def test_the_menu_does_all_of_it(tile, qtbot, words, signal, args):
    menu = tile.menu()
    (act,) = [act for act in menu.actions() if act.text() == words]
    with qtbot.waitSignal(getattr(tile, signal)) as caught:
        act.trigger()
    assert caught.args == args
    menu.deleteLater()


def test_the_menu_says_of_which_terms_it_is_part(tile):
    tile.show_pin(None, here=False, terms=(False, True, False), stale=False)
    menu = tile.menu()
    assert [act.text() for act in menu.actions() if act.isChecked()] == ["Part of B"]
    menu.deleteLater()


def test_a_key_removes_it_where_the_key_is_a_shortcut_too(show, qtbot):
    window, tile, cleared = QMainWindow(), PinTile(1), []
    clear = QAction("Clear", window)
    clear.setShortcut(QKeySequence("Del"))
    clear.triggered.connect(lambda: cleared.append(True))
    window.addAction(clear)
    window.setCentralWidget(tile)
    show(window)
    tile.picture.setFocus()
    with qtbot.waitSignal(tile.removed):
        QTest.keyClick(tile.picture, Qt.Key.Key_Delete)
    assert not cleared
    window.setFocus()
    QTest.keyClick(window, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: cleared == [True])


def test_a_key_removes_it_and_it_is_one_stop(tile, qtbot):
    with qtbot.waitSignal(tile.removed) as caught:
        QTest.keyClick(tile.picture, Qt.Key.Key_Delete)
    assert caught.args == [2]
    stops = [part for part in tile.findChildren(QWidget) if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [tile.picture]
