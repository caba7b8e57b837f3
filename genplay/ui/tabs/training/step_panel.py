"""A plot of what the steps paid under its title, with what the pointer reads beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from genplay.ui import text, theme
from genplay.ui.pace import Pace
from genplay.ui.tabs.memo import Memo
from genplay.ui.tabs.training.step_plot import Line, Reference, StepPlot
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.words import label, size_of

_GAP = 8  # px between the title and what is beside it
_INTERVAL_MS = 200  # a curve of a thousand steps hardly changes sooner


@dataclass(frozen=True, slots=True, eq=False)
class Curves:
    """What is drawn.

    Attributes:
        steps: Steps taken up to the end of each block, (R,).
        lines: Values of the blocks.
        references: What theory knows of them.
    """

    steps: NDArray[np.integer]
    lines: Sequence[Line]
    references: Sequence[Reference] = ()


_NONE = Curves(np.zeros(0, np.int64), ())


class StepPanel(Dressed):
    """A plot with its title.

    Args:
        title: What is shown, translated.
        plot: The plot; by default one of losses.
        unit: What the values are in, translated; said beside the title. By default "nats".
    """

    picked = Signal(int)

    def __init__(self, title: str, plot: StepPlot | None = None, unit: str = "") -> None:
        super().__init__()
        self.plot = plot or StepPlot(title)
        self._unit, self._read = unit, ""
        self._pace, self._shown = Pace(self, _INTERVAL_MS), Memo()
        self._title, self._beside = label("label", title), label("axis")
        self._arrange()
        self._restyle()

    def set_unit(self, unit: str) -> None:
        """Say what the values are in; "" means nats."""
        self._unit = unit
        self._tell()

    def show_curves(self, curves: Curves | None, source: object, *, playing: bool) -> None:
        """Show curves; those of the same source are not drawn again.

        Args:
            curves: What is drawn, or None.
            source: What they were made of.
            playing: Whether more are on their way: a few a second are shown then.
        """
        if playing:
            self._pace.call(partial(self._show, curves, source))
        else:
            self._pace.drop()
            self._show(curves, source)

    def _show(self, curves: Curves | None, source: object) -> None:
        if not self._shown.changed(source, curves is None):
            return
        shown = curves or _NONE
        self.plot.set_lines(shown.steps, shown.lines, shown.references)
        self._tell()

    @Slot(str)
    def _show_reading(self, words: str) -> None:
        self._read = words
        self._tell()

    def _tell(self) -> None:
        self._beside.setText(self._read or self._said())

    def _said(self) -> str:
        """Return the unit, and what bold means as far as there is room for it."""
        unit = self._unit or self.tr("nats")
        if not self.plot.smooths:
            return unit
        count = text.count(self.plot.smoothed())
        room = self.width() - size_of("label", self._title.text()).width() - theme.current().px(_GAP)
        for said in (
            self.tr("{unit}, bold: mean of {count} steps"),
            self.tr("{unit}, mean of {count} steps"),
        ):
            words = said.format(unit=unit, count=count)
            if size_of("axis", words).width() <= room:
                return words
        return unit

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
        self._head.setSpacing(now.px(_GAP))
        self._column.setSpacing(now.px(2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._tell()
