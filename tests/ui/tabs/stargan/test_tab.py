"""The whole tab: what hands do to it, answered by the true pipeline."""

import io
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest

from genplay.families.stargan import (
    EXAMPLES,
    MOST_FACES,
    MOST_STEPS,
    Chain,
    Edit,
    Face,
    Meet,
    StarGanState,
    toggled,
)
from genplay.ui.widgets.track import Track
from tests.ui.tabs.desk import LEFT, answer, button, press, run
from tests.ui.tabs.stargan.staged import NAMES, OWN, OWN_NAMES, asked, needs_drawing

GROUPS = ((0, 1, 2, 3),)
OTHER_HAIR = "Blond"


def own(stage):
    return stage.tab.scene.own


def click(widget, pos=None):
    QTest.mouseClick(widget, LEFT, pos=pos or widget.rect().center())


def toggle(stage, number):
    """Click an attribute's switch, or its piece of a group."""
    row = stage.tab.view.attributes.row(number)
    if len(row.numbers) == 1:
        click(row.switch, QPoint(8, row.switch.height() // 2))
    else:
        click(row.choice._pieces[str(number)])
    answer(stage)


def other_hair(stage):
    """A colour of hair that the face has not."""
    return next(number for number in range(4) if not own(stage)[number])


def strange(stage, mode="RGB", size=(80, 50)):
    """Open a picture of noise in some mode and size."""
    levels = np.random.default_rng(3).integers(0, 256, (size[1], size[0], 4)).astype(np.uint8)
    stream = io.BytesIO()
    Image.fromarray(levels, "RGBA").convert(mode).save(stream, "PNG")
    stage.tab.paste_picture(stream.getvalue())
    answer(stage)


def test_the_first_face_is_met_and_edited_at_once(stage):
    scene = stage.tab.scene
    assert scene.known.face == Face()
    assert scene.fresh.face == Face()
    assert scene.singles.complete
    assert scene.changed == ()
    assert not stage.tab.view.faces.note.isVisible()
    assert stage.tab.device()


def test_colours_of_hair_exclude_one_another_and_switches_do_not(stage):
    first = other_hair(stage)
    toggle(stage, first)
    assert stage.state.target == toggled(own(stage), first, GROUPS)
    assert sum(stage.state.target[:4]) == 1
    second = next(number for number in range(4) if number != first and not own(stage)[number])
    toggle(stage, second)
    assert stage.state.target[:4] == tuple(float(at == second) for at in range(4))
    toggle(stage, 5)
    toggle(stage, 8)
    assert stage.state.target[5] == 1 - own(stage)[5]
    assert stage.state.target[8] == 1 - own(stage)[8]
    assert asked(stage, "picture")[-1] == Edit("stargan", Face(), stage.state.target)
    assert (stage.tab.scene.fresh.target == np.array(stage.state.target, np.float32)).all()


def test_each_attribute_is_reset_alone_and_all_at_once(stage):
    toggle(stage, other_hair(stage))
    toggle(stage, 6)
    row = stage.tab.view.attributes.row(0)
    assert row.back.isVisible()
    click(row.back)
    answer(stage)
    assert stage.tab.scene.changed == (6,)
    assert not row.back.isVisible()
    press(stage, "Reset")
    assert stage.state.target is None
    assert stage.state == StarGanState()
    stage.undo()
    assert stage.tab.scene.changed == (6,)


def test_toggling_twice_leaves_nothing_asked(stage):
    toggle(stage, 5)
    toggle(stage, 5)
    assert stage.state.target is None


def test_what_d_read_is_corrected_by_hand_and_back(stage):
    read = own(stage)
    mark = stage.tab.view.attributes.row(6).marks[0]
    click(mark)
    answer(stage)
    assert stage.state.own == tuple(1 - value if at == 6 else value for at, value in enumerate(read))
    assert asked(stage, "picture")[-1].own == stage.state.own
    click(mark)
    answer(stage)
    assert stage.state.own is None
    run(stage, "correct")
    assert own(stage) == tuple(stage.tab.scene.known.held.tolist())


def test_strength_is_a_drag_and_between_its_ends_there_is_no_truth(stage):
    toggle(stage, other_hair(stage))
    run(stage, "correct")
    assert stage.tab.scene.fresh.truth is not None
    track = stage.tab.view.attributes.strength.findChild(Track)
    QTest.mousePress(track, LEFT, pos=QPoint(track.width() - 8, track.height() // 2))
    for x in (0.8, 0.6, 0.5):
        QTest.mouseMove(track, QPoint(int(x * track.width()), track.height() // 2))
    QTest.mouseRelease(track, LEFT, pos=QPoint(int(0.5 * track.width()), track.height() // 2))
    answer(stage)
    assert 0 < stage.state.strength < 1
    assert stage.tab.scene.fresh.truth is None
    assert (
        stage.tab.view.faces.truth.picture.accessibleDescription() == "Between 0 and 1 there is no true edit."
    )
    stage.undo()
    assert stage.state.strength == 1


@pytest.mark.parametrize("strength", [0.0, 1.0])
def test_the_ends_of_strength_are_the_own_and_the_target(stage, strength):
    toggle(stage, 5)
    run(stage, "correct")
    stage.tab.edit(strength=strength)
    answer(stage)
    fresh = stage.tab.scene.fresh
    wanted = stage.tab.scene.target if strength else own(stage)
    assert tuple(fresh.target.tolist()) == wanted
    assert fresh.truth is not None
    if not strength:
        assert (fresh.truth.picture == stage.tab.scene.met.picture).all()


@pytest.mark.parametrize(
    ("mode", "size"), [("RGB", (80, 50)), ("L", (64, 64)), ("1", (7, 300)), ("RGBA", (1, 1)), ("P", (33, 90))]
)
def test_any_picture_becomes_the_face_and_is_told_to_be_a_stranger_first(stage, mode, size):
    strange(stage, mode, size)
    scene, faces = stage.tab.scene, stage.tab.view.faces
    assert stage.state.face.kind == "picture"
    assert scene.known.picture.shape == (64, 64, 3)
    assert scene.hidden
    assert scene.fresh is None
    assert faces.note.isVisible()
    assert faces.edited.picture._image.isNull()
    assert faces.truth.picture._image.isNull()
    assert not stage.tab.view.below.singles.isVisible()
    click(faces.note.button)
    answer(stage)
    assert stage.state.anyway
    assert stage.tab.scene.fresh is not None
    assert not faces.note.isVisible()
    assert not faces.edited.picture._image.isNull()
    assert stage.tab.scene.fresh.truth is None
    stage.undo()
    assert faces.note.isVisible()


def test_each_stranger_is_told_anew(stage):
    strange(stage)
    run(stage, "anyway")
    strange(stage, size=(20, 20))
    assert stage.tab.scene.hidden


def test_a_cut_picture_is_told(stage):
    strange(stage, size=(64, 64))
    assert stage.said == []
    strange(stage, size=(64, 90))
    assert "middle square" in stage.said[-1][1]


def test_a_broken_picture_leaves_the_face(stage, tmp_path):
    path = tmp_path / "no.png"
    path.write_bytes(b"nothing")
    stage.tab.open_picture(path)
    answer(stage)
    assert stage.said[-1][0] == "error"
    assert stage.state == StarGanState()


def test_a_picture_is_pasted_from_the_clipboard(stage):
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("green"))
    QGuiApplication.clipboard().setImage(image)
    run(stage, "paste")
    QGuiApplication.clipboard().clear()
    assert stage.state.face.levels[:3] == bytes((0, 128, 0))


def test_an_avatar_is_chosen_from_the_strip_and_by_keys(stage):
    strip = stage.tab.view.source.strip
    click(strip, strip.box(3).center())
    answer(stage)
    assert stage.state.face == Face(number=3)
    assert asked(stage, "face")[-1] == Meet("stargan", Face(number=3))
    run(stage, "next")
    assert stage.state.face == Face(number=4)
    run(stage, "previous")
    run(stage, "previous")
    assert stage.state.face == Face(number=2)
    QTest.keyClick(strip, Qt.Key.Key_Right)
    assert stage.state.face == Face(number=3)
    stage.tab.choose_example(EXAMPLES - 1)
    run(stage, "next")
    assert stage.state.face == Face(number=0)


def test_another_face_has_its_own_attributes(stage):
    toggle(stage, 5)
    run(stage, "chain_add")
    run(stage, "next")
    assert (stage.state.target, stage.state.chain) == (None, ())
    stage.undo()
    assert len(stage.state.chain) == 1


@needs_drawing
def test_an_avatar_is_drawn_from_a_seed_and_the_same_from_the_same(stage):
    stage.tab.view.source.seed.setValue(17)
    answer(stage)
    first = stage.tab.scene.known
    assert first.face == Face(kind="seed", seed=17)
    assert first.code
    run(stage, "random")
    assert stage.state.face.seed == 18
    stage.tab.view.source.seed.setValue(17)
    answer(stage)
    assert (stage.tab.scene.known.picture == first.picture).all()
    assert stage.tab.scene.fresh.truth is not None or own(stage) != tuple(first.held.tolist())


@needs_drawing
def test_an_avatar_is_composed_by_hand_from_the_one_that_is_shown(stage):
    press(stage, "Compose")
    assert stage.state.lower == "maker"
    maker = stage.tab.view.below.maker
    before = stage.tab.scene.known
    hat = maker.switches["hat"]
    click(hat, QPoint(8, hat.height() // 2))
    answer(stage)
    known = stage.tab.scene.known
    assert stage.state.face.kind == "composed"
    assert known.held[8] == 1 - before.held[8]
    assert known.code[:5] == before.code[:5]
    box = maker.boxes["cloth"]
    box.setFocus()
    box.setCurrentIndex(3)
    box.activated.emit(3)
    answer(stage)
    assert stage.tab.scene.known.held[8] == known.held[8]
    assert (stage.tab.scene.known.picture != known.picture).any()
    stage.undo()
    stage.undo()
    assert stage.state.face == Face()


@needs_drawing
def test_of_a_picture_one_composes_from_the_first_avatar(stage):
    strange(stage)
    stage.tab.edit(lower="maker")
    maker = stage.tab.view.below.maker
    assert maker.isVisible()
    click(maker.switches["beard"], QPoint(8, 8))
    answer(stage)
    assert stage.state.face.kind == "composed"
    assert stage.tab.scene.known.code


def test_every_single_edit_is_taken_by_a_click(stage):
    panel = stage.tab.view.below.singles
    number = other_hair(stage)
    rows = 2 if stage.tab.scene.singles.truths[0] is not None else 1
    click(panel.wall, panel.wall.cell_rect(rows - 1, number).center().toPoint())
    answer(stage)
    assert stage.tab.scene.target == stage.tab.scene.single(number)
    assert panel.wall._current == (rows - 1, number)
    edited = stage.tab.scene.fresh.picture
    assert (edited == stage.tab.scene.singles.pictures[0, number]).all()


def test_faces_of_the_wall_are_edited_by_a_click(stage):
    run(stage, "show_faces")
    assert stage.tab.scene.walled.complete
    wall = stage.tab.view.below.faces.wall
    click(wall, wall.cell_rect(2, 6).center().toPoint())
    answer(stage)
    assert stage.state.face == Face(number=2)
    assert stage.tab.scene.changed == (5,)
    assert (stage.tab.scene.fresh.picture == stage.tab.scene.walled.pictures[2, 5]).all()
    click(wall, wall.cell_rect(2, 0).center().toPoint())
    answer(stage)
    assert stage.tab.scene.changed == ()


def test_faces_are_put_on_the_wall_and_taken_off(stage):
    stage.tab.choose_example(20)
    answer(stage)
    run(stage, "show_faces")
    count = len(stage.state.wall)
    press(stage, "Add this face")
    assert stage.state.wall[-1] == Face(number=20)
    assert len(stage.tab.scene.walled.faces) == count + 1
    press(stage, "Remove the last face")
    assert len(stage.state.wall) == count
    press(stage, "Other faces")
    assert stage.state.wall == tuple(Face(number=count + at) for at in range(count))
    stage.tab.edit(wall=tuple(Face(number=at) for at in range(MOST_FACES)))
    answer(stage)
    assert not button(stage, "Add this face").isEnabled()


def test_a_stranger_comes_on_the_wall_only_when_it_may_be_seen(stage):
    strange(stage)
    run(stage, "show_faces")
    assert not button(stage, "Add this face").isEnabled()
    run(stage, "anyway")
    press(stage, "Add this face")
    assert stage.state.wall[-1].kind == "picture"


def test_a_chain_grows_edit_by_edit_and_leads_back(stage):
    start = own(stage)
    toggle(stage, 8)
    run(stage, "chain_add")
    assert stage.state.lower == "chain"
    toggle(stage, 5)
    press(stage, "Add this edit")
    first = toggled(start, 8, GROUPS)
    both = toggled(first, 5, GROUPS)
    assert stage.state.chain == (first, both)
    assert asked(stage, "chain")[-1] == Chain("stargan", Face(), (first, both))
    press(stage, "To the original")
    assert stage.state.chain == (first, both, start)
    found = stage.tab.scene.chained
    assert found.complete
    assert len(found.pictures) == 4
    assert tuple(found.path[-1].tolist()) == start
    assert "Back:" in stage.tab.view.below.chain.caption.words()
    press(stage, "Remove the last edit")
    assert stage.state.chain == (first, both)
    stage.undo()
    assert stage.state.chain == (first, both, start)
    press(stage, "Clear the chain")
    assert stage.state.chain == ()


def test_a_picture_of_the_chain_gives_its_attributes(stage):
    toggle(stage, 8)
    run(stage, "chain_add")
    press(stage, "To the original")
    wall = stage.tab.view.below.chain.wall
    click(wall, wall.cell_rect(0, 0).center().toPoint())
    answer(stage)
    assert stage.state.target is None
    click(wall, wall.cell_rect(0, 1).center().toPoint())
    answer(stage)
    assert stage.tab.scene.changed == (8,)


def test_a_chain_that_is_full_takes_no_more(stage):
    toggle(stage, 8)
    stage.tab.edit(chain=(stage.state.target,) * MOST_STEPS, target=None)
    answer(stage)
    stage.tab.add_step()
    assert len(stage.state.chain) == MOST_STEPS
    assert str(MOST_STEPS) in stage.said[-1][1]


def test_the_way_back_has_error_and_ledger(stage):
    toggle(stage, other_hair(stage))
    run(stage, "show_back")
    found = stage.tab.scene.returned
    panel = stage.tab.view.below.back
    assert found.again.shape == (64, 64, 3)
    assert panel.isVisible()
    assert "Sum" in panel.judge.accessibleDescription()
    assert "Way back × 10" in panel.forger.accessibleDescription()


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


def test_keys_change_attributes_by_their_number(stage):
    run(stage, "attribute_6")
    assert stage.tab.scene.changed == (5,)
    run(stage, "attribute_10")
    assert stage.tab.scene.changed == (5, 9)
    run(stage, "reset")
    assert stage.state.target is None


def test_the_focus_begins_at_the_strip_of_avatars(stage):
    stage.tab.setFocus()
    assert stage.tab.view.source.strip.hasFocus()


def test_projector_mode_keeps_pictures_and_attributes(stage, qtbot):
    stage.tab.set_projector(True)
    view = stage.tab.view
    assert not stage.tab.header.isVisible()
    assert not view.faces.difference.isVisible()
    assert not view.source.isVisible()
    assert view.attributes.isVisible()
    qtbot.waitUntil(view.attributes.miss.isVisible)
    stage.tab.set_projector(False)
    assert view.faces.difference.isVisible()
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
