"""What can be typed after ``genplay``: every sub-command with its options, their ranges and their help."""

import argparse
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import NoReturn, TypeAlias

from genplay import __version__

ORDERS = ("raster", "reversed", "columns", "serpentine", "spiral", "centre", "random")
Number = int | float


class _Parser(argparse.ArgumentParser):
    """Refuses a wrong call with one sentence."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}; see '{self.prog} --help'.\n")


Commands: TypeAlias = "argparse._SubParsersAction[_Parser]"


def parser() -> argparse.ArgumentParser:
    """Return the parser; its result's ``run`` takes the result and returns the exit code."""
    whole = _Parser(
        prog="genplay",
        description="A playground for deep generative models. Without a command it opens the window.",
    )
    whole.add_argument("--version", action="version", version=f"genplay {__version__}")
    whole.add_argument(
        "--smoke", action="store_true", help="open every tab offscreen, wait for an answer each, leave"
    )
    whole.set_defaults(run=_later("window", "show"), file=None)
    commands = whole.add_subparsers(title="commands", metavar="COMMAND")
    for add in (_open, _score, _sample, _evaluate, _checkpoints, _train, _data, _screenshot, _doctor):
        add(commands)
    return whole


def _png(text: str) -> Path:
    """Return the path of a picture to write.

    Raises:
        argparse.ArgumentTypeError: It would say another kind of picture than it is.
    """
    if not text or Path(text).suffix.lower() not in ("", ".png"):
        raise argparse.ArgumentTypeError(f"{text!r} does not end in .png")
    return Path(text)


def _later(module: str, function: str) -> Callable[[argparse.Namespace], int]:
    """Return ``genplay.cli.MODULE.FUNCTION``, imported when it is called."""

    def run(options: argparse.Namespace) -> int:
        return getattr(import_module(f"genplay.cli.{module}"), function)(options)

    return run


def _open(commands: Commands) -> None:
    one = commands.add_parser("open", help="open the window with a session or a picture")
    one.add_argument("file", metavar="FILE", type=Path)
    one.set_defaults(run=_later("window", "show"))


def _score(commands: Commands) -> None:
    one = commands.add_parser("score", help="give the density score of pictures, or a bound on it")
    one.add_argument("images", metavar="IMAGE", nargs="+", type=Path)
    one.add_argument("--model", default="nade", metavar="NAME", help="default: nade")
    one.add_argument(
        "--threshold",
        type=_number(int, 1, 255),
        metavar="LEVEL",
        help="grey level from which a pixel is ink, 1 to 255; default: 128, less where lines are thin",
    )
    one.add_argument(
        "--invert",
        action=argparse.BooleanOptionalAction,
        help="dark is ink, or light is; default: the picture's border is paper",
    )
    _add_reading(one)
    _add_orders(one)
    _add_codes(one)
    one.add_argument("--seed", type=_number(int, 0, 2**31 - 1), help="of these codes; default: 0")
    one.add_argument("--json", action="store_true", help="one JSON object a line")
    one.set_defaults(run=_later("scoring", "score"))


def _sample(commands: Commands) -> None:
    one = commands.add_parser("sample", help="draw pictures from a model")
    one.add_argument("model", metavar="MODEL")
    one.add_argument("--n", type=_number(int, 1, 1024), default=16, help="how many, 1 to 1,024; default: 16")
    one.add_argument("--seed", type=_number(int, 0, 2**31 - 1), default=0, help="default: 0")
    one.add_argument(
        "--temperature",
        type=_number(float, 0.1, 3),
        default=1.0,
        metavar="T",
        help="0.1 to 3; only 1 is the model",
    )
    _add_reading(one)
    one.add_argument("--out", type=_png, required=True, metavar="PNG")
    one.set_defaults(run=_later("sampling", "sample"))


def _evaluate(commands: Commands) -> None:
    one = commands.add_parser("evaluate", help="measure a model's negative log-likelihood again")
    one.add_argument("model", metavar="MODEL")
    one.add_argument(
        "--data",
        type=Path,
        metavar="FILE.npz",
        help="holds `bits` (eight pixels a byte) or `x`; default: the split that the checkpoint names",
    )
    _add_reading(one)
    _add_orders(one)
    _add_codes(one)
    one.add_argument("--json", action="store_true", help="one JSON object")
    one.set_defaults(run=_later("scoring", "evaluate"))


def _add_orders(one: _Parser) -> None:
    one.add_argument(
        "--orders",
        type=_number(int, 1, 128),
        metavar="K",
        help="average the density over K orders, 1 to 128: the one above, the other named ones, random ones",
    )


def _add_codes(one: _Parser) -> None:
    one.add_argument(
        "--samples",
        type=_number(int, 1, 1_000_000),
        metavar="K",
        help="codes of each picture, of a model with latents: more of them tighten the bound",
    )


