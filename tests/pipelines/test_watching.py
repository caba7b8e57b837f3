"""Looking on: how far it is at every yield, what there is to draw now and then and at the end."""

from dataclasses import dataclass
from typing import ClassVar

import pytest
import torch

from genplay.errors import UserError
from genplay.families.training import MOST_STEPS, Advancing, Plan, Train
from genplay.pipelines.trajectory import Trajectories
from genplay.pipelines.watching import watched


@dataclass(frozen=True, slots=True)
class Count(Train[int, int]):
    family: ClassVar[str] = "nothing"


class Counter:
    def __init__(self, setup):
        self.tensors = (torch.zeros(()),)

    def step(self, n, hyper):
        self.tensors[0].add_(hyper)
        return (float(self.tensors[0]),)


def look(request, pause=0.0, share=0.0):
    ways = Trajectories(Counter, pace=0.0)
    shown = lambda way: (way.step, float(way.learner.tensors[0]))  # noqa: E731
    return list(watched(ways, request, shown, pause=pause, share=share))


def test_every_step_is_told_and_shown_where_there_is_time():
    assert look(Count(Plan.of(0, 2), 3)) == [
        Advancing(0, 3),
        *(one for step in (1, 2, 3) for one in (Advancing(step, 3), (step, 2.0 * step))),
    ]


def test_the_end_is_shown_even_where_there_is_no_time():
    found = look(Count(Plan.of(0, 1), 40), pause=1e9)
    assert [one for one in found if not isinstance(one, Advancing)] == [(1, 1.0), (40, 40.0)]


def test_what_is_walked_again_begins_where_it_is_told_to():
    found = look(Count(Plan.of(0, 1), 5, since=3))
    assert found[0] == Advancing(3, 5)
    assert found[-1] == (5, 5.0)


@pytest.mark.parametrize(("step", "since"), [(-1, None), (MOST_STEPS + 1, None), (5, -1)])
def test_a_step_that_there_is_not_is_refused_in_a_sentence(step, since):
    with pytest.raises(UserError, match="there is no step"):
        look(Count(Plan.of(0, 1), step, since))
