"""What is said of a generator's pictures as a whole: how near they are to real ones, and what they lack."""

from genplay.families.forged import Forged
from genplay.ui import text
from genplay.ui.translation import translate

_CONTEXT = "forged"
_LARGE = 100  # from here on a distance has no decimals


def line(forged: Forged | None, *, combined: bool = False) -> str:
    """Return the distance beside that of real pictures, and the classes that are there; "" if unknown.

    Args:
        forged: What was measured.
        combined: Whether a class is a combination of attributes.
    """
    if forged is None:
        return ""
    said = translate(
        _CONTEXT, "Squared Fréchet distance {distance} (real {real}), {covered} of {classes} classes"
    )
    if combined:
        said = translate(
            _CONTEXT, "Squared Fréchet distance {distance} (real {real}), {covered} of {classes} combinations"
        )
    return said.format(**_numbers(forged))


def figures(forged: Forged | None) -> str:
    """Return the distances alone, as in "6.16 (real 1.85)"."""
    if forged is None:
        return "–"
    return translate(_CONTEXT, "{distance} (real {real})").format(**_numbers(forged))


def explanation(forged: Forged | None, *, combined: bool = False) -> str:
    """Return what the numbers are; of combinations of attributes where a class is one."""
    if forged is None:
        return ""
    said = translate(
        _CONTEXT,
        "Squared Fréchet distance of G’s pictures from the test pictures, in the features of a small "
        "classifier that came with the model: compare it only with {real}, which half of the test pictures "
        "have from the others.",
    )
    seen = translate(_CONTEXT, "{covered} of {classes} classes are seen among G’s pictures.")
    if combined:
        seen = translate(
            _CONTEXT, "{covered} of {classes} combinations of attributes are seen among G’s pictures."
        )
    return f"{said} {seen}".format(**_numbers(forged))


def _numbers(forged: Forged) -> dict[str, str]:
    """Return the numbers as text, both distances to as many places."""
    decimals = 2 if forged.frechet < _LARGE else 0
    return {
        "distance": text.number(forged.frechet, decimals),
        "real": text.number(forged.real, decimals),
        "covered": text.count(forged.covered),
        "classes": text.count(forged.classes),
    }
