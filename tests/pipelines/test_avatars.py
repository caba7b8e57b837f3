"""Faces of the StarGAN tab and their true edits: shipped, drawn, or there are none."""

import numpy as np
import pytest

from genplay.data.avatars import render
from genplay.data.avatars import spec as specs
from genplay.data.avatars.examples import examples
from genplay.families.base import Note
from genplay.families.stargan import Face
from genplay.pipelines import avatars

drawn = pytest.mark.skipif(bool(render.missing()), reason="what draws avatars is not installed")


def held(number: int) -> np.ndarray:
    return specs.attributes(examples().specs[number]).astype(np.float32)


def test_examples_come_with_what_they_are():
    known = avatars.known(Face(number=5))
    np.testing.assert_array_equal(known.picture, examples().images[5])
    np.testing.assert_array_equal(known.held, held(5))
    assert len(known.code) == 20


def test_the_right_answer_to_no_change_is_the_face():
    known = avatars.known(Face(number=5))
    np.testing.assert_array_equal(avatars.answers(known, held(5)), known.picture[None])


def test_nothing_is_right_for_a_picture_or_between_two_attributes():
    known = avatars.known(Face(number=5))
    assert avatars.answers(avatars.Known(known.picture), held(5)) is None
    assert avatars.answers(known, held(5) * 0.5) is None
    two_colours = held(5)
    two_colours[:4] = 1
    assert avatars.answers(known, two_colours) is None


@drawn
def test_where_a_hat_comes_off_any_hair_is_right():
    number = next(at for at, spec in enumerate(examples().specs) if specs.covered(spec))
    known = avatars.known(Face(number=number))
    target = held(number)
    target[8] = 0
    right = avatars.answers(known, target)
    assert len(right) == 6
    np.testing.assert_array_equal(right[0], examples().edits[number, 8])
    assert len({picture.tobytes() for picture in right}) == 6


@drawn
def test_what_has_to_be_drawn_is_all_that_is_drawn(monkeypatch):
    made, render_ = [], avatars.render.render
    for number in (1, next(at for at, spec in enumerate(examples().specs) if specs.covered(spec))):
        known = avatars.known(Face(number=number))
        for changes in ((), (8,), (5, 9), (6,)):
            target = held(number)
            target[list(changes)] = 1 - target[list(changes)]
            avatars.drawn.cache_clear()
            wanted = avatars.to_draw(known, target)
            monkeypatch.setattr(avatars.render, "render", lambda spec: made.append(spec) or render_(spec))
            made.clear()
            avatars.answers(known, target)
            assert made == wanted
    half = held(1)
    half[5] = 0.5
    assert avatars.to_draw(avatars.known(Face(number=1)), half) == []


def test_of_a_single_change_what_ships_is_not_drawn_again(monkeypatch):
    monkeypatch.setattr(avatars.render, "render", pytest.fail)
    avatars.drawn.cache_clear()
    for number, spec in enumerate(examples().specs):
        known, target = avatars.known(Face(number=number)), held(number)
        for change in (5, 6, 7, 8, 9):
            if change == 8 and specs.covered(spec):
                continue
            target[change] = 1 - target[change]
            assert avatars.to_draw(known, target) == []
            right = avatars.answers(known, target)
            np.testing.assert_array_equal(right, examples().edits[number, change][None])
            target[change] = 1 - target[change]


def test_without_what_draws_several_changes_at_once_have_no_truth(monkeypatch):
    monkeypatch.setattr(avatars.render, "missing", lambda: ["dicebear"])
    known, target = avatars.known(Face(number=5)), held(5)
    target[9] = 1 - target[9]
    np.testing.assert_array_equal(avatars.answers(known, target)[0], examples().edits[5, 9])
    target[7] = 1 - target[7]
    assert isinstance(avatars.answers(known, target), Note)


def test_doing_nothing_is_the_measure_of_what_is_missed():
    image = np.zeros((64, 64, 3), np.uint8)
    right = image.copy()
    right[:8] = 100
    halfway = image.copy()
    halfway[:8] = 50
    halfway[20] = 10
    found = avatars.compared(halfway, avatars.Known(image), np.stack([right, right + 100]))
    assert found.inside == pytest.approx(0.5)
    assert found.outside == pytest.approx(10 / 56)
    assert avatars.compared(image, avatars.Known(image), image[None]).inside is None
