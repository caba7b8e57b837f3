"""Sentences about what never happened in the data: they stand where a number would be undefined."""

from genplay.families.base import QT_TRANSLATE_NOOP, Note
from genplay.families.foundations.results import Answer, Factors, Fitted


def models_note(result: Fitted) -> Note | None:
    """Return what must be said about the four models, or None: which give the picture probability 0."""
    if result.seen:
        return None
    if any(fit.name == "arn" and not fit.prob for fit in result.models):
        text = QT_TRANSLATE_NOOP(
            "notes",
            "No patch is this picture, and none has some {count} of its pixels in a row: the full table and "
            "AR-N give it 0, though it may well be one that could occur.",
        )
        return Note(text, {"count": result.reach + 1})
    text = QT_TRANSLATE_NOOP(
        "notes",
        "None of the {patches:,} patches is this picture: the full table gives it 0, though it may well be "
        "one that could occur.",
    )
    return Note(text, {"patches": result.patches})


def chain_note(result: Factors) -> Note | None:
    """Return what must be said about the factors, or None. Pixels are counted from 1."""
    if result.never is None:
        return None
    text = QT_TRANSLATE_NOOP(
        "notes",
        "No patch agrees with your picture up to pixel {pixel}, as they are read: its factor is 0, and so "
        "is the product. What follows is conditioned on what never happened in the data, and has no p.",
    )
    return Note(text, {"pixel": result.factors[result.never - 1].pixel + 1})


def bayes_note(result: Answer) -> Note | None:
    """Return what must be said about two pixels, or None: the first condition that never happened."""
    a, b = result.a + 1, result.b + 1
    if not result.matching:
        text = QT_TRANSLATE_NOOP(
            "notes",
            "The given pixels never have these values together in the data: nothing follows from them.",
        )
        return Note(text, {})
    for name, never in ((a, not result.p_a_given.count), (b, not result.p_b_given.count)):
        if never:
            text = QT_TRANSLATE_NOOP(
                "notes",
                "Pixel {pixel} is never ink under what is given: a condition on it never happened in the "
                "data, so it has no probability.",
            )
            return Note(text, {"pixel": name})
    return None
