"""A tab that a walk edits: its state is what was last asked for."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class FakeTab(QWidget):
    """Remembers the gestures too, and how often one ended."""

    gesture_ended = Signal()
    activity = Signal()
    said = Signal(str, str)

    def __init__(self, state):
        super().__init__()
        self.state, self.gestures, self.ended = state, [], 0
        self.gesture_ended.connect(self._end)

    def _end(self):
        self.ended += 1

    def edit(self, gesture="", **values):
        self.gestures.append(gesture)
        self.state = replace(self.state, **values)

    edit_while_busy = edit
