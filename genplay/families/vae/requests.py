"""What may be asked of a VAE. A slider asks for one picture only, whatever else there is to be answered."""

from dataclasses import dataclass
from typing import ClassVar

from genplay.families.base import Drawing, Request
from genplay.families.vae.geometry import Code, Gauss, Plane, Way

SIDE = 20
"""Rows and columns of the manifold."""
STEPS = 40
"""Steps by which q is improved."""
COUNTS: tuple[int, ...] = (1, 5, 50, 500, 5000)
"""Codes k of a bound L_k. Each divides the next, so that the curve of any draws rises (see ``Bounds``)."""
REPEATS = 8
"""Seeds with which the bound of the most codes is found, to see how it spreads."""
NEAREST = 6
"""Neighbours in latent space, and as many in pixel space."""
DRAWN = 12
"""Pictures drawn from the prior."""


@dataclass(frozen=True, slots=True)
class Question(Request):
    """What all questions say.

    Attributes:
        model: Name of the model that is asked.
    """

    family: ClassVar[str] = "vae"
    model: str


@dataclass(frozen=True, slots=True)
class Decode(Question):
    """The picture of a code; the answer is one ``Decoded``.

    Attributes:
        z: The code.
        seed: Of the sample: which pixels are ink, each with its probability.
    """

    z: Code
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Reconstruct(Question):
    """The picture of a code of q(z | x); the answer is one ``Decoded``, with q and the noise.

    Attributes:
        drawing: x.
        second: Another drawing to blend with: its q's means and deviations are mixed with the first's.
        blend: How much of the second, 0 to 1.
        way: On which way the means of the two are mixed.
        q: A normal instead of the encoder's for the first drawing, or None.
        step: So many steps of ``Improve`` on.
        eps: Seed of the noise in z = mu + sigma eps; None is no noise, z = mu.
        seed: Of the sample.
        learned: How far the first drawing's q has come from the prior to what it is otherwise, 0 to 1.
    """

    drawing: Drawing
    second: Drawing | None = None
    blend: float = 0.0
    way: Way = "line"
    q: Gauss | None = None
    step: int = 0
    eps: int | None = None
    seed: int = 0
    learned: float = 1.0


@dataclass(frozen=True, slots=True)
class Encode(Question):
    """What the encoder makes of a drawing: q(z | x), the KL of each dimension, and its reconstruction.

    The answer is one ``Encoded``.
    """

    drawing: Drawing


@dataclass(frozen=True, slots=True)
class Sandwich(Question):
    """The terms of log p(x) = E_q[log p(x | z)] - KL(q || p(z)) + KL(q || p(z | x)), for any q.

    Of two latents all are measured by quadrature: ``Sandwiched``, first fast, then refined. Of more, the ELBO
    is estimated: ``Estimated``. ``Working`` comes between.

    Attributes:
        drawing: x.
        q: Any normal; None is the encoder's.
        step: So many steps of ``Improve`` on.
        learned: How far that one has come from the prior, 0 to 1.
    """

    drawing: Drawing
    q: Gauss | None = None
    step: int = 0
    learned: float = 1.0


@dataclass(frozen=True, slots=True)
class Improve(Question):
    """Climb the ELBO of one drawing by its gradient in (mu, log sigma); a ``Climb`` that grows step by step.

    Attributes:
        drawing: x.
        q: Where to begin; None is the encoder's.
        steps: How many.
    """

    drawing: Drawing
    q: Gauss | None = None
    steps: int = STEPS


@dataclass(frozen=True, slots=True)
class Bound(Question):
    """The bounds L_k of a drawing by more and more codes; ``Bounds`` that grow.

    Attributes:
        drawing: x.
        q: From which the codes are drawn; None is the encoder's.
        step: So many steps of ``Improve`` on.
        seed: Of the codes.
        repeats: How many times the most codes are drawn.
        learned: How far q has come from the prior, 0 to 1.
    """

    drawing: Drawing
    q: Gauss | None = None
    step: int = 0
    seed: int = 0
    repeats: int = REPEATS
    learned: float = 1.0


@dataclass(frozen=True, slots=True)
class Manifold(Question):
    """Pictures of the codes of a plane, at the same quantiles of a standard normal; a ``Sheet`` that grows.

    Attributes:
        plane: Which, its units as the normal's; None is that of the two principal components of the test
            pictures' means.
        side: Rows and columns.
    """

    plane: Plane | None
    side: int = SIDE


@dataclass(frozen=True, slots=True)
class Cloud(Question):
    """Where the test pictures lie, and what each dimension tells of them; ``Points`` that grow."""


@dataclass(frozen=True, slots=True)
class Neighbours(Question):
    """The test pictures nearest to a drawing by the encoder's mean, and by pixels.

    The answer is one ``Nearest``, after ``Working`` where the test pictures are not encoded yet.

    Attributes:
        drawing: The picture.
        count: How many of each kind.
    """

    drawing: Drawing
    count: int = NEAREST


@dataclass(frozen=True, slots=True)
class Probe(Question):
    """What a linear probe takes a drawing's code for; the answer is one ``Probed``.

    Attributes:
        drawing: The picture.
    """

    drawing: Drawing


@dataclass(frozen=True, slots=True)
class Prior(Question):
    """Pictures of codes drawn from the prior; the answer is one ``Pictures``.

    Attributes:
        count: How many.
        seed: Of the codes, and of which pixels are ink.
    """

    count: int = DRAWN
    seed: int = 0
