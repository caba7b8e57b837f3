"""Is a picture strange? Three scores that ask a density model, and the sets of pictures they are tried on.

A score is higher the stranger a picture seems. With -log p(x) in nats under the model:

- **density**: -log p(x). Known to fail: simple pictures are likely ones, whatever they show.
- **typicality**: |-log p(x) - H|, with H the mean of -log p over the test digits. A sample of a model lies
  where -log p is about H, not where p is highest (Nalisnick, Matsukawa, Teh and Lakshminarayanan,
  "Detecting Out-of-Distribution Inputs to Deep Generative Models Using Typicality", 2019, arXiv 1906.02994;
  here with one picture at a time).
- **complexity**: -log p(x) - L(x), with L the length in nats of a lossless code that knows no digits (Serrà,
  Álvarez, Gómez, Slizovskaia, Núñez and Luque, "Input Complexity and Out-of-distribution Detection with
  Likelihood-based Generative Models", 2020, arXiv 1909.11480). How much more the model needs than a code
  that learns from the picture alone: a likelihood ratio. The code is ``outliers.code_lengths``.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from genplay.families.base import QT_TRANSLATE_NOOP, Bits, Note, Request
from genplay.families.clothes import CLOTHES
from genplay.families.orders import RASTER, Order
from genplay.families.outliers import Floats, Roc, auc

DIGITS = "digits"
"""The ordinary pictures: the test digits."""
SCORES: Mapping[str, str] = {
    "density": QT_TRANSLATE_NOOP("families", "Density"),
    "typicality": QT_TRANSLATE_NOOP("families", "Typicality"),
    "complexity": QT_TRANSLATE_NOOP("families", "Complexity-corrected"),
}
SETS: Mapping[str, str] = {
    "items": QT_TRANSLATE_NOOP("families", "Fashion items"),
    "letters": QT_TRANSLATE_NOOP("families", "Letters"),
    "noise": QT_TRANSLATE_NOOP("families", "Noise"),
    "sparse": QT_TRANSLATE_NOOP("families", "Sparse noise"),
    "blank": QT_TRANSLATE_NOOP("families", "Nearly blank"),
}
"""The strange ones: 500 items of Fashion-MNIST, 520 letters, noise with half its pixels ink, noise with as
much ink as digits have, and the blank page with pages that have a dot or a short stroke."""
SEEDED = frozenset({"noise", "sparse", "blank"})
"""Those of them that are made from a seed."""
PICTURES: tuple[str, ...] = (
    *CLOTHES,
    QT_TRANSLATE_NOOP("families", "Noise"),
    QT_TRANSLATE_NOOP("families", "Blank page"),
    QT_TRANSLATE_NOOP("families", "Nearly blank"),
)
"""What ``genplay.data.others`` calls its pictures, marked here for translation: data knows no families."""
SIGNS: Mapping[str, str] = {
    "Digit": QT_TRANSLATE_NOOP("families", "Digit {sign}"),
    "Letter": QT_TRANSLATE_NOOP("families", "Letter {sign}"),
}
"""The same for pictures of signs, "Letter A", by their first word."""


@dataclass(frozen=True, slots=True)
class Anomaly(Request):
    """How a model scores the test digits and every set of strange pictures.

    Attributes:
        order: The order of the pixels, for a model that reads in any.
        reach: How many pixels a pixel sees, for AR-N; None is the checkpoint's own choice.
        seed: Of the sets that are made from one.
    """

    family: ClassVar[str] = "autoregressive"
    model: str
    order: Order = RASTER
    reach: int | None = None
    seed: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Scored:
    """Pictures, and what has been found about them so far.

    Attributes:
        bits: The pictures, (N, D), 1 = ink.
        names: What each is called in English, N of them.
        code_lengths: L of each in nats, (N,).
        log_probs: log p of the first M of them in nats, (M,), M from 0 to N.
    """

    bits: Bits
    names: tuple[str, ...]
    code_lengths: Floats
    log_probs: Floats

    @property
    def mean(self) -> float:
        """Mean log p of those that are scored, in nats; NaN while none is."""
        return float(self.log_probs.mean()) if len(self.log_probs) else math.nan


@dataclass(frozen=True, slots=True, eq=False)
class Anomalies:
    """The answer so far.

    Attributes:
        model: Name of the model.
        digits: A part of the test digits, each with its log p and its code length.
        sets: The strange pictures, by the names of ``SETS``.
        entropy: H, the mean of -log p in nats over all test digits whose score is known; NaN while none is.
        ordinary: Scores of the test digits, ascending, by the names of ``SCORES``: of all of them where the
            checkpoint brings their log p, else of ``digits``.
        seed: From which the sets of ``SEEDED`` are made.
    """

    model: str
    digits: Scored
    sets: Mapping[str, Scored]
    entropy: float
    ordinary: Mapping[str, Floats]
    seed: int = 0

    @property
    def total(self) -> int:
        """Number of pictures to score."""
        return sum(len(scored.bits) for scored in (self.digits, *self.sets.values()))

    @property
    def done(self) -> int:
        """Number of pictures that are scored."""
        return sum(len(scored.log_probs) for scored in (self.digits, *self.sets.values()))

    @property
    def complete(self) -> bool:
        """Whether all pictures are scored."""
        return self.done == self.total

    def scores(self, name: str, score: str) -> Floats:
        """Return a score of the pictures of a set that have been scored, (M,)."""
        scored = self.sets[name]
        lengths = scored.code_lengths[: len(scored.log_probs)]
        return strangeness(score, scored.log_probs, lengths, self.entropy)

    def auc(self, name: str, score: str) -> float:
        """Return how well a score tells a set from the test digits, 0 to 1; NaN while nothing is known."""
        return auc(self.ordinary[score], self.scores(name, score))

    def roc(self, name: str, score: str) -> Roc:
        """Return the curve whose area that is."""
        return Roc.of(self.ordinary[score], self.scores(name, score))

    def outscored(self, score: str, value: float) -> float:
        """Return the share of the test digits that seem stranger than a picture of this score, 0 to 1."""
        ordinary = self.ordinary[score]
        below = float(np.searchsorted(ordinary, value, "right"))
        return 1.0 - below / len(ordinary) if len(ordinary) else math.nan


def strangeness(score: str, log_probs: Floats, code_lengths: Floats, entropy: float) -> Floats:
    """Return a score of pictures in nats, (M,): higher means stranger.

    Args:
        score: A name of ``SCORES``.
        log_probs: log p of each in nats, (M,).
        code_lengths: L of each in nats, (M,).
        entropy: H in nats.
    """
    match score:
        case "density":
            return -log_probs
        case "typicality":
            return np.abs(-log_probs - entropy)
        case "complexity":
            return -log_probs - code_lengths
        case _:
            raise ValueError(f"there is no score {score!r}")


def ordinary_scores(
    reference: NDArray[np.floating] | None, digits: Scored
) -> tuple[float, dict[str, Floats]]:
    """Return H and the ordinary scores of an ``Anomalies``.

    Args:
        reference: log p of all test digits, or None where it is not known. It has lost whose log p is whose,
            so that the corrected score, which needs a code length to each, is of ``digits`` all the same.
        digits: Those of which both are known.
    """
    known = digits.log_probs if reference is None else reference.astype(np.float64)
    entropy = -float(known.mean()) if len(known) else math.nan
    lengths = digits.code_lengths[: len(digits.log_probs)]
    return entropy, {
        score: np.sort(strangeness(score, digits.log_probs, lengths, entropy))
        if score == "complexity"
        else np.sort(strangeness(score, known, np.zeros(0), entropy))
        for score in SCORES
    }


def verdict(result: Anomalies, score: str, chosen: str, name: str) -> Note | None:
    """Return what a score makes of a set, in a sentence; None while it is not known.

    Args:
        result: The answer.
        score: A name of ``SCORES``.
        chosen: A name of ``SETS``; of the nearly blank pages the blank one is spoken of.
        name: The model in words.
    """
    if chosen == "blank":
        return _verdict_on_blank(result, score, name)
    if not result.complete:
        return None
    return Note(_VERDICT_ON_SET, {"model": name, "share": _percent(result.auc(chosen, score))})


def _verdict_on_blank(result: Anomalies, score: str, name: str) -> Note | None:
    blank = result.sets["blank"]
    if not len(blank.log_probs) or not len(result.ordinary[score]):
        return None
    value = float(result.scores("blank", score)[0])
    ordinary = result.ordinary[score]
    stranger = float(np.searchsorted(ordinary, value, "left")) / len(ordinary)
    values = {
        "model": name,
        "outscored": _percent(result.outscored(score, value)),
        "stranger": _percent(stranger),
        "log_prob": float(blank.log_probs[0]),
        "surprise": -float(blank.log_probs[0]),
        "length": float(blank.code_lengths[0]),
        "entropy": result.entropy,
        "value": value,
    }
    return Note(_VERDICTS[score], values)


_VERDICTS = {
    "density": QT_TRANSLATE_NOOP(
        "notes",
        "Under {model} a blank page has log p = {log_prob:.2f}, higher than {outscored} % of the test "
        "digits: high density does not mean typical.",
    ),
    "typicality": QT_TRANSLATE_NOOP(
        "notes",
        "Under {model} a blank page is {value:.2f} nats away from H = {entropy:.2f}, farther than "
        "{stranger} % of the test digits. But any picture with −log p near H passes, whatever it shows.",
    ),
    "complexity": QT_TRANSLATE_NOOP(
        "notes",
        "A code that knows no digits needs {length:.2f} nats for a blank page, {model} {surprise:.2f}: "
        "{value:.2f} more, a worse surplus than {stranger} % of the test digits have.",
    ),
}
_VERDICT_ON_SET = QT_TRANSLATE_NOOP(
    "notes",
    "To {model} a picture of the chosen set seems stranger than a test digit in {share} % of all pairs; 50 % "
    "would be chance.",
)


def _percent(share: float) -> str:
    """Return a share in percent, rounded down: nothing but all of them is 100 %."""
    tenths = math.floor(1000 * share + 1e-9)
    return str(tenths // 10) if tenths % 10 == 0 else f"{tenths / 10:.1f}"


def rows(results: Mapping[str, Anomalies]) -> Iterator[tuple[object, ...]]:
    """Yield every picture that is scored as a row, first the columns' names; numbers are in nats.

    The last column but one says whether the model has scored all pictures: before, rows are missing, and H
    and with it the typicality may still change. The last is the seed of a set that is made from one.
    """
    yield ("model", "set", "index", "picture", "log_p", "code_length", *SCORES, "complete", "seed")
    for model, result in results.items():
        complete = "yes" if result.complete else "no"
        for name, scored in {DIGITS: result.digits, **result.sets}.items():
            lengths = scored.code_lengths[: len(scored.log_probs)]
            every = [strangeness(score, scored.log_probs, lengths, result.entropy) for score in SCORES]
            seed = result.seed if name in SEEDED else ""
            columns = zip(scored.names, scored.log_probs, lengths, *every, strict=False)
            for index, (picture, *numbers) in enumerate(columns):
                written = (f"{float(number):.9g}" for number in numbers)
                yield (model, name, index, picture, *written, complete, seed)
