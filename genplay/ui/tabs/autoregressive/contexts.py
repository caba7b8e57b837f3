"""What a pixel sees under several models: asked where the pointer is, for which no state stands."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from genplay.engine.worker import Failure
from genplay.families.autoregressive import AutoregressiveState, Context, Seen
from genplay.ui.tabs.part import Part

if TYPE_CHECKING:
    from genplay.ui.tabs.autoregressive.tab import AutoregressiveTab


class Contexts(Part):
    """Asks, in slots such as "seen/nade", and passes on what comes.

    Args:
        tab: Through which it asks.
    """

    found = Signal(object)
    """What a pixel depends on under a model, a ``Seen``."""

    def __init__(self, tab: "AutoregressiveTab") -> None:
        super().__init__(tab)
        self._tab = tab
        self._asked: dict[str, Context] = {}
        self._awaited: set[str] = set()  # models that have not said yet what a pixel sees

    @property
    def settled(self) -> bool:
        """Whether all that was asked has come."""
        return not self._awaited

    def ask(self, state: AutoregressiveState, pixel: int, models: Collection[str]) -> None:
        """Ask these models what a pixel sees, unless the answer is there or on its way."""
        for model, request in state.contexts(pixel).items():
            if model in models and self._asked.get(model) != request:
                self._asked[model] = request
                self._awaited.add(model)
                self._tab.asked.emit(f"seen/{model}", request)

    def show_result(self, name: str, result: object) -> None:
        """Pass an answer on."""
        assert isinstance(result, Seen)
        if result.asked == self._asked.get(name):
            self._awaited.discard(name)
        self.found.emit(result)

    def show_stopped(self, name: str) -> None:
        """Wait no longer."""
        self._asked.pop(name, None)
        self._awaited.discard(name)

    def show_failure(self, name: str, failure: Failure) -> None:
        """Wait no longer, and say what went wrong."""
        self.show_stopped(name)
        super().show_failure(name, failure)
