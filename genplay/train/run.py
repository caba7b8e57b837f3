"""Train a model by the name of its recipe, and write its checkpoint: what ``genplay train`` does."""

import tempfile
import time
from collections.abc import Callable, Generator
from dataclasses import asdict, dataclass, replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

import torch
from lightning_fabric import Fabric
from numpy.typing import NDArray

from genplay import paths
from genplay.data import binarized
from genplay.engine.header import DataSource, Header
from genplay.errors import UserError
from genplay.families.autoregressive import PAPER_OF_16_ORDERS, PAPERS
from genplay.train import clothes, eonade, nade, pixelrnn, publish, rnade, state, vae
from genplay.train import tabular as counted
from genplay.train.clothes import Clothes
from genplay.train.digits import Digits
from genplay.train.exams import BoundExam, ClothesExam, DigitExam, Exam, OrdersExam
from genplay.train.loop import fit, so_far
from genplay.train.published import Published
from genplay.train.recipe import ExplicitRecipe, Recipe
from genplay.train.training import Progress

Steps = Generator[Progress, None, Progress | None]


class Pictures(Protocol):
    """What a model learns from and is validated on."""

    @property
    def grey(self) -> NDArray[Any]:
        """Training pictures, (N, D) uint8."""
        ...

    @property
    def valid(self) -> NDArray[Any]:
        """Validation pictures, (M, D) uint8."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Data to train a model on.

    Args:
        name: Of the data set.
        stem: What a checkpoint's file name calls it.
        split: Which part, and how it is made binary or dequantised.
        load: Reads it from a folder of data sets; by default the user's.
        exam: Makes what a model of it is measured on: of the validation pictures, that folder and the note.
        kept: Which weights are, of every figure's note.
    """

    name: str
    stem: str
    split: str
    load: Callable[[Path | None], Any]
    exam: Callable[[NDArray[Any], Path | None, str], Exam]
    kept: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trained:
    """A model that is trained by gradient descent.

    Args:
        architecture: Stem of its module in ``genplay.models``.
        recipe: Makes its recipe from what its subject loads.
        paper: What the paper says, for the figures' notes.
        subject: What it learns from.
        mixed: Whether its matrix products may be of bfloat16, where the machine multiplies those faster.
    """

    architecture: str
    recipe: Callable[[Any], ExplicitRecipe]
    paper: str
    subject: Subject
    mixed: bool = False


DIGITS = Subject(
    name="mnist",
    stem="mnist",
    split="train, binarized anew every epoch, without the sources of the fixed validation pictures",
    load=Digits.load,
    exam=DigitExam.load,
    kept="The best of the validated averages, on this split.",
)
CLOTHES = Subject(
    name="fashion-mnist",
    stem="fashion",
    split=clothes.SPLIT,
    load=Clothes.load,
    exam=ClothesExam.load,
    kept="The best of the averages, on the validation items.",
)
BOUNDED = replace(DIGITS, exam=BoundExam.digits, kept="The best of the averages, on the validation split.")
BINARY_CLOTHES = replace(
    CLOTHES,
    split=vae.FASHION_SPLIT,
    load=vae.load_fashion,
    exam=BoundExam.fashion,
)


def _size(name: pixelrnn.Name) -> str:
    config = pixelrnn.CONFIGS[name]
    return f"This one has {config.layers} layers of {config.hidden} units."


def _vae(name: vae.Name, subject: Subject) -> Trained:
    return Trained(
        architecture="vae",
        recipe=lambda pictures: vae.recipe(name, pictures),
        paper=vae.PAPERS[name],
        subject=subject,
        mixed=True,
    )


