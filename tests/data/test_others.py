"""The pictures that are no digits."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from genplay import paths
from genplay.data import examples, fashion, others
from genplay.data.binarized import threshold
from genplay.data.pictures import BOX

SETS = {
    "items": others.items,
    "letters": others.letters,
    "noise": lambda: others.noise(3),
    "nearly blank": lambda: others.nearly_blank(3),
}


@pytest.mark.parametrize("name", SETS)
def test_a_set_is_bits_with_a_name_for_each(name):
    held = SETS[name]()
    assert held.bits.dtype == np.uint8
    assert held.bits.shape == (len(held.names), 784)
    assert set(np.unique(held.bits)) == {0, 1}


def test_items_are_fifty_of_each_class_in_turns():
    names = others.items().names
    assert names[:10] == fashion.CLASSES
    assert [names.count(name) for name in fashion.CLASSES] == [50] * 10


def test_letters_are_twenty_of_each_in_turns_and_no_two_alike():
    bits, names = others.letters().bits, others.letters().names
    assert names[:3] == ("Letter A", "Letter B", "Letter C")
    assert [names.count(f"Letter {chr(ord('A') + k)}") for k in range(26)] == [20] * 26
    assert len(np.unique(bits, axis=0)) == 520


def test_letters_stand_where_digits_stand():
    ink = others.letters().bits.reshape(-1, 28, 28).astype(float)
    for axis in (1, 2):
        along = ink.sum(axis=3 - axis)
        extent = (along > 0).sum(axis=1)
        assert extent.max() <= BOX
        centre = along @ np.arange(28) / along.sum(axis=1)
        assert np.abs(centre - 14).max() < 1.5  # the threshold moves what was centred when grey


def test_letters_have_about_as_much_ink_as_digits():
    assert 0.8 < others.letters().bits.mean() / others.INK < 1.2


def test_the_ink_is_that_of_the_test_digits():
    assert examples.test_digits().bits.mean() == pytest.approx(others.INK, abs=5e-5)


@given(st.integers(0, 2**31), st.floats(0, 1))
def test_noise_has_the_ink_that_is_asked_for(seed, ink):
    bits = others.noise(seed, ink, 20).bits
    assert abs(bits.mean() - ink) < 6 * np.sqrt(0.25 / bits.size)
    np.testing.assert_array_equal(bits, others.noise(seed, ink, 20).bits)


@given(st.integers(0, 2**31))
def test_nearly_blank_is_the_blank_page_and_pages_with_a_dot_or_a_stroke(seed):
    held = others.nearly_blank(seed)
    ink = held.bits.sum(axis=1)
    assert (held.names[0], ink[0]) == ("Blank page", 0)
    assert ink[1:].min() > 0
    assert ink[1:].max() < 50  # half of what digits have, and more
    assert len(np.unique(ink)) > 10
    np.testing.assert_array_equal(held.bits, others.nearly_blank(seed).bits)


def test_another_seed_is_another_set():
    assert (others.noise(1).bits != others.noise(2).bits).any()
    assert (others.nearly_blank(1).bits != others.nearly_blank(2).bits).any()


def test_they_are_small():
    assert sum(path.stat().st_size for path in (paths.assets() / "others").iterdir()) < 50_000


def test_items_are_fashion_mnists(full_data: Callable[[str], Path]):
    test = fashion.load("test", full_data("fashion-mnist"))
    first = [np.flatnonzero(test.labels == label)[:50] for label in range(10)]
    np.testing.assert_array_equal(others.items().bits[::10], threshold(test.images[first[0]]))
    np.testing.assert_array_equal(others.items().bits[9::10], threshold(test.images[first[9]]))
