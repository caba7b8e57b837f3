"""An error in the place of a picture: what went wrong, what to do, and that it can be read."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget

from genplay.ui import theme
from genplay.ui.widgets.error_panel import ErrorPanel

PARTS = (QLabel, QAbstractButton)


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


@pytest.mark.parametrize(("side", "scale"), [(252, 1.0), (142, 1.0), (114, 1.0), (172, 1.5), (113, 1.5)])
def test_in_a_small_frame_nothing_is_cut(panel, qapp, qtbot, side, scale):
    theme.apply(qapp, theme.Theme("light", scale))
    panel.set_error("There is no answer", "There is no trained model of this name: fetch it again.")
    panel.resize(side, side)
    panel.layout().activate()
    shown = [w for w in panel.findChildren(QWidget) if w.isVisible() and isinstance(w, PARTS)]
    for widget in shown:
        assert panel.rect().contains(widget.geometry()), widget
        text = isinstance(widget, QLabel) and widget.wordWrap()
        least = widget.heightForWidth(widget.width()) if text else widget.sizeHint().height()
        assert widget.height() >= least, widget
        assert text or widget.width() >= widget.sizeHint().width(), widget
    assert panel.toolTip().startswith("There is no answer There is no trained model")
    again = next(w for w in shown if w.accessibleName() == "Try again")
    with qtbot.waitSignal(panel.retry_pressed):
        qtbot.mouseClick(again, Qt.MouseButton.LeftButton)


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


@pytest.mark.parametrize(
    "changed", [theme.Theme("dark"), theme.Theme("light", 2.0), theme.Theme("dark", 1.5)]
)
def test_its_words_have_size_and_colour_of_the_theme_that_is_changed_to(panel, qapp, changed):
    theme.apply(qapp, changed)
    first, sentence = [label for label in panel.findChildren(QLabel) if label.text()]
    for label, role, colour in ((first, "label", "text"), (sentence, "caption", "text2")):
        assert label.fontInfo().pixelSize() == changed.font(role).pixelSize()
        assert label.font().weight() == changed.font(role).weight()
        assert label.palette().color(label.foregroundRole()) == changed.color(colour)
