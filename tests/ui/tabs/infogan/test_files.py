"""What leaves the tab: the clipboard and the files hold what is on screen."""

import csv

import numpy as np
from PIL import Image
from PySide6.QtGui import QGuiApplication

from genplay.ui.tabs.infogan import files
from tests.ui.tabs.desk import answer, commands, press, run


def rows(path):
    with path.open(newline="") as stream:
        return list(csv.DictReader(stream))


def test_the_picture_is_copied_and_saved(stage, saved):
    run(stage, "copy")
    assert QGuiApplication.clipboard().image().width() == 280
    run(stage, "save_picture")
    assert saved().name == "generated.png"
    stored = np.asarray(Image.open(saved()).convert("L"))
    assert np.array_equal(stored, stage.tab.scene.made.picture())


def test_the_wall_is_saved_pixel_for_pixel(stage, saved):
    run(stage, "save_wall")
    stored = np.asarray(Image.open(saved()).convert("L")) / 255
    pictures = stage.tab.scene.walled.pictures.swapaxes(1, 2).reshape(280, 252)
    np.testing.assert_allclose(stored, 1 - pictures, atol=0.003)


def test_numbers_are_saved(stage, saved):
    answer(stage, "ledger", "plain")
    run(stage, "save_reading")
    assert [row["code"] for row in rows(saved())][-2:] == ["c2", "c3"]
    run(stage, "save_ledger")
    assert [row["model"] for row in rows(saved())] == ["infogan", "infogan_plain"]
    run(stage, "save_confusion")
    assert [row["matched_digit"] for row in rows(saved())] == [str(digit) for digit in range(10)]


def test_a_sweep_is_saved_as_an_animation(stage, saved):
    run(stage, "sweep_c1")
    press(stage, "Save animation")
    assert saved().name == "sweep of c1.gif"
    with Image.open(saved()) as moving:
        assert moving.n_frames == 10


def test_what_is_not_there_yet_is_said(stage, saved):
    assert not commands(stage)["save_ledger"].enabled()
    files.save_ledger(stage.tab)
    assert stage.said[-1] == ("info", "The answer is not there yet.")


def test_the_bars_are_saved_as_they_are_seen(stage, saved):
    answer(stage, "ledger", "plain")
    run(stage, "save_bars")
    assert (saved().name, b"<svg" in saved().read_bytes()) == ("information.svg", True)
