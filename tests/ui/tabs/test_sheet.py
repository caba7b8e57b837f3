"""A tab that is its header over one view."""

from PySide6.QtWidgets import QWidget

from genplay.families.base import Density
from genplay.ui import theme
from genplay.ui.tabs import sheet
from genplay.ui.tabs.sheet import SheetTab
from genplay.ui.widgets.header import Header


class Leaf(SheetTab):
    def __init__(self):
        super().__init__()
        self.header = Header("Leaf", Density.NONE, {})
        self.view = QWidget()
        self.lay_out(self.view)


def inner(tab):
    """What is left of the tab's rectangle between its margins, by the view and the header."""
    tab.layout().activate()
    seen = [part.geometry() for part in (tab.header, tab.view) if part.isVisible()]
    left, right = min(box.left() for box in seen), max(box.right() for box in seen)
    top, bottom = min(box.top() for box in seen), max(box.bottom() for box in seen)
    return left, top, tab.width() - 1 - right, tab.height() - 1 - bottom


def test_the_view_has_what_the_header_leaves(show):
    tab = show(Leaf(), 900, 500)
    assert inner(tab) == sheet.MARGINS
    assert tab.view.y() - tab.header.geometry().bottom() - 1 == sheet.SPACING
    assert tab.view.height() > 400


def test_a_projector_shows_no_header(qapp, show):
    tab = show(Leaf(), 900, 500)
    theme.apply(qapp, theme.Theme(projector=True))
    tab.set_projector(True)
    now = theme.current()
    assert not tab.header.isVisible()
    assert inner(tab) == tuple(now.px(margin) for margin in sheet.PROJECTED_MARGINS)
    theme.apply(qapp, theme.Theme())
    tab.set_projector(False)
    assert tab.header.isVisible()
    assert inner(tab) == sheet.MARGINS


def test_margins_follow_the_scale(qapp, show):
    tab = show(Leaf(), 900, 500)
    theme.apply(qapp, theme.Theme(scale=1.5))
    assert inner(tab) == tuple(theme.current().px(margin) for margin in sheet.MARGINS)
