"""A network somewhere along its training: one step, one validation, saving and resuming."""

import math
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import torch
from lightning_fabric import Fabric
from torch import Tensor, nn

from genplay.errors import UserError
from genplay.train import state
from genplay.train.published import Published
from genplay.train.recipe import Recipe, Schedule, learning_rate
from genplay.train.state import Progressed

BETAS = (0.9, 0.999)
VALIDATED = 100  # pictures validated at a time
EXTENSIBLE = ("steps", "decay", "validate_every")
"""Numbers of a recipe that may have changed when a training is resumed: it then has the new ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Where a training is.

    Args:
        step: Steps done.
        steps: Steps planned; 0 while a minutes' budget is still being measured.
        seconds: Time spent, over all sessions of this training.
        metrics: "loss" (mean since the last progress), in nats, and, after a validation, "valid" and "best".
        best: The averaged weights with the lowest validation loss so far; None before the first validation.
        best_step: The steps that had led to them.
        curve: All validations so far, as (step, value).
        taken_up: Step of the checkpoint whose weights it began with; 0 if it began with fresh ones.
        unit: Of the validations, or what they are.
    """

    step: int
    steps: int
    seconds: float
    metrics: dict[str, float]
    best: dict[str, Tensor] | None
    best_step: int
    curve: tuple[tuple[int, float], ...] = ()
    taken_up: int = 0
    unit: str = "nats"


