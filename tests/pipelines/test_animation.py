"""Animations are drawn frame by frame, and written as a whole or not at all."""

import io
from dataclasses import replace
from pathlib import Path
from threading import Event

import numpy as np
import pytest
from PIL import Image

from genplay.engine.answer import Models
from genplay.errors import UserError
from genplay.families.animation import Animate, Animating
from genplay.families.pictures import Import
from genplay.families.vae import Decode
from genplay.pipelines import animation, vae
from genplay.pipelines.animation import encode, prepared, run
from tests.ui.tabs.vae.staged import MADE

CODES = [(-2.0, 0.0), (0.0, 1.0), (2.0, 0.0)]


@pytest.fixture
def models():
    return Models(MADE.__getitem__)


@pytest.fixture
def asked(tmp_path):
    return Animate(tuple(Decode("vae_2d", code) for code in CODES), str(tmp_path / "walk.gif"), "mean", 50)


def frames(path):
    with Image.open(path) as opened:
        for number in range(opened.n_frames):
            opened.seek(number)
            yield opened.info["duration"], np.array(opened.convert("L"))


@pytest.mark.parametrize("name", ["walk.gif", "walk.png", "walk.APNG"])
def test_each_request_is_a_frame(models, asked, tmp_path, name):
    asked = replace(asked, path=str(tmp_path / name), zoom=2)
    steps = list(run(models, asked))
    assert steps[:3] == [Animating(number, 3) for number in (1, 2, 3)]
    assert set(steps[3:-1]) <= {Animating(3, 3)}  # while it is encoded
    assert steps[-1] == Animating(3, 3, written=True)
    seen = list(frames(asked.path))
    assert [duration for duration, _ in seen] == [50, 50, 50]
    for request, (_, frame) in zip(asked.frames, seen, strict=True):
        *_, decoded = vae.run(models, request)
        assert (frame == decoded.picture("mean").repeat(2, 0).repeat(2, 1)).all()


@pytest.mark.parametrize("kind", ["GIF", "PNG"])
def test_it_plays_over_and_over_and_shows_frames_that_look_alike_as_long_as_they_are(kind):
    still = np.full((4, 6, 3), 200, np.uint8)
    content = encode([prepared(one, kind) for one in (still, still, 255 - still)], kind, 100, 1)
    with Image.open(io.BytesIO(content)) as opened:
        assert opened.info["loop"] == 0
        assert opened.size == (6, 4)
        total = 0
        for number in range(opened.n_frames):
            opened.seek(number)
            total += opened.info["duration"]
        assert total == 300


def test_a_gif_has_the_colours_that_it_has_if_they_are_chosen_of_the_enlarged_frame():
    draw = np.random.default_rng(0)
    frame = draw.integers(0, 256, (64, 64, 3), np.uint8)  # some 4,096 colours, to be told by 256
    content = encode([prepared(frame, "GIF")], "GIF", 100, 4)
    large, stream = Image.fromarray(frame.repeat(4, 0).repeat(4, 1)), io.BytesIO()
    large.save(stream, "GIF")
    shown, wanted = (
        np.array(Image.open(io.BytesIO(one)).convert("RGB")) for one in (content, stream.getvalue())
    )
    np.testing.assert_array_equal(shown, wanted)


def test_dropped_while_it_is_encoded_it_writes_nothing_and_an_old_file_stays(models, asked, monkeypatch):
    held = Event()

    def slow(*known):
        held.wait(20)
        return encode(*known)

    monkeypatch.setattr(animation, "encode", slow)
    Path(asked.path).write_bytes(b"old")
    steps = run(models, asked)
    for _ in range(5):
        assert not next(steps).written
    steps.close()
    held.set()
    assert Path(asked.path).read_bytes() == b"old"


def test_dropped_before_its_end_it_writes_nothing(models, asked):
    steps = run(models, asked)
    assert next(steps) == Animating(1, 3)
    steps.close()
    assert list(Path(asked.path).parent.iterdir()) == []


def test_what_cannot_be_written_is_said_and_what_was_there_stays(models, asked, tmp_path):
    with pytest.raises(UserError, match="neither"):
        list(run(models, replace(asked, path=str(tmp_path / "walk.bmp"))))
    with pytest.raises(UserError, match="does not exist"):
        list(run(models, replace(asked, path=str(tmp_path / "none" / "walk.gif"))))
    assert list(tmp_path.iterdir()) == []


def test_a_frame_that_cannot_be_answered_ends_it(models, asked):
    wrong = replace(asked, frames=(*asked.frames, Decode("vae_2d", (0.0,))))
    with pytest.raises(UserError, match="A code of vae_2d"):
        list(run(models, wrong))
    assert not Path(asked.path).exists()


def test_what_is_no_picture_is_a_mistake_of_ours(models, asked, tmp_path):
    picture = tmp_path / "dot.png"
    Image.new("L", (28, 28)).save(picture)
    with pytest.raises(TypeError, match="no frame"):
        list(run(models, replace(asked, frames=(Import(path=str(picture)),))))
    with pytest.raises(TypeError, match="no request Import"):
        list(run(models, Import(path="a.png")))
