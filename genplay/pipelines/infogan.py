"""Answer what may be asked of an InfoGAN: pictures of codes, codes of pictures, and what the two share."""

import math
from collections.abc import Iterator, Mapping
from typing import cast

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import cross_entropy, logsigmoid

from genplay.errors import UserError
from genplay.families.base import Drawing, Loaded, Loading, Request
from genplay.families.forged import Forged
from genplay.families.infogan import (
    CATEGORIES,
    COLUMNS,
    REACH,
    TRAITS,
    Choices,
    Chosen,
    Compare,
    Confusion,
    Digits,
    Floats,
    Found,
    Ledger,
    Made,
    Make,
    Numbers,
    Question,
    Read,
    Reading,
    Tell,
    Wall,
    Walled,
    in_order,
)
from genplay.models import infogan
from genplay.models.infogan import Codes, InfoGan
from genplay.pipelines import Models

_BATCH = 50  # codes of a step of the ledger: about 20 ms


class Forger:
    """An InfoGAN as this pipeline uses it.

    Args:
        name: Model name.
        loaded: The checkpoint.

    Raises:
        UserError: The model is no InfoGAN, or of other codes than the tab has.
    """

    def __init__(self, name: str, loaded: Loaded) -> None:
        if loaded.architecture != "infogan":
            raise UserError("{model} has no codes with a meaning.", model=name)
        self.name = name
        self.network = cast(InfoGan, loaded.network).requires_grad_(requires_grad=False)
        self.config = self.network.config
        if (self.config.categories, self.config.numbers) != (CATEGORIES, 2):
            raise UserError("{model} has other codes than ten categories and two numbers.", model=name)
        self.digits = _digits(loaded.calibration)
        self.confusion = loaded.calibration.get("confusion")
        moves = loaded.calibration.get("moves", np.zeros(0, np.float32))
        real = loaded.calibration.get("real", np.zeros(0, np.float32))
        self.real = float(real[0]) if real.shape == (1,) else None
        self.steps, self.forged = loaded.steps, Forged.of(loaded.figures, CATEGORIES)
        self.shown = loaded.figures.get("code_shown")
        self.moves = moves if moves.shape == (2, len(TRAITS)) else None

    def noise(self, seed: int) -> Tensor:
        """Return the noise of a seed, (1, Z)."""
        return torch.randn(1, self.config.noise, generator=torch.Generator().manual_seed(seed))

    def pictures(self, categories: list[int], numbers: list[Numbers], seed: int) -> Floats:
        """Return the pictures of codes with one noise, (N, 28, 28)."""
        codes = Codes(self.noise(seed).expand(len(categories), -1), torch.tensor(categories), _row(numbers))
        return self.network.generator.of(codes)[:, 0].numpy()

    def read(self, picture: Floats) -> Reading:
        """Return what D and Q make of a picture, (28, 28)."""
        found = self.network.reader(torch.tensor(picture)[None, None])
        return Reading(
            shares=found.logits[0].softmax(0).numpy(),
            mean=found.mean[0].numpy(),
            deviation=(0.5 * found.logvar[0]).exp().numpy(),
            verdict=float(found.verdict[0].sigmoid()),
        )


def run(models: Models, request: Request) -> Iterator[object]:
    """Yield the answer, whose type the request names; what takes longer comes step by step.

    A model that must be loaded first is a step of its own before it.

    Raises:
        UserError: A code is out of range, the picture of another size, or the model none of this family.
    """
    if not isinstance(request, Question):
        raise TypeError(f"the infogan family has no request {type(request).__name__}")
    if not models.has(request.model, Forger):
        models.get(request.model, Forger)
        yield Loading(request.model)
    forger = models.get(request.model, Forger)
    match request:
        case Make():
            yield _made(forger, request)
        case Choices():
            _check(request.numbers)
            categories = list(range(CATEGORIES))
            pictures = forger.pictures(categories, [request.numbers] * CATEGORIES, request.seed)
            yield Chosen(forger.name, pictures, forger.digits)
        case Wall():
            yield from _wall(forger, request)
        case Read():
            yield _found(forger, request)
        case Tell():
            yield from _told(forger, request)
        case Compare():
            yield _compared(forger)
        case _:
            raise TypeError(f"the infogan family has no request {type(request).__name__}")


