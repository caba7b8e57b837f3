"""How digits are written: slant, weight and width of each, measured on its pixels."""

import torch
from torch import Tensor

_LITTLE = 1e-6  # ink that divides nothing by 0


def traits(x: Tensor) -> Tensor:
    """Return slant, weight and width of pictures, (N, 3), in pixels: ``TRAITS`` of the infogan family.

    The slant is how far the ink moves to the right for each row upwards: the slope of the line through it, by
    least squares. The weight is the width of a stroke, from the area of the ink and the length of its edge: a
    stroke w wide and l long has area w l, and the gradient's length adds up to 2 l. The width is the
    standard deviation of the ink along a row once the slant is taken out.

    Args:
        x: (N, 1, S, S), 0 paper to 1 ink.
    """
    ink = x[:, 0]
    rows = torch.arange(ink.shape[1], dtype=ink.dtype)[:, None]
    columns = torch.arange(ink.shape[2], dtype=ink.dtype)
    area = ink.sum((1, 2)) + _LITTLE

    def mean(values: Tensor) -> Tensor:
        return (ink * values).sum((1, 2)) / area

    down, right = rows - mean(rows)[:, None, None], columns - mean(columns)[:, None, None]
    high = mean(down**2) + _LITTLE
    slope = mean(down * right) / high
    wide = (mean(right**2) - slope**2 * high).clamp_min(0).sqrt()
    return torch.stack((-slope, 2 * area / (_edge(ink) + _LITTLE), wide), 1)


def _edge(ink: Tensor) -> Tensor:
    """Return the gradient's length, added up over each picture, (N,)."""
    padded = torch.nn.functional.pad(ink, (1, 1, 1, 1))
    down = padded[:, 1:, :-1] - padded[:, :-1, :-1]
    right = padded[:, :-1, 1:] - padded[:, :-1, :-1]
    return (down**2 + right**2).sqrt().sum((1, 2))
