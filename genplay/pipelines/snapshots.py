"""What a live training leaves behind on its way: copies of the network, and a row of numbers a step."""

import math
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

BUDGET = 48_000_000
"""Bytes that the snapshots of one ring take, unless ``LEAST`` of them are larger."""
LEAST, MOST = 6, 64
"""Snapshots that a ring has room for, however large or small they are."""
_LATELY = 3  # the last that were kept stay: what was just shown is where the next change begins

Snapshot = tuple[Tensor, ...]


def room(tensors: Iterable[Tensor]) -> int:
    """Return how many snapshots of these tensors the budget has room for."""
    size = sum(tensor.nbytes for tensor in tensors)
    return min(max(BUDGET // max(size, 1), LEAST), MOST)


class Ring:
    """Snapshots by step, dense about here; the gaps grow as the square root of the distance from it.

    That is in between of even gaps, with which a step back is slow, and of gaps that grow as the distance,
    with which it is slow to go far. Where 20 of 5,000 steps are kept, a step back takes 8 steps on average,
    and half the way back up to 500 (counted).

    Args:
        room: How many are kept, ``LEAST`` or more.
        kept: Those to begin with; they are shared, never written to.
    """

    def __init__(self, room: int, kept: Mapping[int, Snapshot] | None = None) -> None:
        self._room = room
        self._kept = dict(kept or {})

    def __getitem__(self, step: int) -> Snapshot:
        return self._kept[step]

    def __contains__(self, step: int) -> bool:
        return step in self._kept

    @property
    def steps(self) -> Sequence[int]:
        """The steps that are kept, ascending."""
        return sorted(self._kept)

    def nearest(self, step: int) -> int:
        """Return the last step up to ``step`` that is kept.

        Raises:
            ValueError: None is.
        """
        return max(kept for kept in self._kept if kept <= step)

    def keep(self, step: int, tensors: Iterable[Tensor]) -> None:
        """Copy the tensors as they are at ``step``, and forget what is wanted least if there are too many."""
        if step not in self._kept:
            self._kept[step] = tuple(tensor.detach().clone() for tensor in tensors)
        while len(self._kept) > self._room:
            del self._kept[self._least(step)]

    def until(self, step: int) -> "Ring":
        """Return a ring of its own with the snapshots up to ``step``; no tensor is copied."""
        return Ring(self._room, {kept: tensors for kept, tensors in self._kept.items() if kept <= step})

    def _least(self, here: int) -> int:
        """Return the step whose loss leaves the smallest gap for its distance; no end, none kept lately."""
        steps, lately = self.steps, list(self._kept)[-_LATELY:]
        gaps = {
            at: (after - before) / math.sqrt(1 + abs(here - at))
            for before, at, after in zip(steps, steps[1:], steps[2:], strict=False)
            if at != here and at not in lately
        }
        return min(gaps, key=gaps.__getitem__)


class Records:
    """The numbers recorded of each step, growing at the end.

    Args:
        rows: Those to begin with, (N, K).
    """

    def __init__(self, rows: NDArray[np.float32] | None = None) -> None:
        self._rows: NDArray[np.float32] = np.zeros((0, 0), np.float32) if rows is None else rows
        self._count = len(self._rows)

    def __len__(self) -> int:
        return self._count

    def put(self, n: int, row: Sequence[float]) -> None:
        """Record step ``n``, at most the next one; of a step that was taken before nothing new is said."""
        if n < self._count:
            return
        if n == len(self._rows):
            grown = np.zeros((max(256, 2 * n), len(row)), np.float32)
            if n:
                grown[:n] = self._rows
            self._rows = grown
        self._rows[n] = row
        self._count = n + 1

    def first(self, count: int) -> NDArray[np.float32]:
        """Return a copy of the first ``count`` rows, (count, K)."""
        return self._rows[: min(count, self._count)].copy()
