from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow

from genplay.ui.commands import Command, Commands


class Table:
    """A window with three commands: one that can always be done, one that cannot now, and a switch."""

    def __init__(self, window):
        self.window, self.done, self.on, self.can = window, [], False, False
        self.commands = Commands(window)
        self.commands.add(
            [
                Command("file.one", "One", lambda: self.done.append("one"), "file", "Ctrl+1"),
                Command(
                    "file.two", "Two", lambda: self.done.append("two"), "file", "Ctrl+2", lambda: self.can
                ),
                Command("view.dark", "Dark", self.switch, "view", "D", checked=lambda: self.on, section=True),
            ]
        )

    def switch(self):
        self.on = not self.on
        self.done.append("dark")


@pytest.fixture
def table(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    made = Table(window)
    made.commands.refresh()
    return made


def test_a_shortcut_does_the_command_and_says_so(table, qtbot):
    with qtbot.waitSignal(table.commands.triggered) as signal:
        QTest.keyClick(table.window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert signal.args == ["file.one"]
    assert table.done == ["one"]


def test_what_cannot_be_done_now_is_not_done(table):
    QTest.keyClick(table.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    table.commands.run("file.two")
    assert table.done == []
    assert not table.commands.action("file.two").isEnabled()
    table.can = True
    table.commands.refresh()
    assert table.commands.action("file.two").isEnabled()
    table.commands.run("file.two")
    assert table.done == ["two"]


def test_a_switch_shows_what_is_on_not_what_was_clicked(table):
    action = table.commands.action("view.dark")
    assert action.isCheckable()
    assert not action.isChecked()
    action.trigger()
    assert action.isChecked()
    table.on = False
    table.commands.refresh()
    assert not action.isChecked()
    assert not table.commands.action("file.one").isCheckable()


def test_menus_are_made_from_the_table(table):
    bar = table.window.menuBar()
    table.commands.fill(bar, [("view", "&View"), ("none", "&Nothing"), ("file", "&File")])
    menus = [action.menu() for action in bar.actions() if action.isVisible()]
    assert [menu.title() for menu in menus] == ["&View", "&File"]
    assert [action.text() for action in menus[1].actions()] == ["One", "Two"]
    assert menus[0].actions()[0].isSeparator()
    assert menus[0].actions()[1] is table.commands.action("view.dark")


def test_ids_are_unique(table):
    with pytest.raises(ValueError, match="there twice"):
        table.commands.add([replace(table.commands.offered()[0], text="Another")])


def test_the_order_is_the_order_of_adding(table):
    assert [command.id for command in table.commands.offered()] == ["file.one", "file.two", "view.dark"]
    assert all(isinstance(table.commands.action(command.id), QAction) for command in table.commands.offered())
