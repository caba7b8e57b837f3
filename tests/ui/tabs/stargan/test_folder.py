"""A folder of faces in the tab: opened, chosen from, left; answered by the true pipeline."""

from pathlib import Path

import msgspec
import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from genplay.families.stargan import MOST_OPENED, Face, StarGanState
from tests.ui.tabs.desk import LEFT, answer, commands, press, run
from tests.ui.tabs.stargan import made
from tests.ui.tabs.stargan.staged import NAMES, OWN, asked, folder


def opened(stage, path):
    stage.tab.open_picture(path)
    answer(stage)


@pytest.fixture
def chosen(monkeypatch, tmp_path):
    """A folder that the dialog returns."""
    path = folder(tmp_path / "mine")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(path))
    return path


def test_a_folder_is_asked_for_and_its_faces_stand_in_the_strip(stage, chosen):
    run(stage, "open_folder")
    assert [face.name for face in stage.state.strip] == ["0.png", "1.png", "2.png"]
    assert stage.state.face == stage.state.folder.faces[0]
    strip = stage.tab.view.source.strip
    assert strip.accessibleName() == "All 3 faces of mine"
    assert stage.said[-1] == ("info", "All 3 faces of mine")
    known = stage.tab.scene.known
    assert known.face.name == "0.png"
    assert stage.tab.view.faces.face._lines[0].words() == "0.png"
    truth = dict(known.face.told)
    assert known.held.tolist() == [truth[name] for name in NAMES]


def test_the_button_asks_for_a_folder_as_well(stage, chosen):
    QTest.mouseClick(stage.tab.view.source.folds, LEFT)
    answer(stage)
    assert stage.state.folder.name == "mine"


def test_a_dialog_that_is_left_changes_nothing(stage, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    run(stage, "open_folder")
    assert stage.state == StarGanState()
    assert asked(stage, "fit") == []


def test_a_face_of_the_folder_is_chosen_by_click_and_by_keys(stage, tmp_path):
    opened(stage, folder(tmp_path / "mine"))
    faces = stage.state.folder.faces
    strip = stage.tab.view.source.strip
    QTest.mouseClick(strip, LEFT, pos=strip.box(2).center())
    answer(stage)
    assert stage.state.face == faces[2]
    assert stage.tab.scene.known.face == faces[2]
    run(stage, "next")
    assert stage.state.face == faces[0]
    run(stage, "previous")
    assert stage.state.face == faces[2]
    QTest.keyClick(strip, Qt.Key.Key_Left)
    assert stage.state.face == faces[1]
    assert strip.accessibleDescription() == "1.png"


def test_one_click_leads_back_to_the_avatars_and_undo_to_the_folder(stage, tmp_path):
    assert not commands(stage)["avatars"].enabled()
    opened(stage, folder(tmp_path / "mine"))
    press(stage, "Avatars")
    assert stage.state == StarGanState()
    assert stage.tab.view.source.strip.accessibleName() == "Unseen avatars"
    stage.undo()
    assert stage.state.folder.name == "mine"
    assert stage.tab.view.source.strip.accessibleName() == "All 3 faces of mine"
    stage.undo()
    assert stage.state == StarGanState()
    stage.redo()
    answer(stage)
    run(stage, "avatars")
    assert stage.state.folder is None


def test_a_stranger_of_a_folder_is_told_before_anything_is_shown(stage, tmp_path):
    opened(stage, folder(tmp_path / "mine"))
    assert stage.tab.scene.hidden
    run(stage, "show_faces")
    assert not commands(stage)["wall_others"].enabled()
    run(stage, "anyway")
    assert stage.tab.scene.fresh is not None
    run(stage, "wall_others")
    assert stage.state.wall == stage.state.folder.faces
    run(stage, "next")
    assert stage.tab.scene.hidden


def test_what_d_misreads_of_the_table_is_corrected(stage, tmp_path):
    opened(stage, folder(tmp_path / "mine", ("Beard", "Hat", "Young")))
    known = stage.tab.scene.known
    held = [dict(known.face.told)[name] for name in ("Beard", "Hat")]
    assert known.told == (6, 8)
    assert known.held[[6, 8]].tolist() == held
    if commands(stage)["correct"].enabled():
        run(stage, "correct")
    own = stage.tab.scene.own
    assert [own[at] for at in (6, 8)] == held
    rest = [at for at in range(10) if at not in (6, 8)]
    assert [own[at] for at in rest] == known.own[rest].tolist()
    assert not commands(stage)["correct"].enabled()


def test_a_model_of_one_s_own_is_compared_with_its_table(stage, tmp_path):
    run(stage, f"use_{OWN}")
    opened(stage, folder(tmp_path / "mine", ("Old", "Short", "Tall")))
    assert not stage.tab.scene.is_stranger
    held = stage.tab.scene.known.held  # of "Short" and "Tall" the table says none
    assert held[0] == 0
    assert np.isnan(held[1:]).all()


def test_of_a_large_folder_the_first_faces_are_shown(stage, tmp_path):
    opened(stage, folder(tmp_path / "mine", ("Hat",), MOST_OPENED + 1))
    assert len(stage.state.strip) == MOST_OPENED
    assert stage.said[-1][1] == "First 36 of 37 faces of mine"


def test_a_folder_of_one_face_is_all_there_is(stage, tmp_path):
    opened(stage, folder(tmp_path / "one", count=1))
    run(stage, "next")
    assert stage.state.face == stage.state.folder.faces[0]


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda path: (path / "list_attr_celeba.txt").unlink(), "There is no list_attr_celeba.txt in"),
        (lambda path: (path / "list_attr_celeba.txt").write_text("0\nHat\n"), "has no pictures"),
        (lambda path: (path / "list_attr_celeba.txt").write_text("1\nHat Hat\n"), "Hat twice"),
        (lambda path: (path / "2.png").write_bytes(b"none"), "Line 5 of list_attr_celeba.txt: 2.png"),
        (lambda path: (path / "1.png").unlink(), "Line 4 of list_attr_celeba.txt has the picture 1.png"),
    ],
)
def test_a_folder_that_cannot_be_read_is_refused_and_nothing_is_lost(stage, tmp_path, spoil, told):
    opened(stage, folder(tmp_path / "good"))
    before = stage.state
    bad = folder(tmp_path / "bad")
    spoil(bad)
    opened(stage, bad)
    kind, words = stage.said[-1]
    assert kind == "error"
    assert told in words
    assert stage.state == before
    assert stage.tab.scene.known is not None


