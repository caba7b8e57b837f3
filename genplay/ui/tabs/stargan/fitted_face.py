"""Pictures that are opened, pasted or dropped: fitted in the worker, then the face."""

from collections.abc import Callable

from genplay.families.stargan import Face, Fit, Fitted
from genplay.ui.tabs.base import Tab
from genplay.ui.tabs.part import Part
from genplay.ui.translation import translate


class Fitting(Part):
    """Asks for a picture's pixels, in the slot "fit".

    Args:
        tab: Which tab asks.
        take: What makes the picture that has come the face.
    """

    def __init__(self, tab: Tab, take: Callable[[Face], object]) -> None:
        super().__init__(tab)
        self._tab, self._take = tab, take

    def open(self, picture: Fit) -> None:
        """Have a picture read in the worker."""
        self._tab.asked.emit("fit", picture)

    def show_result(self, name: str, result: object) -> None:
        """Make the picture the face, and say where something of it was cut off."""
        assert isinstance(result, Fitted)
        self._take(result.face)
        if result.cut:
            said = translate("stargan", "Its middle square was taken: faces are square here.")
            self.said.emit("info", said)
