"""The drawing that Q reads, made and changed by hand; an opened picture keeps its greys."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import Slot

from genplay.families.base import Bits, Drawing
from genplay.families.infogan import InfoGanState, Made
from genplay.families.pictures import Imported
from genplay.ui.tabs import pen
from genplay.ui.tabs.base import Tab
from genplay.ui.tabs.infogan.reader_panel import ReaderPanel, shown
from genplay.ui.widgets.pixels import Indices, levels

_HALF = 128  # from this grey on, what is drawn is ink


class Pen(pen.Pen):
    """Turns what is done in the reader's panel into states of the tab.

    Args:
        tab: Whose state it edits; that is an ``InfoGanState``.
        panel: Where the hand draws.
        examples: Grey pictures to take, in their order.
    """

    def __init__(self, tab: Tab, panel: ReaderPanel, examples: Sequence[Bits]) -> None:
        super().__init__(tab)
        self._pictures = list(examples)
        self.listen(panel)

    def take(self, drawing: Drawing, gesture: str = "") -> None:
        """Take a new drawing of ink and paper."""
        self._replace(gesture, drawing=drawing, levels=None)

    def take_levels(self, greys: Indices, gesture: str = "") -> None:
        """Take a grey picture, (28, 28), 255 = ink; of ink and paper only, it is a drawing."""
        drawing = Drawing.of(greys >= _HALF)
        grey = not np.isin(greys, (0, 255)).all()
        self._replace(gesture, drawing=drawing, levels=greys.astype(np.uint8).tobytes() if grey else None)

    def take_made(self, made: Made) -> None:
        """Take a generated picture."""
        self.take_levels(levels(made.ink, 0, 1))

    def take_import(self, imported: Imported) -> None:
        """Take an opened picture with the greys that it has."""
        self.take_levels(np.frombuffer(imported.source, np.uint8).reshape(28, 28))
        if imported.animated:
            self._tab.said.emit("info", self.tr("The picture moves: its first frame was taken."))

    @Slot()
    def invert(self) -> None:
        """Swap ink and paper."""
        self.take_levels(255 - self._greys())

    @Slot()
    def next_example(self) -> None:
        """Take the example after the one that is shown."""
        greys = self._greys()
        known = [at for at, one in enumerate(self._pictures) if np.array_equal(one, greys)]
        self.choose_example((known[0] + 1) % len(self._pictures) if known else 0)

    @Slot(int)
    def choose_example(self, index: int) -> None:
        """Take an example as the drawing."""
        self.take_levels(self._pictures[index])

    def _greys(self) -> Indices:
        state = self._tab.state
        assert isinstance(state, InfoGanState)
        return shown(state)

    def _replace(self, gesture: str, **values: object) -> None:
        self._tab.edit(gesture, **values)

    def _lead(self) -> None:
        self._tab.stop()  # a sweep beside it would cut the stroke into many steps

    @Slot(object, bool)
    def _take_stroke(self, bits: Bits, finished: bool) -> None:
        self._begin_or_end(finished)
        self.take_levels(bits, "stroke")
        if finished:
            self._tab.gesture_ended.emit()
