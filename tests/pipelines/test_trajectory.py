"""By whichever way a step is reached, what is there is the same to the last bit."""

from functools import lru_cache

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from genplay.families.training import Plan
from genplay.pipelines import snapshots
from genplay.pipelines.trajectory import KEPT, Trajectories

WALL = 3  # a hyper-parameter with which step 7, and no other, cannot be taken


class Pair:
    """Two networks that move each other at random, as a GAN's do; what a step does depends on its number."""

    def __init__(self, setup, size=3):
        self.tensors = (torch.full((size,), float(setup)), torch.ones(2), torch.zeros(()))
        self.taken = []

    def step(self, n, hyper):
        if hyper == WALL and n == 7:
            return None
        generator = torch.Generator().manual_seed(100 * n + 1)
        one, other, mean = self.tensors
        one.mul_(0.9).add_(torch.randn(one.shape, generator=generator) * (hyper + other.sum()))
        other.sub_(0.1 * one[:2])
        mean.lerp_(one.mean(), 0.1)
        self.taken.append(n)
        return float(one.sum()), float(mean)


@lru_cache(maxsize=4096)
def reference(plan, step):
    """What it is like after some steps, or as many as can be taken: from the beginning, every time."""
    learner, rows = Pair(plan.setup), []
    for n in range(step):
        row = learner.step(n, plan.at(n))
        if row is None:
            break
        rows.append(row)
    return learner.tensors, np.array(rows, np.float32).reshape(-1, 2), len(rows)


def check(way, plan):
    tensors, rows, step = reference(plan, way.step)
    assert way.step == step
    assert way.plan == plan
    assert all(map(torch.equal, way.learner.tensors, tensors))
    np.testing.assert_array_equal(way.records.first(way.step).reshape(-1, 2), rows)


plans = st.builds(
    lambda setup, start, later: Plan(setup, ((0, start), *sorted(later.items()))),
    st.integers(0, 1),
    st.integers(0, WALL),
    st.dictionaries(st.integers(1, 25), st.integers(0, WALL), max_size=3),
)
steps = st.integers(0, 30)
walks = st.lists(
    st.tuples(plans, steps, st.none() | steps, st.none() | st.integers(0, 4)), min_size=1, max_size=8
)


@pytest.fixture(params=[0.0, 1e9], ids=["yields at each step", "yields at the end"])
def pace(request):
    return request.param


