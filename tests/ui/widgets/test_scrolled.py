"""What is scrolled where it has no room."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from genplay.ui.widgets.scrolled import scrolled


def test_a_widget_fills_its_area_and_is_scrolled_where_that_is_low(show):
    inner = QWidget()
    inner.setMinimumHeight(200)
    area = show(scrolled(inner))
    area.resize(300, 300)
    assert inner.height() == 300
    assert not area.verticalScrollBar().isVisible()
    area.resize(300, 100)
    assert inner.height() == 200
    assert area.verticalScrollBar().maximum() == 100
    assert not inner.autoFillBackground()


def test_downwards_is_never_sideways(show):
    inner = QWidget()
    inner.setMinimumSize(200, 200)
    area = show(scrolled(inner, downwards=True))
    area.resize(100, 100)
    assert area.verticalScrollBar().isVisible()
    assert not area.horizontalScrollBar().isVisible()
    assert area.focusPolicy() == Qt.FocusPolicy.NoFocus
