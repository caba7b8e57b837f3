"""The whole tab on a stage, answered by the true pipeline with networks of few units."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import pytest
import torch
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from genplay.engine.answer import Engine, Models
from genplay.engine.worker import Failure, Reply, Worker
from genplay.errors import UserError
from genplay.families.base import Drawing
from genplay.families.vae import FAMILY, LATENTS, VaeState
from genplay.families.vae.live import Hyper, LivePlan, LiveState, Setup
from genplay.models import vae
from genplay.ui.bridge import Bridge
from genplay.ui.stage import Stage
from genplay.ui.tabs.vae import commands as table
from genplay.ui.tabs.vae.tab import VaeTab

LEFT = Qt.MouseButton.LeftButton
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


class Desk:
    """A worker that answers when it is told to, newest first."""

    def __init__(self):
        self.engine = Engine(Models(MADE.__getitem__))
        self.waiting, self.tickets, self.asked = {}, 0, []

    def submit(self, slot, request):
        self.tickets += 1
        self.waiting[slot] = (self.tickets, request)
        self.asked.append((slot.removeprefix("vae/"), request))
        return self.tickets

    def cancel(self, slot):
        self.waiting.pop(slot, None)


@pytest.fixture
def stage(show):
    desk = Desk()
    tab = show(VaeTab(), 1116, 668)
    made = Stage(FAMILY, tab, desk, VaeState(drawing=CROSS))
    made.desk = desk
    made.wake()
    answer(made)
    yield made
    tab.stop()


def answer(stage, *slow):
    """Answer what is asked; of what takes long, only the slots that are named."""
    desk = stage.desk
    while ready := [slot for slot in desk.waiting if slot.removeprefix("vae/") not in set(SLOW) - set(slow)]:
        slot = ready[0]
        ticket, request = desk.waiting.pop(slot)
        failure = None
        try:
            for step in desk.engine.answer(request):
                stage.receive(Reply(ticket, slot, step, 0.001))
        except UserError as error:
            failure = Failure.of(error)
        stage.receive(Reply(ticket, slot, None, 0.0, failure, ended=True))


def press(stage, words):
    """Click the visible button of these words, and answer."""
    buttons = stage.tab.findChildren(QAbstractButton)
    found = [one for one in buttons if words in (one.text(), one.accessibleName()) and one.isVisible()]
    QTest.mouseClick(found[0], LEFT)
    answer(stage)


def commands(stage):
    """The tab's commands by id."""
    return {command.id: command for command in table.commands(stage.tab)}


def run(stage, name):
    """Do what a command does, which must be enabled, and answer."""
    command = commands(stage)[f"vae.{name}"]
    assert command.enabled(), name
    command.run()
    answer(stage)


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
