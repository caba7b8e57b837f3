"""What the InfoGAN tab says: names of categories, numbers in words."""

from collections.abc import Mapping

import numpy as np

from genplay.families.infogan import (
    CATEGORIES,
    KEPT_ERRORS,
    PAPER_ERROR,
    SEED_ERRORS,
    SHIPPED_SEED,
    TRAITS,
    Axis,
    Confusion,
    Digits,
    Floats,
    Found,
    Ledger,
    Made,
    Trait,
)
from genplay.ui import text
from genplay.ui.tabs import pixel_words
from genplay.ui.translation import translate

UNKNOWN = "–"
INFORMATION = 4
"""Decimals of nats of information: its ceiling, log 10, is 2.3026."""
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


def traits(meaning: Confusion | None, number: int) -> list[str]:
    """Return what a larger c2 (0) or c3 (1) does to a digit, each in a word or two; [] if unknown."""
    known = () if meaning is None else meaning.traits(number)
    return [_changes()[trait, more] for trait, more in known]


def moves(meaning: Confusion | None, number: int) -> str:
    """Return how far a number moves what is measured of a digit, "" if that is not known."""
    if meaning is None or meaning.moves is None:
        return ""
    far = [f"{_traits()[name]} {_signed(move)}" for name, move in _moved(meaning.moves[number])]
    said = translate(
        _CONTEXT,
        "Measured: while {name} goes from −1 to 1, {moves}, in standard deviations among test digits; "
        "slant is how far a digit leans to the right.",
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


def _changes() -> dict[tuple[Trait, bool], str]:
    return {
        ("slant", True): translate(_CONTEXT, "leans right"),
        ("slant", False): translate(_CONTEXT, "leans left"),
        ("weight", True): translate(_CONTEXT, "bolder"),
        ("weight", False): translate(_CONTEXT, "thinner"),
        ("width", True): translate(_CONTEXT, "wider"),
        ("width", False): translate(_CONTEXT, "narrower"),
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


def mix_up(confusion: Confusion) -> str:
    """Return the commonest mistake: the digit that is most often taken for another, and for which."""
    counts = confusion.counts.copy()
    counts[np.arange(CATEGORIES), confusion.digits] = 0
    if not counts.any():
        return translate(_CONTEXT, "none")
    number, digit = divmod(int(counts.argmax()), CATEGORIES)
    said = translate(_CONTEXT, "{digit} as {other}")
    return said.format(digit=digit, other=confusion.digits[number])


def error(meaning: Confusion | None, *, paper: bool) -> str:
    """Return the error of InfoGAN's categories, perhaps beside the paper's, whose game is plainer."""
    if meaning is None:
        return ""
    if not paper:
        return translate(_CONTEXT, "Error {error}").format(error=wrong(meaning.error))
    said = translate(_CONTEXT, "Error {error}; the paper, by its own game, has {paper}")
    return said.format(error=wrong(meaning.error), paper=paper_error())


def wrong(share: float) -> str:
    """Return a share of the test digits, to one in 10,000."""
    return text.percent(share, 2)


def paper_error() -> str:
    """Return the paper's error as it is printed there."""
    return text.percent(PAPER_ERROR, 0)


def game() -> str:
    """Return what the paper did without, so that its error is no measure for ours."""
    return translate(
        _CONTEXT,
        "The paper trains by its game and nothing else. Here, among other things, Q must also agree with "
        "itself on two views of a real digit; neither has labels.",
    )


def seeds() -> str:
    """Return the errors by all seeds that the recipe was trained with, and how one was chosen."""

    def each(errors: Mapping[int, float]) -> str:
        said = translate(_CONTEXT, "{error} (seed {seed})")
        return ", ".join(said.format(seed=seed, error=wrong(error)) for seed, error in errors.items())

    said = translate(
        _CONTEXT,
        "Test digits in a wrong category, by the training’s seed: {errors}.\n"
        "Of 5,000 training digits kept back: {kept}. Seed {shipped} comes with genplay: these chose, as they "
        "matched the categories, too; training saw no label.",
    )
    return said.format(errors=each(SEED_ERRORS), kept=each(KEPT_ERRORS), shipped=SHIPPED_SEED)


def verdict(made: Made, *, terse: bool = False) -> str:
    """Return what D and Q make of a generated picture, perhaps in fewer words."""
    number = made.reading.category
    share = text.prob(float(made.reading.shares[number]))
    real = text.prob(made.reading.verdict)
    if terse:
        said = translate(_CONTEXT, "Q: {code} with {share}; D: {real}")
        code = made.digits[number] if made.digits else number
        return said.format(code=code, share=share, real=real)
    if made.digits:
        said = translate(_CONTEXT, "Q reads digit {digit} with {share}; D(G(z, c)) = {real}.")
        return said.format(digit=made.digits[number], share=share, real=real)
    said = translate(_CONTEXT, "Q reads category {category} with {share}; D(G(z, c)) = {real}.")
    return said.format(category=number, share=share, real=real)


def doubt(found: Found | None) -> str:
    """Return that Q knows little doubt, and what D makes of the drawing."""
    said = translate(
        _CONTEXT,
        "Q must choose one of ten categories: what is no digit gets one, too, often with nearly 1.",
    )
    if found is None:
        return said
    real = translate(_CONTEXT, "D(x) = {real}.").format(real=text.prob(found.reading.verdict))
    return f"{said}\n{real} {no_density(normed=False)}"


def noise(*, locked: bool) -> str:
    """Return what the lock does now."""
    if locked:
        return translate(_CONTEXT, "Locked: only the codes change the picture.")
    return translate(_CONTEXT, "Unlocked: a click draws new noise, too.")


def no_density(*, normed: bool) -> str:
    """Return why D's verdict is no density, and what its normalisation does to it."""
    said = translate(_CONTEXT, "D is no density: it only ever saw digits and pictures of G.")
    return f"{said}\n{normalised()}" if normed else said


def normalised() -> str:
    """Return what D's batch normalisation does to its verdicts on G's pictures."""
    return translate(
        _CONTEXT,
        "D’s batch normalisation has the averages of real digits here; with those of a batch of forged ones, "
        "as in training, D(G(z, c)) is another number, and often lower.",
    )


def pixel(ink: Floats, index: int, *, terse: bool = False) -> str:
    """Return what a picture, (28, 28), has at a pixel, counted from 0 in raster order."""
    return pixel_words.pixel(index, ink.shape[1], text.number(float(ink.flat[index]), 2), terse=terse)


def about_information(ledger: Ledger | None, plain: Ledger | None) -> str:
    """Return which part of L_I is meant, how sure it is, and how the plain GAN's Q came to read anything."""
    said = translate(_CONTEXT, "The category’s part of L_I only: that of c₂ and c₃ is not in it.")
    if ledger and ledger.complete:
        sure = translate(_CONTEXT, "Its standard error over {count} samples is {error} nats.")
        error = text.nats(ledger.error, INFORMATION)
        said = f"{said} {sure.format(count=text.count(ledger.count), error=error)}"
    if ledger and ledger.shown is not None:
        seen = translate(
            _CONTEXT,
            "It tells how well Q reads G, who learned together; a classifier of digits, which neither knew, "
            "sees the category’s digit in {share} of G’s pictures.",
        )
        said = f"{said}\n{seen.format(share=text.percent(ledger.shown))}"
    if plain is None or not plain.steps:
        return said
    looked = translate(
        _CONTEXT,
        "The plain GAN’s Q learned for {steps} steps, on features of D that it had no part in shaping.",
    )
    return f"{said}\n{looked.format(steps=text.count(plain.steps))}"


def axes() -> str:
    """Return what the map of categories against digits shows."""
    return translate(
        _CONTEXT,
        "Each row is a category, each column a digit; the shares of a row sum to 1. "
        "Shades go by the square root of the share.",
    )


def axes_shortly() -> str:
    """Return the same in fewer words."""
    return translate(_CONTEXT, "c₁ down, digits across; shade: √share")


def axes_briefly() -> str:
    """Return in fewer still what goes where."""
    return translate(_CONTEXT, "c₁ ↓  digit →")


def test_digits(count: int) -> str:
    """Return on how many test digits something was measured."""
    return translate(_CONTEXT, "{count} test digits").format(count=text.count(count))
