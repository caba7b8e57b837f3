"""Train a GAN of the plane while one looks: the steps in between, what there is to draw, a step slowly."""

import math
from collections.abc import Iterator
from functools import lru_cache
from statistics import NormalDist
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from genplay.data import mixtures
from genplay.errors import UserError
from genplay.families.base import Request
from genplay.families.gan import (
    BLUR,
    BRUSH,
    EMPTY,
    LIMIT,
    SIDE,
    Coverage,
    Curves,
    Dissect,
    Dissected,
    Distance,
    Field,
    Floats,
    Game,
    GanStep,
    Hyper,
    Moved,
    Noise,
    Setup,
    TrainGan,
)
from genplay.families.training import Advancing
from genplay.models import gan2d
from genplay.models.gan2d import Config, Lattice
from genplay.models.gan2d_live import LiveGan, Move, Real, Setting
from genplay.pipelines import CPU, Models
from genplay.pipelines.trajectory import Trajectories, Trajectory
from genplay.pipelines.watching import check_step, watched

SHOWN = 400
"""Real points that are shown, and fake ones."""
NET, CURVE = 21, 201
"""Lines of the generator's net each way, and points of its curve where there is one input only."""
REACH = 3.0
"""Deviations from the middle of a normal up to which a point is of it."""
_PREVIEW = 0.06  # seconds of training between two previews, and ...
_SHARE = 7.0  # ... at least so many times what a preview takes: it costs an eighth of the time at most

LATTICE = Lattice(LIMIT, SIDE)
_CELLS = LATTICE.points()
_Way = Trajectory[Setup, Hyper, LiveGan]


def run(models: Models, request: Request) -> Iterator[object]:
    """Yield the answer, whose type the request names; what takes longer comes step by step.

    Raises:
        UserError: There is no such step, or nothing was drawn of what is to be learnt.
    """
    if not isinstance(request, TrainGan | Dissect):
        raise TypeError(f"the gan family has no request {type(request).__name__}")
    _learnt(request.plan.setup)  # a drawing takes its time: before the first step, not in it
    if isinstance(request, Dissect):
        yield from _dissect(request)
    else:
        yield from watched(_ways, request, lambda way: _shown(way, request), pause=_PREVIEW, share=_SHARE)


# -- what is learnt ------------------------------------------------------------------------------------------


class _Learnt(NamedTuple):
    """What is learnt, and its parts."""

    real: Real
    parts: NDArray[np.intp]  # (K,)
    shares: NDArray[np.float64]  # (P,)


@lru_cache(maxsize=8)
def _learnt(setup: Setup) -> _Learnt:
    if setup.data == "drawn" and not setup.points:
        raise UserError("Nothing is drawn yet. Draw a few points in the plane, then apply them.")
    found = mixtures.drawn(setup.points, BRUSH) if setup.data == "drawn" else mixtures.preset(setup.data)
    centres, sigmas, weights = (
        torch.as_tensor(array, dtype=torch.float32) for array in (found.centres, found.sigmas, found.weights)
    )
    return _Learnt(Real(centres, sigmas, weights), found.parts, found.shares)


def _begin(setup: Setup) -> LiveGan:
    config = Config(
        noise=setup.dims,
        generator=(setup.generator.units,) * setup.generator.layers,
        discriminator=(setup.discriminator.units,) * setup.discriminator.layers,
        limit=LIMIT,
    )
    normal = setup.noise == "normal"
    return LiveGan(Setting(config, normal, _learnt(setup).real, LATTICE, BLUR, setup.seed))


_ways: Trajectories[Setup, Hyper, LiveGan] = Trajectories(_begin)


# -- what there is to draw -----------------------------------------------------------------------------------


def _shown(way: _Way, request: TrainGan) -> GanStep:
    """Return all that there is to draw of a training as it stands."""
    plan, learner, loss = request.plan, way.learner, request.plan.at(way.step).loss
    learnt, fake = _learnt(plan.setup), learner.fake(learner.noise)  # (FIXED, 2)
    field = _field(learner, loss, learner.density(fake))
    distance = _distance(field, loss)
    return GanStep(
        plan=plan,
        step=way.step,
        of=request.step,
        stuck=way.step == way.stuck,
        real=learner.real[:SHOWN].numpy(),
        fake=fake[:SHOWN].numpy(),
        arrows=learner.pull(loss, fake[:SHOWN]).numpy(),
        field=field,
        sheet=_sheet(learner, plan.setup),
        curves=Curves.of(way.records.first(way.step), distance.js),
        game=_game(learner, loss, fake, distance.js),
        distance=distance,
        coverage=_coverage(fake, learnt),
        milliseconds=1000 * way.trained / max(way.taken, 1),
        device=CPU,
    )


