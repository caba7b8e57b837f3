"""The gradient that is written out is autograd's."""

import pytest
import torch
from torch import nn

from genplay.models.gan2d import gradient_penalty, perceptron
from genplay.models.relu import Relu

SIZES = [(5,), (8, 8), (4, 9, 6, 5)]


@pytest.fixture(params=SIZES, ids=str)
def net(request):
    torch.manual_seed(3)
    network = perceptron(2, request.param, 1)
    x = torch.randn(40, 2)
    x[0] = 0
    return network, x


def by_autograd(network, loss):
    return torch.cat([g.reshape(-1) for g in torch.autograd.grad(loss, list(network.parameters()))])


def test_the_values_are_those_of_the_layers(net):
    network, x = net
    expected, found = network(x), Relu(network).values(x)
    torch.testing.assert_close(found[-1], expected)
    assert found[0] is x
    torch.testing.assert_close(found[1], nn.functional.relu(network[0](x)))


def test_the_gradient_by_weights_is_autograds(net):
    network, x = net
    slope = torch.randn(40, 1)
    expected = by_autograd(network, (slope * network(x)).sum())
    relu = Relu(network)
    relu.flat.gradient.fill_(7.0)  # it is set, not added to
    relu.differentiate(relu.values(x), slope)
    torch.testing.assert_close(relu.flat.gradient, expected)


def test_the_gradient_by_input_is_autograds(net):
    network, x = net
    slope, x = torch.randn(40, 1), x.requires_grad_(True)
    (expected,) = torch.autograd.grad((slope * network(x)).sum(), x)
    relu = Relu(network)
    torch.testing.assert_close(relu.by_input(relu.values(x.detach()), slope), expected)


def test_the_gradient_of_slopes_is_autograds_second(net):
    network, x = net
    expected = torch.zeros(sum(p.numel() for p in network.parameters()))
    for parameters, at in _places(network):
        (found,) = torch.autograd.grad(gradient_penalty(network, x), parameters, allow_unused=True)
        if found is not None:
            expected[at] = found.reshape(-1)
    relu = Relu(network)
    values = relu.values(x)
    slope = relu.by_input(values, torch.ones(40, 1))
    length = slope.norm(dim=-1, keepdim=True)
    relu.flat.gradient.fill_(0.5)
    relu.add_slopes_gradient(values, 2 / 40 * (length - 1) * slope / length)
    torch.testing.assert_close(relu.flat.gradient - 0.5, expected, rtol=1e-4, atol=1e-5)
    assert expected.abs().max() > 0.001


def _places(network):
    begin = 0
    for parameter in network.parameters():
        yield parameter, slice(begin, begin + parameter.numel())
        begin += parameter.numel()


def test_two_outputs_are_differentiated_too():
    torch.manual_seed(0)
    network, x, slope = perceptron(1, (6,), 2), torch.randn(9, 1), torch.randn(9, 2)
    expected = by_autograd(network, (slope * network(x)).sum())
    relu = Relu(network)
    relu.differentiate(relu.values(x), slope)
    torch.testing.assert_close(relu.flat.gradient, expected)
