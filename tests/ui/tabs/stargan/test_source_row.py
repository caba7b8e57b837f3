"""Where the face comes from."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from genplay.families.stargan import Face, Folder, StarGanState
from genplay.ui.tabs.stargan.source_row import SourceRow
from tests.ui.tabs.stargan import made

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def row(show):
    found = show(SourceRow(made.AVATARS, ""), 800, 40)
    found.heard = []
    names = (
        "example_chosen",
        "seed_chosen",
        "next_pressed",
        "redrawn",
        "composed",
        "open_pressed",
        "folder_pressed",
        "folder_closed",
    )
    for name in names:
        getattr(found, name).connect(lambda *values, name=name: found.heard.append((name, *values)))
    return found


def test_each_source_is_asked_for(row):
    QTest.mouseClick(row.strip, LEFT, pos=row.strip.box(2).center())
    row.seed.setValue(5)
    for button in (row.dice, row.compose, row.opens, row.folds):
        QTest.mouseClick(button, LEFT)
    assert row.heard == [
        ("example_chosen", 2),
        ("seed_chosen", 5),
        ("redrawn",),
        ("composed",),
        ("open_pressed",),
        ("folder_pressed",),
    ]


def test_the_chosen_avatar_is_framed_and_the_seed_is_shown(row):
    row.show_state(StarGanState(face=Face(number=3)))
    assert row.strip.accessibleDescription() == "Avatar 3"
    row.show_state(StarGanState(face=Face(kind="seed", seed=42)))
    assert row.strip.accessibleDescription() == ""
    assert row.seed.value() == 42
    assert row.heard == []


def test_where_nothing_can_be_drawn_it_is_said_how_it_could(show):
    row = show(SourceRow(made.AVATARS, "Drawing avatars needs resvg"), 800, 40)
    for widget in (row.seed, row.dice, row.compose):
        assert not widget.isEnabled()
        assert widget.toolTip() == "Drawing avatars needs resvg"
    assert row.opens.isEnabled()


def test_words_leave_where_it_is_narrow_and_then_the_buttons(row):
    row.set_terse(terse=True, narrow=False)
    assert row.compose.text() == ""
    assert row.compose.accessibleName() == "Compose"
    assert row.seed.isVisible()
    row.set_terse(terse=True, narrow=True)
    assert not row.seed.isVisible()
    assert row.opens.isVisible()
    row.set_terse(terse=False, narrow=False)
    assert row.compose.text() == "Compose"


def test_the_faces_of_a_folder_stand_in_the_place_of_the_avatars(row):
    state = StarGanState().opened(made.FOLDER)
    row.show_state(state)
    assert row.strip.accessibleName() == "First 3 of 200 faces of celeba"
    assert row.strip.accessibleDescription() == "0.png"
    assert not row.seed.isVisible()
    assert row.name.isVisible()
    assert row.name.geometry().right() < row.back.x()
    QTest.mouseClick(row.strip, LEFT, pos=row.strip.box(2).center())
    QTest.mouseClick(row.back, LEFT)
    assert row.heard == [("example_chosen", 2), ("folder_closed",)]
    row.show_state(state.faced(made.FOLDER.faces[2]))
    assert row.strip.accessibleDescription() == "2.png"
    row.show_state(state.closed())
    assert row.strip.accessibleName() == "Unseen avatars"
    assert row.strip.accessibleDescription() == "Avatar 0"
    assert row.seed.isVisible()
    assert not row.back.isVisible()


def test_a_folder_of_one_face_is_shown(row):
    row.show_state(StarGanState().opened(Folder("one", 1, made.FOLDER.faces[:1])))
    assert row.strip.accessibleName() == "The only face of one"


def test_the_way_back_is_there_where_it_is_narrow(row):
    row.show_state(StarGanState().opened(made.FOLDER))
    row.set_terse(terse=True, narrow=True)
    assert row.back.isVisible()
    assert row.back.text() == ""
    assert row.back.accessibleName() == "Avatars"
    assert not row.name.isVisible()
    assert not row.folds.isVisible()