TRAINED = {
    "nade": Trained(
        architecture="nade",
        recipe=lambda digits: nade.NadeRecipe(digits=digits),
        paper=f"The paper's NADE of a fixed order has {PAPERS['nade']:.2f} nats on the fixed test split.",
        subject=DIGITS,
    ),
    "row_lstm": Trained(
        architecture="pixelrnn",
        recipe=lambda digits: pixelrnn.recipe("row_lstm", digits),
        paper=f"The paper's Row LSTM has {PAPERS['row_lstm']:.2f} nats on the fixed test split. "
        + _size("row_lstm"),
        subject=DIGITS,
    ),
    "diagonal_bilstm": Trained(
        architecture="pixelrnn",
        recipe=lambda digits: pixelrnn.recipe("diagonal_bilstm", digits),
        paper="The paper's Diagonal BiLSTM, of 7 layers of 16 units, has "
        f"{PAPERS['diagonal_bilstm']:.2f} nats on the fixed test split. {_size('diagonal_bilstm')}",
        subject=DIGITS,
    ),
    "eonade": Trained(
        architecture="eonade",
        recipe=lambda digits: eonade.EoNadeRecipe(digits=digits),
        paper=f"The paper's EoNADE of two hidden layers has {PAPERS['eonade']:.2f} nats for one order, "
        f"{PAPER_OF_16_ORDERS:.2f} for 16. Those of this one are of {eonade.CONFIG.hidden:,} units.",
        subject=replace(DIGITS, exam=OrdersExam.load),
        mixed=True,
    ),
    "rnade": Trained(
        architecture="rnade",
        recipe=lambda items: rnade.RnadeRecipe(clothes=items),
        paper="The paper has no figure for these pictures.",
        subject=CLOTHES,
    ),
    "vae": _vae("vae", BOUNDED),
    "vae_2d": _vae("vae_2d", replace(BOUNDED, exam=BoundExam.plane)),
    "vae_fashion": _vae("vae_fashion", BINARY_CLOTHES),
}
RECIPES = (*TRAINED, *counted.CONFIGS)


def checkpoint_path(name: str, out: Path | None = None) -> Path:
    """Return where the checkpoint of a recipe goes: into ``out``, by default among the user's own."""
    stem = TRAINED[name].subject.stem if name in TRAINED else DIGITS.stem
    return (out or paths.user_checkpoints()) / f"{name}-{stem}.safetensors"


def state_path(name: str) -> Path:
    """Return where an interrupted training of a recipe is kept."""
    return paths.user_data() / "runs" / f"{name}.safetensors"


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

    Raises:
        UserError: No such recipe, a data set is missing, there is nothing to resume, an interrupted training
            would be lost, or a file cannot be written.
    """
    if name not in RECIPES:
        raise UserError("There is no recipe {name}; there are {known}.", name=name, known=", ".join(RECIPES))
    checkpoint = checkpoint_path(name, out)
    _check_writable(checkpoint.parent)  # now rather than after the training
    if not (resume or restart or publish_only):
        _refuse_to_forget(name)
    if name in counted.CONFIGS:
        yield _count(name, folder, checkpoint)
    else:
        mixed = TRAINED[name].mixed
        train = partial(_train, mixed=mixed, minutes=minutes, resume=resume, begin=begin)
        steps = _reached if publish_only else train
        yield from _learn(name, steps, folder, checkpoint)


def _learn(
    name: str, steps: Callable[[ExplicitRecipe, Path], Steps], folder: Path | None, checkpoint: Path
) -> Generator[Progress, None, None]:
    """Yield the steps of a recipe with its data, and publish what they return."""
    pictures = TRAINED[name].subject.load(folder)
    recipe = TRAINED[name].recipe(pictures)
    progress = yield from steps(recipe, state_path(name))
    if progress:
        _publish(checkpoint, name, recipe, progress, pictures, folder)


def _reached(recipe: Recipe, path: Path) -> Steps:
    """Yield, and return, what an interrupted training has reached."""
    progress = so_far(recipe, path)
    yield progress
    return progress


def _train(
    recipe: ExplicitRecipe,
    path: Path,
    *,
    mixed: bool,
    minutes: float | None,
    resume: bool,
    begin: Path | None,
) -> Steps:
    """Train, yield progress, and return the last of it on the one process that publishes."""
    precision = "bf16-mixed" if mixed and _multiplies_bfloat16() else "32-true"
    fabric = Fabric(accelerator="cuda" if torch.cuda.is_available() else "cpu", precision=precision)
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


def _refuse_to_forget(name: str) -> None:
    path = state_path(name)
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
    recipe: ExplicitRecipe,
    progress: Progress,
    pictures: Pictures,
    folder: Path | None,
) -> None:
    """Write the checkpoint of a training, its best weights so far."""
    known = TRAINED[name]
    network = import_module(f"genplay.models.{known.architecture}").build(recipe.config)
    network.load_state_dict(progress.best or {})
    header = _header(
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
    exam = known.subject.exam(pictures.valid, folder, f"{known.subject.kept} {known.paper}")
    publish.publish(path, network, header, exam, half=True)


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
    header = _header(
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
    figure = publish.publish(checkpoint, network, header, exam).figures[0]
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
