import json
import os
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from genplay.engine import session as sessions
from genplay.engine.session import Session
from genplay.errors import UserError
from genplay.families import FAMILIES
from genplay.families.autoregressive import PIXELS, AutoregressiveState
from genplay.families.base import Drawing

pictures = st.binary(min_size=98, max_size=98).map(Drawing)
pixel = st.integers(0, PIXELS - 1)
states = st.builds(
    AutoregressiveState,
    drawing=pictures,
    source=st.none() | st.binary(min_size=PIXELS, max_size=PIXELS),
    threshold=st.integers(1, 255),
    cursor=st.integers(0, PIXELS),
    hide_future=st.booleans(),
    flip=st.none() | pixel,
    sample_from=st.none() | pixel,
    seed=st.integers(0, 2**31 - 1),
    temperature=st.floats(0.1, 3.0),
    tool=st.sampled_from(["pen", "eraser", "fill"]),
    brush=st.integers(1, 5),
    speed=st.integers(0, 5),
    slow=st.booleans(),
)


def session(**values):
    return of(AutoregressiveState(**values))


def of(state):
    """A session with this state in its tab, and all others fresh."""
    return Session("autoregressive", {**sessions.fresh().states, "autoregressive": state})


def changed(**values):
    """A session file whose only tab has these JSON values instead."""
    content = json.loads(sessions.encode(session()))
    content["states"]["autoregressive"].update(values)
    return json.dumps(content).encode()


@given(states)
def test_what_is_saved_opens_bit_for_bit_the_same(state):
    kept = of(state)
    assert sessions.decode(sessions.encode(kept), "a.genplay") == kept


def test_a_file_does_as_well(tmp_path):
    kept = session(drawing=sessions.first_drawing(), cursor=17, temperature=0.7, flip=3, sample_from=16)
    sessions.save(tmp_path / "a.genplay", kept)
    assert sessions.read(tmp_path / "a.genplay") == kept
    assert [path.name for path in tmp_path.iterdir()] == ["a.genplay"]


def test_a_session_is_small_and_readable():
    content = sessions.encode(session(drawing=sessions.first_drawing()))
    assert len(content) < 1_500 * len(FAMILIES)
    assert json.loads(content)["states"]["autoregressive"]["cursor"] == PIXELS


def test_a_first_start_shows_every_tab_with_something_in_it():
    fresh = sessions.fresh()
    assert set(fresh.states) == {family.id for family in FAMILIES}
    assert fresh.tab == FAMILIES[0].id
    assert fresh.states["autoregressive"].drawing.pixels().sum() > 30


def test_tabs_that_a_session_does_not_mention_are_fresh():
    content = json.dumps({"genplay": "0.1", "tab": "autoregressive"}).encode()
    assert sessions.decode(content, "a.genplay") == replace(sessions.fresh(), tab="autoregressive")


def test_tabs_of_a_later_version_are_passed_over():
    content = json.loads(sessions.encode(session(cursor=5)))
    content["tab"] = "quantum"
    content["states"]["quantum"] = {"spin": [1, 2]}
    opened = sessions.decode(json.dumps(content).encode(), "a.genplay")
    assert opened.tab == FAMILIES[0].id
    assert opened.states["autoregressive"].cursor == 5


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not JSON",
        b"[]",
        b"{}",
        b'{"genplay": 1, "tab": "autoregressive"}',
        b'{"genplay": "0.1"}',
        b'{"genplay": "0.1", "tab": "autoregressive", "states": {"autoregressive": 7}}',
        b'{"genplay": "0.1", "tab": "autoregressive", "states": []}',
        b'{"genplay": "0.1", "tab": "autoregressive"} and more',
        b"\xff\xfe{\x00}\x00",
        b'{"genplay": "0.1", "tab": "\\ud800"}',
        b'{"genplay": "0.1", "tab": "a", "states": ' + b"[" * 200_000,
        b'{"genplay": "0.1", "tab": "a", "states": {"autoregressive": ' + b'{"a":' * 200_000,
        b"\x89PNG\r\n\x1a\n",
    ],
)
def test_what_is_no_session_is_refused_in_a_sentence(content):
    with pytest.raises(UserError, match=r"^a\.genplay is not a genplay session that can be .+ \(.+\)\.$"):
        sessions.decode(content, "a.genplay")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("model", "gpt"),
        ("drawing", {"bits": "AAAA"}),
        ("drawing", {"bits": "A" * 132, "height": 14, "width": 56}),
        ("drawing", {"bits": "%%%%"}),
        ("source", "AAAA"),
        ("threshold", 0),
        ("threshold", 256),
        ("cursor", -1),
        ("cursor", 785),
        ("cursor", 1.5),
        ("flip", 784),
        ("sample_from", -1),
        ("seed", 2**31),
        ("temperature", 0),
        ("temperature", 1e308),
        ("temperature", None),
        ("tool", "chisel"),
        ("brush", 6),
        ("speed", 6),
        ("slow", "yes"),
        ("hide_future", 1),
    ],
)
def test_what_is_out_of_range_is_refused(name, value):
    with pytest.raises(UserError, match=r"^a\.genplay is not a genplay session"):
        sessions.decode(changed(**{name: value}), "a.genplay")


@given(states, st.data())
def test_no_damage_does_more_than_be_refused(state, data):
    """Whatever byte is changed or cut: the file opens as something valid, or one sentence says why not."""
    content = bytearray(sessions.encode(replace(session(), states={"autoregressive": state})))
    if data.draw(st.booleans()):
        del content[data.draw(st.integers(0, len(content) - 1)) :]
    else:
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        opened = sessions.decode(bytes(content), "a.genplay")
    except UserError:
        return
    assert isinstance(opened.states["autoregressive"], AutoregressiveState)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "huge.genplay"
    with path.open("wb") as stream:
        stream.truncate(10**9)  # sparse: no byte of it is on the disk
    with pytest.raises(UserError, match=r"huge\.genplay has 1,000 MB; at most 16 MB are accepted\."):
        sessions.read(path)


def test_what_is_no_ordinary_file_is_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe.genplay")
    (tmp_path / "folder.genplay").mkdir()
    for name, reason in (("pipe", "ordinary file"), ("folder", "a folder"), ("missing", "There is no file")):
        with pytest.raises(UserError, match=reason):
            sessions.read(tmp_path / f"{name}.genplay")


def test_a_session_that_cannot_be_written_leaves_what_was_there(tmp_path, monkeypatch):
    path = tmp_path / "a.genplay"
    sessions.save(path, session(cursor=1))

    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match="no space left"):
        sessions.save(path, session(cursor=2))
    assert sessions.read(path) == session(cursor=1)
    assert [path.name for path in tmp_path.iterdir()] == ["a.genplay"]


def test_the_first_drawing_is_a_digit_of_its_own():
    first = sessions.first_drawing()
    assert first.pixels().shape == (28, 28)
    assert 30 < np.count_nonzero(first.pixels()) < 300


def test_a_first_start_has_a_grey_picture_to_turn_to():
    grey = sessions.fresh().states["autoregressive"].grey
    assert any(grey.picture.grey)
    assert grey.pixel is not None
