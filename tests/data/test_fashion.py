"""Fashion-MNIST is MNIST's format under its own name."""

import gzip
import struct
from pathlib import Path

import numpy as np
import pytest

from genplay.data import fashion
from genplay.errors import UserError


def test_loads_its_own_files(tmp_path: Path):
    folder = tmp_path / "fashion-mnist"
    folder.mkdir()
    images = struct.pack(">4I", 0x0803, 1, 28, 28) + bytes([7]) * 784
    (folder / "t10k-images-idx3-ubyte.gz").write_bytes(gzip.compress(images))
    (folder / "t10k-labels-idx1-ubyte.gz").write_bytes(gzip.compress(struct.pack(">2I", 0x0801, 1) + b"\x09"))
    items = fashion.load("test", tmp_path)
    np.testing.assert_array_equal(items.images, np.full((1, 28, 28), 7))
    assert [fashion.CLASSES[label] for label in items.labels] == ["Ankle boot"]


def test_the_command_that_brings_it_is_named():
    with pytest.raises(UserError, match="genplay data fashion-mnist"):
        fashion.load("train")
