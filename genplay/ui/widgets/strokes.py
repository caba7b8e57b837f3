"""What a brush does to a picture of bits: lines between events, round discs, flood fill. NumPy only."""

from collections.abc import Iterator
from functools import cache
from math import floor

import numpy as np
from numpy.typing import NDArray

Bits = NDArray[np.uint8]
Cell = tuple[int, int]

BRUSHES = range(1, 6)
"""The diameters in pixels that a brush can have."""


def line(start: Cell, end: Cell) -> Iterator[Cell]:
    """Yield the cells of a straight line from ``start`` to ``end``, both included, neighbours touching.

    Source: J. E. Bresenham, "Algorithm for computer control of a digital plotter" (1965), in the form for all
    eight octants: the error is carried in both axes at once.
    """
    row, column = start
    down, right = end[0] - row, end[1] - column
    row_step, column_step = (1 if down > 0 else -1), (1 if right > 0 else -1)
    down, right = -abs(down), abs(right)
    error = right + down
    while True:
        yield row, column
        if (row, column) == end:
            return
        doubled = 2 * error
        if doubled >= down:
            error += down
            column += column_step
        if doubled <= right:
            error += right
            row += row_step


@cache
def disc(diameter: int) -> NDArray[np.intp]:
    """Return the cells of a round brush, (n, 2), relative to the cell that ``anchor`` gives.

    Diameters 1 to 5 have 1, 4, 5, 12 and 21 cells.
    """
    offsets = np.arange(diameter) - diameter // 2
    centre = (diameter - 1) / 2 - diameter // 2
    rows, columns = np.meshgrid(offsets, offsets, indexing="ij")
    # 0.3 off the diameter takes the corners of the 3 x 3 square away: a cross draws rounder than a square.
    inside = (rows - centre) ** 2 + (columns - centre) ** 2 <= (diameter - 0.3) ** 2 / 4
    return np.argwhere(inside) - diameter // 2


def anchor(row: float, column: float, diameter: int) -> Cell:
    """Return the cell that carries a brush when the pointer is at ``row, column`` (in pixels from the edge).

    An odd brush is centred on the pixel under the pointer, an even one on the nearest corner between pixels.
    """
    shift = 0.0 if diameter % 2 else 0.5
    return floor(row + shift), floor(column + shift)


def stroke(bits: Bits, start: Cell, end: Cell, diameter: int, value: int) -> None:
    """Set the pixels that a brush touches on its way from ``start`` to ``end`` to ``value``, in place.

    Either end may lie outside the picture; what the brush touches there is left out.
    """
    path = np.array(list(line(start, end)))
    cells = (path[:, None] + disc(diameter)).reshape(-1, 2)
    cells = cells[((cells >= 0) & (cells < bits.shape)).all(axis=1)]
    bits[tuple(cells.T)] = value


def flood(bits: Bits, cell: Cell, value: int) -> None:
    """Set the 4-connected region of equal pixels around ``cell`` to ``value``, in place."""
    old = bits[cell]
    if old == value:
        return
    waiting = [cell]
    while waiting:
        row, column = waiting.pop()
        if 0 <= row < bits.shape[0] and 0 <= column < bits.shape[1] and bits[row, column] == old:
            bits[row, column] = value
            waiting += [(row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)]
