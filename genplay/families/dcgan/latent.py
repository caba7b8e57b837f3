"""Points of a DCGAN's latent space as values: where in the plane of seeds, and how far along directions.

Each point of the plane with whole coordinates is a seed, whose noise is a standard normal of its own; between
four of them it is mixed (``weights``), and has the length of a standard normal's again. What is moved along
directions or raw dimensions is added.
"""

import math
from dataclasses import dataclass

DIRECTIONS = 8
"""Directions that have a slider: the first principal components of what G's first layer returns."""
REACH = 4.0
"""Deviations that a slider moves the noise along its direction, either way."""
MOST = 10_000
"""Largest coordinate of the plane of seeds, either way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Latent:
    """A point of the latent space.

    Attributes:
        x: Along the plane of seeds.
        y: The other way.
        along: How far it is moved along each direction, in deviations of the noise, ``DIRECTIONS`` of them
            or none.
        raw: How far along single numbers of the noise: (number, how far), ascending by number.

    Raises:
        ValueError: A coordinate is out of range, or raw numbers are not ascending.
    """

    x: float = 0.0
    y: float = 0.0
    along: tuple[float, ...] = ()
    raw: tuple[tuple[int, float], ...] = ()

    def __post_init__(self) -> None:
        if not (abs(self.x) <= MOST and abs(self.y) <= MOST):
            raise ValueError(f"the plane of seeds ends at {MOST}")
        if len(self.along) not in (0, DIRECTIONS):
            raise ValueError(f"there are {DIRECTIONS} directions, or none is taken")
        if not all(abs(far) <= REACH for far in (*self.along, *(far for _, far in self.raw))):
            raise ValueError(f"nothing is moved farther than {REACH:g}")
        numbers = [number for number, _ in self.raw]
        if numbers != sorted(set(numbers)) or any(number < 0 for number in numbers):
            raise ValueError("raw numbers are ascending, from 0 on")


Corner = tuple[int, int, float]
"""A seed by its place in the plane, and its weight."""


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
