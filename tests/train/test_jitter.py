"""Jitter: the same for the same numbers, nothing where nothing is asked for, and with a gradient."""

import torch

from genplay.train.jitter import Jitter

STILL = Jitter(turn=0, shear=0, scale=0, shift=0, stroke=0, noise=0)


def digit() -> torch.Tensor:
    x = torch.zeros(6, 1, 28, 28)
    x[:, :, 6:22, 12:16] = 1.0
    return x


def draw(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def test_nothing_changes_where_nothing_is_asked_for():
    torch.testing.assert_close(STILL.strong(digit(), draw()), digit(), atol=1e-5, rtol=0)
    torch.testing.assert_close(STILL.weak(digit(), draw()), digit())


def test_the_same_numbers_give_the_same_views_and_each_picture_its_own():
    first, again = Jitter().strong(digit(), draw()), Jitter().strong(digit(), draw())
    assert torch.equal(first, again)
    assert not torch.equal(first, Jitter().strong(digit(), draw(1)))
    assert not torch.equal(first[0], first[1])


def test_a_weak_view_has_noise_only():
    away = Jitter(noise=0.1).weak(digit(), draw()) - digit()
    assert away.abs().max() > 0.01
    assert away.std() < 0.12
    assert Jitter(noise=0.1).weak(digit(), draw()).shape == digit().shape


def test_strokes_grow_and_shrink_and_ink_moves():
    inks = Jitter(turn=0, shear=0, scale=0, shift=0, noise=0).strong(digit(), draw()).sum((1, 2, 3))
    assert inks.min() < digit()[0].sum() < inks.max()
    moved = Jitter(turn=0, shear=0, scale=0, stroke=0, noise=0).strong(digit(), draw())
    columns = (moved.sum((1, 2)) * torch.arange(28)).sum(1) / moved.sum((1, 2, 3))
    assert columns.std() > 0.5
    assert columns.sub(13.5).abs().max() < 0.2 * 14 + 0.5


def test_a_gradient_comes_through():
    x = digit().requires_grad_()
    Jitter().strong(x, draw()).sum().backward()
    assert x.grad is not None
    assert x.grad.abs().sum() > 0
