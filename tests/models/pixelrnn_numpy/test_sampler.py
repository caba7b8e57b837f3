"""Samples grow by the plain network's conditionals, keep what is to be kept, and are distributed alike."""

from itertools import product

import numpy as np
import pytest
import torch

from genplay.models.nade import log_bernoulli
from genplay.models.pixelrnn_numpy import Weights, conditionals, samples
from genplay.models.pixelrnn_numpy.sampler import Sampler

WIDTH, DIMS = 7, 35
STARTS = [0, 3, WIDTH, 2 * WIDTH + 2, DIMS - 1, DIMS]


def drawn(weights, x, start, uniforms, temperature=1.0, stride=6):
    return list(samples(weights, x, start, uniforms, temperature, stride))


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("temperature", [1.0, 0.6])
def test_samples_follow_the_plain_networks_conditionals(network, weights, plain, noise, start, temperature):
    x, uniforms = noise(network(), start), np.random.default_rng(start).random((4, DIMS))
    final, _ = drawn(weights, x, start, uniforms, temperature)[-1]
    for pixels, row in zip(final, uniforms, strict=True):
        p = 1 / (1 + np.exp(-plain(network(), pixels) / temperature))
        assert np.array_equal(pixels[:start], x[:start])
        assert np.array_equal(pixels[start:], (row < p)[start:])


@pytest.mark.parametrize("start", STARTS)
def test_a_step_is_the_beginning_of_the_whole_and_blank_beyond(network, weights, noise, start):
    x, uniforms = noise(network()), np.random.default_rng(start).random((4, DIMS))
    steps = drawn(weights, x, start, uniforms)
    assert [done for _, done in steps] == [*range(start + 6, DIMS, 6), DIMS]
    for pixels, done in steps:
        assert np.array_equal(pixels[:, :done], steps[-1][0][:, :done])
        assert not pixels[:, done:].any()


@pytest.mark.parametrize("start", STARTS)
def test_what_stood_behind_the_start_does_not_matter(network, weights, noise, start):
    x, uniforms = noise(network()), np.random.default_rng(0).random((4, DIMS))
    other = x.copy()
    other[start:] ^= 1
    found, same = (drawn(weights, kept, start, uniforms)[-1][0] for kept in (x, other))
    assert np.array_equal(found, same)


@pytest.mark.parametrize(("uniform", "pixel"), [(0.0, 1), (1.0, 0)])
def test_a_uniform_at_the_end_of_its_range_decides_whatever_the_model_says(weights, uniform, pixel):
    blank = np.zeros(DIMS, np.uint8)
    (pictures, _), *_ = drawn(weights, blank, 0, np.full((2, DIMS), uniform), stride=DIMS)
    assert (pictures == pixel).all()


def test_the_samplers_logits_are_those_of_the_network_at_every_pixel(long_rows, noise):
    x = noise(long_rows, 5, count=2)
    with torch.no_grad():
        expected = long_rows(torch.from_numpy(x).double()).numpy()
    sampler = Sampler(Weights.of(long_rows), len(x))
    for pixel in range(long_rows.config.dims):
        np.testing.assert_allclose(sampler.logits(pixel), expected[:, pixel], atol=1e-4, rtol=0)
        sampler.put(pixel, x[:, pixel])


def test_nor_do_they_differ_after_rows_that_are_taken_over(long_rows, plain, noise):
    rows, width = 3, long_rows.config.width
    weights, x = Weights.of(long_rows), noise(long_rows, 6)
    sampler, expected = Sampler(weights, 1), plain(long_rows, x)
    sampler.take_rows(conditionals(weights, x), rows)
    for pixel in range(rows * width, long_rows.config.dims):
        assert sampler.logits(pixel)[0] == pytest.approx(expected[pixel], abs=1e-4)
        sampler.put(pixel, x[pixel : pixel + 1])


def test_samples_are_distributed_as_the_model_says(network):
    model = network(height=2, width=3)
    every = np.array(list(product((0, 1), repeat=6)), np.uint8)
    with torch.no_grad():
        x = torch.from_numpy(every).double()
        p = log_bernoulli(model(x), x).sum(-1).exp().numpy()
    count = 50_000
    uniforms = np.random.default_rng(0).random((count, 6))
    (found, _), *_ = drawn(Weights.of(model), np.zeros(6, np.uint8), 0, uniforms)
    observed = np.bincount(found @ (1 << np.arange(5, -1, -1)), minlength=64)
    rare = p * count < 5
    expected = np.append(p[~rare], p[rare].sum() + 1e-12) * count  # the rare ones are one cell
    seen = np.append(observed[~rare], observed[rare].sum())
    statistic = ((seen - expected) ** 2 / expected).sum()
    freedom = len(expected) - 1
    assert statistic < freedom + 4 * np.sqrt(2 * freedom)  # four standard deviations of the chi-square
