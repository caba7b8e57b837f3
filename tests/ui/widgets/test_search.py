import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QPushButton

from genplay.ui import theme
from genplay.ui.theme import Theme
from genplay.ui.widgets.search import CommandSearch


@pytest.fixture
def window(qtbot):
    main = QMainWindow()
    main.menuBar().addMenu("File").addAction("Open")
    main.menuBar().setCornerWidget(CommandSearch("Search commands", "Ctrl+Shift+P", main.menuBar()))
    main.menuBar().setFixedHeight(28)
    main.resize(1280, 720)
    qtbot.addWidget(main)
    main.show()
    return main


def field(window):
    return window.findChild(CommandSearch).findChild(QPushButton)


def test_field_stands_in_the_menu_bars_corner(window, qtbot):
    qtbot.waitUntil(lambda: field(window).mapTo(window, field(window).rect().topLeft()).x() > 900)
    place = field(window).mapTo(window, field(window).rect().topLeft())
    assert (place.x(), place.y()) == (pytest.approx(1008, abs=2), 3)
    assert (field(window).width(), field(window).height()) == (252, 22)


def test_press_asks_for_the_palette(window, qtbot):
    search = window.findChild(CommandSearch)
    with qtbot.waitSignal(search.pressed):
        qtbot.mouseClick(field(window), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(search.pressed):
        qtbot.keyClick(field(window), Qt.Key.Key_Space)


def test_field_is_named_and_shows_its_keys(window):
    assert field(window).accessibleName() == "Search commands"
    assert "Ctrl+Shift+P" in field(window).toolTip()


def test_size_follows_the_scale(window, qapp):
    theme.apply(qapp, Theme("light", 1.5))
    assert (field(window).width(), field(window).height()) == (378, 33)
