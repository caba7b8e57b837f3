"""A drawing of ink and paper made and changed by hand: strokes, tools, examples, opened pictures."""

from collections.abc import Sequence
from typing import Protocol, cast

from PySide6.QtCore import QObject, Slot

from genplay.data import pictures
from genplay.families.base import Bits, Drawing
from genplay.families.pictures import Imported, drawing_of
from genplay.ui.tabs.base import Tab
from genplay.ui.tabs.drawing_column import DrawingColumn
from genplay.ui.widgets.strokes import BRUSHES


class Drawn(Protocol):
    """A tab's state that a pen can edit; it has ``threshold`` and ``tool`` besides."""

    @property
    def drawing(self) -> Drawing:
        """The picture."""
        ...

    @property
    def source(self) -> bytes | None:
        """The grey levels of the opened picture that it was made of; None once the pen has touched it."""
        ...

    @property
    def brush(self) -> int:
        """Diameter of the brush."""
        ...


class Pen(QObject):
    """Turns what is done in a column with a canvas into states of the tab.

    A subclass says which examples there are, and what is put away with a drawing.

    Args:
        tab: Whose state it edits, one as ``Drawn`` says.

    Attributes:
        drawing: Whether a stroke lasts.
    """

    def __init__(self, tab: Tab) -> None:
        super().__init__(tab)
        self.drawing = False
        self._tab = tab

    def listen(self, panel: DrawingColumn) -> None:
        """Take the gestures of a column."""
        panel.drawn.connect(self._take_stroke)
        panel.tool_chosen.connect(self.choose_tool)
        panel.brush_chosen.connect(self.choose_brush)
        panel.example_chosen.connect(self.choose_example)
        panel.next_pressed.connect(self.next_example)
        panel.threshold_moved.connect(self._move_threshold)
        panel.threshold_settled.connect(self._tab.gesture_ended)

    def take(self, drawing: Drawing, gesture: str = "") -> None:
        """Take a new drawing: what was asked about the old one is put away."""
        self._replace(gesture, drawing=drawing, source=None)

    def take_import(self, imported: Imported) -> None:
        """Take an opened picture; its threshold can be moved until the pen touches it."""
        source, threshold = imported.source, imported.threshold
        self._replace("", drawing=drawing_of(source, threshold), source=source, threshold=threshold)
        if imported.animated:
            self._tab.said.emit("info", self.tr("The picture moves: its first frame was taken."))

    @Slot()
    def clear(self) -> None:
        """Take all ink away."""
        self.take(Drawing.blank())

    @Slot()
    def invert(self) -> None:
        """Swap ink and paper."""
        self.take(Drawing.of(1 - self._drawn().drawing.pixels()))

    @Slot()
    def centre(self) -> None:
        """Place the drawing as MNIST places its digits."""
        self.take(Drawing.of(pictures.centre_and_scale(self._drawn().drawing.pixels())))

    @Slot()
    def next_example(self) -> None:
        """Take the example after the one that is shown."""
        self.choose_example(self._after(self._drawn().drawing))

    @Slot(int)
    def choose_example(self, index: int) -> None:
        """Take an example as the drawing."""
        self.take(Drawing.of(self._examples()[index]))

    @Slot(str)
    def choose_tool(self, tool: str) -> None:
        """Take up a tool."""
        self._tab.edit(tool=tool)

    @Slot(int)
    def choose_brush(self, brush: int) -> None:
        """Take a brush of this diameter."""
        self._tab.edit(brush=brush)

    def change_brush(self, by: int) -> None:
        """Take a larger or smaller brush."""
        self._tab.edit(brush=min(max(self._drawn().brush + by, BRUSHES[0]), BRUSHES[-1]))

    def _drawn(self) -> Drawn:
        return cast("Drawn", self._tab.state)

    def _examples(self) -> Sequence[Bits]:
        """Return the pictures that can be taken, in their order."""
        raise NotImplementedError

    def _replace(self, gesture: str, **values: object) -> None:
        """Edit what is drawn, and with it put away what was asked about the old drawing."""
        raise NotImplementedError

    def _lead(self) -> None:
        """Have nothing else go on while the hand draws."""

    def _after(self, drawing: Drawing) -> int:
        """Return the example after a drawing, the first where it is none."""
        pixels, examples = drawing.pixels(), self._examples()
        shown = [index for index, bits in enumerate(examples) if (bits == pixels).all()]
        return (shown[0] + 1) % len(examples) if shown else 0

    def _begin_or_end(self, finished: bool) -> None:
        self.drawing = not finished
        self._lead()

    @Slot(object, bool)
    def _take_stroke(self, bits: Bits, finished: bool) -> None:
        self._begin_or_end(finished)
        self.take(Drawing.of(bits), "stroke")
        if finished:
            self._tab.gesture_ended.emit()

    @Slot(float)
    def _move_threshold(self, level: float) -> None:
        source = self._drawn().source
        if source is not None:
            threshold = round(level)
            self._replace("threshold", threshold=threshold, drawing=drawing_of(source, threshold))
