"""The gradient that is written out is that of the equations, whatever the weight of each picture."""

import pytest
import torch

from genplay.models import rnade
from genplay.train import rnade_kernel
from genplay.train.rnade_kernel import CHUNK


def network(dims: int) -> rnade.Rnade:
    torch.manual_seed(0)
    model = rnade.build(rnade.Config(dims=dims, hidden=7, components=3, floor=0.01)).double()
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(0.3 * torch.randn_like(parameter))
    return model


@pytest.mark.parametrize("dims", [1, 12, CHUNK, 2 * CHUNK + 3])
def test_densities_and_gradients_equal_autograds(dims):
    model, x = network(dims), torch.rand(5, dims, generator=torch.Generator().manual_seed(1)).double()
    weight = torch.linspace(-1, 2, 5).double()
    plain, fast = rnade.log_prob(model, x), rnade_kernel.log_prob(model, x)
    torch.testing.assert_close(fast, plain, atol=1e-11, rtol=0)
    names, parameters = zip(*model.named_parameters(), strict=True)
    expected = torch.autograd.grad((plain * weight).sum(), parameters)
    found = torch.autograd.grad((fast * weight).sum(), parameters)
    for name, one, other in zip(names, found, expected, strict=True):
        torch.testing.assert_close(one, other, atol=1e-10, rtol=1e-10, msg=name)


def test_a_unit_at_rest_gets_no_gradient():
    model = network(12)
    with torch.no_grad():
        model.c.fill_(-100)
        model.rho.fill_(1)
    x = torch.rand(3, 12).double()
    gradients = torch.autograd.grad(
        rnade_kernel.log_prob(model, x).sum(), (model.W, model.c, model.rho, model.V)
    )
    assert not any(gradient.any() for gradient in gradients)
