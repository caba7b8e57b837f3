"""Train a model by the name of its recipe, and write its checkpoint: what ``genplay train`` does."""

import os
import time
from collections.abc import Generator, Iterator
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch
from lightning_fabric import Fabric

from genplay import paths
from genplay.data import binarized, mnist
from genplay.engine.header import DataSource, Header
from genplay.errors import UserError
from genplay.models import nade, tabular
from genplay.train import publish
from genplay.train.loop import fit
from genplay.train.nade import NadeRecipe
from genplay.train.tabular import CONFIGS
from genplay.train.training import Progress

RECIPES = ("nade", *CONFIGS)
_PAPER = "The paper's NADE of a fixed order has 88.33 nats on the fixed test split."
_DYNAMIC = "train, binarized anew every epoch, without the sources of the fixed validation pictures"


def checkpoint_path(name: str, out: Path | None = None) -> Path:
    """Return where the checkpoint of a recipe goes: into ``out``, by default among the user's own."""
    return (out or paths.user_checkpoints()) / f"{name}-mnist.safetensors"


def state_path(name: str) -> Path:
    """Return where an interrupted training of a recipe is kept."""
    return paths.user_data() / "runs" / f"{name}.safetensors"


def run(
    name: str,
    *,
    folder: Path | None = None,
    minutes: float | None = None,
    resume: bool = False,
    out: Path | None = None,
) -> Generator[Progress, None, None]:
    """Train, yield progress, and write the checkpoint at the end.

    Args:
        name: One of ``RECIPES``.
        folder: Where the data sets are; by default the user's.
        minutes: Budget, over which the whole schedule is laid; by default the recipe's number of steps.
        resume: Go on with an interrupted training, along its own schedule.
        out: Folder that the checkpoint goes to; by default the user's own checkpoints.

    Raises:
        UserError: No such recipe, a data set is missing, there is nothing to resume, or a file cannot be
            written.
    """
    if name not in RECIPES:
        raise UserError("There is no recipe {name}; there are {known}.", name=name, known=", ".join(RECIPES))
    checkpoint = checkpoint_path(name, out)
    _check_writable(checkpoint.parent)  # now rather than after the training
    if name in CONFIGS:
        yield _count(name, folder, checkpoint)
    else:
        yield from _train_nade(folder, minutes, resume, checkpoint)


def nade_recipe(folder: Path | None = None) -> NadeRecipe:
    """Return NADE's recipe with its data.

    Raises:
        UserError: A data set is missing.
    """
    images = mnist.load("train", folder).images
    valid = binarized.fixed("valid", folder)
    kept = np.ones(len(images), np.bool_)
    kept[binarized.excluded_sources(valid, images)] = False
    return NadeRecipe(grey=images[kept].reshape(-1, valid.shape[1]), valid=valid)


def _train_nade(
    folder: Path | None, minutes: float | None, resume: bool, checkpoint: Path
) -> Iterator[Progress]:
    recipe = nade_recipe(folder)
    fabric = Fabric(accelerator="cuda" if torch.cuda.is_available() else "cpu")
    fabric.launch()
    path = state_path("nade")
    _check_writable(path.parent)
    path.parent.mkdir(parents=True, exist_ok=True)
    progress = None
    for progress in fit(recipe, minutes=minutes, path=path, resume=resume, fabric=fabric):
        yield progress
    if progress and fabric.is_global_zero:
        publish_nade(checkpoint, recipe, progress, folder)


def publish_nade(path: Path, recipe: NadeRecipe, progress: Progress, folder: Path | None = None) -> Header:
    """Write the checkpoint of a finished training and return its header."""
    network = nade.build(recipe.config)
    network.load_state_dict(progress.best or {})
    header = _header(
        "nade",
        "nade",
        asdict(recipe.config),
        publish.data_source("mnist", _DYNAMIC, recipe.grey),
        recipe=recipe.describe(),
        seed=recipe.seed,
        steps=progress.best_step,
        minutes=progress.seconds / 60,
    )
    digits = binarized.threshold(mnist.load("test", folder).images)
    note = f"Early stopping on this split. {_PAPER}"
    return publish.publish(path, network, header, valid=recipe.valid, digits=digits, half=True, note=note)


def _count(name: str, folder: Path | None, checkpoint: Path) -> Progress:
    started = time.perf_counter()
    bits = binarized.fixed("train", folder)
    network = tabular.fit(CONFIGS[name], bits)
    header = _header(
        name,
        "tabular",
        asdict(CONFIGS[name]),
        publish.data_source("binarized-mnist", "train (fixed)", bits),
        recipe={"name": "count", "alpha": 1},
        seed=0,
        steps=1,
        minutes=(time.perf_counter() - started) / 60,
    )
    valid = binarized.fixed("valid", folder)
    digits = binarized.threshold(mnist.load("test", folder).images)
    figure = publish.publish(checkpoint, network, header, valid=valid, digits=digits).figures[0]
    return Progress(
        step=1,
        steps=1,
        seconds=time.perf_counter() - started,
        metrics={"valid": figure.value},
        best=dict(network.state_dict()),
        best_step=1,
    )


def _check_writable(folder: Path) -> None:
    """Refuse a folder that is none, may not be written to, or cannot be made."""
    there = next(place for place in (folder, *folder.parents) if place.exists())
    if not (there.is_dir() and os.access(there, os.W_OK)):
        raise UserError("Nothing can be written to {folder}: it is no folder of yours.", folder=str(folder))


def _header(
    model: str,
    architecture: str,
    config: dict[str, int | bool],
    data: DataSource,
    *,
    recipe: dict[str, str | int | float],
    seed: int,
    steps: int,
    minutes: float,
) -> Header:
    return Header(
        model=model,
        architecture=architecture,
        config=dict(config),
        data=data,
        recipe=dict(recipe),
        seed=seed,
        steps=steps,
        minutes=round(minutes, 1),
        machine=publish.machine(),
        genplay_version="",
        figures=(),
    )
