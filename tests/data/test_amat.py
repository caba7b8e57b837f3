"""The published text form of binary pictures."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from genplay.data.amat import from_amat, read_amat, to_amat
from genplay.data.bits import pack
from genplay.data.sources import DATASETS
from genplay.errors import UserError

DRAWINGS = np.random.default_rng(0).integers(0, 2, (3, 784), dtype=np.uint8)


def test_the_text_is_a_line_of_digits_for_each_picture():
    lines = to_amat(DRAWINGS).decode().splitlines()
    assert [[int(digit) for digit in line.split(" ")] for line in lines] == DRAWINGS.tolist()


def test_text_and_packed_file_hold_the_same(tmp_path: Path):
    (tmp_path / "a.amat").write_bytes(to_amat(DRAWINGS).replace(b"\n", b" \r\n"))
    np.savez(tmp_path / "a.npz", bits=pack(DRAWINGS))
    for name in ("a.amat", "a.npz"):
        np.testing.assert_array_equal(read_amat(tmp_path / name), DRAWINGS)


@pytest.mark.parametrize("text", [b" \n", b"0 1 0\n", b"2 " * 784, b"a " * 784, to_amat(DRAWINGS)[:-2]])
def test_refuses_other_text(tmp_path: Path, text: bytes):
    (tmp_path / "a.amat").write_bytes(text)
    with pytest.raises(UserError, match="784 digits"):
        read_amat(tmp_path / "a.amat")
    with pytest.raises(ValueError, match=r"digits|reshape"):
        from_amat(text)


def test_the_full_sets_give_the_published_text(full_data: Callable[[str], Path]):
    folder = full_data("binarized-mnist")
    file = next(file for file in DATASETS["binarized-mnist"].files if file.name == "valid.npz")
    text = to_amat(read_amat(folder / file.name))
    assert len(text) == file.size
    assert hashlib.sha256(text).hexdigest() == file.sha256
