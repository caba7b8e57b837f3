"""``genplay checkpoints``: what the headers say."""

import argparse
import json
import sys
from collections.abc import Iterator

from genplay.engine.checkpoints import Entry, Figure, survey

_COUNTED = ("units", "classes")
_TINY = 0.05
_BAR = "\N{DIVIDES}"  # in a cell of a table "|" would end it


def checkpoints(options: argparse.Namespace) -> int:
    """Print the checkpoints as a table, as JSON or as the README's table; 1 if a file among them is none."""
    entries, broken = survey()
    if options.json:
        print(json.dumps([_as_json(entry) for entry in entries], indent=1))
    elif options.markdown:
        print("\n".join(_markdown(entries)))
    else:
        print("\n".join(_lines(entries)))
    for bad in broken:
        print(f"genplay: {bad.error}", file=sys.stderr)
    return 1 if broken else 0


def value(figure: Figure) -> str:
    """Return a figure with its unit, such as "nll 84.32 nats" or, of what is counted, "active 26 units".

    One of which two decimals would leave next to nothing has two digits: "sandwich_residual 2.1e-05 nats".
    """
    if figure.unit in _COUNTED:
        shown = f"{figure.value:.0f}"
    elif not figure.unit:  # a share, or a distance
        shown = f"{figure.value:.4f}"
    else:
        shown = f"{figure.value:.2g}" if 0 < abs(figure.value) < _TINY else f"{figure.value:.2f}"
    return f"{figure.name.removesuffix(f'_{figure.unit}')} {shown} {figure.unit}".rstrip()


def _as_json(entry: Entry) -> dict[str, object]:
    return {
        "model": entry.header.model,
        "data": entry.header.data.name,
        "file": str(entry.path),
        "bytes": entry.bytes,
        "figures": [
            {"name": f.name, "value": f.value, "unit": f.unit, "split": f.split, "note": f.note}
            for f in entry.header.figures
        ],
    }


def _lines(entries: list[Entry]) -> Iterator[str]:
    for entry in entries:
        header = entry.header
        yield f"{header.model:<18}{header.data.name:<18}{_megabytes(entry):>9}  {entry.path}"
        for figure in header.figures:
            note = f"; {_plain(figure.note)}" if figure.note else ""
            yield f"{'':18}{value(figure)} on {figure.split}{note}"


def _markdown(entries: list[Entry]) -> Iterator[str]:
    yield "| model | trained on | size | figure | measured on | note |"
    yield "|---|---|---|---|---|---|"
    for entry in entries:
        header = entry.header
        about = f"| `{header.model}` | {header.data.name} | {_megabytes(entry)} "
        for figure in header.figures:
            cells = (value(figure), figure.split, figure.note)
            yield f"{about}| {' | '.join(_plain(cell).replace('|', _BAR) for cell in cells)} |"
        if not header.figures:
            yield f"{about}| | | |"


def _plain(said: str) -> str:
    """Return text of a file without what would steer a terminal."""
    return "".join(letter if letter.isprintable() else " " for letter in said)


def _megabytes(entry: Entry) -> str:
    return f"{entry.bytes / 1e6:.2f} MB"
