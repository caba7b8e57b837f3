"""What leaves the tab."""

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QGuiApplication

from genplay.ui.tabs.stargan import files
from tests.ui.tabs.desk import answer, commands, run


def rgb(path):
    with Image.open(path) as image:
        return np.asarray(image.convert("RGB"))


def test_the_edited_face_is_copied_and_saved_as_it_is_seen(stage, saved):
    run(stage, "attribute_6")
    run(stage, "copy")
    assert QGuiApplication.clipboard().image().width() == 640
    QGuiApplication.clipboard().clear()
    run(stage, "save_picture")
    assert (rgb(saved()) == stage.tab.scene.fresh.picture).all()


def test_face_edit_and_truth_are_saved_side_by_side(stage, saved):
    run(stage, "correct")
    run(stage, "save_beside")
    found = rgb(saved())
    assert found.shape == (64, 192, 3)
    assert (found[:, :64] == stage.tab.scene.met.picture).all()
    assert (found[:, 128:] == stage.tab.scene.fresh.truth.picture).all()
    stage.tab.edit(target=tuple(1 - value for value in stage.tab.scene.own), strength=0.5)
    answer(stage)
    run(stage, "save_beside")
    assert rgb(saved()).shape == (64, 128, 3)


@pytest.mark.parametrize(
    ("lower", "name", "shape"),
    [
        ("singles", "single edits.png", (128, 640, 3)),
        ("faces", "faces.png", (256, 704, 3)),
        ("chain", "chain.png", (64, 256, 3)),
    ],
)
def test_what_stands_below_is_saved(stage, saved, lower, name, shape):
    run(stage, f"show_{lower}")
    run(stage, "save_wall")
    assert saved().name == name
    assert rgb(saved()).shape == shape


def test_numbers_are_exported(stage, saved):
    run(stage, "save_measures")
    assert len(saved().read_text(encoding="utf-8-sig").splitlines()) >= 16
    run(stage, "show_back")
    run(stage, "save_ledger")
    assert len(saved().read_text(encoding="utf-8-sig").splitlines()) == 8
    run(stage, "attribute_6")
    run(stage, "chain_add")
    run(stage, "save_chain")
    assert len(saved().read_text(encoding="utf-8-sig").splitlines()) == 3


def test_what_is_not_there_is_told(stage):
    stage.tab.answers.show_nothing("picture")
    for save in (files.copy_picture, files.save_picture, files.save_beside, files.save_measures):
        save(stage.tab)
    files.save_ledger(stage.tab)
    files.save_chain(stage.tab)
    assert [words for _, words in stage.said] == 6 * ["The answer is not there yet."]


@pytest.mark.parametrize(
    ("lower", "name"), [("back", "save_ledger"), ("chain", "save_chain"), ("singles", "save_wall")]
)
def test_what_belongs_to_an_older_question_is_not_saved(stage, saved, lower, name):
    run(stage, f"show_{lower}")
    assert commands(stage)[name].enabled()
    stage.tab.answers.show_waiting(lower)
    assert not commands(stage)[name].enabled()
    getattr(files, name)(stage.tab)
    assert stage.said[-1][1] == "The answer is not there yet."
