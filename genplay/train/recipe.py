"""What a training needs to know of a model, and the numbers of its optimisation."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from torch import Tensor, nn


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """The numbers of an optimisation by Adam.

    Args:
        steps: Steps of a whole training.
        batch: Pictures a step, over all devices together.
        lr: Largest learning rate.
        warmup: Steps of linear warm-up to it, at least 1.
        decay: Share of the steps after the warm-up, the last ones, in which it falls by a cosine to 0.
        weight_decay: Coefficient of half the squared weights in the loss (biases are left alone).
        ema: Decay of the average of the weights, per step; the average is what is validated and kept.
        clip: Largest norm of the gradient of the loss.
        validate_every: Steps between validations.
        last: Steps of a last part, after the rate has fallen to 0: it rises and falls once more.
        last_lr: Largest learning rate of that part.
    """

    steps: int
    batch: int
    lr: float
    warmup: int
    weight_decay: float
    ema: float
    clip: float
    validate_every: int
    decay: float = 1.0
    last: int = 0
    last_lr: float = 0.0


def learning_rate(schedule: Schedule, step: int, steps: int, taken_up: int = 0) -> float:
    """Return the learning rate of a step: a linear warm-up, a plateau, then a cosine that ends at 0.

    A last part, where the schedule has one, is another warm-up and another cosine.

    Args:
        schedule: The numbers.
        step: Steps done before this one.
        steps: Steps of the whole training; 0 while unknown, in the warm-up.
        taken_up: The step at which a checkpoint's weights were taken up: another warm-up follows it.
    """
    turn = steps - schedule.last  # the step at which the last part begins
    if schedule.last and steps and step >= turn:
        begun, end, largest, falling = max(taken_up, turn), steps, schedule.last_lr, float(schedule.last)
    else:
        begun, end, largest = taken_up, turn if steps else 0, schedule.lr
        falling = max(1.0, schedule.decay * (end - schedule.warmup))
    warm = min(1.0, (step - begun + 1) / schedule.warmup)
    along = 1 - (end - step) / falling if end else 0.0
    return warm * largest * 0.5 * (1 + math.cos(math.pi * max(0.0, along)))


class Recipe(Protocol):
    """What a training needs to know of a model. All its randomness comes from (seed, step)."""

    @property
    def schedule(self) -> Schedule:
        """The numbers of the optimisation."""
        ...

    def describe(self) -> dict[str, str | int | float]:
        """Return name, seed and all numbers: for the header, and to know the recipe again on resuming."""
        ...

    def network(self) -> nn.Module:
        """Return the freshly initialised network, the same each time."""
        ...

    def objective(self, network: nn.Module) -> nn.Module:
        """Return a module that contains the network and maps a batch (B, ...) to losses (B,), in nats."""
        ...

    def batch(self, step: int) -> Tensor:
        """Return the whole batch of a step, (B, ...)."""
        ...

    def validation(self) -> Tensor:
        """Return the validation pictures, (N, ...); their mean loss decides which weights are kept."""
        ...


class ExplicitRecipe(Recipe, Protocol):
    """The recipe of an explicit model."""

    @property
    def seed(self) -> int:
        """Of all its randomness."""
        ...

    @property
    def config(self) -> Any:  # noqa: ANN401 - the architecture's own dataclass
        """The network's size."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class GameSchedule:
    """The numbers of a game by Adam.

    Args:
        steps: Turns of a whole training.
        batch: Pictures of each kind a turn.
        lr: The discriminator's learning rate.
        forger_lr: The generator's.
        beta: Of the first moment.
        second: Of the second moment.
        decay: Share of the turns, the last ones, in which both rates fall to 0 along a line.
        ema: Decay of the averages of the weights, per turn.
        validate_every: Turns between validations.
        critics: Steps of the discriminator in a turn.
    """

    steps: int
    batch: int
    lr: float
    forger_lr: float
    beta: float = 0.5
    decay: float = 0.4
    ema: float = 0.999
    validate_every: int = 500
    critics: int = 1
    second: float = 0.999

    def share(self, step: int, steps: int) -> float:
        """Return the share of the learning rates that a turn has; ``steps`` is 0 while unknown."""
        return min(1.0, (steps - step) / max(1.0, self.decay * steps)) if steps else 1.0


class GameRecipe(Protocol):
    """What a training needs to know of a game. All its randomness comes from (seed, step)."""

    @property
    def schedule(self) -> GameSchedule:
        """The numbers of the optimisation."""
        ...

    @property
    def seed(self) -> int:
        """Of all its randomness."""
        ...

    @property
    def config(self) -> Any:  # noqa: ANN401 - the architecture's own dataclass
        """The networks' size."""
        ...

    def describe(self) -> dict[str, str | int | float]:
        """Return name, seed and all numbers: for the header, and to know the recipe again on resuming."""
        ...

    def network(self) -> nn.Module:
        """Return both players, freshly initialised, the same each time."""
        ...

    def players(self, network: nn.Module) -> tuple[nn.Module, nn.Module]:
        """Return the discriminator, with all that learns with it, and the generator."""
        ...

    def play(self, network: nn.Module, step: int) -> Iterator[Tensor]:
        """Yield what D minimises, as often as the schedule says, then, D having learned, what G minimises."""
        ...

    def mend(self, network: nn.Module, step: int) -> bool:
        """Change what has got stuck before a turn; tell whether anything was changed."""
        ...

    def settle(self, network: nn.Module) -> None:
        """Set the running statistics of averaged weights, and leave the network in evaluation mode."""
        ...

    def validate(self, network: nn.Module) -> float:
        """Return the measure of a settled network, the lower the better; no label has a say in it."""
        ...

    @property
    def unit(self) -> str:
        """What that measure is in, such as "nats"; of a number without a unit, what it is."""
        ...
