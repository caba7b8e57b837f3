"""What an avatar is, and what an edit makes of it."""

from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from genplay.data.avatars import spec as specs
from genplay.data.avatars.spec import ATTRIBUTES, FIELDS, HAIR, HAIR_ATTRIBUTES, Spec, edited

avatars = st.builds(Spec, **{name: st.sampled_from(known) for name, known in FIELDS.items()})
vectors = st.tuples(st.integers(0, 3), st.lists(st.integers(0, 1), min_size=6, max_size=6)).map(
    lambda drawn: np.array([*(np.arange(4) == drawn[0]), *drawn[1]], np.uint8)
)


def levels(colour: str) -> np.ndarray:
    return np.array(list(bytes.fromhex(colour[1:])), float)


def test_every_field_has_its_values():
    assert tuple(FIELDS) == tuple(field.name for field in fields(Spec))
    assert all(len(set(known)) == len(known) >= 2 for known in FIELDS.values())


def test_no_two_colours_of_a_kind_are_alike():
    for colours in specs.COLOURS.values():
        shown = np.stack([levels(colour) for colour in colours.values()])
        apart = np.linalg.norm(shown[:, None] - shown, axis=-1)
        assert apart[~np.eye(len(shown), dtype=bool)].min() > 20


def test_hair_stands_out_from_skin():
    """A beard must be seen on every face."""
    for hair in specs.HAIR.values():
        for skin in specs.SKIN.values():
            assert np.linalg.norm(levels(hair) - levels(skin)) > 45


@given(avatars, st.sampled_from(list(FIELDS)))
def test_something_else_is_refused(spec: Spec, name: str):
    with pytest.raises(ValueError, match=name):
        replace(spec, **{name: "green"} if name != "cloth" else {name: "mauve"})


@given(avatars)
def test_numbers_say_it_all(spec: Spec):
    numbers = specs.code(spec)
    assert (numbers.shape, numbers.dtype) == ((len(FIELDS),), np.uint8)
    assert specs.from_code(numbers) == spec


def test_numbers_of_no_avatar_are_refused():
    numbers = specs.code(specs.random(np.random.default_rng(0)))
    for at, known in enumerate(FIELDS.values()):
        wrong = numbers.copy()
        wrong[at] = len(known)
        with pytest.raises(ValueError, match="of number"):
            specs.from_code(wrong)
    with pytest.raises(ValueError, match="20 numbers, not 19"):
        specs.from_code(numbers[1:])


@given(avatars, vectors)
def test_attributes_come_back(spec: Spec, vector: np.ndarray):
    changed = specs.with_attributes(spec, vector)
    np.testing.assert_array_equal(specs.attributes(changed), vector)
    assert specs.with_attributes(changed, specs.attributes(spec)) == spec


@given(avatars)
def test_hair_has_one_colour(spec: Spec):
    vector = specs.attributes(spec)
    assert vector.shape == (10,)
    assert vector[:4].sum() == 1
    assert ATTRIBUTES[int(vector[:4].argmax())] == f"{spec.hair.title()}_Hair"
    for wrong in (vector * 0, np.ones(10), vector[:9], vector + 0.5):
        with pytest.raises(ValueError, match=r"zeros and ones|exactly one colour"):
            specs.with_attributes(spec, wrong)


@given(avatars, st.sampled_from(ATTRIBUTES))
def test_an_edit_changes_one_attribute_and_nothing_else(spec: Spec, attribute: str):
    after = edited(spec, attribute)
    changed = {name for name in FIELDS if getattr(spec, name) != getattr(after, name)}
    at = ATTRIBUTES.index(attribute)
    if attribute in HAIR_ATTRIBUTES:
        assert changed <= {"hair"}
        assert specs.attributes(after)[:4].tolist() == [index == at for index in range(4)]
        assert edited(after, f"{spec.hair.title()}_Hair") == spec
    else:
        assert len(changed) == 1
        differing = np.flatnonzero(specs.attributes(spec) != specs.attributes(after))
        assert differing.tolist() == [at]
        assert edited(after, attribute) == spec


@given(avatars, st.sampled_from(ATTRIBUTES))
def test_only_a_hat_that_comes_off_leaves_a_choice(spec: Spec, attribute: str):
    right = specs.truths(spec, attribute)
    assert right[0] == edited(spec, attribute)
    if attribute == "Hat" and spec.hat:
        assert {one.shape for one in right} == set(FIELDS["shape"])
        assert {replace(one, shape=spec.shape) for one in right} == {right[0]}
    else:
        assert len(right) == 1


@given(avatars)
def test_what_is_not_seen_makes_no_difference(spec: Spec):
    seen = specs.visible(spec)
    assert specs.visible(seen) == seen
    np.testing.assert_array_equal(specs.attributes(seen), specs.attributes(spec))
    assert specs.visible(replace(spec, hat=False, glasses=False, glasses_kind="square")) == specs.visible(
        replace(spec, hat=False, glasses=False, glasses_kind="round")
    )


def test_random_avatars_have_every_value_and_plain_ones_the_first_of_each_kind():
    rng = np.random.default_rng(1)
    rich = [specs.random(rng, rich=True) for _ in range(400)]
    plain = [specs.random(rng) for _ in range(400)]
    for name, known in FIELDS.items():
        assert {getattr(spec, name) for spec in rich} == set(known)
        expected = {known[0]} if name.endswith("_kind") else set(known)
        assert {getattr(spec, name) for spec in plain} == expected
    shares = np.mean([specs.attributes(spec) for spec in plain + rich], axis=0)
    np.testing.assert_allclose(shares, [0.25] * 4 + [0.5, 0.4, 0.35, 0.5, 0.3, 0.35], atol=0.06)


def test_random_draws_are_as_many_whatever_comes_out():
    """So that a split's avatars do not depend on each other's values."""
    one, other = np.random.default_rng(3), np.random.default_rng(3)
    first, second = specs.random(one), specs.random(other, rich=True)
    assert {name for name in FIELDS if getattr(first, name) != getattr(second, name)} <= {
        name for name in FIELDS if name.endswith("_kind")
    }
    assert one.random() == other.random()


def test_vectors_of_many_are_the_vectors_of_each():
    rng = np.random.default_rng(2)
    many = [specs.random(rng, rich=True) for _ in range(20)]
    np.testing.assert_array_equal(
        specs.attributes_of(np.stack([specs.code(spec) for spec in many])),
        np.stack([specs.attributes(spec) for spec in many]),
    )
    assert len(HAIR_ATTRIBUTES) == len(HAIR) == 4
