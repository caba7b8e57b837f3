"""A page fits the room and the theme that it has."""

import pytest
from PySide6.QtWidgets import QHBoxLayout, QWidget

from genplay.ui import theme
from genplay.ui.tabs.fitted import HEAD, FittedPage, set_head


class Page(FittedPage):
    def __init__(self):
        super().__init__()
        self.told = []

    def _fit(self):
        self.told.append("fit")

    def _restyle(self):
        self.told.append("restyle")


@pytest.fixture
def page(show):
    made = show(Page(), 300, 200)
    made.told.clear()
    return made


def test_another_size_is_another_fit(page, qtbot):
    page.resize(400, 200)
    qtbot.waitUntil(lambda: page.told == ["fit"])


def test_another_theme_is_another_dress(page, qapp, qtbot):
    theme.apply(qapp, theme.Theme("dark"))
    qtbot.waitUntil(lambda: "restyle" in page.told)


def test_heads_end_where_pictures_begin_whatever_is_between(show):
    for spacing in (4, 8):
        head = QWidget()
        set_head(head, QHBoxLayout(head), spacing)
        assert show(head, 300, 100).height() + spacing == theme.current().px(HEAD)
