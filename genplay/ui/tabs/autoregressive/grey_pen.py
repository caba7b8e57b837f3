"""The grey picture made and changed by hand: strokes, the pen's grey, examples, opened pictures."""

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Slot

from genplay.families.autoregressive import GreyPicture
from genplay.families.base import Bits
from genplay.families.pictures import Imported
from genplay.ui.tabs.autoregressive.grey.drawing import GreyDrawing

if TYPE_CHECKING:
    from genplay.ui.tabs.autoregressive.tab import AutoregressiveTab


class GreyPen(QObject):
    """Turns what is done in the grey page's drawing panel into states of the tab.

    Args:
        tab: Whose state it edits.
        examples: The pictures that can be taken, in their order.
    """

    def __init__(self, tab: "AutoregressiveTab", examples: list[Bits]) -> None:
        super().__init__(tab)
        self.drawing = False
        self._tab = tab
        self._examples = examples

    def listen(self, panel: GreyDrawing) -> None:
        """Take the gestures of a panel."""
        panel.drawn.connect(self._take_stroke)
        panel.tool_chosen.connect(self._tab.pen.choose_tool)
        panel.brush_chosen.connect(self._tab.pen.choose_brush)
        panel.level_moved.connect(self._choose_level)
        panel.example_chosen.connect(self.choose_example)
        panel.next_pressed.connect(self.next_example)
        panel.canvas.flip_requested.connect(self.pick_level)

    def take(self, picture: GreyPicture, gesture: str = "") -> None:
        """Take a new picture: samples that begin like the old one are put away."""
        self._tab.edit(gesture, grey=replace(self._tab.state.grey, picture=picture, sample_from=None))

    def take_import(self, imported: Imported) -> None:
        """Take an opened picture with the greys that it has."""
        self.take(GreyPicture(imported.source))
        if imported.animated:
            self._tab.said.emit("info", self.tr("The picture moves: its first frame was taken."))

    @Slot()
    def clear(self) -> None:
        """Take all ink away."""
        self.take(GreyPicture.blank())

    @Slot()
    def invert(self) -> None:
        """Swap ink and paper."""
        self.take(GreyPicture.of(255 - self._tab.state.grey.picture.levels()))

    @Slot()
    def next_example(self) -> None:
        """Take the example after the one that is shown."""
        levels = self._tab.state.grey.picture.levels()
        shown = [at for at, example in enumerate(self._examples) if np.array_equal(example, levels)]
        self.choose_example((shown[0] + 1) % len(self._examples) if shown else 0)

    @Slot(int)
    def choose_example(self, index: int) -> None:
        """Take an example as the picture."""
        self.take(GreyPicture.of(self._examples[index]))

    @Slot(int)
    def pick_level(self, pixel: int) -> None:
        """Draw with the grey that a pixel has."""
        self._tab.edit(grey_level=self._tab.state.grey.picture.grey[pixel])

    @Slot(float)
    def _choose_level(self, level: float) -> None:
        self._tab.edit(grey_level=round(level))

    @Slot(object, bool)
    def _take_stroke(self, levels: Bits, finished: bool) -> None:
        self.drawing = not finished
        self._tab.forget_pointer()
        self.take(GreyPicture.of(levels), "grey stroke")
        if finished:
            self._tab.gesture_ended.emit()
