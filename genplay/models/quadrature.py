"""log p(x) of a model with two latents, and its posterior, by squares that cover the plane once.

Two numbers are few enough to integrate over. The plane is cut into equal squares, each counted by the value
at its middle; where there is mass, squares are cut into four, and again, until the sum no longer changes::

    p(x) = sum_c h_c^2 p(z_c) p(x | z_c),   p(z in c | x) = h_c^2 p(z_c) p(x | z_c) / p(x)

The sum over equal squares of a smooth function that vanishes at the border is far better than its order says:
for a normal of deviation s its relative error is about 2 exp(-2 pi^2 s^2 / h^2), 3e-9 for h = s (Trefethen
and Weideman 2014, "The Exponentially Convergent Trapezoidal Rule"). So what is cut is cut everywhere up to
where next to nothing is left, and squares of different sizes meet only there. A posterior may have several
modes, or one so narrow that it hides between the middles: the first cut keeps all that is not hopeless, and
whatever lies near q.

The likelihood is any function of codes, so that this is tested against one with a closed form.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

import torch
from torch import Tensor

LogLikelihood = Callable[[Tensor], Tensor]
"""log p(x | z) in nats, (N,), of codes (N, 2) float64."""
Extent = tuple[float, float, float, float]
"""Left, right, bottom, top."""

PART = 256  # codes decoded between two steps: 13 ms at most where a decoder has 500 units
_RESOLVED = 0.15  # share of the largest square: of a normal, h = 0.97 s
_FAR, _HOPELESS = 14.0, 24.0  # nats below the largest: not cut; not cut before the mode is resolved
_DEPTH = 9  # cuts: from 1/8 to 1/4096


@dataclass(frozen=True, slots=True)
class Lattice:
    """Equal squares about 0.

    Args:
        half: How far it reaches in each direction; of a standard normal, 1e-15 lies beyond 8.
        cells: Squares in a row.
    """

    half: float = 8.0
    cells: int = 128

    @property
    def step(self) -> float:
        """Side of a square."""
        return 2 * self.half / self.cells

    def codes(self) -> Tensor:
        """Return the middles, row by row from the lowest, (cells^2, 2) float64."""
        return self.middles(self.places(), self.step)

    def places(self) -> Tensor:
        """Return column and row of each square, (cells^2, 2) int64."""
        row = torch.arange(self.cells)
        return torch.cartesian_prod(row, row).flip(1)

    def middles(self, places: Tensor, step: float) -> Tensor:
        """Return the middles, (N, 2) float64, of squares of a side at these columns and rows, (N, 2)."""
        return (places.double() + 0.5) * step - self.half


LATTICE = Lattice()


@dataclass(frozen=True, slots=True, eq=False)
class Squares:
    """Squares of one size.

    Attributes:
        step: Side of each.
        places: Column and row of each in a lattice of this step, (N, 2).
        log_joint: log p(x, z) at the middles, (N,), in nats.
    """

    step: float
    places: Tensor
    log_joint: Tensor

    def of(self, chosen: Tensor) -> "Squares":
        """Return those of a mask, (N,)."""
        return Squares(self.step, self.places[chosen], self.log_joint[chosen])

    @property
    def log_mass(self) -> Tensor:
        """Log of the integral of p(x, z) over each, (N,), in nats."""
        return self.log_joint + 2 * math.log(self.step)


@dataclass(frozen=True, eq=False)
class Integral:
    """log p(x), and the posterior as masses of squares.

    Attributes:
        log_prob: log p(x) in nats.
        error: By how much it changed when the squares were cut last; more if mass lies at the border.
        middles: Of the squares, (N, 2).
        steps: Their sides, (N,).
        log_mass: log p(z in square, x), (N,), in nats.
        calls: Codes at which the likelihood was asked for, but for those of the lattice.
    """

    log_prob: float
    error: float
    middles: Tensor
    steps: Tensor
    log_mass: Tensor
    calls: int

    @cached_property
    def mass(self) -> Tensor:
        """p(z in square | x), (N,)."""
        return (self.log_mass - self.log_prob).exp()

    @cached_property
    def mean(self) -> Tensor:
        """E[z | x], (2,)."""
        return self.mass @ self.middles

    @cached_property
    def deviation(self) -> Tensor:
        """Standard deviation of each latent given x, (2,)."""
        return (self.mass @ (self.middles - self.mean).square()).sqrt()

    def bulk(self, share: float = 0.999) -> Extent:
        """Return the smallest box of the densest squares that hold this share of the posterior."""
        order = (self.mass / self.steps.square()).argsort(descending=True)
        held = self.mass[order].cumsum(0)
        chosen = order[: int((held < share).sum()) + 1]
        half = self.steps[chosen, None] / 2
        low = (self.middles[chosen] - half).amin(0).tolist()
        high = (self.middles[chosen] + half).amax(0).tolist()
        return low[0], high[0], low[1], high[1]

    def raster(self, extent: Extent, pixels: int) -> Tensor:
        """Return the mean density of the posterior in each of (pixels, pixels) pixels, rows upwards.

        The mass of a square is spread as a tent over twice its side, which joins the squares smoothly.
        """
        seen = self.mass > 1e-9 * self.mass.max()
        middles, steps, mass = self.middles[seen], self.steps[seen], self.mass[seen]
        left, right, bottom, top = extent
        across = _tents(middles[:, 0], steps, left, right, pixels)
        up = _tents(middles[:, 1], steps, bottom, top, pixels)
        area = (right - left) * (top - bottom) / pixels**2
        return up.T @ (mass[:, None] * across) / area


def log_prior(z: Tensor) -> Tensor:
    """Return log of the density of a standard normal, (N,), in nats, at codes (N, L)."""
    return -0.5 * z.square().sum(-1) - 0.5 * z.shape[-1] * math.log(2 * math.pi)


def in_parts(log_likelihood: LogLikelihood, codes: Tensor) -> Iterator[Tensor]:
    """Yield log p(x | z) of codes, (N, L), at most ``PART`` at a time, (n,) float64 each."""
    for part in codes.split(PART):
        yield log_likelihood(part).double()


def integrate(
    log_likelihood: LogLikelihood,
    coarse: Tensor,
    near: tuple[Tensor, Tensor],
    *,
    lattice: Lattice = LATTICE,
    tolerance: float = 1e-5,
    most: int = 12_000,
) -> Iterator[Integral | None]:
    """Yield log p(x) and the posterior, better and better; None between, so that no step is long.

    Args:
        log_likelihood: log p(x | z) of codes.
        coarse: The same at the codes of the lattice, (cells^2,).
        near: Mean and deviations of q, (2,) each: squares near it are cut until they are as small as it.
        lattice: The squares to begin with.
        tolerance: Error in nats with which the last is content.
        most: Codes at which to stop in any case; a last cut is not begun that would exceed it.
    """
    left: list[Squares] = []
    now = Squares(lattice.step, lattice.places(), coarse.double() + log_prior(lattice.codes()))
    calls, rim = 0, _rim(now, lattice)
    found = _sum(lattice, [now], calls, _error_of_lattice(now, lattice) + rim)
    yield found
    for _ in range(_DEPTH):
        if _good(found, now, tolerance):
            return
        cut = _to_cut(now, lattice, near, found.log_prob)
        if calls + 4 * int(cut.sum()) > most or not cut.any():
            return
        pieces = _quarters(now.places[cut])
        middles = lattice.middles(pieces, now.step / 2)
        values: list[Tensor] = []
        for part in in_parts(log_likelihood, middles):
            values.append(part)
            yield None
        left.append(now.of(~cut))
        now = Squares(now.step / 2, pieces, torch.cat(values) + log_prior(middles))
        calls += len(pieces)
        before, found = found.log_prob, _sum(lattice, [*left, now], calls, rim)
        found = _sum(lattice, [*left, now], calls, abs(found.log_prob - before) + rim)
        yield found


def _good(found: Integral, now: Squares, tolerance: float) -> bool:
    return found.error < tolerance and _largest(now, found.log_prob) < _RESOLVED


def _largest(now: Squares, log_prob: float) -> float:
    """Return the share of all mass that the heaviest square has."""
    return math.exp(float(now.log_mass.max()) - log_prob)


def _sum(lattice: Lattice, squares: list[Squares], calls: int, error: float) -> Integral:
    log_mass = torch.cat([some.log_mass for some in squares])
    return Integral(
        log_prob=float(torch.logsumexp(log_mass, 0)),
        error=error,
        middles=torch.cat([lattice.middles(some.places, some.step) for some in squares]),
        steps=torch.cat([torch.full((len(some.places),), some.step).double() for some in squares]),
        log_mass=log_mass,
        calls=calls,
    )


def _error_of_lattice(now: Squares, lattice: Lattice) -> float:
    """Return the largest difference of log p(x) by a quarter of the squares, each for four."""
    values = now.log_joint.reshape(lattice.cells, lattice.cells)
    parts = torch.stack([values[i::2, j::2].flatten() for i in (0, 1) for j in (0, 1)])
    sums = torch.logsumexp(parts, 1)
    return float(sums.max() - sums.min())


def _rim(now: Squares, lattice: Lattice) -> float:
    """Return the share of the mass at the lattice's border: as much may lie beyond."""
    border = ((now.places == 0) | (now.places == lattice.cells - 1)).any(1)
    whole = torch.logsumexp(now.log_joint, 0)
    return float((torch.logsumexp(now.log_joint[border], 0) - whole).exp())


