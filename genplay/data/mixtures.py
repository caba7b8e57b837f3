"""Distributions of the plane whose density is known: mixtures of round normals, few or strung along a curve.

The density is exact because the distribution is the mixture: a curve is many normals, so near each other that
no dent is to be seen between them. All presets lie within 2.5 of the origin along each axis.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from genplay.data import toys

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Mixture:
    """A mixture of K round normals, each in a part of the whole.

    Attributes:
        centres: (K, 2): x to the right, y up.
        sigmas: Deviation of each along each axis, (K,).
        weights: Their shares, (K,), which sum to 1.
        parts: To which part each belongs, (K,), counted from 0 without a gap.
    """

    centres: Floats
    sigmas: Floats
    weights: Floats
    parts: NDArray[np.intp]

    @property
    def shares(self) -> Floats:
        """The share of each part, (P,)."""
        return np.bincount(self.parts, self.weights).astype(np.float64)

    def density(self, points: Floats, blur: float = 0.0) -> Floats:
        """Return the density at points, (N,), of (N, 2), seen through a normal kernel of this deviation."""
        variances = self.sigmas**2 + blur**2
        distances = ((points[:, None] - self.centres) ** 2).sum(-1)  # (N, K)
        return (np.exp(-0.5 * distances / variances) / variances) @ (self.weights / (2 * np.pi))

    def draw(self, rng: np.random.Generator, count: int) -> Floats:
        """Return points, (count, 2)."""
        which = rng.choice(len(self.weights), count, p=self.weights)
        return self.centres[which] + self.sigmas[which, None] * rng.standard_normal((count, 2))


def preset(name: str) -> Mixture:
    """Return one of ``PRESETS``.

    Raises:
        KeyError: There is no such distribution.
    """
    return PRESETS[name]()


def drawn(points: Sequence[tuple[float, float]], sigma: float) -> Mixture:
    """Return the kernel estimate of points, each a normal of this deviation; parts are its islands.

    Two points are on one island if a chain of steps of at most 3 sigma leads from one to the other.

    Raises:
        ValueError: There are no points.
    """
    if not points:
        raise ValueError("a kernel estimate needs points")
    centres = np.array(points, np.float64).reshape(-1, 2)
    return _even(centres, sigma, _islands(centres, 3 * sigma))


def ring() -> Mixture:
    """Eight normals of 0.12 on a circle of radius 1.8, from the right on upwards."""
    angles = 2 * np.pi * np.arange(8) / 8
    return _even(1.8 * toys.circle(angles), 0.12)


def grid() -> Mixture:
    """Twenty-five normals of 0.08 on a grid of 5 x 5 with 0.9 between them, row by row."""
    along = np.linspace(-1.8, 1.8, 5)
    return _even(np.stack(np.meshgrid(along, along), -1).reshape(-1, 2), 0.08)


def spiral() -> Mixture:
    """The curve of ``toys.spiral`` with a deviation of 0.07; parts are six stretches of equal weight."""
    along = _middles(240)
    return _even(toys.spiral_curve(along), 0.07, np.floor(6 * along).astype(np.intp))


def moons() -> Mixture:
    """The two half circles of ``toys.moons`` with a deviation of 0.1; parts are four stretches of each."""
    along = _middles(60)
    centres = np.concatenate([toys.moon_curve(along, lower) for lower in (False, True)])
    stretch = np.floor(4 * along).astype(np.intp)
    return _even(centres, 0.1, np.concatenate([stretch, 4 + stretch]))


def line() -> Mixture:
    """A stretch through the origin, 4.4 long, with a deviation of 0.08; parts are five of its length."""
    along = _middles(80)
    return _even((2 * along - 1)[:, None] * [1.9, 1.1], 0.08, np.floor(5 * along).astype(np.intp))


def mixture() -> Mixture:
    """Four normals that differ in width and weight."""
    centres = np.array([[-1.3, 1.2], [1.3, 1.4], [-1.2, -1.3], [1.4, -0.9]])
    sigmas, weights = np.array([0.25, 0.12, 0.18, 0.35]), np.array([0.3, 0.15, 0.2, 0.35])
    return Mixture(centres, sigmas, weights, np.arange(4))


PRESETS: Mapping[str, Callable[[], Mixture]] = {
    "ring": ring,
    "grid": grid,
    "spiral": spiral,
    "moons": moons,
    "line": line,
    "mixture": mixture,
}


def _even(centres: Floats, sigma: float, parts: NDArray[np.intp] | None = None) -> Mixture:
    """Return normals of equal width and weight; by itself, each is a part."""
    count = len(centres)
    parts = np.arange(count) if parts is None else parts
    return Mixture(centres, np.full(count, sigma), np.full(count, 1 / count), parts)


def _middles(count: int) -> Floats:
    return (np.arange(count) + 0.5) / count


def _islands(points: Floats, reach: float) -> NDArray[np.intp]:
    """Return to which island each point belongs, (N,), counted in the order of their first points."""
    x, y = points.T
    near = (x[:, None] - x) ** 2 + (y[:, None] - y) ** 2 <= reach**2  # (N, N)
    island, count = np.full(len(points), -1, np.intp), 0
    for first in range(len(points)):
        if island[first] >= 0:
            continue
        front = np.array([first])
        while len(front):
            island[front] = count
            front = np.flatnonzero(near[front].any(0) & (island < 0))
        count += 1
    return island
