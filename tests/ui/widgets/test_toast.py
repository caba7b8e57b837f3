from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from genplay.ui import theme
from genplay.ui.theme import LIGHT, Theme
from genplay.ui.widgets import toast as module
from genplay.ui.widgets.buttons import IconButton
from genplay.ui.widgets.toast import Toaster


@pytest.fixture
def window(qtbot):
    widget = QWidget()
    widget.resize(1280, 720)
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def toaster(window):
    return Toaster(window)


def button(toast, text):
    return next(child for child in toast.findChildren(QPushButton) if child.text() == text)


def close(toast, qtbot):
    qtbot.mouseClick(toast.findChild(IconButton), Qt.MouseButton.LeftButton)


def test_notice_stands_at_the_bottom_right(toaster, window):
    toaster.show("info", "A blank page scores −12.15.")
    (toast,) = toaster.toasts()
    assert toast.isVisible()
    assert toast.width() == 320
    assert toast.geometry().right() == 1280 - 16 - 1
    assert 500 < toast.geometry().bottom() < 720 - 24 - 44
    window.resize(1400, 900)
    assert toast.geometry().right() == 1400 - 16 - 1


@pytest.mark.parametrize("kind", ["info", "warn"])
def test_notice_leaves_by_itself(toaster, qtbot, monkeypatch, kind):
    monkeypatch.setattr(module, "_STAY", 20)
    toaster.show(kind, "Saved.")
    qtbot.waitUntil(lambda: toaster.toasts() == [])


def test_error_stays_until_closed(toaster, qtbot, monkeypatch):
    monkeypatch.setattr(module, "_STAY", 20)
    toaster.show("error", "The file is empty.")
    toaster.show("info", "Saved.")
    qtbot.waitUntil(lambda: len(toaster.toasts()) == 1)
    (toast,) = toaster.toasts()
    assert toast.kind == "error"
    close(toast, qtbot)
    qtbot.waitUntil(lambda: toaster.toasts() == [])


def test_notice_stays_under_the_pointer(toaster, qtbot, monkeypatch, window):
    monkeypatch.setattr(module, "_STAY", 600_000)
    toaster.show("info", "Saved.")
    (toast,) = toaster.toasts()
    qtbot.mouseMove(window, QPoint(1, 1))
    assert toast._timer.isActive()
    qtbot.mouseMove(toast, QPoint(40, 10))
    assert not toast._timer.isActive()
    monkeypatch.setattr(module, "_STAY", 20)
    qtbot.mouseMove(window, QPoint(1, 1))
    qtbot.waitUntil(lambda: toaster.toasts() == [])


def test_details_come_on_demand(toaster, qtbot, window):
    toaster.show("error", "The worker failed.", "Traceback\nValueError: no")
    (toast,) = toaster.toasts()
    details = toast.findChild(QPlainTextEdit)
    assert not details.isVisible()
    height, bottom = toast.height(), toast.geometry().bottom()
    qtbot.mouseClick(button(toast, "Details"), Qt.MouseButton.LeftButton)
    assert details.isVisible()
    assert "ValueError: no" in details.toPlainText()
    assert toast.height() > height
    assert toast.geometry().bottom() == bottom
    qtbot.mouseClick(button(toast, "Details"), Qt.MouseButton.LeftButton)
    assert toast.height() == height


def test_copy_takes_line_and_details(toaster, qtbot, qapp):
    toaster.show("error", "The worker failed.", "ValueError: no")
    qtbot.mouseClick(button(toaster.toasts()[0], "Copy"), Qt.MouseButton.LeftButton)
    assert qapp.clipboard().text() == "The worker failed.\n\nValueError: no"


def test_the_same_notice_is_shown_once(toaster):
    for _ in range(50):
        toaster.show("error", "The worker failed.")
    assert len(toaster.toasts()) == 1


def test_notices_stack_without_overlap_and_never_flood(toaster):
    for number in range(9):
        toaster.show("error", f"Error {number}, and a sentence so long that it takes a second line for sure.")
    boxes = [toast.geometry() for toast in toaster.toasts()]
    assert [toast.line[:7] for toast in toaster.toasts()] == ["Error 5", "Error 6", "Error 7", "Error 8"]
    assert all(upper.bottom() < lower.top() for upper, lower in pairwise(boxes))


def test_words_have_the_room_they_need(toaster):
    toaster.show("info", "Short.")
    toaster.show(
        "info", "A sentence so long that it takes a second line, and perhaps a third one, for sure it does."
    )
    short, long = toaster.toasts()
    assert short.height() < long.height() < 3 * short.height()


@pytest.mark.parametrize(("kind", "token"), [("info", "accent"), ("warn", "warn"), ("error", "error")])
def test_edge_tells_the_kind(toaster, qtbot, kind, token):
    toaster.show(kind, "Look.")
    (toast,) = toaster.toasts()

    def edge():
        return toast.grab().toImage().pixelColor(1, toast.height() // 2).name().upper()

    qtbot.waitUntil(lambda: edge() == getattr(LIGHT, token))


def test_words_are_shown_as_they_are(toaster):
    toaster.show("error", "<b>bold</b> & co.")
    (toast,) = toaster.toasts()
    assert toast.accessibleName() == "<b>bold</b> & co."


def test_size_follows_the_scale(toaster, qapp):
    toaster.show("error", "The file is empty.")
    theme.apply(qapp, Theme("dark", 1.5))
    assert toaster.toasts()[0].width() == 480
    assert toaster.toasts()[0].geometry().right() == 1280 - 24 - 1
