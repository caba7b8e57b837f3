"""What the tab says of Bayes' rule, and of the arrows of a factorisation."""

import math
from collections.abc import Collection, Sequence
from itertools import product

from genplay.families.foundations import Answer, FoundationsState, arrows
from genplay.ui import text
from genplay.ui.tabs.foundations.words import bits, model_name, value
from genplay.ui.translation import translate

_CONTEXT = "foundations"


# -- the arrows -------------------------------------------------------------------------------------------


def place(state: FoundationsState, pixel: int) -> str:
    """Return which pixel it is, where, and what it is in the picture."""
    said = translate(_CONTEXT, "Pixel {pixel}: row {row}, column {column}, {value} in your picture")
    row, column = divmod(pixel, state.size[1])
    bit = int(state.drawing.flat()[pixel])
    return said.format(pixel=pixel + 1, row=row + 1, column=column + 1, value=value(bit))


def node(state: FoundationsState, drawn: Collection[arrows.Arrow], pixel: int) -> str:
    """Return what a pixel of the graph is: its place, its part, and its factor by the arrows."""
    parts = {state.a: "A", state.b: "B"}
    lines = [place(state, pixel)]
    if pixel in parts:
        lines.append(translate(_CONTEXT, "It is {part}.").format(part=parts[pixel]))
    elif (known := dict(state.given).get(pixel)) is not None:
        lines.append(translate(_CONTEXT, "It is C, given as {value}.").format(value=value(known)))
    before = ", ".join(f"x{text.subscript(source + 1)}" for source in arrows.parents(drawn, pixel))
    factor = f"p(x{text.subscript(pixel + 1)}{' | ' if before else ''}{before})"
    by = translate(_CONTEXT, "{model}: {factor}")
    lines.append(by.format(model=model_name(state.arrows, state.reach), factor=factor))
    return "\n".join(lines)


def implied(state: FoundationsState, answer: Answer | None) -> str:
    """Return what the arrows say of A and B, beside what the data say; "" while that is not known."""
    if answer is None or answer.information is None:
        return ""
    apart = arrows.separated(arrows.of(state), state.a, state.b, dict(state.given))
    if not apart:
        said = translate(_CONTEXT, "By the arrows of {model}, A may tell about B.")
        if state.given:
            said = translate(_CONTEXT, "By the arrows of {model}, A may still tell about B.")
    elif answer.always:
        said = translate(_CONTEXT, "The arrows of {model} say so, whatever its numbers are.")
    else:
        said = translate(
            _CONTEXT,
            "By the arrows of {model} it would be exactly nothing: what they tell each other is lost on it.",
        )
    return said.format(model=model_name(state.arrows, state.reach))


def terms(answer: Answer | None) -> str:
    """Return the four terms that I(A; B) is the sum of, in bits; "" where there are none."""
    if answer is None or answer.information is None:
        return ""
    whole, table = answer.matching, answer.table
    rows = [sum(row) for row in table]
    columns = [sum(column) for column in zip(*table, strict=True)]
    said = ""
    for row, column in product((0, 1), repeat=2):
        if count := table[row][column]:
            term = count / whole * math.log2(count * whole / (rows[row] * columns[column]))
            sign = text.MINUS if term < 0 else "+" if said else ""
            said += f" {sign} {text.number(abs(term), 3)}" if sign else f" {text.number(term, 3)}"
    return f"={said}"


# -- Bayes' rule -------------------------------------------------------------------------------------------


def given(answer_given: Sequence[tuple[int, int]]) -> str:
    """Return what is known, such as "pixel 6 is ink"."""
    said = translate(_CONTEXT, "pixel {pixel} is {value}")
    return ", ".join(said.format(pixel=pixel + 1, value=value(bit)) for pixel, bit in answer_given)


def verdict(answer: Answer | None) -> str:
    """Return whether A still tells about B, in a sentence with its number."""
    if answer is None or answer.information is None:
        return ""
    if answer.always:
        if answer.given:
            return translate(_CONTEXT, "Exactly nothing: given C, A and B are independent.")
        return translate(_CONTEXT, "Exactly nothing: A and B are independent.")
    if answer.independent:  # a few patches may happen to be so
        said = translate(
            _CONTEXT,
            "For these values of C exactly nothing, of {matching} patches; over all its values {average}.",
        )
        return said.format(matching=text.count(answer.matching), average=bits(answer.average))
    said = translate(_CONTEXT, "A and B tell {bits} about each other.")
    if answer.given:
        said = translate(_CONTEXT, "Given C, A and B still tell {bits} about each other.")
    return said.format(bits=bits(answer.information))


def shared(answer: Answer | None) -> str:
    """Return in a few words what A and B tell about each other under what is given; "" for not known."""
    if answer is None or answer.information is None:
        return ""
    if answer.always:
        return translate(_CONTEXT, "they are independent")
    return translate(_CONTEXT, "they share {bits}").format(bits=bits(answer.information))


def known(answer: Answer | None) -> str:
    """Return what C is, or how something becomes C."""
    if answer is None:
        return ""
    if not answer.given:
        return translate(_CONTEXT, "Nothing is given.")
    return translate(_CONTEXT, "C: {given}").format(given=given(answer.given))
