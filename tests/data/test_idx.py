"""MNIST's file format, gzipped or not."""

import gzip
import struct
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from genplay.data.idx import read_idx, unpacked
from genplay.errors import UserError

VALUES = np.arange(2 * 3 * 4, dtype=np.uint8).reshape(2, 3, 4)
CONTENT = struct.pack(">4I", 0x0803, 2, 3, 4) + VALUES.tobytes()


def write(folder: Path, content: bytes, name: str = "a") -> Path:
    (folder / name).write_bytes(content)
    return folder / name


def test_reads_plain_and_gzipped(tmp_path: Path):
    np.testing.assert_array_equal(read_idx(write(tmp_path, CONTENT), axes=3), VALUES)
    np.testing.assert_array_equal(read_idx(write(tmp_path, gzip.compress(CONTENT), "a.gz"), axes=3), VALUES)


@pytest.mark.parametrize(
    "content",
    [
        b"ab",
        CONTENT[:-1],
        CONTENT + b"x",
        b"\0\0\x0b\3" + CONTENT[4:],
        struct.pack(">4I", 0x0803, 2**31, 2**31, 4) + VALUES.tobytes(),
        struct.pack(">2I", 0x0801, 4) + b"abcd",
    ],
    ids=["short", "cut", "long", "floats", "overflow", "labels"],
)
def test_refuses_what_is_not_that_array(tmp_path: Path, content: bytes):
    with pytest.raises(UserError, match="not an idx file of 3 axes"):
        read_idx(write(tmp_path, content), axes=3)


def test_refuses_a_bomb(tmp_path: Path):
    path = write(tmp_path, gzip.compress(bytes(10_000)), "a.gz")
    assert len(unpacked(path, limit=10_000)) == 10_000
    with pytest.raises(UserError, match="more than 9,999 bytes unpacked"):
        unpacked(path, limit=9_999)


@given(data=st.data())
def test_damaged_gzip_is_refused_or_read(tmp_path: Path, data: st.DataObject):
    damaged = bytearray(gzip.compress(CONTENT))
    damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    path = write(tmp_path, bytes(damaged[: data.draw(st.integers(1, len(damaged)))]), "a.gz")
    try:
        values = read_idx(path, axes=3)
    except UserError:
        return
    assert values.ndim == 3
