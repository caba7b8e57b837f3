"""A training made by hand, in which everything is at a place that a test knows."""

from dataclasses import replace

import numpy as np

from genplay.families.gan import (
    ACTS,
    SIDE,
    Coverage,
    Curves,
    Dissected,
    Distance,
    Field,
    Game,
    GanLive,
    GanPlan,
    GanState,
    GanStep,
    Hyper,
    Moved,
    Setup,
)
from genplay.ui.tabs.gan.scene import Scene

REAL, FAKE = (-2.0, 1.5), (1.0, -1.0)
"""Where the only real point is, and the only fake one; its arrow points to the right."""


def halves(top: float, bottom: float) -> np.ndarray:
    """Return a surface with one value above and one below the middle."""
    surface = np.full((SIDE, SIDE), bottom, np.float32)
    surface[: SIDE // 2] = top
    return surface


def pairs(*places: tuple[float, float]) -> np.ndarray:
    """Return places, (N, 2)."""
    return np.array(places, np.float32).reshape(-1, 2)


def stepped(plan: GanPlan, step: int = 10, **values: object) -> GanStep:
    """Return a training after a step: D is 0 above and 1 below, D* 0.5 above, and below there is nothing."""
    critic = plan.at(step).loss == "wasserstein"
    net = np.stack(np.meshgrid(np.linspace(-0.8, 0.8, 5), np.linspace(0.8, -0.8, 5)), -1)
    usual: dict[str, object] = {
        "plan": plan,
        "step": step,
        "of": step,
        "stuck": False,
        "real": pairs(REAL),
        "fake": pairs(FAKE),
        "arrows": pairs((2.0, 0.0)),
        "field": Field(halves(0, 1), halves(0.5, np.nan), halves(0.25, 0), halves(0.25, 0)),
        "sheet": net.astype(np.float32),
        "curves": Curves.of(np.zeros((step, 3), np.float32), 0.5),
        "game": Game(2.0 if critic else -0.7, 0.0 if critic else -0.7, -1.386, None if critic else -1.2, 0.7),
        "distance": Distance(0.1, 0.4, 0.4, None if critic else 0.25),
        "coverage": Coverage(np.array([1]), np.array([1.0]), 1),
        "milliseconds": 2.0,
    }
    return GanStep(**(usual | values))  # type: ignore[arg-type]


def moved(player: str, **values: object) -> Moved:
    """Return a move: its real point is that of the field, its fake one goes from FAKE upwards."""
    mine = player == "d"
    usual: dict[str, object] = {
        "player": player,
        "real": pairs(REAL) if mine else pairs(),
        "noise": pairs((0.5, -0.5)),
        "fake": pairs(FAKE),
        "d_real": np.array([0.9] if mine else [], np.float32),
        "d_fake": np.array([0.8], np.float32),
        "loss": 0.7,
        "arrows": pairs() if mine else pairs((2.0, 0.0)),
        "slopes": 1.0,
        "before": halves(0, 1),
        "after": halves(0.06, 1) if mine else halves(0, 1),
        "fake_after": pairs(FAKE) if mine else pairs((FAKE[0], 0.5)),
    }
    return Moved(**(usual | values))  # type: ignore[arg-type]


def scene(
    *, answered: bool = True, loss: str = "nonsaturating", result: object = None, **state: object
) -> Scene:
    """Return a scene with these values of its state."""
    plan = GanPlan.of(Setup(), Hyper(loss=loss))  # type: ignore[arg-type]
    set_so = replace(GanState(live=GanLive(plan=plan, step=10)), **state)  # type: ignore[arg-type]
    found = result or stepped(plan) if answered else None
    return Scene(set_so, result=found)  # type: ignore[arg-type]


def slowed(player: str, act: str, **values: object) -> Scene:
    """Return a scene in slow motion."""
    at = ACTS.index(act) + len(ACTS) * (player == "g")  # type: ignore[arg-type]
    shown = scene(phase=at)
    moves = (moved("d"), moved("g")) if not values else (moved("d", **values), moved("g", **values))
    return replace(shown, slow=Dissected(shown.live.plan, 10, moves, stuck=False))
