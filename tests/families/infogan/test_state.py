"""The state of the InfoGAN tab: what it asks for, what a sweep moves, what it refuses."""

import msgspec
import pytest

from genplay.families.base import Density, Drawing
from genplay.families.infogan import (
    FAMILY,
    PLAIN,
    Choices,
    Compare,
    InfoGanState,
    Make,
    Read,
    Tell,
    Wall,
)


def test_the_family_has_no_density():
    assert (FAMILY.id, FAMILY.density, FAMILY.state) == ("infogan", Density.NONE, InfoGanState)
    assert InfoGanState().model in FAMILY.models
    assert PLAIN not in FAMILY.models


def test_what_it_asks_for():
    state = InfoGanState(category=3, numbers=(0.5, -2.0), seed=7)
    asked = state.requests()
    assert asked == {
        "picture": Make("infogan", 3, (0.5, -2.0), 7),
        "choices": Choices("infogan", (0.5, -2.0), 7),
        "wall": Wall("infogan", "c2", (0.5, -2.0), 7),
    }
    assert InfoGanState(beside=True).requests()["plain"] == Wall(PLAIN)
    assert InfoGanState(lower="ledger").requests()["ledger"] == Tell("infogan")
    assert InfoGanState(lower="confusion").requests()["confusion"] == Compare("infogan")
    drawing = Drawing.blank().flipped(5)
    assert InfoGanState(page="read", drawing=drawing).requests()["read"] == Read("infogan", drawing)
    assert "read" not in asked


@pytest.mark.parametrize(
    ("swept", "sweep", "moved"),
    [
        ("c2", 0.0, (4, (-2.0, 1.0))),
        ("c2", 1.0, (4, (2.0, 1.0))),
        ("c3", 0.5, (4, (0.5, 0.0))),
        ("c1", 0.0, (0, (0.5, 1.0))),
        ("c1", 1.0, (9, (0.5, 1.0))),
        ("c1", 0.35, (3, (0.5, 1.0))),
    ],
)
def test_a_sweep_moves_one_code(swept, sweep, moved):
    state = InfoGanState(category=4, numbers=(0.5, 1.0), swept=swept, sweep=sweep)
    assert state.moved == moved
    request = state.requests()["picture"]
    assert isinstance(request, Make)
    assert (request.category, request.numbers) == moved


def test_what_was_read_can_be_taken_over():
    state = InfoGanState(page="read", sweep=0.5).told(8, (0.25, -7.0))
    assert (state.page, state.category, state.numbers, state.sweep) == ("make", 8, (0.25, -2.0), None)


def test_it_survives_json():
    state = InfoGanState(numbers=(0.5, -0.5), drawing=Drawing.blank().flipped(3), levels=bytes(784))
    assert msgspec.json.decode(msgspec.json.encode(state), type=InfoGanState) == state


@pytest.mark.parametrize(
    "wrong",
    [
        {"model": "vae"},
        {"page": "train"},
        {"category": 10},
        {"numbers": (0.0, 2.5)},
        {"seed": -1},
        {"brush": 6},
        {"sweep": 1.5},
        {"drawing": Drawing.blank(8, 8)},
        {"levels": b"12"},
        {"swept": "c4"},
    ],
)
def test_what_is_out_of_range_is_refused(wrong):
    with pytest.raises(ValueError, match=r".+"):
        InfoGanState(**wrong)
