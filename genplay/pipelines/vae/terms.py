"""The terms of log p(x): the sandwich of two latents, the ELBO of more, and the bounds by many codes."""

import math
from collections.abc import Generator, Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from genplay.families.vae import (
    COUNTS,
    Bound,
    Bounds,
    Estimated,
    Gauss,
    Ledger,
    Posterior,
    Sandwich,
    Sandwiched,
    Working,
)
from genplay.models import quadrature, sandwich, vae
from genplay.models.quadrature import LATTICE, PART, Extent, Integral, Lattice, LogLikelihood
from genplay.models.sandwich import Nodes
from genplay.pipelines.vae.coder import Coder, tensors
from genplay.pipelines.vae.tables import LatticeTable

PIXELS = 64  # of the picture of a posterior, a side
FIRST = 0.1  # nats of error with which the first answer is content: the last cut is often the most costly
TOLERANCE = 1e-5  # and the last; of a log p(x) beyond 1,000 nats, its 1e-8th part
SIDES = (16, 16)  # steps around q to begin with: doubled until two expectations differ by no more than
ENOUGH = 1e-4  # nats, or there are more nodes than
MOST = 20_000
NOISE = 512  # codes that estimate the ELBO where there are other than two latents
_WIDE, _HELD = 2.0, 5.0  # steps of the lattice that a wide q's deviation has; deviations that it holds of it
_SHOWN = 2.5  # deviations of q that the picture of the posterior holds at least
_MARGIN = 0.1  # around them
_DRAWN, _EVERY = (
    50,
    5,
)  # codes of a bound drawn in a step: few, as there are many; and steps until it is shown


@dataclass(frozen=True, slots=True)
class _Around:
    """What is known around q, by two sets of nodes that lie between each other.

    Attributes:
        sides: Steps in each direction.
        reconstruction: E_q[log p(x | z)] in nats, by the first set.
        nodes: The second set.
        values: log p(x | z) there, (N,).
        error: By how much that expectation differs by the second, in nats.
        calls: Codes that were decoded.
    """

    sides: tuple[int, int]
    reconstruction: float
    nodes: Nodes
    values: Tensor
    error: float
    calls: int


def sandwich_of(coder: Coder, request: Sandwich) -> Iterator[object]:
    """Yield a first ``Sandwiched`` and the refined one, ``Working`` between; else ``Estimated``."""
    q = yield from coder.q(request.drawing, request.q, request.step, request.learned)
    if coder.latent != 2:
        yield from _estimated(coder, request, q)
        return
    if coder.lattice.done < 1:
        yield from _rough(coder, request, q)
    while coder.lattice.done < 1:
        coder.lattice.step()
        yield Working(coder.lattice.done)
    coarse, likelihood = _asked(coder, coder.lattice, request)
    around = _on_lattice(coarse, q) or (yield from _around(likelihood, q, SIDES))
    found = coder.integral(request.drawing)  # as it was under another q: what is dragged is answered at once
    if shown := found is not None:
        yield _sandwiched(coder, request, q, found, around, refined=False)
    for step in _integrals(LATTICE, coarse, likelihood, q):
        if step is None:
            yield Working()
            continue
        found = step
        if found.error < FIRST and not shown:
            shown = True
            yield _sandwiched(coder, request, q, found, around, refined=False)
    assert found is not None
    coder.keep(request.drawing, found)
    while around.error > ENOUGH and 2 * around.calls < MOST:
        yield _sandwiched(coder, request, q, found, around, refined=False)
        around = yield from _around(likelihood, q, _finer(q, around.sides))
    yield _sandwiched(coder, request, q, found, around, refined=True)


def _rough(coder: Coder, request: Sandwich, q: Gauss) -> Iterator[object]:
    """Yield a first answer, which need not wait until the usual lattice is decoded."""
    while coder.rough.done < 1:
        coder.rough.step()
        yield Working(coder.rough.done)
    coarse, likelihood = _asked(coder, coder.rough, request)
    around = yield from _around(likelihood, q, SIDES)
    for found in _integrals(coder.rough.lattice, coarse, likelihood, q):
        if found is None:
            yield Working()
        elif found.error < FIRST:
            yield _sandwiched(coder, request, q, found, around, refined=False)
            return


def _asked(coder: Coder, table: LatticeTable, request: Sandwich) -> tuple[Tensor, LogLikelihood]:
    """Return log p(x | z) at the codes of a lattice, and as a function of any."""
    return table.log_likelihoods(request.drawing.flat()), coder.likelihood(request.drawing)


def _integrals(
    lattice: Lattice, coarse: Tensor, likelihood: LogLikelihood, q: Gauss
) -> Iterator[Integral | None]:
    tolerance = max(TOLERANCE, 1e-8 * abs(float(coarse.max())))
    mu, logvar = tensors(q)
    near = mu, (0.5 * logvar).exp()
    return quadrature.integrate(likelihood, coarse, near, lattice=lattice, tolerance=tolerance)


