"""What is scrolled where it has no room."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from genplay.ui.widgets.scrolled import scrolled


@pytest.fixture
def appear(qtbot):
    """Return a function that shows a widget in an area as large as is said."""

    def shown(inner, width, height, **how):
        area = scrolled(inner, **how)
        qtbot.addWidget(area)
        area.resize(width, height)
        with qtbot.waitExposed(area):
            area.show()
        return area

    return shown


def test_a_widget_fills_its_area_and_is_scrolled_where_that_is_low(appear):
    inner = QWidget()
    inner.setMinimumHeight(200)
    area = appear(inner, 300, 300)
    assert inner.height() == 300
    assert not area.verticalScrollBar().isVisible()
    area.resize(300, 100)
    assert inner.height() == 200
    assert area.verticalScrollBar().maximum() == 100
    assert not inner.autoFillBackground()


@pytest.mark.parametrize("downwards", [False, True])
def test_downwards_is_never_sideways(appear, downwards):
    inner = QWidget()
    inner.setMinimumSize(200, 200)
    area = appear(inner, 100, 100, downwards=downwards)
    assert area.verticalScrollBar().isVisible()
    assert area.horizontalScrollBar().isVisible() != downwards
    assert (area.focusPolicy() == Qt.FocusPolicy.NoFocus) == downwards
