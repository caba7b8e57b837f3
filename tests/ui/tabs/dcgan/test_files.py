"""What leaves the tab."""

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QGuiApplication

from genplay.families.animation import Animate
from genplay.ui.tabs.dcgan import files
from tests.ui.tabs.desk import answer, commands, press, run

TERMS = ((0,), (1,), (2,))


def pin(stage, count=3):
    for x in range(count):
        stage.tab.choose_seed(x, 0)
        run(stage, "pin")


def test_the_picture_is_copied_and_saved_as_it_is_seen(stage, saved):
    files.copy_picture(stage.tab)
    assert QGuiApplication.clipboard().image().width() == 320
    QGuiApplication.clipboard().clear()
    press(stage, "Save the generated picture")
    with Image.open(saved()) as image:
        assert (np.asarray(image.convert("L")) == stage.tab.scene.shown.picture()).all()


def test_the_wall_is_saved_whole(stage, saved):
    run(stage, "save_wall")
    with Image.open(saved()) as image:
        assert image.size == (320, 320)
        first = np.asarray(image.convert("L"))[:32, :32]
    assert (first == 255 - stage.tab.scene.walled.pictures[0, ..., 0]).all()


def test_the_wall_that_is_saved_is_that_of_the_model_wherever_one_looks(stage, saved):
    stage.tab.edit(lower="arithmetic")
    stage.tab.choose_model("dcgan_avatars")
    answer(stage)
    run(stage, "save_wall")
    with Image.open(saved()) as image:
        last = np.asarray(image.convert("RGB"))[-64:, -64:]
    assert (last == stage.tab.scene.walled.pictures[99]).all()


def test_no_wall_is_saved_while_another_is_awaited(stage):
    stage.tab.turn(2, 0)
    files.save_wall(stage.tab)
    assert stage.said == [("info", "The answer is not there yet.")]


def test_no_sum_and_no_maps_are_saved_while_others_are_awaited(stage):
    pin(stage)
    for term in range(3):
        stage.tab.toggle_term(term, term)
    answer(stage)
    stage.tab.show_waiting("arithmetic")
    files.save_arithmetic(stage.tab)
    stage.tab.edit(lower="layers")
    answer(stage)
    stage.tab.show_waiting("layers")
    files.save_layers(stage.tab)
    assert [words for _, words in stage.said] == ["The answer is not there yet."] * 2


def test_what_a_walk_shows_is_taken_while_it_plays(stage, qapp):
    pin(stage)
    run(stage, "play")
    qapp.clipboard().clear()
    stage.tab.edit(walk=0.5)
    assert stage.tab.scene.made is None
    files.copy_picture(stage.tab)
    assert not qapp.clipboard().image().isNull()
    stage.tab.stop()


def test_the_arithmetic_is_saved_with_its_neighbours(stage, saved):
    pin(stage)
    for term in range(3):
        stage.tab.toggle_term(term, term)
    answer(stage)
    run(stage, "save_arithmetic")
    with Image.open(saved()) as image:
        assert image.size == (96, 96)


def test_a_walk_is_saved_as_an_animation(stage, saved):
    pin(stage)
    stage.tab.asked.disconnect()
    heard = []
    stage.tab.asked.connect(lambda slot, request: heard.append((slot, request)))
    press(stage, "Save animation")
    ((slot, request),) = heard
    assert slot == "animation"
    assert isinstance(request, Animate)
    assert len(request.frames) == 61
    assert request.path.endswith("walk.gif")


@pytest.mark.parametrize(("name", "lines"), [("save_noise", 101), ("save_directions", 9), ("save_pins", 4)])
def test_numbers_are_exported(stage, saved, name, lines):
    pin(stage)
    run(stage, name)
    assert len(saved().read_text(encoding="utf-8-sig").splitlines()) == lines


def test_layers_are_exported_where_they_are_shown(stage, saved):
    stage.tab.edit(lower="layers")
    answer(stage)
    run(stage, "save_layers")
    assert len(saved().read_text(encoding="utf-8-sig").splitlines()) == 1 + 8 + 4 + 2


def test_what_is_not_there_is_told(stage):
    files.save_arithmetic(stage.tab)
    files.save_layers(stage.tab)
    assert [words for _, words in stage.said] == 2 * ["The answer is not there yet."]
    files.save_animation(stage.tab)
    assert "Pin two pictures" in stage.said[-1][1]


def test_scale_and_bars_are_saved_as_they_are_seen(stage, saved):
    assert not commands(stage)["save_scale"].enabled()
    stage.tab.edit(lower="discriminator")
    answer(stage)
    run(stage, "save_scale")
    assert (saved().name, b"<svg" in saved().read_bytes()) == ("logits.svg", True)
    run(stage, "save_linear")
    assert (saved().name, b"<svg" in saved().read_bytes()) == ("linear classifiers.svg", True)
