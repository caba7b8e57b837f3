"""All that the tab shows: what is set, and what the training looks like at the step on screen."""

from dataclasses import dataclass, field

from genplay.families.gan import Dissected, GanLive, GanState, GanStep, Hyper, Moved, Phase, Setup


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """What is on screen; every panel shows its part of it.

    Attributes:
        state: What the user has set.
        result: The newest step that was answered, or None while the first one is awaited.
        slow: What happens in the next step, act by act, or None where nobody asked or it is awaited.
        stale: Whether another step is awaited, so that the numbers of this one are not to be read.
        playing: Whether the training goes on by itself.
        failure: What went wrong, as a sentence; "" for nothing.
    """

    state: GanState = field(default_factory=GanState)
    result: GanStep | None = None
    slow: Dissected | None = None
    stale: bool = False
    playing: bool = False
    failure: str = ""

    @property
    def live(self) -> GanLive:
        """What is set of the training."""
        return self.state.live

    @property
    def setup(self) -> Setup:
        """What stays as it is while it is trained."""
        return self.live.plan.setup

    @property
    def belongs(self) -> bool:
        """Whether the result is one of the training that is set."""
        return self.result is not None and self.result.plan.setup == self.setup

    @property
    def current(self) -> GanStep | None:
        """The result, if it may be read: it belongs to what is set, and no newer one is awaited."""
        return self.result if self.belongs and not self.stale else None

    @property
    def step(self) -> int:
        """Steps taken by the networks on screen."""
        return self.result.step if self.result and self.belongs else self.live.step

    @property
    def hyper(self) -> Hyper:
        """What the next step is taken with."""
        return self.live.plan.at(self.step)

    @property
    def phase(self) -> Phase | None:
        """The moment of the next step at which slow motion stands; None between two steps."""
        return None if self.state.phase is None else self.state.phases[self.state.phase]

    @property
    def moved(self) -> Moved | None:
        """What the move of that moment shows; None between two steps, and until it is known."""
        phase, slow = self.phase, self.slow
        if phase is None or slow is None or slow.plan != self.live.plan or slow.step != self.live.step:
            return None
        return slow.moves[phase.move] if phase.move < len(slow.moves) else None
