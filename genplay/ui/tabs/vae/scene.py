"""All that the page of a trained VAE shows: the state, what was answered, and what the pointer is on."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from genplay.families.vae import (
    Bounds,
    Climb,
    Code,
    Decoded,
    Encoded,
    Estimated,
    Gauss,
    Nearest,
    Pictures,
    Plane,
    Points,
    Probed,
    Sandwiched,
    Sheet,
    VaeState,
)


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """What is on screen; every panel shows its part of it. None stands for what is awaited.

    Attributes:
        state: What the user has set.
        decoded: The picture of the code.
        pointed: The picture of the code under the pointer on the map, while it is there.
        encoded: What the encoder makes of the drawing.
        second: The same of the drawing to blend with.
        mean: The picture of the mean of q, where q is not the encoder's own.
        sandwiched: The exact terms of log p(x), of two latents.
        estimated: The terms of the ELBO, of more.
        climb: How q is improved.
        bounds: The bounds by more and more codes.
        sheet: The pictures of the map's plane.
        points: Where the test pictures lie.
        nearest: The test pictures nearest to the drawing.
        probed: What a linear probe takes the drawing's code for.
        prior: Pictures drawn from the prior.
        waiting: Slots whose answers are late: what is shown of them is taken away or said to be awaited.
        failures: What went wrong, by slot, as sentences.
        playing: Whether the transport plays.
        phase: In slow motion, which phase of a step is being said.
    """

    state: VaeState = field(default_factory=VaeState)
    decoded: Decoded | None = None
    pointed: Decoded | None = None
    encoded: Encoded | None = None
    second: Encoded | None = None
    mean: Decoded | None = None
    sandwiched: Sandwiched | None = None
    estimated: Estimated | None = None
    climb: Climb | None = None
    bounds: Bounds | None = None
    sheet: Sheet | None = None
    points: Points | None = None
    nearest: Nearest | None = None
    probed: Probed | None = None
    prior: Pictures | None = None
    waiting: frozenset[str] = frozenset()
    failures: dict[str, str] = field(default_factory=dict)
    playing: bool = False
    phase: int | None = None

    @property
    def shown(self) -> Decoded | None:
        """The decoded picture to look at: that under the pointer, or that of the code."""
        return self.pointed or self.decoded

    @property
    def q(self) -> Gauss | None:
        """Q as it is now: on its way from the prior, on its way up, set by hand, or the encoder's."""
        q = self._known
        return q.from_prior(self.state.learned) if q is not None else None

    @property
    def reconstruction(self) -> NDArray[np.float32] | None:
        """p(x_i = 1 | z = mu) of q as it is now, (D,)."""
        if self.state.own_q:
            return self.encoded.mean if self.encoded is not None else None
        return self.mean.mean if self.mean is not None else None

    @property
    def _known(self) -> Gauss | None:
        if self.climb is not None and self.state.step is not None:
            return self.climb.q(min(self.state.step, len(self.climb.elbos) - 1))
        if self.state.q is not None:
            return self.state.q
        return self.encoded.q if self.encoded is not None else None

    @property
    def code(self) -> Code | None:
        """The code that is decoded."""
        if self.state.code is not None:
            return self.state.code
        return tuple(self.decoded.z.tolist()) if self.decoded is not None else None

    @property
    def plane(self) -> Plane | None:
        """The plane that the map shows; None while the principal components are awaited."""
        return self.state.plane(self.points.principal if self.points is not None else None)
