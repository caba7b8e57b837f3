"""The numbers of the tab as rows, for CSV, in full; what is not known is left empty."""

import math
from collections.abc import Iterator

import numpy as np

from genplay.families.gan import GanStep

Row = tuple[object, ...]


def curves(result: GanStep) -> Iterator[Row]:
    """Yield what the players paid and how far apart p and q were; first the names of the columns.

    A row of losses is the mean over the steps up to ``step`` from the row before; with few steps, each has
    its own. ``js`` is in nats, and measured at that step.
    """
    yield ("step", "loss_d", "loss_g", "js")
    found = result.curves
    steps = np.union1d(found.steps, found.js_steps).tolist()
    paid = dict(zip(found.steps.tolist(), zip(found.d.tolist(), found.g.tolist(), strict=True), strict=True))
    far = dict(zip(found.js_steps.tolist(), found.js.tolist(), strict=True))
    for step in steps:
        d, g = paid.get(step, (math.nan, math.nan))
        yield (step, _full(d), _full(g), _full(far.get(step, math.nan)))


def points(result: GanStep) -> Iterator[Row]:
    """Yield the points on screen with the arrows of the fake ones; first the names of the columns."""
    yield ("kind", "x", "y", "arrow_x", "arrow_y")
    for x, y in result.real.tolist():
        yield ("real", _full(x), _full(y), "", "")
    for (x, y), (across, up) in zip(result.fake.tolist(), result.arrows.tolist(), strict=True):
        yield ("fake", _full(x), _full(y), _full(across), _full(up))


def _full(value: float) -> str:
    return f"{value:.9g}" if math.isfinite(value) else ""
