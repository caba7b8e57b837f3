"""A scene to show, and a desk to draw on without a window."""

from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from genplay.families.autoregressive import PIXELS, AutoregressiveState, Comparison, Conditionals, Samples
from genplay.families.base import Drawing
from genplay.ui.history import History
from genplay.ui.tabs.autoregressive.scene import Scene

PIXEL = 28 * 7 + 12  # row 8, column 13
DRAWING = Drawing.of((np.arange(PIXELS) % 28 == 12).reshape(28, 28))  # a line down column 13


@pytest.fixture
def scene(score: Callable[..., Conditionals]) -> Callable[..., Scene]:
    """Return a function that makes a scene in which a line is drawn and answered.

    Its arguments are the state's values, ``answered`` False for a scene that waits, ``sampled`` for the
    number of pixels of the completions that are there, and those of ``Scene``.
    """

    def make(answered: bool = True, sampled: int | None = None, **values: object) -> Scene:
        parts = {name: values.pop(name) for name in ("hovered", "phase", "playing") if name in values}
        state = AutoregressiveState(**{"drawing": DRAWING, **values})  # type: ignore[arg-type]
        result = score("nade", state.drawing) if answered else None
        if result is not None and state.flip is not None:
            flipped = score("nade", state.drawing.flipped(state.flip))
            parts["comparison"] = Comparison(state.flip, result, flipped)
        if sampled is not None:
            pixels = np.tile(state.drawing.flat(), (8, 1))
            parts["samples"] = Samples(
                np.arange(PIXELS), state.sample_from or 0, sampled, pixels, state.temperature
            )
        return Scene(state, result, **parts)  # type: ignore[arg-type]

    return make


class Desk(QWidget):
    """A tab as far as a pen knows it: its state is what was last asked for, and every step can be undone.

    Attributes:
        history: The states that it has been in.
        views: What shows a new state, each a function of it.
        notices: What was said in the corner: kinds with sentences.
        pauses: How often the walk was told to stand still.
        forgotten: How often the pointer was.
    """

    said = Signal(str, str)
    gesture_ended = Signal()
    activity = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.history = History(AutoregressiveState())
        self.views: list[Callable[[AutoregressiveState], None]] = []
        self.notices: list[tuple[str, str]] = []
        self.pauses = self.forgotten = 0
        self.walk = SimpleNamespace(player=SimpleNamespace(pause=self._pause))
        self.said.connect(self._hear)
        self.gesture_ended.connect(self.history.seal)

    @property
    def state(self) -> AutoregressiveState:
        return self.history.state

    def begin(self, **values: object) -> None:
        """Begin with a state of these values; it is the first that undo knows."""
        self.history.__init__(replace(self.state, **values))  # type: ignore[misc, arg-type]
        self._show()

    def edit(self, gesture: str = "", **values: object) -> None:
        self.history.push(replace(self.state, **values), gesture)  # type: ignore[arg-type]
        self._show()

    def undo(self) -> AutoregressiveState:
        self.history.undo()
        self._show()
        return self.state

    def forget_pointer(self) -> None:
        self.forgotten += 1

    def _show(self) -> None:
        for view in self.views:
            view(self.state)

    def _pause(self) -> None:
        self.pauses += 1

    def _hear(self, kind: str, sentence: str) -> None:
        self.notices.append((kind, sentence))


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    """Return a desk with nothing drawn."""
    made = Desk()
    qtbot.addWidget(made)
    return made
