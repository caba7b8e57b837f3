"""Widgets are tested in the light theme at 100 %, and by the colours of what they draw."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from genplay.ui import theme

Picture = Callable[[float, float], str]


@pytest.fixture(autouse=True)
def light_theme(qapp: QApplication) -> None:
    """Begin in the light theme, whatever the test before left."""
    if qapp.property("theme") != theme.Theme():
        theme.apply(qapp, theme.Theme())


@pytest.fixture
def look() -> Callable[[QWidget], Picture]:
    """Return a function that draws a widget and gives the colour "#rrggbb" of each of its pixels."""

    def draw(widget: QWidget) -> Picture:
        image: QImage = widget.grab().toImage()
        return lambda x, y: image.pixelColor(int(x), int(y)).name()

    return draw


@pytest.fixture
def show(qtbot) -> Callable[[QWidget], QWidget]:
    """Return a function that shows a widget at the size it asks for."""

    def appear(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        widget.resize(widget.sizeHint())
        with qtbot.waitExposed(widget):
            widget.show()
        return widget

    return appear
