"""What comes back of a GAN that is trained while one looks.

Densities are of the plane, per unit of area, and both are seen through the same normal kernel of deviation
``BLUR``: that of the fake points can be estimated only so, and of two things that are blurred alike a perfect
generator leaves no difference. Blurring can but bring them nearer: the divergences are lower bounds.
"""

import math
from dataclasses import dataclass
from typing import Literal, Self

import numpy as np
from numpy.typing import NDArray

from genplay.families.gan.setup import GanPlan, Player, moves_made
from genplay.families.training import RECORDED, block_means

Floats = NDArray[np.float32]
Finding = Literal["diverged", "collapsed", "silent"]

SIDE = 48
"""Cells along each axis of the lattice on which densities and surfaces are known."""
BLUR = 0.12
"""Deviation of the kernel."""
EMPTY = 2e-3
"""Density, of p and q together, below which there is nothing to tell: D* is NaN there."""
COVERED = 0.1
"""Share of the samples that it should have from which a part is covered."""
EARLY = 200
"""Moves of the generator before which nothing is said of what it leaves out."""
SPOT = 0.1
"""Share of how far the real points are scattered; with less, the fake ones lie on one spot."""
SILENT = 0.01
"""Mean length of the arrows below which the generator hardly learns."""


@dataclass(frozen=True, slots=True, eq=False)
class Curves:
    """What the steps paid, and how far apart p and q were.

    Attributes:
        steps: Steps taken up to the end of each block, (R,), R up to ``RECORDED``.
        d: Mean loss of the discriminator before its last move of a step, (R,); NaN where it did not move.
        g: Mean loss of the generator before its move, (R,); NaN where it did not move.
        js_steps: Steps taken when the divergence was measured, (J,), J up to ``RECORDED`` + 1; the last are
            all that were taken.
        js: JS(p || q) in nats, (J,).
    """

    steps: NDArray[np.int64]
    d: Floats
    g: Floats
    js_steps: NDArray[np.int64]
    js: Floats

    @classmethod
    def of(cls, rows: Floats, js: float) -> Self:
        """Return the curves of rows (d, g, JS before the step), (N, 3), and of JS after the last."""
        ends, means = block_means(rows[:, :2], 2)
        measured = np.flatnonzero(~np.isnan(rows[:, 2])) if len(rows) else np.zeros(0, np.int64)
        measured = measured[:: max(-(-len(measured) // RECORDED), 1)]
        values = np.append(rows[measured, 2] if len(rows) else np.zeros(0), js)
        return cls(ends, means[:, 0], means[:, 1], np.append(measured, len(rows)), values.astype(np.float32))


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """What is known of each cell of the lattice; row 0 is the top one, where y is largest.

    Attributes:
        learned: D(x), or with the loss "wasserstein" the critic's value, (S, S).
        optimal: D* = p / (p + q), (S, S); NaN where neither p nor q has mass.
        p: Density of the real points, exact but for the blur, (S, S).
        q: Density of the fake points, estimated by 2,000 of them, (S, S).
    """

    learned: Floats
    optimal: Floats
    p: Floats
    q: Floats

    @property
    def gap(self) -> Floats:
        """D - D*, (S, S); NaN where D* is. Of a critic it says nothing."""
        return self.learned - self.optimal


@dataclass(frozen=True, slots=True)
class Game:
    """What is at stake, by 2,000 real and 2,000 fake points that stay the same.

    Attributes:
        real: E_x[log D(x)]; with least squares E_x[(D - 1)^2] / 2; of a critic E_x[f].
        fake: E_z[log(1 - D(G(z)))]; with least squares E_z[D^2] / 2; of a critic -E_z[f].
        optimum: What their sum is where q = p and D is optimal: -log 4, 1/4 or 0.
        best: What it would be with this q and the optimal D: V(D*, G) = -log 4 + 2 JS; None but for the game
            of V(D, G).
        generator: What G minimises, of the same fake points; in the game "minimax" that is ``fake``.
    """

    real: float
    fake: float
    optimum: float
    best: float | None
    generator: float

    @property
    def value(self) -> float:
        """Return the sum: V(D, G); what D minimises by least squares; the critic's bound on the distance."""
        return self.real + self.fake


@dataclass(frozen=True, slots=True)
class Distance:
    """How far apart p and q are, by the lattice.

    Attributes:
        js: JS(p || q) in nats, 0 to log 2.
        kl: KL(p || q) in nats; q is mixed with 1e-4 of a uniform density, so that it is finite.
        reverse: KL(q || p) in nats, likewise.
        gap: Mean of |D - D*| over p and q in equal shares; None of a critic.
    """

    js: float
    kl: float
    reverse: float
    gap: float | None


@dataclass(frozen=True, slots=True, eq=False)
class Coverage:
    """Which parts of the real distribution have samples: modes, or stretches of a curve, or islands.

    A fake point is of a part if it lies within 3 deviations of the nearest of its normals.

    Attributes:
        counts: Fake points of each part, (P,), of ``total``.
        shares: The share of each part in the real distribution, (P,).
        total: Fake points that were looked at.
    """

    counts: NDArray[np.int64]
    shares: NDArray[np.float64]
    total: int

    @property
    def covered(self) -> NDArray[np.bool_]:
        """Which parts have at least ``COVERED`` of the points that they should have, (P,)."""
        return self.counts >= COVERED * self.shares * self.total

    @property
    def strays(self) -> float:
        """The share of fake points that lie on no part."""
        return 1 - int(self.counts.sum()) / self.total


@dataclass(frozen=True, slots=True, eq=False)
class GanStep:
    """A GAN in training, after a step.

    Attributes:
        plan: What was asked for.
        step: Steps taken.
        of: Steps asked for.
        stuck: Whether it was to go on but cannot: in the next step something grows beyond all bounds. While
            it rests there it stays so, until the plan takes that step otherwise.
        real: Real points, always the same, (N, 2).
        fake: Fake points, always of the same noise, (N, 2).
        arrows: Where each fake point would have to go to lower the generator's loss, (N, 2): minus the
            derivative of its own share of the loss, in nats (or what the loss is in) per unit of length.
        field: Surfaces and densities.
        sheet: What the generator makes of a net over the noise, (R, C, 2): the first input grows to the right
            and the second upwards; R is 1 with one input. Of uniform noise even, of normal its quantiles.
        curves: What the steps paid.
        game: What is at stake.
        distance: How far apart p and q are.
        coverage: Which parts have samples.
        milliseconds: Time that a step took on average; 0 if none was taken.
        device: Where this was computed, for people.
    """

    plan: GanPlan
    step: int
    of: int
    stuck: bool
    real: Floats
    fake: Floats
    arrows: Floats
    field: Field
    sheet: Floats
    curves: Curves
    game: Game
    distance: Distance
    coverage: Coverage
    milliseconds: float
    device: str = ""

    @property
    def ended(self) -> bool:
        """Whether the training has come as far as it was asked to, or can."""
        return self.stuck or self.step == self.of

    @property
    def moves(self) -> dict[Player, int]:
        """How many moves each player has made."""
        return dict(moves_made(self.plan, self.step))

    @property
    def on_a_spot(self) -> bool:
        """Whether all fake points lie at nearly the same place, be it a real one or not."""
        fake, real = (float(points.std(0).max()) for points in (self.fake, self.real))
        return fake < SPOT * real

    @property
    def finding(self) -> Finding | None:
        """What must be said of the training, if anything.

        "diverged": the next step cannot be taken. "collapsed": all fake points lie on one spot, or most are
        real enough, but at most half of the parts have any. "silent": the discriminator sees through every
        fake point, and that so surely that the generator hardly learns, as with the minimax loss.
        """
        if self.stuck:
            return "diverged"
        if self.moves["g"] < EARLY:
            return None
        if self.on_a_spot:
            return "collapsed"
        coverage = self.coverage
        if coverage.strays < 0.5 and 2 * int(coverage.covered.sum()) <= len(coverage.shares):
            return "collapsed" if len(coverage.shares) > 1 else None
        sure = self.game.best is not None and self.game.fake > math.log(0.9)
        if sure and float(np.linalg.norm(self.arrows, axis=1).mean()) < SILENT:
            return "silent"
        return None


@dataclass(frozen=True, slots=True, eq=False)
class Moved:
    """A move in slow motion; its five acts are shown one after the other.

    Attributes:
        player: Whose it is.
        real: Sample: the real points drawn, (B, 2); the generator draws none, (0, 2).
        noise: Sample: the noise drawn, (B, L).
        fake: Sample: the fake points made of it, (B, 2).
        d_real: Classify: D of each real point, or the critic's value, (B,) or (0,).
        d_fake: Classify: that of each fake point, (B,).
        loss: Loss: what the player pays, the mean over the points.
        arrows: Gradient: where each fake point would have to go to lower the generator's loss, (B, 2); of the
            discriminator's move none, (0, 2).
        slopes: Gradient: length of the gradient of the loss by all weights of the player.
        before: Update: D, or the critic, on the lattice before it, (S, S).
        after: Update: the same after it; of the generator's move as before.
        fake_after: Update: what the generator makes of the same noise after it, (B, 2).
    """

    player: Player
    real: Floats
    noise: Floats
    fake: Floats
    d_real: Floats
    d_fake: Floats
    loss: float
    arrows: Floats
    slopes: float
    before: Floats
    after: Floats
    fake_after: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Dissected:
    """A step in slow motion.

    Attributes:
        plan: What was asked for.
        step: Steps taken before it.
        moves: Its moves, in order.
        stuck: Whether a move cannot be taken: it is missing, and those after it.
    """

    plan: GanPlan
    step: int
    moves: tuple[Moved, ...]
    stuck: bool
