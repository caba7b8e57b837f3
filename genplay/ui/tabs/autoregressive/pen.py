"""The drawing made and changed by hand: strokes, tools, examples, opened pictures."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from genplay.data import pictures
from genplay.families.base import Bits, Drawing
from genplay.families.pictures import Imported, drawing_of
from genplay.ui.tabs.autoregressive.drawing_panel import DrawingPanel

if TYPE_CHECKING:
    from genplay.ui.tabs.autoregressive.tab import AutoregressiveTab

_LARGEST = 5  # pixels of a brush


class Pen(QObject):
    """Turns what is done in a drawing panel into states of the tab.

    Args:
        tab: Whose state it edits.
        examples: The pictures that can be taken, in their order.
    """

    def __init__(self, tab: "AutoregressiveTab", examples: list[Bits]) -> None:
        super().__init__(tab)
        self.drawing = False
        self._tab = tab
        self._examples = examples

    def listen(self, panel: DrawingPanel) -> None:
        """Take the gestures of a panel."""
        panel.drawn.connect(self._take_stroke)
        panel.painted.connect(self._take_region)
        panel.tool_chosen.connect(self.choose_tool)
        panel.brush_chosen.connect(self.choose_brush)
        panel.example_chosen.connect(self.choose_example)
        panel.next_pressed.connect(self.next_example)
        panel.threshold_moved.connect(self._move_threshold)
        panel.threshold_settled.connect(self._tab.gesture_ended)

    def take(self, drawing: Drawing, gesture: str = "") -> None:
        """Take a new drawing: what was asked about the old one is put away."""
        self._tab.edit(gesture, drawing=drawing, source=None, flip=None, sample_from=None)

    def take_import(self, imported: Imported) -> None:
        """Take an opened picture; its threshold can be moved until the pen touches it."""
        source, threshold = imported.source, imported.threshold
        drawing = drawing_of(source, threshold)
        self._tab.edit(drawing=drawing, source=source, threshold=threshold, flip=None, sample_from=None)
        if imported.animated:
            self._tab.said.emit("info", self.tr("The picture moves: its first frame was taken."))

    @Slot()
    def clear(self) -> None:
        """Take all ink away."""
        self.take(Drawing.blank())

    @Slot()
    def clear_region(self) -> None:
        """Let completions follow the cursor again."""
        self._tab.edit(region=Drawing.blank(), sample_from=None)

    @Slot()
    def invert(self) -> None:
        """Swap ink and paper."""
        self.take(Drawing.of(1 - self._tab.state.drawing.pixels()))

    @Slot()
    def centre(self) -> None:
        """Place the drawing as MNIST places its digits."""
        self.take(Drawing.of(pictures.centre_and_scale(self._tab.state.drawing.pixels())))

    @Slot()
    def next_example(self) -> None:
        """Take the example after the one that is shown."""
        pixels = self._tab.state.drawing.pixels()
        shown = [index for index, bits in enumerate(self._examples) if (bits == pixels).all()]
        self.choose_example((shown[0] + 1) % len(self._examples) if shown else 0)

    @Slot(int)
    def choose_example(self, index: int) -> None:
        """Take an example as the drawing."""
        self.take(Drawing.of(self._examples[index]))

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
        self._tab.edit(brush=min(max(self._tab.state.brush + by, 1), _LARGEST))

    @Slot(object, bool)
    def _take_stroke(self, bits: Bits, finished: bool) -> None:
        self._begin_or_end(finished)
        self.take(Drawing.of(bits), "stroke")
        if finished:
            self._tab.gesture_ended.emit()

    @Slot(object, bool)
    def _take_region(self, bits: Bits, finished: bool) -> None:
        self._begin_or_end(finished)
        self._tab.edit("region", region=Drawing.of(bits), sample_from=None)
        if finished:
            self._tab.gesture_ended.emit()

    def _begin_or_end(self, finished: bool) -> None:
        self.drawing = not finished
        self._tab.walk.player.pause()  # the hand leads: a walk beside it would cut the stroke into many steps
        self._tab.forget_pointer()

    @Slot(float)
    def _move_threshold(self, level: float) -> None:
        source = self._tab.state.source
        if source is not None:
            drawing = drawing_of(source, round(level))
            self._tab.edit("threshold", threshold=round(level), drawing=drawing, flip=None, sample_from=None)
