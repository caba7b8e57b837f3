"""A GAN of the plane in training: each step is a function of the weights before it, the seed and its number.

A step is one or more moves. A move of the discriminator draws a minibatch of real points and one of noise,
and takes a step down its own loss; a move of the generator draws noise and does the same with its own
(Goodfellow et al. 2014, algorithm 1, in which k moves of the first come before each of the second).

The losses are those of ``gan2d``. What is written out here is their derivative by f at each point: from there
on ``relu`` goes.
"""

import math
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol

import torch
from torch import Tensor

from genplay.models import gan2d
from genplay.models.draws import Draws
from genplay.models.flat import Flat
from genplay.models.gan2d import Config, Lattice
from genplay.models.relu import Relu

Player = Literal["d", "g"]

FIXED = 2_000
"""Real points, and noise for fake ones, that stay the same: by them the two densities are compared."""
EVERY = 25
"""Steps between two measures of the divergence."""
BETAS = (0.5, 0.999)
"""Adam's, as Radford et al. (2016) chose them for GANs."""
BOUND = 1e3
"""Length of a network's weights from which they have grown beyond all bounds: what they make stays finite."""


class Hyper(Protocol):
    """What may change from step to step."""

    @property
    def loss(self) -> str:
        """Which game is played, a key of ``gan2d.DISCRIMINATOR``."""
        ...

    @property
    def optimiser(self) -> str:
        """Adam, or "sgd": plain descent."""
        ...

    @property
    def rate_d(self) -> float:
        """Learning rate of the discriminator."""
        ...

    @property
    def rate_g(self) -> float:
        """Learning rate of the generator."""
        ...

    @property
    def penalty(self) -> float:
        """Weight of the gradient penalty of the loss "wasserstein"."""
        ...

    @property
    def batch(self) -> int:
        """Points in a minibatch of each kind."""
        ...

    @property
    def moves(self) -> Sequence[Player]:
        """Who moves in a step, in this order."""
        ...


