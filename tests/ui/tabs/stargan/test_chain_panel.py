"""A chain of edits."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from genplay.ui.tabs.stargan.chain_panel import ChainPanel, apart
from tests.ui.tabs.painted import point_at
from tests.ui.tabs.stargan import made

HAT = tuple(1.0 if at == 8 else value for at, value in enumerate(made.OWN))


@pytest.fixture
def panel(show):
    return show(ChainPanel(), 812, 172)


def scene(*chain, **values):
    return made.scene(**({"lower": "chain", "chain": chain} | values))


def test_the_path_is_below_the_pictures(panel):
    panel.show_scene(scene(made.BLOND, HAT))
    assert panel.wall.count() == 3
    assert panel.wall._columns == ("face", "+ Blond hair", "+ Black hair, + Hat")
    assert panel.wall._current == (0, 2)
    heard = []
    panel.step_chosen.connect(heard.append)
    spot = panel.wall.cell_rect(0, 1).center().toPoint()
    QTest.mouseClick(panel.wall, Qt.MouseButton.LeftButton, pos=spot)
    assert heard == [1]


def test_it_says_how_far_it_led_and_whether_it_is_back(panel):
    panel.show_scene(scene())
    assert panel.caption.words() == "Add edits one by one."
    assert not panel.error.isVisible()
    panel.show_scene(scene(HAT))
    assert panel.caption.words() == "10.0 levels from the face"
    panel.show_scene(scene(HAT, made.OWN))
    assert panel.caption.words() == "Back: 20.0 levels off"
    assert panel.error.isVisible()
    assert (apart(made.chained(HAT, made.OWN)) == 20).all()


def test_what_d_does_not_read_as_asked_is_said_of_a_step(panel):
    found = made.chained(HAT)
    found.read[1, 8] = 0
    panel.show_scene(scene(HAT, chained=found))
    point_at(panel.wall, panel.wall.cell_rect(0, 1).center().toPoint())
    assert panel.caption.words() == "Step 1: D does not read as asked Hat."
    point_at(panel.wall, panel.wall.cell_rect(0, 0).center().toPoint())
    assert panel.caption.words() == "Step 0: D reads what was asked."


def test_only_an_edit_that_changes_something_is_added(panel):
    panel.show_scene(scene(target=None))
    assert not panel._add.isEnabled()
    assert not panel._home.isEnabled()
    panel.show_scene(scene())
    assert panel._add.isEnabled()
    panel.show_scene(scene(made.BLOND))
    assert not panel._add.isEnabled()
    assert panel._home.isEnabled()
    assert panel._remove.isEnabled()
    panel.show_scene(scene(*[made.BLOND, HAT] * 6))
    assert not panel._home.isEnabled()
    assert panel.wall._shape == (1, 13)


def test_where_it_is_narrow_it_has_icons(panel):
    panel.set_terse(terse=True)
    assert panel._add.text() == ""
    assert panel._clear.isHidden()
    panel.set_terse(terse=False)
    assert panel._add.text() == "Add this edit"
