"""All that the page shows, as one value, and what follows from it: marks, readings, axes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from genplay.families.autoregressive import Anomalies
from genplay.families.autoregressive.anomaly import strangeness
from genplay.families.base import Drawing
from genplay.families.outliers import Floats, Roc, code_lengths

_CLIPPED = 0.005  # share of the pictures beyond either end of an axis: they are drawn at the end
_BINS = 56
_LONG = 1.5  # times the length of an axis that most models need


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """What is to be shown.

    Attributes:
        results: The answers so far by model, one to four; None where one is awaited.
        names: The models in words.
        score: The chosen score, a name of ``SCORES``.
        chosen: The chosen set, a name of ``SETS``.
        seed: From which those of the sets are made that are made from one.
        drawing: The user's drawing, or None.
        log_probs: Its log p in nats by model, as far as it is known.
        failures: What went wrong, by model, as a sentence.
        stopped: The models whose scoring the user has stopped.
        measured: How good a model is on average, beside its paper's figure, in words by model.
    """

    results: Mapping[str, Anomalies | None]
    names: Mapping[str, str]
    score: str = "density"
    chosen: str = "blank"
    seed: int = 0
    drawing: Drawing | None = None
    log_probs: Mapping[str, float] = field(default_factory=dict)
    failures: Mapping[str, str] = field(default_factory=dict)
    stopped: frozenset[str] = frozenset()
    measured: Mapping[str, str] = field(default_factory=dict)

    @property
    def first(self) -> Anomalies | None:
        """The first answer that is there: the one that numbers without a model's name are of."""
        return next((result for result in self.results.values() if result is not None), None)

    @property
    def partial(self) -> frozenset[str]:
        """The models, in words, of whose pictures some are scored and some are not."""
        return frozenset(
            self.names[model] for model, result in self.results.items() if result and not result.complete
        )

    def mark(self, model: str) -> float | None:
        """Return the chosen score of the drawing, or None where it is not known."""
        result, log_prob = self.results[model], self.log_probs.get(model)
        if result is None or log_prob is None or self.drawing is None or np.isnan(result.entropy):
            return None
        length = code_lengths(self.drawing.flat()[None], self.drawing.width)
        return float(strangeness(self.score, np.array([log_prob]), length, result.entropy)[0])

    def ordinary(self, model: str) -> Floats:
        """Return the chosen score of the test digits, ascending, as far as it is known."""
        result = self.results[model]
        return np.zeros(0) if result is None else result.ordinary[self.score]

    def strange(self, model: str) -> Floats:
        """Return the chosen score of the chosen set, as far as it is known."""
        result = self.results[model]
        return np.zeros(0) if result is None else result.scores(self.chosen, self.score)

    def edges(self) -> Floats:
        """Return the edges of the bins that the histograms of all models share, in nats.

        The axis holds everything, unless it were much longer than most models need: then the set of one that
        finds noise three times as strange as the others would press all digits into a bar or two.
        """
        ordinary = _ends([self.ordinary(model) for model in self.results])
        strange = _ends([self.strange(model) for model in self.results])
        low = min([*ordinary[:, 0], *strange[:, 0]], default=0.0)
        high = max([*ordinary[:, 1], *strange[:, 1]], default=1.0)
        usual = (
            min([*ordinary[:, 0], *_median(strange[:, 0][::-1])], default=0.0),
            max([*ordinary[:, 1], *_median(strange[:, 1])], default=1.0),
        )
        if high - low > _LONG * (usual[1] - usual[0]):
            low, high = usual
        air = max(0.02 * (high - low), 0.5)
        return np.linspace(low - air, high + air, _BINS + 1)


def _ends(groups: Sequence[Floats]) -> Floats:
    """Return where the scores of each group begin and end but for the outermost, (G, 2), sorted by column."""
    known = [np.quantile(group, (_CLIPPED, 1 - _CLIPPED)) for group in groups if len(group)]
    return np.sort(np.array(known).reshape(-1, 2), axis=0)


def _median(values: Floats) -> Floats:
    """Return the middle one of sorted values, the earlier of two, or none: (1,) or (0,)."""
    return values[(len(values) - 1) // 2 :][:1] if len(values) else values


@dataclass(frozen=True, slots=True)
class Flagged:
    """What a threshold flags.

    Attributes:
        threshold: Pictures of this score and above, in nats.
        false_alarms: Share of the test digits, 0 to 1.
        hits: Share of the chosen set, 0 to 1.
    """

    threshold: float
    false_alarms: float
    hits: float


def flagged_from(page: Page, model: str, threshold: float) -> Flagged | None:
    """Return what a threshold flags under a model, or None where that is not known."""
    ordinary, strange = page.ordinary(model), page.strange(model)
    if not len(ordinary) or not len(strange):
        return None
    return Flagged(threshold, float((ordinary >= threshold).mean()), float((strange >= threshold).mean()))


def flagged_within(curve: Roc | None, false_alarms: float) -> Flagged | None:
    """Return what the threshold flags that stays within a share of false alarms."""
    if curve is None:
        return None
    hits, threshold = curve.at(false_alarms)
    return Flagged(threshold, false_alarms, hits)


def beyond(scores: Floats, edges: Floats) -> tuple[float, float]:
    """Return the shares of the scores before the first edge and after the last, 0 to 1."""
    count = max(len(scores), 1)
    return float((scores < edges[0]).sum()) / count, float((scores > edges[-1]).sum()) / count


def shares(scores: Floats, edges: Floats) -> Floats:
    """Return the share of the scores in each bin, 0 to 1; what lies beyond the ends is counted there."""
    counts, _ = np.histogram(np.clip(scores, edges[0], edges[-1]), edges)
    return counts / max(len(scores), 1)
