"""What the VAE tab waits for, each fast path against a slow and obvious one in the same run.

Run with ``pytest tests/benchmarks --benchmark-only -s``. The network is the trained one where there is a
checkpoint, and else one of its size that saw some digits for a few seconds.
"""

import math
import time
from collections.abc import Callable

import numpy as np
import pytest
import torch

from genplay.data import examples
from genplay.engine import checkpoints
from genplay.engine.answer import Engine, Models
from genplay.errors import UserError
from genplay.families.base import Drawing, Loading
from genplay.families.vae import Cloud, Decode, Encode, Manifold, Plane, Sandwich, Sandwiched, quantiles
from genplay.models import vae
from genplay.models.vae import Vae

DRAWINGS = [Drawing.of(bits.reshape(28, 28)) for bits in examples.test_digits().bits[:8]]
PLANE = Plane.along((0, 1), (0.0, 0.0))
STEP = 0.03  # of the plain grid: a usual posterior's deviation


class Made:
    architecture, measured, calibration = "vae", None, {}

    def __init__(self, network: Vae) -> None:
        self.network = network


def hardly_trained() -> Vae:
    torch.manual_seed(0)
    x = torch.from_numpy(examples.test_digits().bits).float()
    network = vae.build(vae.Config(latent=2))
    optimiser = torch.optim.Adam(network.parameters(), lr=2e-3)
    for _ in range(120):
        batch = x[torch.randint(len(x), (200,))]
        loss = -vae.elbo(network, batch, torch.randn(1, 200, 2)).mean()
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 100.0)
        optimiser.step()
    return network.eval()


@pytest.fixture(scope="module")
def engine() -> Engine:
    torch.set_num_threads(1)
    try:
        loaded = checkpoints.load("vae_2d")
    except UserError:
        loaded = Made(hardly_trained())
    engine = Engine(Models(lambda name: loaded))
    for request in (Sandwich("vae_2d", DRAWINGS[0]), Cloud("vae_2d")):
        engine.last(request)  # the table of the lattice and the test digits
    return engine


def seconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def report(name: str, **figures: float) -> None:
    print(f"\n{name}: " + ", ".join(f"{key} {value:.4g}" for key, value in figures.items()))


def network(engine: Engine) -> Vae:
    from genplay.pipelines.vae.coder import Coder

    return engine.models.get("vae_2d", Coder).network


def test_the_manifold(benchmark, engine):
    """400 pictures at once, against one after the other as a slider asks for them."""
    at = quantiles(20).tolist()
    requests = [Decode("vae_2d", PLANE.at(a, b)) for b in at for a in at]
    slow = [seconds(lambda: [engine.last(request) for request in requests]) for _ in range(3)]
    fast = [seconds(lambda: engine.last(Manifold("vae_2d", PLANE))) for _ in range(10)]
    figures = {"ratio": np.median(slow) / np.median(fast), "fast_ms": 1e3 * np.median(fast)}
    report("manifold of 20 x 20, against one picture at a time", **figures)
    assert figures["ratio"] >= 1.5
    benchmark.extra_info.update(figures)
    benchmark(lambda: engine.last(Manifold("vae_2d", PLANE)))


def test_a_slider(benchmark, engine):
    taken = [
        seconds(lambda z=z: engine.last(Decode("vae_2d", (z, 0.3), 7)))
        for z in np.linspace(-3, 3, 600).tolist()
    ]
    figures = {"p50_ms": 1e3 * np.quantile(taken, 0.5), "p99_ms": 1e3 * np.quantile(taken, 0.99)}
    report("slider to picture", **figures)
    benchmark.extra_info.update(figures)
    benchmark(lambda: engine.last(Decode("vae_2d", (0.1, 0.3), 7)))


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
    found = [answers(engine, drawing) for drawing in DRAWINGS]
    first, last = (np.array([times[k][0] for times in found]) for k in (0, -1))
    start = time.perf_counter()
    known = plain(network(engine), DRAWINGS[1], 5.0)
    slow = time.perf_counter() - start
    ledgers = [times[-1][1].ledger for times in found]
    figures = {
        "first_ms": 1e3 * np.median(first),
        "first_worst_ms": 1e3 * first.max(),
        "refined_ms": 1e3 * np.median(last),
        "ratio": slow / last[1],
        "residual": max(abs(ledger.residual) for ledger in ledgers),
        "error": abs(ledgers[1].log_prob - known),
    }
    report("exact log p(x) and posterior of a new drawing, against a plain grid", **figures)
    assert figures["ratio"] >= 5
    assert figures["residual"] < 1e-3
    assert figures["error"] < 1e-3
    benchmark.extra_info.update(figures)
    benchmark.pedantic(lambda: engine.last(Sandwich("vae_2d", DRAWINGS[2])), rounds=5)


def test_ten_thousand_digits(benchmark, engine):
    """All at once, 200 a step, against the first 500 one after the other."""
    digits = [Drawing.of(bits.reshape(28, 28)) for bits in examples.test_digits().bits[:500]]
    slow = 20 * seconds(lambda: [engine.last(Encode("vae_2d", digit)) for digit in digits])

    def encode() -> list[float]:
        anew = Engine(Models(lambda name: Made(network(engine))))
        before, gaps = time.perf_counter(), []
        for step in anew.answer(Cloud("vae_2d")):
            now = time.perf_counter()
            if not isinstance(step, Loading):
                gaps.append(now - before)
            before = now
        return gaps

    gaps = encode()
    figures = {"ratio": slow / sum(gaps), "seconds": sum(gaps), "longest_step_ms": 1e3 * max(gaps)}
    report("10,000 test digits, against one at a time", **figures)
    assert figures["ratio"] >= 1.5
    benchmark.extra_info.update(figures)
    benchmark.pedantic(encode, rounds=3)
