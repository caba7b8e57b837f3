"""What the StarGAN tab waits for: one edit of 64 by 64, against the bare network in the same run.

Run with ``pytest tests/benchmarks --benchmark-only -s``. The network is the one that ships. All figures are
of the time that this thread computes.
"""

import time
from collections.abc import Callable

import numpy as np
import pytest
import torch

from genplay.data.avatars import render
from genplay.engine import checkpoints
from genplay.engine.answer import Engine
from genplay.families.stargan import EXAMPLES, Edit, Face, Meet, Singles, toggled

EDIT, WALL = 33.0, 500.0  # milliseconds
TIMES = 200


@pytest.fixture(scope="module")
def engine() -> Engine:
    torch.set_num_threads(1)
    engine = Engine()
    engine.last(Singles("stargan", Face()))  # as the tab begins: it makes ready to draw
    return engine


def milliseconds(action: Callable[[], object]) -> float:
    start = time.thread_time()
    action()
    return 1e3 * (time.thread_time() - start)


def told(name: str, taken: list[float], bare: float) -> float:
    p99 = float(np.percentile(taken, 99))
    print(f"\n{name}: median {np.median(taken):.1f} ms, p99 {p99:.1f} ms, bare {bare:.1f} ms")
    return p99


@pytest.fixture(scope="module")
def bare(engine) -> float:
    """The median of the network alone."""
    network = checkpoints.load("stargan").network.to(memory_format=torch.channels_last)
    x, planes = torch.zeros(1, 3, 64, 64), torch.zeros(1, 10, 64, 64)
    with torch.inference_mode():
        return float(np.median([milliseconds(lambda: network.generator(x, planes)) for _ in range(TIMES)]))


def test_one_edit_follows_a_slider(benchmark, engine, bare):
    target = (0.0, 1.0, *(0.0,) * 8)
    asked = [Edit("stargan", Face(), target, target[::-1], step / TIMES) for step in range(TIMES)]
    taken = [milliseconds(lambda request=request: engine.last(request)) for request in asked]
    benchmark(lambda: engine.last(asked[0]))
    p99 = told("one edit", taken, bare)
    benchmark.extra_info.update(p99=p99, ratio=float(np.median(taken) / bare))
    assert p99 < EDIT


@pytest.mark.skipif(bool(render.missing()), reason="what draws avatars is not installed")
def test_one_edit_of_any_avatar_is_there_with_its_truth(benchmark, engine, bare):
    """Of a hat that comes off there are six truths, each of which is drawn when it is first asked for."""
    asked = []
    for number in range(EXAMPLES):
        met = engine.last(Meet("stargan", Face(number=number)))
        own = tuple(met.held.tolist())
        asked += [Edit("stargan", Face(number=number), toggled(own, at, met.groups), own) for at in range(10)]
    taken = [milliseconds(lambda request=request: engine.last(request)) for request in asked]
    benchmark(lambda: engine.last(asked[0]))
    p99 = told("one edit with its truth", taken, bare)
    benchmark.extra_info.update(p99=p99, ratio=float(np.median(taken) / bare))
    assert p99 < EDIT


def test_a_wall_of_single_edits_fills_while_one_looks(benchmark, engine):
    taken = milliseconds(lambda: engine.last(Singles("stargan", Face())))
    benchmark(lambda: engine.last(Singles("stargan", Face())))
    print(f"\nten edits: {taken:.0f} ms")
    assert taken < WALL
