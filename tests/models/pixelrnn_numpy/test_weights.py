"""The weights that the fast paths read: the network's own, the same cell, the same logit of a map."""

import numpy as np
import torch

from genplay.models import pixelrnn
from genplay.models.pixelrnn_numpy.weights import Gates, logits

HIDDEN = 5


def halved(gates):
    """Gates' inputs as the weights give them: half of those of i, f and o."""
    halves = np.repeat(np.float32([0.5, 0.5, 0.5, 1.0]), HIDDEN)
    return (gates * halves).astype(np.float32)


def test_a_cell_advances_as_the_plain_one_does_and_in_place():
    draw = np.random.default_rng(0)
    gates, before = draw.normal(0, 3, (2, 7, 4 * HIDDEN)), draw.normal(0, 1, (2, 7, HIDDEN))
    h, c = pixelrnn.cell(torch.from_numpy(gates), torch.from_numpy(before))
    cells, states = before.astype(np.float32), np.empty((2, 7, HIDDEN), np.float32)
    Gates(halved(gates)).advance(cells, states)
    np.testing.assert_allclose(states, h.numpy(), atol=1e-6)
    np.testing.assert_allclose(cells, c.numpy(), atol=1e-5)


def test_inputs_that_are_written_anew_make_the_next_step():
    inputs = np.random.default_rng(0).normal(0, 3, (2, 7, 4 * HIDDEN))
    kept = np.empty((7, 4 * HIDDEN), np.float32)
    cells, states = np.zeros((7, HIDDEN), np.float32), np.empty((7, HIDDEN), np.float32)
    step, c = Gates(kept), torch.zeros(7, HIDDEN, dtype=torch.float64)
    for gates in inputs:
        kept[:] = halved(gates)
        step.advance(cells, states)
        h, c = pixelrnn.cell(torch.from_numpy(gates), c)
        np.testing.assert_allclose(states, h.numpy(), atol=1e-6)
    np.testing.assert_allclose(cells, c.numpy(), atol=1e-5)


def test_gates_far_from_zero_are_shut_or_open_and_never_nan():
    gates = np.float32([-1e4, 1e4, 1e4, 1.0]).repeat(HIDDEN)[None]  # forgets nothing, takes nothing in
    cells, states = np.full((1, HIDDEN), 0.7, np.float32), np.empty((1, HIDDEN), np.float32)
    Gates(halved(gates)).advance(cells, states)
    np.testing.assert_allclose(cells, 0.7)
    np.testing.assert_allclose(states, np.tanh(0.7), rtol=1e-6)


def test_an_lstms_weights_bring_the_gates_halved(network, weights):
    model = network()
    seen = np.random.default_rng(0).normal(size=(3, model.blocks[0].lstms[0].K_is.shape[1]))
    for block, lstms in zip(model.blocks, weights.lstms, strict=True):
        assert len(lstms) == model.config.directions
        for slow, fast in zip(block.lstms, lstms, strict=True):
            below = np.random.default_rng(1).normal(size=(3, slow.K_ss[..., 0].numel()))
            with torch.no_grad():
                gates = torch.nn.functional.linear(torch.from_numpy(seen), slow.K_is, slow.bias)
                gates += torch.from_numpy(below) @ slow.K_ss.flatten(0, 1)
            found = seen @ fast.K_is + fast.bias + below @ fast.K_ss
            np.testing.assert_allclose(found, halved(gates.numpy()), atol=1e-5)
            np.testing.assert_allclose(fast.h0, slow.h0.detach(), rtol=1e-6)
            np.testing.assert_allclose(fast.c0, slow.c0.detach(), rtol=1e-6)


def test_a_maps_logit_is_that_of_the_networks_last_two_layers(network, weights):
    model = network()
    maps = np.random.default_rng(0).normal(size=(4, 3, 2 * HIDDEN)).astype(np.float32)
    with torch.no_grad():
        expected = model.out(model.head(torch.from_numpy(maps).double().relu()).relu())[..., 0]
    found = logits(weights, maps)
    assert found.dtype == np.float32
    np.testing.assert_allclose(found, expected.numpy(), atol=1e-5)


def test_a_networks_weights_know_its_size(network, weights):
    assert weights.config == network().config
    assert (weights.dims, weights.hidden) == (35, HIDDEN)