def _on_lattice(coarse: Tensor, q: Gauss) -> _Around | None:
    """Return the two expectations by the lattice, which costs no call; None where q is too narrow or too far.

    Its black squares and its white ones are two sets of nodes that lie between each other.
    """
    mu, logvar = tensors(q)
    sigma = (0.5 * logvar).exp()
    if float(sigma.min()) < _WIDE * LATTICE.step or float((mu.abs() + _HELD * sigma).max()) > LATTICE.half:
        return None
    eps = (LATTICE.codes() - mu) / sigma
    weights = quadrature.log_prior(eps).exp() * 2 * LATTICE.step**2 / sigma.prod()
    black = LATTICE.places().sum(1) % 2 == 0
    white = Nodes(eps[~black], weights[~black])
    first, second = float(weights[black] @ coarse[black]), float(white.mean(coarse[~black]))
    sides = [2 ** round(math.log2(2 * sandwich.REACH * value / LATTICE.step)) for value in q.sigma]
    return _Around((sides[0] // 2, sides[1] // 2), first, white, coarse[~black], abs(first - second), 0)


def _finer(q: Gauss, sides: tuple[int, int]) -> tuple[int, int]:
    """Return twice the steps where they are wide; a direction in which they are much shorter has enough."""
    first, second = (sigma / side for sigma, side in zip(q.sigma, sides, strict=True))
    return sides[0] * (1 + (2 * first > second)), sides[1] * (1 + (2 * second > first))


def _around(likelihood: LogLikelihood, q: Gauss, sides: tuple[int, int]) -> Generator[Working, None, _Around]:
    """Yield while the two expectations under q are found, and return them."""
    mu, logvar = tensors(q)
    pair = sandwich.even(sides, 0.25), sandwich.even(sides, 0.75)
    found: list[Tensor] = []
    for nodes in pair:
        values: list[Tensor] = []
        for part in quadrature.in_parts(likelihood, nodes.codes(mu, logvar)):
            values.append(part)
            yield Working()
        found.append(torch.cat(values))
    means = [float(nodes.mean(values)) for nodes, values in zip(pair, found, strict=True)]
    error, calls = abs(means[0] - means[1]), len(found[0]) + len(found[1])
    return _Around(sides, means[0], pair[1], found[1], error, calls)


def _sandwiched(
    coder: Coder, request: Sandwich, q: Gauss, found: Integral, around: _Around, *, refined: bool
) -> Sandwiched:
    mu, logvar = tensors(q)
    ledger = Ledger(
        reconstruction=around.reconstruction,
        kl_prior=float(vae.kl(mu, logvar).sum()),
        kl_posterior=sandwich.gap(around.nodes, around.values, mu, logvar, found.log_prob),
        log_prob=found.log_prob,
        error=found.error + around.error,
    )
    posterior = _posterior(found, q)
    calls = found.calls + around.calls
    return Sandwiched(coder.name, request.drawing, q, ledger, posterior, calls, refined)


def _posterior(found: Integral, q: Gauss) -> Posterior:
    extent = _extent(found, q)
    density = found.raster(extent, PIXELS).float().numpy()
    return Posterior(density, extent, found.mean.numpy(), found.deviation.numpy())


def _extent(found: Integral, q: Gauss) -> Extent:
    """Return the smallest square, with a margin, that holds nearly all of the posterior and of q."""
    bulk = np.array(found.bulk()).reshape(2, 2)
    mu, sigma = np.array(q.mu), np.array(q.sigma)
    low = np.minimum(bulk[:, 0], mu - _SHOWN * sigma)
    high = np.maximum(bulk[:, 1], mu + _SHOWN * sigma)
    middle, half = (low + high) / 2, (0.5 + _MARGIN) * float((high - low).max())
    (left, bottom), (right, top) = (middle - half).tolist(), (middle + half).tolist()
    return left, right, bottom, top


def _estimated(coder: Coder, request: Sandwich, q: Gauss) -> Iterator[object]:
    mu, logvar = tensors(q)
    likelihood, nodes = coder.likelihood(request.drawing), sandwich.noise(NOISE, coder.latent, 0)
    values: list[Tensor] = []
    for part in quadrature.in_parts(likelihood, nodes.codes(mu, logvar)):
        values.append(part)
        yield Working(len(values) * PART / NOISE)
    pairs = torch.cat(values).reshape(2, -1).mean(0)  # of noise and its opposite
    yield Estimated(
        model=coder.name,
        drawing=request.drawing,
        q=q,
        reconstruction=float(pairs.mean()),
        kl_prior=float(vae.kl(mu, logvar).sum()),
        error=float(pairs.std()) / len(pairs) ** 0.5,
    )


def bounds_of(coder: Coder, request: Bound) -> Iterator[object]:
    """Yield ``Bounds`` that grow, the codes of each repeat drawn by a seed of its own."""
    q = yield from coder.q(request.drawing, request.q, request.step, request.learned)
    mu, logvar = tensors(q)
    likelihood = coder.likelihood(request.drawing)
    log_w = torch.empty(request.repeats * COUNTS[-1], dtype=torch.float64)
    done = 0
    for repeat in range(request.repeats):
        generator = torch.Generator().manual_seed(request.seed << 16 | repeat)
        for _ in range(COUNTS[-1] // _DRAWN):
            eps = torch.randn(_DRAWN, coder.latent, generator=generator, dtype=torch.float64)
            log_w[done : done + _DRAWN] = sandwich.log_weights(likelihood, mu, logvar, eps)
            done += _DRAWN
            shown = done % (_DRAWN * _EVERY) == 0
            yield _bounds(coder, request, log_w[:done], len(log_w)) if shown else Working(done / len(log_w))


def _bounds(coder: Coder, request: Bound, log_w: Tensor, total: int) -> Bounds:
    counts = [count for count in COUNTS if count <= len(log_w)]
    estimates = [sandwich.runs(log_w, count) for count in counts]
    return Bounds(
        model=coder.name,
        drawing=request.drawing,
        counts=np.array(counts),
        means=np.array([float(found.mean()) for found in estimates]),
        deviations=np.array([float(found.std()) if len(found) > 1 else np.nan for found in estimates]),
        runs=np.array([len(found) for found in estimates]),
        done=len(log_w),
        total=total,
    )
