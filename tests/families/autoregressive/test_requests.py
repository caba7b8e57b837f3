"""A question is a value: equal if all that its answer depends on is, and never changed once it is asked."""

from dataclasses import FrozenInstanceError, fields, replace

import pytest

from genplay.families import autoregressive
from genplay.families.autoregressive import (
    COMPLETIONS,
    FAMILY,
    Average,
    Context,
    Question,
    Sample,
    Score,
    WhatIf,
)
from genplay.families.base import Drawing, Request
from genplay.families.orders import RASTER, Order

BLANK = Drawing.blank()
ASKED = (
    Score("nade", BLANK),
    WhatIf("nade", BLANK, pixel=3),
    Context("nade", BLANK, pixel=3),
    Average("nade", BLANK, count=4),
    Sample("nade", BLANK),
)
OTHER = {
    "model": "arn",
    "drawing": BLANK.flipped(5),
    "order": Order("spiral"),
    "reach": 3,
    "pixel": 4,
    "count": 5,
    "start": 6,
    "region": BLANK,
    "seed": 7,
    "temperature": 0.5,
    "path": "other.png",
    "content": b"GIF89a",
    "invert": False,
}
each = pytest.mark.parametrize("asked", ASKED, ids=lambda request: type(request).__name__)
each_field = pytest.mark.parametrize(
    ("asked", "name"),
    [(request, one.name) for request in ASKED for one in fields(request)],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)


def test_every_kind_of_question_is_looked_at_here():
    known = {
        kind
        for kind in vars(autoregressive).values()
        if isinstance(kind, type) and issubclass(kind, Question) and kind is not Question
    }
    assert known == {type(request) for request in ASKED}


@each
def test_the_same_question_is_one_value(asked):
    again = replace(asked)
    assert again is not asked
    assert again == asked
    assert hash(again) == hash(asked)


@each_field
def test_whatever_an_answer_depends_on_makes_another_question(asked, name):
    other = replace(asked, **{name: OTHER[name]})
    assert other != asked
    assert len({other, asked, replace(asked)}) == 2


def test_two_kinds_of_question_are_never_the_same():
    assert len(set(ASKED)) == len(ASKED)
    assert WhatIf("nade", BLANK, pixel=3) != Context("nade", BLANK, pixel=3)


@each_field
def test_a_question_is_not_changed_once_it_is_asked(asked, name):
    with pytest.raises(FrozenInstanceError):
        setattr(asked, name, OTHER[name])


@each
def test_every_question_goes_to_the_pipeline_of_its_family(asked):
    assert isinstance(asked, Request)
    assert asked.family == FAMILY.id


@pytest.mark.parametrize(("kind", "needed"), [(WhatIf, "pixel"), (Context, "pixel"), (Average, "count")])
def test_what_is_asked_about_must_be_said_and_by_its_name(kind, needed):
    with pytest.raises(TypeError, match=needed):
        kind("nade", BLANK)
    with pytest.raises(TypeError, match="positional"):
        kind("nade", BLANK, RASTER, None, 3)


def test_a_number_beside_the_drawing_is_never_taken_for_another():
    with pytest.raises(TypeError, match="positional"):
        Sample("nade", BLANK, RASTER, None, 100)


@pytest.mark.parametrize("asked", ASKED[:-1], ids=lambda request: type(request).__name__)
def test_a_model_reads_row_by_row_and_as_far_as_it_was_trained_unless_told(asked):
    assert (asked.order, asked.reach) == (RASTER, None)


def test_samples_are_of_the_model_itself_and_of_nothing_unless_told():
    sample = Sample("nade", BLANK)
    assert (sample.start, sample.region, sample.temperature) == (0, None, 1.0)
    assert sample.count == COMPLETIONS == 8
    assert sample == Sample("nade", BLANK)  # the seed is no matter of chance
