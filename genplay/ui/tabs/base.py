"""What every tab is: a view that shows a state and replies, and reports gestures."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication

from genplay.engine.worker import Failure
from genplay.families.base import Loading, State
from genplay.ui.commands import Command
from genplay.ui.tabs.part import Part
from genplay.ui.translation import sentence
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.header import Header
from genplay.ui.widgets.heat_map import HeatMap

_REST_MS = 1000  # presses of a key or an arrow within a second are one step of the history


class Tab(Dressed):
    """A family's view. It holds no truth: the state comes from outside, and every gesture goes there first.

    Subclasses call ``edited.emit(new_state, gesture)`` for a gesture, where ``gesture`` names a continuous
    one ("stroke") and is "" for a single act, and ``gesture_ended.emit()`` when a continuous one is over.

    Attributes:
        DRAGS: Names of the gestures along which the answers to earlier points are worth seeing.
        MAIN: Slots whose answers are what the user looks at, the first one most: the time of the first that
            a change asks anew is told in the status bar; where none is, that of whatever came last.
        header: The first line of the sheet; the window adds its buttons there.
    """

    DRAGS: ClassVar[frozenset[str]] = frozenset()
    MAIN: ClassVar[tuple[str, ...]] = ()

    edited = Signal(object, str)
    gesture_ended = Signal()
    asked = Signal(str, object)
    """A request that no state stands for, and the slot for its answer: what is in a file."""
    retry_pressed = Signal()
    activity = Signal()
    """What ``work()`` says has changed."""
    said = Signal(str, str)
    """A quiet notice for the corner: its kind ("info", "warn", "error") and its sentence."""

    header: Header

    def __init__(self) -> None:
        super().__init__()
        self._parts: dict[str, Part] = {}
        self._failed: dict[str, Failure] = {}  # what went wrong last, by slot
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.gesture_ended)

    @property
    def state(self) -> State:
        """What is shown."""
        raise NotImplementedError

    def edit(self, gesture: str = "", **values: object) -> None:
        """Ask for a state with these values; see ``edited``."""
        self._rest.stop()  # or it would end a stroke that has begun meanwhile
        self.edited.emit(replace(self.state, **values), gesture)

    def edit_while_busy(self, gesture: str, **values: object) -> None:
        """Ask for a state that belongs to a gesture which ends when the hand rests."""
        self.edit(gesture, **values)
        self._rest.start()

    def add_part(self, part: Part, *slots: str) -> None:
        """Have a part show the answers in these slots, of which "score/" is every slot that begins so."""
        part.said.connect(self.said)
        for slot in slots:
            self._parts[slot] = part

    def help_out(self, views: Mapping[HeatMap, str]) -> None:
        """Have the buttons of the errors that stand in the places of pictures do what they say.

        Args:
            views: By each view the slot whose error it shows.
        """
        for view, slot in views.items():
            view.retry_pressed.connect(self.retry_pressed)
            view.copy_pressed.connect(partial(self._copy_details, slot))

    def commands(self) -> Sequence[Command]:
        """Return the tab's own commands, for menus and palette."""
        return ()

    def adopt_actions(self, action: Callable[[str], QAction]) -> None:
        """Put buttons where they are needed for commands that ``action`` gives by id."""

    def show_state(self, state: State) -> None:
        """Show what the user has set."""
        raise NotImplementedError

    def show_result(self, slot: str, result: object) -> None:
        """Show a step of the answer to what the state asks in ``slot``."""
        if not isinstance(result, Loading):
            self._failed.pop(slot, None)
            part, name = self._part(slot)
            part.show_result(name, result)

    def show_waiting(self, slot: str) -> None:
        """Say that the answer is on its way, and show no number that belongs to an older one."""
        part, name = self._part(slot)
        part.show_waiting(name)

    def show_nothing(self, slot: str) -> None:
        """Remove what was shown: the state asks nothing in ``slot`` any more."""
        self._failed.pop(slot, None)
        part, name = self._part(slot)
        part.show_nothing(name)

    def show_stopped(self, slot: str) -> None:
        """Show that the user stopped the work in ``slot``."""
        part, name = self._part(slot)
        part.show_stopped(name)

    def show_failure(self, slot: str, failure: Failure) -> None:
        """Show the error where the answer would have been."""
        self._failed[slot] = failure
        part, name = self._part(slot)
        part.show_failure(name, failure)

    def set_projector(self, on: bool) -> None:
        """Show only what a class in the last row can read, or everything."""

    def device(self) -> str:
        """Return where the last answer was computed, in words; "" before the first one."""
        return ""

    def work(self) -> str:
        """Return what is going on by itself, such as playing, in words; "" for nothing."""
        return ""

    def settled(self) -> bool:
        """Tell whether all that was answered is shown; ``activity`` is emitted when it becomes so."""
        return True

    def stop(self) -> None:
        """End what ``work()`` names."""

    def open_picture(self, path: Path) -> None:
        """Take an opened or dropped picture."""

    def paste_picture(self, content: bytes) -> None:
        """Take the clipboard's picture, in a file's bytes."""

    def _copy_details(self, slot: str) -> None:
        """Put what went wrong in a slot into the clipboard, for a report."""
        if (failure := self._failed.get(slot)) is not None:
            QGuiApplication.clipboard().setText(f"{sentence(failure)}\n\n{failure.details}".strip())
            self.said.emit("info", self.tr("What happened is in the clipboard."))

    def _part(self, slot: str) -> tuple[Part, str]:
        """Return what shows the answers in a slot, and the slot's name there."""
        root, slash, name = slot.partition("/")
        return self._parts[root + slash], name or root
