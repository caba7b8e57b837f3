"""Where things lie in a latent space: normals over codes, planes to look at, ways from one code to another.

A code is a tuple of numbers, one a dimension; the prior is a standard normal. A map shows a plane of the
space in the plane's own units, in which what is seen spreads as a standard normal does.
"""

import math
from dataclasses import dataclass
from statistics import NormalDist
from typing import Literal, Self

import numpy as np
from numpy.typing import NDArray

Code = tuple[float, ...]
Floats = NDArray[np.float64]
Way = Literal["line", "arc"]
LIMIT = 8.0
"""How far from 0 a latent may be: beyond it lies 1e-15 of the prior, and no picture that means anything."""
LEAST_SIGMA, MOST_SIGMA = 1e-3, 2.0
"""Of a q set by hand."""
_TINY = 1e-9
_VIEWED = 1.2  # of a plane's units: how far from its middle the farthest of three pins lies


def check_code(code: Code, dims: int, name: str = "z") -> None:
    """Refuse a code that is no point of the space.

    Raises:
        ValueError: It has another number of dimensions, is no finite number somewhere, or lies beyond
            ``LIMIT``.
    """
    if len(code) != dims:
        raise ValueError(f"{name} must have {dims} dimensions, not {len(code)}")
    if not all(abs(value) <= LIMIT for value in code):  # a NaN fails too
        raise ValueError(f"{name} must be between −{LIMIT:g} and {LIMIT:g} in every dimension")


@dataclass(frozen=True, slots=True)
class Gauss:
    """A normal over codes whose dimensions are independent, such as q(z | x).

    Attributes:
        mu: Its means.
        sigma: Its standard deviations, above 0.
    """

    mu: Code
    sigma: Code

    def __post_init__(self) -> None:
        if not self.mu or len(self.mu) != len(self.sigma):
            raise ValueError("a normal has as many standard deviations as means")
        if not all(math.isfinite(value) for value in (*self.mu, *self.sigma)):
            raise ValueError("the means and standard deviations of a normal must be finite numbers")
        if min(self.sigma) <= 0:
            raise ValueError("the standard deviations of a normal must be above 0")

    def toward(self, other: Self, t: float) -> Self:
        """Return the normal at ``t`` of the way to another; a ratio of sigmas grows by equal factors."""
        mu = np.array(self.mu) * (1 - t) + np.array(other.mu) * t
        sigma = np.exp(np.log(self.sigma) * (1 - t) + np.log(other.sigma) * t)
        return type(self)(tuple(mu.tolist()), tuple(sigma.tolist()))

    def from_prior(self, t: float) -> Self:
        """Return the normal at ``t``, 0 to 1, of the way to this one from the prior, a standard normal.

        Its KL from the prior never falls on the way.
        """
        if t == 1:
            return self
        zeros = (0.0,) * len(self.mu)
        return type(self)(zeros, (1.0,) * len(zeros)).toward(self, t)

    def check_by_hand(self, dims: int) -> None:
        """Refuse what no hand can set: see ``LIMIT``, ``LEAST_SIGMA`` and ``MOST_SIGMA``.

        Raises:
            ValueError: It is such a normal.
        """
        check_code(self.mu, dims, "the mean of q")
        if not all(LEAST_SIGMA <= value <= MOST_SIGMA for value in self.sigma):
            raise ValueError(f"sigma of q must be between {LEAST_SIGMA:g} and {MOST_SIGMA:g}")


