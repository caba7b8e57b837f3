"""What is opened, pasted or dropped: read aside, then given to what it is for."""

from collections.abc import Callable

from genplay.families.base import Request
from genplay.families.pictures import Imported
from genplay.ui.tabs.base import Tab
from genplay.ui.tabs.part import Part


class Reading(Part):
    """Has a file read. What is chosen while that goes on stays: it is the later choice.

    Args:
        tab: Which tab asks.
        slot: In which it asks: the newest alone counts.
        replaces: What the file is to replace, as it is now; where it has changed, another was chosen.
    """

    def __init__(self, tab: Tab, slot: str, replaces: Callable[[], object]) -> None:
        super().__init__(tab)
        self._tab, self._slot, self._replaces = tab, slot, replaces
        self._replaced: object = None
        self._refused = False

    def open(self, asked: Request) -> None:
        """Have a file read in the worker."""
        self._replaced, self._refused = self._replaces(), False
        self._tab.asked.emit(self._slot, asked)

    def show_result(self, name: str, result: object) -> None:
        """Take what was read, unless another was chosen meanwhile: then say so, once."""
        if self._replaces() == self._replaced:
            self.take(result)
        elif not self._refused:
            self._refused = True
            self.said.emit("info", self.tr("Not taken: the picture was changed meanwhile."))

    def take(self, result: object) -> None:
        """Take a step of what was read."""
        raise NotImplementedError


class Opening(Reading):
    """Asks for a picture's pixels, in the slot "import".

    Args:
        tab: Which tab asks.
        take: What makes the picture that has come the drawing.
        replaces: As of ``Reading``.
    """

    def __init__(self, tab: Tab, take: Callable[[Imported], object], replaces: Callable[[], object]) -> None:
        super().__init__(tab, "import", replaces)
        self._take = take

    def take(self, result: object) -> None:
        """Make the picture the drawing."""
        assert isinstance(result, Imported)
        self._take(result)
