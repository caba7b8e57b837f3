"""Pictures that are opened, pasted or dropped: read aside, then given to what draws."""

from collections.abc import Callable

from genplay.families.pictures import Import, Imported
from genplay.ui.tabs.base import Tab
from genplay.ui.tabs.part import Part


class Opening(Part):
    """Asks for a picture's pixels, in the slot "import".

    Args:
        tab: Which tab asks.
        take: What makes the picture that has come the drawing.
    """

    def __init__(self, tab: Tab, take: Callable[[Imported], object]) -> None:
        super().__init__(tab)
        self._tab = tab
        self._take = take

    def open(self, picture: Import) -> None:
        """Have a picture read in the worker."""
        self._tab.asked.emit("import", picture)

    def show_result(self, name: str, result: object) -> None:
        """Make the picture the drawing."""
        assert isinstance(result, Imported)
        self._take(result)