def _add_reading(one: _Parser) -> None:
    """Add how a model reads, where it can be told: see ``cli.reading``."""
    one.add_argument(
        "--reach",
        type=_number(int, 1, 10),
        metavar="N",
        help="how many pixels AR-N looks back, 1 to 10; default: as many as the checkpoint says",
    )
    one.add_argument(
        "--order", choices=ORDERS, help="in which a model of any order reads the pixels; default: raster"
    )
    one.add_argument(
        "--order-seed", type=_number(int, 0, 2**31 - 1), metavar="SEED", help="of a random order; default: 0"
    )


def _checkpoints(commands: Commands) -> None:
    one = commands.add_parser("checkpoints", help="list the trained models")
    form = one.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="a JSON list")
    form.add_argument("--markdown", action="store_true", help="the README's table")
    one.set_defaults(run=_later("listing", "checkpoints"))


def _train(commands: Commands) -> None:
    one = commands.add_parser("train", help="train a model by its recipe")
    one.add_argument("recipe", metavar="RECIPE")
    one.add_argument("--data", type=Path, metavar="DIR", help="where the data sets are; default: yours")
    one.add_argument(
        "--minutes", type=_number(float, 0.01, 1e6), metavar="M", help="fit the training into so many"
    )
    one.add_argument(
        "--seed", type=_number(int, 0, 2**31 - 1), metavar="N", help="another seed than the recipe's"
    )
    one.add_argument(
        "--exclusive",
        default="",
        metavar="NAMES",
        help='attributes of your own faces of which exactly one holds: "A B C", further groups after "|"',
    )
    _beginnings(one.add_mutually_exclusive_group())
    one.add_argument(
        "--out", type=Path, metavar="DIR", help="where the checkpoint goes; default: your own checkpoints"
    )
    one.set_defaults(run=_later("training", "train"))


def _beginnings(how: "argparse._MutuallyExclusiveGroup") -> None:
    """Add from where a training begins, or that there is none."""
    how.add_argument("--resume", action="store_true", help="go on with the training that was interrupted")
    how.add_argument(
        "--restart", action="store_true", help="begin anew, and forget the one that was interrupted"
    )
    how.add_argument(
        "--publish", action="store_true", help="write what it has reached so far, without going on"
    )
    how.add_argument(
        "--from",
        dest="begin",
        type=Path,
        metavar="CHECKPOINT",
        help="go on from a published checkpoint of this recipe, with a fresh optimiser",
    )
    how.add_argument(
        "--measure",
        type=Path,
        metavar="CHECKPOINT",
        help="train nothing: write a published checkpoint of this recipe again, its figures measured anew",
    )


def _data(commands: Commands) -> None:
    one = commands.add_parser("data", help="fetch, import or draw a data set")
    one.add_argument("name", metavar="NAME")
    one.add_argument(
        "--from", dest="folder", type=Path, metavar="DIR", help="import files that are already here"
    )
    one.add_argument(
        "--count",
        type=_number(int, 1, 1_000_000),
        metavar="N",
        help="how many avatars to train on at least, where they are drawn; default: 60,000",
    )
    one.set_defaults(run=_later("fetching", "data"))


def _screenshot(commands: Commands) -> None:
    one = commands.add_parser("screenshot", help="render a tab once its first answer is there")
    one.add_argument("tab", metavar="TAB")
    one.add_argument("--out", type=_png, required=True, metavar="PNG")
    one.add_argument("--input", type=Path, metavar="FILE", help="a picture, or a session")
    one.add_argument("--size", type=_size, default=(1280, 720), metavar="WxH", help="default: 1280x720")
    one.add_argument("--theme", choices=("light", "dark", "contrast"), default="light")
    one.add_argument(
        "--scale", type=_number(float, 1, 2.5), default=1.0, metavar="S", help="of the interface, 1 to 2.5"
    )
    one.add_argument("--projector", action="store_true", help="in projector mode")
    one.set_defaults(run=_later("window", "screenshot"))


def _doctor(commands: Commands) -> None:
    one = commands.add_parser("doctor", help="say what this machine lacks and how to get it")
    one.set_defaults(run=_later("doctor", "doctor"))


def _number(kind: type[Number], low: Number, high: Number) -> Callable[[str], Number]:
    """Return a converter that takes a number of that kind within a range, and refuses others with words."""
    name = "a whole number" if kind is int else "a number"

    def convert(text: str) -> Number:
        try:
            value = kind(text)
        except ValueError:
            value = None
        if value is None or not low <= value <= high:  # not a number (NaN) fails too
            raise argparse.ArgumentTypeError(f"{text!r} is not {name} from {low:,} to {high:,}")
        return value

    return convert


def _size(text: str) -> tuple[int, int]:
    width, cross, height = text.lower().partition("x")
    if not (cross and width.isdecimal() and height.isdecimal()):
        raise argparse.ArgumentTypeError(f"{text!r} is not a size such as 1280x720")
    if not (640 <= int(width) <= 7680 and 480 <= int(height) <= 4320):
        raise argparse.ArgumentTypeError(f"{text!r} is not between 640x480 and 7680x4320")
    return int(width), int(height)
