"""The wall of every single edit."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from genplay.ui import theme
from genplay.ui.tabs.stargan.singles_panel import SinglesPanel, said, shape
from genplay.ui.tabs.stargan.words import LIMIT
from tests.ui.tabs.painted import at, point_at, rgb
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


def off_by(level, **values):
    """A wall of which G's picture of the second attribute is off by a level, and no other one."""
    found = made.singles(**values)
    missed = np.zeros_like(found.missed[0])
    missed[1] = level
    return replace(found, missed=(missed,))


def test_with_room_for_it_what_was_missed_stands_below(panel):
    panel.resize(812, 250)
    panel.show_scene(made.scene(singles=off_by(32)))
    assert panel.wall._rows == ("true", "by G", "missed")
    table = theme.current().table("surprise")
    half = rgb(QColor(table[round(255 * 32 / LIMIT)]))
    assert at(panel.wall, panel.wall.cell_rect(2, 1).center()) == half
    assert at(panel.wall, panel.wall.cell_rect(2, 2).center()) == rgb(QColor(table[0]))
    click(panel, 2, 8)
    assert panel.heard == [8]
    assert panel.wall._current == (1, 1)


@pytest.mark.parametrize("height", range(170, 401, 46))
def test_the_rows_are_those_for_which_there_is_room_from_the_first(show, height):
    panel = show(SinglesPanel(), 900, height)
    panel.show_scene(made.scene())
    at_first = panel.wall._shape
    panel.resize(900, height + 1)
    panel.resize(900, height)
    assert panel.wall._shape == at_first


def test_the_row_of_what_was_missed_comes_and_goes_with_the_room(panel):
    panel.show_scene(made.scene())
    large = panel.wall.cell_rect(0, 0).width()
    for height, rows in ((250, 3), (170, 2), (250, 3)):
        panel.resize(812, height)
        assert panel.wall._shape == (rows, 10)
        assert panel.wall._current == (1, 1)
        assert panel.wall.cell_rect(0, 0).width() >= 0.9 * large


def test_what_was_missed_is_in_the_colours_of_the_theme(panel, qapp):
    panel.resize(812, 250)
    panel.show_scene(made.scene(singles=off_by(LIMIT)))
    centre = panel.wall.cell_rect(2, 1).center()
    light = at(panel.wall, centre)
    theme.apply(qapp, theme.Theme("dark"))
    assert at(panel.wall, centre) == rgb(QColor(theme.current().table("surprise")[255])) != light


def test_how_much_was_missed_is_said_of_what_is_there(panel):
    panel.resize(812, 250)
    panel.show_scene(made.scene(singles=off_by(2.5, done=2)))
    for column, said_ in ((1, "+ Blond hair: 2.5 levels off on average"), (4, "− Long hair")):
        point_at(panel.wall, panel.wall.cell_rect(2, column).center().toPoint())
        assert panel.caption.words().startswith(said_)
    assert "off" not in panel.caption.words()
    point_at(panel.wall, panel.wall.cell_rect(1, 1).center().toPoint())
    assert panel.caption.words() == "+ Blond hair"
    panel.resize(812, 170)  # the picture under the pointer is another one now
    assert "Each attribute" in panel.caption.words()


def test_what_is_saved_depends_neither_on_the_room_nor_on_the_theme(panel, qapp):
    panel.show_scene(made.scene())
    saved = panel.picture()
    assert (saved.width(), saved.height()) == (640, 128)
    panel.resize(812, 250)
    theme.apply(qapp, theme.Theme("dark"))
    assert panel.wall._shape == (3, 10)
    assert panel.picture() == saved
    panel.show_scene(made.scene(singles=made.singles(true=False)))
    assert panel.picture() == panel.wall.picture()


def test_what_is_not_there_yet_is_pale(panel):
    panel.show_scene(made.scene(singles=made.singles(done=3)))
    assert panel.wall._pale == range(13, 20)
    panel.resize(812, 250)
    assert panel.wall._pale == range(13, 20)  # of what was missed what is not known is paper
    panel.show_scene(made.scene(singles=made.singles(done=3, true=False)))
    assert panel.wall._pale == range(3, 10)
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
