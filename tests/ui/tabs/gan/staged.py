"""The whole tab on a stage, answered by the true pipeline with networks of few units."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from genplay.engine.answer import Engine, Models
from genplay.engine.worker import Failure, Reply, Worker
from genplay.errors import UserError
from genplay.families.gan import FAMILY, GanLive, GanPlan, GanState, GanStep, Hyper, Net, Setup
from genplay.ui.bridge import Bridge
from genplay.ui.stage import Stage
from genplay.ui.tabs.gan import commands as table
from genplay.ui.tabs.gan.tab import GanTab

LEFT = Qt.MouseButton.LeftButton
SETUP = Setup(generator=Net(layers=1, units=8), discriminator=Net(layers=1, units=8))
LIVE = GanLive(plan=GanPlan.of(SETUP, Hyper(batch=20)))
SIZE = 1116, 668


class Desk:
    """A worker that answers when it is told to, newest first."""

    def __init__(self):
        self.engine = Engine(Models({}.__getitem__))
        self.waiting, self.tickets, self.asked = {}, 0, []

    def submit(self, slot, request):
        self.tickets += 1
        self.waiting[slot] = (self.tickets, request)
        self.asked.append((slot.removeprefix("gan/"), request))
        return self.tickets

    def cancel(self, slot):
        self.waiting.pop(slot, None)


@pytest.fixture
def stage(show):
    desk = Desk()
    tab = show(GanTab(), *SIZE)
    made = Stage(FAMILY, tab, desk, GanState(live=LIVE))
    made.desk = desk
    made.said = []
    tab.said.connect(lambda kind, words: made.said.append((kind, words)))
    made.wake()
    answer(made)
    yield made
    tab.stop()


def answer(stage):
    """Answer all that is asked; of what goes on by itself, the first steps."""
    desk = stage.desk
    while desk.waiting:
        slot = next(iter(desk.waiting))
        ticket, request = desk.waiting.pop(slot)
        failure = None
        try:
            for step in desk.engine.answer(request):
                stage.receive(Reply(ticket, slot, step, 0.001))
                since = getattr(request, "since", None)
                if since is not None and isinstance(step, GanStep) and step.step > since:
                    desk.waiting.setdefault("playing", (ticket, request))
                    break
        except UserError as error:
            failure = Failure.of(error)
        if desk.waiting.pop("playing", None) is None:
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
    return {command.id.removeprefix("gan."): command for command in table.commands(stage.tab)}


def run(stage, name):
    """Do what a command does, which must be enabled, and answer."""
    command = commands(stage)[name]
    assert command.enabled(), name
    command.run()
    answer(stage)


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
