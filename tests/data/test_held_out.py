"""The test pictures that a model of latents is shown."""

import numpy as np
import pytest

from genplay.data import examples
from genplay.data.held_out import held_out


@pytest.fixture(autouse=True)
def nothing_remembered():
    held_out.cache_clear()
    yield
    held_out.cache_clear()


@pytest.mark.parametrize(
    ("kind", "load"), [("digits", examples.test_digits), ("clothes", examples.test_items)]
)
def test_each_kind_is_read_once(kind, load):
    found = held_out(kind)
    assert np.array_equal(found.bits, load().bits)
    assert np.array_equal(found.labels, load().labels)
    assert held_out(kind) is found
