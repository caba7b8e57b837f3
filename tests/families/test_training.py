"""A plan: who begins alike goes alike, and what was set for later is forgotten with a change."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from genplay.families import training
from genplay.families.training import MOST_STEPS, Plan

hypers = st.integers(0, 2)
plans = st.builds(
    lambda setup, first, later: Plan(setup, ((0, first), *sorted(later.items()))),
    st.integers(0, 1),
    hypers,
    st.dictionaries(st.integers(1, 12), hypers, max_size=4),
)


def taken(plan, count=16):
    """What each step is taken with, looked up the slow way."""
    found, current = [], None
    for step in range(count):
        current = dict(plan.segments).get(step, current)
        found.append(current)
    return found


@given(plans)
def test_a_step_is_taken_with_what_was_set_last(plan):
    assert [plan.at(step) for step in range(16)] == taken(plan)


@given(plans, st.integers(0, 14), hypers)
def test_a_change_leaves_what_was_before_and_nothing_of_what_was_to_come(plan, step, hyper):
    changed = plan.changed(step, hyper)
    assert taken(changed)[:step] == taken(plan)[:step]
    assert set(taken(changed)[step:]) == {hyper}
    assert changed.setup == plan.setup
    assert changed.changed(step, hyper) == changed


def test_to_set_what_is_set_already_adds_no_segment():
    plan = Plan.of("setup", 1).changed(5, 2)
    assert plan.changed(9, 2) == plan
    assert plan.changed(5, 1) == Plan.of("setup", 1)


@given(plans, plans)
def test_what_two_plans_share_is_where_they_first_differ(one, other):
    shared = one.shared(other)
    assert shared == other.shared(one)
    if one.setup != other.setup:
        assert shared == 0
        return
    both = list(zip(taken(one), taken(other), strict=True))
    differ = [step for step, (a, b) in enumerate(both) if a != b]
    assert shared == (differ[0] if differ else MOST_STEPS)


@pytest.mark.parametrize(
    "segments",
    [(), ((1, 0),), ((0, 0), (0, 1)), ((0, 0), (5, 1), (3, 0)), ((0, 0), (MOST_STEPS + 1, 1))],
)
def test_segments_that_make_no_plan_are_refused(segments):
    with pytest.raises(ValueError, match="segment"):
        Plan("setup", segments)


def test_too_many_segments_are_refused(monkeypatch):
    monkeypatch.setattr(training, "MOST_SEGMENTS", 2)
    Plan("setup", ((0, 0), (1, 1)))
    with pytest.raises(ValueError, match="at most 2"):
        Plan("setup", ((0, 0), (1, 1), (2, 0)))


def test_a_plan_is_a_value():
    plan = Plan.of("setup", 1).changed(3, 2)
    assert plan == Plan("setup", ((0, 1), (3, 2)))
    assert hash(plan) == hash(Plan("setup", ((0, 1), (3, 2))))
    assert msgspec.json.decode(msgspec.json.encode(plan), type=Plan[str, int]) == plan
