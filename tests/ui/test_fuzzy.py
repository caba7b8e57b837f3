import pytest
from hypothesis import given
from hypothesis import strategies as st

from genplay.ui.fuzzy import score


@pytest.mark.parametrize("typed", ["undo", "UND", "us", "stroke", "undo stroke", "u s"])
def test_letters_in_order_fit(typed):
    assert score(typed, "Undo stroke") is not None


@pytest.mark.parametrize("typed", ["redo", "ekorts", "undos stroke!"])
def test_other_letters_do_not(typed):
    assert score(typed, "Undo stroke") is None


def test_starts_of_words_win_over_letters_within():
    assert score("cs", "Centre and scale") > score("cs", "Compares")


def test_runs_win_over_scattered_letters():
    assert score("inv", "Re-invert") > score("inv", "Rain over")


def test_the_best_of_all_ways_counts():
    assert score("st", "as to step") == score("st", "a step")


@given(st.text(max_size=12), st.text(max_size=12))
def test_a_name_always_fits_its_own_letters(before, letters):
    assert score(letters, before + letters) is not None


@given(st.text(max_size=20))
def test_nothing_typed_fits_everything(name):
    assert score("", name) == score("  ", name) == 0
