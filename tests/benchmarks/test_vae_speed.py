"""What the VAE tab waits for, each fast path against a slow and obvious one in the same run.

Run with ``pytest tests/benchmarks --benchmark-only -s`` on a machine with nothing else to do: these are
milliseconds. The models are the shipped ones, of two latents and of fifty.
"""

import math
import time
from collections.abc import Callable

import numpy as np
import pytest
import torch

from genplay.data import examples
from genplay.engine.answer import Engine
from genplay.families.base import Drawing, Loading
from genplay.families.vae import (
    CODES,
    LATENTS,
    Cloud,
    Decode,
    Encode,
    Evidence,
    Manifold,
    Plane,
    Sandwich,
    Sandwiched,
    Working,
    quantiles,
)
from genplay.models import vae
from genplay.models.vae import Vae
from genplay.pipelines.vae.coder import Coder
from tests.benchmarks.dragging import EVENTS, dragged

MODELS = ("vae_2d", "vae")
DRAWINGS = [Drawing.of(bits.reshape(28, 28)) for bits in examples.test_digits().bits[:24]]
STEP = 0.03  # of the plain grid: a usual posterior's deviation


@pytest.fixture(scope="module")
def engine() -> Engine:
    engine = Engine()
    torch.set_num_threads(1)
    for model in MODELS:
        engine.last(Cloud(model))
    engine.last(Sandwich("vae_2d", DRAWINGS[0]))  # the table of the lattice
    return engine


def code(model: str, value: float) -> tuple[float, ...]:
    return (value, *[0.3] * (LATENTS[model] - 1))


def plane(model: str) -> Plane:
    return Plane.along((0, 1), (0.0,) * LATENTS[model])


def seconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def report(name: str, **figures: float) -> None:
    print(f"\n{name}: " + ", ".join(f"{key} {value:.4g}" for key, value in figures.items()))


def network(engine: Engine, model: str) -> Vae:
    return engine.models.get(model, Coder).network


@pytest.mark.parametrize("model", MODELS)
def test_the_manifold(benchmark, engine, model):
    """400 pictures at once, against one after the other as a slider asks for them."""
    at, shown = quantiles(20).tolist(), plane(model)
    requests = [Decode(model, shown.at(a, b)) for b in at for a in at]
    slow = [seconds(lambda: [engine.last(request) for request in requests]) for _ in range(3)]
    fast = [seconds(lambda: engine.last(Manifold(model, shown))) for _ in range(10)]
    figures = {"ratio": np.median(slow) / np.median(fast), "fast_ms": 1e3 * np.median(fast)}
    report(f"manifold of 20 x 20 of {model}, against one picture at a time", **figures)
    assert figures["ratio"] >= 1.5
    assert figures["fast_ms"] < 100
    benchmark.extra_info.update(figures)
    benchmark(lambda: engine.last(Manifold(model, shown)))


@pytest.mark.parametrize("model", MODELS)
def test_a_slider(benchmark, engine, model):
    """From an event to its picture through the worker; against the decoder alone, which is most of it."""
    bare = network(engine, model)
    with torch.inference_mode():
        z = torch.tensor([code(model, 0.1)])
        alone = np.median([seconds(lambda: torch.sigmoid(bare.decode(z)).numpy()) for _ in range(300)])
    asked = [Decode(model, code(model, 6 * event / EVENTS - 3), 7) for event in range(EVENTS)]
    taken = benchmark.pedantic(dragged, (engine, asked), rounds=1)
    figures = {
        "p50_ms": np.quantile(taken, 0.5),
        "p99_ms": np.quantile(taken, 0.99),
        "ratio": np.quantile(taken, 0.5) / (1e3 * alone),
    }
    report(f"slider of {model} to picture at 60 events a second", **figures)
    assert len(taken) == EVENTS
    assert figures["p99_ms"] < 16.7
    benchmark.extra_info.update(figures)


def answers(engine: Engine, drawing: Drawing) -> list[tuple[float, Sandwiched]]:
    """Return the seconds until each ledger, and the ledger."""
    start, found = time.perf_counter(), []
    for step in engine.answer(Sandwich("vae_2d", drawing)):
        if isinstance(step, Sandwiched):
            found.append((time.perf_counter() - start, step))
    return found


@torch.inference_mode()
def plain(network: Vae, drawing: Drawing, reach: float) -> float:
    """Return log p(x) by one grid of equal steps over the square where the prior is."""
    along = torch.arange(-reach, reach, STEP)
    x, total = torch.from_numpy(drawing.flat()).float(), -math.inf
    for codes in torch.cartesian_prod(along, along).split(500):
        log_p = vae.log_likelihood(network, x, codes).double() - 0.5 * codes.square().sum(1).double()
        total = np.logaddexp(total, float(torch.logsumexp(log_p, 0)))
    return total - math.log(2 * math.pi) + 2 * math.log(STEP)


