"""Train a model by the name of its recipe, and write its checkpoint: what ``genplay train`` does."""

import tempfile
import time
from collections.abc import Callable, Generator
from dataclasses import asdict, replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, cast

import torch
from lightning_fabric import Fabric
from torch import nn

from genplay import paths
from genplay.data import binarized
from genplay.engine import header
from genplay.engine.header import DataSource, Header
from genplay.errors import UserError
from genplay.train import publish, state
from genplay.train import tabular as counted
from genplay.train.exams import DigitExam, Exam
from genplay.train.loop import fit, so_far
from genplay.train.published import Published
from genplay.train.recipe import ExplicitRecipe, GameRecipe, Recipe
from genplay.train.trained import DIGITS, TRAINED, Pictures, Trained
from genplay.train.training import Progress

Steps = Generator[Progress, None, Progress | None]


RECIPES = (*TRAINED, *counted.CONFIGS)


def checkpoint_path(name: str, out: Path | None = None) -> Path:
    """Return where the checkpoint of a recipe goes: into ``out``, by default among the user's own."""
    stem = TRAINED[name].subject.stem if name in TRAINED else DIGITS.stem
    return (out or paths.user_checkpoints()) / f"{name}-{stem}.safetensors"


def state_path(name: str, seed: int | None = None) -> Path:
    """Return where an interrupted training of a recipe is kept, one for each seed but the recipe's own."""
    return paths.user_data() / "runs" / f"{name}{'' if seed is None else f'-seed{seed}'}.safetensors"


def run(
    name: str,
    *,
    folder: Path | None = None,
    minutes: float | None = None,
    resume: bool = False,
    restart: bool = False,
    begin: Path | None = None,
    publish_only: bool = False,
    out: Path | None = None,
    seed: int | None = None,
    exclusive: str = "",
) -> Generator[Progress, None, None]:
    """Train, yield progress, and write the checkpoint at the end.

    Args:
        name: One of ``RECIPES``.
        folder: Where the data sets are; by default the user's.
        minutes: Budget, over which the whole schedule is laid; by default the recipe's number of steps.
        resume: Go on with an interrupted training, along its own schedule.
        restart: Begin anew although there is an interrupted training, which is lost.
        begin: A checkpoint of this recipe: go on from its weights and its step, with a fresh optimiser.
        publish_only: Train no further: write the best weights of an interrupted training so far.
        out: Folder that the checkpoint goes to; by default the user's own checkpoints.
        seed: Another one than the recipe's; what is counted has none.
        exclusive: Attributes of one's own faces of which exactly one holds, parted by spaces, groups by "|".

    Raises:
        UserError: No such recipe, no data, nothing to resume, a training that would be lost, no way to write.
    """
    _check_recipe(name, exclusive)
    checkpoint = checkpoint_path(name, out)
    _check_writable(checkpoint.parent)  # now rather than after the training
    if not (resume or restart or publish_only):
        _refuse_to_forget(name, seed)
    if name in counted.CONFIGS:
        yield _count(name, folder, checkpoint)
        return
    train = partial(_train, TRAINED[name], minutes=minutes, resume=resume, begin=begin)
    yield from _learn(name, _reached if publish_only else train, folder, checkpoint, seed, exclusive)


def _check_recipe(name: str, exclusive: str) -> None:
    if name not in RECIPES:
        raise UserError("There is no recipe {name}; there are {known}.", name=name, known=", ".join(RECIPES))
    if exclusive and not (name in TRAINED and TRAINED[name].subject.grouped):
        sentence = "{name} learns from data whose groups are known; --exclusive is for others."
        raise UserError(sentence, name=name)


def _learn(
    name: str,
    steps: Callable[[ExplicitRecipe | GameRecipe, Path], Steps],
    folder: Path | None,
    checkpoint: Path,
    seed: int | None,
    exclusive: str,
) -> Generator[Progress, None, None]:
    """Yield the steps of a recipe with its data, and publish what they return."""
    pictures, recipe = _prepared(name, folder, exclusive)
    if seed is not None:
        recipe = replace(cast(Any, recipe), seed=seed)
    progress = yield from steps(recipe, state_path(name, seed))
    if progress:
        _publish(checkpoint, name, recipe, progress, pictures, folder)


def _prepared(name: str, folder: Path | None, exclusive: str) -> tuple[Pictures, ExplicitRecipe | GameRecipe]:
    subject = TRAINED[name].subject
    pictures = subject.load(folder, exclusive) if subject.grouped else subject.load(folder)
    return pictures, TRAINED[name].recipe(pictures)


def measure_anew(
    name: str, published: Path, *, folder: Path | None = None, out: Path | None = None, exclusive: str = ""
) -> None:
    """Write a checkpoint again: what its header says of the training as it was, its figures measured anew.

    Args:
        name: One of ``TRAINED``.
        published: The checkpoint, of this recipe.
        folder: Where the data sets are; by default the user's.
        out: Folder that the new one goes to; by default the user's own checkpoints.
        exclusive: See ``run``.

    Raises:
        UserError: No such recipe, no such checkpoint, no data, no way to write.
    """
    _check_recipe(name, exclusive)
    if name not in TRAINED:
        raise UserError("{name} is counted in no time: do that again.", name=name)
    path = checkpoint_path(name, out)
    _check_writable(path.parent)
    pictures, recipe = _prepared(name, folder, exclusive)
    network = _built(name, recipe)
    network.load_state_dict(dict(Published.read(published, recipe).weights))
    publish.publish(path, network, header.read(published), _exam(name, pictures, folder), half=True)


