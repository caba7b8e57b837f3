"""The state of a training comes back as it was; what is none is refused."""

from contextlib import suppress
from pathlib import Path

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from genplay.errors import UserError
from genplay.train import state
from genplay.train.state import Progressed

PROGRESSED = Progressed(
    recipe={"name": "tiny", "lr": 0.5}, step=3, steps=9, seconds=1.5, best_step=2, best={"valid": 4.5}
)
TENSORS = {"weight.W": torch.arange(6.0).reshape(2, 3), "average.W": torch.ones(2, 3)}


def test_a_state_comes_back(tmp_path: Path):
    state.save(tmp_path / "state", PROGRESSED, TENSORS)
    progressed, tensors = state.load(tmp_path / "state")
    assert progressed == PROGRESSED
    assert tensors.keys() == TENSORS.keys()
    for name, value in TENSORS.items():
        assert torch.equal(tensors[name], value)


def test_nothing_to_resume_is_said(tmp_path: Path):
    with pytest.raises(UserError, match="no interrupted training"):
        state.load(tmp_path / "none")


@pytest.mark.parametrize(
    "content", [b"", b"\x80\x04K\x01.", b"\x08\0\0\0\0\0\0\0{}      ", b"\x02\0\0\0\0\0\0\0{}"]
)
def test_what_is_no_state_is_refused(tmp_path: Path, content: bytes):
    (tmp_path / "state").write_bytes(content)
    with pytest.raises(UserError, match="not the state of a training"):
        state.load(tmp_path / "state")


@given(place=st.integers(0, 10**6), byte=st.integers(0, 255))
def test_damaged_bytes_are_refused_or_read(tmp_path_factory, place: int, byte: int):
    path = tmp_path_factory.getbasetemp() / "damaged"
    state.save(path, PROGRESSED, TENSORS)
    content = bytearray(path.read_bytes())
    content[place % len(content)] = byte
    path.write_bytes(content)
    with suppress(UserError):  # and nothing else
        state.load(path)
