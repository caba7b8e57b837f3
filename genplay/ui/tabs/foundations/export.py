"""The numbers of each page as rows, for CSV; probabilities in full, whole numbers however long."""

import math
from collections.abc import Iterator

from genplay.families.foundations import MODELS, MOST, Answer, Factors, Fitted, FoundationsState, counting

Row = tuple[object, ...]


def chain(factors: Factors) -> Iterator[Row]:
    """Yield the chain rule, factor by factor; first the names of the columns."""
    yield ("order", "row", "column", "x", "patches_before", "patches_after", "p", "log_p", "product")
    width = factors.drawing.width
    for place, factor in enumerate(factors.factors):
        yield (
            place + 1,
            factor.pixel // width + 1,
            factor.pixel % width + 1,
            factor.value,
            factor.agree,
            factor.matching,
            "" if factor.p is None else f"{factor.p:.17g}",
            f"{math.log(factor.p):.17g}" if factor.p else "",
            f"{factors.running[place + 1]:.17g}",
        )


def counts(state: FoundationsState) -> Iterator[Row]:
    """Yield how many numbers each model of 1 to 784 pixels has, in full."""
    yield ("pixels", "states", *(f"{name}_{state.reach}" if name == "arn" else name for name in MODELS))
    for n in range(1, MOST + 1):
        yield (n, counting.states(n), *(counting.parameters(name, n, state.reach) for name in MODELS))


def bayes(answer: Answer) -> Iterator[Row]:
    """Yield each probability of two pixels, as it was counted."""
    given = " ".join(f"{pixel + 1}={value}" for pixel, value in answer.given)
    yield ("probability", "A", "B", "C", "patches", "of", "p")
    named = {
        "p(A=1)": answer.p_a,
        "p(B=1)": answer.p_b,
        "p(A=1|B=1)": answer.p_a_b,
        "p(B=1|A=1)": answer.p_b_a,
        "p(A=1|C)": answer.p_a_given,
        "p(B=1|C)": answer.p_b_given,
        "p(A=1|B=1,C)": answer.p_a_b_given,
        "p(B=1|A=1,C)": answer.p_b_a_given,
    }
    for name, ratio in named.items():
        asked = (answer.a + 1, answer.b + 1, given)
        yield (name, *asked, ratio.count, ratio.of, "" if ratio.p is None else f"{ratio.p:.17g}")
    turned = "" if answer.turned is None else f"{answer.turned:.17g}"
    yield ("p(B=1|A=1,C) p(A=1|C) / p(B=1|C)", answer.a + 1, answer.b + 1, given, "", "", turned)
    for name, information in (("I(A;B|C=c) bits", answer.information), ("I(A;B|C) bits", answer.average)):
        written = "" if information is None else f"{information:.17g}"
        yield (name, answer.a + 1, answer.b + 1, given, "", "", written)


def models(fitted: Fitted) -> Iterator[Row]:
    """Yield what each of the four models says of the picture, and what it costs."""
    yield ("model", "numbers", "p", "kl_bits", "cross_entropy_bits")
    for fit in fitted.models:
        name = f"{fit.name}_{fitted.reach}" if fit.name == "arn" else fit.name
        yield (name, fit.parameters, *(f"{part:.17g}" for part in (fit.prob, fit.kl, fit.cross_entropy)))
