"""The painting that D judges, made and changed by hand: strokes, examples, opened pictures, samples."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QObject, Slot

from genplay.data.avatars.examples import first_picture
from genplay.data.pictures import background
from genplay.families.dcgan import PAINTED, DcganState
from genplay.families.pictures import Imported
from genplay.ui.tabs.base import Tab
from genplay.ui.tabs.dcgan.paint_column import PaintColumn
from genplay.ui.widgets.pixels import Indices

_SHAPE = (PAINTED, PAINTED, 3)


def painting(state: DcganState) -> Indices:
    """Return the colours of the painting, (64, 64, 3)."""
    if state.painting is None:
        return first_picture()
    return np.frombuffer(state.painting, np.uint8).reshape(_SHAPE)


class PaintingPen(QObject):
    """Turns what is done in a column with a painting into states of the tab.

    Args:
        tab: Whose state it edits; that is a ``DcganState``.
        panel: Where the hand paints.
        pictures: Pictures to take, in their order, (64, 64, 3).
    """

    def __init__(self, tab: Tab, panel: PaintColumn, pictures: Sequence[Indices]) -> None:
        super().__init__(tab)
        self._tab = tab
        self._pictures = list(pictures)
        panel.painted.connect(self._take_stroke)
        panel.tool_chosen.connect(self._choose_tool)
        panel.brush_chosen.connect(self._choose_brush)
        panel.paint_chosen.connect(self._choose_paint)
        panel.example_chosen.connect(self.choose_example)
        panel.next_pressed.connect(self.next_example)

    def take(self, pixels: Indices, gesture: str = "") -> None:
        """Take a picture, (64, 64, 3), as the painting."""
        self._tab.edit(gesture, painting=pixels.astype(np.uint8).tobytes())

    def take_import(self, imported: Imported) -> None:
        """Take an opened picture, which was asked for in colours and of a painting's sides."""
        assert imported.colours is not None
        self.take(np.frombuffer(imported.colours, np.uint8).reshape(_SHAPE))
        if imported.animated:
            self._tab.said.emit("info", self.tr("The picture moves: its first frame was taken."))

    @Slot()
    def clear(self) -> None:
        """Leave nothing but the background."""
        self.take(np.broadcast_to(background(self._shown()), _SHAPE))

    @Slot()
    def invert(self) -> None:
        """Take the opposite of every colour."""
        self.take(255 - self._shown())

    @Slot()
    def next_example(self) -> None:
        """Take the example after the one that is shown."""
        shown = self._shown()
        known = [at for at, one in enumerate(self._pictures) if np.array_equal(one, shown)]
        self.choose_example((known[0] + 1) % len(self._pictures) if known else 0)

    @Slot(int)
    def choose_example(self, index: int) -> None:
        """Take an example as the painting."""
        self.take(self._pictures[index])

    def _shown(self) -> Indices:
        state = self._tab.state
        assert isinstance(state, DcganState)
        return painting(state)

    @Slot(object, bool)
    def _take_stroke(self, pixels: Indices, finished: bool) -> None:
        self._tab.stop()  # what plays beside it would cut the stroke into many steps
        self.take(pixels, "stroke")
        if finished:
            self._tab.gesture_ended.emit()

    @Slot(str)
    def _choose_tool(self, tool: str) -> None:
        self._tab.edit(tool=tool)

    @Slot(int)
    def _choose_brush(self, brush: int) -> None:
        self._tab.edit(brush=brush)

    @Slot(int)
    def _choose_paint(self, paint: int) -> None:
        """Take a colour, and with it the pen where it was the eraser."""
        state = self._tab.state
        assert isinstance(state, DcganState)
        self._tab.edit(paint=paint, tool="pen" if state.tool == "eraser" else state.tool)
