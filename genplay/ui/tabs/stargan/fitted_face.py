"""Pictures and folders that are opened, pasted or dropped: read in the worker, then faces to edit."""

from collections.abc import Callable

from genplay.families.stargan import Face, Fitted, Folder, Opened
from genplay.ui.tabs.base import Tab
from genplay.ui.tabs.opening import Reading
from genplay.ui.tabs.stargan import words
from genplay.ui.translation import translate


class Fitting(Reading):
    """Asks for the pixels of a picture or of a folder's faces, in the slot "fit": the newest alone counts.

    Args:
        tab: Which tab asks.
        take: What makes the picture that has come the face.
        unfold: What makes the folder that has come the faces to choose from.
        replaces: As of ``Reading``.
    """

    def __init__(
        self,
        tab: Tab,
        take: Callable[[Face], object],
        unfold: Callable[[Folder], object],
        replaces: Callable[[], object],
    ) -> None:
        super().__init__(tab, "fit", replaces)
        self._take, self._unfold = take, unfold

    def take(self, result: object) -> None:
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
