"""Digits moved, turned, thickened and made noisy, by a gradient where there is one."""

import math
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn.functional import affine_grid, grid_sample, max_pool2d


@dataclass(frozen=True, slots=True, kw_only=True)
class Jitter:
    """How far pictures are changed; each draws its own from uniform distributions about 0.

    Args:
        turn: Degrees.
        shear: Tangent of the slant.
        scale: Logarithm of the size, along each axis.
        shift: Share of half a side.
        stroke: Share of the way to the largest or the smallest of the pixel's neighbours.
        noise: Largest standard deviation of what is added to each pixel.
    """

    turn: float = 25.0
    shear: float = 0.3
    scale: float = 0.2
    shift: float = 0.2
    stroke: float = 0.9
    noise: float = 0.1

    def weak(self, x: Tensor, draw: torch.Generator) -> Tensor:
        """Return pictures, (B, 1, S, S), with noise only."""
        deviation = self.noise * torch.rand(len(x), 1, 1, 1, generator=draw)
        return x + deviation * torch.randn(x.shape, generator=draw)

    def strong(self, x: Tensor, draw: torch.Generator) -> Tensor:
        """Return pictures, (B, 1, S, S), changed in every way."""
        return self.weak(self._moved(self._restroked(x, draw), draw), draw)

    def _restroked(self, x: Tensor, draw: torch.Generator) -> Tensor:
        amount = self.stroke * (2 * torch.rand(len(x), 1, 1, 1, generator=draw) - 1)
        wider, thinner = max_pool2d(x, 3, 1, 1), -max_pool2d(-x, 3, 1, 1)
        return x + amount.clamp(min=0) * (wider - x) + (-amount).clamp(min=0) * (thinner - x)

    def _moved(self, x: Tensor, draw: torch.Generator) -> Tensor:
        def within(most: float) -> Tensor:
            return most * (2 * torch.rand(len(x), generator=draw) - 1)

        angle, slant = within(math.radians(self.turn)), within(self.shear)
        wide, tall = (-within(self.scale)).exp(), (-within(self.scale)).exp()
        cos, sin = angle.cos(), angle.sin()
        upper = torch.stack((cos * wide, (cos * slant - sin) * tall, within(self.shift)), 1)
        lower = torch.stack((sin * wide, (sin * slant + cos) * tall, within(self.shift)), 1)
        grid = affine_grid(torch.stack((upper, lower), 1), list(x.shape), align_corners=False)
        return grid_sample(x, grid, align_corners=False)
