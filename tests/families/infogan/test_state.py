"""The state of the InfoGAN tab: what it asks for, what it refuses."""

import msgspec
import pytest

from genplay.families.base import Density, Drawing
from genplay.families.infogan import (
    FAMILY,
    MOST_SEED,
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
    assert state.requests() == {
        "picture": Make("infogan", 3, (0.5, -2.0), 7),
        "choices": Choices("infogan", (0.5, -2.0), 7),
        "wall": Wall("infogan", "c2", (0.0, -2.0), 7),
        "ledger": Tell("infogan"),
        "plain": Tell(PLAIN),
        "confusion": Compare("infogan"),
    }


def test_the_number_that_goes_across_the_wall_does_not_ask_for_another():
    walls = [InfoGanState(axis="c3", numbers=(0.5, c3)).requests()["wall"] for c3 in (-1.0, 2.0)]
    assert walls[0] == walls[1] == Wall("infogan", "c3", (0.5, 0.0))


def test_information_is_that_of_both_models_whichever_is_shown():
    asked = InfoGanState(model=PLAIN).requests()
    assert asked["picture"] == Make(PLAIN, 0)
    assert (asked["ledger"], asked["plain"]) == (Tell("infogan"), Tell(PLAIN))
    assert asked["confusion"] == Compare("infogan")


def test_a_drawing_is_read():
    drawing = Drawing.blank().flipped(5)
    assert InfoGanState(drawing=drawing).requests()["read"] == Read("infogan", drawing)
    faint = bytes([*[0] * 783, 9])
    assert InfoGanState(levels=faint).requests()["read"] == Read("infogan", Drawing.blank(), faint)
    for blank in (InfoGanState(), InfoGanState(levels=bytes(784))):
        assert "read" not in blank.requests()


def test_what_was_read_can_be_taken_over():
    state = InfoGanState(seed=4).told(8, (0.25, -7.0))
    assert (state.category, state.numbers, state.seed) == (8, (0.25, -2.0), 4)


def test_it_survives_json():
    state = InfoGanState(numbers=(0.5, -0.5), drawing=Drawing.blank().flipped(3), levels=bytes(784))
    assert msgspec.json.decode(msgspec.json.encode(state), type=InfoGanState) == state


@pytest.mark.parametrize(
    "wrong",
    [
        {"model": "vae"},
        {"category": 10},
        {"numbers": (0.0, 2.5)},
        {"seed": -1},
        {"brush": 6},
        {"drawing": Drawing.blank(8, 8)},
        {"levels": b"12"},
        {"swept": "c4"},
    ],
)
def test_what_is_out_of_range_is_refused(wrong):
    with pytest.raises(ValueError, match=r".+"):
        InfoGanState(**wrong)


def test_the_buttons_show_what_a_click_gives():
    locked, free = InfoGanState(seed=7), InfoGanState(seed=7, locked=False)
    assert [state.requests()["choices"].seed for state in (locked, free)] == [7, 8]
    assert [state.requests()["picture"].seed for state in (locked, free)] == [7, 7]
    assert InfoGanState(seed=MOST_SEED, locked=False).chosen_seed == 0
