"""Batch normalisation: PyTorch's numbers without its counter; settled statistics are of all batches."""

import torch
from torch import nn

from genplay.models.blocks import BatchNorm, settle


def test_it_is_pytorchs_own_in_training_and_afterwards():
    torch.manual_seed(0)
    ours, theirs = BatchNorm(3), nn.BatchNorm2d(3)
    for _ in range(3):
        x = torch.randn(8, 3, 4, 4) * 2 + 1
        torch.testing.assert_close(ours(x), theirs(x))
    torch.testing.assert_close(ours.eval()(x), theirs.eval()(x))


def test_it_holds_floats_only():
    assert all(value.is_floating_point() for value in BatchNorm(2).state_dict().values())


def test_settled_statistics_forget_what_was_and_weigh_all_batches_alike():
    torch.manual_seed(0)
    layer = BatchNorm(2)
    layer(100 + torch.randn(10, 2))  # what was
    x = torch.randn(40, 2) * torch.tensor([1.0, 3.0]) - 5
    settle(layer, layer, x.split(10))
    torch.testing.assert_close(layer.mean, x.mean(0))
    variances = torch.stack([part.var(0) for part in x.split(10)]).mean(0)
    torch.testing.assert_close(layer.variance, variances)
    assert not layer.training
    assert layer.momentum == 0.1
