"""The whole tab on a stage, answered by the true pipeline with networks of few units."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import pytest
import torch

from genplay.engine.answer import Engine, Models
from genplay.engine.worker import Worker
from genplay.families.base import Drawing
from genplay.families.vae import FAMILY, LATENTS, VaeState
from genplay.families.vae.live import Hyper, LivePlan, LiveState, Setup
from genplay.models import vae
from genplay.ui.bridge import Bridge
from genplay.ui.stage import Stage
from genplay.ui.tabs.vae.tab import VaeTab
from tests.ui.tabs.desk import Desk, staged

CROSS = Drawing.of(np.eye(28) + np.eye(28)[::-1])


@dataclass(frozen=True)
class Loaded:
    network: object
    architecture: str = "vae"
    measured: None = None
    calibration: dict = field(default_factory=dict)


def made(name):
    torch.manual_seed(5)
    network = vae.build(vae.Config(latent=LATENTS[name], hidden=10, layers=2)).eval()
    with torch.no_grad():
        for parameter in network.decoder.parameters():
            parameter.add_(0.15 * torch.randn_like(parameter))
        network.encoder.out.bias[LATENTS[name] :] -= 2.0
    return Loaded(network)


MADE = {name: made(name) for name in LATENTS}
SLOW = ("bound", "cloud")  # answered when a test asks for it


@pytest.fixture
def stage(show):
    desk = Desk(MADE.__getitem__, SLOW)
    yield from staged(FAMILY, show(VaeTab(), 1116, 668), desk, VaeState(drawing=CROSS))


@pytest.fixture
def running(show) -> Iterator[Stage]:
    """Return the tab at a training of few units, on a stage whose worker answers in a thread of its own."""
    bridge = Bridge()
    worker = Worker(Engine(Models(MADE.__getitem__)).answer, bridge.deliver)
    tab = show(VaeTab(), 1116, 668)
    plan = LivePlan.of(Setup(data="moons", hidden=8), Hyper(batch=16))
    made = Stage(FAMILY, tab, worker, VaeState(drawing=CROSS, page="train", live=LiveState(plan=plan)))
    made.worker = worker
    bridge.replied.connect(made.receive)
    made.wake()
    yield made
    tab.stop()
    worker.close()
