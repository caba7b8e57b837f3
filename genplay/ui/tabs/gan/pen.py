"""What the brush means: a distribution is drawn, and becomes what is learnt."""

from dataclasses import replace
from typing import cast

from PySide6.QtCore import QObject, Signal, Slot

from genplay.families.gan import MOST_POINTS, GanState, Point, erased, stroked
from genplay.ui import text
from genplay.ui.tabs.base import Tab

BRUSHES = (1, 5)
"""The least and the most of a brush."""


class Pen(QObject):
    """Edits ``drawing`` of a ``GanState``, and what it is drawn with.

    Args:
        tab: Whose state it edits.
    """

    began = Signal()
    """A drawing is begun, or learnt: what plays is to rest."""

    def __init__(self, tab: Tab) -> None:
        super().__init__(tab)
        self._tab = tab
        self._full = False

    @property
    def drawing(self) -> bool:
        """Whether a distribution is being drawn."""
        return self._state.drawing is not None

    @Slot()
    def begin(self) -> None:
        """Draw: what was drawn and learnt before is there to go on with."""
        self.began.emit()
        self._tab.edit(drawing=self._state.live.plan.setup.points, phase=None)

    @Slot(object, object, bool)
    def stroke(self, start: Point, end: Point, erase: bool) -> None:
        """Add what a stroke touches on its way, or take it away."""
        state = self._state
        points = (erased if erase else stroked)(state.drawing or (), start, end, state.brush)
        if not erase and len(points) == MOST_POINTS and not self._full:
            said = self.tr("A drawing has at most {count} points: erase some, or take a smaller brush.")
            self._tab.said.emit("info", said.format(count=text.count(MOST_POINTS)))
        self._full = len(points) == MOST_POINTS
        self._tab.edit("stroke", drawing=points)

    @Slot(str)
    def choose_tool(self, tool: str) -> None:
        """Draw or erase with the left button."""
        self._tab.edit(tool=tool)

    @Slot(int)
    def choose_brush(self, width: int) -> None:
        """Take a brush of another width."""
        self._tab.edit(brush=min(max(width, BRUSHES[0]), BRUSHES[1]))

    def change_brush(self, by: int) -> None:
        """Take a wider or a narrower brush."""
        self.choose_brush(self._state.brush + by)

    @Slot()
    def clear(self) -> None:
        """Begin with an empty plane."""
        self._full = False
        self._tab.edit(drawing=())

    @Slot()
    def cancel(self) -> None:
        """Go back to what is learnt."""
        self._tab.edit(drawing=None)

    @Slot()
    def apply(self) -> None:
        """Learn what was drawn; without a point, say so."""
        state = self._state
        if not state.drawing:
            said = self.tr("Nothing is drawn yet: draw where the real points should be.")
            self._tab.said.emit("info", said)
            return
        self.began.emit()
        after = self._state.applied()
        if after.live.plan.setup == state.live.plan.setup:
            after = replace(state, drawing=None)  # what was learnt already goes on
        self._tab.edit(live=after.live, phase=after.phase, drawing=after.drawing)

    @property
    def _state(self) -> GanState:
        return cast("GanState", self._tab.state)
