"""``genplay score`` and ``genplay evaluate``: the density of pictures, one by one or on average."""

import argparse
import json
import math
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from genplay.cli.reading import Reading, reading
from genplay.cli.training import refuse_without_extra
from genplay.engine.answer import Engine
from genplay.engine.checkpoints import find
from genplay.errors import UserError
from genplay.families.autoregressive import (
    PIXELS,
    Average,
    Averaged,
    Conditionals,
    GreyPicture,
    GreyScore,
    Mixtures,
    Score,
)
from genplay.families.base import Density, Drawing
from genplay.families.pictures import Import, Imported, drawing_of
from genplay.families.vae import CODES, Evidence, LowerBound
from genplay.models import BOUNDED, DENSITIES, IMPLICIT
from genplay.pipelines.explicit import Explicit
from genplay.pipelines.grey import Grey
from genplay.pipelines.vae.coder import Coder

_COLUMNS = ("file", "model", "kind", "log_prob", "bits_per_pixel", "percentile")

_SIGNS = {"log_prob": "≥", "bits_per_pixel": "≤"}
"""Before the numbers of a model that bounds log p(x) from below."""

Row = dict[str, str | float | None]
Asked = Score | Average | GreyScore | Evidence
Make = Callable[[Path, Imported], Asked]


def score(options: argparse.Namespace) -> int:
    """Score each picture, going on after one that cannot be read; 1 if there was such a one."""
    engine = Engine()
    make = _asking(options, engine)
    width = max(len("file"), *(len(str(path)) for path in options.images))
    if not options.json:
        print(_line(width, _COLUMNS))
    code = 0
    for path in options.images:
        try:
            row = _score_one(engine, path, options, make)
        except UserError as error:
            row, code = {"file": str(path), "model": options.model, "error": str(error)}, 1
        _print_score(row, width, as_json=options.json)
    return code


def _asking(options: argparse.Namespace, engine: Engine) -> Make:
    """Return what makes a request of a picture, the model loaded: what is wrong with it is said once.

    Raises:
        UserError: The model is broken, or cannot be asked so.
    """
    model, architecture = options.model, find(options.model).header.architecture
    if architecture in IMPLICIT:
        sentence = (
            "{model} has no density: it makes pictures, and scores none. 'genplay evaluate' measures it."
        )
        raise UserError(sentence, model=model)
    how = reading(options, architecture)
    if architecture in BOUNDED:
        engine.models.get(model, Coder)
        codes, seed = options.samples or CODES, options.seed or 0
        return lambda path, picture: Evidence(model, _drawing(path, picture, options), codes, seed)
    _refuse_codes(options, samples=options.samples, seed=options.seed)
    if architecture in DENSITIES:
        if options.threshold is not None:
            raise UserError("{model} scores grey pictures: it needs no --threshold.", model=model)
        engine.models.get(model, Grey)
        return lambda path, picture: GreyScore(model, GreyPicture(picture.source))
    engine.models.get(model, Explicit).reader(how.order, how.reach)
    if how.orders > 1:
        return lambda path, picture: Average(
            model, _drawing(path, picture, options), how.order, count=how.orders
        )
    return lambda path, picture: Score(model, _drawing(path, picture, options), how.order, how.reach)


def _refuse_codes(options: argparse.Namespace, **told: int | None) -> None:
    """Refuse to count codes, or to seed them, for a model that has none.

    Raises:
        UserError: Somebody wants to.
    """
    for option, value in told.items():
        if value is not None:
            sentence = "{model} takes no --{option}: it has no latents."
            raise UserError(sentence, model=options.model, option=option)


def _drawing(path: Path, picture: Imported, options: argparse.Namespace) -> Drawing:
    drawing = drawing_of(picture.source, options.threshold or picture.threshold)
    if drawing == Drawing.blank():
        print(f"{path}: no ink was found; --threshold and --invert say what is ink.", file=sys.stderr)
    return drawing


