"""An animation saved from a tab: where it goes, how far it is, and that it is there."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from genplay.engine.worker import Failure
from genplay.families.animation import KINDS, Animate, Animating
from genplay.families.base import SPEEDS, Request
from genplay.ui import text
from genplay.ui.tabs.base import Tab
from genplay.ui.tabs.part import Part
from genplay.ui.translation import translate

SLOT = "animation"
"""Where a tab asks for it, and its part is told."""
_FASTEST = 30  # frames a second: what a screen and an eye can follow


class Animation(Part):
    """Has one animation at a time made in the worker, in ``SLOT``.

    Args:
        tab: Whose it is; its ``work()`` is to say ``words()``.
    """

    def __init__(self, tab: Tab) -> None:
        super().__init__(tab)
        self._tab = tab
        self._path = Path()
        self._at: Animating | None = None

    def save(self, name: str, frames: Sequence[Request], *, kind: str, speed: int) -> None:
        """Ask where, and have an animation written there.

        Args:
            name: The file name that is offered, without its ending.
            frames: What each frame shows; their results are ``Pictured``.
            kind: Which of the results' pictures.
            speed: Index into ``SPEEDS``: so it is played, at most 30 frames a second.
        """
        path = ask_where(self._tab, name)
        if path is None:
            return
        rate = min(SPEEDS[speed] or _FASTEST, _FASTEST)
        self._path, self._at = path, Animating(0, len(frames))
        self._tab.asked.emit(SLOT, Animate(tuple(frames), str(path), kind, round(100 / rate) * 10))
        self._tab.activity.emit()

    def words(self) -> str:
        """Say how far it is, or nothing."""
        if self._at is None:
            return ""
        said = translate("files", "Saving the animation, frame {done} of {frames}")
        return said.format(done=text.count(self._at.done), frames=text.count(self._at.frames))

    def show_result(self, name: str, result: object) -> None:
        """Say how far it is, or that it is there."""
        assert isinstance(result, Animating)
        self._at = None if result.written else result
        if result.written:
            said = translate("files", "{name} is saved: {frames} frames.")
            self.said.emit("info", said.format(name=self._path.name, frames=text.count(result.frames)))
        self._tab.activity.emit()

    def show_waiting(self, name: str) -> None:
        """Say no more: ``words`` tells how far it is."""

    def show_nothing(self, name: str) -> None:
        """Say that none is made."""
        self._at = None
        self._tab.activity.emit()

    def show_stopped(self, name: str) -> None:
        """Say that none is written."""
        self.said.emit("info", translate("files", "The animation was stopped; nothing is saved."))
        self.show_nothing(name)

    def show_failure(self, name: str, failure: Failure) -> None:
        """Say what went wrong."""
        super().show_failure(name, failure)
        self.show_nothing(name)


def ask_where(tab: Tab, name: str) -> Path | None:
    """Ask where to save an animation, as GIF or as APNG; None if the user changed their mind."""
    title = translate("files", "Save an animation")
    kinds = translate("files", "GIF (*.gif);;Animated PNG (*.png)")
    chosen, kind = QFileDialog.getSaveFileName(tab, title, f"{name}.gif", kinds)
    if not chosen:
        return None
    path, suffix = Path(chosen), ".png" if "*.png" in kind else ".gif"
    return path if path.suffix.lower() in KINDS else path.with_name(path.name + suffix)
