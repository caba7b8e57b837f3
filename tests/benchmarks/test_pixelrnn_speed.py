"""PixelRNN's fast paths against full forward passes of the same network, in one run; ratios of medians.

Run with ``pytest tests/benchmarks --benchmark-only -s``. The plain way to sample is a forward pass of the
whole network for each of the 784 pixels; one of them is timed and counted 784 times.
"""

import time
from collections.abc import Callable

import numpy as np
import pytest
import torch

from genplay.data import examples
from genplay.engine import checkpoints
from genplay.families import FAMILIES
from genplay.models.pixelrnn_numpy import Weights, conditionals, gradient, samples, update
from genplay.train.evaluate import log_probs

ROUNDS = 9
MODELS = [name for family in FAMILIES for name in family.models if name in ("row_lstm", "diagonal_bilstm")]


@pytest.fixture(scope="module", params=MODELS)
def model(request):
    torch.set_num_threads(1)
    return checkpoints.load(request.param).network


@pytest.fixture(scope="module")
def digits() -> np.ndarray:
    return examples.test_digits()[0]


def seconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


@torch.inference_mode()
def forward(model, x: np.ndarray) -> np.ndarray:
    return model(torch.from_numpy(x)[None].float())[0].numpy()


def report(name: str, **figures: float) -> None:
    print(f"\n{name}: " + ", ".join(f"{key} {value:.4g}" for key, value in figures.items()))


def test_a_sample(benchmark, model, digits):
    weights, blank = Weights.of(model), np.zeros(784, np.uint8)

    def one(seed: int = 0) -> np.ndarray:
        uniforms = np.random.default_rng(seed).random((1, 784))
        *_, (pictures, _) = samples(weights, blank, 0, uniforms, 1.0, 784)
        return pictures[0]

    plain, fast, errors = [], [], []
    for seed in range(ROUNDS):
        drawn = one(seed)
        p = 1 / (1 + np.exp(-forward(model, drawn).astype(float)))
        errors.append((drawn != (np.random.default_rng(seed).random(784) < p)).sum())
        plain.append(784 * seconds(lambda x=drawn: forward(model, x)))
        fast.append(seconds(lambda s=seed: one(s)))
    figures = {"ratio": np.median(plain) / np.median(fast), "fast_ms": 1e3 * np.median(fast)}
    report(f"{model.config.kind}: a sample, against 784 forward passes", **figures, different=sum(errors))
    benchmark.extra_info.update(figures)
    assert figures["ratio"] >= 100
    assert sum(errors) == 0
    benchmark(one)


def test_all_conditionals_and_an_edit(benchmark, model, digits):
    weights = Weights.of(model)
    full, edits, errors = [], [], []
    for x in digits[:ROUNDS]:
        before = conditionals(weights, x)
        errors.append(np.abs(before.logits - forward(model, x)).max())
        full.append(seconds(lambda x=x: conditionals(weights, x)))
        for row in range(28):
            edited = x.copy()
            edited[28 * row + 14] ^= 1
            edits.append(seconds(lambda y=edited, b=before: update(weights, b, y)))
    figures = {
        "full_ms": 1e3 * np.median(full),
        "ratio_of_an_edit": np.median(full) / np.mean(edits),
        "error_of_logits": max(errors),
    }
    report(f"{model.config.kind}: all conditionals of a drawing, and an edit in any row", **figures)
    benchmark.extra_info.update(figures)
    assert figures["full_ms"] < 50
    assert figures["error_of_logits"] < 1e-4
    benchmark(conditionals, weights, digits[0])


def test_what_the_last_pixel_sees(benchmark, model, digits):
    weights, last = Weights.of(model), model.config.dims - 1

    def derived(x: np.ndarray) -> torch.Tensor:
        given = torch.from_numpy(x)[None].float().requires_grad_()
        return torch.autograd.grad(model(given)[0, last], given)[0]

    plain, fast, longest = [], [], []
    for x in digits[:ROUNDS]:
        plain.append(seconds(lambda x=x: derived(x)))
        layers, steps = gradient(weights, x, last), []
        for _ in range(2 * model.config.layers):
            steps.append(seconds(lambda s=layers: next(s)))
        fast.append(sum(steps))
        longest.append(max(steps))
    figures = {"ratio": np.median(plain) / np.median(fast), "fast_ms": 1e3 * np.median(fast)}
    report(
        f"{model.config.kind}: what the last pixel sees, against a backward pass",
        **figures,
        longest_layer_ms=1e3 * np.median(longest),
    )
    benchmark.extra_info.update(figures)
    assert figures["ratio"] > 1
    benchmark(lambda: list(gradient(weights, digits[0], last)))


def test_scoring_many(benchmark, model, digits):
    some = digits[:400]
    log_probs(model, some[:100])  # compiled, where there is a compiler
    taken = seconds(lambda: log_probs(model, some))
    report(f"{model.config.kind}: scoring in batches", pictures_a_second=len(some) / taken)
    benchmark.pedantic(log_probs, (model, some[:100]), rounds=1)
