"""What leaves the tab: the clipboard and the files hold what is on screen."""

import csv

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtSvg import QSvgRenderer

from tests.ui.tabs.desk import answer, commands, press, run


def rows(path):
    with path.open(newline="") as stream:
        return list(csv.DictReader(stream))


def grey(image):
    """What was copied, a number for each of its pixels, each of which is a square."""
    image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    lines = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    square = image.width() // 28
    return lines[square // 2 :: square, square // 2 : image.width() : square].astype(float)


def test_the_drawing_and_what_is_decoded_go_to_the_clipboard(stage):
    run(stage, "copy")
    pixels = grey(QGuiApplication.clipboard().image())
    np.testing.assert_array_equal(pixels == 0, stage.state.drawing.pixels() == 1)
    run(stage, "copy_decoded")
    shown = grey(QGuiApplication.clipboard().image())
    mean = stage.tab.scene.decoded.mean.reshape(28, 28)
    assert np.abs(shown - 255 * (1 - mean)).max() <= 0.51


def test_what_is_decoded_and_the_map_are_saved(stage, saved):
    run(stage, "save_decoded")
    assert saved().name == "decoded.png"
    assert QImage(str(saved())).size().toTuple() == (28, 28)
    run(stage, "save_map")
    assert saved().name == "latent map.svg"
    assert QSvgRenderer(str(saved())).isValid()


def test_the_numbers_are_those_of_what_stands_below(stage, saved):
    run(stage, "save_numbers")
    assert saved().name == "ledger.csv"
    found = {row["term"]: float(row["nats"]) for row in rows(saved())}
    assert found["log_prob"] == stage.tab.scene.sandwiched.ledger.log_prob
    press(stage, "Dimensions")
    run(stage, "save_numbers")
    assert saved().name == "dimensions.csv"
    assert [float(row["kl"]) for row in rows(saved())] == stage.tab.scene.encoded.kl.tolist()


def test_what_is_not_there_yet_is_said(stage, saved):
    said = []
    stage.tab.said.connect(lambda kind, words: said.append((kind, words)))
    press(stage, "Neighbours")
    stage.tab.answers.show_nothing("cloud")
    commands(stage)["save_numbers"].run()
    assert said == [("info", "The answer to this drawing is not there yet.")]


def test_the_losses_of_a_training_are_saved_step_by_step(stage, saved):
    press(stage, "Train live")
    assert not commands(stage)["save_losses"].enabled()
    for _ in range(3):
        run(stage, "step")
    run(stage, "save_losses")
    assert saved().name == "losses.csv"
    paid, found = stage.tab.live.scene.current.losses, rows(saved())
    assert [int(row["step"]) for row in found] == [1, 2, 3]
    for name in ("reconstruction", "kl", "total"):
        np.testing.assert_allclose([float(row[name]) for row in found], getattr(paid, name), rtol=1e-6)
    assert [float(row["beta"]) for row in found] == [1, 1, 1]
    run(stage, "save_kl")
    assert saved().name == "latents.csv"
    kl = [float(row["kl"]) for row in rows(saved())]
    assert kl == pytest.approx(stage.tab.live.scene.current.kl.tolist(), rel=1e-6)


def test_losses_that_are_awaited_are_not_saved(stage, saved):
    said = []
    stage.tab.said.connect(lambda kind, words: said.append((kind, words)))
    stage.tab.choose("train")
    table = commands(stage)
    assert not table["save_losses"].enabled()
    assert not table["save_kl"].enabled()
    table["save_kl"].run()
    assert said == [("info", "The step of the training is not there yet.")]
    answer(stage)
    assert table["save_kl"].enabled()


def test_what_is_played_is_saved_as_an_animation(stage, saved, qtbot):
    run(stage, "play_walk")
    assert not commands(stage)["save_animation"].enabled()
    for code in ((-1.0, 0.0), (1.0, 0.5)):
        stage.tab.pin(code)
        answer(stage)
    with qtbot.waitSignal(stage.tab.said) as said:
        run(stage, "save_animation")
    assert said.args == ["info", "walk.gif is saved: 61 frames."]
    with Image.open(saved()) as animation:
        assert (animation.n_frames, animation.size) == (61, (224, 224))
        animation.seek(60)
        last = np.array(animation.convert("L"))[::8, ::8]
    assert (last == stage.tab.scene.decoded.picture("mean")).all()


def test_a_stopped_animation_leaves_no_file(stage, saved, qtbot):
    stage.tab.animation.save("walk", [stage.state.decode()], kind="mean", speed=3)
    assert stage.tab.work() == "Saving the animation, frame 0 of 1"
    with qtbot.waitSignal(stage.tab.said) as said:
        stage.stop()
    assert said.args == ["info", "The animation was stopped; nothing is saved."]
    assert stage.tab.work() == ""
    assert not saved().exists()
