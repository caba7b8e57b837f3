"""log p(x) of a model with two latents, and its posterior, by squares that cover the plane once.

Two numbers are few enough to integrate over. The plane is cut into equal squares, each counted by the value
at its middle; where there is mass, squares are cut into four, and again, until the sum no longer changes::

    p(x) = sum_c h_c^2 p(z_c) p(x | z_c),   p(z in c | x) = h_c^2 p(z_c) p(x | z_c) / p(x)

The sum over equal squares of a smooth function that vanishes at the border is far better than its order says:
for a normal of deviation s its relative error is about 2 exp(-2 pi^2 s^2 / h^2), 3e-9 for h = s (Trefethen
and Weideman 2014, "The Exponentially Convergent Trapezoidal Rule"). So what is cut is cut everywhere up to
where next to nothing is left, and squares of different sizes meet only there. A posterior may have several
modes, or one so narrow that it hides between the middles: the first cut keeps all that is not hopeless, and
whatever lies near q that does not show yet.

The likelihood is any function of codes, so that this is tested against one with a closed form.
"""

import math
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

import torch
from torch import Tensor

LogLikelihood = Callable[[Tensor], Tensor]
"""log p(x | z) in nats, (N,), of codes (N, 2) float64."""
Extent = tuple[float, float, float, float]
"""Left, right, bottom, top."""

PART = 256  # codes decoded between two steps: 13 ms at most where a decoder has 500 units
_RESOLVED, _EASY = 1.0, 0.5  # nats of contrast: of a normal, h = 1.2 s and 0.6 s
_FAR, _HOPELESS = 14.0, 24.0  # nats below the largest: not cut; not cut before the mode is resolved
_SEEN = 8.0  # nats below the largest: what shows is cut where it is not resolved, wherever q is
_SLOPE, _TINY = 0.8, 1e-9  # of a normal, the contrast is so many h / s
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


@dataclass(frozen=True, eq=False)
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

    @cached_property
    def share(self) -> Tensor:
        """Of their mass, (N,)."""
        return (self.log_joint - torch.logsumexp(self.log_joint, 0)).exp()

    @cached_property
    def contrasts(self) -> Tensor:
        """By how much each differs from its neighbours to the right and above, (2, N), in nats; 0 of none."""
        keys, width = _keys(self.places)
        order = keys.argsort()
        ascending = keys[order]
        found: list[Tensor] = []
        for step in (1, width):
            at = torch.searchsorted(ascending, keys + step).clamp(max=len(keys) - 1)
            differ = (self.log_joint[order[at]] - self.log_joint).abs()
            found.append(differ * (ascending[at] == keys + step))
        return torch.stack(found)

    @cached_property
    def contrast(self) -> float:
        """By how much neighbours differ where the mass is, in nats, in a row or in a column.

        Of a normal of deviation s it is 0.8 h / s; a sum that happens not to change tells less.
        """
        return float((self.contrasts @ self.share).max())


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
    most: int = 20_000,
) -> Iterator[Integral | None]:
    """Yield log p(x) and the posterior, better and better; None between, so that no step is long.

    Args:
        log_likelihood: log p(x | z) of codes.
        coarse: The same at the codes of the lattice, (cells^2,).
        near: Mean and deviations of q, (2,) each: squares near it, unless the posterior shows there already,
            are cut until they are as small as it.
        lattice: The squares to begin with.
        tolerance: Error in nats with which the last is content.
        most: Codes decoded at most beyond the lattice's: a cut of more is not begun, and the error tells.
    """
    left: list[Squares] = []
    now = Squares(lattice.step, lattice.places(), coarse.double() + log_prior(lattice.codes()))
    calls, rim, top = 0, _rim(now, lattice), now.log_joint.max()
    found = _sum(lattice, [now], calls, _error_of_lattice(now, lattice) + rim)
    yield found
    for _ in range(_DEPTH):
        top = torch.maximum(top, now.log_joint.max())
        cut = _near(now, lattice, near) & (now.log_joint < top - _SEEN)
        if not left:  # the lattice alone is never enough: a narrow mode between its middles shows in this cut
            cut |= _with_mass(now)
        elif not _good(found, now, tolerance):
            cut |= _coarse(now, _with_mass(now))
        if not cut.any() or calls + 4 * int(cut.sum()) > most:
            return
        left.append(now.of(~cut))
        now = yield from _cut(log_likelihood, lattice, now.of(cut))
        calls += len(now.places)
        before, found = found.log_prob, _sum(lattice, [*left, now], calls, rim)
        found = replace(found, error=max(abs(found.log_prob - before), _unresolved(now)) + rim)
        yield found


