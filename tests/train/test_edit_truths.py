"""How far an edit is from the truth: inside and outside the true change, by hand."""

import numpy as np
import pytest

from genplay.data.avatars import cache, render
from genplay.data.avatars import spec as specs
from genplay.train.edit_truths import Missed, Truths, missed

IMAGE = np.zeros((64, 64, 3), np.uint8)
RIGHT = IMAGE.copy()
RIGHT[:8] = 100


def test_inside_is_a_share_of_doing_nothing_and_outside_a_mean_level():
    edited = RIGHT.copy()
    edited[:4] = 60  # 40 of 100 away in half of the change
    edited[32:36] = 14  # and 14 levels in a fourteenth of the rest
    found = missed(edited, IMAGE, RIGHT[None])
    assert found.share == pytest.approx(0.2)
    assert found.beside == pytest.approx(1.0)
    assert missed(IMAGE, IMAGE, RIGHT[None]).share == 1
    assert missed(RIGHT, IMAGE, RIGHT[None]) == Missed(0, 8 * 64 * 300, 8 * 64 * 3, 0, 56 * 64 * 3)


def test_errors_add_up_before_they_are_divided():
    large, small = Missed(10, 100, 1, 0, 1), Missed(9, 10, 1, 4, 1)
    assert (large + small).share == pytest.approx(19 / 110)
    assert (large + small).beside == 2
    assert Missed().share == Missed().beside == 0


def test_the_nearest_of_the_right_answers_counts():
    other = np.full_like(IMAGE, 200)
    assert missed(other, IMAGE, np.stack([RIGHT, other])).share == 0


@pytest.mark.skipif(bool(render.missing()), reason="what draws avatars is not installed")
def test_every_edit_has_its_answers():
    rng = np.random.default_rng(3)
    known = [specs.random(rng) for _ in range(12)]
    codes = np.stack([specs.code(spec) for spec in known])
    truths = Truths.of(cache.Avatars(np.stack([render.render(spec) for spec in known]), codes))
    hat = specs.ATTRIBUTES.index("Hat")
    for spec, answers in zip(known, truths.answers, strict=True):
        assert [len(answer) for at, answer in enumerate(answers) if at != hat] == [1] * 9
        assert len(answers[hat]) == (6 if spec.hat else 1)
        np.testing.assert_array_equal(answers[6][0], render.render(specs.edited(spec, "Beard")))
    assert any(spec.hat for spec in known)
