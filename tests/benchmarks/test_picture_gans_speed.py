"""What the tabs of InfoGAN and DCGAN wait for, against the bare networks in the same run.

Run with ``pytest tests/benchmarks --benchmark-only -s``. The networks have the sizes that are trained, with
weights of no training: they are as fast. All figures are of the time that this thread computes.
"""

import time
from collections.abc import Callable

import numpy as np
import pytest
import torch

from genplay.engine.answer import Engine, Models
from genplay.families.dcgan import DIRECTIONS, Between, Latent, Samples, Show, blended
from genplay.families.infogan import Make, Wall
from genplay.models import dcgan, infogan
from genplay.train.dcgan import CONFIGS as DCGANS
from genplay.train.infogan import CONFIGS as INFOGANS
from tests.pipelines.conftest import Made

FRAME, LARGE_FRAME, WALL = 16.7, 33.0, 400.0  # milliseconds; of pictures of 64 by 64 the second
TIMES = 200
ENDS = [blended([(0.3, Latent(x=x + 0.1 * step, y=0.3)) for step in range(12)]) for x in (0.5, 7.5)]
"""Sums of many seeds."""


@torch.inference_mode(False)
def loaded(name: str) -> Made:
    torch.manual_seed(0)
    if name in DCGANS:
        return Made(dcgan.build(DCGANS[name]).eval(), "dcgan")
    return Made(infogan.build(INFOGANS[name]).eval(), "infogan")


@pytest.fixture(scope="module")
def engine() -> Engine:
    torch.set_num_threads(1)
    engine = Engine(Models(loaded))
    for request in (Make("infogan", 0), *(Show(name, Latent()) for name in DCGANS)):
        engine.last(request)
    return engine


def milliseconds(action: Callable[[], object]) -> float:
    start = time.thread_time()
    action()
    return 1e3 * (time.thread_time() - start)


def _slid(name: str, step: int) -> Show:
    return Show(name, Latent(x=0.5, y=0.5, along=(step / TIMES, *(1.0,) * (DIRECTIONS - 1))))


def bare(name: str) -> Callable[[], object]:
    network = loaded(name).network.requires_grad_(requires_grad=False)
    z = torch.randn(1, network.config.noise)
    if name == "infogan":
        return lambda: network.generator(z, torch.eye(10)[:1], torch.zeros(1, 2))
    return lambda: network.generator(z)


@pytest.mark.parametrize(
    ("name", "ask", "most"),
    [
        ("infogan", lambda step: Make("infogan", 3, (step / TIMES, 0.0)), FRAME),
        ("dcgan_fashion", lambda step: Show("dcgan_fashion", Latent(x=step / TIMES)), FRAME),
        ("dcgan_fashion", lambda step: _slid("dcgan_fashion", step), FRAME),
        ("dcgan_fashion", lambda step: Between("dcgan_fashion", ENDS[0], ENDS[1], step / TIMES), FRAME),
        ("dcgan_avatars", lambda step: _slid("dcgan_avatars", step), LARGE_FRAME),
    ],
    ids=["infogan", "dcgan plane", "dcgan slider", "dcgan walk between sums", "dcgan avatars slider"],
)
def test_latent_to_picture(benchmark, engine, name, ask, most):
    alone = np.median([milliseconds(bare(name)) for _ in range(20)])
    taken = [milliseconds(lambda step=step: engine.last(ask(step))) for step in range(TIMES)]
    figures = {"p50_ms": np.median(taken), "p99_ms": np.quantile(taken, 0.99)}
    figures["ratio"] = figures["p50_ms"] / alone
    print(f"\n{name}, latent to picture: {figures}")
    assert figures["p99_ms"] < most
    benchmark.extra_info.update(figures)
    benchmark(lambda: engine.last(ask(0)))


@pytest.mark.parametrize(
    "request_",
    [Wall("infogan"), Samples("dcgan_fashion"), Samples("dcgan_avatars")],
    ids=["infogan", "dcgan", "dcgan avatars"],
)
def test_a_whole_wall(benchmark, engine, request_):
    taken = [milliseconds(lambda: engine.last(request_)) for _ in range(7)]
    steps = []
    before = time.thread_time()
    for _ in engine.answer(request_):
        now = time.thread_time()
        steps.append(1e3 * (now - before))
        before = now
    figures = {"median_ms": np.median(taken), "longest_step_ms": max(steps)}
    print(f"\n{request_.family}, a whole wall: {figures}")
    assert figures["median_ms"] < WALL
    assert figures["longest_step_ms"] < 30
    benchmark.extra_info.update(figures)
    benchmark(lambda: engine.last(request_))