def _score_one(engine: Engine, path: Path, options: argparse.Namespace, make: Make) -> Row:
    """Return a picture's row."""
    imported = engine.last(Import(path=str(path), invert=options.invert))
    assert isinstance(imported, Imported)
    if imported.animated:
        print(f"{path}: the picture moves; its first frame was taken.", file=sys.stderr)
    result = engine.last(make(path, imported))
    first: Row = {"file": str(path), "model": options.model}
    if isinstance(result, LowerBound):
        return first | _bounded(result)
    assert isinstance(result, Conditionals | Averaged | Mixtures)
    return first | {
        "kind": Density.EXACT.value,
        "log_prob": result.log_prob,
        "bits_per_pixel": result.bits_per_dim if isinstance(result, Mixtures) else _bits(result.log_prob),
        # How the test digits score on average over orders is not known.
        "percentile": None if isinstance(result, Averaged) else result.percentile,
    }


def _bounded(result: LowerBound) -> Row:
    """Return what is known at least of log p, and so at most of the bits; among bounds by as many codes."""
    return {
        "kind": Density.BOUND.value,
        "log_prob": result.bound,
        "bits_per_pixel": result.most_bits,
        "percentile": result.percentile,
        "samples": result.samples,
        "seed": result.seed,
    }


def _bits(log_prob: float) -> float:
    return -log_prob / (PIXELS * math.log(2))


def _print_score(row: Row, width: int, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(row), flush=True)
    elif "error" in row:
        print(f"{row['file']}: {row['error']}", file=sys.stderr)
    else:
        print(_line(width, [_shown(name, row) for name in _COLUMNS]), flush=True)


def _line(width: int, cells: "tuple[str, ...] | list[str]") -> str:
    file, model, kind, *numbers = cells
    return "  ".join([f"{file:<{width}}", f"{model:<16}", f"{kind:<5}", *(f"{n:>14}" for n in numbers)])


def _shown(name: str, row: Row) -> str:
    value = row[name]
    if value is None:
        return "-"
    if isinstance(value, str):
        return value
    sign = _SIGNS.get(name, "") if row["kind"] == Density.BOUND.value else ""
    return f"{sign}{value:.4f}" if name == "bits_per_pixel" else f"{sign}{value:.2f}"


def evaluate(options: argparse.Namespace) -> int:
    """Measure the mean negative log-likelihood of a data set, or the figures of what has no density."""
    architecture = find(options.model).header.architecture
    how = reading(options, architecture)
    if architecture not in BOUNDED:
        _refuse_codes(options, samples=options.samples)
    from genplay.data.bits import read_bits

    bits = None if options.data is None else read_bits(options.data)
    from genplay.engine.device import pick

    pick()
    result = _measured(options, how, bits) if architecture not in IMPLICIT else _figures(options)
    rounded = {key: f"{value:.4f}" if isinstance(value, float) else value for key, value in result.items()}
    width = max(15, *(len(key) + 2 for key in rounded))
    lines = (f"{key:<{width}}{value}" for key, value in rounded.items())
    print(json.dumps(result) if options.json else "\n".join(lines))
    return 0


def _measured(
    options: argparse.Namespace, how: Reading, bits: NDArray[np.uint8] | None
) -> dict[str, float | int | str]:
    from genplay.train import bounds, evaluate

    samples = options.samples or bounds.SAMPLES
    return asdict(
        evaluate.evaluate(
            options.model, bits, order=how.order, reach=how.reach, orders=how.orders, samples=samples
        )
    )


def _figures(options: argparse.Namespace) -> dict[str, float | int | str]:
    """Return the figures of a model without density, measured again.

    Raises:
        UserError: It was asked about other pictures than those of its figures.
    """
    if options.data is not None:
        raise UserError("{model} has no density: it takes no --data.", model=options.model)
    refuse_without_extra()
    from genplay.train import measure

    return {"model": options.model, **measure.figures(options.model)}
