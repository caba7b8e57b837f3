"""Made-up answers, small and exact."""

from dataclasses import replace

import numpy as np

from genplay.families.base import Drawing
from genplay.families.forged import Forged
from genplay.families.infogan import (
    PLAIN,
    Choices,
    Chosen,
    Compare,
    Confusion,
    Found,
    InfoGanState,
    Ledger,
    Made,
    Make,
    Read,
    Reading,
    Tell,
    Wall,
    Walled,
    in_order,
)
from genplay.ui.tabs.infogan.scene import Scene

DIGITS = (3, 0, 9, 1, 2, 4, 5, 6, 7, 8)
FORGED = Forged(6.16, 2.2, 10, 10)
CROSS = Drawing.of(np.eye(28) + np.eye(28)[::-1])
GREYS = np.linspace(0, 1, 784, dtype=np.float32).reshape(28, 28)


def reading(best=4):
    shares = np.full(10, 0.01, np.float32)
    shares[best] = 0.91
    return Reading(shares, np.array([0.5, -1.25], np.float32), np.array([0.25, 0.5], np.float32), 0.375)


def picture(model="infogan", digits=DIGITS):
    return Made(model, 4, (0.5, 0.0), GREYS, reading(), digits, noise=62)


def chosen(model="infogan", digits=DIGITS):
    return Chosen(model, np.stack([GREYS * (number + 1) / 10 for number in range(10)]), digits)


def walled(rows=10, axis="c2", digits=DIGITS):
    pictures = np.broadcast_to(GREYS, (rows, 9, 28, 28))
    values = np.linspace(-2, 2, 9, dtype=np.float32)
    return Walled("infogan", pictures, in_order(digits), axis, values, digits)


def found(digits=DIGITS):
    return Found("infogan", CROSS, reading(), GREYS, (0.5, -1.25), digits)


def ledger(model="infogan", cross_entropy=0.0616, count=2000):
    squares = np.array([0.125, 0.25], np.float32)
    return Ledger(
        model,
        count,
        cross_entropy,
        0.001,
        0.98,
        squares,
        complete=count == 2000,
        value=-1.294,
        steps=6000,
        forged=FORGED,
    )


def confusion(both=False):
    """How categories go with digits; perhaps of numbers that each change two things."""
    counts = np.zeros((10, 10), np.float32)
    counts[np.arange(10), DIGITS] = 95
    counts[4, 8] = 50
    moves = np.array([[1.92, 0.1, -0.3], [0.02, 0.25, 0.1]], np.float32)
    if both:
        moves = np.array([[1.5, 0.1, 1.4], [-1.5, 0.1, 1.4]], np.float32)
    return Confusion("infogan", counts, DIGITS, moves)


def answered(request):
    """What an engine would answer at the end."""
    digits = () if request.model == PLAIN else DIGITS
    match request:
        case Make():
            made = picture(request.model, digits)
            return replace(made, category=request.category, numbers=request.numbers)
        case Choices():
            return chosen(request.model, digits)
        case Wall():
            return replace(walled(axis=request.axis, digits=digits), model=request.model)
        case Read():
            return replace(found(digits), model=request.model, drawing=request.drawing)
        case Tell():
            return ledger(request.model)
        case Compare():
            return confusion()
    raise TypeError(type(request).__name__)


def scene(answered=True, plain=False, **values):
    """A scene whose questions are answered, or one that waits; parts and the state's values by name."""
    parts = {name: values.pop(name) for name in list(values) if name in Scene.__dataclass_fields__}
    digits = () if plain else DIGITS
    model = "infogan_plain" if plain else "infogan"
    base = {"category": 4, "numbers": (0.5, 0.0), "drawing": CROSS, "model": model}
    state = InfoGanState(**(base | values))
    answers = {}
    if answered:
        answers = {
            "made": picture(model, digits),
            "chosen": chosen(model, digits),
            "walled": walled(axis=state.axis, digits=digits),
            "found": found(digits),
            "ledger": ledger(),
            "plain": ledger("infogan_plain", 2.31),
            "confusion": confusion(),
        }
    return Scene(state, **(answers | parts))