def _made(forger: Forger, request: Make) -> Made:
    _check(request.numbers)
    if not 0 <= request.category < CATEGORIES:
        raise UserError("There are the categories 0 to {last}.", last=CATEGORIES - 1)
    picture = forger.pictures([request.category], [request.numbers], request.seed)[0]
    reading = forger.read(picture)
    code, normed = (request.category, request.numbers), forger.config.normed
    return Made(forger.name, *code, picture, reading, forger.digits, normed, forger.config.noise)


def _wall(forger: Forger, request: Wall) -> Iterator[Walled]:
    _check(request.numbers)
    values = np.linspace(-REACH, REACH, COLUMNS, dtype=np.float32)
    c2, c3 = request.numbers
    numbers = [(float(v), c3) if request.axis == "c2" else (c2, float(v)) for v in values]
    order, rows = in_order(forger.digits), list[Floats]()
    for category in order:
        rows.append(forger.pictures([category] * COLUMNS, numbers, request.seed))
        yield Walled(forger.name, np.stack(rows), order, request.axis, values, forger.digits)


def _found(forger: Forger, request: Read) -> Found:
    reading = forger.read(_greys(forger.name, request.drawing, request.levels))
    c2, c3 = (max(-REACH, min(REACH, float(mean))) for mean in reading.mean)
    picture = forger.pictures([reading.category], [(c2, c3)], request.seed)[0]
    return Found(forger.name, request.drawing, reading, picture, (c2, c3), forger.digits)


def _told(forger: Forger, request: Tell) -> Iterator[Ledger]:
    """Yield the ledger of more and more codes, drawn as in training."""
    if not 2 <= request.count <= 100_000:
        raise UserError("The ledger is of 2 to {most:,} codes.", most=100_000)
    draw = torch.Generator().manual_seed(request.seed)
    losses, right = torch.zeros(0, dtype=torch.float64), 0
    squares, fooled = torch.zeros(2, dtype=torch.float64), 0.0
    while len(losses) < request.count:
        codes = infogan.draw_codes(forger.config, min(_BATCH, request.count - len(losses)), draw)
        read = forger.network.reader(forger.network.generator.of(codes))
        told = cross_entropy(read.logits.double(), codes.category, reduction="none")
        losses = torch.cat((losses, told))
        right += int((read.logits.argmax(1) == codes.category).sum())
        fooled += float(logsigmoid(-read.verdict).double().sum())
        squares += (read.mean - codes.numbers).double().square().sum(0)
        count = len(losses)
        yield Ledger(
            model=forger.name,
            count=count,
            cross_entropy=float(losses.mean()),
            error=float(losses.std(correction=0)) / math.sqrt(count),
            right=right / count,
            squares=(squares / count).numpy().astype(np.float32),
            complete=count == request.count,
            value=None if forger.real is None else forger.real + fooled / count,
            steps=forger.steps,
            forged=forger.forged,
            shown=forger.shown,
        )


def _compared(forger: Forger) -> Confusion:
    shape = (CATEGORIES, CATEGORIES)
    if forger.confusion is None or forger.confusion.shape != shape or not forger.digits:
        raise UserError("No digits were matched to the categories of {model}.", model=forger.name)
    return Confusion(forger.name, forger.confusion, forger.digits, forger.moves)


def _digits(calibration: Mapping[str, NDArray[np.float32]]) -> Digits:
    """Return the matching that came with a model; none where there is none or it is not one to one."""
    found = tuple(int(digit) for digit in calibration.get("matching", np.zeros(0)))
    return found if sorted(found) == list(range(CATEGORIES)) else ()


def _greys(name: str, drawing: Drawing, levels: bytes | None) -> Floats:
    if (drawing.height, drawing.width) != (infogan.SIDE, infogan.SIDE):
        sentence = "{model} reads pictures of 28 x 28; this one has {height} x {width}."
        raise UserError(sentence, model=name, height=drawing.height, width=drawing.width)
    if levels is None:
        return np.asarray(drawing.pixels(), np.float32)
    if len(levels) != infogan.SIDE**2:
        raise UserError("{model} reads pictures of 28 x 28; this one has other sides.", model=name)
    greys = np.frombuffer(levels, np.uint8).reshape(infogan.SIDE, infogan.SIDE)
    return np.asarray(greys / 255, np.float32)


def _row(numbers: list[Numbers]) -> Tensor:
    return torch.tensor(numbers, dtype=torch.float32)


def _check(numbers: Numbers) -> None:
    if len(numbers) != 2 or not all(abs(number) <= REACH for number in numbers):
        raise UserError("c2 and c3 are from -{reach:g} to {reach:g}.", reach=REACH)
