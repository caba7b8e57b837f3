"""What may be set of a GAN that is trained while one looks: before it begins, and on the way."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple, Self, get_args

from genplay.families.base import QT_TRANSLATE_NOOP
from genplay.families.training import MOST_STEPS, Live, Plan, check_ranges

Data = Literal["ring", "grid", "spiral", "moons", "line", "mixture", "drawn"]
Loss = Literal["minimax", "nonsaturating", "leastsquares", "wasserstein"]
Optimiser = Literal["sgd", "adam"]
Noise = Literal["uniform", "normal"]
Player = Literal["d", "g"]
Turn = Literal["both", "d", "g"]
Act = Literal["sample", "classify", "loss", "gradient", "update"]
Point = tuple[float, float]

DATA: Mapping[Data, str] = {
    "ring": QT_TRANSLATE_NOOP("families", "Ring of normals"),
    "grid": QT_TRANSLATE_NOOP("families", "Grid of normals"),
    "spiral": QT_TRANSLATE_NOOP("families", "Spiral"),
    "moons": QT_TRANSLATE_NOOP("families", "Two moons"),
    "line": QT_TRANSLATE_NOOP("families", "Line"),
    "mixture": QT_TRANSLATE_NOOP("families", "Mixture of normals"),
    "drawn": QT_TRANSLATE_NOOP("families", "Drawn by hand"),
}
"""What can be learnt, with the names shown."""
CURVES: frozenset[Data] = frozenset({"spiral", "moons", "line"})
"""Those whose parts are stretches of a curve; the parts of the others are modes."""
LIMIT = 3.0
"""Real and fake points lie within this of the origin along each axis."""
BRUSH = 0.12
"""Deviation of the normal that a brush point stands for: the kernel of a drawn distribution."""
MOST_POINTS = 1_000
"""Brush points that a drawing has at most."""
ACTS: tuple[Act, ...] = get_args(Act)
"""What happens in a move, in this order."""
RATES = (0.0001, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0)
"""Learning rates to choose from."""
LAYERS, UNITS = (1, 2, 3, 4), (4, 8, 16, 32, 64)
"""Hidden layers of a network, and units of each, to choose from."""
MOST_BATCH, MOST_D_STEPS = 500, 5
"""With all of them at their most, a step still takes no longer than others can wait (30 ms, measured)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Net:
    """The size of a network.

    Attributes:
        layers: Hidden layers, 1 to 4.
        units: Units of each, 1 to 64.
    """

    layers: int = 2
    units: int = 32

    def __post_init__(self) -> None:
        check_ranges(self, {"layers": (1, LAYERS[-1]), "units": (1, UNITS[-1])})


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """What stays as it is while a GAN is trained.

    Attributes:
        data: What is learnt.
        points: Brush points (x, y) of what is drawn, within ``LIMIT``; of the presets there are none.
        noise: Of what the generator begins with: uniform within -1 and 1, or standard normal, ...
        dims: ... in 1 or 2 dimensions.
        generator: Its size.
        discriminator: Its size.
        seed: Of the first weights, the minibatches, and the points on screen.
    """

    data: Data = "ring"
    points: tuple[Point, ...] = ()
    noise: Noise = "uniform"
    dims: int = 2
    generator: Net = Net()
    discriminator: Net = Net()
    seed: int = 0

    def __post_init__(self) -> None:
        if self.data not in get_args(Data):
            raise ValueError(f"there is no data {self.data!r}")
        if self.noise not in get_args(Noise):
            raise ValueError(f"there is no noise {self.noise!r}")
        check_ranges(self, {"dims": (1, 2), "seed": (0, 2**31 - 1)})
        check_points(self.points)
        if self.points and self.data != "drawn":
            raise ValueError("only what is drawn has points")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hyper:
    """What may be set anew at any step.

    Attributes:
        loss: Which game is played.
        optimiser: Adam, or plain gradient descent.
        rate_d: Learning rate of the discriminator, 0 to 10: what is too much is up to whoever tries it.
        rate_g: Learning rate of the generator, 0 to 10.
        penalty: Weight of the gradient penalty of "wasserstein", 0 to 1,000. Gulrajani et al. (2017) have 10;
            in this plane 1 learns several times as fast (measured).
        d_steps: Moves of the discriminator before each of the generator, 1 to 5.
        batch: Real points, and fake ones, of a move, 1 to 500.
        turn: Who moves in a step: D ``d_steps`` times and then G, or one of them once.
    """

    loss: Loss = "nonsaturating"
    optimiser: Optimiser = "adam"
    rate_d: float = 0.002
    rate_g: float = 0.002
    penalty: float = 1.0
    d_steps: int = 1
    batch: int = 150
    turn: Turn = "both"

    def __post_init__(self) -> None:
        for name, known in (("loss", Loss), ("optimiser", Optimiser), ("turn", Turn)):
            if getattr(self, name) not in get_args(known):
                raise ValueError(f"there is no {name} {getattr(self, name)!r}")
        check_ranges(self, {"rate_d": (0, 10), "rate_g": (0, 10), "penalty": (0, 1_000)})
        check_ranges(self, {"d_steps": (1, MOST_D_STEPS), "batch": (1, MOST_BATCH)})

    @property
    def moves(self) -> tuple[Player, ...]:
        """Who moves in a step, in this order."""
        if self.turn == "both":
            return ("d",) * self.d_steps + ("g",)
        return (self.turn,)


