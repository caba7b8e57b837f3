"""What the StarGAN tab waits for: one edit of 64 by 64, against the bare network in the same run.

Run with ``pytest tests/benchmarks --benchmark-only -s``. The network has the size that is trained, with
weights of no training: it is as fast. All figures are of the time that this thread computes.
"""

import time
from collections.abc import Callable

import numpy as np
import pytest
import torch

from genplay.engine.answer import Engine, Models
from genplay.families.stargan import Edit, Face, Singles
from genplay.models import stargan
from genplay.train.stargan import AVATARS
from tests.pipelines.conftest import Made

EDIT, WALL = 33.0, 500.0  # milliseconds
TIMES = 200


@torch.inference_mode(False)
def loaded(name: str) -> Made:
    torch.manual_seed(0)
    return Made(stargan.build(AVATARS).eval(), "stargan")


@pytest.fixture(scope="module")
def engine() -> Engine:
    torch.set_num_threads(1)
    engine = Engine(Models(loaded))
    engine.last(Edit("stargan", Face()))
    return engine


def milliseconds(action: Callable[[], object]) -> float:
    start = time.thread_time()
    action()
    return 1e3 * (time.thread_time() - start)


def test_one_edit_follows_a_slider(benchmark, engine):
    network = loaded("stargan").network.to(memory_format=torch.channels_last).requires_grad_(False)
    x, planes = torch.zeros(1, 3, 64, 64), torch.zeros(1, 10, 64, 64)
    with torch.inference_mode():
        bare = [milliseconds(lambda: network.generator(x, planes)) for _ in range(TIMES)]
    target = (0.0, 1.0, *(0.0,) * 8)
    asked = [Edit("stargan", Face(), target, target[::-1], step / TIMES) for step in range(TIMES)]
    taken = [milliseconds(lambda request=request: engine.last(request)) for request in asked]
    benchmark(lambda: engine.last(asked[0]))
    p99 = float(np.percentile(taken, 99))
    benchmark.extra_info.update(p99=p99, ratio=float(np.median(taken) / np.median(bare)))
    print(f"\none edit: median {np.median(taken):.1f} ms, p99 {p99:.1f} ms, bare {np.median(bare):.1f} ms")
    assert p99 < EDIT


def test_a_wall_of_single_edits_fills_while_one_looks(benchmark, engine):
    taken = milliseconds(lambda: engine.last(Singles("stargan", Face())))
    benchmark(lambda: engine.last(Singles("stargan", Face())))
    print(f"\nten edits: {taken:.0f} ms")
    assert taken < WALL
