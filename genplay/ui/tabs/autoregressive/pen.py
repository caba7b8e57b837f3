"""The drawing and the region made and changed by hand."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from genplay.families.base import Bits, Drawing
from genplay.ui.tabs import pen
from genplay.ui.tabs.drawing_column import DrawingColumn

if TYPE_CHECKING:
    from genplay.ui.tabs.autoregressive.tab import AutoregressiveTab


class Pen(pen.Pen):
    """Turns what is done in a drawing panel into states of the tab.

    Args:
        tab: Whose state it edits.
        examples: The pictures that can be taken, in their order.
    """

    def __init__(self, tab: "AutoregressiveTab", examples: list[Bits]) -> None:
        super().__init__(tab)
        self._page = tab
        self._pictures = examples

    def listen(self, panel: DrawingColumn) -> None:
        """Take the gestures of a panel."""
        super().listen(panel)
        panel.canvas.painted.connect(self._take_region)

    @Slot()
    def clear_region(self) -> None:
        """Let completions follow the cursor again."""
        self._tab.edit(region=Drawing.blank(), sample_from=None)

    def _examples(self) -> Sequence[Bits]:
        return self._pictures

    def _replace(self, gesture: str, **values: object) -> None:
        self._tab.edit(gesture, flip=None, sample_from=None, **values)

    def _lead(self) -> None:
        self._page.walk.player.pause()  # a walk beside it would cut the stroke into many steps
        self._page.forget_pointer()

    @Slot(object, bool)
    def _take_region(self, bits: Bits, finished: bool) -> None:
        self._begin_or_end(finished)
        self._tab.edit("region", region=Drawing.of(bits), sample_from=None)
        if finished:
            self._tab.gesture_ended.emit()