@dataclass(frozen=True, slots=True)
class Plane:
    """A plane of the latent space: the points origin + a u + b v.

    Attributes:
        origin: The point at (0, 0).
        u: One unit to the right.
        v: One unit up, at a right angle to ``u``.
    """

    origin: Code
    u: Code
    v: Code

    def __post_init__(self) -> None:
        if not len(self.origin) == len(self.u) == len(self.v):
            raise ValueError("a plane's origin and directions have the same dimensions")
        lengths = _norm(self.u), _norm(self.v)
        if not all(_TINY < length < math.inf for length in lengths):
            raise ValueError("a plane needs two directions")
        if abs(float(np.dot(self.u, self.v))) > 1e-6 * lengths[0] * lengths[1]:
            raise ValueError("a plane's directions must be at a right angle")

    @classmethod
    def along(cls, axes: tuple[int, int], through: Code) -> Self:
        """Return the plane of two axes through a code; its units are those of the latents."""
        origin, unit = list(through), np.eye(len(through))
        origin[axes[0]] = origin[axes[1]] = 0.0  # so that all codes of the plane give the same one
        u, v = (tuple(unit[axis].tolist()) for axis in axes)
        return cls(tuple(origin), u, v)

    @classmethod
    def through(cls, a: Code, b: Code, c: Code) -> Self:
        """Return the plane through three codes, its middle between them, the way from a to b to the right.

        Raises:
            ValueError: They lie on one line.
        """
        points = np.array((a, b, c), np.float64)
        u, w = points[1] - points[0], points[2] - points[0]
        across = _norm(u)
        if across > _TINY:
            u = u / across
            w = w - (w @ u) * u
        if across <= _TINY or _norm(w) <= 1e-6 * across:
            raise ValueError("three pins on one line span no plane")
        origin = points.mean(0)
        unit = max(_norm(point - origin) for point in points) / _VIEWED
        v = w / _norm(w)
        return cls(*(tuple(part.tolist()) for part in (origin, u * unit, v * unit)))

    def at(self, a: float, b: float) -> Code:
        """Return the code at a place of the map, no latent beyond ``LIMIT``."""
        z = np.array(self.origin) + a * np.array(self.u) + b * np.array(self.v)
        return tuple(np.clip(z, -LIMIT, LIMIT).tolist())

    def grid(self, across: NDArray[np.floating], up: NDArray[np.floating]) -> Floats:
        """Return the codes at the crossings, (len(up), len(across), L); the first row is the lowest."""
        a, b = across[None, :, None], up[:, None, None]
        return np.array(self.origin) + a * np.array(self.u) + b * np.array(self.v)

    def places(self, codes: NDArray[np.floating]) -> Floats:
        """Return where codes (..., L), seen straight from above, lie on the map, (..., 2)."""
        return (codes - np.array(self.origin)) @ self._down.T

    def ellipse(self, q: Gauss, deviations: float = 1.0, points: int = 64) -> Floats:
        """Return the outline of a normal's shadow on the map, so many deviations out, (points, 2)."""
        centre = self.places(np.array(q.mu))
        root = _root(self._down * np.array(q.sigma))
        turn = np.linspace(0.0, 2 * np.pi, points, endpoint=False)
        return centre + deviations * np.stack((np.cos(turn), np.sin(turn)), 1) @ root.T

    @property
    def _down(self) -> Floats:
        """The projection onto the plane in its units, (2, L)."""
        u, v = np.array(self.u), np.array(self.v)
        return np.stack((u / (u @ u), v / (v @ v)))


def quantiles(count: int) -> Floats:
    """Return the middles of ``count`` slices of equal weight of a standard normal, ascending, (count,)."""
    normal = NormalDist()
    return np.array([normal.inv_cdf((i + 0.5) / count) for i in range(count)])


def between(a: Code, b: Code, t: float, way: Way = "line") -> Code:
    """Return the code at ``t``, 0 to 1, of the way from one to another.

    Args:
        a: The first.
        b: The last.
        t: How far.
        way: Straight, or on an arc about 0, whose distance from 0 grows evenly: in many dimensions a line
            passes too near to 0, where codes of the prior hardly ever lie (White 2016, "Sampling Generative
            Networks").
    """
    first, last = np.array(a, np.float64), np.array(b, np.float64)
    if t in (0, 1):
        return b if t else a
    straight = (1 - t) * first + t * last
    z = straight if way == "line" else _arc(first, last, t, straight)
    return tuple(np.clip(z, -LIMIT, LIMIT).tolist())


def _arc(first: Floats, last: Floats, t: float, straight: Floats) -> Floats:
    lengths = _norm(first), _norm(last)
    if min(lengths) < _TINY or len(first) < 2:
        return straight
    u, w = first / lengths[0], last / lengths[1]
    angle = 2 * math.atan2(_norm(u - w), _norm(u + w))  # exact near 0 and near pi, where acos is not
    if angle < 1e-6:
        return straight
    side = w - (w @ u) * u if angle < math.pi - 1e-6 else _across(u)
    side /= _norm(side)
    radius = (1 - t) * lengths[0] + t * lengths[1]
    return radius * (math.cos(t * angle) * u + math.sin(t * angle) * side)


def _across(u: Floats) -> Floats:
    """Return a direction at a right angle to a unit vector: in a plane, to the left."""
    if len(u) == 2:
        return np.array((-u[1], u[0]))
    axis = np.zeros_like(u)
    axis[int(np.abs(u).argmin())] = 1.0
    return axis - (axis @ u) * u


def _norm(vector: NDArray[np.floating] | Code) -> float:
    return float(np.linalg.norm(vector))


def _root(factor: Floats) -> Floats:
    """Return the symmetric root of factor factor^T, (2, 2)."""
    values, vectors = np.linalg.eigh(factor @ factor.T)
    return (vectors * np.sqrt(np.maximum(values, 0.0))) @ vectors.T
