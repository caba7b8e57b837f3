"""What the user has set: what is refused, what is asked for, and that a session keeps all of it."""

import math
from dataclasses import replace

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from genplay.families.base import SPEEDS, Drawing
from genplay.families.vae import (
    FAMILY,
    LATENTS,
    MODELS,
    Bound,
    Cloud,
    Decode,
    Encode,
    Gauss,
    Improve,
    Manifold,
    Neighbours,
    Plane,
    Prior,
    Probe,
    Reconstruct,
    Sandwich,
    VaeState,
)

DOT = Drawing.blank().flipped(400)
Q = Gauss((0.5, -0.5), (0.1, 0.2))
seeds = st.integers(0, 2**31 - 1)


@st.composite
def states(draw):
    model = draw(st.sampled_from(list(MODELS)))
    dims = LATENTS[model]
    code = st.tuples(*[st.floats(-8, 8)] * dims)
    pins = tuple(draw(st.lists(code, max_size=3)))
    axes = draw(st.permutations(range(dims)))
    return VaeState(
        page=draw(st.sampled_from(["explore", "train"])),
        model=model,
        drawing=DOT,
        second=draw(st.none() | st.just(DOT)),
        blend=draw(st.floats(0, 1)),
        z=draw(st.none() | code),
        locked=tuple(sorted(draw(st.sets(st.integers(0, dims - 1))))),
        q=draw(st.none() | st.builds(Gauss, code, st.tuples(*[st.floats(1e-3, 2)] * dims))),
        step=draw(st.none() | st.integers(0, 40)),
        learned=draw(st.floats(0, 1)),
        eps=draw(st.none() | seeds),
        seed=draw(seeds),
        map=draw(st.sampled_from(["points", "manifold", "both"])),
        view=draw(st.sampled_from(["axes", "pins", "pca"])),
        axes=(axes[0], axes[1]),
        pins=pins,
        walk=draw(st.floats(0, 1)) if len(pins) > 1 and draw(st.booleans()) else None,
        way=draw(st.sampled_from(["line", "arc"])),
        prior=draw(st.booleans()),
    )


@given(states())
def test_any_state_survives_a_session_and_asks_complete_questions(state):
    assert msgspec.json.decode(msgspec.json.encode(state), type=VaeState) == state
    asked = state.requests()
    if state.page == "train":
        assert asked == {"live": state.live.request()}
    else:
        assert all(request.family == "vae" and request.model == state.model for request in asked.values())
    assert all(hash(request) == hash(replace(request)) for request in asked.values())


def test_the_first_state_follows_the_encoder():
    state = VaeState()
    blank = Drawing.blank()
    assert FAMILY.state() == state
    assert state.requests() == {
        "decode": Reconstruct("vae_2d", blank),
        "encode": Encode("vae_2d", blank),
        "sandwich": Sandwich("vae_2d", blank),
        "bound": Bound("vae_2d", blank),
        "cloud": Cloud("vae_2d"),
    }


def test_what_stands_below_is_asked_for_when_it_is_shown():
    usual = VaeState(lower="ledger").requests()
    assert VaeState(lower="dimensions").requests() == usual
    blank = Drawing.blank()
    asked = VaeState(lower="neighbours").requests()
    assert asked == {**usual, "neighbours": Neighbours("vae_2d", blank)}
    assert VaeState(lower="probe").requests() == {**usual, "probe": Probe("vae_2d", blank)}


def test_a_slider_changes_no_question_but_the_decoder_s():
    before = VaeState(drawing=DOT, q=Q, step=3, map="both", z=(0.0, 1.0)).requests()
    after = VaeState(drawing=DOT, q=Q, step=3, map="both", z=(0.5, 1.0)).requests()
    assert {slot for slot in before if before[slot] != after[slot]} == {"decode"}
    assert after["decode"] == Decode("vae_2d", (0.5, 1.0))


