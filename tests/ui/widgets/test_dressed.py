"""A widget in the sizes of the theme."""

import pytest
from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from genplay.ui import theme
from genplay.ui.widgets.dressed import Dressed


class Sized(Dressed):
    """Has its height from the theme."""

    def __init__(self):
        super().__init__()
        self._restyle()

    def _restyle(self):
        self.setFixedHeight(theme.current().px(20))


class Painted(Dressed):
    """Asks for a size, and sets none."""

    def sizeHint(self):
        return QSize(theme.current().px(30), theme.current().px(30))


@pytest.mark.parametrize(("kind", "high"), [(Sized, 20), (Painted, 30)])
def test_another_scale_is_another_size(kind, high, show, qapp, qtbot):
    page, part = QWidget(), kind()
    page.setMinimumSize(100, 100)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(part)
    column.addStretch(1)
    show(page)
    assert part.height() == high
    theme.apply(qapp, theme.Theme(scale=2.0))
    page.resize(200, 200)
    qtbot.waitUntil(lambda: part.height() == 2 * high)


def test_what_else_changes_is_no_reason(show, qtbot):
    told = []

    class Counted(Dressed):
        def _restyle(self):
            told.append("restyle")

        def sizeHint(self):
            return QSize(100, 100)

    part = show(Counted())
    told.clear()
    part.setEnabled(False)
    part.changeEvent(QEvent(QEvent.Type.FontChange))
    assert told == []
