"""A page fits its parts to its room, to the theme and to each other, and comes to rest."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel

from genplay.ui import theme
from genplay.ui.tabs.autoregressive import fitting
from genplay.ui.tabs.autoregressive.page import Page


class Sheet(Page):
    """A page of one part, which keeps how it was fitted.

    Attributes:
        fits: The page's size and the part's least height, at each fit.
        follows: Whether the page tells that its room depends on what the part asks for.
        within: What else a fit does.
    """

    def __init__(self, follows=True):
        super().__init__()
        self.part, self.fits, self.depth = QLabel("part"), [], 0
        self.follows, self.within = follows, lambda: None
        self._page.addWidget(self.part)
        self._restyle()

    def _show_parts(self):
        self.part.setVisible(not self._projector)

    def _fit_all(self):
        self.depth += 1
        assert self.depth == 1, "a fit within a fit"
        self.fits.append((self.size().toTuple(), self.part.minimumHeight()))
        try:
            self.within()
        finally:
            self.depth -= 1

    def _asked(self):
        return self.part.minimumHeight() if self.follows else super()._asked()


def rest(page):
    """Let everything happen that is due, until the page is not fitted again."""
    before = -1
    while before != len(page.fits):
        before = len(page.fits)
        QApplication.processEvents()
        QApplication.processEvents()


@pytest.fixture
def sheet(show):
    """Return a function that shows a page at rest."""

    def make(**how):
        made = show(Sheet(**how), 400, 300)
        rest(made)
        made.fits.clear()
        return made

    return make


def margins(page):
    return page.layout().contentsMargins()


def test_a_page_is_fitted_to_each_size_it_is_given(sheet):
    page = sheet()
    page.resize(500, 320)
    assert page.fits[-1][0] == (500, 320)
    page.resize(450, 310)
    assert page.fits[-1][0] == (450, 310)


def test_a_part_that_asks_for_another_room_is_given_it(sheet, qtbot):
    page = sheet()
    page.part.setMinimumHeight(50)
    qtbot.waitUntil(lambda: page.fits[-1:] == [((400, 300), 50)])
    rest(page)
    assert len(page.fits) == 1


def test_a_layout_that_asks_for_nothing_new_is_not_fitted_again(sheet):
    page = sheet()
    QApplication.sendEvent(page, QEvent(QEvent.Type.LayoutRequest))
    rest(page)
    assert page.fits == []


def test_what_is_asked_for_within_a_fit_is_given_after_it(sheet, qtbot):
    page = sheet()

    def grow():
        if page.width() < 700:
            page.resize(700, 300)  # as a part may that is shown, and needs more than there is

    page.within = grow
    page.resize(600, 300)
    assert page.fits == [((600, 300), page.part.minimumHeight())]
    qtbot.waitUntil(lambda: page.fits[-1][0] == (700, 300))


def test_after_a_fit_that_went_wrong_the_next_one_is_made(sheet):
    page = sheet()

    def fail():
        raise ZeroDivisionError

    page.within = fail
    with pytest.raises(ZeroDivisionError):
        page.set_projector(True)
    page.within = lambda: None
    page.resize(500, 320)
    assert page.fits[-1][0] == (500, 320)


def test_projector_mode_leaves_what_it_has_with_margins_of_its_own(sheet):
    page = sheet()
    usual = margins(page)
    page.set_projector(True)
    assert page.fits
    assert not page.part.isVisible()
    assert (margins(page).left(), margins(page).right()) == fitting.PROJECTED_MARGINS[::2]
    page.set_projector(False)
    assert page.part.isVisible()
    assert margins(page) == usual
    assert (usual.left(), usual.right()) == fitting.MARGINS[::2]


def test_below_the_header_there_is_the_space_between_two_rows(sheet):
    assert margins(sheet()).top() == fitting.SPACING


def test_margins_follow_the_scale_and_the_page_is_fitted_again(sheet, qapp):
    page = sheet()
    before = margins(page)
    theme.apply(qapp, theme.Theme("light", 2.0))
    assert page.fits
    assert margins(page) == before * 2


def test_a_part_that_follows_the_theme_after_the_page_is_given_its_room(sheet, qtbot):
    page = sheet(follows=False)  # so that nothing but the theme tells the page
    QApplication.sendEvent(page, QEvent(QEvent.Type.StyleChange))
    page.part.setMinimumHeight(40)  # Qt tells parents and children in any order
    assert page.fits[-1][1] < 40
    qtbot.waitUntil(lambda: page.fits[-1][1] == 40)


def test_a_page_that_does_not_say_what_has_the_keyboard_is_a_fault(sheet):
    with pytest.raises(NotImplementedError):
        _ = sheet().front
