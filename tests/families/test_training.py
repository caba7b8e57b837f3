"""A plan: who begins alike goes alike, and what was set for later is forgotten with a change."""

from dataclasses import dataclass

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from genplay.families import training
from genplay.families.training import MOST_STEPS, RECORDED, Live, Plan, Train, block_means, check_ranges

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


@pytest.mark.parametrize("wrong", [{"step": -1}, {"step": MOST_STEPS + 1}, {"step": 5, "goal": 4}])
def test_a_step_or_goal_that_there_is_not_is_refused(wrong):
    Live(plan=Plan.of(0, 1), step=5, goal=5)
    with pytest.raises(ValueError, match=next(reversed(wrong))):
        Live(plan=Plan.of(0, 1), **wrong)


def test_what_rests_asks_for_its_step_and_what_goes_on_for_its_goal():
    plan = Plan.of(0, 1)
    assert Train.of(Live(plan=plan, step=5)) == Train(plan, 5)
    assert Train.of(Live(plan=plan, step=5, goal=9)) == Train(plan, 9, since=5)
    assert Train.trains


@pytest.mark.parametrize("count", [0, 1, RECORDED, RECORDED + 1, 2 * RECORDED, 5 * RECORDED + 3])
def test_block_means_leave_out_what_was_not_recorded_and_nothing_else(count):
    rng = np.random.default_rng(0)
    rows = rng.random((count, 2)).astype(np.float32)
    rows[rng.random(count) < 0.7, 1] = np.nan
    ends, means = block_means(rows, 2)
    assert means.shape == (len(ends), 2)
    assert len(ends) <= RECORDED
    begin = 0
    for end, (every, some) in zip(ends, means, strict=True):
        block = rows[begin:end].astype(np.float64)
        assert every == pytest.approx(block[:, 0].mean())
        known = block[~np.isnan(block[:, 1]), 1]
        assert some == pytest.approx(known.mean()) if len(known) else np.isnan(some)
        begin = end
    assert begin == count


@pytest.mark.parametrize("value", [-0.1, 1.1, float("nan"), float("inf")])
def test_a_number_out_of_range_is_refused_by_name(value):
    @dataclass
    class Values:
        share: float

    check_ranges(Values(0.0), {"share": (0, 1)})
    with pytest.raises(ValueError, match="share must be between 0 and 1"):
        check_ranges(Values(value), {"share": (0, 1)})
