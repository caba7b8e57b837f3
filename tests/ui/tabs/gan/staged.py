"""The whole tab on a stage, answered by the true pipeline with networks of few units."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from genplay.engine.answer import Engine, Models
from genplay.engine.worker import Worker
from genplay.families.gan import FAMILY, GanLive, GanPlan, GanState, GanStep, Hyper, Net, Setup
from genplay.ui.bridge import Bridge
from genplay.ui.stage import Stage
from genplay.ui.tabs.gan.tab import GanTab
from tests.ui.tabs.desk import Desk, answer, staged

SETUP = Setup(generator=Net(layers=1, units=8), discriminator=Net(layers=1, units=8))
LIVE = GanLive(plan=GanPlan.of(SETUP, Hyper(batch=20)))
SIZE = 1116, 668


@pytest.fixture
def stage(show):
    desk = Desk({}.__getitem__, rests=_goes_on)
    yield from staged(FAMILY, show(GanTab(), *SIZE), desk, GanState(live=LIVE))


def _goes_on(request, step):
    """Whether a training that goes on by itself has come further than it was shown."""
    since = getattr(request, "since", None)
    return since is not None and isinstance(step, GanStep) and step.step > since


def go_to(stage, step):
    """Show a step."""
    stage.tab.page.run.go_to(step)
    answer(stage)


@pytest.fixture
def running(show) -> Iterator[Stage]:
    """Return the tab on a stage whose worker answers in a thread of its own."""
    bridge = Bridge()
    worker = Worker(Engine(Models({}.__getitem__)).answer, bridge.deliver)
    tab = show(GanTab(), *SIZE)
    made = Stage(FAMILY, tab, worker, replace(GanState(), live=LIVE))
    made.worker = worker
    bridge.replied.connect(made.receive)
    made.wake()
    yield made
    tab.stop()
    worker.close()
