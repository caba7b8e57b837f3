"""The pictures that come with genplay."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from genplay import paths
from genplay.data import examples, fashion, mnist
from genplay.data.binarized import threshold


def test_examples_are_drawings_led_by_digits_and_what_is_none():
    offered = examples.examples()
    assert [example.name for example in offered[:8]] == [
        *("Digit 7", "Digit 5", "Digit 3", "Digit 8"),
        *("Blank page", "Noise", "Shifted 7", "Letter A"),
    ]
    for example in offered:
        assert example.bits.shape == (28, 28)
        assert example.bits.dtype == np.uint8
        assert set(np.unique(example.bits)) <= {0, 1}


def test_examples_are_what_they_are_called():
    bits = {example.name: example.bits for example in examples.examples()}
    assert not bits["Blank page"].any()
    assert 340 < bits["Noise"].sum() < 444  # half of 784, within 3.7 standard deviations
    known = {picture.tobytes(): label for picture, label in zip(*examples.test_digits(), strict=True)}
    for example in examples.examples():
        if example.name.startswith("Digit"):
            assert example.name == f"Digit {known[example.bits.tobytes()]}"
        else:
            assert example.bits.tobytes() not in known
    shifted = bits["Shifted 7"]
    assert any(
        known.get(np.roll(shifted, (down, across), (0, 1)).tobytes()) == 7
        for down in range(-8, 9)
        for across in range(-8, 9)
    )


def test_test_digits_are_ten_thousand_of_all_classes():
    bits, labels = examples.test_digits()
    assert bits.shape == (10_000, 784)
    assert set(np.unique(bits)) == {0, 1}
    assert labels[:5].tolist() == [7, 2, 1, 0, 4]
    assert np.bincount(labels, minlength=10).min() > 800


def test_grey_digits_are_the_same_digits_before_the_threshold():
    grey = examples.grey_digits()
    assert np.bincount(grey.labels).tolist() == [4] * 10
    known = {picture.tobytes(): label for picture, label in zip(*examples.test_digits(), strict=True)}
    assert [known[picture.tobytes()] for picture in threshold(grey.images)] == grey.labels.tolist()


@pytest.mark.parametrize(("folder", "most"), [("digits", 1_000_000), ("fashion", 500_000)])
def test_they_are_small(folder: str, most: int):
    assert sum(path.stat().st_size for path in (paths.assets() / folder).iterdir()) < most


def test_they_are_mnists(full_data: Callable[[str], Path]):
    digits = mnist.load("test", full_data("mnist"))
    bits, labels = examples.test_digits()
    np.testing.assert_array_equal(bits, threshold(digits.images))
    np.testing.assert_array_equal(labels, digits.labels)


def test_clothes_are_six_grey_ones_of_each_class():
    items = examples.fashion_items()
    assert items.images.shape == (60, 28, 28)
    assert items.images.dtype == np.uint8
    assert len(np.unique(items.images)) > 200
    assert items.labels.tolist() == [label for label in range(10) for _ in range(6)]
    assert items.names == fashion.CLASSES


def test_test_items_are_ten_thousand_of_which_each_class_has_a_tenth():
    bits, labels, names = examples.test_items()
    assert (bits.shape, bits.dtype) == ((10_000, 784), np.uint8)
    assert set(np.unique(bits)) == {0, 1}
    assert np.bincount(labels).tolist() == [1000] * 10
    assert names == fashion.CLASSES


def test_grey_items_are_the_same_items_before_the_threshold():
    bits, labels, _ = examples.test_items()
    grey = examples.fashion_items()
    for label in range(10):
        first = bits[labels == label][:6]
        np.testing.assert_array_equal(first, threshold(grey.images[grey.labels == label]))


def test_test_items_are_fashion_mnists(full_data: Callable[[str], Path]):
    test, items = fashion.load("test", full_data("fashion-mnist")), examples.test_items()
    np.testing.assert_array_equal(items.bits, threshold(test.images))
    np.testing.assert_array_equal(items.labels, test.labels)


def test_clothes_are_fashion_mnists_first(full_data: Callable[[str], Path]):
    test, items = fashion.load("test", full_data("fashion-mnist")), examples.fashion_items()
    for label in range(10):
        first = np.flatnonzero(test.labels == label)[:6]
        np.testing.assert_array_equal(items.images[items.labels == label], test.images[first])


def test_grey_examples_are_clothes_first_and_each_is_another():
    found = examples.grey_examples()
    assert found[0].levels.tobytes() == examples.fashion_items().images[0].tobytes()
    assert all(example.levels.shape == (28, 28) and example.levels.dtype == np.uint8 for example in found)
    assert len({example.levels.tobytes() for example in found}) == len(found)
    names = [example.name for example in found]
    assert set(examples.fashion_items().names) <= set(names)
    assert {"Digit 7", "Blank page", "Noise"} <= set(names[:6])
