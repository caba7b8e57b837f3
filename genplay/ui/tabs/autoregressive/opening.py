"""Pictures that are opened, pasted or dropped: read aside, then given to what draws on the page."""

from typing import TYPE_CHECKING

from genplay.families.pictures import Import, Imported
from genplay.ui.tabs.part import Part

if TYPE_CHECKING:
    from genplay.ui.tabs.autoregressive.tab import AutoregressiveTab


class Opening(Part):
    """Asks for a picture's pixels, in the slot "import", and makes them the drawing.

    Args:
        tab: Whose drawing it is.
    """

    def __init__(self, tab: "AutoregressiveTab") -> None:
        super().__init__(tab)
        self._tab = tab

    def open(self, picture: Import) -> None:
        """Have a picture read in the worker."""
        self._tab.asked.emit("import", picture)

    def show_result(self, name: str, result: object) -> None:
        """Make the picture the drawing."""
        assert isinstance(result, Imported)
        self._tab.hand.take_import(result)
