"""What the page says."""

import math

from genplay.families.autoregressive import SCORES, SETS, Anomalies
from genplay.families.autoregressive.anomaly import PICTURES, SIGNS
from genplay.ui import text
from genplay.ui.translation import translate

_CUT = 0.02  # share of a set's pictures that may be beyond an axis without a word
_EDGE = 0.0005  # what rounds to 0 or 1 without being it is said to be next to it


def score(name: str) -> str:
    """Return a score's name."""
    return translate("families", SCORES[name])


def short_score(name: str) -> str:
    """Return a score's name where a column is narrow."""
    return translate("anomaly", "Corrected") if name == "complexity" else score(name)


def set_name(name: str) -> str:
    """Return a set's name."""
    return translate("families", SETS[name])


def picture(name: str) -> str:
    """Return a picture's name, translated, from that in English."""
    kind, _, sign = name.partition(" ")
    if kind in SIGNS and sign:
        return translate("families", SIGNS[kind]).format(sign=sign)
    return translate("families", PICTURES[PICTURES.index(name)]) if name in PICTURES else name


def ideas(name: str) -> tuple[str, str]:
    """Return what a score takes for strange, at length and in short."""
    match name:
        case "density":
            short = translate("anomaly", "Strange is what is unlikely. But simple pictures are likely.")
        case "typicality":
            short = translate(
                "anomaly", "Strange is what is less or more likely than digits. H is their mean −log p."
            )
        case _:
            short = translate(
                "anomaly", "Strange is what costs more nats than L(x), a code that knows no digits."
            )
    return _idea(name), short


def _idea(name: str) -> str:
    match name:
        case "density":
            return translate(
                "anomaly",
                "Strange is what is unlikely. But simple pictures are likely, whatever they show: "
                "each of their pixels is easy to foresee.",
            )
        case "typicality":
            return translate(
                "anomaly",
                "Strange is what is less or more likely than digits are. H is the mean of −log p over the "
                "test digits, under each model.",
            )
        case _:
            return translate(
                "anomaly",
                "Strange is what costs the model more nats than L(x), those of a code that learns from the "
                "picture alone (KT estimator over each pixel’s four neighbours that are read before it).",
            )


def area(value: float, *, whole: bool = True) -> str:
    """Return an AUC: three decimals, but nothing reads 0 or 1 without being it.

    Args:
        value: The area, 0 to 1.
        whole: Whether it is that of all pictures, or else of those that are scored so far.
    """
    if math.isnan(value):
        return "–"
    if not whole:
        return f"≈ {text.prob(value)}"
    if 0 < value < _EDGE:
        return "< 0.001"
    if 1 - _EDGE < value < 1:
        return "> 0.999"
    return text.prob(value)


def count_and_mean(count: int, mean: float) -> str:
    """Return how many pictures a set has and their mean log p."""
    if math.isnan(mean):
        return text.count(count)
    return translate("anomaly", "{count}, {mean}").format(count=text.count(count), mean=text.nats(mean))


def beyond(before: float, after: float) -> tuple[str, str]:
    """Return what is said of the shares of a set before and after an axis; "" where it is next to nothing."""
    shares = [text.number(100 * share, 0) if share > _CUT else "" for share in (before, after)]
    left = translate("anomaly", "◂ {share} % beyond").format(share=shares[0])
    right = translate("anomaly", "{share} % beyond ▸").format(share=shares[1])
    return left if shares[0] else "", right if shares[1] else ""


def progress(result: Anomalies | None, name: str, *, stopped: bool = False) -> str:
    """Return how far an answer is, or where it was stopped; "" when it is complete."""
    if result is None:
        said = translate("anomaly", "Stopped") if stopped else translate("anomaly", "Loading {model}")
        return said.format(model=name)
    if result.complete:
        return ""
    said = (
        translate("anomaly", "Stopped at {done} of {total}")
        if stopped
        else translate("anomaly", "{done} of {total} pictures")
    )
    return said.format(done=text.count(result.done), total=text.count(result.total))


def verdict_on_area(value: float) -> str:
    """Return what an AUC below a half is called; "" for others."""
    return translate("anomaly", "worse than chance") if value < 0.5 else ""
