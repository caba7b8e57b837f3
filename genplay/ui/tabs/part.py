"""A part of a tab: it shows the answers that come in some of the tab's slots."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QObject, Signal

from genplay.engine.worker import Failure
from genplay.ui.translation import sentence


class Part(QObject):
    """Shows what is answered in the slots that a tab gives it; see ``Tab.parts``.

    Each method is told the name of the slot, of a slot such as "score/nade" what follows the slash. A part
    that overrides nothing but ``show_result`` says what went wrong in the window's corner.
    """

    said = Signal(str, str)
    """A quiet notice; see ``Tab.said``."""

    def show_result(self, name: str, result: object) -> None:
        """Show a step of the answer."""
        raise NotImplementedError

    def show_waiting(self, name: str) -> None:
        """Show no number that belongs to an older answer: the new one is on its way."""
        self.show_nothing(name)

    def show_nothing(self, name: str) -> None:
        """Remove what was shown."""

    def show_stopped(self, name: str) -> None:
        """Show that the user stopped the work; what was answered stays."""

    def show_failure(self, name: str, failure: Failure) -> None:
        """Say what went wrong."""
        self.said.emit("error", sentence(failure))


def without(failures: Mapping[str, str], gone: Collection[str]) -> dict[str, str]:
    """Return what went wrong, by slot, in all but these slots."""
    return {slot: said for slot, said in failures.items() if slot not in gone}
