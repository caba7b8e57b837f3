"""Packed and plain binary pictures, and the strict reader of .npz files."""

import io
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from genplay.data import bits as module
from genplay.data.bits import pack, read_bits, unpack
from genplay.errors import UserError

DRAWINGS = np.random.default_rng(0).integers(0, 2, (5, 784), dtype=np.uint8)


def save(path: Path, **contents: np.ndarray) -> Path:
    np.savez(path, **contents)
    return path


@given(st.integers(1, 50).flatmap(lambda d: arrays.arrays(np.uint8, (3, d), elements=st.integers(0, 1))))
def test_unpack_undoes_pack(bits: np.ndarray):
    np.testing.assert_array_equal(unpack(pack(bits), bits.shape[1]), bits)


def test_first_pixel_is_the_highest_bit():
    bits = np.zeros((1, 784), np.uint8)
    bits[0, 0] = 1
    assert pack(bits)[0, 0] == 128


@pytest.mark.parametrize(
    "contents",
    [
        {"bits": pack(DRAWINGS)},
        {"bits": pack(DRAWINGS), "shape": np.array([5, 784])},
        {"x": DRAWINGS},
        {"x": DRAWINGS.astype(bool)},
        {"x": DRAWINGS.astype(np.float64)},
        {"x": DRAWINGS.reshape(5, 28, 28).astype(np.int64)},
    ],
)
def test_reads_packed_and_plain_pictures(tmp_path: Path, contents: dict[str, np.ndarray]):
    read = read_bits(save(tmp_path / "a.npz", **contents))
    assert read.dtype == np.uint8
    np.testing.assert_array_equal(read, DRAWINGS)


@pytest.mark.parametrize(
    ("contents", "word"),
    [
        ({"y": DRAWINGS}, "neither"),
        ({"bits": DRAWINGS}, "5 x 784"),
        ({"bits": pack(DRAWINGS).astype(np.int16)}, "int16"),
        ({"bits": np.uint8(3)}, "single value"),
        ({"x": DRAWINGS[:, :-1]}, "5 x 783"),
        ({"x": DRAWINGS.astype(complex)}, "complex"),
        ({"x": DRAWINGS * 255}, "threshold"),
        ({"x": np.where(DRAWINGS, np.nan, 0.0)}, "threshold"),
        ({"x": DRAWINGS[:0]}, "no picture"),
    ],
)
def test_refuses_other_arrays(tmp_path: Path, contents: dict[str, np.ndarray], word: str):
    with pytest.raises(UserError, match=word):
        read_bits(save(tmp_path / "a.npz", **contents))


def test_never_unpickles(tmp_path: Path):
    path = tmp_path / "a.npz"
    np.savez(path, x=np.array([{"a": 1}], dtype=object))
    with pytest.raises(UserError, match="cannot be read"):
        read_bits(path)


def test_refuses_an_archive_that_unpacks_to_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "a.npz"
    np.savez_compressed(path, x=np.zeros((6, 784), np.uint8))
    monkeypatch.setattr(module, "MAX_BYTES", 4000)
    with pytest.raises(UserError, match="unpacks to more"):
        read_bits(path)


@given(data=st.data())
def test_damaged_bytes_are_refused_or_read(tmp_path: Path, data: st.DataObject):
    stream = io.BytesIO()
    np.savez_compressed(stream, bits=pack(DRAWINGS))
    damaged = bytearray(stream.getvalue())
    for _ in range(data.draw(st.integers(1, 4))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path / "a.npz"
    path.write_bytes(damaged[: data.draw(st.integers(0, len(damaged)))])
    try:
        read = read_bits(path)
    except UserError:
        return
    assert read.shape[1] == 784
    assert set(np.unique(read)) <= {0, 1}
