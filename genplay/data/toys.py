"""Points of the plane to learn from: distributions with a shape that one sees at once, drawn exactly.

All lie about the origin with a spread of about 1 along each axis, within 3 of it.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import numpy as np

_Floats = np.ndarray


class Toy(NamedTuple):
    """Points and which part of the shape each belongs to."""

    points: np.ndarray  # (N, 2) float32: x to the right, y up
    labels: np.ndarray  # (N,) uint8


def toy(name: str, count: int, seed: int) -> Toy:
    """Return points drawn from one of ``TOYS``; the same seed gives the same points.

    Raises:
        KeyError: There is no such distribution.
    """
    points, labels = TOYS[name](np.random.default_rng(seed), count)
    return Toy(points.astype(np.float32), labels.astype(np.uint8))


def ring(rng: np.random.Generator, count: int) -> tuple[_Floats, _Floats]:
    """A circle of radius 1.5 with normal noise of 0.08; labels are its eighths, from the right on upwards."""
    turn = rng.random(count)
    points = 1.5 * circle(2 * np.pi * turn) + 0.08 * rng.standard_normal((count, 2))
    return points, np.floor(8 * turn)


def moons(rng: np.random.Generator, count: int) -> tuple[_Floats, _Floats]:
    """Two half circles that reach into each other, with normal noise of 0.1; labels are upper and lower."""
    lower = rng.integers(0, 2, count)
    return moon_curve(rng.random(count), lower) + 0.1 * rng.standard_normal((count, 2)), lower


def moon_curve(along: _Floats, lower: _Floats | bool) -> _Floats:
    """Return points of the upper or lower half circle, (N, 2); ``along`` it goes from 0 to 1, (N,)."""
    half = 1.25 * circle(np.pi * along)
    return np.where(np.asarray(lower)[..., None], -half + [0.65, 0.3], half - [0.65, 0.3])


def spiral(rng: np.random.Generator, count: int) -> tuple[_Floats, _Floats]:
    """A spiral of 1.1 turns with normal noise of 0.07; labels are six parts of equal weight, outwards."""
    along = rng.random(count)
    return spiral_curve(along) + 0.07 * rng.standard_normal((count, 2)), np.floor(6 * along)


def spiral_curve(along: _Floats) -> _Floats:
    """Return points of the spiral, (N, 2); ``along`` it goes from 0 to 1, (N,), in shares of its weight."""
    radius = np.sqrt(0.06 + 0.94 * along)  # as dense at the outer end as at the inner
    return 2.2 * radius[:, None] * circle(3 * np.pi * radius)


def grid(rng: np.random.Generator, count: int) -> tuple[_Floats, _Floats]:
    """Nine normals of 0.12 on a grid of 3 x 3 with 1.4 between them; labels count them row by row."""
    label = rng.integers(0, 9, count)
    centres = 1.4 * np.stack([label % 3 - 1, label // 3 - 1], -1)
    return centres + 0.12 * rng.standard_normal((count, 2)), label


def pinwheel(rng: np.random.Generator, count: int) -> tuple[_Floats, _Floats]:
    """Five bent arms (Johnson et al. 2016, section 5): normals, turned by their distance; labels are arms."""
    label = rng.integers(0, 5, count)
    out, across = rng.standard_normal((2, count)) * np.array([[0.3], [0.1]]) + np.array([[1.0], [0.0]])
    angle = 2 * np.pi * label / 5 + 0.25 * np.exp(out)
    sine, cosine = np.sin(angle), np.cos(angle)
    return 1.4 * np.stack([out * cosine - across * sine, out * sine + across * cosine], -1), label


def circle(angle: _Floats) -> _Floats:
    """Return points of the unit circle, (N, 2), of angles, (N,)."""
    return np.stack([np.cos(angle), np.sin(angle)], -1)


TOYS: Mapping[str, Callable[[np.random.Generator, int], tuple[_Floats, _Floats]]] = {
    "ring": ring,
    "moons": moons,
    "spiral": spiral,
    "grid": grid,
    "pinwheel": pinwheel,
}
