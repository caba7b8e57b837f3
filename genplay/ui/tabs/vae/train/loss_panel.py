"""A plot of losses under its title, with what the pointer reads beside it."""

from collections.abc import Sequence
from functools import partial

import numpy as np
from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from genplay.families.vae.live import LiveStep
from genplay.ui import text, theme
from genplay.ui.pace import Pace
from genplay.ui.tabs.memo import Memo
from genplay.ui.tabs.vae.train.loss_plot import Line, LossPlot
from genplay.ui.tabs.vae.train.scene import Scene
from genplay.ui.widgets.words import label

_NO_STEPS = np.zeros(0, np.int64)

_INTERVAL_MS = 200  # a curve of a thousand steps hardly changes sooner

Curve = tuple[str, str, str]
"""The attribute of ``Losses``, the name, the token of the colour."""


class LossPanel(QWidget):
    """Curves of what the steps paid.

    Args:
        title: What is shown, translated.
        curves: Which.
    """

    picked = Signal(int)

    def __init__(self, title: str, curves: Sequence[Curve]) -> None:
        super().__init__()
        self.plot = LossPlot(title)
        self._curves = tuple(curves)
        self._read = ""
        self._pace, self._shown = Pace(self, _INTERVAL_MS), Memo()
        self._title, self._beside = label("label", title), label("axis")
        self._arrange()
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show the losses up to the step on screen; while it plays, a few times a second."""
        if scene.playing:
            self._pace.call(partial(self._show, scene.result))
        else:
            self._pace.drop()
            self._show(scene.result)

    def _show(self, result: LiveStep | None) -> None:
        if not self._shown.changed(result):
            return
        if result is None:
            self.plot.set_lines(_NO_STEPS, ())
        else:
            self.plot.set_lines(result.losses.steps, self._lines(result))
        self._tell()

    def _lines(self, result: LiveStep) -> list[Line]:
        return [Line(name, token, getattr(result.losses, key)) for key, name, token in self._curves]

    @Slot(str)
    def _show_reading(self, words: str) -> None:
        self._read = words
        self._tell()

    def _tell(self) -> None:
        said = self.tr("nats, bold: mean of {count} steps")
        over = said.format(count=text.count(self.plot.smoothed()))
        self._beside.setText(self._read or (over if self.plot.smoothed() > 1 else self.tr("nats")))

    def _arrange(self) -> None:
        self.plot.read.connect(self._show_reading)
        self.plot.picked.connect(self.picked)
        self._head = QHBoxLayout()
        self._head.addWidget(self._title)
        self._head.addWidget(self._beside)
        self._head.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._head)
        self._column.addWidget(self.plot, 1)

    def _restyle(self) -> None:
        now = theme.current()
        self._head.setSpacing(now.px(8))
        self._column.setSpacing(now.px(2))

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and scale."""
        if event.type() == QEvent.Type.StyleChange:
            self._restyle()
        super().changeEvent(event)
