"""What the tab begins with."""

from dataclasses import replace

import numpy as np

from genplay.families.dcgan import MODELS, SIDE, Latent, example, first, turned
from genplay.families.dcgan.first import EXAMPLES

GARMENT = np.arange(784, dtype=np.uint16).reshape(28, 28).astype(np.uint8)


def test_whatever_one_turns_to_is_answered():
    state = first(GARMENT)
    assert state.walks
    wanted = {"arithmetic": "arithmetic", "layers": "layers", "discriminator": "verdict", "wall": "wall"}
    for lower, slot in wanted.items():
        assert slot in replace(state, lower=lower).requests()


def test_its_seeds_are_seen_in_the_plane_and_none_is_there_twice():
    for model in MODELS:
        state = turned(first(GARMENT), model)
        points = (*state.pins, state.latent)
        assert len(set(state.pins)) == len(state.pins)
        assert all(0 <= at < SIDE and at == round(at) for point in points for at in (point.x, point.y))


def test_d_judges_the_garment_in_its_greys():
    state = first(GARMENT)
    assert state.levels == GARMENT.tobytes()
    assert (state.drawing.pixels() == (GARMENT >= 128)).all()


def test_each_term_is_a_mean_of_three():
    for model in MODELS:
        assert [len(term) for term in turned(first(GARMENT), model).terms] == [3, 3, 3]


def test_another_model_has_its_own_example(monkeypatch):
    own = (((1, 1),), ((2, 2), (3, 3)), ((4, 4),))
    monkeypatch.setitem(EXAMPLES, "dcgan_avatars", own)
    found = turned(first(GARMENT), "dcgan_avatars")
    assert found.model == "dcgan_avatars"
    assert found.pins == tuple(Latent(x=float(at), y=float(at)) for at in range(1, 5))
    assert found.terms == ((0,), (1, 2), (3,))
    assert found.ends == (0, 3)


def test_what_is_pinned_of_a_model_comes_back_with_it():
    before = first(GARMENT).pinned(Latent(x=0.5))
    there = turned(before, "dcgan_avatars").unpinned(0)
    assert there.pins == example("dcgan_avatars").pins[1:]
    back = turned(there, before.model)
    assert (back.pins, back.terms, back.ends) == (before.pins, before.terms, before.ends)
    assert turned(back, "dcgan_avatars").pins == there.pins
    assert [one.model for one in back.kept] == ["dcgan_avatars"]
    assert turned(back, back.model) == back


def test_no_walk_is_taken_to_another_model():
    walking = replace(first(GARMENT), walk=0.5)
    assert turned(walking, "dcgan_avatars").walk is None
