"""The chain rule walked pixel by pixel, with the future hidden on the way."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from genplay.families.autoregressive import PIXELS
from genplay.ui.tabs.walk import Walk
from genplay.ui.widgets.transport import Transport

if TYPE_CHECKING:
    from genplay.ui.tabs.autoregressive.tab import AutoregressiveTab


class PixelWalk(Walk):
    """Moves the tab's cursor along the order.

    Args:
        tab: Whose state it edits.
        transport: Whose gestures it takes.
    """

    def __init__(self, tab: "AutoregressiveTab", transport: Transport) -> None:
        super().__init__(tab, transport)
        self._pixels = tab

    def length(self) -> int:
        """Return the number of pixels."""
        return PIXELS

    def beside(self, *, under_way: bool) -> Mapping[str, object]:
        """Hide the future as long as there is one to come."""
        return {"hide_future": under_way}

    @Slot(int)
    def pick(self, pixel: int) -> None:
        """Put the cursor on a pixel."""
        self.go_to(int(self._pixels.state.reads.ranks()[pixel]) + 1)

    @Slot()
    def toggle_hidden(self) -> None:
        """Hide the future, or show it."""
        self._pixels.edit(hide_future=not self._pixels.state.hide_future)