class Real(NamedTuple):
    """The distribution of the real points: a mixture of round normals."""

    centres: Tensor  # (K, 2)
    sigmas: Tensor  # (K,)
    weights: Tensor  # (K,)

    def draw(self, count: int, generator: torch.Generator) -> Tensor:
        """Return points, (count, 2)."""
        which = torch.multinomial(self.weights, count, replacement=True, generator=generator)
        scatter = torch.randn((count, 2), generator=generator)
        return torch.addcmul(self.centres[which], self.sigmas[which, None], scatter)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a GAN is trained with, but for what may change on the way.

    Attributes:
        config: The size.
        normal: Whether the noise is standard normal, rather than uniform within -1 and 1.
        real: The distribution to be learnt.
        lattice: Where densities are compared.
        blur: Deviation of the kernel through which both are seen.
        seed: Of the first weights, the minibatches, and the points that stay the same.
    """

    config: Config
    normal: bool
    real: Real
    lattice: Lattice
    blur: float
    seed: int


class Move(NamedTuple):
    """A move: what was drawn, what the discriminator said, and what it cost. The generator draws no real."""

    player: Player
    real: Tensor  # (B, 2), or (0, 2)
    noise: Tensor  # (B, L)
    fake: Tensor  # (B, 2)
    f_real: Tensor  # (B,), or (0,)
    f_fake: Tensor  # (B,)
    loss: float
    slope: Tensor  # the gradient of the loss, (W,): a view that the next move overwrites


class LiveGan:
    """A generator, a discriminator and what they are shown, to be trained a step at a time, on the CPU.

    Args:
        setting: All that it depends on.

    Attributes:
        generator: The generator's layers, before tanh.
        discriminator: The discriminator's.
        real: Points that are real, always the same, (FIXED, 2).
        noise: Noise, always the same, (FIXED, L).
        p: Density of the real points on the lattice, blurred, (S, S).
        tensors: All that a step changes.
    """

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._draws = Draws(setting.seed)
        generator = self._draws.at(0)
        forger, judge = gan2d.Generator(setting.config), gan2d.Discriminator(setting.config)
        gan2d.initialise(forger, generator)
        gan2d.initialise(judge, generator)
        self.generator = Relu(forger.layers, betas=BETAS)
        self.discriminator = Relu(judge.layers, betas=BETAS)
        self.real = setting.real.draw(FIXED, generator)
        self.noise = self._noise(FIXED, generator)
        centres, sigmas, weights = setting.real
        self.p = setting.lattice.density(centres, (sigmas.square() + setting.blur**2).sqrt(), weights)
        self._updates = torch.zeros(2, dtype=torch.int64)  # that Adam took with D and with G
        flats = self.discriminator.flat, self.generator.flat
        self.tensors = (*flats[0].tensors, *flats[1].tensors, self._updates)
        self._before = tuple(tensor.clone() for tensor in self.tensors)

    def step(self, n: int, hyper: Hyper, /) -> tuple[float, float, float] | None:
        """Take step ``n``, counted from 0.

        Returns:
            The loss before the last move of D and of G, and before every ``EVERY``-th step the divergence JS;
            NaN where there is none. None, and nothing has changed, if a loss, a gradient or the weights it
            leads to are beyond all bounds.
        """
        paid = {"d": math.nan, "g": math.nan}
        js = math.nan
        if n % EVERY == 0:
            js = gan2d.js_divergence(self.p, self.density(self.fake(self.noise)), self._setting.lattice)
        _copy(self.tensors, self._before)
        for move in self.moves(n, hyper):
            if move is None:
                _copy(self._before, self.tensors)
                return None
            paid[move.player] = move.loss
        return paid["d"], paid["g"], js

    def tried(self, n: int, hyper: Hyper) -> Generator[Move | None, None, None]:
        """Take the moves of step ``n`` as ``moves`` does, and at the end take them back."""
        _copy(self.tensors, self._before)
        try:
            yield from self.moves(n, hyper)
        finally:
            _copy(self._before, self.tensors)

    def moves(self, n: int, hyper: Hyper) -> Iterator[Move | None]:
        """Take the moves of step ``n`` one by one; None is one that cannot be taken, which is the last."""
        generator = self._draws.at(n + 1)
        for player in hyper.moves:
            taken = self._judge(hyper, generator) if player == "d" else self._forge(hyper, generator)
            flat = (self.discriminator if player == "d" else self.generator).flat
            if not (math.isfinite(taken.loss) and flat.finite()):
                yield None
                return
            self._update(flat, int(player == "g"), hyper)
            if not float(flat.weights.dot(flat.weights)) < BOUND**2:  # nor a NaN
                yield None
                return
            yield taken

    def fake(self, noise: Tensor) -> Tensor:
        """Return the generator's points, (B, 2), of noise, (B, L)."""
        return self._setting.config.limit * self.generator.values(noise)[-1].tanh_()

    def f(self, x: Tensor) -> Tensor:
        """Return the discriminator's f, (B,), of points, (B, 2)."""
        return self.discriminator.values(x)[-1].squeeze(-1)

    def density(self, points: Tensor) -> Tensor:
        """Return the kernel estimate of the density of points, (N, 2), on the lattice, (S, S)."""
        same = torch.ones(len(points))
        return self._setting.lattice.density(points, self._setting.blur * same, same)

    def pull(self, loss: str, fake: Tensor) -> Tensor:
        """Return where each fake point would have to go, (B, 2): down its own share of G's loss."""
        values = self.discriminator.values(fake)
        return -self.discriminator.by_input(values, generator_slope(loss, values[-1]))

    # -- how -----------------------------------------------------------------------------------------------

    def _noise(self, count: int, generator: torch.Generator) -> Tensor:
        shape = (count, self._setting.config.noise)
        if self._setting.normal:
            return torch.randn(shape, generator=generator)
        return torch.empty(shape).uniform_(-1, 1, generator=generator)

    def _judge(self, hyper: Hyper, generator: torch.Generator) -> Move:
        """Find the discriminator's loss and gradient."""
        batch, loss = hyper.batch, hyper.loss
        real = self._setting.real.draw(batch, generator)
        noise = self._noise(batch, generator)
        fake = self.fake(noise)
        values = self.discriminator.values(torch.cat([real, fake]))  # real ones first
        f_real, f_fake = values[-1].split(batch)  # (B, 1) each
        paid = float(gan2d.DISCRIMINATOR[loss](f_real, f_fake))
        slope = torch.cat(discriminator_slopes(loss, f_real, f_fake)).div_(batch)
        self.discriminator.differentiate(values, slope)
        if loss == "wasserstein":
            paid += self._penalise(real, fake, torch.rand((batch, 1), generator=generator), hyper.penalty)
        f_real, f_fake = f_real.squeeze(-1), f_fake.squeeze(-1)
        return Move("d", real, noise, fake, f_real, f_fake, paid, self.discriminator.flat.gradient)

    def _penalise(self, real: Tensor, fake: Tensor, share: Tensor, weight: float) -> float:
        """Return the weighted gradient penalty between real and fake points, and add its gradient."""
        values = self.discriminator.values(torch.lerp(fake, real, share))
        slope = self.discriminator.by_input(values, torch.ones_like(values[-1]))  # (B, 2)
        length = slope.norm(dim=-1, keepdim=True)
        by_slope = 2 * weight / len(real) * (length - 1) * slope / length.clamp_min(1e-12)
        self.discriminator.add_slopes_gradient(values, by_slope)
        return weight * float((length - 1).square().mean())

    def _forge(self, hyper: Hyper, generator: torch.Generator) -> Move:
        """Find the generator's loss and gradient."""
        limit = self._setting.config.limit
        noise = self._noise(hyper.batch, generator)
        forged = self.generator.values(noise)
        tanh = forged[-1].tanh()
        fake = limit * tanh
        values = self.discriminator.values(fake)
        paid = float(gan2d.GENERATOR[hyper.loss](values[-1]))
        slope = generator_slope(hyper.loss, values[-1]).div_(hyper.batch)
        slope = self.discriminator.by_input(values, slope)  # (B, 2)
        self.generator.differentiate(forged, slope * limit * (1 - tanh.square()))
        none, f_fake = fake.new_zeros(0), values[-1].squeeze(-1)
        return Move("g", fake[:0], noise, fake, none, f_fake, paid, self.generator.flat.gradient)

    def _update(self, flat: Flat, player: int, hyper: Hyper) -> None:
        """Go down the gradient. Plain descent forgets what Adam knew: it begins anew after it."""
        rate, taken = (hyper.rate_d, hyper.rate_g)[player], int(self._updates[player])
        if hyper.optimiser == "sgd":
            if taken:
                flat.forget()
                self._updates[player] = 0
            flat.descend(rate=rate)
        else:
            flat.adam(taken, rate=rate)
            self._updates[player] = taken + 1


def discriminator_slopes(loss: str, real: Tensor, fake: Tensor) -> tuple[Tensor, Tensor]:
    """Return the derivatives of the discriminator's loss by each f, times the number of points."""
    if loss in gan2d.LOGISTIC:
        return real.neg().sigmoid_().neg_(), fake.sigmoid()
    if loss == "leastsquares":
        return real - 1, fake.clone()
    return torch.full_like(real, -1.0), torch.ones_like(fake)


def generator_slope(loss: str, fake: Tensor) -> Tensor:
    """Return the derivative of the generator's loss by each f, times the number of points."""
    match loss:
        case "minimax":
            return fake.sigmoid().neg_()
        case "nonsaturating":
            return fake.neg().sigmoid_().neg_()
        case "leastsquares":
            return fake - 1
        case _:
            return torch.full_like(fake, -1.0)


def _copy(these: Sequence[Tensor], to: Sequence[Tensor]) -> None:
    for tensor, copy in zip(these, to, strict=True):
        copy.copy_(tensor)
