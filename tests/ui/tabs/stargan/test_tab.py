"""The whole tab, answered by the true pipeline: what is there at first, other models, modes."""

from dataclasses import replace

import pytest

from genplay.families.stargan import Face
from tests.ui.tabs.desk import answer, run
from tests.ui.tabs.stargan.staged import NAMES, OWN, OWN_NAMES, strange, toggle


def test_the_first_face_is_met_and_edited_at_once(stage):
    scene = stage.tab.scene
    assert scene.known.face == Face()
    assert scene.fresh.face == Face()
    assert scene.singles.complete
    assert scene.changed == ()
    assert not stage.tab.view.faces.note.isVisible()
    assert stage.tab.device()


def test_the_truth_is_beside_an_avatar_s_edit_only(stage):
    run(stage, "correct")
    toggle(stage, 8)
    fresh = stage.tab.scene.fresh
    assert fresh.truth is not None
    assert not stage.tab.view.faces.truth.picture._image.isNull()
    assert stage.tab.view.attributes.miss.number.text().endswith("%")
    strange(stage)
    run(stage, "anyway")
    assert stage.tab.scene.fresh.truth is None
    assert stage.tab.view.faces.truth.picture._image.isNull()
    assert stage.tab.view.attributes.miss.number.text() == "–"


def test_a_model_of_other_attributes_has_its_own_rows(stage):
    toggle(stage, 8)
    stage.tab.choose_model(OWN)
    answer(stage)
    assert stage.state.target is None
    assert stage.tab.scene.names == OWN_NAMES
    rows = stage.tab.view.attributes.rows
    assert [row.numbers for row in rows] == [(0,), (1, 2), (3,)]
    assert rows[2].switch.accessibleName() == "Wearing A Very Long Necktie"
    assert stage.tab.scene.known.held is None
    assert stage.tab.scene.fresh.truth is None
    toggle(stage, 0)
    assert stage.tab.scene.changed == (0,)
    for lower in ("faces", "chain", "back", "inside", "singles"):
        run(stage, f"show_{lower}")
    assert stage.tab.scene.singles.names == OWN_NAMES
    stage.undo()
    stage.tab.choose_model("stargan")
    answer(stage)
    assert len(stage.tab.view.attributes.rows) == 7
    assert stage.tab.scene.names == NAMES


def test_a_model_of_another_computer_is_told_to_be_missing(stage):
    stage.edit(replace(stage.state, model="stargan_elsewhere"))
    with pytest.raises(KeyError):  # the desk's own; a true engine says so in a sentence
        answer(stage)
    assert stage.state.model == "stargan_elsewhere"


def test_the_focus_begins_at_the_strip_of_avatars(stage):
    stage.tab.setFocus()
    assert stage.tab.view.source.strip.hasFocus()


def test_projector_mode_keeps_pictures_and_attributes(stage, qtbot):
    stage.tab.set_projector(True)
    view = stage.tab.view
    assert not stage.tab.header.isVisible()
    qtbot.waitUntil(lambda: view.below.isVisible() != view.missed.isVisible())
    assert view.missed.isAncestorOf(view.faces.difference) == view.missed.isVisible()
    assert not view.source.isVisible()
    assert view.attributes.isVisible()
    qtbot.waitUntil(view.attributes.miss.isVisible)
    stage.tab.set_projector(False)
    assert view.faces.isAncestorOf(view.faces.difference)
    qtbot.waitUntil(view.attributes.miss.isVisible)
    assert view.attributes.isAncestorOf(view.attributes.miss)


def test_attributes_of_another_model_are_refused_in_a_sentence(stage):
    stage.edit(replace(stage.state, own=(1.0, 0.0), target=(0.0, 1.0), chain=((1.0, 1.0),)))
    answer(stage)
    assert "has 10 attributes" in stage.tab.scene.failures["picture"]
    run(stage, "show_chain")
    assert "has 10 attributes" in stage.tab.scene.failures["chain"]
    stage.undo()
    answer(stage)
    assert stage.tab.scene.fresh is not None
    assert "picture" not in stage.tab.scene.failures
