"""What comes back: pictures, q, the posterior, the bounds, the map, the neighbours."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from genplay.families.base import Bits, Drawing
from genplay.families.vae.geometry import Floats, Gauss, Plane
from genplay.families.vae.ledger import Ledger
from genplay.families.vae.requests import STEPS

Greys = NDArray[np.float32]
ACTIVE = 0.01
"""Variance of a dimension's mean over the test pictures from which it is active (Burda et al. 2016)."""


@dataclass(frozen=True, slots=True)
class Working:
    """A step that has nothing to show yet.

    Attributes:
        done: How much of what is waited for is done, 0 to 1; None where that is not known.
    """

    done: float | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Decoded:
    """The picture of a code.

    Attributes:
        model: Name of the model.
        z: The code, (L,).
        mean: p(x_i = 1 | z), (D,), 0 to 1.
        sample: Ink with these probabilities, (D,), 0 or 1.
        q: The normal that the code is of; None where it was set by hand.
        eps: The noise in z = mu + sigma eps, (L,); None where there is no q.
    """

    model: str
    z: Floats
    mean: Greys
    sample: Bits
    q: Gauss | None = None
    eps: Floats | None = None

    def picture(self, kind: str) -> Bits:
        """Return the "mean" or the "sample" in grey levels, (28, 28), 0 = ink."""
        ink = self.mean if kind == "mean" else self.sample
        return np.rint(255 * (1 - ink.reshape(28, 28))).astype(np.uint8)


@dataclass(frozen=True, slots=True, eq=False)
class Encoded:
    """What the encoder makes of a drawing.

    Attributes:
        model: Name of the model.
        drawing: x.
        q: q(z | x).
        kl: KL(q || p(z)) of each dimension in nats, (L,).
        mean: p(x_i = 1 | z = mu), (D,): the reconstruction.
        device: Where this was computed, for people.
    """

    model: str
    drawing: Drawing
    q: Gauss
    kl: Floats
    mean: Greys
    device: str = ""

    @property
    def difference(self) -> Greys:
        """Drawing less reconstruction, (D,), -1 to 1."""
        return self.drawing.flat() - self.mean


@dataclass(frozen=True, slots=True, eq=False)
class Posterior:
    """The true posterior p(z | x) of two latents as a picture.

    Attributes:
        density: p(z | x), (N, N), the first row the lowest; a pixel's value is the mean over its area.
        extent: Left, right, bottom and top of the picture, in latents.
        mean: E[z | x], (2,).
        deviation: Standard deviations of z given x, (2,).
    """

    density: Greys
    extent: tuple[float, float, float, float]
    mean: Floats
    deviation: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Sandwiched:
    """The ledger of a drawing and a q, and the posterior that q should be.

    Attributes:
        model: Name of the model.
        drawing: x.
        q: The normal of the ledger.
        ledger: The terms.
        posterior: p(z | x).
        calls: Codes that were decoded for it.
        refined: Whether this is the last and best answer.
    """

    model: str
    drawing: Drawing
    q: Gauss
    ledger: Ledger
    posterior: Posterior
    calls: int
    refined: bool


@dataclass(frozen=True, slots=True)
class Estimated:
    """The terms of the ELBO of other than two latents, in nats; log p(x) is bounded by ``Bounds``.

    Attributes:
        model: Name of the model.
        drawing: x.
        q: The normal of the terms.
        reconstruction: An estimate of E_q[log p(x | z)].
        kl_prior: KL(q || p(z)), in closed form.
        error: Standard error of the estimate.
    """

    model: str
    drawing: Drawing
    q: Gauss
    reconstruction: float
    kl_prior: float
    error: float

    @property
    def elbo(self) -> float:
        """Reconstruction less KL(q || p(z))."""
        return self.reconstruction - self.kl_prior


@dataclass(frozen=True, slots=True, eq=False)
class Climb:
    """How q was improved so far, the start included; the ELBO never falls.

    Attributes:
        model: Name of the model.
        drawing: x.
        mu: Means of q after each step, (S + 1, L).
        sigma: Its standard deviations, (S + 1, L).
        elbos: Its ELBO by the fixed nodes that the climb goes by, (S + 1,), in nats.
        steps: How many were asked for.
        ended: Whether no step leads higher than the last of these.
    """

    model: str
    drawing: Drawing
    mu: Floats
    sigma: Floats
    elbos: Floats
    steps: int = STEPS
    ended: bool = False

    @property
    def height(self) -> int:
        """How many steps there are, as far as that is known."""
        return len(self.elbos) - 1 if self.ended else self.steps

    def q(self, step: int) -> Gauss:
        """Return q after a step, 0 the start; the last one where there are not so many."""
        at = min(step, len(self.mu) - 1)
        return Gauss(tuple(self.mu[at].tolist()), tuple(self.sigma[at].tolist()))


