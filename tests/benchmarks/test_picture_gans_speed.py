"""What the tabs of InfoGAN and DCGAN wait for, against the bare networks in the same run.

Run with ``pytest tests/benchmarks --benchmark-only -s``, of the models that ship. What is promised is of the
time that this thread computes, which others at work on the computer lengthen less; that by the clock is told.
"""

import time
from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pytest
import torch

from genplay.engine import checkpoints
from genplay.engine.answer import Engine
from genplay.families.dcgan import DIRECTIONS, MODELS, Between, Latent, Samples, Show, blended
from genplay.families.infogan import Make, Wall

FRAME, LARGE_FRAME, WALL = 16.7, 33.0, 400.0  # milliseconds; of pictures of 64 by 64 the second
TIMES = 200
ENDS = [blended([(0.3, Latent(x=x + 0.1 * step, y=0.3)) for step in range(12)]) for x in (0.5, 7.5)]
"""Sums of many seeds."""


class Taken(NamedTuple):
    """Milliseconds."""

    clock: float
    thread: float


@pytest.fixture(scope="module")
def engine() -> Engine:
    torch.set_num_threads(1)
    engine = Engine()
    for request in (Make("infogan", 0), *(Show(name, Latent()) for name in MODELS)):
        engine.last(request)
    return engine


def taken_by(action: Callable[[], object]) -> Taken:
    clock, thread = time.perf_counter(), time.thread_time()
    action()
    return Taken(1e3 * (time.perf_counter() - clock), 1e3 * (time.thread_time() - thread))


def told(figures: dict[str, float]) -> str:
    return ", ".join(f"{name} {value:.2f}" for name, value in figures.items())


def _slid(name: str, step: int) -> Show:
    return Show(name, Latent(x=0.5, y=0.5, along=(step / TIMES, *(1.0,) * (DIRECTIONS - 1))))


def bare(name: str) -> Callable[[], object]:
    network = checkpoints.load(name).network.requires_grad_(requires_grad=False)
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
    network = bare(name)
    alone = np.median([taken_by(network).thread for _ in range(20)])
    taken = [taken_by(lambda step=step: engine.last(ask(step))) for step in range(TIMES)]
    clock, thread = (np.array(column) for column in zip(*taken, strict=True))
    figures = {"p50_ms": np.median(thread), "p99_ms": np.quantile(thread, 0.99)}
    figures |= {"clock_p50_ms": np.median(clock), "clock_p99_ms": np.quantile(clock, 0.99)}
    figures["ratio"] = figures["p50_ms"] / alone
    print(f"\n{name}, latent to picture: {told(figures)}")
    assert figures["p99_ms"] < most
    benchmark.extra_info.update(figures)
    benchmark(lambda: engine.last(ask(0)))


@pytest.mark.parametrize(
    "request_",
    [Wall("infogan"), Samples("dcgan_fashion"), Samples("dcgan_avatars")],
    ids=["infogan", "dcgan", "dcgan avatars"],
)
def test_a_whole_wall(benchmark, engine, request_):
    taken = [taken_by(lambda: engine.last(request_)) for _ in range(7)]
    steps = []
    before = time.thread_time()
    for _ in engine.answer(request_):
        now = time.thread_time()
        steps.append(1e3 * (now - before))
        before = now
    clock, thread = (float(np.median(column)) for column in zip(*taken, strict=True))
    figures = {"median_ms": thread, "clock_median_ms": clock, "longest_step_ms": max(steps)}
    print(f"\n{request_.family}, a whole wall: {told(figures)}")
    assert figures["median_ms"] < WALL
    assert figures["longest_step_ms"] < 30
    benchmark.extra_info.update(figures)
    benchmark(lambda: engine.last(request_))
