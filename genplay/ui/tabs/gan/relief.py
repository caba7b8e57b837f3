"""Surfaces over the plane as colours about a middle: orange below it, blue above, paper where nothing is."""

import math
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

import numpy as np
from PySide6.QtGui import QImage

from genplay.families.gan import EMPTY, Floats, GanStep, Moved
from genplay.ui.tabs.gan.scene import Scene
from genplay.ui.theme import Theme
from genplay.ui.widgets.pixels import indexed, levels

Kind = Literal["probability", "critic", "gap", "change"]

STRENGTH = 0.6
"""How far into the map's colours the limit is: points must stay visible on it."""
_CLEAR = 10.0  # times the mass of which nothing is said
_STEPS = (1.0, 2.0, 5.0)  # round numbers, times a power of ten


@dataclass(frozen=True, slots=True, eq=False)
class Relief:
    """A surface, and what its colours mean.

    Attributes:
        values: (S, S), row 0 at the top; NaN is paper.
        weights: How much of its colour each cell has, 0 to 1, (S, S), or 1 for all.
        middle: The value that looks like paper.
        limit: How far from it a value is that has the last colour, below or above; those beyond have it too.
        kind: What it is of: a probability of being real, what a critic says, D - D*, or how a move changes D.
    """

    values: Floats
    weights: Floats | float = 1.0
    middle: float = 0.5
    limit: float = 0.5
    kind: Kind = "probability"

    def share(self, values: Floats) -> Floats:
        """Return how far values are from the middle, -1 to 1."""
        return np.clip((values - self.middle) / self.limit, -1, 1)

    def picture(self, side: int, now: Theme) -> QImage:
        """Return it as a picture of so many pixels: its cells blend into each other, and into paper."""
        shares = np.nan_to_num(self.share(self.values), nan=0.0) * self.weights
        blend = _blend(side, len(shares))
        indices = levels(blend @ shares @ blend.T, -1 / STRENGTH, 1 / STRENGTH)
        return indexed(indices, now.table("signed")).convertToFormat(QImage.Format.Format_RGB32)


def learned(result: GanStep) -> Relief:
    """Return D, or of a critic what it says: about the mean of what it says of real and of fake points."""
    values, game = result.field.learned, result.game
    if result.distance.gap is not None:
        return Relief(values)
    middle = (game.real - game.fake) / 2
    limit = _rounded(float(np.abs(values - middle).max()))
    return Relief(values, middle=middle, limit=limit, kind="critic")


def optimal(result: GanStep) -> Relief:
    """Return D*, paler where there is hardly any mass; a critic has none, and nothing is shown of it."""
    values = result.field.optimal
    if result.distance.gap is None:
        return Relief(np.full_like(values, np.nan))
    return Relief(values, _told_by_mass(result))


def gap(result: GanStep) -> Relief:
    """Return D - D*, paler where there is hardly any mass."""
    return Relief(result.field.gap, _told_by_mass(result), middle=0.0, limit=1.0, kind="gap")


def change(moved: Moved) -> Relief:
    """Return how a move of the discriminator changes what it says: the limit is a round number."""
    values = moved.after - moved.before
    return Relief(values, middle=0.0, limit=_rounded(float(np.abs(values).max())), kind="change")


def shown(scene: Scene) -> Relief | None:
    """Return the surface that the field shows of a scene, or None while there is none."""
    result, moved, phase = scene.result, scene.moved, scene.phase
    if result is None:
        return None
    if moved is not None and phase is not None:
        if phase.player == "d" and phase.act == "gradient":
            return change(moved)
        return replace(learned(result), values=moved.after if phase.act == "update" else moved.before)
    if result.distance.gap is None or scene.state.surface == "learned":
        return learned(result)
    return optimal(result) if scene.state.surface == "optimal" else gap(result)


def _told_by_mass(result: GanStep) -> Floats:
    """Return 0 where p and q have so little mass that D* is NaN, 1 where they have ``_CLEAR`` times it."""
    mass = np.maximum(result.field.p + result.field.q, 1e-9)
    return np.clip(np.log(mass / EMPTY) / math.log(_CLEAR), 0, 1).astype(np.float32)


@lru_cache(maxsize=8)
def _blend(side: int, cells: int) -> Floats:
    """Return how much of each cell is in each of ``side`` pixels, (side, cells); the last cells go on.

    By the cubic filter of Mitchell and Netravali (1988), which neither rings nor shows the cells.
    """
    places = (np.arange(side) + 0.5) * cells / side - 0.5
    far = np.abs(places[:, None] - np.arange(-2, cells + 2))
    near = (7 * far**3 - 12 * far**2 + 16 / 3) / 6
    beside = (-7 / 3 * far**3 + 12 * far**2 - 20 * far + 32 / 3) / 6
    blend = np.where(far < 1, near, np.where(far < 2, beside, 0.0))
    whole = blend[:, 2:-2].copy()
    whole[:, 0] += blend[:, :2].sum(1)
    whole[:, -1] += blend[:, -2:].sum(1)
    return whole.astype(np.float32)


def _rounded(value: float) -> float:
    """Return the next of 1, 2, 5, 10 and so on, down to a millionth."""
    value = max(value, 1e-6)
    tens = 10.0 ** math.floor(math.log10(value))
    return next((step * tens for step in _STEPS if value <= step * tens * (1 + 1e-6)), 10 * tens)
