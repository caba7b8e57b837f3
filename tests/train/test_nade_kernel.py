"""The compiled step equals the plain network and its autograd."""

import numpy as np
import pytest
import torch

from genplay.models import nade
from genplay.models.nade import Config, Nade

nade_kernel = pytest.importorskip("genplay.train.nade_kernel", reason="needs the train extra")


def network(config: Config) -> Nade:
    torch.manual_seed(0)
    model = nade.build(config)
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.copy_(torch.randn_like(parameter) / 2)
    return model


def pictures(count: int, dims: int, ink: float = 0.3) -> torch.Tensor:
    return (torch.rand(count, dims, generator=torch.Generator().manual_seed(1)) < ink).float()


# 1 .. 5 pictures: every remainder of a group of four; 70: more than two blocks; 17 hidden units: no whole
# vector.
@pytest.mark.parametrize(("count", "hidden"), [(1, 17), (2, 16), (3, 1), (4, 8), (5, 40), (70, 6)])
def test_gradient_equals_autograd(count, hidden):
    model = network(Config(dims=61, hidden=hidden))
    x = pictures(count, 61)
    weights = torch.linspace(-1, 2, count)  # pictures that weigh differently, one of them negatively
    (nade_kernel.log_prob(model, x) * weights).sum().backward()
    plain = nade.build(model.config).double()
    plain.load_state_dict(model.state_dict())
    (nade.log_prob(plain, x.double()) * weights).sum().backward()
    for fast, slow in zip(model.parameters(), plain.parameters(), strict=True):
        error = (fast.grad - slow.grad).abs().max() / slow.grad.abs().max()
        assert error.item() < 1e-5


@pytest.mark.parametrize("ink", [0.0, 0.15, 1.0])
def test_log_prob_equals_the_plain_network(ink):
    model = network(Config(dims=90, hidden=33))
    x = pictures(6, 90, ink)
    with torch.no_grad():
        torch.testing.assert_close(
            nade_kernel.log_prob(model, x), nade.log_prob(model, x), atol=1e-4, rtol=1e-5
        )


def test_backward_twice_gives_the_same_gradient():
    model, x = network(Config(dims=20, hidden=4)), pictures(3, 20)
    loss = nade_kernel.log_prob(model, x).sum()
    first = torch.autograd.grad(loss, list(model.parameters()), retain_graph=True)
    second = torch.autograd.grad(loss, list(model.parameters()))
    for a, b in zip(first, second, strict=True):
        assert torch.equal(a, b)


def test_sigmoid_is_accurate_everywhere():
    a = np.concatenate([np.linspace(-40, 40, 100_001), [-1e30, 1e30]]).astype(np.float32)
    h = np.empty_like(a)
    nade_kernel.sigmoid(a, h)
    exact = np.where(a < 0, np.exp(np.minimum(a, 0.0)), 1) / (1 + np.exp(-np.abs(a.astype(np.float64))))
    assert np.abs(h - exact).max() < 2e-7
    assert h.min() >= 0
    assert h.max() <= 1
