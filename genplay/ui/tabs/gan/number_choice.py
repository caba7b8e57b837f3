"""A box for one of a few numbers that are worth trying."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QWidget

from genplay.ui.tabs.gan.words import setting
from genplay.ui.widgets.choice import Choice


class NumberChoice(Choice):
    """One of ascending numbers; ``picked`` reports those chosen here.

    Args:
        numbers: What is offered. A session may have set another one: it joins them while it is shown.
        parent: The parent widget.
    """

    picked = Signal(float)

    def __init__(self, numbers: Sequence[float], parent: QWidget | None = None) -> None:
        super().__init__({}, parent)
        self._offered = tuple(numbers)
        self._shown: tuple[float, ...] = ()
        self._offer(self._offered)
        self.chosen.connect(self._pick)

    def set_number(self, number: float) -> None:
        """Show a number; emits nothing."""
        self._offer(tuple(sorted({*self._offered, number})))
        self.set_current(repr(float(number)))

    def number(self) -> float:
        """Return the number that is shown."""
        return float(self.current())

    def _offer(self, numbers: tuple[float, ...]) -> None:
        if numbers == self._shown:
            return
        self._shown = numbers
        with QSignalBlocker(self):
            self.clear()
            for number in numbers:
                self.addItem(setting(number), repr(float(number)))

    @Slot(str)
    def _pick(self, name: str) -> None:
        self.picked.emit(float(name))
