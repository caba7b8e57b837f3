"""Points of a DCGAN's latent space as values: where in the plane of seeds, and how far along directions.

Each point of the plane with whole coordinates is a seed, whose noise is a standard normal of its own; between
four of them it is mixed (``weights``), and has the length of a standard normal's again. What is moved along
directions or raw dimensions is added. A sum of points, as a walk and an arithmetic make them, is a ``Blend``
of seeds, and a point like the others.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Self

DIRECTIONS = 8
"""Directions that have a slider: the first principal components of what G's first layer returns."""
REACH = 4.0
"""Deviations that a slider moves the noise along its direction, either way."""
MOST = 10_000
"""Largest coordinate of the plane of seeds, either way."""


Corner = tuple[int, int, float]
"""A seed by its place in the plane, and its weight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blend:
    """A weighted sum of points, by what its noise is made of.

    Attributes:
        seeds: The seeds with their weights, each seed once.
        along: How far the sum is moved along each direction, ``DIRECTIONS`` of them or none.
        raw: How far along single numbers of the noise, ascending by number.

    Raises:
        ValueError: A seed, a direction or a number is none, or how far it counts is no number.
    """

    seeds: tuple[Corner, ...]
    along: tuple[float, ...] = ()
    raw: tuple[tuple[int, float], ...] = ()

    def __post_init__(self) -> None:
        places = [(i, j) for i, j, _ in self.seeds]
        if len(set(places)) < len(places) or not all(max(abs(i), abs(j)) <= MOST for i, j in places):
            raise ValueError(f"each seed is there once, and the plane of seeds ends at {MOST}")
        _check_moved(self.along, self.raw, math.inf)
        if not all(math.isfinite(far) for far in (*(by for *_, by in self.seeds), *_moves(self))):
            raise ValueError("weights are numbers")


@dataclass(frozen=True, slots=True, kw_only=True)
class Latent:
    """A point of the latent space.

    Attributes:
        x: Along the plane of seeds.
        y: The other way.
        blend: A sum of points, which is where it is moved from; None for a point of the plane, at ``x`` and
            ``y``, which count for nothing otherwise.
        along: How far it is moved along each direction, in deviations of the noise, ``DIRECTIONS`` of them
            or none.
        raw: How far along single numbers of the noise: (number, how far), ascending by number.

    Raises:
        ValueError: A coordinate is out of range, or raw numbers are not ascending.
    """

    x: float = 0.0
    y: float = 0.0
    blend: Blend | None = None
    along: tuple[float, ...] = ()
    raw: tuple[tuple[int, float], ...] = ()

    def __post_init__(self) -> None:
        if not (abs(self.x) <= MOST and abs(self.y) <= MOST):
            raise ValueError(f"the plane of seeds ends at {MOST}")
        _check_moved(self.along, self.raw, REACH)

    @property
    def moved(self) -> bool:
        """Whether it, or what it is a sum of, is moved from the seeds along anything."""
        return any(_moves(self)) or (self.blend is not None and any(_moves(self.blend)))

    def at(self, x: float, y: float) -> Self:
        """Return the point moved as far from another place of the plane."""
        return replace(self, x=x, y=y, blend=None)

    def unmoved(self) -> Self:
        """Return where it is moved from."""
        return replace(self, along=(), raw=())

    def within(self, length: int) -> Self:
        """Return the point for noise of so many numbers: what is moved beyond them is not."""
        raw = tuple(part for part in self.raw if part[0] < length)
        blend = self.blend
        if blend is not None:
            blend = replace(blend, raw=tuple(part for part in blend.raw if part[0] < length))
        return replace(self, blend=blend, raw=raw)


def _moves(point: Blend | Latent) -> tuple[float, ...]:
    return (*point.along, *(far for _, far in point.raw))


def _check_moved(along: Sequence[float], raw: Sequence[tuple[int, float]], most: float) -> None:
    if len(along) not in (0, DIRECTIONS):
        raise ValueError(f"there are {DIRECTIONS} directions, or none is taken")
    if not all(abs(far) <= most for far in (*along, *(far for _, far in raw))):
        raise ValueError(f"nothing is moved farther than {most:g}")
    numbers = [number for number, _ in raw]
    if numbers != sorted(set(numbers)) or any(number < 0 for number in numbers):
        raise ValueError("raw numbers are ascending, from 0 on")


def blended(parts: Iterable[tuple[float, Latent]]) -> Latent:
    """Return a sum of points with their weights, as a point; one with weight 1 alone is itself."""
    counted = [(by, point) for by, point in parts if by]
    if len(counted) == 1 and counted[0][0] == 1:
        return counted[0][1]
    return Latent(blend=blend(counted))


def blend(parts: Iterable[tuple[float, Latent]]) -> Blend:
    """Return what the noise of a sum of points with their weights is made of."""
    seeds: dict[tuple[int, int], float] = {}
    along, raw = [0.0] * DIRECTIONS, dict[int, float]()
    for by, point in parts:
        for i, j, weight in _seeds(point):
            seeds[i, j] = seeds.get((i, j), 0.0) + by * weight
        for moved in (point, point.blend):
            for number, far in enumerate(moved.along if moved is not None else ()):
                along[number] += by * far
            for number, far in moved.raw if moved is not None else ():
                raw[number] = raw.get(number, 0.0) + by * far
    return Blend(
        seeds=tuple((i, j, by) for (i, j), by in sorted(seeds.items()) if by),
        along=tuple(along) if any(along) else (),
        raw=tuple(sorted((number, far) for number, far in raw.items() if far)),
    )


def _seeds(point: Latent) -> tuple[Corner, ...]:
    return weights(point.x, point.y) if point.blend is None else point.blend.seeds


def weights(x: float, y: float) -> tuple[Corner, ...]:
    """Return the seeds around a point of the plane with their weights, whose squares sum to 1.

    So a mix of independent standard normals is a standard normal again: weights that sum to 1 would shrink it
    between the seeds, and the pictures there would be those of the middle of the space.
    """
    left, lower = math.floor(x), math.floor(y)
    across, up = x - left, y - lower
    found = [
        (left + i, lower + j, (across if i else 1 - across) * (up if j else 1 - up))
        for j in (0, 1)
        for i in (0, 1)
    ]
    norm = math.sqrt(sum(weight**2 for _, _, weight in found))
    return tuple((i, j, weight / norm) for i, j, weight in found if weight)


def seed_of(i: int, j: int) -> int:
    """Return the seed at whole coordinates, another one at each place of the plane."""
    side = 2 * MOST + 3
    return (j + MOST + 1) * side + i + MOST + 1
