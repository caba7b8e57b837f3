"""MNIST and its like are loaded from wherever their files are."""

import struct
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from genplay.data import mnist
from genplay.data.sources import named, user_folder
from genplay.errors import UserError

IMAGES = np.random.default_rng(0).integers(0, 256, (4, 28, 28), dtype=np.uint8)
LABELS = np.uint8([3, 1, 4, 1])


def write(folder: Path, stem: str, images: np.ndarray, labels: np.ndarray) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    header = struct.pack(">4I", 0x0803, *images.shape)
    (folder / f"{stem}-images-idx3-ubyte").write_bytes(header + images.tobytes())
    header = struct.pack(">2I", 0x0801, len(labels))
    (folder / f"{stem}-labels-idx1-ubyte").write_bytes(header + labels.tobytes())


def test_loads_each_split_from_the_user_folder():
    write(user_folder(named("mnist")), "train", IMAGES, LABELS)
    write(user_folder(named("mnist")), "t10k", IMAGES[::-1], LABELS[::-1])
    for split, step in (("train", 1), ("test", -1)):
        digits = mnist.load(split)
        np.testing.assert_array_equal(digits.images, IMAGES[::step])
        np.testing.assert_array_equal(digits.labels, LABELS[::step])


def test_loads_from_a_folder(tmp_path: Path):
    write(tmp_path / "mnist", "train", IMAGES, LABELS)
    np.testing.assert_array_equal(mnist.load("train", tmp_path).images, IMAGES)


def test_refuses_other_sizes_and_unequal_numbers(tmp_path: Path):
    write(tmp_path, "train", IMAGES[:, :27], LABELS)
    with pytest.raises(UserError, match="4 x 27 x 28"):
        mnist.load("train", tmp_path)
    write(tmp_path, "train", IMAGES, LABELS[:3])
    with pytest.raises(UserError, match="3 labels"):
        mnist.load("train", tmp_path)


def test_the_full_set_has_its_digits(full_data: Callable[[str], Path]):
    digits = mnist.load("test", full_data("mnist"))
    assert digits.images.shape == (10_000, 28, 28)
    assert digits.labels[:5].tolist() == [7, 2, 1, 0, 4]
