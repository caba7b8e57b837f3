"""``genplay score`` and ``genplay evaluate``: the density of pictures, one by one or on average."""

import argparse
import json
import math
import sys
from dataclasses import asdict
from pathlib import Path

from genplay.cli.reading import Reading, reading, refuse_bound
from genplay.engine.answer import Engine
from genplay.engine.checkpoints import find
from genplay.errors import UserError
from genplay.families import family
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
from genplay.families.base import Drawing
from genplay.families.pictures import Import, Imported, drawing_of
from genplay.models import BOUNDED, DENSITIES
from genplay.pipelines.explicit import Explicit
from genplay.pipelines.grey import Grey

_COLUMNS = ("file", "model", "kind", "log_prob", "bits_per_pixel", "percentile")

Row = dict[str, str | float | None]


def score(options: argparse.Namespace) -> int:
    """Score each picture, going on after one that cannot be read; 1 if there was such a one."""
    architecture = find(options.model).header.architecture
    refuse_bound(options.model, architecture)
    how, grey = reading(options, architecture), architecture in DENSITIES
    if grey and options.threshold is not None:
        raise UserError("{model} scores grey pictures: it needs no --threshold.", model=options.model)
    engine = Engine()
    # A broken model is said once, not once a picture, and so is one that cannot read so.
    prepared = engine.models.get(options.model, Grey if grey else Explicit)
    if isinstance(prepared, Explicit):
        prepared.reader(how.order, how.reach)
    width = max(len("file"), *(len(str(path)) for path in options.images))
    if not options.json:
        print(_line(width, _COLUMNS))
    code = 0
    for path in options.images:
        try:
            row = _score_one(engine, path, options, None if grey else how)
        except UserError as error:
            row, code = {"file": str(path), "model": options.model, "error": str(error)}, 1
        _print_score(row, width, as_json=options.json)
    return code


def _score_one(engine: Engine, path: Path, options: argparse.Namespace, how: Reading | None) -> Row:
    """Return a picture's row; of its greys where there is nothing to tell the model of reading ink."""
    imported = engine.last(Import(path=str(path), invert=options.invert))
    assert isinstance(imported, Imported)
    if imported.animated:
        print(f"{path}: the picture moves; its first frame was taken.", file=sys.stderr)
    request = _request(imported, path, options, how)
    result = engine.last(request)
    assert isinstance(result, Conditionals | Averaged | Mixtures)
    return {
        "file": str(path),
        "model": options.model,
        "kind": family(request.family).density.value,
        "log_prob": result.log_prob,
        "bits_per_pixel": result.bits_per_dim if isinstance(result, Mixtures) else _bits(result.log_prob),
        # How the test digits score on average over orders is not known.
        "percentile": None if isinstance(result, Averaged) else result.percentile,
    }


def _bits(log_prob: float) -> float:
    return -log_prob / (PIXELS * math.log(2))


def _request(
    imported: Imported, path: Path, options: argparse.Namespace, how: Reading | None
) -> Score | Average | GreyScore:
    if how is None:
        return GreyScore(options.model, GreyPicture(imported.source))
    drawing = drawing_of(imported.source, options.threshold or imported.threshold)
    if drawing == Drawing.blank():
        print(f"{path}: no ink was found; --threshold and --invert say what is ink.", file=sys.stderr)
    if how.orders > 1:
        return Average(options.model, drawing, how.order, count=how.orders)
    return Score(options.model, drawing, how.order, how.reach)


def _print_score(row: Row, width: int, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(row), flush=True)
    elif "error" in row:
        print(f"{row['file']}: {row['error']}", file=sys.stderr)
    else:
        print(_line(width, [_shown(name, row[name]) for name in _COLUMNS]), flush=True)


def _line(width: int, cells: "tuple[str, ...] | list[str]") -> str:
    file, model, kind, *numbers = cells
    return "  ".join([f"{file:<{width}}", f"{model:<16}", f"{kind:<5}", *(f"{n:>14}" for n in numbers)])


def _shown(name: str, value: str | float | None) -> str:
    if value is None:
        return "-"
    return value if isinstance(value, str) else f"{value:.4f}" if name == "bits_per_pixel" else f"{value:.2f}"


def evaluate(options: argparse.Namespace) -> int:
    """Measure the mean negative log-likelihood of a data set."""
    architecture = find(options.model).header.architecture
    how = reading(options, architecture)
    if options.samples and architecture not in BOUNDED:
        raise UserError("{model} takes no --samples: it has no latents.", model=options.model)
    from genplay.data.bits import read_bits

    bits = None if options.data is None else read_bits(options.data)
    from genplay.engine.device import pick
    from genplay.train import bounds
    from genplay.train import evaluate as measuring

    pick()
    samples = options.samples or bounds.SAMPLES
    result = asdict(
        measuring.evaluate(
            options.model, bits, order=how.order, reach=how.reach, orders=how.orders, samples=samples
        )
    )
    rounded = {key: f"{value:.4f}" if isinstance(value, float) else value for key, value in result.items()}
    lines = (f"{key:<15}{value}" for key, value in rounded.items())
    print(json.dumps(result) if options.json else "\n".join(lines))
    return 0
