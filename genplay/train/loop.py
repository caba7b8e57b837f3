"""The training loop: fit(recipe) yields its progress, on a core, a GPU, several of them or several machines.

Everything that a step depends on is a function of (recipe, seed, step): the pictures of its batch, their
noise and the learning rate. So a resumed training goes on as if it had never stopped, and a training on
several devices takes the same steps as one: each rank takes its share of the same global batch.
"""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from lightning_fabric import Fabric
from torch import Tensor

from genplay.train.game import Game
from genplay.train.published import Published
from genplay.train.recipe import GameRecipe, GameSchedule, Recipe
from genplay.train.training import Progress, Training


def fit(
    recipe: Recipe | GameRecipe,
    *,
    minutes: float | None = None,
    path: Path | None = None,
    resume: bool = False,
    published: Published | None = None,
    every: int = 50,
    save_seconds: float = 180.0,
    fabric: Fabric | None = None,
) -> Iterator[Progress]:
    """Train, and yield progress; a training that is stopped between two yields saves its state.

    Args:
        recipe: The model's recipe.
        minutes: Budget instead of the recipe's number of steps; the speed is measured during the warm-up,
            and the schedule is then laid over as many steps as fit.
        path: Where the state is kept for resuming; none is kept without it.
        resume: Go on from the state at ``path``.
        published: Go on from this checkpoint instead, with a fresh optimiser.
        every: Steps between yields.
        save_seconds: Seconds between writings of the state.
        fabric: Where to run; one CPU process by default.

    Raises:
        UserError: There is nothing to resume, it belongs to another recipe, or it cannot be written.
    """
    training = _begun(recipe, fabric or Fabric(accelerator="cpu", devices=1), minutes)
    if resume:
        training.resume(path or Path())
    elif published:
        training.take_up(published)
    try:
        yield from _steps(training, every, path, save_seconds)
    except (GeneratorExit, KeyboardInterrupt):  # whoever stops a training wants to go on later
        if path:
            training.save(path)
        raise


def so_far(recipe: Recipe | GameRecipe, path: Path) -> Progress:
    """Return the progress of an interrupted training without going on with it.

    Raises:
        UserError: There is none, or it belongs to another recipe.
    """
    training = _begun(recipe, Fabric(accelerator="cpu", devices=1), None)
    training.resume(path)
    return training.progress(dict(training.best))


def _begun(recipe: Recipe | GameRecipe, fabric: Fabric, minutes: float | None) -> Training | Game:
    """Return the training of a recipe at its beginning."""
    if isinstance(recipe.schedule, GameSchedule):
        return Game(cast(GameRecipe, recipe), fabric, minutes)
    return Training(cast(Recipe, recipe), fabric, minutes)


def _steps(
    training: Training | Game, every: int, path: Path | None, save_seconds: float
) -> Iterator[Progress]:
    losses: list[Tensor] = []
    saved = time.perf_counter()
    if 0 < training.steps == training.step:  # resumed at its end
        yield training.progress({})
    while training.step < training.steps or not training.steps:
        losses.append(training.advance())
        last = training.step == training.steps
        due = training.step % training.recipe.schedule.validate_every == 0
        metrics = training.validate() if due or last else {}
        if path and (last or time.perf_counter() - saved > save_seconds):
            training.save(path)
            saved = time.perf_counter()
        if metrics or training.step % every == 0:
            yield training.progress({"loss": training.mean(losses), **metrics})
            losses = []
