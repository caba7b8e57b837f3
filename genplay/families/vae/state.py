"""What the user has set in the VAE tab. Dimensions go by their number from 0."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar, Literal, Self

import numpy as np

from genplay.families.base import SPEEDS, Drawing, Request, State
from genplay.families.vae.geometry import Code, Gauss, Plane, Way, between, check_code
from genplay.families.vae.live import LiveState
from genplay.families.vae.models import CLASSES, LATENTS, MODELS, PIXELS
from genplay.families.vae.requests import (
    STEPS,
    Bound,
    Cloud,
    Decode,
    Encode,
    Improve,
    Manifold,
    Neighbours,
    Prior,
    Probe,
    Reconstruct,
    Sandwich,
)

_BLANK = Drawing.blank()

Page = Literal["explore", "train"]
Map = Literal["points", "manifold", "both"]
View = Literal["axes", "pins", "pca"]
Lower = Literal["ledger", "dimensions", "neighbours", "probe"]
Motion = Literal["improve", "walk", "prior"]
Tool = Literal["pen", "eraser", "fill"]
MOST_PINS = 3
"""Two to walk between, three to span a plane."""
OWN_Q: Mapping[str, object] = {"q": None, "step": None, "learned": 1.0}
"""What a state has where q is the encoder's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VaeState(State):
    """What the user has set in the VAE tab.

    Attributes:
        page: Whether a trained model is explored or one is trained live.
        model: Name of the model that is explored.
        drawing: The picture that is encoded.
        source: Grey levels (one byte a pixel, 255 = ink) of an opened picture, from which ``threshold`` makes
            the drawing; None once the pen has touched it.
        threshold: Grey level from which a pixel of ``source`` is ink, 1 to 255.
        second: Another drawing to blend with, or None.
        blend: How much of the second, 0 to 1.
        z: The code, set by hand; None follows q.
        locked: Dimensions that are kept when a code is drawn or reset, ascending.
        q: A normal set by hand; None is the encoder's.
        step: How many steps q is improved, 0 to ``STEPS``; None where it is not being improved.
        learned: How much of the drawing q knows: how far it has come from the prior, 0, to what it is
            otherwise, 1.
        eps: Seed of the noise in z = mu + sigma eps; None is no noise.
        seed: Of the sample of pixels, of the codes of the bounds, of those drawn at random.
        decoded: Whether the decoded picture is shown as its mean or as a sample.
        map: What the map shows.
        classes: Labels of the points that are shown, ascending.
        view: Which plane the map shows, of more than two latents: of two axes, through three pins, or of the
            principal components.
        axes: The two axes, different ones.
        pins: Codes that are pinned, in the order in which they were dropped.
        walk: How far the walk from the first pin to the second has come, 0 to 1; None where nobody walks.
        way: Whether walk and blend go straight or on an arc.
        prior: Whether pictures drawn from the prior are shown.
        motion: What the transport plays.
        every: Whether all dimensions have a slider, rather than the most informative only.
        tool: What the left button does on the drawing.
        brush: Diameter of pen and eraser in pixels, 1 to 5.
        live: What is set of the training that is watched.
        lower: What stands below the pictures: the ledger, the dimensions one by one, the neighbours among the
            test pictures, or what a linear probe takes the codes for.
        speed: Index into ``SPEEDS``.
        slow: Whether each step names its phases in words.
        pace: Index into ``SPEEDS`` of the training that is watched; the last is as fast as it can.
    """

    VIEW: ClassVar[frozenset[str]] = frozenset(
        {"tool", "brush", "speed", "slow", "pace", "every", "motion", "lower"}
    )

    page: Page = "explore"
    model: str = "vae_2d"
    drawing: Drawing = _BLANK
    source: bytes | None = None
    threshold: int = 128
    second: Drawing | None = None
    blend: float = 0.0
    z: Code | None = None
    locked: tuple[int, ...] = ()
    q: Gauss | None = None
    step: int | None = None
    learned: float = 1.0
    eps: int | None = None
    seed: int = 0
    decoded: Literal["mean", "sample"] = "mean"
    map: Map = "points"
    classes: tuple[int, ...] = tuple(range(10))
    view: View = "axes"
    axes: tuple[int, int] = (0, 1)
    pins: tuple[Code, ...] = ()
    walk: float | None = None
    way: Way = "line"
    prior: bool = False
    motion: Motion = "improve"
    every: bool = False
    live: LiveState = field(default_factory=LiveState)
    lower: Lower = "ledger"
    tool: Tool = "pen"
    brush: int = 2
    speed: int = 1
    slow: bool = False
    pace: int = len(SPEEDS) - 1

    def __post_init__(self) -> None:
        if self.model not in MODELS:
            raise ValueError(f"there is no VAE {self.model!r}")
        for name, (low, high) in _RANGES.items():
            value = getattr(self, name)
            if value is not None and not low <= value <= high:  # a NaN fails too
                raise ValueError(f"{name} must be between {low} and {high}")
        self._check_pictures()
        self._check_codes()
        _check_ascending("the locked dimensions", self.locked, self.dims)
        _check_ascending("the classes", self.classes, len(CLASSES[self.model]))
        if len(set(self.axes)) < 2 or not all(0 <= axis < self.dims for axis in self.axes):
            raise ValueError(f"the axes must be two different ones of {self.dims} dimensions")

    @property
    def dims(self) -> int:
        """Number of latents of the model."""
        return LATENTS[self.model]

    @property
    def own_q(self) -> bool:
        """Whether q is the encoder's own."""
        return all(getattr(self, name) == value for name, value in OWN_Q.items())

    @property
    def code(self) -> Code | None:
        """The code that is decoded: on the walk, or set by hand; None follows q."""
        if self.walk is not None and len(self.pins) > 1:
            return between(self.pins[0], self.pins[1], self.walk, self.way)
        return self.z

    def plane(self, principal: Plane | None = None) -> Plane | None:
        """Return the plane that the map shows.

        Args:
            principal: That of the principal components, as ``Points`` has it.

        Returns:
            None while that of the principal components is not known. Where three pins are missing or lie on
            one line, the plane of the axes: through the code that was set by hand, or else through 0.
        """
        if self.view == "pca" and self.dims > 2:
            return principal
        if self.view == "pins" and self.dims > 2 and len(self.pins) == MOST_PINS:
            try:
                return Plane.through(*self.pins)
            except ValueError:
                pass
        return Plane.along(self.axes, self.z or (0.0,) * self.dims)

    def with_model(self, model: str) -> Self:
        """Return the state for another model: what was said of the dimensions of this one is dropped."""
        if model == self.model:
            return self
        dropped = {**OWN_Q, "z": None, "locked": (), "pins": (), "walk": None}
        # Of many latents the first two may be inactive: the plane in which the pictures spread says more.
        view: View = "axes" if LATENTS[model] == 2 else "pca"
        return replace(self, model=model, view=view, axes=(0, 1), **dropped)

    def drawn(self, seed: int, now: Code) -> Self:
        """Return the state with a code drawn from the prior; what is locked stays as it is ``now``."""
        fresh = np.random.default_rng(seed).standard_normal(self.dims).clip(-4, 4).tolist()
        return replace(self, z=self._but_for_locked(fresh, now), walk=None)

    def pinned(self, code: Code) -> Self:
        """Return the state with one more pin; after as many as can be, the first of new ones."""
        kept = self.pins if len(self.pins) < MOST_PINS else ()
        return replace(self, pins=(*kept, code), walk=self.walk if len(kept) > 1 else None)

    def reset(self, now: Code) -> Self:
        """Return the state whose code follows q again, without noise; is 0 where some are locked."""
        if not self.locked:
            return replace(self, z=None, eps=None, walk=None)
        return replace(self, z=self._but_for_locked([0.0] * self.dims, now), eps=None, walk=None)

    def requests(self) -> Mapping[str, Request]:
        """Return what the page of a trained model shows, by slot."""
        if self.page == "train":
            return {"live": self.live.request()}
        model, x, step = self.model, self.drawing, self.step or 0
        wanted: dict[str, Request] = {
            "decode": self.decode(),
            "encode": Encode(model, x),
            "sandwich": Sandwich(model, x, self.q, step, self.learned),
            "bound": Bound(model, x, self.q, step, self.seed, learned=self.learned),
            "cloud": Cloud(model),
        }
        if self.lower == "neighbours":
            wanted["neighbours"] = Neighbours(model, x)
        if self.lower == "probe":
            wanted["probe"] = Probe(model, x)
        if not self.own_q:
            q, learned = self.q, self.learned
            wanted["mean"] = Reconstruct(model, x, q=q, step=step, seed=self.seed, learned=learned)
        if self.second is not None:
            wanted["second"] = Encode(model, self.second)
        if self.step is not None:
            wanted["improve"] = Improve(model, x, self.q)
        if self.map != "points":
            wanted["manifold"] = Manifold(model, self.plane())
        if self.prior or self.dims > 2:  # in whose place there is a posterior to show with two
            wanted["prior"] = Prior(model, seed=self.seed)
        return wanted

    def decode(self) -> Request:
        """Return what asks for the picture of the code."""
        if (code := self.code) is not None:
            return Decode(self.model, code, self.seed)
        return Reconstruct(
            self.model,
            self.drawing,
            self.second,
            self.blend if self.second is not None else 0.0,
            self.way if self.second is not None else "line",
            self.q,
            self.step or 0,
            self.eps,
            self.seed,
            self.learned,
        )

    def _but_for_locked(self, values: list[float], now: Code) -> Code:
        return tuple(now[dim] if dim in self.locked else value for dim, value in enumerate(values))

    def _check_pictures(self) -> None:
        for picture in (self.drawing, self.second):
            if picture is not None and (picture.height, picture.width) != (28, 28):
                raise ValueError("the drawing must be 28 x 28 pixels")
        if self.source is not None and len(self.source) != PIXELS:
            raise ValueError("the source must be 28 x 28 pixels")

    def _check_codes(self) -> None:
        if self.z is not None:
            check_code(self.z, self.dims)
        if self.q is not None:
            self.q.check_by_hand(self.dims)
        if len(self.pins) > MOST_PINS:
            raise ValueError(f"there are at most {MOST_PINS} pins")
        for pin in self.pins:
            check_code(pin, self.dims, "a pin")
        if self.walk is not None and len(self.pins) < 2:
            raise ValueError("a walk needs two pins")


_RANGES = {
    "threshold": (1, 255),
    "blend": (0.0, 1.0),
    "step": (0, STEPS),
    "learned": (0.0, 1.0),
    "eps": (0, 2**31 - 1),
    "seed": (0, 2**31 - 1),
    "walk": (0.0, 1.0),
    "brush": (1, 5),
    "speed": (0, len(SPEEDS) - 1),
    "pace": (0, len(SPEEDS) - 1),
}


def _check_ascending(name: str, values: tuple[int, ...], count: int) -> None:
    if list(values) != sorted(set(values)) or not all(0 <= value < count for value in values):
        raise ValueError(f"{name} must be ascending numbers below {count}")
