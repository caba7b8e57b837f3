"""Pictures that come from elsewhere: a patch of the data, or one that is opened, pasted or dropped."""

from typing import TYPE_CHECKING

from genplay.families.foundations import Drawn
from genplay.families.pictures import Imported
from genplay.ui.tabs.opening import Reading

if TYPE_CHECKING:
    from genplay.ui.tabs.foundations.tab import FoundationsTab

SLOT = "patch"


class Fetching(Reading):
    """Asks in the slot "patch", and makes what has come the picture.

    Args:
        tab: Whose picture it is.
    """

    def __init__(self, tab: "FoundationsTab") -> None:
        super().__init__(tab, SLOT, lambda: tab.state.drawing)
        self._tab = tab

    def take(self, result: object) -> None:
        """Make the picture that has come the drawing."""
        if isinstance(result, Drawn):
            self._tab.take(result.drawing)
        else:
            assert isinstance(result, Imported)
            self._tab.take(result.drawing())
