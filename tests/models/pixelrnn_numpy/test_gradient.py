"""A logit's derivatives are those of the plain network, in steps that let others in between."""

import numpy as np
import torch

from genplay.models.pixelrnn_numpy import Weights, gradient


def test_derivatives_equal_those_of_the_plain_network(any_size, noise):
    x = noise(any_size, 1)
    given = torch.from_numpy(x)[None].double().requires_grad_()
    for pixel, logit in enumerate(any_size(given)[0]):
        (expected,) = torch.autograd.grad(logit, given, retain_graph=True)
        *_, found = gradient(Weights.of(any_size), x, pixel)
        np.testing.assert_allclose(found, expected[0].numpy(), atol=1e-4, rtol=1e-4)


def test_between_two_layers_there_is_a_pause_and_the_derivatives_come_last(any_size, noise):
    *pauses, found = gradient(Weights.of(any_size), noise(any_size), any_size.config.dims - 1)
    assert pauses == [None] * (2 * any_size.config.layers - 1)
    assert (found.shape, found.dtype) == ((any_size.config.dims,), np.float32)


def test_a_logit_depends_on_no_pixel_that_is_not_read_before_it(network, weights, noise):
    reached = 0
    for pixel in range(35):
        *_, found = gradient(weights, noise(network(), pixel), pixel)
        assert not found[pixel:].any()
        reached += found[:pixel].any()
    assert reached > 30  # not all: a picture may leave no unit of the head above 0


def test_the_pixels_after_it_do_not_matter(network, weights, noise):
    x, pixel = noise(network()), 17
    other = x.copy()
    other[pixel:] ^= 1
    *_, found = gradient(weights, x, pixel)
    *_, same = gradient(weights, other, pixel)
    assert np.array_equal(found, same)
