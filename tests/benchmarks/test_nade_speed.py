"""NADE's fast paths against a plain per-pixel torch loop, in one run; figures are ratios of medians.

Run with ``pytest tests/benchmarks --benchmark-only -s``. The loop is the equations in eager torch, pixel by
pixel, on one thread and in inference mode. The pictures are test digits, thresholded as a drawing is.
"""

import time
from collections.abc import Callable

import numpy as np
import pytest
import torch

from genplay.data import examples
from genplay.engine import checkpoints
from genplay.models.nade import Nade
from genplay.models.nade_numpy import Weights, conditionals, sample, update

ROUNDS = 15


@pytest.fixture(scope="module")
def model() -> Nade:
    torch.set_num_threads(1)
    return checkpoints.load("nade").network


@pytest.fixture(scope="module")
def digits() -> np.ndarray:
    return examples.test_digits()[0][:ROUNDS]


@torch.inference_mode()
def plain_conditionals(model: Nade, x: np.ndarray) -> np.ndarray:
    a, ink, logits = model.c, torch.from_numpy(x).float(), []
    for i in range(len(x)):
        logits.append(torch.dot(model.V[i], torch.sigmoid(a)) + model.b[i])
        a = a + ink[i] * model.W[i]
    return torch.stack(logits).numpy()


@torch.inference_mode()
def plain_sample(model: Nade, uniforms: np.ndarray) -> np.ndarray:
    a, u, pixels = model.c, torch.from_numpy(uniforms), []
    for i in range(len(uniforms)):
        p = torch.sigmoid(torch.dot(model.V[i], torch.sigmoid(a)) + model.b[i])
        pixel = (u[i] < p).float()
        pixels.append(pixel)
        a = a + pixel * model.W[i]
    return torch.stack(pixels).numpy().astype(np.uint8)


def seconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def report(name: str, **figures: float) -> None:
    print(f"\n{name}: " + ", ".join(f"{key} {value:.4g}" for key, value in figures.items()))


def test_all_conditionals(benchmark, model: Nade, digits: np.ndarray):
    weights = Weights.of(model)
    plain, fast = [], []
    for x in digits:  # alternating, so that a busy machine slows both
        np.testing.assert_allclose(conditionals(weights, x).logits, plain_conditionals(model, x), atol=1e-4)
        plain.append(seconds(lambda x=x: plain_conditionals(model, x)))
        fast.extend(seconds(lambda x=x: conditionals(weights, x)) for _ in range(10))
    figures = {"ratio": np.median(plain) / np.median(fast), "fast_ms": 1e3 * np.median(fast)}
    report("all conditionals, against the plain loop", **figures)
    assert figures["ratio"] >= 30
    benchmark.extra_info.update(figures)
    benchmark(conditionals, weights, digits[0])


def test_an_update_after_one_pixel(benchmark, model: Nade, digits: np.ndarray):
    weights = Weights.of(model)
    x = digits[0]
    before = conditionals(weights, x)
    full, fast, errors = [], [], []
    for pixel in range(len(x)):
        y = x.copy()
        y[pixel] ^= 1
        pairs = [
            (seconds(lambda y=y: conditionals(weights, y)), seconds(lambda y=y: update(weights, before, y)))
            for _ in range(ROUNDS)
        ]
        full.append(np.median([a for a, _ in pairs]))
        fast.append(np.median([b for _, b in pairs]))
        errors.append(error(update(weights, before, y).logits, conditionals(weights, y).logits))
    ratios = np.array(full) / np.array(fast)
    figures = {
        "mean_of_ratios": ratios.mean(),
        "ratio_of_means": np.mean(full) / np.mean(fast),
        "smallest_ratio": ratios.min(),
        "error_of_p": max(errors),
    }
    report("update after toggling one pixel, against the full pass", **figures)
    assert figures["mean_of_ratios"] >= 3
    assert figures["smallest_ratio"] >= 0.95  # never slower, but for what a clock's jitter makes of a tie
    assert figures["error_of_p"] < 1e-5
    benchmark.extra_info.update(figures)
    middle = x.copy()
    middle[400] ^= 1
    benchmark(update, weights, before, middle)


def error(a: np.ndarray, b: np.ndarray) -> float:
    return float(np.abs(1 / (1 + np.exp(-a)) - 1 / (1 + np.exp(-b))).max())


def test_a_sample(benchmark, model: Nade):
    weights, blank = Weights.of(model), np.zeros(784, np.uint8)
    plain, fast, same = [], [], 0
    for seed in range(ROUNDS):
        uniforms = np.random.default_rng(seed).random(784)
        same += np.array_equal(sample(weights, blank, 0, uniforms), plain_sample(model, uniforms))
        plain.append(seconds(lambda u=uniforms: plain_sample(model, u)))
        fast.extend(seconds(lambda u=uniforms: sample(weights, blank, 0, u)) for _ in range(10))
    figures = {"ratio": np.median(plain) / np.median(fast), "fast_ms": 1e3 * np.median(fast), "same": same}
    report(f"a sample of 784 pixels, against the plain loop ({ROUNDS} seeds)", **figures)
    assert figures["ratio"] >= 20
    benchmark.extra_info.update(figures)
    assert same == ROUNDS
    benchmark(sample, weights, blank, 0, uniforms)
