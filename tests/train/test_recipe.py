"""The learning rate's schedule."""

from dataclasses import replace
from itertools import pairwise

import pytest

from genplay.train.recipe import Schedule, learning_rate

SCHEDULE = Schedule(
    steps=12, batch=8, lr=0.05, warmup=3, weight_decay=1e-3, ema=0.9, clip=10.0, validate_every=4
)


def test_the_learning_rate_rises_then_falls_to_nothing():
    rates = [learning_rate(SCHEDULE, step, 12) for step in range(13)]
    assert rates[:4] == pytest.approx([0.05 / 3, 0.1 / 3, 0.05, 0.05])
    assert all(a > b for a, b in pairwise(rates[3:]))
    assert rates[12] == pytest.approx(0)


def test_the_warm_up_does_not_depend_on_the_number_of_steps():
    for step in range(3):
        assert learning_rate(SCHEDULE, step, 0) == learning_rate(SCHEDULE, step, 1000)


def test_a_checkpoint_taken_up_is_warmed_up_again():
    plain = [learning_rate(SCHEDULE, step, SCHEDULE.steps) for step in range(SCHEDULE.steps)]
    first = SCHEDULE.warmup + 2
    again = [learning_rate(SCHEDULE, step, SCHEDULE.steps, first) for step in range(first, SCHEDULE.steps)]
    for done, (rate, whole) in enumerate(zip(again, plain[first:], strict=True), start=1):
        assert rate == pytest.approx(whole * min(1, done / SCHEDULE.warmup))


def test_a_last_part_rises_and_falls_once_more():
    whole = replace(SCHEDULE, steps=20, last=8, last_lr=0.02)
    rates = [learning_rate(whole, step, 20) for step in range(21)]
    assert rates[:12] == [learning_rate(SCHEDULE, step, 12) for step in range(12)]
    assert rates[12] == pytest.approx(0.02 / 3)
    assert max(rates[12:]) <= 0.02
    assert all(a > b for a, b in pairwise(rates[14:]))
    assert rates[20] == pytest.approx(0)
    assert [learning_rate(whole, step, 20, 12) for step in range(12, 20)] == rates[12:20]
    assert learning_rate(whole, 2, 0) == rates[2]  # while the number of steps is unknown
