"""A page fits the room and the theme that it has."""

import pytest
from PySide6.QtWidgets import QHBoxLayout, QWidget

from genplay.ui import theme
from genplay.ui.tabs.fitted import HEAD, FittedPage, set_head


class Page(FittedPage):
    def __init__(self):
        super().__init__()
        self.told = []

    def _fit_once(self):
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


class Shrinking(FittedPage):
    """Takes as it is fitted what its layout might: another size."""

    def __init__(self, least):
        super().__init__()
        self._least, self.told, self.inside = least, [], False

    def _fit_once(self):
        assert not self.inside
        self.inside = True
        self.told.append(self.height())
        self.resize(300, max(self.height() - 10, self._least))
        self.inside = False


def test_what_is_asked_for_while_it_is_fitted_is_done_after_it(show):
    page = show(Shrinking(180), 300, 180)
    page.told.clear()
    page.resize(300, 200)
    assert page.told == [200, 190, 180]


def test_what_asks_for_ever_is_left(show):
    page = show(Shrinking(0), 300, 200)
    page.told.clear()
    page.resize(300, 199)
    assert 1 < len(page.told) < 10


def test_another_theme_is_another_dress(page, qapp, qtbot):
    theme.apply(qapp, theme.Theme("dark"))
    qtbot.waitUntil(lambda: "restyle" in page.told)


def test_heads_end_where_pictures_begin_whatever_is_between(show):
    for spacing in (4, 8):
        head = QWidget()
        set_head(head, QHBoxLayout(head), spacing)
        assert show(head, 300, 100).height() + spacing == theme.current().px(HEAD)
