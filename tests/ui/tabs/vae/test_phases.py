"""What the header says: each phase of slow motion with the numbers of the step, else what is exact."""

import pytest

from genplay.ui.tabs.vae import phases

PINS = ((1.0, 0.0), (0.0, 1.0))


def test_without_slow_motion_it_says_why_two_latents_are_exact(scene):
    assert phases.note(scene()) == "exact here: two dimensions can be integrated"
    assert phases.note(scene(model="vae")) == ""


def test_a_climb_is_said_in_three_sentences(scene):
    made = [phases.note(scene(step=7, phase=phase)) for phase in range(3)]
    assert made[0] == "Step 7: q moves by the gradient of the ELBO."
    assert made[1] == "Its reconstruction is −134.150, its KL 6.998 nats."
    assert made[2] == "Their difference, the ELBO, has risen to −141.148 nats."


def test_the_way_from_the_prior_is_said_with_what_it_costs_and_what_it_brings(scene):
    made = [phases.note(scene(motion="prior", learned=0.25, phase=phase)) for phase in range(3)]
    assert made[0] == "q has come 25.0 % of the way from the prior."
    assert made[1] == "What it knows of the drawing costs a KL of 6.998 nats."
    assert made[2] == "Its codes explain the drawing at −134.150 nats."


@pytest.mark.parametrize(("model", "read"), [("vae_2d", "z = (0.75, 0.25)."), ("vae", "with z")])
def test_a_walk_is_said_with_its_code(scene, model, read):
    dims = 2 if model == "vae_2d" else 50
    pins = tuple((*pin, *(0.0,) * (dims - 2)) for pin in PINS)
    state = {"model": model, "motion": "walk", "pins": pins, "walk": 0.25, "decoded": None}
    made = [phases.note(scene(phase=phase, **state)) for phase in range(3)]
    assert made[0] == "z has come 25.0 % of the way between the pins."
    assert read in made[1]
    assert made[2].startswith("Each pixel")


def test_what_is_awaited_is_a_dash(scene):
    late = scene(motion="prior", learned=0.5, phase=1, waiting=frozenset({"sandwich"}))
    assert phases.note(late) == "What it knows of the drawing costs a KL of – nats."
    assert "– nats" in phases.note(scene(False, step=3, phase=2))
