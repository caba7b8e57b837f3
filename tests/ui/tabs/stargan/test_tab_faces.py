"""The whole tab: faces chosen, drawn, composed and opened, answered by the true pipeline."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest

from genplay.families.stargan import EXAMPLES, Face, Meet, StarGanState
from tests.ui.tabs.desk import answer, press, run
from tests.ui.tabs.stargan.staged import asked, click, folder, needs_drawing, own_of, strange, toggle


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
    assert stage.tab.scene.fresh.truth is not None or own_of(stage) != tuple(first.held.tolist())


@needs_drawing
def test_an_avatar_is_composed_by_hand_from_the_one_that_is_shown_of(stage):
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


@pytest.mark.parametrize("kind", ["picture", "folder"])
def test_a_face_chosen_while_another_is_read_stays(stage, tmp_path, kind):
    path = folder(tmp_path / "mine") / ("0.png" if kind == "picture" else ".")
    stage.desk.slow = ("fit",)
    stage.tab.open_picture(path)
    toggle(stage, 6)
    stage.tab.choose_example(4)
    answer(stage, "fit")
    assert stage.state == StarGanState(face=Face(number=4))
    stage.tab.open_picture(path)
    toggle(stage, 6)
    answer(stage, "fit")
    assert stage.state.face.kind == "picture"
    assert (stage.state.folder is not None) == (kind == "folder")


@needs_drawing
def test_one_composes_from_no_avatar_that_is_not_known_yet(stage):
    stage.tab.choose_seed(17)
    stage.tab.compose(0, 1)
    assert stage.state.face == Face(kind="seed", seed=17)
    answer(stage)
    code = stage.tab.scene.known.code
    stage.tab.compose(0, 1 - code[0])
    assert stage.state.face.code == (1 - code[0], *code[1:])
