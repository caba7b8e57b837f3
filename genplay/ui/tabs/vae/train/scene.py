"""All that the page shows: what is set, and what the training looks like at the step on screen."""

from dataclasses import dataclass, field

from genplay.families.vae.live import Hyper, LiveState, LiveStep, Setup


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """What is on screen; every panel shows its part of it.

    Attributes:
        live: What is set.
        pace: Index into ``SPEEDS``.
        result: The newest step that was answered, or None while the first one is awaited.
        stale: Whether another one is awaited, so that the numbers of this one are not to be read.
        playing: Whether the training goes on by itself.
        failure: What went wrong, as a sentence; "" for nothing.
    """

    live: LiveState = field(default_factory=LiveState)
    pace: int = 5
    result: LiveStep | None = None
    stale: bool = False
    playing: bool = False
    failure: str = ""

    @property
    def setup(self) -> Setup:
        """What is learnt."""
        return self.live.plan.setup

    @property
    def current(self) -> LiveStep | None:
        """The result, if it may be read: it belongs to what is set, and no newer one is awaited."""
        return self.result if self.result and self.belongs and not self.stale else None

    @property
    def belongs(self) -> bool:
        """Whether the result is one of the training that is set."""
        return self.result is not None and self.result.plan.setup == self.setup

    @property
    def step(self) -> int:
        """Steps taken by the network on screen."""
        return self.result.step if self.result and self.belongs else self.live.step

    @property
    def hyper(self) -> Hyper:
        """What the next step is taken with."""
        return self.live.plan.at(self.step)
