"""The test pictures that a model of latents is shown."""

import numpy as np
import pytest

from genplay import paths
from genplay.data import held_out as module
from genplay.data.examples import test_digits as digits
from genplay.data.held_out import held_out
from genplay.errors import UserError


@pytest.fixture(autouse=True)
def nothing_remembered():
    held_out.cache_clear()
    yield
    held_out.cache_clear()


def test_the_digits_are_read_once():
    found = held_out("digits")
    assert np.array_equal(found.bits, digits().bits)
    assert held_out("digits") is found


def test_clothes_that_did_not_come_are_missed_in_a_sentence(monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "assets", lambda: tmp_path)
    with pytest.raises(UserError, match="Fashion-MNIST do not come"):
        held_out("clothes")


def test_clothes_that_did_come_are_read(monkeypatch, tmp_path):
    bits = np.random.default_rng(0).integers(0, 2, (3, 784)).astype(np.uint8)
    (tmp_path / "fashion").mkdir()
    labels = np.array([4, 0, 9], np.uint8)
    np.savez(tmp_path / "fashion" / "test.npz", bits=np.packbits(bits, axis=1), labels=labels)
    monkeypatch.setattr(module.paths, "assets", lambda: tmp_path)
    found = held_out("clothes")
    assert np.array_equal(found.bits, bits)
    assert found.labels.tolist() == [4, 0, 9]
