"""``genplay train``: train a model by its recipe, with a bar, and write its checkpoint."""

import argparse
import os
import sys
from collections.abc import Mapping
from contextlib import closing
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from genplay.cli.listing import value
from genplay.errors import UserError

if TYPE_CHECKING:
    from genplay.train.training import Progress

NEEDED = {"lightning_fabric": "lightning-fabric>=2.6,<3", "numba": "numba>=0.63"}
"""What training imports beyond what the window does, with what to install: of the extra ``train``."""


def missing() -> list[str]:
    """Return which packages that training needs are not installed."""
    return [name for name in NEEDED if find_spec(name) is None]


def remedy() -> str:
    """Return the command that installs them."""
    return " ".join([sys.executable, "-m pip install", *(f"'{wanted}'" for wanted in NEEDED.values())])


def train(options: argparse.Namespace) -> int:
    """Train, say each validation, and write the checkpoint where ``genplay score`` finds it."""
    refuse_without_extra()
    from genplay.engine.device import prepare

    prepare()
    from genplay.engine import header
    from genplay.train import run

    path = run.checkpoint_path(options.recipe, options.out)
    where = {"folder": options.data, "out": options.out, "exclusive": options.exclusive}
    if options.measure:
        run.measure_anew(options.recipe, options.measure, **where)
    else:
        _trained(options, where)
    figures = ", ".join(f"{value(figure)} on {figure.split}" for figure in header.read(path).figures)
    print(f"{options.recipe}: {figures}. The checkpoint is {path}.")
    return 0


def _trained(options: argparse.Namespace, where: Mapping[str, Any]) -> None:
    """Train, with a bar."""
    from genplay.train import run

    steps = run.run(
        options.recipe,
        minutes=options.minutes,
        resume=options.resume,
        restart=options.restart,
        begin=options.begin,
        publish_only=options.publish,
        seed=options.seed,
        **where,
    )
    try:
        with closing(steps), _bar() as bar:
            task = bar.add_task(options.recipe, total=None, detail="reading the data")
            for progress in steps:
                bar.update(
                    task, completed=progress.step, total=progress.steps or None, detail=_detail(progress)
                )
                if "valid" in progress.metrics:
                    bar.console.print(f"step {progress.step:,}: {_detail(progress)}", highlight=False)
    except KeyboardInterrupt:
        if run.state_path(options.recipe, options.seed).exists():
            print(f"Stopped; the same call with --resume goes on with {options.recipe}.", file=sys.stderr)
        raise


def refuse_without_extra() -> None:
    """Refuse to go on where what training needs is not installed.

    Raises:
        UserError: It is not.
    """
    if lacking := missing():
        raise UserError(
            "Training needs {names}, which are not installed: {remedy}",
            names=" and ".join(lacking),
            remedy=remedy(),
        )


def _bar() -> Bar:
    follows = os.environ.get("LOCAL_RANK", "0") != "0"  # one process speaks for all of a training
    console = Console(stderr=True, quiet=follows)
    return Bar(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[detail]}"),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )


def _detail(progress: "Progress") -> str:
    """Return the numbers of a training; its loss is in nats, whatever it is validated by."""
    found = progress.metrics
    loss = [f"loss {found['loss']:.2f}"] if "loss" in found else []
    names = {"valid": "validation", "best": "best"}
    valid = [f"{name} {found[key]:.2f}" for key, name in names.items() if key in found]
    if not valid or progress.unit == "nats":
        return f"{', '.join(loss + valid)} nats" if loss or valid else ""
    return f"{', '.join([*(f'{part} nats' for part in loss), *valid])} ({progress.unit})"