class Training:
    """A network, its optimiser and its averaged weights, somewhere along a schedule."""

    def __init__(self, recipe: Recipe, fabric: Fabric, minutes: float | None) -> None:
        schedule = recipe.schedule
        if schedule.batch % fabric.world_size:
            raise UserError(
                "A batch of {batch} cannot be shared equally by {devices} devices.",
                batch=schedule.batch,
                devices=fabric.world_size,
            )
        self.recipe = recipe
        self.fabric = fabric
        self.minutes = minutes
        self.steps = 0 if minutes else schedule.steps
        self.step = self.taken_up = 0
        self.best_step = 0
        self.best: dict[str, float] = {}
        self.curve: list[tuple[int, float]] = []
        self.kept: dict[str, Tensor] | None = None
        network = recipe.network()
        self.average = {name: p.detach().clone() for name, p in network.named_parameters()}
        optimizer = torch.optim.Adam(_groups(network, schedule), betas=BETAS, fused=True)
        self.objective, self.optimizer = fabric.setup(recipe.objective(network), optimizer)
        self.network = network
        self.average = {name: value.to(fabric.device) for name, value in self.average.items()}
        self.validation = recipe.validation()[fabric.global_rank :: fabric.world_size].to(fabric.device)
        self.spent = 0.0
        self.started = time.perf_counter()

    @property
    def seconds(self) -> float:
        """Time spent, over all sessions."""
        return self.spent + time.perf_counter() - self.started

    def advance(self) -> Tensor:
        """Take one step and return this rank's mean loss.

        Each rank's gradient is of the mean over its share of the batch, and Fabric averages over the ranks:
        with equal shares that is the gradient of the whole batch's mean, whatever the number of devices.
        """
        schedule = self.recipe.schedule
        share = schedule.batch // self.fabric.world_size
        first = self.fabric.global_rank * share
        x = self.recipe.batch(self.step)[first : first + share].to(self.fabric.device)
        for group in self.optimizer.param_groups:
            group["lr"] = learning_rate(schedule, self.step, self.steps, self.taken_up)
        loss = self.objective(x).mean()
        self.optimizer.zero_grad()
        self.fabric.backward(loss)
        self.fabric.clip_gradients(self.network, self.optimizer, max_norm=schedule.clip)
        self.optimizer.step()
        self.step += 1
        self._update_average()
        if self.minutes and not self.steps and self.step == schedule.warmup:
            self.steps = self._steps_that_fit(self.minutes)
        return loss.detach()

    @torch.no_grad()
    def _update_average(self) -> None:
        # A young average is that of few steps: its decay grows to the schedule's.
        decay = min(self.recipe.schedule.ema, (1 + self.step) / (10 + self.step))
        for name, parameter in self.network.named_parameters():
            self.average[name].lerp_(parameter, 1 - decay)

    def _steps_that_fit(self, minutes: float) -> int:
        speed = torch.tensor(self.step / self.seconds)
        return max(self.step + 1, int(minutes * 60 * float(self.fabric.broadcast(speed))))

    @torch.no_grad()
    def validate(self) -> dict[str, float]:
        """Return the averaged weights' mean validation loss; keep the weights if it is the lowest."""
        trained = {name: p.detach().clone() for name, p in self.network.named_parameters()}
        self._put(self.average)
        losses = [self.objective.module(x).double().sum() for x in self.validation.split(VALIDATED)]
        self._put(trained)
        valid = self._sum(torch.stack(losses).sum()) / self._sum(torch.tensor(float(len(self.validation))))
        self.curve.append((self.step, round(valid, 4)))
        if valid < self.best.get("valid", math.inf):
            self.best, self.best_step = {"valid": valid}, self.step
            self.kept = {name: value.detach().cpu().clone() for name, value in self.average.items()}
        return {"valid": valid, "best": self.best.get("valid", math.inf)}

    @torch.no_grad()
    def _put(self, values: Mapping[str, Tensor]) -> None:
        for name, parameter in self.network.named_parameters():
            parameter.copy_(values[name])

    def mean(self, losses: list[Tensor]) -> float:
        """Return the mean over steps and ranks."""
        return self._sum(torch.stack(losses).mean()) / self.fabric.world_size

    def _sum(self, value: Tensor) -> float:
        total = self.fabric.all_reduce(value, reduce_op="sum")
        assert isinstance(total, Tensor)
        return total.item()

    def progress(self, metrics: dict[str, float]) -> Progress:
        """Return where the training is."""
        return Progress(
            step=self.step,
            steps=self.steps,
            seconds=self.seconds,
            metrics=metrics,
            best=self.kept,
            best_step=self.best_step,
            curve=tuple(self.curve),
            taken_up=self.taken_up,
        )

    def save(self, path: Path) -> None:
        """Write the state, by the first rank only."""
        if not self.fabric.is_global_zero:
            return
        tensors = {f"average.{name}": value for name, value in self.average.items()}
        tensors |= {f"best.{name}": value for name, value in (self.kept or {}).items()}
        for name, parameter in self.network.named_parameters():
            tensors[f"weight.{name}"] = parameter.detach()
            for moment in ("exp_avg", "exp_avg_sq"):
                tensors[f"{moment}.{name}"] = self.optimizer.state[parameter][moment]
        progressed = Progressed(
            recipe=self.recipe.describe(),
            step=self.step,
            steps=self.steps,
            seconds=self.seconds,
            best_step=self.best_step,
            best=self.best,
            curve=tuple(self.curve),
            taken_up=self.taken_up,
        )
        state.save(path, progressed, tensors)

    def resume(self, path: Path) -> None:
        """Take over a saved state.

        Raises:
            UserError: It is missing, broken, or belongs to another recipe.
        """
        progressed, tensors = state.load(path)
        extended = is_extended(progressed.recipe, self.recipe.describe(), path)
        try:
            self._take(tensors, best=bool(progressed.best))
        except (KeyError, RuntimeError) as error:  # a tensor is missing or has another shape
            raise state.broken(path) from error
        self.step, self.spent, self.taken_up = progressed.step, progressed.seconds, progressed.taken_up
        self.steps = self.recipe.schedule.steps if extended else progressed.steps
        self.best_step, self.best = progressed.best_step, progressed.best
        self.curve = list(progressed.curve)
        for group_state in self.optimizer.state.values():
            group_state["step"] = torch.tensor(float(self.step - self.taken_up))

    def take_up(self, published: Published) -> None:
        """Go on from a checkpoint whose training's state is lost: with its weights, and a fresh optimiser.

        Raises:
            UserError: It has come as far as the schedule goes.
        """
        if self.steps and published.step >= self.steps:
            raise UserError(
                "The checkpoint has {step:,} steps behind it, and the schedule has no more than {steps:,}.",
                step=published.step,
                steps=self.steps,
            )
        self._put(published.weights)
        for name, average in self.average.items():
            average.copy_(published.weights[name])
        self.step = self.taken_up = published.step
        self.spent = published.seconds
        self.curve = [point for point in published.curve if point[0] < published.step]
        self.validate()

    @torch.no_grad()
    def _take(self, tensors: dict[str, Tensor], *, best: bool) -> None:
        self.kept = {name: tensors[f"best.{name}"] for name in self.average} if best else None
        for name, parameter in self.network.named_parameters():
            self.average[name].copy_(tensors[f"average.{name}"])
            parameter.copy_(tensors[f"weight.{name}"])
            self.optimizer.state[parameter] = {
                moment: torch.empty_like(parameter).copy_(tensors[f"{moment}.{name}"])
                for moment in ("exp_avg", "exp_avg_sq")
            }


def _groups(network: nn.Module, schedule: Schedule) -> list[dict[str, object]]:
    weights = [p for p in network.parameters() if p.ndim > 1]
    biases = [p for p in network.parameters() if p.ndim <= 1]
    return [
        {"params": weights, "lr": schedule.lr, "weight_decay": schedule.weight_decay},
        {"params": biases, "lr": schedule.lr, "weight_decay": 0.0},
    ]


def is_extended(said: Mapping[str, object], says: Mapping[str, object], path: Path) -> bool:
    """Tell whether a training goes on by a recipe that says more steps, or the like, than its state does.

    What a recipe has begun to say since the state was saved was true already then.

    Args:
        said: What the recipe of the state said.
        says: What the recipe says now.
        path: Of the state.

    Raises:
        UserError: It is another recipe.
    """
    changed = {name for name, value in says.items() if said.get(name, value) != value}
    if not changed.issubset(EXTENSIBLE):
        raise UserError("The training at {path} was started with another recipe.", path=str(path))
    return bool(changed)