def test_what_is_shown_is_asked_for():
    state = VaeState(drawing=DOT, second=DOT, blend=0.3, way="arc", q=Q, step=2, eps=5, seed=7)
    asked = replace(state, map="manifold", prior=True).requests()
    assert asked["decode"] == Reconstruct("vae_2d", DOT, DOT, 0.3, "arc", Q, 2, 5, 7)
    assert asked["second"] == Encode("vae_2d", DOT)
    assert asked["sandwich"] == Sandwich("vae_2d", DOT, Q, 2)
    assert asked["bound"] == Bound("vae_2d", DOT, Q, 2, 7)
    assert asked["improve"] == Improve("vae_2d", DOT, Q)
    assert asked["prior"] == Prior("vae_2d", seed=7)
    assert asked["manifold"] == Manifold("vae_2d", Plane.along((0, 1), (0.0, 0.0)))


def test_how_much_q_has_learned_is_part_of_every_question_about_it():
    state = VaeState(drawing=DOT, q=Q, step=2, learned=0.25, seed=7)
    asked = state.requests()
    assert asked["decode"] == Reconstruct("vae_2d", DOT, q=Q, step=2, seed=7, learned=0.25)
    assert asked["sandwich"] == Sandwich("vae_2d", DOT, Q, 2, 0.25)
    assert asked["bound"] == Bound("vae_2d", DOT, Q, 2, 7, learned=0.25)
    others = replace(state, learned=1.0).requests()
    assert {slot for slot in asked if asked[slot] != others[slot]} == {"decode", "mean", "sandwich", "bound"}


@pytest.mark.parametrize(("values", "own"), [({}, True), ({"q": Q}, False), ({"step": 0}, False)])
def test_q_is_the_encoder_s_own_unless_it_was_moved(values, own):
    assert VaeState(**values).own_q is own
    assert not VaeState(**values, learned=0.5).own_q


def test_a_session_from_before_there_was_a_way_from_the_prior_opens():
    old = msgspec.json.decode(msgspec.json.encode(VaeState(drawing=DOT, motion="prior", step=3)))
    del old["learned"]
    found = msgspec.json.decode(msgspec.json.encode(old), type=VaeState)
    assert (found.learned, found.motion, found.step) == (1.0, "prior", 3)


def test_a_walk_decodes_what_lies_between_the_pins():
    state = VaeState(pins=((1.0, 0.0), (0.0, 1.0)), walk=0.5, z=(3.0, 3.0))
    assert state.code == (0.5, 0.5)
    assert replace(state, way="arc").code == pytest.approx((math.sqrt(0.5), math.sqrt(0.5)))
    assert replace(state, walk=None).code == (3.0, 3.0)
    assert replace(state, walk=None, z=None).code is None


def test_the_map_shows_the_chosen_plane():
    far = tuple(float(i % 3) for i in range(50))
    pins = ((0.0,) * 50, (1.0,) * 50, far)
    state = VaeState(model="vae", axes=(3, 9), pins=pins, z=far)
    assert state.plane() == Plane.along((3, 9), far)
    assert replace(state, view="pins").plane() == Plane.through(*pins)
    assert replace(state, view="pins", pins=(pins[0],) * 3).plane() == state.plane()
    principal = Plane.along((0, 1), (0.0,) * 50)
    assert replace(state, view="pca").plane() is None
    assert replace(state, view="pca").plane(principal) is principal
    assert replace(state, view="pca", map="both").requests()["manifold"] == Manifold("vae", None)
    assert VaeState(view="pca").plane() == Plane.along((0, 1), (0.0, 0.0))  # two latents are the map itself


def test_pins_are_dropped_one_after_the_other_and_then_anew():
    state, seen = VaeState(), []
    for k in range(5):
        state = state.pinned((float(k), 0.0))
        seen.append([pin[0] for pin in state.pins])
        if len(state.pins) == 2:
            state = replace(state, walk=0.5)
    assert seen == [[0], [0, 1], [0, 1, 2], [3], [3, 4]]


