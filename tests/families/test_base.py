"""Drawings as values, and what every state can do."""

from dataclasses import FrozenInstanceError, dataclass, replace
from typing import ClassVar

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from genplay.families.base import QT_TRANSLATE_NOOP, Drawing, State

bits = arrays.arrays(np.uint8, st.tuples(st.integers(1, 40), st.integers(1, 40)), elements=st.integers(0, 1))


@given(bits)
def test_a_drawing_gives_back_its_pixels(pixels):
    drawing = Drawing.of(pixels)
    assert (drawing.height, drawing.width) == pixels.shape
    assert (drawing.pixels() == pixels).all()
    assert (drawing.flat() == pixels.ravel()).all()
    assert drawing.pixels().dtype == np.uint8


@given(bits)
def test_drawings_of_the_same_pixels_are_one_value(pixels):
    drawing = Drawing.of(pixels)
    assert drawing == Drawing.of(pixels * 255)
    assert hash(drawing) == hash(Drawing.of(pixels.astype(bool)))


@given(bits, st.data())
def test_a_flip_changes_one_pixel_and_is_its_own_inverse(pixels, data):
    drawing = Drawing.of(pixels)
    pixel = data.draw(st.integers(0, pixels.size - 1))
    flipped = drawing.flipped(pixel)
    assert np.flatnonzero(flipped.flat() != drawing.flat()).tolist() == [pixel]
    assert flipped.flipped(pixel) == drawing


@given(bits)
def test_a_drawing_survives_json(pixels):
    drawing = Drawing.of(pixels)
    assert msgspec.json.decode(msgspec.json.encode(drawing), type=Drawing) == drawing


def test_a_blank_page_has_no_ink():
    assert not Drawing.blank(5, 7).pixels().any()
    assert Drawing.blank() == Drawing.of(np.zeros((28, 28)))


def test_the_bits_are_those_of_packbits():
    assert Drawing.of(np.array([[1, 0, 0], [0, 0, 1]])).bits == bytes([0b10000100])


@pytest.mark.parametrize(
    ("content", "height", "width"), [(b"", 0, 28), (b"", 28, 0), (b"\0" * 97, 28, 28), (b"\0", 257, 1)]
)
def test_an_impossible_drawing_is_refused(content, height, width):
    with pytest.raises(ValueError, match="drawing"):
        Drawing(content, height, width)


def test_a_drawing_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        Drawing.blank().bits = b""  # type: ignore[misc]
    drawing = Drawing.blank()
    drawing.flat()[0] = 1
    drawing.pixels()[0] = 1
    assert drawing == Drawing.blank()


@dataclass(frozen=True, slots=True)
class Little(State):
    """A state of one thing to see and one way to see it."""

    VIEW: ClassVar[frozenset[str]] = frozenset({"tool"})

    value: int = 0
    tool: str = "pen"


def test_view_fields_are_taken_over_and_the_rest_is_left():
    assert Little(1, "pen").with_view_of(Little(2, "fill")) == Little(1, "fill")


def test_a_difference_in_view_only_is_known():
    state = Little()
    assert state.differs_in_view_only(replace(state, tool="fill"))
    assert state.differs_in_view_only(state)
    assert not state.differs_in_view_only(replace(state, value=1, tool="fill"))


def test_marking_for_translation_changes_nothing():
    assert QT_TRANSLATE_NOOP("families", "Exact") == "Exact"
