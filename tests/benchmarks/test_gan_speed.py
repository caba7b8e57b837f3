"""How fast a GAN is trained live: against a bare loop of the same steps, and against autograd.

Run with ``pytest tests/benchmarks --benchmark-only -s``. All figures but those of a slider are of the time
that this thread computes: what else the machine does is left out.
"""

import time
from collections.abc import Callable

import numpy as np
import pytest
import torch

from genplay.engine.answer import Engine, Models
from genplay.families.gan import GanPlan, GanStep, Hyper, Setup, TrainGan, first
from genplay.families.training import MOST_STEPS, Advancing
from genplay.families.vae import Decode
from genplay.models import gan2d
from genplay.models.flat import Flat
from genplay.models.gan2d_live import BETAS, LiveGan
from genplay.pipelines import gan
from genplay.pipelines.trajectory import Trajectories
from tests.benchmarks.dragging import EVENTS, dragged

STEPS = 600
PLAN = first()
HYPER = PLAN.at(0)


@pytest.fixture(autouse=True)
def fresh(monkeypatch):
    torch.set_num_threads(1)
    monkeypatch.setattr(gan, "_ways", Trajectories(gan._begin))


def seconds(action: Callable[[], object]) -> float:
    start = time.thread_time()
    action()
    return time.thread_time() - start


def report(name: str, **figures: float) -> None:
    print(f"\n{name}: " + ", ".join(f"{key} {value:.4g}" for key, value in figures.items()))


def bare() -> None:
    learner = gan._begin(PLAN.setup)
    for n in range(STEPS):
        learner.step(n, HYPER)


def answered() -> list[float]:
    """Train by the engine; return the seconds of each step of the answer."""
    gan._ways = Trajectories(gan._begin)
    taken, before = [], time.thread_time()
    for step in Engine(Models()).answer(TrainGan(PLAN, STEPS)):
        now = time.thread_time()
        assert isinstance(step, Advancing | GanStep) or not taken  # torch is loaded before
        taken.append(now - before)
        before = now
    return taken


class Plain:
    """The same steps by the modules, autograd and the same Adam."""

    def __init__(self, learner: LiveGan) -> None:
        self.learner = learner
        self.forger, self.judge = gan2d.Generator(gan2d.Config()), gan2d.Discriminator(gan2d.Config())
        self.flats = Flat(self.judge, betas=BETAS), Flat(self.forger, betas=BETAS)

    def step(self, n: int) -> None:
        generator = self.learner._draws.at(n + 1)
        real, noise = gan._learnt(PLAN.setup).real.draw(HYPER.batch, generator), self.noise(generator)
        with torch.no_grad():
            fake = self.forger(noise)
        f_real, f_fake = self.judge(torch.cat([real, fake])).split(HYPER.batch)
        self.descend(0, n, gan2d.minimax_discriminator(f_real, f_fake))
        self.descend(1, n, gan2d.nonsaturating_generator(self.judge(self.forger(self.noise(generator)))))

    def noise(self, generator: torch.Generator) -> torch.Tensor:
        return self.learner._noise(HYPER.batch, generator)

    def descend(self, player: int, n: int, loss: torch.Tensor) -> None:
        self.flats[player].clear()
        loss.backward()
        loss.item()
        self.flats[player].adam(n, rate=HYPER.rate_d)


def test_a_training_that_is_watched(benchmark):
    """Previews, snapshots and all take at most a fifth of the time; 300 steps of D and G a second."""
    bare()
    loops, watched = zip(*[(seconds(bare), sum(answered())) for _ in range(5)], strict=True)
    gaps = answered()
    figures = {
        "bare_per_second": STEPS / min(loops),
        "watched_per_second": STEPS / min(watched),
        "share_of_bare": min(loops) / min(watched),
        "gap_p50_ms": 1e3 * np.quantile(gaps, 0.5),
        "gap_p99_ms": 1e3 * np.quantile(gaps, 0.99),
    }
    report("D and G steps a second, watched and in a bare loop", **figures)
    assert figures["share_of_bare"] >= 0.8
    assert figures["watched_per_second"] >= 300
    benchmark.extra_info.update(figures)
    benchmark.pedantic(bare, rounds=3)


def test_the_gradient_that_is_written_out(benchmark):
    """Against autograd."""
    learner = gan._begin(PLAN.setup)
    plain = Plain(learner)
    slow = min(seconds(lambda: [plain.step(n) for n in range(STEPS)]) for _ in range(4))
    fast = min(seconds(bare) for _ in range(4))
    figures = {"ratio": slow / fast, "fast_ms": 1e3 * fast / STEPS}
    report("a step by the written gradient, against autograd", **figures)
    assert figures["ratio"] >= 1.5
    benchmark.extra_info.update(figures)
    benchmark.pedantic(bare, rounds=3)


def test_a_preview(benchmark):
    plan = PLAN
    (way,) = [way for way in gan._ways.reach(plan, 50) if way.arrived(50)]
    request = TrainGan(plan, 50)
    taken = [seconds(lambda: gan._shown(way, request)) for _ in range(30)]
    report("all there is to draw", p50_ms=1e3 * np.median(taken), worst_ms=1e3 * max(taken))
    benchmark.pedantic(lambda: gan._shown(way, request), rounds=10)


@pytest.mark.parametrize("loss", ["nonsaturating", "wasserstein"])
def test_a_slider_of_another_tab_while_it_trains(benchmark, loss):
    """The VAE's latent that is dragged, 60 events a second, while a GAN trains as fast as it can."""
    engine = Engine()
    torch.set_num_threads(1)
    codes = [Decode("vae_2d", (6 * event / EVENTS - 3, 0.3), 7) for event in range(EVENTS)]
    alone = dragged(engine, codes)
    training = TrainGan(GanPlan.of(Setup(), Hyper(loss=loss)), MOST_STEPS, since=0)
    taken = benchmark.pedantic(dragged, (engine, codes, training), rounds=1)
    figures = {
        "p50_ms": np.quantile(taken, 0.5),
        "p99_ms": np.quantile(taken, 0.99),
        "ratio": np.quantile(taken, 0.5) / np.quantile(alone, 0.5),
    }
    report(f"slider of the VAE to picture while a GAN with the loss {loss} trains", **figures)
    assert len(taken) == EVENTS
    assert figures["p99_ms"] < 16.7
    benchmark.extra_info.update(figures)
