"""Captions say what is there, and can be read back."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from genplay.data.avatars import spec as specs
from genplay.data.avatars.captions import caption, parsed
from genplay.data.avatars.spec import FIELDS, Spec

avatars = st.builds(Spec, **{name: st.sampled_from(known) for name, known in FIELDS.items()})
seeds = st.integers(0, 2**32)


@given(avatars, seeds)
def test_a_caption_parses_back_to_its_attributes(spec: Spec, seed: int):
    said = caption(spec, np.random.default_rng(seed))
    np.testing.assert_array_equal(parsed(said), specs.attributes(spec), err_msg=said)


@given(avatars, seeds)
def test_a_caption_is_one_clean_sentence(spec: Spec, seed: int):
    said = caption(spec, np.random.default_rng(seed))
    assert said == caption(spec, np.random.default_rng(seed))
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)?(?:,? [a-z]+(?:-[a-z]+)?)*", said), said
    assert not re.search(r"\ba [aeiou]|\ban [^aeiou]|\b(\w+) \1\b|skin", said), said


def test_there_are_several_sentences_of_few_words():
    rng = np.random.default_rng(0)
    said = [caption(specs.random(rng, rich=True), rng) for _ in range(2000)]
    beginnings = {re.match(r"a portrait|an? [a-z]+ person|a person|[a-z]+,", one) is not None for one in said}
    assert beginnings == {True}
    words = {word for one in said for word in re.findall(r"[a-z-]+", one)}
    assert 60 <= len(words) <= 80
    assert max(len(one.split()) for one in said) <= 40


@given(avatars, seeds)
def test_hidden_hair_has_no_shape(spec: Spec, seed: int):
    said = caption(spec, np.random.default_rng(seed))
    shapes = ("side-parted", "spiky", "cropped", "in a bun", "fringe", "curly")
    assert not (specs.covered(spec) and any(shape in said for shape in shapes))


def test_what_is_said_is_what_is_there():
    spec = Spec(
        hair="red",
        long=True,
        glasses=True,
        beard=True,
        smile=False,
        hat=False,
        earrings=False,
        shape="spiky",
        skin="3",
        eyes="wide",
        brows="neutral",
        garment="shirt",
        cloth="orange",
        background="sky blue",
    )
    said = {caption(spec, np.random.default_rng(seed)) for seed in range(200)}
    assert (
        "a serious person with long spiky red hair, round glasses and a beard, wearing an orange shirt"
        in said
    )
    assert all("glasses" in one and "hat" not in one for one in said)


@pytest.mark.parametrize("text", ["", "a smiling person", "long red hair and black hair", "green hair"])
def test_other_sentences_are_refused(text: str):
    with pytest.raises(ValueError, match="does not name the hair of one person"):
        parsed(text)