class Phase(NamedTuple):
    """A moment of a step in slow motion.

    Attributes:
        move: Which move of the step, counted from 0.
        player: Whose it is.
        act: What happens.
    """

    move: int
    player: Player
    act: Act


def phases(hyper: Hyper) -> tuple[Phase, ...]:
    """Return the moments of a step taken with these hyper-parameters, in order."""
    return tuple(Phase(move, player, act) for move, player in enumerate(hyper.moves) for act in ACTS)


GanPlan = Plan[Setup, Hyper]


def first(data: Data = "ring", points: tuple[Point, ...] = ()) -> GanPlan:
    """Return a plan for this data that shows much within 20 seconds on one slow core.

    GAN Lab begins with 8 units, plain descent at 0.1 and two D steps a G step. On the ring these end 3,000
    steps with two modes at most and a JS of 0.54 to 0.69; the numbers here with seven or eight modes and
    0.05 to 0.15 (four seeds each, measured).
    """
    return GanPlan.of(Setup(data=data, points=points), Hyper())


@dataclass(frozen=True, slots=True, kw_only=True)
class GanLive(Live[Setup, Hyper]):
    """What is set of a live training of a GAN: each step is one of D, of G or of both, as ``turn`` says."""

    plan: GanPlan = field(default_factory=first)

    @property
    def hyper(self) -> Hyper:
        """What the next step is taken with."""
        return self.plan.at(self.step)

    def moved(self, turn: Turn) -> Self:
        """Return the state one step on, in which D, G or both have moved; at the last step, this one.

        A step that was taken so before is taken again; else what was set for later is forgotten, and both
        move after it.
        """
        if self.step >= MOST_STEPS:
            return replace(self, goal=None)
        live = self
        if turn != self.hyper.turn:
            after = self.plan.changed(self.step, replace(self.hyper, turn=turn))
            after = after.changed(self.step + 1, replace(self.hyper, turn="both"))
            live = replace(self, plan=after)
        return replace(live, step=self.step + 1, goal=None)

    def back(self) -> Self:
        """Return the state a step before; the plan stays, so that the step can be taken again."""
        return replace(self, step=max(self.step - 1, 0), goal=None)

    def playing(self) -> Self:
        """Return the state that goes on by itself, as the plan says, to the last step."""
        return replace(self, goal=MOST_STEPS)

    def tuned(self, **changes: object) -> Self:
        """Return the state that goes on from here with other hyper-parameters, in steps of both players.

        What was set for later is forgotten, unless nothing changes.

        Raises:
            ValueError: A value is out of range.
        """
        hyper = replace(self.hyper, **changes)  # pyright: ignore[reportArgumentType]
        if hyper == self.hyper:
            return self
        return replace(self, plan=self.plan.changed(self.step, replace(hyper, turn="both")))


def moves_made(plan: GanPlan, step: int) -> Mapping[Player, int]:
    """Return how many moves each player makes in the first ``step`` steps of a plan."""
    ends = [start for start, _ in plan.segments[1:]] + [MOST_STEPS]
    made: dict[Player, int] = {"d": 0, "g": 0}
    for (start, hyper), end in zip(plan.segments, ends, strict=True):
        for player in hyper.moves:
            made[player] += max(min(end, step) - start, 0)
    return made


def check_points(points: tuple[Point, ...]) -> None:
    """Refuse brush points that are too many or outside of the plane.

    Raises:
        ValueError: They are.
    """
    if len(points) > MOST_POINTS:
        raise ValueError(f"there are at most {MOST_POINTS} points")
    if not all(-LIMIT <= value <= LIMIT for point in points for value in point):  # a NaN fails too
        raise ValueError(f"points must lie between {-LIMIT} and {LIMIT}")