def test_the_newest_of_what_is_opened_alone_is_shown(stage, tmp_path):
    stage.tab.open_picture(folder(tmp_path / "first"))
    stage.tab.open_picture(folder(tmp_path / "second"))
    answer(stage)
    assert stage.state.folder.name == "second"
    stage.undo()
    assert stage.state == StarGanState()


def test_a_session_shows_the_folder_where_it_is_not(stage, tmp_path):
    path = folder(tmp_path / "mine")
    opened(stage, path)
    kept = msgspec.json.encode(stage.state)
    for one in path.iterdir():
        one.unlink()
    stage.edit(StarGanState())
    answer(stage)
    stage.edit(msgspec.json.decode(kept, type=StarGanState))
    answer(stage)
    assert stage.tab.view.source.strip.accessibleName() == "All 3 faces of mine"
    assert stage.tab.scene.known.face == stage.state.folder.faces[0]
    assert str(tmp_path) not in kept.decode()


def test_an_avatar_of_a_seed_leaves_the_folder_open(stage, tmp_path):
    opened(stage, folder(tmp_path / "mine"))
    stage.tab.choose_face(Face(number=7))
    answer(stage)
    assert stage.tab.view.source.strip.accessibleDescription() == ""
    run(stage, "next")
    assert stage.state.face == stage.state.folder.faces[0]


def test_a_folder_is_dropped_on_the_window_and_left_by_a_key(open_window, begin, qtbot, tmp_path):
    screen = open_window(begin("stargan"))
    with qtbot.waitActive(screen.window):
        screen.window.activateWindow()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    point, copy, none = QPointF(300, 300), Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    for event in (
        QDragEnterEvent(point.toPoint(), copy, data, LEFT, none),
        QDropEvent(point, copy, data, LEFT, none),
    ):
        QApplication.sendEvent(screen.window, event)
    screen.settle()
    assert screen.state.folder == made.FOLDER
    assert screen.state.face == made.FOLDER.faces[0]
    assert screen.toasts == ["First 3 of 200 faces of celeba"]
    screen.key("N")
    assert screen.state.face == made.FOLDER.faces[1]
    screen.key("A")
    assert screen.state.folder is None
    screen.key("Ctrl+Z")
    assert screen.state.folder == made.FOLDER


def test_a_name_that_is_no_more_is_told(stage, tmp_path):
    opened(stage, Path(tmp_path / "gone"))
    assert stage.said[-1][0] == "error"
    assert "gone" in stage.said[-1][1]
