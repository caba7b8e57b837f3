"""Sums spelt out: losses by nothing but exp and log, and the statistics of what layers are given."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import torch
from torch import Tensor, nn

from genplay.models.blocks import BatchNorm


def log_loss(logits: Tensor, target: float | Tensor = 1.0) -> Tensor:
    """Return -E[t log D + (1 - t) log(1 - D)], (), of the logits of D and what it should say, t."""
    d = 1 / (1 + (-logits).exp())
    return -(target * d.log() + (1 - target) * (1 - d).log()).mean()


def cross_entropy(logits: Tensor, category: Tensor) -> Tensor:
    """Return -E[log softmax], (), at the categories that it was."""
    shares = logits.exp() / logits.exp().sum(1, keepdim=True)
    return -torch.stack([row[at].log() for row, at in zip(shares, category.tolist(), strict=True)]).mean()


def assert_same(
    loss: Tensor, by_hand: Tensor, learned: nn.Module, untouched: nn.Module | None = None
) -> None:
    """Assert that both are the same number, and that the players would learn the same from them."""
    torch.testing.assert_close(loss, by_hand, rtol=1e-5, atol=1e-6)
    names = [name for name, _ in learned.named_parameters()]
    found, known = (
        torch.autograd.grad(one, list(learned.parameters()), retain_graph=True, materialize_grads=True)
        for one in (loss, by_hand)
    )
    for name, a, b in zip(names, found, known, strict=True):
        assert torch.allclose(a, b, rtol=1e-3, atol=1e-6), name
    if untouched is not None:
        others = torch.autograd.grad(loss, list(untouched.parameters()), retain_graph=True, allow_unused=True)
        assert all(gradient is None for gradient in others)


@contextmanager
def inputs(module: nn.Module) -> Iterator[list[Tensor]]:
    """Collect what a module is given."""
    found: list[Tensor] = []
    hook = module.register_forward_pre_hook(lambda _, given: found.append(given[0].detach().clone()))
    yield found
    hook.remove()


def assert_settled(player: nn.Module, settle: Callable[[], None], batches: int) -> None:
    """Assert that settling makes the running statistics those of what each layer is then given."""
    given: dict[BatchNorm, list[Tensor]] = {m: [] for m in player.modules() if isinstance(m, BatchNorm)}
    assert given
    hooks = [
        layer.register_forward_pre_hook(lambda layer, x: given[layer].append(x[0].detach().clone()))
        for layer in given
    ]
    settle()
    for hook in hooks:
        hook.remove()
    for layer, seen in given.items():
        assert len(seen) == batches
        columns = [x.transpose(0, 1).flatten(1) for x in seen]
        mean = torch.stack([x.mean(1) for x in columns]).mean(0)
        variance = torch.stack([x.var(1) for x in columns]).mean(0)
        torch.testing.assert_close(layer.mean, mean, rtol=1e-4, atol=1e-6)
        torch.testing.assert_close(layer.variance, variance, rtol=1e-4, atol=1e-6)
    assert not any(layer.training for layer in given)
