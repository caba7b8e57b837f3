"""Join one tab, its history and the worker.

Gestures become states, states become requests, replies become views.
"""

import time
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from genplay.engine.worker import Failure, Reply, Worker
from genplay.families.base import Family, Loading, Request, State
from genplay.ui.history import History
from genplay.ui.tabs.base import Tab

_PATIENCE_MS = 50  # answers usually come sooner; marking the view as waiting before that would only flicker


@dataclass(slots=True)
class _Slot:
    request: Request
    ticket: int
    oldest_welcome: float
    running: bool = True
    answered: bool = False
    aside: bool = False
    timed: int = 0
    seconds: float = 0.0
    since: float = field(default_factory=time.monotonic)

    @property
    def late(self) -> bool:
        return self.running and time.monotonic() - self.since > 0.9 * _PATIENCE_MS / 1000  # timers are coarse


class Stage(QObject):
    """What happens in one tab.

    Along a drag replies to its earlier points may pass by; after any other change an older ticket is never
    shown, and where the answer takes its time the view says that it is waiting.

    Args:
        family: Whose tab it is.
        tab: The view.
        worker: Answers requests.
        state: What the tab shows first.
    """

    changed = Signal()
    """The state, or what can be undone or redone, has changed."""
    activity = Signal()
    """Work has begun or ended, or an answer has come."""
    retrying = Signal()
    """What was refused is about to be asked again: failures that are remembered must be forgotten now."""

    def __init__(self, family: Family, tab: Tab, worker: Worker, state: State) -> None:
        super().__init__(tab)
        self.family = family
        self.tab = tab
        self.history: History[State] = History(state)
        self.last_seconds: float | None = None
        self.failure: Failure | None = None
        self._worker = worker
        self._slots: dict[str, _Slot] = {}
        self._awake = False
        self._dragging = False
        self._timed: str | None = None  # the slot whose time is told; None for any
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._show_waiting)
        tab.edited.connect(self.edit)
        tab.asked.connect(self.ask)
        tab.gesture_ended.connect(self._end_gesture)
        tab.retry_pressed.connect(self.retry)
        tab.show_state(state)

    @property
    def state(self) -> State:
        """The state now."""
        return self.history.state

    @property
    def awake(self) -> bool:
        """Whether the tab has been on screen, so that its state is being answered."""
        return self._awake

    @property
    def busy(self) -> bool:
        """Whether an answer is on its way."""
        return any(slot.running for slot in self._slots.values())

    @property
    def late(self) -> bool:
        """Whether an answer has been on its way for longer than a moment."""
        return any(slot.late for slot in self._slots.values())

    def wake(self) -> None:
        """Begin to ask: the tab is on screen."""
        if not self._awake:
            self._awake = True
            self._ask(in_drag=False)

    @Slot()
    def retry(self) -> None:
        """Ask everything again."""
        self.retrying.emit()
        self._slots = {name: slot for name, slot in self._slots.items() if slot.aside}
        self._ask(in_drag=False)

    def stop(self) -> None:
        """Drop all work on its way; what has been shown stays."""
        for name, slot in self._slots.items():
            if slot.running:
                self._worker.cancel(self._address(name))
                slot.running, slot.oldest_welcome = False, float("inf")
                if not slot.answered and not slot.aside:
                    self.tab.show_waiting(name)  # what is shown belongs to an older question
                self.tab.show_stopped(name)
        self.activity.emit()

    @Slot(object, str)
    def edit(self, state: State, gesture: str = "") -> None:
        """Enter a state that a gesture has made; see ``History.push``."""
        self.history.push(state, gesture)
        self._show(in_drag=gesture in self.tab.DRAGS)

    @Slot(str, object)
    def ask(self, name: str, request: Request) -> None:
        """Ask what no state stands for, such as what is in a file; the tab makes a state of the answer."""
        ticket = self._worker.submit(self._address(name), request)
        self._slots[name] = _Slot(request, ticket, ticket, aside=True)
        self._timed = name if self.tab.MAIN else None
        self._wait()
        self.activity.emit()

    @Slot()
    def undo(self) -> None:
        """Show the previous state; what goes on by itself would leave it at once."""
        self.tab.stop()
        self.history.undo()
        self._show(in_drag=False)

    @Slot()
    def redo(self) -> None:
        """Show the state that was undone last."""
        self.tab.stop()
        self.history.redo()
        self._show(in_drag=False)

    def receive(self, reply: Reply) -> None:
        """Show a reply, unless what it answers is no longer asked."""
        name = reply.slot.removeprefix(f"{self.family.id}/")
        slot = self._slots.get(name)
        if slot is None or reply.ticket < slot.oldest_welcome:
            return
        if reply.ended and reply.ticket == slot.ticket:
            slot.running = False
        if reply.failure is not None:
            slot.answered = True
            self.failure = reply.failure
            self.tab.show_failure(name, reply.failure)
        elif not reply.ended:
            self.failure = None
            if not isinstance(reply.value, Loading):
                slot.answered = True
                before = slot.seconds if slot.timed == reply.ticket else 0.0
                slot.timed, slot.seconds = reply.ticket, before + reply.seconds
                if self._timed in (None, name):
                    self.last_seconds = slot.seconds
            self.tab.show_result(name, reply.value)
        self.activity.emit()

    def _show(self, in_drag: bool) -> None:
        self.tab.show_state(self.state)
        if self._awake:
            self._ask(in_drag)
        self.changed.emit()

    def _ask(self, in_drag: bool) -> None:
        goes_on, self._dragging = in_drag and self._dragging, in_drag
        wanted = self.state.requests()
        for name in [name for name, slot in self._slots.items() if name not in wanted and not slot.aside]:
            self._worker.cancel(self._address(name))
            del self._slots[name]
            self.tab.show_nothing(name)
        asked = [
            name
            for name, request in wanted.items()
            if name not in self._slots or self._slots[name].request != request
        ]
        if asked:
            self._timed = next((name for name in self.tab.MAIN if name in asked), None)
        for name, request in wanted.items():
            before = self._slots.get(name)
            if before is not None and before.request == request:
                continue
            ticket = self._worker.submit(self._address(name), request)
            welcome: float = ticket
            if before is not None and in_drag:  # where the drag began is its first point
                welcome = before.oldest_welcome if goes_on else before.ticket
            self._slots[name] = slot = _Slot(request, ticket, welcome)
            if before is not None and before.running and not before.answered:
                slot.since = (
                    before.since
                )  # however often the question changes, the view has waited since then
            self._wait()
        self.activity.emit()

    def _wait(self) -> None:
        if not self._patience.isActive():
            self._patience.start()

    @Slot()
    def _end_gesture(self) -> None:
        self.history.seal()
        self._dragging = False
        self._wait()

    @Slot()
    def _show_waiting(self) -> None:
        for name, slot in self._slots.items():
            if slot.late and not slot.answered and not self._dragging:
                self.tab.show_waiting(name)
        if any(slot.running and not slot.late for slot in self._slots.values()):
            self._wait()
        self.activity.emit()

    def _address(self, name: str) -> str:
        return f"{self.family.id}/{name}"
