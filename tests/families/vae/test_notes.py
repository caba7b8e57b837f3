"""Sentences stand where a number may mislead, and only there."""

import numpy as np
import pytest

from genplay.families.vae import LIMIT, Gauss, collapse_note, gap_note, outside_note
from tests.families.vae.test_results import Q, points, sandwiched


def told(note):
    return note.template.format(**note.values)


def test_inactive_dimensions_are_counted_and_named_from_1():
    found = points(np.array([0.0, 3.0, 0.0]), np.array([0.002, 0.9, 0.01]))
    assert told(collapse_note(found)).startswith("2 of 3 dimensions are inactive")
    assert collapse_note(found).values["names"] == "1, 3"


def test_where_all_are_active_or_not_all_is_known_nothing_is_said():
    assert collapse_note(points(np.ones(3), np.ones(3))) is None
    assert collapse_note(points(np.zeros(3), np.zeros(3), total=9)) is None  # not all are encoded


@pytest.mark.parametrize(("gap", "said"), [(0.0, False), (0.99, False), (1.0, True), (1.5, True)])
def test_a_wide_gap_gets_a_sentence(gap, said):
    note = gap_note(sandwiched(gap))
    assert (note is not None) == said
    if note is not None:
        assert f"{gap:.2f} nats below" in told(note)


@pytest.mark.parametrize("latent", [0, 1])
@pytest.mark.parametrize(("value", "said"), [(LIMIT, False), (-LIMIT - 0.01, True), (LIMIT + 1, True)])
def test_an_encoding_beyond_the_sliders_gets_a_sentence(latent, value, said):
    mu = [0.0, 0.0]
    mu[latent] = value
    note = outside_note(Gauss(tuple(mu), (1.0, 1.0)))
    assert (note is not None) == said
    assert outside_note(Q) is None
    if note is not None:
        assert "beyond 8," in told(note)
