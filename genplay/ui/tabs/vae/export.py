"""The numbers of the page as rows, for CSV, in full; what is not known is left empty."""

import math
from collections.abc import Iterator

from genplay.families.vae import Bounds, Encoded, Points
from genplay.ui.tabs.vae import words
from genplay.ui.tabs.vae.scene import Scene

Row = tuple[object, ...]


def rows(scene: Scene) -> Iterator[Row] | None:
    """Return the numbers of what stands below the pictures; None where they are not there yet."""
    match scene.state.lower:
        case "dimensions":
            return dimensions(scene.encoded, scene.points) if scene.encoded is not None else None
        case "neighbours" | "probe":
            return cloud(scene.points) if scene.points is not None else None
        case _:
            return bounds(scene.bounds) if scene.bounds is not None else ledger(scene)


def ledger(scene: Scene) -> Iterator[Row]:
    """Yield the terms of log p(x) that are known, in nats; first the names of the columns."""
    yield ("term", "nats", "error")
    sandwiched = words.present(scene, "sandwich", scene.sandwiched)
    estimated = words.present(scene, "sandwich", scene.estimated)
    bounds = words.present(scene, "bound", scene.bounds)
    if scene.state.dims == 2 and sandwiched is not None:
        terms = sandwiched.ledger
        for name in ("reconstruction", "kl_prior", "elbo", "kl_posterior", "log_prob"):
            yield (name, _full(getattr(terms, name)), _full(terms.error))
    elif scene.state.dims != 2 and estimated is not None:
        yield ("reconstruction", _full(estimated.reconstruction), _full(estimated.error))
        yield ("kl_prior", _full(estimated.kl_prior), _full(0.0))
        yield ("elbo", _full(estimated.elbo), _full(estimated.error))
    if scene.state.dims != 2 and bounds is not None:
        yield (f"log_prob_at_least_k_{bounds.counts[-1]}", _full(bounds.log_prob), _full(bounds.errors[-1]))


def bounds(result: Bounds) -> Iterator[Row]:
    """Yield the bounds L_k in nats: means of so many runs, and how those spread."""
    yield ("k", "bound", "deviation", "error", "runs")
    columns = (result.counts, result.means, result.deviations, result.errors, result.runs)
    for k, mean, deviation, error, runs in zip(*(column.tolist() for column in columns), strict=True):
        yield (k, _full(mean), _full(deviation), _full(error), runs)


def dimensions(encoded: Encoded, points: Points | None) -> Iterator[Row]:
    """Yield what each dimension tells, from the first one on, in nats."""
    yield ("dimension", "mu", "sigma", "kl", "mean_kl", "activity", "inactive")
    silent = set(points.inactive) if points is not None else set()
    for number, kl in enumerate(encoded.kl.tolist()):
        here = (_full(encoded.q.mu[number]), _full(encoded.q.sigma[number]), _full(kl))
        if points is None:
            yield (number + 1, *here, "", "", "")
        else:
            mean = (_full(points.kl[number]), _full(points.activity[number]))
            yield (number + 1, *here, *mean, int(number in silent))


def cloud(points: Points) -> Iterator[Row]:
    """Yield where each test picture lies: its number, its class, and the means of its code."""
    yield ("picture", "label", *(f"mu_{number + 1}" for number in range(points.mu.shape[1])))
    for number, (label, mu) in enumerate(zip(points.labels.tolist(), points.mu.tolist(), strict=True)):
        yield (number, label, *(_full(value) for value in mu))


def _full(value: float) -> str:
    return f"{float(value):.17g}" if math.isfinite(value) else ""
