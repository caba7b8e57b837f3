"""The training of two players, a discriminator and a generator: one turn, one validation, saving, resuming.

What is kept are the averages of both networks' weights at the latest validation: the players circle about one
another, and their average comes to rest where the rate falls to 0. No weights are picked by a measure of one
moment.
"""

import copy
import time
from pathlib import Path

import torch
from lightning_fabric import Fabric
from torch import Tensor

from genplay.errors import UserError
from genplay.train import state
from genplay.train.published import Published
from genplay.train.recipe import GameRecipe
from genplay.train.state import Progressed
from genplay.train.training import Progress, is_extended

_MOMENTS = ("exp_avg", "exp_avg_sq")
_MEASURED = 100  # steps by which the speed is measured where there is a budget of minutes


class Game:
    """Two players, their optimisers and their averaged weights, somewhere along a schedule.

    Args:
        recipe: The game.
        fabric: The one device that it is played on.
        minutes: Budget instead of the schedule's turns.
    """

    def __init__(self, recipe: GameRecipe, fabric: Fabric, minutes: float | None) -> None:
        self.recipe = recipe
        self.minutes = minutes
        self.steps = 0 if minutes else recipe.schedule.steps
        self.step = self.taken_up = 0
        self.curve: list[tuple[int, float]] = []
        self.kept: dict[str, Tensor] | None = None
        self.best_step = 0
        self.best: dict[str, float] = {}
        # Convolutions read this order of axes up to a fifth faster on a CPU (measured).
        network = recipe.network().to(fabric.device)
        self.network = network.to(memory_format=torch.channels_last)  # pyright: ignore[reportCallIssue]
        self.average = {name: p.detach().clone() for name, p in self.network.named_parameters()}
        rates = (recipe.schedule.lr, recipe.schedule.forger_lr)
        betas = (recipe.schedule.beta, recipe.schedule.second)
        self.sides = [
            (player, torch.optim.Adam(player.parameters(), rate, betas=betas, fused=True), rate)
            for player, rate in zip(recipe.players(self.network), rates, strict=True)
        ]
        self.spent = 0.0
        self.started = time.perf_counter()

    @property
    def seconds(self) -> float:
        """Time spent, over all sessions."""
        return self.spent + time.perf_counter() - self.started

    def advance(self) -> Tensor:
        """Take one turn and return the sum of all its losses."""
        schedule = self.recipe.schedule
        if self.recipe.mend(self.network, self.step):
            self.average = {name: p.detach().clone() for name, p in self.network.named_parameters()}
        losses = self.recipe.play(self.network, self.step)
        discriminator = self.sides[0][0]
        total = torch.zeros(())
        for player, optimizer, rate in self.sides[:1] * schedule.critics + self.sides[1:]:
            # The generator's loss goes through D, whose own gradient would be thrown away.
            discriminator.requires_grad_(player is discriminator)
            for group in optimizer.param_groups:
                group["lr"] = rate * schedule.share(self.step, self.steps)
            loss = next(losses)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total = total + loss.detach().cpu()
        discriminator.requires_grad_(requires_grad=True)
        self.step += 1
        self._update_average()
        if self.minutes and not self.steps and self.step == _MEASURED:
            self.steps = max(self.step + 1, int(self.minutes * 60 * self.step / self.seconds))
        return total

    @torch.no_grad()
    def _update_average(self) -> None:
        # A young average is that of few turns: its decay grows to the schedule's.
        decay = min(self.recipe.schedule.ema, (1 + self.step) / (10 + self.step))
        for name, parameter in self.network.named_parameters():
            self.average[name].lerp_(parameter, 1 - decay)

    @torch.no_grad()
    def validate(self) -> dict[str, float]:
        """Return the averages' measure; they are what is kept, whatever it is."""
        settled = copy.deepcopy(self.network)
        for name, parameter in settled.named_parameters():
            parameter.copy_(self.average[name])
        self.recipe.settle(settled)
        valid = self.recipe.validate(settled)
        self.curve.append((self.step, round(valid, 4)))
        self.best, self.best_step = {"valid": valid}, self.step
        self.kept = {name: _plain(value) for name, value in settled.state_dict().items()}
        return {"valid": valid, "best": min(value for _, value in self.curve)}

    def take_up(self, published: Published) -> None:
        """Refuse to go on from a checkpoint: it holds the averages of the players, who are elsewhere.

        Raises:
            UserError: Always.
        """
        raise UserError("A training of two players goes on from its own state only: --resume.")

    def mean(self, losses: list[Tensor]) -> float:
        """Return the mean over turns."""
        return float(torch.stack(losses).mean())

    def progress(self, metrics: dict[str, float]) -> Progress:
        """Return where the training is; its ``best`` weights are the latest that were validated."""
        return Progress(
            step=self.step,
            steps=self.steps,
            seconds=self.seconds,
            metrics=metrics,
            best=self.kept,
            best_step=self.best_step,
            curve=tuple(self.curve),
            unit=self.recipe.unit,
        )

    def save(self, path: Path) -> None:
        """Write the state."""
        tensors = {f"average.{name}": value for name, value in self.average.items()}
        tensors |= {f"kept.{name}": value for name, value in (self.kept or {}).items()}
        tensors |= {f"network.{name}": value for name, value in self.network.state_dict().items()}
        for side, (_, optimizer, _) in enumerate(self.sides):
            for number, moments in optimizer.state_dict()["state"].items():
                tensors |= {f"{moment}.{side}.{number}": moments[moment] for moment in _MOMENTS}
        progressed = Progressed(
            recipe=self.recipe.describe(),
            step=self.step,
            steps=self.steps,
            seconds=self.seconds,
            best_step=self.best_step,
            best=self.best,
            curve=tuple(self.curve),
        )
        state.save(path, progressed, {name: _plain(value) for name, value in tensors.items()})

    def resume(self, path: Path) -> None:
        """Take over a saved state.

        Raises:
            UserError: It is missing, broken, or belongs to another recipe.
        """
        progressed, tensors = state.load(path)
        extended = is_extended(progressed.recipe, self.recipe.describe(), path)
        try:
            self._take(tensors, progressed)
        except (KeyError, RuntimeError) as error:  # a tensor is missing or has another shape
            raise state.broken(path) from error
        self.step, self.spent = progressed.step, progressed.seconds
        self.steps = self.recipe.schedule.steps if extended else progressed.steps
        self.best_step, self.best = progressed.best_step, progressed.best
        self.curve = list(progressed.curve)

    @torch.no_grad()
    def _take(self, tensors: dict[str, Tensor], progressed: Progressed) -> None:
        def parted(start: str) -> dict[str, Tensor]:
            return {name[len(start) :]: value for name, value in tensors.items() if name.startswith(start)}

        self.kept = parted("kept.") or None
        self.network.load_state_dict(parted("network."))
        for name, average in self.average.items():
            average.copy_(tensors[f"average.{name}"])
        for side, (player, optimizer, _) in enumerate(self.sides):
            turns = progressed.step * (1 if side else self.recipe.schedule.critics)
            for number, parameter in enumerate(player.parameters()):
                moments = {
                    moment: torch.empty_like(parameter).copy_(tensors[f"{moment}.{side}.{number}"])
                    for moment in _MOMENTS
                }
                # By turns rather than from the file: that is all that Adam counts.
                optimizer.state[parameter] = {"step": torch.tensor(float(turns)), **moments}


def _plain(value: Tensor) -> Tensor:
    """Return a copy with its axes in their usual order in memory, as files have them."""
    return value.detach().cpu().clone(memory_format=torch.contiguous_format)
