"""Panels of tabs shown alone, and what they say."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot


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
