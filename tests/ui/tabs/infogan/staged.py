"""The whole tab on a stage, answered by the true pipeline with networks of few units."""

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
from genplay.families.base import Drawing
from genplay.families.infogan import FAMILY, InfoGanState
from genplay.models import infogan
from genplay.ui.stage import Stage
from genplay.ui.tabs.infogan import commands as table
from genplay.ui.tabs.infogan.tab import InfoGanTab

LEFT = Qt.MouseButton.LeftButton
CROSS = Drawing.of(np.eye(28) + np.eye(28)[::-1])
MATCHING = (3, 0, 9, 1, 2, 4, 5, 6, 7, 8)
"""The digit of each category."""
ORDER = (1, 3, 4, 0, 5, 6, 7, 8, 9, 2)
"""The categories in the order of their digits."""
COUNTS = np.eye(10, dtype=np.float32)[list(MATCHING)] * 95
COUNTS[4, 8] = 50  # eights in the category of twos


@dataclass(frozen=True)
class Loaded:
    network: object
    architecture: str = "infogan"
    measured: None = None
    calibration: dict = field(default_factory=dict)


def made(name):
    torch.manual_seed(3)
    config = infogan.Config(noise=5, width=3, hidden=12, reader=7, scale=4.0, normed=False)
    network = infogan.build(config).eval()
    torch.nn.init.normal_(network.reader.category.weight, std=2.0)
    torch.nn.init.normal_(network.generator.layers[-1].weight, std=0.5)
    known = {"matching": np.array(MATCHING, np.float32), "confusion": COUNTS}
    return Loaded(network, calibration=known if name == "infogan" else {})


MADE = {name: made(name) for name in ("infogan", "infogan_plain")}
SLOW = ("ledger", "plain")  # answered when a test asks for it


class Desk:
    """A worker that answers when it is told to, newest first."""

    def __init__(self):
        self.engine = Engine(Models(MADE.__getitem__))
        self.waiting, self.tickets, self.asked = {}, 0, []

    def submit(self, slot, request):
        self.tickets += 1
        self.waiting[slot] = (self.tickets, request)
        self.asked.append((slot.removeprefix("infogan/"), request))
        return self.tickets

    def cancel(self, slot):
        self.waiting.pop(slot, None)


@pytest.fixture
def stage(show):
    desk = Desk()
    tab = show(InfoGanTab(), 1116, 668)
    made = Stage(FAMILY, tab, desk, InfoGanState(drawing=CROSS))
    made.desk, made.said = desk, []
    tab.said.connect(lambda kind, words: made.said.append((kind, words)))
    made.wake()
    answer(made)
    yield made
    tab.stop()


def answer(stage, *slow):
    """Answer what is asked; of what takes long, only the slots that are named."""
    desk = stage.desk
    while ready := [
        slot for slot in desk.waiting if slot.removeprefix("infogan/") not in set(SLOW) - set(slow)
    ]:
        slot = ready[0]
        ticket, request = desk.waiting.pop(slot)
        failure = None
        try:
            for step in desk.engine.answer(request):
                stage.receive(Reply(ticket, slot, step, 0.001))
        except UserError as error:
            failure = Failure.of(error)
        stage.receive(Reply(ticket, slot, None, 0.0, failure, ended=True))


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
    return {command.id.removeprefix("infogan."): command for command in table.commands(stage.tab)}


def run(stage, name):
    """Do what a command does, which must be enabled, and answer."""
    command = commands(stage)[name]
    assert command.enabled(), name
    command.run()
    answer(stage)
