"""Panels of tabs shown alone, what they say, a hand to use them, and a desk without a window."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from genplay.families.base import State
from genplay.ui.history import History
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
def around(show: Callable[..., QWidget]) -> QWidget:
    """Return a window for a view that is not to decide its own size; kept, for Qt owns no window."""
    return show(QWidget(), 400, 300)


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


class Desk(QWidget):
    """A tab as far as a pen knows it: its state is what was last asked for, and every step can be undone.

    Attributes:
        history: The states that it has been in.
        views: What shows a new state, each a function of it.
        notices: What was said in the corner: kinds with sentences.
        pauses: How often the walk was told to stand still.
        forgotten: How often the pointer was.
    """

    said = Signal(str, str)
    gesture_ended = Signal()
    activity = Signal()

    def __init__(self, state: State) -> None:
        super().__init__()
        self.history = History(state)
        self.views: list[Callable[[State], None]] = []
        self.notices: list[tuple[str, str]] = []
        self.pauses = self.forgotten = 0
        self.walk = SimpleNamespace(player=SimpleNamespace(pause=self._pause))
        self.said.connect(self._hear)
        self.gesture_ended.connect(self.history.seal)

    @property
    def state(self) -> State:
        return self.history.state

    def begin(self, **values: object) -> None:
        """Begin with a state of these values; it is the first that undo knows."""
        self.history.__init__(replace(self.state, **values))  # type: ignore[misc, arg-type]
        self._show()

    def edit(self, gesture: str = "", **values: object) -> None:
        self.history.push(replace(self.state, **values), gesture)  # type: ignore[arg-type]
        self._show()

    def undo(self) -> State:
        self.history.undo()
        self._show()
        return self.state

    def edit_while_busy(self, gesture: str, **values: object) -> None:
        self.edit(gesture, **values)

    def stop(self) -> None:
        self._pause()

    def forget_pointer(self) -> None:
        self.forgotten += 1

    def _show(self) -> None:
        for view in self.views:
            view(self.state)

    def _pause(self) -> None:
        self.pauses += 1

    def _hear(self, kind: str, sentence: str) -> None:
        self.notices.append((kind, sentence))


@pytest.fixture
def make_desk(qtbot: QtBot) -> Callable[[State], Desk]:
    """Return a function that makes a desk with a state on it."""

    def make(state: State) -> Desk:
        made = Desk(state)
        qtbot.addWidget(made)
        return made

    return make


@pytest.fixture
def saved(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[], Path]:
    """Answer the dialog with the name that is offered; return the path of what was saved last."""
    paths: list[Path] = []

    def ask(_parent: QWidget, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        paths.append(tmp_path / name)
        return str(paths[-1]), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return lambda: paths[-1]