def _cut(log_likelihood: LogLikelihood, lattice: Lattice, squares: Squares) -> Generator[None, None, Squares]:
    """Yield while the likelihood is asked for in the quarters of squares, and return them."""
    corners = torch.cartesian_prod(torch.arange(2), torch.arange(2))
    places = (2 * squares.places[:, None] + corners).flatten(0, 1)
    middles = lattice.middles(places, squares.step / 2)
    values: list[Tensor] = []
    for part in in_parts(log_likelihood, middles):
        values.append(part)
        yield
    return Squares(squares.step / 2, places, torch.cat(values) + log_prior(middles))


def _good(found: Integral, now: Squares, tolerance: float) -> bool:
    return found.error < tolerance and now.contrast < _RESOLVED


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
    """Return the largest difference of log p(x) by a quarter of the squares, each for four.

    Where the mass is not resolved that may happen to be small, and what neighbours differ by is no less true.
    """
    values = now.log_joint.reshape(lattice.cells, lattice.cells)
    parts = torch.stack([values[i::2, j::2].flatten() for i in (0, 1) for j in (0, 1)])
    sums = torch.logsumexp(parts, 1)
    apart = float(sums.max() - sums.min())
    return apart if now.contrast < _RESOLVED else max(apart, now.contrast)


def _unresolved(now: Squares) -> float:
    """Return by how much squares as wide as these are wrong about a normal, relatively: see the module.

    A sum that happens not to change when squares are cut would seem to be right.
    """
    return 2 * math.exp(-2 * (math.pi * _SLOPE / max(now.contrast, _TINY)) ** 2)


def _rim(now: Squares, lattice: Lattice) -> float:
    """Return the share of the mass at the lattice's border: as much may lie beyond."""
    border = ((now.places == 0) | (now.places == lattice.cells - 1)).any(1)
    whole = torch.logsumexp(now.log_joint, 0)
    return float((torch.logsumexp(now.log_joint[border], 0) - whole).exp())


def _with_mass(now: Squares) -> Tensor:
    """Return a mask, (N,), of the squares with mass, and of those that touch one."""
    depth = _FAR if now.contrast < _RESOLVED else _HOPELESS
    return _and_beside(now.places, now.log_joint > now.log_joint.max() - depth)


def _near(now: Squares, lattice: Lattice, near: tuple[Tensor, Tensor]) -> Tensor:
    """Return a mask, (N,), of the squares near q that are larger than it, and of those that touch one."""
    mu, sigma = near
    if now.step <= float(sigma.min()):
        return torch.zeros(len(now.places), dtype=torch.bool)
    away = (lattice.middles(now.places, now.step) - mu).abs()
    return _and_beside(now.places, (away < 2 * sigma.clamp(max=now.step) + now.step).all(1))


def _coarse(now: Squares, chosen: Tensor) -> Tensor:
    """Return those of a mask, (N,), that lie in an island of it which is not yet resolved with ease.

    An island has next to nothing around it, so that what is cut and what is not meet only there.
    """
    island = _islands(now.places[chosen])
    share = now.share[chosen]
    held = torch.zeros(len(island)).double().index_add(0, island, share)
    differ = torch.zeros(2, len(island)).double().index_add(1, island, now.contrasts[:, chosen] * share)
    coarse = torch.zeros_like(chosen)
    coarse[chosen] = (differ.amax(0) / held > _EASY)[island]
    return coarse


def _islands(places: Tensor) -> Tensor:
    """Return for each square, (N,), the number of the first one that it is joined to by sides."""
    keys, width = _keys(places)
    ascending, order = keys.sort()
    label = torch.arange(len(keys))
    while True:
        before = label
        for step in (1, -1, width, -width):
            at = torch.searchsorted(ascending, keys + step).clamp(max=len(keys) - 1)
            beside = torch.where(ascending[at] == keys + step, label[order[at]], label)
            label = torch.minimum(label, beside)
        label = label[label]  # whoever it points to may point farther: a long island takes few rounds
        if torch.equal(label, before):
            return label


def _and_beside(places: Tensor, chosen: Tensor) -> Tensor:
    """Return the mask, (N,), of squares that are chosen or touch one that is."""
    keys, width = _keys(places)
    steps = torch.tensor([-1, 0, 1])
    around = (steps[:, None] * width + steps).flatten()
    return torch.isin(keys, (keys[chosen, None] + around).flatten())


def _keys(places: Tensor) -> tuple[Tensor, int]:
    """Return a number for each place, (N,), and by how much it grows from one row to the next."""
    width = int(places.max()) + 3  # so that no row's end touches the next one's beginning
    return places[:, 1] * width + places[:, 0], width


def _tents(middle: Tensor, step: Tensor, low: float, high: float, pixels: int) -> Tensor:
    """Return how much of each tent of one dimension lies in each pixel, (N, pixels)."""
    edges = torch.linspace(low, high, pixels + 1, dtype=torch.float64)
    u = ((edges - middle[:, None]) / step[:, None]).clamp(-1, 1)
    below = torch.where(u < 0, (1 + u).square() / 2, 1 - (1 - u).square() / 2)
    return below.diff(dim=1)
