"""A drawing made and changed by hand whose greys are kept, in every tab where greys are read."""

from collections.abc import Sequence
from typing import Protocol, cast

import numpy as np
from PySide6.QtCore import Slot

from genplay.families.base import Bits, Drawing
from genplay.families.pictures import Imported
from genplay.ui.tabs import pen
from genplay.ui.tabs.base import Tab
from genplay.ui.tabs.drawing_column import DrawingColumn
from genplay.ui.widgets.pixels import Indices

_HALF = 128  # from this grey on, what is drawn is ink
_INK = 255


class Levelled(Protocol):
    """A tab's state whose drawing may have greys."""

    @property
    def drawing(self) -> Drawing:
        """The picture in ink and paper."""
        ...

    @property
    def levels(self) -> bytes | None:
        """Its greys, 784 bytes, 255 = ink; None where it has none but these two."""
        ...


def greys(state: Levelled) -> Indices:
    """Return the greys of the drawing, (28, 28), 0 paper to 255 ink."""
    if state.levels is not None:
        return np.frombuffer(state.levels, np.uint8).reshape(28, 28)
    return state.drawing.pixels() * np.uint8(_INK)


class LevelsPen(pen.Pen):
    """Turns what is done in a column with a canvas into states of a tab.

    Args:
        tab: Whose state it edits; that is a ``Levelled``.
        panel: Where the hand draws.
        examples: Grey pictures to take, in their order.
    """

    def __init__(self, tab: Tab, panel: DrawingColumn, examples: Sequence[Bits]) -> None:
        super().__init__(tab)
        self._pictures = list(examples)
        self.listen(panel)

    def take(self, drawing: Drawing, gesture: str = "") -> None:
        """Take a new drawing of ink and paper."""
        self._replace(gesture, drawing=drawing, levels=None)

    def take_levels(self, levels: Indices, gesture: str = "") -> None:
        """Take a grey picture, (28, 28), 255 = ink; of ink and paper only, it is a drawing."""
        drawing = Drawing.of(levels >= _HALF)
        grey = not np.isin(levels, (0, _INK)).all()
        self._replace(gesture, drawing=drawing, levels=levels.astype(np.uint8).tobytes() if grey else None)

    def take_import(self, imported: Imported) -> None:
        """Take an opened picture with the greys that it has."""
        self.take_levels(np.frombuffer(imported.source, np.uint8).reshape(28, 28))
        if imported.animated:
            self._tab.said.emit("info", self.tr("The picture moves: its first frame was taken."))

    @Slot()
    def invert(self) -> None:
        """Swap ink and paper."""
        self.take_levels(_INK - self._greys())

    @Slot()
    def next_example(self) -> None:
        """Take the example after the one that is shown."""
        shown = self._greys()
        known = [at for at, one in enumerate(self._pictures) if np.array_equal(one, shown)]
        self.choose_example((known[0] + 1) % len(self._pictures) if known else 0)

    @Slot(int)
    def choose_example(self, index: int) -> None:
        """Take an example as the drawing."""
        self.take_levels(self._pictures[index])

    def _greys(self) -> Indices:
        return greys(cast("Levelled", self._tab.state))

    def _replace(self, gesture: str, **values: object) -> None:
        self._tab.edit(gesture, **values)

    def _lead(self) -> None:
        self._tab.stop()  # what plays beside it would cut the stroke into many steps

    @Slot(object, bool)
    def _take_stroke(self, bits: Bits, finished: bool) -> None:
        self._begin_or_end(finished)
        self.take_levels(bits, "stroke")
        if finished:
            self._tab.gesture_ended.emit()
