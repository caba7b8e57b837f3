"""The factors of the chain rule shown one after the other."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from genplay.ui.tabs.walk import Walk
from genplay.ui.widgets.transport import Transport

if TYPE_CHECKING:
    from genplay.ui.tabs.foundations.tab import FoundationsTab


class FactorWalk(Walk):
    """Moves the tab's cursor along the order.

    Args:
        tab: Whose state it edits.
        transport: Whose gestures it takes.
    """

    def __init__(self, tab: "FoundationsTab", transport: Transport) -> None:
        super().__init__(tab, transport)
        self._factors = tab

    def length(self) -> int:
        """Return the number of factors, one a pixel."""
        return self._factors.state.pixels

    @Slot(int)
    def pick(self, pixel: int) -> None:
        """Show the factors up to that of a pixel."""
        self.go_to(int(self._factors.scene.ranks[pixel]) + 1)
