import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from genplay.ui import theme
from genplay.ui.widgets.error_panel import ErrorPanel


@pytest.fixture
def panel(show):
    widget = ErrorPanel()
    widget.set_error("NADE could not be loaded.", "Fetch <b>it</b> again.")
    widget.resize(252, 252)
    return show(widget)


def test_it_says_what_happened_and_what_to_do_as_plain_text(panel):
    words = [label.text() for label in panel.findChildren(QLabel) if label.text()]
    assert words == ["NADE could not be loaded.", "Fetch <b>it</b> again."]
    assert all(
        label.textFormat() == Qt.TextFormat.PlainText for label in panel.findChildren(QLabel) if label.text()
    )
    assert panel.accessibleDescription() == "NADE could not be loaded. Fetch <b>it</b> again."


def test_its_buttons_report(panel, qtbot):
    copy, again = panel.findChildren(QPushButton)
    with qtbot.waitSignal(panel.copy_pressed):
        qtbot.keyClick(copy, Qt.Key.Key_Space)
    with qtbot.waitSignal(panel.retry_pressed):
        qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    assert all(button.accessibleName() and button.toolTip() for button in (copy, again))


def test_without_a_sentence_none_is_shown(panel):
    panel.set_error("It failed.", "")
    assert [label.text() for label in panel.findChildren(QLabel) if label.isVisible() and label.text()] == [
        "It failed."
    ]


def test_it_follows_the_theme(panel, look, qapp):
    theme.apply(qapp, theme.Theme("dark"))
    assert look(panel)(2, 2) == "#1a1e27"
    first = next(label for label in panel.findChildren(QLabel) if label.text())
    assert first.palette().color(first.foregroundRole()).name() == "#eceff5"
