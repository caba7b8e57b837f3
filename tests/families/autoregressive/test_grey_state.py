"""The grey page's part of the state is checked, and asks for a score and the samples that are wanted."""

from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from genplay.families.autoregressive import GREY_MODEL, PIXELS, GreyPicture, GreySample, GreyScore, GreyState

pictures = st.binary(min_size=PIXELS, max_size=PIXELS).map(GreyPicture)
seeds = st.integers(0, 2**31 - 1)


@given(pictures, seeds, seeds, st.floats(0.1, 3.0))
def test_the_picture_is_scored_with_its_noise_and_not_with_the_samples_seed(picture, noise, seed, warmth):
    asked = GreyState(picture=picture, noise=noise).requests(seed, warmth)
    assert asked == {"grey": GreyScore(GREY_MODEL, picture, noise)}


@given(pictures, st.integers(0, PIXELS - 1), seeds, st.floats(0.1, 3.0))
def test_samples_are_asked_for_from_where_they_begin_with_seed_and_temperature(picture, start, seed, warmth):
    asked = GreyState(picture=picture, sample_from=start).requests(seed, warmth)
    assert asked["grey_samples"] == GreySample(
        GREY_MODEL, picture, start, count=8, seed=seed, temperature=warmth
    )
    assert asked.keys() == {"grey", "grey_samples"}


def test_which_pixel_is_in_view_changes_no_question():
    assert GreyState(pixel=5).requests(0, 1.0) == GreyState().requests(0, 1.0)


@pytest.mark.parametrize(("pixel", "kept"), [(None, 0), (0, 0), (5, 5), (PIXELS - 1, PIXELS - 1)])
def test_samples_follow_the_pixel_in_view(pixel, kept):
    assert GreyState(pixel=pixel).next_sample == kept


def test_it_begins_with_a_blank_page_of_which_nothing_more_is_asked():
    assert GreyState() == GreyState(picture=GreyPicture.blank(), pixel=None, noise=0, sample_from=None)


@pytest.mark.parametrize(
    ("name", "most"), [("pixel", PIXELS - 1), ("noise", 2**31 - 1), ("sample_from", PIXELS - 1)]
)
def test_no_value_is_beyond_its_range(name, most):
    for value in (0, most):
        assert getattr(GreyState(**{name: value}), name) == value
    for value in (-1, most + 1):
        with pytest.raises(ValueError, match=f"^{name} must be between 0 and {most}$"):
            GreyState(**{name: value})


def test_it_is_a_value_that_never_changes():
    state = GreyState(pixel=5)
    with pytest.raises(FrozenInstanceError):
        state.pixel = 6  # type: ignore[misc]
    assert hash(state) == hash(GreyState(pixel=5))