@settings(max_examples=50)
@given(walk=walks, space=st.integers(6, 9))
def test_any_walk_leads_where_the_straight_way_does(pace, walk, space):
    """Some legs are given up after a few steps, as a newer request does it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(snapshots, "MOST", space)
        ways = Trajectories(Pair, pace=pace)
        for plan, step, since, patience in walk:
            answer, last = ways.reach(plan, step, since=since), None
            for number, way in enumerate(answer):
                check(way, plan)
                last = way
                if number == patience:
                    break
            else:
                assert last is not None
                assert last.step == reference(plan, step)[2]
            answer.close()


@settings(max_examples=30)
@given(walk=st.lists(st.tuples(plans, steps, st.none() | steps), min_size=2, max_size=4), data=st.data())
def test_several_who_are_on_the_way_at_once_do_not_disturb_each_other(walk, data):
    ways = Trajectories(Pair, pace=0.0)
    going = [(plan, step, ways.reach(plan, step, since=since)) for plan, step, since in walk]
    while going:
        plan, step, answer = going[data.draw(st.integers(0, len(going) - 1))]
        way = next(answer, None)
        if way is None:
            going.remove((plan, step, answer))
        else:
            check(way, plan)


def test_the_same_plan_may_be_walked_twice_at_once():
    plan = Plan.of(0, 1)
    ways = Trajectories(Pair, pace=0.0)
    one, other = ways.reach(plan, 9), ways.reach(plan, 4)
    first = [next(one).step for _ in range(6)][-1]
    for way in other:
        check(way, plan)
    assert next(one).step == first + 1
    check(next(one), plan)


def reached(ways, plan, step, since=None):
    *_, way = ways.reach(plan, step, since=since)
    return way


def test_a_later_step_goes_on_and_an_earlier_one_is_near_a_snapshot():
    plan, ways = Plan.of(0, 1), Trajectories(Pair, pace=0.0)
    way = reached(ways, plan, 200)
    assert way.learner.taken == list(range(200))
    way = reached(ways, plan, 210)
    assert way.learner.taken == list(range(210))
    way = reached(ways, plan, 209)  # it was yielded, and so it is kept
    assert len(way.learner.taken) == 210
    assert way.step == 209


def test_a_change_on_the_way_is_no_beginning():
    plan, ways = Plan.of(0, 1), Trajectories(Pair, pace=0.0)
    first = reached(ways, plan, 100)
    changed = plan.changed(100, 2)
    assert reached(ways, changed, 101) is first  # nothing was trained beyond: it gives its plan up
    assert first.learner.taken == list(range(101))
    back = reached(ways, plan, 101)  # another way, but from the snapshot at 100 on
    assert back is not first
    assert back.learner.taken == [100]
    check(back, plan)


def test_since_walks_what_a_snapshot_would_leave_out():
    plan, ways = Plan.of(0, 1), Trajectories(Pair, pace=0.0)
    reached(ways, plan, 60)
    assert [way.step for way in ways.reach(plan, 60)] == [60]
    reached(ways, plan, 50)
    assert [way.step for way in ways.reach(plan, 60)] == [60]
    assert [way.step for way in ways.reach(plan, 60, since=50)] == list(range(51, 61))
    assert [way.step for way in ways.reach(plan, 50, since=70)] == [50]


def test_a_step_that_cannot_be_taken_is_remembered_and_nothing_is_lost():
    plan, ways = Plan.of(0, WALL), Trajectories(Pair, pace=0.0)
    way = reached(ways, plan, 30)
    assert (way.step, way.stuck) == (7, 7)
    again = reached(ways, plan, 99)
    assert again is way
    assert way.learner.taken == list(range(7))
    assert reached(ways, plan, 3).step == 3
    assert way.stuck == 7
    saved = reached(ways, plan.changed(7, 1), 30)
    assert (saved.step, saved.stuck) == (30, None)
    check(saved, plan.changed(7, 1))
    assert reached(ways, plan, 30).stuck == 7


def test_a_step_that_fails_half_way_leaves_no_half_a_step():
    class Failing(Pair):
        fails = True

        def step(self, n, hyper):
            if n == 5 and self.fails:
                self.tensors[0].zero_()
                raise MemoryError
            return super().step(n, hyper)

    plan, ways = Plan.of(0, 1), Trajectories(Failing, pace=1e9)
    with pytest.raises(MemoryError):
        reached(ways, plan, 9)
    Failing.fails = False
    way = reached(ways, plan, 9)
    check(way, plan)


def test_a_few_plans_are_kept_and_the_oldest_goes_first():
    ways = Trajectories(Pair, pace=1e9)
    first = reached(ways, Plan.of(0, 1), 5)
    for setup in range(1, KEPT):
        reached(ways, Plan.of(setup, 1), 5)
    assert reached(ways, Plan.of(0, 1), 5) is first
    reached(ways, Plan.of(9, 1), 5)
    assert len(ways) == KEPT
    assert reached(ways, Plan.of(0, 1), 5) is first
    assert reached(ways, Plan.of(1, 1), 5).learner.taken == [0, 1, 2, 3, 4]


def test_memory_is_bounded_whatever_is_asked(monkeypatch):
    """Each plan's snapshots keep to the budget, and plans that share them do not pay for them twice."""
    size = 4 * 1000 + 8 + 4
    monkeypatch.setattr(snapshots, "BUDGET", 10 * size)
    ways = Trajectories(lambda setup: Pair(setup, 1000), pace=0.0)
    plan, held = Plan.of(0, 1), []
    for change in range(12):
        plan = plan.changed(10 * change, change % 3)
        held.append(reached(ways, plan, 10 * change + 25))
    held = held[-KEPT:]
    distinct = {id(tensor): tensor.nbytes for way in held for at in way.ring.steps for tensor in way.ring[at]}
    assert all(len(way.ring.steps) <= 10 for way in held)
    assert 10 * size <= sum(distinct.values()) <= KEPT * 10 * size


def test_who_gives_up_leaves_the_way_to_others():
    plan, ways = Plan.of(0, 1), Trajectories(Pair, pace=0.0)
    answer = ways.reach(plan, 50)
    way = [next(answer) for _ in range(5)][-1]
    assert way.busy
    answer.close()
    assert not way.busy
    assert reached(ways, plan, 10) is way
    assert way.learner.taken == list(range(10))


def test_time_is_counted_by_the_step():
    way = reached(Trajectories(Pair, pace=0.0), Plan.of(0, 1), 12)
    assert way.taken == 12
    assert way.trained > 0
