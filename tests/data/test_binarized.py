"""Fixed and thresholded binary digits, and the digits that fixed ones were drawn from."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from genplay.data import binarized, mnist
from genplay.data.binarized import excluded_sources, fixed, threshold
from genplay.data.bits import pack
from genplay.data.sources import named, user_folder
from genplay.errors import UserError

RNG = np.random.default_rng(0)
DIGITS = RNG.choice(np.uint8([0, 0, 0, 255, 100, 200]), (40, 28, 28))
SUMS = {
    "train": "43490d4d6ac9002727af4426d8748609fdb7e4094fa65ad8d681ea60082a7a5a",
    "valid": "069b4f0beb389b776478c3e872b4df71c95ac4be64d7cbe6d32e24ebac8e6d5e",
}


def drawn_from(images: np.ndarray) -> np.ndarray:
    return (RNG.random((len(images), 784)) < images.reshape(-1, 784) / 255).astype(np.uint8)


def test_fixed_reads_packed_pictures(tmp_path: Path):
    bits = drawn_from(DIGITS)
    np.savez(tmp_path / "valid.npz", bits=pack(bits))
    np.testing.assert_array_equal(fixed("valid", tmp_path), bits)
    with pytest.raises(UserError, match=r"test\.npz of Binarized MNIST is missing"):
        fixed("test", tmp_path)


def test_threshold_takes_the_level_itself_as_ink():
    bits = threshold(np.full((2, 28, 28), 128, np.uint8))
    assert bits.shape == (2, 784)
    assert bits.all()
    assert not threshold(np.full((2, 28, 28), 128, np.uint8), at=129).any()


def test_the_digit_that_a_picture_was_drawn_from_is_excluded():
    sources = [3, 17, 29]
    assert excluded_sources(drawn_from(DIGITS[sources]), DIGITS).tolist() == sources


def test_near_twins_are_excluded_up_to_eight_nats_from_the_best():
    bits = drawn_from(DIGITS[:1])
    ink = np.flatnonzero((DIGITS[0].ravel() == 200) & (bits[0] == 1))
    twins = np.repeat(DIGITS[:1].reshape(1, 784), 20, axis=0)
    for count, twin in enumerate(twins):
        twin[ink[:count]] = 100  # half the probability of what was drawn: log 2 = 0.69 nats for each pixel
    assert excluded_sources(bits, twins.reshape(20, 28, 28)).tolist() == list(range(12))


def test_more_pictures_than_a_chunk_give_the_same(monkeypatch: pytest.MonkeyPatch):
    bits = drawn_from(DIGITS[5:25])
    whole = excluded_sources(bits, DIGITS)
    monkeypatch.setattr(binarized, "_CHUNK", 3)
    kept(whole).unlink()
    np.testing.assert_array_equal(excluded_sources(bits, DIGITS), whole)


def kept(excluded: np.ndarray) -> Path:
    path = user_folder(named("binarized-mnist")) / "excluded.npz"
    with np.load(path) as cache:
        np.testing.assert_array_equal(cache["excluded"], excluded)
    return path


def test_the_answer_is_kept_for_the_same_question_only(monkeypatch: pytest.MonkeyPatch):
    bits = drawn_from(DIGITS[:2])
    excluded = excluded_sources(bits, DIGITS)
    with monkeypatch.context() as patch:
        patch.setattr(binarized, "_within_reach", lambda bits, images: pytest.fail("not kept"))
        np.testing.assert_array_equal(excluded_sources(bits, DIGITS), excluded)
    assert excluded_sources(drawn_from(DIGITS[7:8]), DIGITS).tolist() == [7]


def test_a_damaged_or_unwritable_cache_does_no_harm():
    bits = drawn_from(DIGITS[:2])
    path = kept(excluded_sources(bits, DIGITS))
    path.write_bytes(b"PK damaged")
    assert excluded_sources(bits, DIGITS).tolist() == [0, 1]
    path.unlink()
    path.parent.rmdir()
    path.parent.touch()  # a file where the folder should be
    assert excluded_sources(bits, DIGITS).tolist() == [0, 1]


@pytest.mark.parametrize("split", SUMS)
def test_the_full_set_has_its_checksum(full_data: Callable[[str], Path], split: str):
    bits = fixed(split, full_data("binarized-mnist"))
    assert hashlib.sha256(bits.tobytes()).hexdigest() == SUMS[split]


def test_the_full_sets_exclude_the_known_digits(full_data: Callable[[str], Path]):
    """15 seconds: one product of 10,000 pictures and 60,000 digits."""
    digits = mnist.load("train", full_data("mnist"))
    excluded = excluded_sources(fixed("valid", full_data("binarized-mnist")), digits.images)
    assert len(excluded) == 11_393
    assert excluded[:5].tolist() == [1, 3, 5, 6, 10]
