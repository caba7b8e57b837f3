"""The window without a screen: screenshots, the smoke test, and what is said where there is none."""

import subprocess
import sys
from dataclasses import replace

import pytest
from PySide6.QtGui import QImage

from genplay import paths
from genplay.engine import session as sessions
from genplay.engine import system
from genplay.engine.system import Lack
from genplay.families import FAMILIES

SHOT = ("screenshot", "autoregressive", "--out")


def picture(path):
    image = QImage(str(path))
    assert not image.isNull()
    return image


def without_status_bar(path):
    """Return a screenshot without the line that says how long an answer took."""
    image = picture(path)
    return image.copy(0, 0, image.width(), image.height() - 30)


def test_a_screenshot_is_a_png_of_the_size_asked_for(genplay, tmp_path):
    outcome = genplay(*SHOT, tmp_path / "a.png")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")
    image = picture(tmp_path / "a.png")
    assert (image.width(), image.height()) == (1280, 720)
    assert (tmp_path / "a.png").read_bytes()[:4] == b"\x89PNG"


def test_size_theme_and_scale_are_followed(genplay, tmp_path):
    options = ("--size", "1600x900", "--theme", "dark", "--scale", "1.25")
    assert genplay(*SHOT, tmp_path / "a.png", *options).code == 0
    image = picture(tmp_path / "a.png")
    assert (image.width(), image.height()) == (1600, 900)
    assert image.pixelColor(5, 200).lightness() < 60
    genplay(*SHOT, tmp_path / "b.png", "--size", "1600x900")
    assert picture(tmp_path / "b.png").pixelColor(5, 200).lightness() > 200


def test_a_picture_is_put_on_the_canvas(genplay, digit, tmp_path):
    shots = [tmp_path / name for name in ("first.png", "opened.png", "again.png")]
    for shot, words in zip(shots, [(), ("--input", digit), ("--input", digit)], strict=True):
        assert genplay(*SHOT, shot, *words).code == 0
    first, opened, again = (without_status_bar(shot) for shot in shots)
    assert opened == again
    assert opened != first


def test_a_session_is_opened(genplay, tmp_path):
    session = sessions.fresh()
    state = replace(session.states["autoregressive"], cursor=100, hide_future=True)
    sessions.save(tmp_path / "a.genplay", replace(session, states={"autoregressive": state}))
    genplay(*SHOT, tmp_path / "fresh.png")
    assert genplay(*SHOT, tmp_path / "opened.png", "--input", tmp_path / "a.genplay").code == 0
    assert without_status_bar(tmp_path / "opened.png") != without_status_bar(tmp_path / "fresh.png")


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"words", b"\x00\xff", b'{"genplay":"1","tab":"x","states":3}']
)
def test_a_session_that_is_none_is_refused(genplay, tmp_path, content):
    (tmp_path / "a.genplay").write_bytes(content)
    outcome = genplay(*SHOT, tmp_path / "a.png", "--input", tmp_path / "a.genplay")
    assert outcome.code == 1
    assert "a.genplay" in outcome.sentence
    assert not (tmp_path / "a.png").exists()


def test_an_unknown_tab_is_refused_with_those_there_are(genplay, tmp_path):
    outcome = genplay("screenshot", "astrology", "--out", tmp_path / "a.png")
    assert outcome.code == 1
    assert outcome.sentence.startswith(
        "genplay: There is no tab astrology; there are: foundations, autoregressive"
    )


def test_the_smoke_test_hears_from_every_tab():
    done = subprocess.run(
        [sys.executable, "-m", "genplay", "--smoke"], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        "".join(f"{family.name}: answered\n" for family in FAMILIES),
        "",
    )


def test_a_broken_file_among_ones_own_that_is_no_model_is_no_matter(genplay, own):
    (own / "junk.safetensors").write_bytes(b"")
    assert genplay("--smoke").code == 0


def test_a_broken_model_of_ones_own_is_said_and_not_replaced_by_another(genplay, own):
    (own / "nade-mnist.safetensors").write_bytes(b"")
    outcome = genplay("--smoke")
    assert outcome.code == 1
    assert "nade-mnist.safetensors is not a checkpoint" in outcome.sentence


def test_the_smoke_test_fails_where_a_tab_does(genplay, monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "checkpoints", lambda: tmp_path)
    outcome = genplay("--smoke")
    assert (outcome.code, outcome.out) == (1, "Foundations: answered\n")  # which needs none
    assert outcome.sentence == "genplay: There is no trained model nade; there are: none."


@pytest.mark.parametrize("call", [(), ("--smoke",), (*SHOT, "a.png")], ids=str)
def test_what_is_lacking_is_said_with_its_remedy_before_qt_is_loaded(genplay, monkeypatch, call):
    lack = Lack("These system libraries are missing: libGL.so.1.", system.APT_LINE)
    monkeypatch.setattr("genplay.cli.window.lacks", lambda *, offscreen: [lack])
    outcome = genplay(*call)
    assert outcome.code == 1
    assert outcome.err == f"genplay: {lack.what}\n    {system.APT_LINE}\n"


def test_a_window_wants_a_display_and_a_screenshot_does_not(genplay, monkeypatch):
    asked = []

    def lacks(*, offscreen):
        asked.append(offscreen)
        return [Lack("Enough.", "Go home.")]

    monkeypatch.setattr("genplay.cli.window.lacks", lacks)
    for call in ((), ("open", "a.genplay"), ("--smoke",), (*SHOT, "a.png")):
        assert genplay(*call).code == 1
    assert asked == [False, False, True, True]


def test_the_window_is_opened_with_the_file(genplay, monkeypatch):
    opened = []
    monkeypatch.setattr("genplay.ui.app.run", lambda file: opened.append(file) or 0)
    assert genplay().code == 0
    assert genplay("open", "a.genplay").code == 0
    assert [str(file) for file in opened] == ["None", "a.genplay"]
