"""What is said of a generator's pictures as a whole: how near they are to real ones, and what they lack."""

from genplay.families.forged import Forged
from genplay.ui import text
from genplay.ui.translation import translate

_CONTEXT = "forged"
_LARGE = 100  # from here on a distance has no decimals


def line(forged: Forged | None) -> str:
    """Return the distance beside that of real pictures, and the classes that are there; "" if unknown."""
    if forged is None:
        return ""
    said = translate(_CONTEXT, "Fréchet distance {distance} (real {real}), {covered} of {classes} classes")
    return said.format(**_numbers(forged))


def figures(forged: Forged | None) -> str:
    """Return distance and classes alone, as in "6.16, all 10"."""
    if forged is None:
        return "–"
    if forged.covered == forged.classes:
        said = translate(_CONTEXT, "{distance}, all {classes}")
    else:
        said = translate(_CONTEXT, "{distance}, {covered} of {classes}")
    return said.format(**_numbers(forged))


def explanation(forged: Forged | None) -> str:
    """Return what the numbers are."""
    if forged is None:
        return ""
    said = translate(
        _CONTEXT,
        "Squared Fréchet distance of G's pictures from the test pictures, in the features of a small "
        "classifier that came with the model: compare it only with {real}, which half of the test pictures "
        "have from the others. {covered} of {classes} classes are seen among G's pictures.",
    )
    return said.format(**_numbers(forged))


def _numbers(forged: Forged) -> dict[str, str]:
    """Return the numbers as text, both distances to as many places."""
    decimals = 2 if forged.frechet < _LARGE else 0
    return {
        "distance": text.number(forged.frechet, decimals),
        "real": text.number(forged.real, decimals),
        "covered": text.count(forged.covered),
        "classes": text.count(forged.classes),
    }
