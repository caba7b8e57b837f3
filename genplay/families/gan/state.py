"""What the user has set in the GAN tab."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar, Literal, Self, get_args

from genplay.families.base import SPEEDS, Request, State
from genplay.families.gan.requests import Dissect, TrainGan
from genplay.families.gan.setup import GanLive, GanPlan, Phase, Point, check_points, phases
from genplay.families.training import check_ranges

Layer = Literal["real", "fake", "surface", "manifold", "arrows"]
Surface = Literal["learned", "optimal", "gap"]
Tool = Literal["pen", "eraser"]
SHOWN: tuple[Layer, ...] = get_args(Layer)


@dataclass(frozen=True, slots=True, kw_only=True)
class GanState(State):
    """What the user has set in the GAN tab.

    Attributes:
        live: What is set of the training that is watched.
        phase: The moment of the next step that slow motion stands at, an index into ``phases``; None where it
            stands between two steps.
        drawing: Brush points of a distribution that is being drawn; ``applied`` makes it what is learnt. None
            where nothing is drawn.
        layers: What is shown in the plane, in the order of ``SHOWN``.
        surface: Which surface of the discriminator is shown there: the learned one, the optimal one, or the
            first minus the second.
        tool: What the left button does on a drawing.
        brush: Width of pen and eraser, 1 to 5: ``drawing.reach`` is its radius.
        slow: Whether play goes through the phases of each step, in words.
        pace: Index into ``SPEEDS``; the last is as fast as it can.
    """

    VIEW: ClassVar[frozenset[str]] = frozenset({"layers", "surface", "tool", "brush", "slow", "pace"})

    live: GanLive = field(default_factory=GanLive)
    phase: int | None = None
    drawing: tuple[Point, ...] | None = None
    layers: tuple[Layer, ...] = SHOWN
    surface: Surface = "learned"
    tool: Tool = "pen"
    brush: int = 2
    slow: bool = False
    pace: int = len(SPEEDS) - 1

    def __post_init__(self) -> None:
        check_ranges(self, {"brush": (1, 5), "pace": (0, len(SPEEDS) - 1)})
        if self.surface not in get_args(Surface) or self.tool not in get_args(Tool):
            raise ValueError(f"there is no surface {self.surface!r} or no tool {self.tool!r}")
        if self.layers != tuple(layer for layer in SHOWN if layer in self.layers):
            raise ValueError(f"the layers must be some of {', '.join(SHOWN)}, in this order")
        if self.phase is not None and not (self.live.goal is None and 0 <= self.phase < len(self.phases)):
            raise ValueError(
                f"phase must be below {len(self.phases)}, and is none while it goes on by itself"
            )
        check_points(self.drawing or ())

    @property
    def phases(self) -> tuple[Phase, ...]:
        """The moments of the next step."""
        return phases(self.live.hyper)

    def following(self, live: GanLive) -> Self:
        """Return the state of another training, or of another step of it: between two steps."""
        return replace(self, live=live, phase=None)

    def slowed(self) -> Self:
        """Return the state one phase on; after the last phase of a step, the step is taken."""
        if self.phase is None:
            return replace(self, live=replace(self.live, goal=None), phase=0)
        if self.phase + 1 < len(self.phases):
            return replace(self, phase=self.phase + 1)
        return self.following(self.live.moved(self.live.hyper.turn))

    def applied(self) -> Self:
        """Return the state that begins to learn what was drawn, with the hyper-parameters as they are."""
        points = self.drawing or ()
        setup = replace(self.live.plan.setup, data="drawn", points=points)
        hyper = replace(self.live.hyper, turn="both")
        return replace(self.following(GanLive(plan=GanPlan.of(setup, hyper))), drawing=None)

    def requests(self) -> Mapping[str, Request]:
        """Return what must be computed to show this state, by slot."""
        wanted: dict[str, Request] = {"live": TrainGan.of(self.live)}
        if self.phase is not None:
            wanted["slow"] = Dissect(self.live.plan, self.live.step)
        return wanted
