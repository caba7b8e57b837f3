"""PixelRNN's fast paths give what the plain network gives: conditionals, after any edit,
derivatives, and samples."""

from itertools import product

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from genplay.models import pixelrnn
from genplay.models.nade import log_bernoulli
from genplay.models.pixelrnn import Config, PixelRnn
from genplay.models.pixelrnn_numpy import Weights, conditionals, gradient, samples, update
from genplay.models.pixelrnn_numpy.sampler import Sampler

KINDS = ["row", "diagonal"]
HEIGHT, WIDTH = 5, 7
DIMS = HEIGHT * WIDTH


def network(kind: str, **changes) -> PixelRnn:
    torch.manual_seed(0)
    size = {"height": HEIGHT, "width": WIDTH, "hidden": 5, "layers": 3, "head": 6}
    model = pixelrnn.build(Config(kind=kind, **size | changes))
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(0.3 * torch.randn_like(parameter))
    return model.double().eval()


MODELS = {kind: network(kind) for kind in KINDS}
WEIGHTS = {kind: Weights.of(model) for kind, model in MODELS.items()}
BITS = st.lists(st.integers(0, 1), min_size=DIMS, max_size=DIMS).map(lambda bits: np.array(bits, np.uint8))


@torch.no_grad()
def slow(model: PixelRnn, x: np.ndarray) -> np.ndarray:
    return model(torch.from_numpy(x)[None].double())[0].numpy()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", [{}, {"height": 1}, {"width": 1}, {"height": 9, "width": 3, "layers": 1}])
def test_conditionals_equal_the_plain_network(kind, size):
    model = network(kind, **size)
    weights = Weights.of(model)
    for seed in range(3):
        x = np.random.default_rng(seed).integers(0, 2, model.config.dims).astype(np.uint8)
        np.testing.assert_allclose(conditionals(weights, x).logits, slow(model, x), atol=1e-5)


@pytest.mark.parametrize("kind", KINDS)
@given(x=BITS, y=BITS, pixel=st.integers(0, DIMS - 1))
def test_an_update_equals_all_conditionals_anew(kind, x, y, pixel):
    weights = WEIGHTS[kind]
    before = conditionals(weights, x)
    kept = before.logits.copy()
    edited = x.copy()
    edited[pixel] ^= 1
    after = update(weights, before, edited)
    assert np.array_equal(after.logits, conditionals(weights, edited).logits)
    other = update(weights, after, y)
    assert np.array_equal(other.logits, conditionals(weights, y).logits)
    assert np.array_equal(before.logits, kept)
    assert np.array_equal(update(weights, before, x).logits, kept)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", [{}, {"height": 1}, {"width": 1}, {"height": 9, "width": 3, "layers": 1}])
def test_derivatives_equal_those_of_the_plain_network(kind, size):
    model = network(kind, **size)
    x = np.random.default_rng(1).integers(0, 2, model.config.dims).astype(np.uint8)
    given = torch.from_numpy(x)[None].double().requires_grad_()
    for pixel, logit in enumerate(model(given)[0]):
        (expected,) = torch.autograd.grad(logit, given, retain_graph=True)
        *layers, found = gradient(Weights.of(model), x, pixel)
        assert layers == [None] * (2 * model.config.layers - 1)
        np.testing.assert_allclose(found, expected[0].numpy(), atol=1e-4, rtol=1e-4)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("start", [0, 3, WIDTH, 2 * WIDTH + 2, DIMS - 1, DIMS])
@pytest.mark.parametrize("temperature", [1.0, 0.6])
def test_samples_follow_the_plain_networks_conditionals(kind, start, temperature):
    draw = np.random.default_rng(start)
    x, uniforms = draw.integers(0, 2, DIMS).astype(np.uint8), draw.random((4, DIMS))
    steps = list(samples(WEIGHTS[kind], x, start, uniforms, temperature, 6))
    assert [done for _, done in steps] == [*range(start + 6, DIMS, 6), DIMS]
    final = steps[-1][0]
    for pixels, row in zip(final, uniforms, strict=True):
        p = 1 / (1 + np.exp(-slow(MODELS[kind], pixels) / temperature))
        assert np.array_equal(pixels[:start], x[:start])
        assert np.array_equal(pixels[start:], (row < p)[start:])
    for pixels, done in steps:
        assert np.array_equal(pixels[:, :done], final[:, :done])
        assert not pixels[:, done:].any()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", [{"height": 28, "width": 28}, {"height": 4, "width": 11}])
def test_the_samplers_logits_are_those_of_the_network_at_every_pixel(kind, size):
    model = network(kind, **size)
    x = np.random.default_rng(5).integers(0, 2, (2, model.config.dims)).astype(np.uint8)
    with torch.no_grad():
        expected = model(torch.from_numpy(x).double()).numpy()
    sampler = Sampler(Weights.of(model), len(x))
    for pixel in range(model.config.dims):
        np.testing.assert_allclose(sampler.logits(pixel), expected[:, pixel], atol=1e-4, rtol=0)
        sampler.put(pixel, x[:, pixel])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", [{"height": 28, "width": 28}, {"height": 4, "width": 11}])
def test_nor_do_they_differ_after_rows_that_are_taken_over(kind, size):
    model, rows = network(kind, **size), 3
    weights, width = Weights.of(model), model.config.width
    x = np.random.default_rng(6).integers(0, 2, model.config.dims).astype(np.uint8)
    sampler, expected = Sampler(weights, 1), slow(model, x)
    sampler.take_rows(conditionals(weights, x), rows)
    for pixel in range(rows * width, model.config.dims):
        assert sampler.logits(pixel)[0] == pytest.approx(expected[pixel], abs=1e-4)
        sampler.put(pixel, x[pixel : pixel + 1])


@pytest.mark.parametrize("kind", KINDS)
def test_samples_are_distributed_as_the_model_says(kind):
    model = network(kind, height=2, width=3)
    every = np.array(list(product((0, 1), repeat=6)), np.uint8)
    with torch.no_grad():
        x = torch.from_numpy(every).double()
        p = log_bernoulli(model(x), x).sum(-1).exp().numpy()
    count = 50_000
    uniforms = np.random.default_rng(0).random((count, 6))
    (drawn, _), *_ = samples(Weights.of(model), np.zeros(6, np.uint8), 0, uniforms, 1.0, 6)
    observed = np.bincount(drawn @ (1 << np.arange(5, -1, -1)), minlength=64)
    rare = p * count < 5
    expected = np.append(p[~rare], p[rare].sum() + 1e-12) * count  # the rare ones are one cell
    seen = np.append(observed[~rare], observed[rare].sum())
    statistic = ((seen - expected) ** 2 / expected).sum()
    freedom = len(expected) - 1
    assert statistic < freedom + 4 * np.sqrt(2 * freedom)  # four standard deviations of the chi-square
