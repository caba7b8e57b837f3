"""A small VAE that is trained while one looks: what may be set, what may be asked, what comes back.

Pictures are 1,000 thresholded test digits, 100 of each class; points are 1,000 of a shape of the plane.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal, Self, get_args

import numpy as np
from numpy.typing import NDArray

from genplay.families.base import QT_TRANSLATE_NOOP
from genplay.families.training import Live, Plan, Train, block_means, check_ranges

Data = Literal["digits", "ring", "moons", "spiral", "grid", "pinwheel"]
Floats = NDArray[np.float32]

DATA: Mapping[Data, str] = {
    "digits": QT_TRANSLATE_NOOP("families", "1,000 digits"),
    "ring": QT_TRANSLATE_NOOP("families", "Ring"),
    "moons": QT_TRANSLATE_NOOP("families", "Two moons"),
    "spiral": QT_TRANSLATE_NOOP("families", "Spiral"),
    "grid": QT_TRANSLATE_NOOP("families", "Grid of normals"),
    "pinwheel": QT_TRANSLATE_NOOP("families", "Pinwheel"),
}
"""What can be learnt, with the names shown."""
COUNT = 1_000
"""Pictures or points that are learnt."""
LATENTS = (1, 2, 5, 10)
"""Latents to choose from."""
ACTIVE = 0.01
"""Variance over the data of a latent's posterior mean from which the latent is active (Burda et al. 2016)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """What stays as it is while a VAE is trained.

    Attributes:
        data: What is learnt.
        latent: Latents, one of ``LATENTS``.
        hidden: Units of each of the two hidden layers of encoder and decoder, 8 to 512.
        sigma: Of the decoder of points, in each coordinate, 0.05 to 1; given, not learnt. beta * sigma^2 is
            the variance that a direction of the data must have to be worth its KL. Digits have none.
        seed: Of the first weights, the minibatches, the noise, and the points.
    """

    data: Data = "digits"
    latent: int = 2
    hidden: int = 128
    sigma: float = 0.3
    seed: int = 0

    def __post_init__(self) -> None:
        if self.data not in get_args(Data):
            raise ValueError(f"there is no data {self.data!r}")
        if self.latent not in LATENTS:
            raise ValueError(f"latent must be one of {', '.join(map(str, LATENTS))}")
        check_ranges(self, {"hidden": (8, 512), "sigma": (0.05, 1), "seed": (0, 2**31 - 1)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Hyper:
    """What may be set anew at any step.

    Attributes:
        beta: Weight of the KL, 0 to 100; 1 is the VAE.
        rate: Adam's learning rate, 0 to 10: what is too much is up to whoever tries it.
        batch: Pictures or points in a minibatch, 1 to 1,000.
    """

    beta: float = 1.0
    rate: float = 0.002
    batch: int = 64

    def __post_init__(self) -> None:
        check_ranges(self, {"beta": (0, 100), "rate": (0, 10), "batch": (1, COUNT)})


LivePlan = Plan[Setup, Hyper]


def first(data: Data = "digits") -> LivePlan:
    """Return a plan for this data that shows much within 20 seconds on one slow core."""
    if data == "digits":
        return LivePlan.of(Setup(), Hyper())
    return LivePlan.of(Setup(data=data, hidden=64), Hyper(batch=128))


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveState(Live[Setup, Hyper]):
    """What is set of a live training of a VAE."""

    plan: LivePlan = field(default_factory=first)

    def request(self) -> "TrainLive":
        """Return what must be computed to show this state."""
        return TrainLive.of(self)


@dataclass(frozen=True, slots=True)
class TrainLive(Train[Setup, Hyper]):
    """The VAE of a plan after some steps, and what it looks like on the way there."""

    family: ClassVar[str] = "vae"


@dataclass(frozen=True, slots=True, eq=False)
class Losses:
    """What each step's minibatch had to pay before it, in nats a picture or point.

    Where there are too many steps, each value is the mean over a block of them.

    Attributes:
        steps: Number of steps up to the end of each block, (R,), R up to ``RECORDED``.
        reconstruction: -log p(x | z), (R,).
        kl: KL(q(z | x) || p(z)), (R,).
        total: reconstruction + beta * kl with the beta of that step, (R,).
    """

    steps: NDArray[np.int64]
    reconstruction: Floats
    kl: Floats
    total: Floats

    @classmethod
    def of(cls, rows: Floats) -> Self:
        """Return the curves of rows (reconstruction, KL, total), (N, 3)."""
        ends, means = block_means(rows, 3)
        return cls(ends, means[:, 0], means[:, 1], means[:, 2])


@dataclass(frozen=True, slots=True, eq=False)
class Manifold:
    """What the decoder makes of a sheet of codes.

    Attributes:
        codes: (R, C, L). With one or two latents, the quantiles of the prior: R is 1, or the first latent
            grows to the right and the second upwards. With more, codes drawn from it, always the same.
        decoded: Probability of ink of each pixel, or the point, (R, C, D).
    """

    codes: Floats
    decoded: Floats

    @property
    def ordered(self) -> bool:
        """Whether neighbours on the sheet are neighbours among the codes: then it can be drawn as a net."""
        return self.codes.shape[-1] <= 2

    def sheet(self, height: int = 28, width: int = 28) -> Floats:
        """Return the pictures side by side, (R * height, C * width), 1 = ink."""
        rows, columns, _ = self.decoded.shape
        cells = self.decoded.reshape(rows, columns, height, width)
        return cells.transpose(0, 2, 1, 3).reshape(rows * height, columns * width)


@dataclass(frozen=True, slots=True, eq=False)
class LiveStep:
    """A VAE in training, after a step.

    Attributes:
        plan: What was asked for.
        step: Steps taken.
        of: Steps asked for.
        stuck: Whether it was to go on but cannot: in the next step loss or gradient are not finite. While
            it rests there it stays so, until the plan takes that step otherwise.
        losses: What the steps paid.
        kl: KL of each latent in nats, the mean over all data, (L,).
        means: Mean of q(z | x) of all data, (N, L).
        data: The data, (N, D): ink 0 or 1, or points (x, y).
        labels: Class of each digit, or part of the shape of each point, (N,).
        manifold: What the decoder makes of the prior.
        samples: Points drawn from the model, with the decoder's noise, (S, 2); none of digits.
        milliseconds: Time that a step took on average; 0 if none was taken.
        device: Where this was computed, for people.
    """

    plan: LivePlan
    step: int
    of: int
    stuck: bool
    losses: Losses
    kl: Floats
    means: Floats
    data: Floats
    labels: NDArray[np.uint8]
    manifold: Manifold
    samples: Floats
    milliseconds: float
    device: str = ""

    @property
    def ended(self) -> bool:
        """Whether the training has come as far as it was asked to, or can."""
        return self.stuck or self.step == self.of

    @property
    def inactive(self) -> tuple[int, ...]:
        """The latents, from 0, whose posterior mean hardly varies with the data: they have collapsed."""
        return tuple(np.flatnonzero(self.means.var(0, dtype=np.float64) < ACTIVE).tolist())
