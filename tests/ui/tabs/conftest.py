"""Panels of tabs shown alone, what they say, and a hand to use them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from genplay.ui.widgets.pixel_canvas import PixelCanvas

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def show(qtbot: QtBot) -> Callable[..., QWidget]:
    """Return a function that shows a widget of a size."""

    def appear(widget: QWidget, width: int = 600, height: int = 400) -> QWidget:
        qtbot.addWidget(widget)
        widget.resize(width, height)
        with qtbot.waitExposed(widget):
            widget.show()
        return widget

    return appear


@pytest.fixture
def texts() -> Callable[[QWidget], list[str]]:
    """Return a function that gives the words of the visible labels."""

    def read(widget: QWidget) -> list[str]:
        return [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]

    return read


@pytest.fixture
def button() -> Callable[[QWidget, str], QAbstractButton]:
    """Return a function that finds the one button of a widget with an accessible name."""

    def find(widget: QWidget, name: str) -> QAbstractButton:
        named = [found for found in widget.findChildren(QAbstractButton) if found.accessibleName() == name]
        assert len(named) == 1, f"{len(named)} buttons {name!r}"
        return named[0]

    return find


class Hand:
    """A hand with a mouse over a canvas; it goes from pixel to pixel, each a row and a column from 0."""

    def __init__(self, canvas: PixelCanvas) -> None:
        self._canvas = canvas

    def point(self, row: int, column: int) -> QPoint:
        """Return the middle of a pixel, on the canvas."""
        return self._canvas.pixel_rect(28 * row + column).center().toPoint()

    def press(self, row: int, column: int, button: Qt.MouseButton = LEFT) -> None:
        QTest.mousePress(self._canvas, button, pos=self.point(row, column))

    def move(self, row: int, column: int) -> None:
        QTest.mouseMove(self._canvas, self.point(row, column))

    def release(self, row: int, column: int, button: Qt.MouseButton = LEFT) -> None:
        QTest.mouseRelease(self._canvas, button, pos=self.point(row, column))

    def stroke(self, *pixels: tuple[int, int], button: Qt.MouseButton = LEFT) -> None:
        """Draw from pixel to pixel, with the button held."""
        self.press(*pixels[0], button)
        for pixel in pixels[1:]:
            self.move(*pixel)
        self.release(*pixels[-1], button)


@pytest.fixture
def hand(panel: QWidget) -> Hand:
    """Return a hand over the canvas of the test's own ``panel``."""
    return Hand(panel.canvas)  # type: ignore[attr-defined]
