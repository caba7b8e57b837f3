"""An animation is asked for, its progress said, and its end too."""

import pytest
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from genplay.engine.worker import Failure
from genplay.families.animation import Animate, Animating
from genplay.families.vae import Decode
from genplay.ui.tabs.animation import Animation

FRAMES = [Decode("vae_2d", (0.0, 0.0)), Decode("vae_2d", (1.0, 0.0))]
GIF, PNG = "GIF (*.gif)", "Animated PNG (*.png)"


class FakeTab(QWidget):
    asked = Signal(str, object)
    activity = Signal()


@pytest.fixture
def tab(qtbot):
    made = FakeTab()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def part(tab):
    return Animation(tab)


@pytest.fixture
def choose(monkeypatch):
    def chosen(name, kind=GIF):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(name), kind if name else ""))

    return chosen


def save(part, speed=3):
    part.save("walk", FRAMES, kind="mean", speed=speed)


@pytest.mark.parametrize(
    ("name", "kind", "path"),
    [("a.gif", GIF, "a.gif"), ("a", GIF, "a.gif"), ("a", PNG, "a.png"), ("a.PNG", GIF, "a.PNG")],
)
def test_it_is_asked_for_with_the_ending_that_was_chosen(
    part, tab, choose, qtbot, tmp_path, name, kind, path
):
    choose(tmp_path / name, kind)
    with qtbot.waitSignal(tab.asked) as asked:
        save(part)
    assert asked.args == ["animation", Animate(tuple(FRAMES), str(tmp_path / path), "mean", 30)]
    assert part.words() == "Saving the animation, frame 0 of 2"


@pytest.mark.parametrize(("speed", "milliseconds"), [(0, 1000), (1, 250), (3, 30), (5, 30)])
def test_it_is_as_fast_as_what_is_played(part, tab, choose, qtbot, tmp_path, speed, milliseconds):
    choose(tmp_path / "a.gif")
    with qtbot.waitSignal(tab.asked) as asked:
        save(part, speed)
    assert asked.args[1].milliseconds == milliseconds


def test_whoever_changes_their_mind_is_asked_nothing_more(part, tab, choose, qtbot):
    choose("")
    with qtbot.assertNotEmitted(tab.asked):
        save(part)
    assert part.words() == ""


def test_how_far_it_is_and_that_it_is_there_is_said(part, choose, qtbot, tmp_path):
    choose(tmp_path / "a.gif")
    save(part)
    part.show_result("animation", Animating(1, 2))
    assert part.words() == "Saving the animation, frame 1 of 2"
    with qtbot.waitSignal(part.said) as said:
        part.show_result("animation", Animating(2, 2, written=True))
    assert said.args == ["info", "a.gif is saved: 2 frames."]
    assert part.words() == ""


def test_what_ends_it_is_said(part, choose, qtbot, tmp_path):
    choose(tmp_path / "a.gif")
    for end, kind in (
        (lambda: part.show_stopped("animation"), "info"),
        (lambda: part.show_failure("animation", Failure("No room.", {}, "", expected=True)), "error"),
    ):
        save(part)
        part.show_waiting("animation")
        assert part.words() != ""
        with qtbot.waitSignal(part.said) as said:
            end()
        assert said.args[0] == kind
        assert part.words() == ""
