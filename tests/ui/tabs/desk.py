"""A whole tab on a stage, answered by the true pipeline when a test tells it to."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from genplay.engine.answer import Engine, Models
from genplay.engine.worker import Failure, Reply
from genplay.errors import UserError
from genplay.families.base import Family, State
from genplay.ui.stage import Stage
from genplay.ui.tabs.base import Tab

LEFT = Qt.MouseButton.LeftButton


class Desk:
    """A worker that answers when it is told to, the oldest question first.

    Args:
        models: Loads a model by its name.
        slow: Slots that are answered only when a test asks for them.
        rests: Tells of a request and its step whether the answer, which goes on by itself, rests there.
    """

    def __init__(
        self,
        models: Callable,
        slow: tuple[str, ...] = (),
        rests: Callable[[object, object], bool] = lambda _request, _step: False,
    ):
        self.engine = Engine(Models(models))
        self.slow, self.rests = slow, rests
        self.waiting, self.tickets, self.asked = {}, 0, []

    def submit(self, slot, request):
        self.tickets += 1
        self.waiting[slot] = (self.tickets, request)
        self.asked.append((_own(slot), request))
        return self.tickets

    def cancel(self, slot):
        self.waiting.pop(slot, None)


def staged(family: Family, tab: Tab, desk: Desk, state: State) -> Iterator[Stage]:
    """Yield a tab that is shown and answered; ``stage.desk`` answers, ``stage.said`` is what it said."""
    stage = Stage(family, tab, desk, state)
    stage.desk, stage.said = desk, []
    tab.said.connect(lambda kind, words: stage.said.append((kind, words)))
    stage.wake()
    answer(stage)
    yield stage
    tab.stop()


def answer(stage, *wanted):
    """Answer what is asked; of what takes long, only the slots that are wanted."""
    desk = stage.desk
    left_out = set(desk.slow) - set(wanted)
    while ready := [slot for slot in desk.waiting if _own(slot) not in left_out]:
        _answer(stage, ready[0], *desk.waiting.pop(ready[0]))


def _answer(stage, slot, ticket, request):
    desk, failure = stage.desk, None
    try:
        for step in desk.engine.answer(request):
            stage.receive(Reply(ticket, slot, step, 0.001))
            if desk.rests(request, step):
                return
    except UserError as error:
        failure = Failure.of(error)
    stage.receive(Reply(ticket, slot, None, 0.0, failure, ended=True))


def button(stage, words, part=None):
    """The one visible button of these words, in the tab or a part of it."""
    buttons = (part or stage.tab).findChildren(QAbstractButton)
    found = [one for one in buttons if words in (one.text(), one.accessibleName()) and one.isVisible()]
    assert len(found) == 1, f"{len(found)} of {words!r}"
    return found[0]


def press(stage, words, part=None):
    """Click the visible button of these words, and answer."""
    QTest.mouseClick(button(stage, words, part), LEFT)
    answer(stage)


def commands(stage):
    """The tab's commands by id, without that of the tab."""
    return {command.id.split(".", 1)[1]: command for command in stage.tab.commands()}


def run(stage, name):
    """Do what a command does, which must be enabled, and answer."""
    command = commands(stage)[name]
    assert command.enabled(), name
    command.run()
    answer(stage)


def _own(slot):
    return slot.split("/", 1)[1]
