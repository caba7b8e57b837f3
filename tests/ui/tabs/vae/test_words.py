from dataclasses import replace

import pytest

from genplay.families.vae import CLASSES, MODELS, Estimated, Gauss, Neighbour
from genplay.ui.tabs.vae import words


@pytest.mark.parametrize("model", MODELS)
def test_classes_have_names(model):
    assert words.classes(model) == CLASSES[model]


def test_what_is_late_is_not_there(scene):
    made = scene(waiting=frozenset({"bound"}))
    assert words.present(made, "bound", made.bounds) is None
    assert words.present(made, "sandwich", made.sandwiched) is made.sandwiched


def test_what_another_model_said_is_not_there(scene, answers):
    made = scene(model="vae_fashion", points=answers.points("vae"), encoded=answers.encoded("vae"))
    assert words.present(made, "cloud", made.points) is None
    assert words.present(made, "encode", made.encoded) is None


@pytest.mark.parametrize(
    ("error", "decimals", "said"),
    [(0.0, 4, "± 0.0001"), (0.00011, 4, "± 0.0002"), (0.0002, 4, "± 0.0002"), (0.031, 2, "± 0.04")],
)
def test_an_error_is_rounded_up(error, decimals, said):
    assert words.within(error, decimals) == said


@pytest.mark.parametrize("parts", [(-70.2449, 24.6249), (-0.005, 0.005), (-1234.567, 3.219)])
def test_estimated_terms_add_up_as_they_are_shown(parts):
    q = Gauss((0.0,), (1.0,))
    made = Estimated("vae", None, q, *parts, 0.1)  # type: ignore[arg-type]
    recon, prior, elbo = (round(100 * value) for value in words.estimated(made))
    assert recon - prior == elbo


def test_numbers_that_are_none_are_dashes():
    assert [words.nats(value) for value in (None, float("nan"), float("-inf"))] == ["–"] * 3
    assert words.nats(-1234.5) == "−1,234.500"
    assert [words.at_least(value) for value in (None, -85.304)] == ["–", "≥ −85.30"]


def test_distances_and_pixels(answers):
    near = Neighbour(1233, 5, 12.345, answers.picture(0))
    assert words.distance(near) == "12.35"
    assert words.distance(near._replace(distance=0.5)) == "0.500"
    assert words.differing(near) == "12 px"
    said = words.neighbour(near, "5", "12 px")
    assert said == "Test picture 1,233: 5, 12 px. A click takes it as the drawing."


def test_hints_say_how_a_number_was_found(answers):
    said = words.whole_hint(answers.sandwiched())
    assert "40,960 codes" in said
    assert "0.0002 nats" in said
    assert "5,000 importance-weighted codes of q, 8 times" in words.bound_hint(answers.bounds("vae"))
    assert "stays unknown" in words.bound_hint(None)


def test_a_collapse_is_said_at_length_and_in_short_when_all_are_encoded(answers):
    made = answers.points("vae", inactive=14)
    long, short = words.collapse(made)
    assert long.startswith("14 of 50 dimensions are inactive")
    assert short == "14 of 50 dimensions are inactive: collapsed to the prior."
    assert words.collapse(replace(made, total=10_000)) == ("", "")
    assert words.collapse(None) == ("", "")


def test_nothing_is_left_unfilled(scene, answers):
    for model in MODELS:
        made = scene(model=model)
        said = [
            words.bounded(made.bounds),
            words.bound_hint(made.bounds),
            words.in_all(made.encoded, made.points),
            words.dimensions_key(made.points),
            words.accuracy(0.9, "MNIST test"),
            words.worst("5", 0.8),
            words.taken_for("5"),
            words.ledger_notes(made),
        ]
        assert not [one for one in said if "{" in one or "}" in one]