def test_locked_dimensions_are_kept():
    state = VaeState(model="vae", locked=(2, 4), walk=None)
    now = tuple(float(i) / 10 for i in range(50))
    drawn = state.drawn(3, now)
    assert drawn.z is not None
    assert (drawn.z[2], drawn.z[4]) == (0.2, 0.4)
    assert sum(a == b for a, b in zip(drawn.z, now, strict=True)) == 2
    assert drawn == state.drawn(3, now) != state.drawn(4, now)
    assert state.reset(now).z == tuple(0.2 if i == 2 else 0.4 if i == 4 else 0.0 for i in range(50))
    assert replace(state, locked=()).reset(now).z is None


def test_another_model_keeps_the_drawing_and_drops_the_codes():
    state = VaeState(drawing=DOT, z=(1.0, 1.0), q=Q, step=2, locked=(1,), pins=((0.0, 1.0),) * 2, walk=0.1)
    other = replace(state, learned=0.5).with_model("vae")
    assert other.own_q
    assert (other.drawing, other.z, other.q, other.step, other.pins, other.walk) == (
        *(DOT, None, None, None),
        *((), None),
    )
    assert state.with_model("vae_2d") is state


@pytest.mark.parametrize(
    "wrong",
    [
        {"model": "gan"},
        {"z": (1e6, 0.0)},
        {"z": (math.nan, 0.0)},
        {"z": (0.0, -math.inf)},
        {"z": (0.0,)},
        {"q": Gauss((9.0, 0.0), (1.0, 1.0))},
        {"q": Gauss((0.0, 0.0), (9.0, 1.0))},
        {"q": Gauss((0.0,), (1.0,))},
        {"pins": ((0.0, math.nan),)},
        {"pins": ((0.0, 0.0),) * 4},
        {"walk": 0.5},
        {"pins": ((0.0, 0.0),) * 2, "walk": math.nan},
        {"blend": math.nan},
        {"blend": 1.1},
        {"step": 41},
        {"learned": -0.1},
        {"learned": math.nan},
        {"seed": -1},
        {"locked": (1, 0)},
        {"locked": (2,)},
        {"classes": (1, 1)},
        {"classes": (10,)},
        {"axes": (0, 0)},
        {"axes": (0, 2)},
        {"drawing": Drawing.blank(4, 4)},
        {"second": Drawing.blank(4, 4)},
        {"source": b"1"},
        {"threshold": 0},
    ],
)
def test_what_cannot_be_set_is_refused_in_a_sentence(wrong):
    with pytest.raises(ValueError, match=r"must|there (is|are)|needs"):
        VaeState(**wrong)


@pytest.mark.parametrize("value", ["1e6", "1e999", "null", '"a"'])
def test_a_session_brings_no_impossible_code(value):
    with pytest.raises(msgspec.DecodeError):
        msgspec.json.decode(f'{{"z": [{value}, 0.0]}}', type=VaeState)


def test_every_model_has_classes_and_latents():
    for model in MODELS:
        assert VaeState(model=model).dims == LATENTS[model]
    assert np.all([len(VaeState(model=model).classes) == 10 for model in MODELS])


def test_the_pace_of_a_training_is_no_step_of_the_history():
    state = VaeState(page="train")
    assert SPEEDS[state.pace] == 0
    assert replace(state, pace=1).differs_in_view_only(state)
    with pytest.raises(ValueError, match="pace"):
        replace(state, pace=len(SPEEDS))


def test_the_mean_of_another_q_than_the_encoder_s_is_decoded():
    assert "mean" not in VaeState(drawing=DOT, z=(0.0, 1.0)).requests()
    asked = VaeState(drawing=DOT, q=Q, step=3, z=(0.0, 1.0)).requests()["mean"]
    assert asked == Reconstruct("vae_2d", DOT, q=Q, step=3)
