"""The state of the StarGAN tab: colours of hair exclude one another, and what is asked is the face's own."""

from dataclasses import replace

import msgspec
import pytest

from genplay.families.stargan import (
    MOST_STEPS,
    Chain,
    Edit,
    Face,
    Faces,
    Folder,
    Meet,
    Return,
    Singles,
    StarGanState,
)

GROUPS = ((0, 1),)
OWN = (1.0, 0.0, 0.0, 1.0)


def test_attributes_are_toggled_and_reset_to_the_own():
    state = StarGanState().toggled(1, OWN, GROUPS).toggled(2, OWN, GROUPS)
    assert state.target == (0.0, 1.0, 1.0, 1.0)
    back = state.reset(0, OWN, GROUPS)
    assert back.target == (1.0, 0.0, 1.0, 1.0)
    assert back.reset(2, OWN, GROUPS).target is None


def test_what_d_read_is_corrected_and_the_target_follows():
    state = StarGanState().corrected(3, OWN, GROUPS)
    assert state.own == (1.0, 0.0, 0.0, 0.0)
    assert state.target is None
    assert state.toggled(2, OWN, GROUPS).target == (1.0, 0.0, 1.0, 0.0)


def test_another_face_or_model_forgets_the_attributes():
    state = StarGanState().toggled(1, OWN, GROUPS).corrected(2, OWN, GROUPS).chained(OWN)
    for other in (state.faced(Face(number=4)), state.modelled("stargan_paper")):
        assert (other.own, other.target, other.chain) == (None, None, ())


def test_each_stranger_is_to_be_asked_for_anew():
    state = replace(StarGanState(), anyway=True)
    assert not state.faced(Face(number=4)).anyway
    assert not state.modelled("stargan_paper").anyway
    assert state.toggled(1, OWN, GROUPS).anyway


def test_a_chain_has_room_for_so_many():
    state = StarGanState().toggled(1, OWN, GROUPS)
    for _ in range(MOST_STEPS + 3):
        state = state.chained(OWN)
    assert state.chain == ((0.0, 1.0, 0.0, 1.0),) * MOST_STEPS


@pytest.mark.parametrize(
    ("lower", "kind"),
    [
        ("singles", Singles),
        ("faces", Faces),
        ("chain", Chain),
        ("back", Return),
        ("inside", None),
        ("maker", None),
    ],
)
def test_what_stands_below_is_asked(lower, kind):
    asked = StarGanState(lower=lower).requests()
    assert isinstance(asked.pop("face"), Meet)
    assert isinstance(asked.pop("picture"), Edit)
    assert [type(request) for request in asked.values()] == ([kind] if kind else [])


def test_the_way_back_is_of_the_edit_that_is_shown():
    state = replace(StarGanState(lower="back", strength=0.25).toggled(1, OWN, GROUPS), own=OWN)
    asked = state.requests()
    edit, back = asked["picture"], asked["back"]
    assert isinstance(edit, Edit)
    assert isinstance(back, Return)
    assert (edit.target, edit.own, edit.strength) == (back.target, back.own, back.strength)
    assert back.strength == 0.25


def test_the_wall_knows_what_was_corrected_of_its_face():
    state = StarGanState(lower="faces")
    assert state.requests()["faces"] == Faces("stargan", state.wall)
    corrected = replace(state, own=OWN, face=state.wall[2])
    assert corrected.requests()["faces"] == Faces("stargan", state.wall, (None, None, OWN, None))
    elsewhere = replace(state, own=OWN, face=Face(number=20))
    assert elsewhere.requests()["faces"] == Faces("stargan", state.wall)


def test_a_session_keeps_it():
    face = Face(kind="picture", levels=bytes(64 * 64 * 3))
    state = StarGanState(face=face, lower="chain").toggled(1, OWN, GROUPS).chained(OWN)
    assert msgspec.json.decode(msgspec.json.encode(state), type=StarGanState) == state


@pytest.mark.parametrize(
    "wrong",
    [
        {"lower": "elsewhere"},
        {"strength": 1.5},
        {"target": (2.0,)},
        {"target": (1.0,), "own": (1.0, 0.0)},
        {"chain": (OWN,) * (MOST_STEPS + 1)},
        {"wall": ()},
        {"model": ""},
    ],
)
def test_impossible_states_are_refused(wrong):
    with pytest.raises(ValueError, match=r"\w"):
        replace(StarGanState(), **wrong)


def picture(shade):
    return Face(
        kind="picture", levels=bytes([shade] * 64 * 64 * 3), name=f"{shade}.png", told=(("Hat", True),)
    )


FOLDER = Folder("celeba", 200, (picture(1), picture(2)))


def test_a_folder_takes_the_place_of_the_avatars_and_gives_it_back():
    state = StarGanState().toggled(1, OWN, GROUPS).opened(FOLDER)
    assert (state.face, state.target, state.strip) == (picture(1), None, FOLDER.faces)
    assert state.faced(picture(2)).folder == FOLDER
    back = state.faced(picture(2)).closed()
    assert back == StarGanState()
    assert back.strip == tuple(Face(number=number) for number in range(36))


def test_a_face_that_is_none_of_the_folder_stays_when_it_is_closed():
    state = StarGanState().opened(FOLDER).faced(Face(kind="seed", seed=3))
    assert state.closed().face == Face(kind="seed", seed=3)


def test_a_session_keeps_the_folder_s_faces_and_what_its_table_says():
    state = StarGanState().opened(FOLDER).toggled(1, OWN, GROUPS)
    assert msgspec.json.decode(msgspec.json.encode(state), type=StarGanState) == state
