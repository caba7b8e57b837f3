"""A linear probe: the one minimum of what it minimises, whatever the latents' scale."""

import numpy as np
import pytest
import torch

from genplay.engine.checkpoints import CLASSES
from genplay.train import probe
from genplay.train.probe import Probe, accuracy


def codes(count: int = 400, spread: float = 1.0, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Normal codes of three latents about a centre for each class, and their classes."""
    draw = np.random.default_rng(seed)
    centres = draw.normal(size=(CLASSES, 3)) * 4
    labels = draw.integers(0, CLASSES, count).astype(np.uint8)
    return (centres[labels] + spread * draw.normal(size=(count, 3))).astype(np.float32), labels


def standardised(mu: np.ndarray) -> np.ndarray:
    return (mu.astype(float) - mu.astype(float).mean(0)) / mu.astype(float).std(0)


def logits(lines: np.ndarray, mu: np.ndarray) -> np.ndarray:
    return mu.astype(float) @ lines[:, :-1].T + lines[:, -1]


def test_classes_that_straight_lines_separate_are_told_apart():
    corners = np.eye(CLASSES, dtype=np.float32).repeat(20, 0)
    labels = np.arange(CLASSES, dtype=np.uint8).repeat(20)
    found = Probe.of(probe.fit(corners, labels))
    assert (found.weight.shape, found.bias.shape) == ((CLASSES, CLASSES), (CLASSES,))
    assert found.weight.dtype == found.bias.dtype == np.float32
    assert (found.classes(corners) == labels).all()


def test_at_the_minimum_the_gradient_is_zero():
    mu, labels = codes()
    lines = probe.fit(mu, labels)
    z, sd = standardised(mu), mu.astype(float).std(0)
    weight = lines[:, :-1] * sd  # of standardised latents again
    bias = lines[:, -1] + lines[:, :-1] @ mu.astype(float).mean(0)
    p = np.exp(logits(lines, mu))
    p /= p.sum(1, keepdims=True)
    wrong = p - np.eye(CLASSES)[labels]
    # d/dW of -sum log p + |W|^2 / 2, and likewise of b
    np.testing.assert_allclose(wrong.T @ z + weight, 0, atol=1e-4)
    np.testing.assert_allclose(wrong.sum(0) + bias, 0, atol=1e-4)


def test_no_other_lines_are_better():
    mu, labels = codes(100)
    z, mean, sd = torch.from_numpy(standardised(mu)), mu.astype(float).mean(0), mu.astype(float).std(0)
    lines = probe.fit(mu, labels)
    weight = lines[:, :-1] * sd
    best = torch.from_numpy(np.column_stack((weight, lines[:, -1] + lines[:, :-1] @ mean)))
    truth = torch.from_numpy(labels).long()
    least = probe.loss(best, z, truth)
    draw = torch.Generator().manual_seed(0)
    for _ in range(20):
        step = 0.01 * torch.randn(best.shape, generator=draw, dtype=best.dtype)
        assert probe.loss(best + step, z, truth) > least


def test_the_same_codes_give_the_same_bytes():
    mu, labels = codes()
    assert probe.fit(mu, labels).tobytes() == probe.fit(mu, labels).tobytes()


def test_a_latents_scale_and_place_are_of_no_account():
    mu, labels = codes()
    moved = mu.astype(float) * (100, 0.01, 3) + (5, -0.2, 0)
    found = logits(probe.fit(moved, labels), moved)
    np.testing.assert_allclose(found, logits(probe.fit(mu, labels), mu), atol=1e-4)


@pytest.mark.parametrize("constant", [0.0, 0.1, -3.7])
def test_a_latent_that_is_always_the_same_tells_nothing(constant):
    mu, labels = codes(397)
    dead = np.column_stack((mu, np.full(len(mu), constant, np.float32)))
    lines = probe.fit(dead, labels)
    assert np.abs(lines[:, 3]).max() < 1e-6
    np.testing.assert_allclose(lines[:, :3], probe.fit(mu, labels)[:, :3], atol=1e-5)


def test_a_class_that_was_never_seen_is_never_guessed():
    mu, labels = codes()
    found = Probe.of(probe.fit(mu[labels != 4], labels[labels != 4]))
    assert 4 not in found.classes(mu)


def test_the_confusion_counts_true_classes_in_rows():
    weight = np.zeros((CLASSES, 1), np.float32)
    bias = np.zeros(CLASSES, np.float32)
    weight[7], bias[3] = 1, 0.5  # a 7 beyond a half, a 3 before it
    found = Probe(weight=weight, bias=bias)
    mu, labels = np.array([[1.0], [0.0], [1.0], [0.0]], np.float32), np.array([7, 7, 1, 3], np.uint8)
    counts = found.confusion(mu, labels)
    assert (counts.shape, counts.dtype, counts.sum()) == ((CLASSES, CLASSES), np.float32, 4)
    assert counts[7, 7] == counts[7, 3] == counts[1, 7] == counts[3, 3] == 1
    assert accuracy(counts) == pytest.approx(50)


def test_a_probe_does_better_than_guessing_on_codes_it_never_saw():
    mu, labels = codes(2000, spread=0.5)
    found = Probe.of(probe.fit(mu[:1000], labels[:1000]))
    assert accuracy(found.confusion(mu[1000:], labels[1000:])) > 90
    shuffled = np.random.default_rng(1).permutation(labels[:1000])
    chance = Probe.of(probe.fit(mu[:1000], shuffled))
    assert accuracy(chance.confusion(mu[1000:], labels[1000:])) < 30
