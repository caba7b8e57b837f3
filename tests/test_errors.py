"""A refusal keeps its sentence and what the sentence is made of."""

import pickle

import pytest

from genplay.errors import UserError


def test_a_refusal_is_its_sentence_with_the_values_in_it():
    error = UserError("{name} has {size:,.1f} MB.", name="a.png", size=1234.56)
    assert str(error) == "a.png has 1,234.6 MB."
    assert error.template == "{name} has {size:,.1f} MB."
    assert error.values == {"name": "a.png", "size": 1234.56}


def test_values_with_braces_are_left_as_they_are():
    assert str(UserError("{name} is empty.", name="{size}.png")) == "{size}.png is empty."


def test_a_value_that_is_missing_is_a_fault_at_once():
    with pytest.raises(KeyError):
        UserError("{name} is empty.")


def test_it_survives_a_trip_between_processes():
    again = pickle.loads(pickle.dumps(UserError("{name} is empty.", name="a.png")))
    assert type(again) is UserError
    assert (str(again), again.template, again.values) == (
        "a.png is empty.",
        "{name} is empty.",
        {"name": "a.png"},
    )
