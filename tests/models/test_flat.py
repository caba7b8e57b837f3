"""Adam on one vector is Adam, and its tensors are all that a step changes."""

import pytest
import torch
from torch import nn
from torch.nn.functional import mse_loss

from genplay.models.flat import Flat


def network():
    torch.manual_seed(1)
    return nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 2))


def descend(flat, net, steps, start=0):
    torch.manual_seed(2)
    x, y = torch.randn(9, 3), torch.randn(9, 2)
    for n in range(start, start + steps):
        flat.clear()
        mse_loss(net(x), y).backward()
        flat.adam(n, rate=0.01)


def test_it_steps_as_torch_does():
    ours, theirs = network(), network()
    descend(Flat(ours), ours, 20)
    optimiser = torch.optim.Adam(theirs.parameters(), lr=0.01)
    torch.manual_seed(2)
    x, y = torch.randn(9, 3), torch.randn(9, 2)
    for _ in range(20):
        optimiser.zero_grad()
        mse_loss(theirs(x), y).backward()
        optimiser.step()
    for one, other in zip(ours.parameters(), theirs.parameters(), strict=True):
        torch.testing.assert_close(one, other)


def test_the_network_keeps_its_weights_and_computes_with_the_vector():
    net, before = network(), network()
    flat = Flat(net)
    for one, other in zip(net.parameters(), before.parameters(), strict=True):
        assert torch.equal(one, other)
    with torch.no_grad():
        flat.weights.zero_()
    assert not any(parameter.any() for parameter in net.parameters())


def test_with_the_tensors_copied_back_it_goes_on_bit_for_bit():
    net = network()
    flat = Flat(net)
    descend(flat, net, 5)
    kept = [tensor.clone() for tensor in flat.tensors]
    descend(flat, net, 5, start=5)
    there = [tensor.clone() for tensor in flat.tensors]
    with torch.no_grad():
        for tensor, value in zip(flat.tensors, kept, strict=True):
            tensor.copy_(value)
    descend(flat, net, 5, start=5)
    assert all(map(torch.equal, flat.tensors, there))
    assert not any(map(torch.equal, flat.tensors, kept))


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), 1e30])
def test_a_gradient_beyond_all_bounds_is_told(bad):
    net = network()
    flat = Flat(net)
    descend(flat, net, 1)
    assert flat.finite()
    flat.gradient[3] = bad
    assert not flat.finite()


def test_plain_descent_goes_down_the_gradient():
    net = network()
    flat = Flat(net)
    before = flat.weights.clone()
    flat.gradient.copy_(torch.linspace(-1, 1, len(before)))
    flat.descend(rate=0.5)
    torch.testing.assert_close(flat.weights, before - 0.5 * torch.linspace(-1, 1, len(before)))


def test_what_forgets_begins_anew():
    one, other = network(), network()
    flat, fresh = Flat(one), Flat(other)
    descend(flat, one, 3)
    fresh.weights.copy_(flat.weights)
    flat.forget()
    descend(flat, one, 2)
    descend(fresh, other, 2)
    assert torch.equal(flat.weights, fresh.weights)
