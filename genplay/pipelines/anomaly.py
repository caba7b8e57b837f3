"""Score the test digits and the sets of strange pictures, a few pictures a step, and remember the scores."""

import time
from collections.abc import Iterator
from functools import lru_cache

import numpy as np

from genplay.data import examples, others
from genplay.families.autoregressive import Anomalies, Anomaly, Scored
from genplay.families.autoregressive.anomaly import DIGITS, SEEDED, SETS, ordinary_scores
from genplay.families.base import Loading
from genplay.families.outliers import Floats, code_lengths
from genplay.pipelines.explicit import Explicit

PAIRED = 500
"""Test digits of which both log p and code length are found: a checkpoint brings the log p only, sorted."""
_SECONDS = 0.015  # of scoring between two steps: the worker has other slots to serve
_Pictures = tuple[others.Set, Floats]


def run(model: Explicit, request: Anomaly) -> Iterator[object]:
    """Yield ``Anomalies`` that grow: at once what is known already, at last all."""
    for _ in model.prepare(request.order, request.reach):
        yield Loading(request.model)
    pictures: dict[str, _Pictures] = {}
    for name in (DIGITS, *SETS):
        pictures[name] = _pictures(name, request.seed if name in SEEDED else 0)
        yield Loading(request.model)
    found = {name: _found(model, request, name) for name in pictures}
    yield _so_far(model, request, pictures, found)
    reader, began = model.reader(request.order, request.reach), time.perf_counter()
    while left := [name for name in pictures if len(found[name]) < len(pictures[name][1])]:
        # The set that is farthest behind: all histograms grow together.
        name = min(left, key=lambda name: len(found[name]) / len(pictures[name][1]))
        found[name].append(reader.log_prob(pictures[name][0].bits[len(found[name])]))
        if time.perf_counter() - began >= _SECONDS:
            yield _so_far(model, request, pictures, found)
            began = time.perf_counter()
    yield _so_far(model, request, pictures, found)


def _found(model: Explicit, request: Anomaly, name: str) -> list[float]:
    """Return the model's own list of the log p found so far, to which the next are added."""
    seed = request.seed if name in SEEDED else 0
    return model.found.setdefault((request.order, request.reach, name, seed), [])


def _so_far(
    model: Explicit, request: Anomaly, pictures: dict[str, _Pictures], found: dict[str, list[float]]
) -> Anomalies:
    scored = {
        name: Scored(held.bits, held.names, lengths, np.array(found[name], np.float64))
        for name, (held, lengths) in pictures.items()
    }
    digits = scored.pop(DIGITS)
    reference = model.reference(request.order, request.reach)
    entropy, ordinary = ordinary_scores(None if reference is None else reference.scores, digits)
    return Anomalies(request.model, digits, scored, entropy, ordinary, request.seed)


@lru_cache(maxsize=16)
def _pictures(name: str, seed: int) -> _Pictures:
    """Return a set and the code length of each of its pictures."""
    match name:
        case "items":
            held = others.items()
        case "letters":
            held = others.letters()
        case "noise":
            held = others.noise(seed)
        case "sparse":
            held = others.noise(seed + 1, others.INK)
        case "blank":
            held = others.nearly_blank(seed)
        case _:
            held = _digits()
    return held, code_lengths(held.bits)


def _digits() -> others.Set:
    """Return test digits from all over the set."""
    bits, labels = examples.test_digits()
    every = len(bits) // PAIRED
    return others.Set(bits[::every].copy(), tuple(f"Digit {label}" for label in labels[::every]))
