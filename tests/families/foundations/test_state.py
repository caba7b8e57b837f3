"""What the user has set: what is refused, what another size keeps, and that a session keeps all of it."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from genplay.engine import session as sessions
from genplay.engine.session import Session
from genplay.families.base import Drawing
from genplay.families.foundations import (
    FAMILY,
    MODELS,
    SIZES,
    SPEEDS,
    Bayes,
    Chain,
    Fits,
    FoundationsState,
)
from genplay.families.orders import NAMES, Order

sizes = st.sampled_from(SIZES)


@st.composite
def states(draw):
    rows, columns = draw(sizes)
    n = rows * columns
    pixels = draw(st.permutations(range(n)))
    known = sorted(pixels[2 : 2 + draw(st.integers(0, n - 2))])
    return FoundationsState(
        page=draw(st.sampled_from(["count", "chain", "bayes", "all"])),
        drawing=Drawing.of(
            np.array(draw(st.lists(st.integers(0, 1), min_size=n, max_size=n))).reshape(rows, columns)
        ),
        cursor=draw(st.integers(0, n)),
        order=draw(st.sampled_from(list(NAMES))),
        order_seed=draw(st.integers(0, 2**31 - 1)),
        n=draw(st.none() | st.integers(1, 784)),
        reach=draw(st.integers(1, 8)),
        a=pixels[0],
        b=pixels[1],
        given=tuple((pixel, draw(st.integers(0, 1))) for pixel in known),
        seed=draw(st.integers(0, 2**31 - 1)),
        speed=draw(st.integers(0, len(SPEEDS) - 1)),
        slow=draw(st.booleans()),
    )


def test_the_first_state_shows_all_of_a_picture_of_twelve_pixels():
    state = FoundationsState()
    assert (state.page, state.size, state.pixels, state.cursor, state.counted) == ("all", (3, 4), 12, 7, 12)
    assert np.flatnonzero(state.drawing.flat()).tolist() == [1, 2, 5, 6, 10]
    assert FAMILY.state() == state
    assert list(MODELS) == ["table", "arn", "markov", "independent"]


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"drawing": Drawing.blank(5, 5)}, "one of the sizes 2 x 2, "),
        ({"drawing": Drawing.blank(4, 3)}, "one of the sizes"),
        ({"cursor": -1}, "cursor must be between 0 and 12"),
        ({"cursor": 13}, "cursor"),
        ({"n": 0}, "n must be between 1 and 784"),
        ({"n": 785}, "n must be"),
        ({"reach": 0}, "reach"),
        ({"reach": 9}, "reach"),
        ({"a": 12}, "a must be between 0 and 11"),
        ({"b": -1}, "b must be"),
        ({"a": 9}, "different pixels"),
        ({"given": ((12, 0),)}, "a given pixel must be between 0 and 11"),
        ({"given": ((2, 2),)}, "must be 0 or 1"),
        ({"given": ((3, 0), (2, 0))}, "ascending"),
        ({"given": ((3, 0), (3, 1))}, "ascending"),
        ({"given": ((1, 0),)}, "a and b must not be given"),
        ({"seed": -1}, "seed"),
        ({"order_seed": 2**31}, "order_seed"),
        ({"speed": len(SPEEDS)}, "speed"),
    ],
)
def test_what_is_out_of_range_is_refused(values, sentence):
    with pytest.raises(ValueError, match=sentence):
        FoundationsState(**values)


def test_the_number_of_pixels_follows_the_drawing_until_it_is_dragged():
    assert FoundationsState().resized(2, 2).counted == 4
    assert FoundationsState(n=784).resized(2, 2).counted == 784


def test_only_a_random_order_has_a_seed():
    assert FoundationsState(order="columns", order_seed=5).reads == Order("columns")
    assert FoundationsState(order="random", order_seed=5).reads == Order("random", 5)


def test_what_is_asked():
    state = FoundationsState(order="spiral", seed=3, reach=2)
    assert state.requests() == {
        "models": Fits((3, 4), 2, state.drawing, 3, state.reads),
        "chain": Chain((3, 4), state.drawing, Order("spiral")),
        "bayes": Bayes((3, 4), 1, 9, ((5, 1),)),
    }
    for request in state.requests().values():
        assert (request.family, request.torch) == (FAMILY.id, False)


def test_how_it_is_looked_at_is_no_change():
    state = FoundationsState()
    assert state.differs_in_view_only(replace(state, speed=0, slow=True))
    assert not state.differs_in_view_only(replace(state, cursor=3))


@given(states(), sizes)
def test_another_size_keeps_what_lies_in_both(state, size):
    found = state.resized(*size)  # the state's own checks hold: else it would be refused
    assert found.size == size
    rows, columns = (min(pair) for pair in zip(state.size, size, strict=True))
    picture = found.drawing.pixels()
    assert (picture[:rows, :columns] == state.drawing.pixels()[:rows, :columns]).all()
    assert picture.sum() == picture[:rows, :columns].sum()
    places = {divmod(pixel, size[1]): value for pixel, value in found.given}
    before = {divmod(pixel, state.size[1]): value for pixel, value in state.given}
    assert places.items() <= before.items()
    for old, new in ((state.a, found.a), (state.b, found.b)):
        row, column = divmod(old, state.size[1])
        if row < size[0] and column < size[1]:
            assert divmod(new, size[1]) == (row, column)


@given(states(), sizes)
def test_the_cursor_stays_at_the_end(state, size):
    n = size[0] * size[1]
    assert replace(state, cursor=state.pixels).resized(*size).cursor == n
    assert 0 <= state.resized(*size).cursor <= n


@given(states())
def test_the_same_size_changes_nothing(state):
    assert state.resized(*state.size) == state


def test_a_larger_size_and_back_gives_back_the_picture():
    state = FoundationsState()
    assert state.resized(4, 5).resized(3, 4) == state


def test_a_size_that_there_is_not_is_refused():
    with pytest.raises(ValueError, match="sizes"):
        FoundationsState().resized(5, 5)


def test_a_pixel_that_is_given_gives_way_only_to_the_last():
    """Where nothing else is free, what is known makes room for A or B."""
    known = tuple((pixel, 1) for pixel in (0, 1, 4, 5))
    found = FoundationsState(a=11, b=10, given=known).resized(2, 2)
    assert (found.a, found.b) == (0, 1)
    assert found.given == ((2, 1), (3, 1))


@given(states())
def test_what_is_saved_opens_the_same(state):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sessions, "FAMILIES", (FAMILY,))
        patch.setattr(sessions, "fresh", lambda: Session(FAMILY.id, {FAMILY.id: FoundationsState()}))
        kept = Session(FAMILY.id, {FAMILY.id: state})
        assert sessions.decode(sessions.encode(kept), "a.genplay") == kept
