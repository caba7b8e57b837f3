"""Batch normalisation as the picture GANs need it: averages of weights have statistics of their own."""

from collections.abc import Callable, Iterable

import torch
from torch import Tensor, nn
from torch.nn.functional import batch_norm


class BatchNorm(nn.Module):
    """Batch normalisation over all axes but the second, of (B, N) or (B, N, H, W) (Ioffe & Szegedy 2015).

    PyTorch's own, without its counter of batches: all that a checkpoint holds are floats.

    Args:
        width: N.
    """

    mean: Tensor
    variance: Tensor

    def __init__(self, width: int) -> None:
        super().__init__()
        self.momentum = 0.1
        self.weight = nn.Parameter(torch.ones(width))
        self.bias = nn.Parameter(torch.zeros(width))
        self.register_buffer("mean", torch.zeros(width))
        self.register_buffer("variance", torch.ones(width))

    def forward(self, x: Tensor) -> Tensor:
        """Return x by the statistics of its batch in training, by the running ones otherwise."""
        return batch_norm(
            x, self.mean, self.variance, self.weight, self.bias, self.training, self.momentum, 1e-5
        )


@torch.no_grad()
def settle(network: nn.Module, forward: Callable[[Tensor], object], batches: Iterable[Tensor]) -> None:
    """Set the running statistics of a network to their means over batches, and leave it in evaluation mode.

    An average of weights never saw a batch: the running statistics of what was averaged are not its own.

    Args:
        network: Whose layers of batch normalisation are set.
        forward: Reads one batch by it.
        batches: What it reads.
    """
    layers = [layer for layer in network.modules() if isinstance(layer, BatchNorm)]
    momenta = [layer.momentum for layer in layers]
    network.train()
    for count, batch in enumerate(batches):
        for layer in layers:
            layer.momentum = 1 / (count + 1)  # so that the first batch forgets what was, and all weigh alike
        forward(batch)
    for layer, momentum in zip(layers, momenta, strict=True):
        layer.momentum = momentum
    network.eval()
