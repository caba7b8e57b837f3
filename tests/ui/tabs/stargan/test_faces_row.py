"""The four pictures."""

import numpy as np
import pytest

from genplay.families.stargan import Face
from genplay.ui.tabs.stargan import fitting
from genplay.ui.tabs.stargan.faces_row import FacesRow, change
from tests.ui.tabs.stargan import made


@pytest.fixture
def row(show):
    found = show(FacesRow(), 830, 270)
    found.set_parts(fitting.fit(1084, 603, projector=False))
    return found


def said(panel):
    return [line.words() for line in panel._lines]


def is_empty(panel):
    return panel.picture._image.isNull()


def test_face_edit_truth_and_miss_stand_side_by_side(row):
    row.show_scene(made.scene())
    assert said(row.face) == ["Unseen avatar 2", "D(x) = +0.25"]
    assert said(row.edited) == ["+ Blond hair", "D(y) = −2.25"]
    assert said(row.truth)[0] == "Drawn from its specification"
    assert row.difference._title.text() == "Missed by G"
    assert said(row.difference)[0] == "Elsewhere 1.2 levels off"
    assert not any(is_empty(panel) for panel in row.panels)


def test_where_nobody_knows_the_truth_what_changed_is_shown(row):
    row.show_scene(made.scene(edited=made.edited(true=False)))
    assert is_empty(row.truth)
    assert "Between 0 and 1" in row.truth.picture.accessibleDescription()
    assert row.difference._title.text() == "Change by G"
    assert said(row.difference)[0] == "60.0 levels on average"
    assert (change(made.met(), made.edited()) == 60).all()


def test_a_stranger_is_told_before_anything_is_shown(row):
    row.show_scene(made.stranger())
    assert row.note.isVisible()
    assert is_empty(row.edited)
    assert is_empty(row.truth)
    assert is_empty(row.difference)
    assert not is_empty(row.face)
    assert row.edited.picture.geometry().contains(
        row.edited.picture.mapToParent(row.note.geometry().center())
    )
    row.show_scene(made.stranger(anyway=True))
    assert not row.note.isVisible()
    assert not is_empty(row.edited)
    assert said(row.edited)[0] == "No face that G knows"


def test_loading_and_failures_stand_in_the_place_of_the_pictures(row):
    row.show_scene(made.scene(answered=False, waiting=frozenset({"face", "picture"})))
    assert row.face.picture.accessibleDescription() == "Loading StarGAN"
    row.show_scene(made.scene(answered=False, failures={"face": "It cannot be drawn."}))
    assert row.face.picture._error.isVisible()
    assert not row.edited.picture._error.isVisible()
    row.show_scene(made.scene(edited=None, failures={"picture": "It is broken."}))
    assert row.edited.picture._error.isVisible()
    assert not row.face.picture._error.isVisible()


def test_no_number_stands_while_a_newer_one_is_late(row):
    row.show_scene(made.scene(waiting=frozenset({"picture"})))
    assert said(row.edited) == ["", ""]
    assert said(row.difference) == ["", ""]
    assert not is_empty(row.edited)


def test_an_edit_of_another_face_is_not_shown(row):
    row.show_scene(made.scene(edited=made.edited(Face(number=9))))
    assert is_empty(row.edited)


def test_pictures_are_of_one_size(row):
    row.show_scene(made.scene())
    assert {panel.picture.size().toTuple() for panel in row.panels} == {(194, 194)}
    assert np.ptp([panel.y() for panel in row.panels]) == 0
