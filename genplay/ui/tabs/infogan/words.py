"""What the InfoGAN tab says: names of categories, numbers in words."""

import numpy as np

from genplay.families.infogan import (
    CATEGORIES,
    TRAITS,
    Axis,
    Confusion,
    Digits,
    Floats,
    Ledger,
    Made,
    Trait,
)
from genplay.ui import text
from genplay.ui.translation import translate

UNKNOWN = "–"
INFORMATION = 3
"""Decimals of nats."""
NUMBERS = ("c₂", "c₃")
"""What the numbers are called where nothing is typeset."""
_CONTEXT = "infogan"


def category(number: int, digits: Digits) -> str:
    """Return the name of a category: its digit where it has one, and its own number."""
    if not digits:
        return translate(_CONTEXT, "Category {category}").format(category=number)
    said = translate(_CONTEXT, "Digit {digit}, category {category}")
    return said.format(digit=digits[number], category=number)


def cell(number: int, digits: Digits, axis: Axis, value: str) -> str:
    """Return what a picture of the wall is of, shortly: its digit or category, and the number across."""
    name = NUMBERS[axis == "c3"]
    if digits:
        said = translate(_CONTEXT, "digit {digit}, {name} = {value}")
        return said.format(digit=digits[number], name=name, value=value)
    said = translate(_CONTEXT, "category {category}, {name} = {value}")
    return said.format(category=number, name=name, value=value)


def code(value: float) -> str:
    """Return the value of c2 or c3, as in "−0.50"."""
    return text.number(value, 2)


def traits(meaning: Confusion | None, number: int) -> str:
    """Return what c2 (0) or c3 (1) has come to mean in a word or two, "" if nothing is known of it."""
    known = () if meaning is None else meaning.traits(number)
    return ", ".join(_traits()[trait] for trait in known)


def moves(meaning: Confusion | None, number: int) -> str:
    """Return how far a number moves what is measured of a digit, "" if that is not known."""
    if meaning is None or meaning.moves is None:
        return ""
    far = [f"{_traits()[name]} {_signed(move)}" for name, move in _moved(meaning.moves[number])]
    said = translate(
        _CONTEXT,
        "Measured: while {name} goes from −1 to 1, {moves}, in standard deviations among test digits.",
    )
    return said.format(name=NUMBERS[number], moves=", ".join(far))


def _moved(moves: Floats) -> list[tuple[Trait, float]]:
    return [(name, float(move)) for name, move in zip(TRAITS, moves, strict=True)]


def _signed(value: float) -> str:
    return ("+" if value > 0 else "") + text.number(value, 1)


def _traits() -> dict[Trait, str]:
    return {
        "slant": translate(_CONTEXT, "slant"),
        "weight": translate(_CONTEXT, "weight"),
        "width": translate(_CONTEXT, "width"),
    }


def spread(mean: float, deviation: float) -> str:
    """Return what Q believes of a number, as in "0.78 ± 0.31"."""
    return f"{text.number(mean, 2)} ± {text.number(deviation, 2)}"


def information(ledger: Ledger | None) -> str:
    """Return L_I in nats, or a dash."""
    return UNKNOWN if ledger is None else text.nats(ledger.information, INFORMATION)


def samples(ledger: Ledger | None) -> str:
    """Return what a ledger is counted in."""
    if ledger is None:
        return translate(_CONTEXT, "nats")
    return translate(_CONTEXT, "nats, {count} samples").format(count=text.count(ledger.count))


def percent(share: float) -> str:
    """Return a share as in "4.7 %"."""
    return f"{text.number(100 * share, 1)} %"


def mix_up(confusion: Confusion) -> str:
    """Return the commonest mistake: the digit that is most often taken for another, and for which."""
    counts = confusion.counts.copy()
    counts[np.arange(CATEGORIES), confusion.digits] = 0
    if not counts.any():
        return translate(_CONTEXT, "none")
    number, digit = divmod(int(counts.argmax()), CATEGORIES)
    said = translate(_CONTEXT, "{digit} as {other}")
    return said.format(digit=digit, other=confusion.digits[number])


def verdict(made: Made) -> str:
    """Return what D and Q make of a generated picture."""
    number = made.reading.category
    share = text.prob(float(made.reading.shares[number]))
    real = text.prob(made.reading.verdict)
    if made.digits:
        said = translate(_CONTEXT, "Q reads digit {digit} with {share}; D says real with {real}.")
        return said.format(digit=made.digits[number], share=share, real=real)
    said = translate(_CONTEXT, "Q reads category {category} with {share}; D says real with {real}.")
    return said.format(category=number, share=share, real=real)


def noise(*, locked: bool) -> str:
    """Return what the lock does now."""
    if locked:
        return translate(_CONTEXT, "Locked: only the codes change the picture.")
    return translate(_CONTEXT, "Open: each category draws new noise.")


def test_digits(count: int) -> str:
    """Return on how many test digits something was measured."""
    return translate(_CONTEXT, "{count} test digits").format(count=text.count(count))
