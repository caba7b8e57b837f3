"""Pictures and folders that are opened, pasted or dropped: read in the worker, then faces to edit."""

from collections.abc import Callable

from genplay.families.stargan import Face, Fit, Fitted, Folder, Opened
from genplay.ui.tabs.base import Tab
from genplay.ui.tabs.part import Part
from genplay.ui.tabs.stargan import words
from genplay.ui.translation import translate


class Fitting(Part):
    """Asks for the pixels of a picture or of a folder's faces, in the slot "fit": the newest alone counts.

    Args:
        tab: Which tab asks.
        take: What makes the picture that has come the face.
        unfold: What makes the folder that has come the faces to choose from.
    """

    def __init__(self, tab: Tab, take: Callable[[Face], object], unfold: Callable[[Folder], object]) -> None:
        super().__init__(tab)
        self._tab, self._take, self._unfold = tab, take, unfold

    def open(self, asked: Fit) -> None:
        """Have a picture or a folder read in the worker."""
        self._tab.asked.emit("fit", asked)

    def show_result(self, name: str, result: object) -> None:
        """Make a picture the face, and say where it was cut; show a folder once it has been read."""
        if isinstance(result, Opened):
            if result.folder is not None:
                self._unfold(result.folder)
                self.said.emit("info", words.folder(result.folder))
            return
        assert isinstance(result, Fitted)
        self._take(result.face)
        if result.cut:
            said = translate("stargan", "Its middle square was taken: faces are square here.")
            self.said.emit("info", said)
