"""The whole tab on a stage, answered by the true pipeline with a network of few units."""

from dataclasses import dataclass, field

import numpy as np
import pytest
import torch
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from genplay.engine.answer import Engine, Models
from genplay.engine.worker import Failure, Reply
from genplay.errors import UserError
from genplay.families.dcgan import DIRECTIONS, FAMILY, DcganState, Latent
from genplay.models import dcgan
from genplay.ui.stage import Stage
from genplay.ui.tabs.dcgan import commands as table
from genplay.ui.tabs.dcgan.tab import DcganTab

LEFT = Qt.MouseButton.LeftButton
START = DcganState(latent=Latent(x=3.0, y=4.0))


@dataclass(frozen=True)
class Loaded:
    network: object
    architecture: str = "dcgan"
    measured: None = None
    calibration: dict = field(default_factory=dict)


def loaded(config):
    torch.manual_seed(3)
    network = dcgan.build(config)
    for parameter in network.parameters():
        torch.nn.init.normal_(parameter, std=0.3)
    classes = np.zeros((DIRECTIONS, 2, 10), np.float32)
    classes[:, 0, 1] = classes[:, 1, 8] = 0.75
    known = {"directions.classes": classes, "linear": np.array([0.8, 0.7, 0.9], np.float32)}
    return Loaded(network.eval(), calibration=known)


MADE = {
    "dcgan_fashion": loaded(dcgan.Config(width=2)),
    "dcgan_avatars": loaded(dcgan.Config(side=64, channels=3, width=1)),
}


class Desk:
    """A worker that answers when it is told to, newest first."""

    def __init__(self):
        self.engine = Engine(Models(MADE.__getitem__))
        self.waiting, self.tickets, self.asked = {}, 0, []

    def submit(self, slot, request):
        self.tickets += 1
        self.waiting[slot] = (self.tickets, request)
        self.asked.append((slot.removeprefix("dcgan/"), request))
        return self.tickets

    def cancel(self, slot):
        self.waiting.pop(slot, None)


@pytest.fixture
def stage(show):
    desk = Desk()
    tab = show(DcganTab(), 1116, 668)
    made = Stage(FAMILY, tab, desk, START)
    made.desk, made.said = desk, []
    tab.said.connect(lambda kind, words: made.said.append((kind, words)))
    made.wake()
    answer(made)
    yield made
    tab.stop()


def answer(stage):
    """Answer what is asked."""
    desk = stage.desk
    while desk.waiting:
        slot = next(iter(desk.waiting))
        ticket, request = desk.waiting.pop(slot)
        failure = None
        try:
            for step in desk.engine.answer(request):
                stage.receive(Reply(ticket, slot, step, 0.001))
        except UserError as error:
            failure = Failure.of(error)
        stage.receive(Reply(ticket, slot, None, 0.0, failure, ended=True))


def asked(stage, slot):
    """What was asked in a slot."""
    return [request for name, request in stage.desk.asked if name == slot]


def button(stage, words):
    """The one visible button of these words."""
    buttons = stage.tab.findChildren(QAbstractButton)
    found = [one for one in buttons if words in (one.text(), one.accessibleName()) and one.isVisible()]
    assert len(found) == 1, f"{len(found)} of {words!r}"
    return found[0]


def press(stage, words):
    """Click the visible button of these words, and answer."""
    QTest.mouseClick(button(stage, words), LEFT)
    answer(stage)


def commands(stage):
    """The tab's commands by id, without that of the tab."""
    return {command.id.removeprefix("dcgan."): command for command in table.commands(stage.tab)}


def run(stage, name):
    """Do what a command does, which must be enabled, and answer."""
    command = commands(stage)[name]
    assert command.enabled(), name
    command.run()
    answer(stage)