@dataclass(frozen=True, slots=True, eq=False)
class Bounds:
    """The bounds L_k of a drawing, as far as codes are drawn.

    The codes are cut into runs of k; a run gives an estimate of L_k. As runs of fewer make up those of more,
    the means of whole repeats rise with k, whatever was drawn, by Jensen's inequality.

    Attributes:
        model: Name of the model.
        drawing: x.
        counts: k, (C,), only those with at least one run.
        means: Mean of the estimates, (C,), in nats.
        deviations: Standard deviation of one estimate, (C,), in nats; NaN where there is one only.
        runs: Number of estimates, (C,).
        done: Codes drawn so far.
        total: Codes to be drawn.
    """

    model: str
    drawing: Drawing
    counts: NDArray[np.int64]
    means: Floats
    deviations: Floats
    runs: NDArray[np.int64]
    done: int
    total: int

    @property
    def errors(self) -> Floats:
        """Standard errors of the means, (C,), in nats."""
        return self.deviations / np.sqrt(self.runs)

    @property
    def log_prob(self) -> float:
        """The tightest bound so far: what comes nearest to log p(x)."""
        return float(self.means[-1])


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """Pictures of a plane.

    Attributes:
        model: Name of the model.
        plane: Which.
        across: Columns' places in its units, ascending, (N,).
        up: Rows' places, ascending, (N,).
        pictures: p(x_i = 1 | z) as 0 to 255, (N, N, H, W); rows from the lowest, 0 where not done.
        done: Rows done.
    """

    model: str
    plane: Plane
    across: Floats
    up: Floats
    pictures: NDArray[np.uint8]
    done: int


@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """Where the test pictures lie, as far as they are encoded.

    Attributes:
        model: Name of the model.
        mu: Means of q(z | x), (n, L).
        labels: Their classes, (n,).
        total: How many pictures there are.
        kl: Mean KL(q || p(z)) of each dimension so far, (L,), in nats.
        activity: Variance of each dimension's mean over the pictures so far, (L,).
        principal: The plane of the two principal components of the means, its units their standard
            deviations; None until all are encoded, and of one latent.
        explained: Shares of the means' variance along its two directions.
    """

    model: str
    mu: Greys
    labels: NDArray[np.uint8]
    total: int
    kl: Floats
    activity: Floats
    principal: Plane | None = None
    explained: tuple[float, float] = (0.0, 0.0)

    @property
    def order(self) -> tuple[int, ...]:
        """The dimensions, the most informative first."""
        return tuple(np.argsort(-self.kl, kind="stable").tolist())

    @property
    def inactive(self) -> tuple[int, ...]:
        """Dimensions whose mean hardly depends on the picture: their posterior has collapsed to the prior."""
        return tuple(np.flatnonzero(self.activity <= ACTIVE).tolist())


class Neighbour(NamedTuple):
    """A test picture near to a drawing.

    Attributes:
        number: Its place among the test pictures.
        label: Its class.
        distance: From the drawing: between means, or the number of pixels that differ.
        drawing: The picture.
    """

    number: int
    label: int
    distance: float
    drawing: Drawing


@dataclass(frozen=True, slots=True)
class Nearest:
    """The test pictures nearest to a drawing, each kind from the nearest on.

    Attributes:
        model: Name of the model.
        drawing: The drawing.
        latent: By the Euclidean distance of the encoder's means.
        pixel: By the number of pixels that differ.
    """

    model: str
    drawing: Drawing
    latent: tuple[Neighbour, ...]
    pixel: tuple[Neighbour, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Probed:
    """What a linear probe takes a drawing's code for: it learned classes from the means of q(z | x).

    Attributes:
        model: Name of the model.
        drawing: The drawing.
        probabilities: Of each class, (K,).
        confusion: Test pictures of each class by what they were taken for, (K, K): the true class is the row.
    """

    model: str
    drawing: Drawing
    probabilities: Floats
    confusion: NDArray[np.int64]

    @property
    def accuracy(self) -> float:
        """Share of the test pictures that were taken for what they are, 0 to 1."""
        return float(np.trace(self.confusion) / max(self.confusion.sum(), 1))

    @property
    def per_class(self) -> Floats:
        """The same of each class, (K,)."""
        return self.confusion.diagonal() / np.maximum(self.confusion.sum(1), 1)


@dataclass(frozen=True, slots=True, eq=False)
class Pictures:
    """Pictures drawn from the prior.

    Attributes:
        model: Name of the model.
        z: Their codes, (N, L).
        means: p(x_i = 1 | z), (N, D).
        samples: Ink with these probabilities, (N, D).
    """

    model: str
    z: Floats
    means: Greys
    samples: Bits
