"""Snapshots: bounded, dense about here, shared but never written to; and the records of the steps."""

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from genplay.pipelines import snapshots
from genplay.pipelines.snapshots import LEAST, MOST, Records, Ring, room


def walked(ring, steps):
    for step in steps:
        ring.keep(step, [torch.tensor([float(step)])])
    return ring


def test_a_snapshot_is_a_copy():
    tensor, ring = torch.tensor([1.0, 2.0]), Ring(5)
    ring.keep(3, [tensor])
    tensor.zero_()
    assert torch.equal(ring[3][0], torch.tensor([1.0, 2.0]))


@given(st.lists(st.integers(0, 300), min_size=1, max_size=120), st.integers(LEAST, 12))
def test_it_never_holds_more_than_it_has_room_for_and_forgets_neither_the_first_nor_the_last_shown(
    steps, space
):
    ring = Ring(space)
    walked(ring, [0])
    new: list[int] = []
    for step in steps:
        new += [step] if step not in ring else []
        walked(ring, [step])
        assert len(ring.steps) <= space
        assert {0, step, *new[-3:]} <= set(ring.steps)
        assert all(float(ring[kept][0]) == kept for kept in ring.steps)


def test_far_from_here_snapshots_are_far_apart_and_near_they_are_near():
    ring = walked(Ring(20), range(5000))
    for back in range(5000):
        target = 4999 - back
        assert target - ring.nearest(target) <= 20 * back**0.5, back


def test_going_back_step_by_step_stays_cheap():
    """Each step back is taken from the nearest snapshot on, keeping what lies between: a few steps each."""
    ring, count = walked(Ring(20), range(2000)), 0
    for target in range(1998, -1, -1):
        again = range(ring.nearest(target), target + 1)
        walked(ring, again)
        count += len(again)
    assert count < 10 * 2000


def test_the_nearest_is_never_ahead():
    ring = walked(Ring(8), [0, 10, 20])
    assert [ring.nearest(step) for step in (0, 9, 10, 19, 500)] == [0, 0, 10, 10, 20]
    with pytest.raises(ValueError, match="max"):
        Ring(8).nearest(5)


def test_until_shares_the_tensors_and_nothing_else():
    ring = walked(Ring(8), [0, 10, 20])
    part = ring.until(10)
    assert part.steps == [0, 10]
    assert part[10][0] is ring[10][0]
    walked(part, [15])
    assert 15 in part
    assert 15 not in ring


@given(st.integers(0, 10**9), st.integers(1, 3))
def test_the_room_keeps_to_the_budget(size, count):
    class Sized:
        nbytes = size

    found = room([Sized()] * count)
    assert LEAST <= found <= MOST
    assert found * size * count <= max(snapshots.BUDGET, LEAST * size * count)


def test_records_grow_and_a_step_taken_again_says_nothing_new():
    records = Records()
    assert records.first(5).shape[0] == 0
    for n in range(700):
        records.put(n, (n, -n))
    records.put(3, (0, 0))
    assert len(records) == 700
    np.testing.assert_array_equal(records.first(700)[:, 0], np.arange(700))
    np.testing.assert_array_equal(records.first(9999)[:, 1], -np.arange(700))


def test_what_was_given_out_of_the_records_does_not_change():
    records = Records()
    records.put(0, (1.0,))
    given_out = records.first(1)
    given_out[0] = 7
    other = Records(records.first(1))
    other.put(1, (2.0,))
    assert records.first(2).tolist() == [[1.0]]
    assert other.first(2).tolist() == [[1.0], [2.0]]