def _to_cut(now: Squares, lattice: Lattice, near: tuple[Tensor, Tensor], log_prob: float) -> Tensor:
    """Return a mask, (N,), of the squares to cut: those with mass, those beside them, and those near q."""
    resolved = _largest(now, log_prob) < _RESOLVED
    depth = _FAR if resolved else _HOPELESS
    chosen = now.log_joint > now.log_joint.max() - depth
    mu, sigma = near
    if now.step > float(sigma.min()):
        away = (lattice.middles(now.places, now.step) - mu).abs()
        chosen |= (away < 2 * sigma.clamp(max=now.step) + now.step).all(1)
    return _and_beside(now.places, chosen)


def _and_beside(places: Tensor, chosen: Tensor) -> Tensor:
    """Return the mask, (N,), of squares that are chosen or touch one that is."""
    width = int(places.max()) + 3  # no two places within reach have the same key
    keys = places[:, 1] * width + places[:, 0]
    steps = torch.tensor([-1, 0, 1])
    around = (steps[:, None] * width + steps).flatten()
    return torch.isin(keys, (keys[chosen, None] + around).flatten())


def _quarters(places: Tensor) -> Tensor:
    """Return the four pieces of each square, (4 N, 2)."""
    corner = torch.cartesian_prod(torch.arange(2), torch.arange(2))
    return (2 * places[:, None] + corner).flatten(0, 1)


def _tents(middle: Tensor, step: Tensor, low: float, high: float, pixels: int) -> Tensor:
    """Return how much of each tent of one dimension lies in each pixel, (N, pixels)."""
    edges = torch.linspace(low, high, pixels + 1, dtype=torch.float64)
    u = ((edges - middle[:, None]) / step[:, None]).clamp(-1, 1)
    below = torch.where(u < 0, (1 + u).square() / 2, 1 - (1 - u).square() / 2)
    return below.diff(dim=1)
