"""Real results of small networks, trained for a few steps, and scenes made of them."""

from dataclasses import replace
from functools import cache

import numpy as np

from genplay.engine.answer import Models
from genplay.families.gan import (
    Coverage,
    Dissect,
    Dissected,
    GanLive,
    GanPlan,
    GanState,
    GanStep,
    Hyper,
    Net,
    Setup,
    TrainGan,
)
from genplay.pipelines import gan
from genplay.ui.tabs.gan.scene import Scene

POINTS = ((0.5, 0.5), (0.6, 0.5), (-1.5, 0.2))
_SETUP = {"noise", "dims", "generator", "discriminator", "seed", "data", "points"}


def planned(**values: object) -> GanPlan:
    """Return a plan of small networks with these values of its setup and its hyper-parameters."""
    small: dict[str, object] = {"generator": Net(units=8), "discriminator": Net(units=8), "batch": 20}
    both = small | values
    setup = {name: value for name, value in both.items() if name in _SETUP}
    hyper = {name: value for name, value in both.items() if name not in _SETUP}
    return GanPlan.of(Setup(**setup), Hyper(**hyper))  # type: ignore[arg-type]


@cache
def trained(plan: GanPlan, step: int) -> GanStep:
    return list(gan.run(Models(), TrainGan(plan, step)))[-1]  # type: ignore[return-value]


@cache
def dissected(plan: GanPlan, step: int) -> Dissected:
    return list(gan.run(Models(), Dissect(plan, step)))[-1]  # type: ignore[return-value]


def scene(step: int = 8, *, result: dict[str, object] | None = None, **values: object) -> Scene:
    """Return a training at rest after some steps; ``result`` replaces parts of what was answered."""
    plan = planned(**values)
    answer = replace(trained(plan, step), **(result or {}))  # type: ignore[arg-type]
    return Scene(GanState(live=GanLive(plan=plan, step=answer.step)), result=answer)


def slow(phase: int, step: int = 8, **values: object) -> Scene:
    """Return slow motion at a phase of the next step."""
    shown = scene(step, **values)
    state = replace(shown.state, phase=phase, slow=True)
    return replace(shown, state=state, slow=dissected(shown.live.plan, step))


def collapsed(parts: int = 8, **values: object) -> Scene:
    """Return a training whose fakes lie on the first two parts alone."""
    counts = np.zeros(parts, np.int64)
    counts[:2] = 900, 800
    coverage = Coverage(counts, np.full(parts, 1 / parts), 2_000)
    return _late(scene(result={"coverage": coverage}, **values))


def diverged() -> Scene:
    """Return a training that cannot go on."""
    return scene(0, result={"stuck": True, "of": 10})


def _late(shown: Scene) -> Scene:
    """Let 300 steps have been taken."""
    assert shown.result is not None
    result = replace(shown.result, step=300, of=300)
    return replace(shown, result=result, state=replace(shown.state, live=replace(shown.live, step=300)))
