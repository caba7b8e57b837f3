"""The drawing made and changed by hand, and what it is blended with."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from genplay.families.base import Bits, Drawing
from genplay.families.vae import OWN_Q
from genplay.ui.tabs import pen
from genplay.ui.tabs.vae.drawing_panel import DrawingPanel

if TYPE_CHECKING:
    from genplay.ui.tabs.vae.tab import VaeTab

HALF = 0.5
"""Where a blend begins: something between the two is seen at once."""


class Pen(pen.Pen):
    """Turns what is done in the drawing panel into states of the tab.

    With the old drawing goes what was set of its q, and the code: it follows the q of the new one.

    Args:
        tab: Whose state it edits.
        panel: Where the hand draws.
    """

    def __init__(self, tab: "VaeTab", panel: DrawingPanel) -> None:
        super().__init__(tab)
        self._page, self._panel = tab, panel
        self.listen(panel)
        panel.blend_chosen.connect(self.blend_with)
        panel.kept.connect(self.keep)
        panel.blend_moved.connect(self._move_blend)
        panel.blend_settled.connect(tab.gesture_ended)
        panel.blend_ended.connect(self.end_blend)

    @Slot(int)
    def blend_with(self, index: int) -> None:
        """Blend the drawing with an example."""
        share = HALF if self._page.state.second is None else self._page.state.blend
        self._blend("", second=Drawing.of(self._examples()[index]), blend=share)

    @Slot()
    def blend_with_next(self) -> None:
        """Blend the drawing with the example after the one that it is blended with, or after itself."""
        self.blend_with(self._after(self._page.state.second or self._page.state.drawing))

    @Slot()
    def keep(self) -> None:
        """Put the drawing aside to be blended with, and begin another."""
        blank = Drawing.blank()
        self._replace("", drawing=blank, source=None, second=self._page.state.drawing, blend=0.0)

    @Slot()
    def end_blend(self) -> None:
        """Put the second drawing away."""
        self._blend("", second=None, blend=0.0)

    def _examples(self) -> Sequence[Bits]:
        return self._panel.pictures(self._page.state.model)

    def _replace(self, gesture: str, **values: object) -> None:
        self._tab.edit(gesture, **OWN_Q, page="explore", z=None, walk=None, **values)

    def _lead(self) -> None:
        self._tab.stop()  # q must not be improved beside it: that would cut the stroke into many steps

    @Slot(float)
    def _move_blend(self, share: float) -> None:
        if self._page.state.second is not None:
            self._blend("blend", blend=share)

    def _blend(self, gesture: str, **values: object) -> None:
        """Edit the blend, whose code is that between the two: one set by hand would hide it."""
        self._tab.edit(gesture, z=None, walk=None, **values)