def _built(name: str, recipe: ExplicitRecipe | GameRecipe) -> nn.Module:
    """Return a recipe's network, ready to be measured: batch normalisation is not to learn from that."""
    return import_module(f"genplay.models.{TRAINED[name].architecture}").build(recipe.config).eval()


def _exam(name: str, pictures: Pictures, folder: Path | None) -> Exam:
    known = TRAINED[name]
    return known.subject.exam(pictures.valid, folder, f"{known.subject.kept} {known.paper}")


def _reached(recipe: Recipe | GameRecipe, path: Path) -> Steps:
    """Yield, and return, what an interrupted training has reached."""
    progress = so_far(recipe, path)
    yield progress
    return progress


def _train(
    known: Trained,
    recipe: ExplicitRecipe | GameRecipe,
    path: Path,
    *,
    minutes: float | None,
    resume: bool,
    begin: Path | None,
) -> Steps:
    """Train, yield progress, and return the last of it on the one process that publishes."""
    precision = "bf16-mixed" if known.mixed and _multiplies_bfloat16() else "32-true"
    accelerator = "cuda" if torch.cuda.is_available() else "cpu"
    fabric = Fabric(accelerator=accelerator, precision=precision, devices=known.devices)
    fabric.launch()
    _check_writable(path.parent)
    path.parent.mkdir(parents=True, exist_ok=True)
    published = Published.read(begin, recipe) if begin else None
    progress = None
    for progress in fit(
        recipe, minutes=minutes, path=path, resume=resume, published=published, fabric=fabric
    ):
        yield progress
    return progress if fabric.is_global_zero else None


def _multiplies_bfloat16() -> bool:
    """Tell whether the machine has instructions for it: twice as fast then, and far slower without."""
    if torch.cuda.is_available():
        return torch.cuda.is_bf16_supported(including_emulation=False)
    capabilities = getattr(torch.cpu, "get_capabilities", dict)()  # older versions cannot tell
    return bool(capabilities.get("avx512_bf16") or capabilities.get("amx_bf16"))


def _refuse_to_forget(name: str, seed: int | None) -> None:
    path = state_path(name, seed)
    if not path.is_file():
        return
    try:
        done = state.load(path)[0]
    except UserError:  # of another version: nothing could go on with it
        return
    if done.step < done.steps or not done.steps:
        raise UserError(
            "There is an interrupted training of {name}, at step {step:,}: --resume goes on with it, "
            "--restart begins anew.",
            name=name,
            step=done.step,
        )


def _publish(
    path: Path,
    name: str,
    recipe: ExplicitRecipe | GameRecipe,
    progress: Progress,
    pictures: Pictures,
    folder: Path | None,
) -> None:
    """Write the checkpoint of a training, its best weights so far."""
    known = TRAINED[name]
    network = _built(name, recipe)
    network.load_state_dict(progress.best or {})
    whole = _header(
        name,
        known.architecture,
        asdict(recipe.config),
        publish.data_source(known.subject.name, known.subject.split, pictures.grey),
        recipe=recipe.describe(),
        seed=recipe.seed,
        steps=progress.best_step,
        minutes=progress.seconds / 60,
        curve=progress.curve,
        stopped=_stopped(progress),
    )
    publish.publish(path, network, whole, _exam(name, pictures, folder), half=True)


def _stopped(progress: Progress) -> str:
    if progress.step < progress.steps or not progress.steps:
        return f"published after {progress.step:,} of {progress.steps:,} steps; the training can go on"
    if progress.taken_up:
        return (
            "the end of the schedule; a fresh optimiser went on from a checkpoint's weights at step "
            f"{progress.taken_up:,}"
        )
    return "the end of the schedule"


def _count(name: str, folder: Path | None, checkpoint: Path) -> Progress:
    started = time.perf_counter()
    bits = binarized.fixed("train", folder)
    architecture, network = counted.count(name, bits)
    whole = _header(
        name,
        architecture,
        asdict(counted.CONFIGS[name]),
        publish.data_source("binarized-mnist", "train (fixed)", bits),
        recipe={"name": "count", "alpha": 1},
        seed=0,
        steps=1,
        minutes=(time.perf_counter() - started) / 60,
    )
    exam = DigitExam.load(binarized.fixed("valid", folder), folder)
    figure = publish.publish(checkpoint, network, whole, exam).figures[0]
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
    try:
        tempfile.TemporaryFile(dir=there).close()
    except OSError as error:
        sentence = "Nothing can be written to {folder}: it is no folder of yours."
        raise UserError(sentence, folder=str(folder)) from error


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
    curve: tuple[tuple[int, float], ...] = (),
    stopped: str = "",
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
        curve=curve,
        stopped=stopped,
    )
