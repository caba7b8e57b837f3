"""A plane with its title, formula and key: all as wide as the plane."""

import pytest

from genplay.ui import theme
from genplay.ui.tabs.vae.train.data_space import DataSpace
from genplay.ui.tabs.vae.train.picture_panel import PicturePanel
from genplay.ui.widgets.formula import FormulaLabel


@pytest.fixture
def panel(show):
    made = PicturePanel("Data space", "live_p", DataSpace())
    made.set_side(280)
    return show(made, 280, 340)


def test_panel_and_plane_are_as_wide_as_it_is_said(panel):
    for side in (280, 200):
        panel.set_side(side)
        assert (panel.width(), panel.plane.width(), panel.plane.height()) == (side, side, side)


def test_the_formula_leaves_where_it_has_no_room(panel):
    formula = panel.findChild(FormulaLabel)
    assert formula.isVisible()
    panel.set_side(149)
    assert not formula.isVisible()
    panel.set_side(150)
    assert formula.isVisible()


def test_title_plane_and_key_lie_below_each_other(panel, texts, qtbot):
    assert texts(panel) == ["Data space"]
    qtbot.waitUntil(lambda: panel.plane.y() == 28)
    assert panel.marks.y() == panel.plane.geometry().bottom() + 1
    assert panel.marks.width() == panel.plane.width()


def test_it_follows_the_scale(panel, qapp, qtbot):
    theme.apply(qapp, theme.Theme(scale=1.5))
    qtbot.waitUntil(lambda: panel.plane.y() == 42)
    assert panel.marks.height() == 30
