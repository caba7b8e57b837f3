"""The wall of several faces."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from genplay.families.stargan import Face
from genplay.ui.tabs.stargan.faces_panel import FacesPanel
from tests.ui.tabs.painted import point_at
from tests.ui.tabs.stargan import made


@pytest.fixture
def panel(show):
    found = show(FacesPanel(), 812, 330)
    found.heard = []
    found.edit_chosen.connect(lambda *values: found.heard.append(values))
    return found


def point(panel, row, column):
    point_at(panel.wall, panel.wall.cell_rect(row, column).center().toPoint())


def test_faces_stand_before_their_edits(panel):
    panel.show_scene(made.scene(lower="faces"))
    assert panel.wall.count() == 4 * 11
    assert panel.wall._columns[:3] == ("face", "Black", "Blond")
    assert panel.wall._current == (1, 2)
    for column in (0, 7):
        spot = panel.wall.cell_rect(3, column).center().toPoint()
        QTest.mouseClick(panel.wall, Qt.MouseButton.LeftButton, pos=spot)
    assert panel.heard == [(3, None), (3, 6)]


def test_the_caption_says_face_and_edit(panel):
    panel.show_scene(made.scene(lower="faces"))
    point(panel, 2, 0)
    assert panel.caption.words() == "Unseen avatar 3"
    point(panel, 2, 2)
    assert panel.caption.words() == "Unseen avatar 3: + Blond hair"
    point(panel, 2, 1)
    assert panel.caption.words() == "Unseen avatar 3: it has that already"


def test_pictures_come_row_by_row(panel):
    panel.show_scene(made.scene(lower="faces", walled=made.walled(done=13)))
    assert panel.wall._pale.start == 11 + 1 + 3


def test_the_face_as_it_is_is_framed_without_an_edit(panel):
    panel.show_scene(made.scene(lower="faces", target=None))
    assert panel.wall._current == (1, 0)
    panel.show_scene(made.scene(lower="faces", face=Face(number=30)))
    assert panel.wall._current is None


def test_a_wall_of_other_faces_is_pale(panel):
    panel.show_scene(made.scene(lower="faces", walled=made.walled((Face(number=9),))))
    assert panel.wall._stale


def test_forty_attributes_are_scrolled(panel, qtbot):
    many = made.walled(names=made.MANY, own=(0.0,) * 40)
    panel.show_scene(made.scene(lower="faces", walled=many))
    bar = panel.area.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert panel.wall.count() == 4 * 41


def test_many_faces_are_scrolled_and_their_names_stand_above(panel, qtbot):
    faces = tuple(Face(number=number) for number in range(12))
    panel.resize(812, 160)
    panel.show_scene(made.scene(lower="faces", wall=faces, walled=made.walled(faces)))
    bar = panel.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert panel.wall.cell_rect(0, 0).top() > panel.wall.height() - panel.wall.cell_rect(11, 0).bottom()


def test_other_faces_of_a_stranger_s_folder_wait_until_it_is_accepted(panel):
    panel.show_scene(made.stranger(lower="faces"))
    assert panel._others.isEnabled()  # avatars
    panel.show_scene(made.stranger(lower="faces", folder=made.FOLDER))
    assert not panel._others.isEnabled()
    panel.show_scene(made.stranger(lower="faces", folder=made.FOLDER, anyway=True))
    assert panel._others.isEnabled()


def test_what_has_no_room_for_words_has_icons(panel):
    panel.set_terse(terse=True)
    assert panel._add.text() == ""
    assert not panel._add.icon().isNull()
    assert panel._add.accessibleName() == "Add this face"
    panel.set_terse(terse=False)
    assert panel._add.text() == "Add this face"
    assert panel._add.icon().isNull()