def _surface(learner: LiveGan, loss: str) -> Tensor:
    """Return D or the critic's value on the lattice, (S, S)."""
    return gan2d.verdict(loss, learner.f(_CELLS)).reshape(SIDE, SIDE)


def _field(learner: LiveGan, loss: str, q: Tensor) -> Field:
    p = learner.p
    optimal = gan2d.optimal_discriminator(p, q).masked_fill_(p + q < EMPTY, math.nan)
    return Field(_surface(learner, loss).numpy(), optimal.numpy(), p.numpy(), q.numpy())


def _distance(field: Field, loss: str) -> Distance:
    p, q, learned = (torch.as_tensor(array) for array in (field.p, field.q, field.learned))
    away = gan2d.mean_gap(learned, p, q, LATTICE) if loss != "wasserstein" else None
    kl, reverse = gan2d.kl_divergence(p, q, LATTICE), gan2d.kl_divergence(q, p, LATTICE)
    return Distance(gan2d.js_divergence(p, q, LATTICE), kl, reverse, away)


def _game(learner: LiveGan, loss: str, fake: Tensor, js: float) -> Game:
    f_fake = learner.f(fake)
    real_term, fake_term = gan2d.value(loss, learner.f(learner.real), f_fake)
    best = 2 * js - math.log(4) if loss in gan2d.LOGISTIC else None
    return Game(real_term, fake_term, gan2d.OPTIMUM[loss], best, float(gan2d.GENERATOR[loss](f_fake)))


def _coverage(fake: Tensor, learnt: _Learnt) -> Coverage:
    """Count the fake points of each part."""
    centres, sigmas, _ = learnt.real
    away, nearest = torch.cdist(fake, centres).div_(sigmas).min(1)
    parts = learnt.parts[nearest[away <= REACH].numpy()]
    counts = np.bincount(parts, minlength=len(learnt.shares))
    return Coverage(counts, learnt.shares, len(fake))


def _sheet(learner: LiveGan, setup: Setup) -> Floats:
    net = _net(setup.noise, setup.dims)
    return learner.fake(net.flatten(0, 1)).reshape(*net.shape[:2], 2).numpy()


@lru_cache(maxsize=4)
def _net(noise: Noise, dims: int) -> Tensor:
    """Return a net over the noise, (R, C, L), as ``GanStep.sheet`` says."""
    count = NET if dims == 2 else CURVE
    if noise == "uniform":
        along = torch.linspace(-1, 1, count)
    else:
        along = torch.tensor([NormalDist().inv_cdf((place + 0.5) / count) for place in range(count)])
    if dims == 1:
        return along[None, :, None]
    right, up = torch.meshgrid(along, along.flip(0), indexing="xy")
    return torch.stack([right, up], -1)


# -- a step slowly -------------------------------------------------------------------------------------------


def _dissect(request: Dissect) -> Iterator[object]:
    check_step(request.step)
    plan, way = request.plan, None
    for way in _ways.reach(plan, request.step):
        yield Advancing(way.step, request.step)
    assert way is not None
    hyper, moves = plan.at(way.step), list[Moved]()
    before, taken = _surface(way.learner, hyper.loss), way.learner.tried(way.step, hyper)
    for move in taken:
        if move is None:
            break
        after = _surface(way.learner, hyper.loss)
        moves.append(_moved(way.learner, hyper.loss, move, before, after))
        before = after
    taken.close()
    yield Dissected(plan, way.step, tuple(moves), stuck=len(moves) < len(hyper.moves))


def _moved(learner: LiveGan, loss: str, move: Move, before: Tensor, after: Tensor) -> Moved:
    """Return what a move that has just been taken looks like."""
    arrows = learner.pull(loss, move.fake) if move.player == "g" else move.fake[:0]
    return Moved(
        player=move.player,
        real=move.real.numpy(),
        noise=move.noise.numpy(),
        fake=move.fake.numpy(),
        d_real=gan2d.verdict(loss, move.f_real).numpy(),
        d_fake=gan2d.verdict(loss, move.f_fake).numpy(),
        loss=move.loss,
        arrows=arrows.numpy(),
        slopes=math.sqrt(float(move.slope.dot(move.slope))),
        before=before.numpy(),
        after=after.numpy(),
        fake_after=learner.fake(move.noise).numpy(),
    )
