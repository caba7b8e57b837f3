import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QPushButton, QWidget

from genplay import __version__
from genplay.ui.about import show_about, show_shortcuts
from genplay.ui.commands import Command, Commands


@pytest.fixture
def parent(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def shown(parent):
    (dialog,) = parent.findChildren(QDialog)
    assert dialog.isVisible()
    return dialog


def words(dialog):
    return [label.text() for label in dialog.findChildren(QLabel)]


def test_about_says_version_licence_and_whose_work_is_in_it(parent):
    show_about(parent)
    dialog = shown(parent)
    assert dialog.windowTitle() == "About genplay"
    assert f"genplay {__version__}" in words(dialog)
    assert any("MIT licence" in said for said in words(dialog))
    notice = dialog.findChild(QPlainTextEdit)
    assert notice.isReadOnly()
    assert notice.accessibleName() == "Attributions"
    for name in ("Inter", "Pretendard", "MNIST", "Lucide"):
        assert name in notice.toPlainText()


def test_the_sheet_lists_what_has_a_shortcut_in_order(parent):
    commands = Commands(parent)
    commands.add(
        [
            Command("a", "First", print, "file", "Ctrl+1"),
            Command("b", "Without", print, "file"),
            Command("c", "Second", print, "file", "Del"),
            Command("d", "Third", print, "file", "["),
        ]
    )
    show_shortcuts(parent, commands)
    assert sorted(words(shown(parent))) == sorted(["First", "Ctrl+1", "Second", "Del", "Third", "["])


def test_each_is_gone_when_it_is_closed(parent, qtbot):
    show_about(parent)
    dialog = shown(parent)
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.mouseClick(dialog.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert parent.findChildren(QDialog) == []
