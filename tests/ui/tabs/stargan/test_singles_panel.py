"""The wall of every single edit."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from genplay.ui.tabs.stargan.singles_panel import SinglesPanel, said, shape
from tests.ui.tabs.painted import point_at
from tests.ui.tabs.stargan import made


@pytest.fixture
def panel(show):
    found = show(SinglesPanel(), 812, 170)
    found.heard = []
    found.edit_chosen.connect(found.heard.append)
    return found


def click(panel, row, column):
    wall = panel.wall
    QTest.mouseClick(wall, Qt.MouseButton.LeftButton, pos=wall.cell_rect(row, column).center().toPoint())


def test_the_true_edits_stand_above_the_network_s(panel):
    panel.show_scene(made.scene())
    assert panel.wall.count() == 20
    assert panel.wall._rows == ("true", "by G")
    assert panel.wall._columns[:2] == ("Black", "Blond")
    assert panel.wall._current == (1, 1)
    click(panel, 0, 8)
    click(panel, 1, 8)
    assert panel.heard == [8, 8]


def test_what_is_not_there_yet_is_pale(panel):
    panel.show_scene(made.scene(singles=made.singles(done=3)))
    assert panel.wall._fresh == 13
    panel.show_scene(made.scene(singles=made.singles(done=3, true=False)))
    assert panel.wall._fresh == 3
    assert panel.wall._shape == (1, 10)


def test_many_attributes_stand_in_rows_and_are_named_by_the_caption(panel):
    many = made.singles(true=False, names=made.MANY, own=(0.0,) * 40)
    known = made.met(own=(0.0,) * 40, held=None, names=made.MANY, groups=())
    panel.show_scene(made.scene(singles=many, met=known, edited=None, target=None))
    rows, columns, true = shape(many)
    assert (rows, true) == (4, False)
    assert rows * columns >= 40
    assert panel.wall._columns == ()
    click(panel, 3, 9)
    assert panel.heard == [39]
    point_at(panel.wall, panel.wall.cell_rect(3, 9).center().toPoint())
    assert panel.caption.words() == "+ Attribute 39"
    point_at(panel.wall, panel.wall.rect().bottomRight())
    assert "Each attribute" in panel.caption.words()


def test_edits_are_said(panel):
    assert said(made.scene(target=None), 1) == "+ Blond hair"
    assert said(made.scene(target=None), 4) == "− Long hair"
    assert said(made.scene(answered=False, met=made.met(), face=made.PICTURE), 4) == "Long hair"


def test_only_a_single_edit_at_full_strength_is_framed(panel):
    panel.show_scene(made.scene(target=None))
    assert panel.wall._current is None
    panel.show_scene(made.scene(strength=0.5))
    assert panel.wall._current is None
    two = tuple(1.0 - value if at in (5, 6) else value for at, value in enumerate(made.OWN))
    panel.show_scene(made.scene(target=two))
    assert panel.wall._current is None


def test_a_late_wall_is_pale_and_one_that_is_gone_is_empty(panel):
    panel.show_scene(made.scene(waiting=frozenset({"singles"})))
    assert panel.wall._stale
    panel.show_scene(made.scene(singles=None))
    assert panel.wall.count() == 0