def test_the_sandwich_of_a_new_drawing(benchmark, engine):
    """First answer and refined one, against a plain grid fine enough for the same posterior."""
    found = [answers(engine, drawing) for drawing in DRAWINGS[1:]]
    first, last = (np.array([times[k][0] for times in found]) for k in (0, -1))
    start = time.perf_counter()
    known = plain(network(engine, "vae_2d"), DRAWINGS[1], 5.0)
    slow = time.perf_counter() - start
    ledgers = [times[-1][1].ledger for times in found]
    figures = {
        "first_ms": 1e3 * np.median(first),
        "first_p90_ms": 1e3 * np.quantile(first, 0.9),
        "refined_ms": 1e3 * np.median(last),
        "ratio": slow / last[0],
        "residual": max(abs(ledger.residual) for ledger in ledgers),
        "error": abs(ledgers[0].log_prob - known),
    }
    report("exact log p(x) and posterior of a new drawing, against a plain grid", **figures)
    assert figures["ratio"] >= 5
    assert figures["first_ms"] < 150
    assert figures["residual"] < 1e-3
    assert figures["error"] < 1e-3
    benchmark.extra_info.update(figures)
    benchmark.pedantic(lambda: engine.last(Sandwich("vae_2d", DRAWINGS[2])), rounds=5)


@pytest.mark.parametrize("model", MODELS)
def test_ten_thousand_digits(benchmark, engine, model):
    """All at once, 200 a step, against the first 500 one after the other."""
    digits = [Drawing.of(bits.reshape(28, 28)) for bits in examples.test_digits().bits[:500]]
    slow = 20 * seconds(lambda: [engine.last(Encode(model, digit)) for digit in digits])

    def encode() -> list[float]:
        anew, before, gaps = Engine(), time.perf_counter(), []
        for step in anew.answer(Cloud(model)):
            now = time.perf_counter()
            if not isinstance(step, Loading):
                gaps.append(now - before)
            before = now
        return gaps

    gaps = encode()
    figures = {"ratio": slow / sum(gaps), "seconds": sum(gaps), "longest_step_ms": 1e3 * max(gaps)}
    report(f"10,000 test digits by {model}, against one at a time", **figures)
    assert figures["ratio"] >= 1.5
    assert figures["seconds"] < 2
    benchmark.extra_info.update(figures)
    benchmark.pedantic(encode, rounds=3)


@pytest.mark.parametrize("model", MODELS)
def test_a_bound(benchmark, engine, model):
    """A drawing's bound by the usual codes in one step, against codes decoded one after the other."""
    bare, x = network(engine, model), torch.from_numpy(DRAWINGS[1].flat()).float()
    engine.last(Evidence(model, DRAWINGS[1]))

    @torch.inference_mode()
    def one_by_one() -> None:
        for eps in torch.randn(CODES, 1, 1, LATENTS[model]):
            vae.log_weights(bare, x[None], eps)

    slow = [seconds(one_by_one) for _ in range(3)]
    fast = [seconds(lambda k=k: engine.last(Evidence(model, DRAWINGS[k]))) for k in range(20)]
    figures = {"ratio": np.median(slow) / np.median(fast), "fast_ms": 1e3 * np.median(fast)}
    report(f"bound of {model} by {CODES} codes, against one code at a time", **figures)
    assert figures["ratio"] >= 3
    benchmark.extra_info.update(figures)
    benchmark(lambda: engine.last(Evidence(model, DRAWINGS[2])))


def test_the_table_of_the_lattice(benchmark):
    """What the first sandwich after opening waits for, against one code at a time."""
    anew = Engine()
    anew.last(Encode("vae_2d", DRAWINGS[0]))
    before, gaps = time.perf_counter(), []
    for step in anew.answer(Sandwich("vae_2d", DRAWINGS[0])):
        now = time.perf_counter()
        if isinstance(step, Working) and step.done is not None:
            gaps.append(now - before)
        before = now
    slow = seconds(lambda: [anew.last(Decode("vae_2d", (0.1, 0.2))) for _ in range(500)])
    figures = {
        "ratio": slow * 128**2 / 500 / sum(gaps),
        "seconds": sum(gaps),
        "longest_step_ms": 1e3 * max(gaps),
    }
    report("the decoder at 128 x 128 codes, against one at a time", **figures)
    assert figures["ratio"] >= 1.5
    benchmark.extra_info.update(figures)
    benchmark.pedantic(lambda: anew.last(Sandwich("vae_2d", DRAWINGS[3])), rounds=3)
