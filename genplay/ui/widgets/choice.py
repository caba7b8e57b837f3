"""A box for one of many choices, named in words."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget


class Choice(QComboBox):
    """One of more choices than stand well side by side; ``chosen`` reports those made here.

    Args:
        choices: Ids with the words shown.
        parent: The parent widget.
    """

    chosen = Signal(str)

    def __init__(self, choices: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for name, words in choices.items():
            self.addItem(words, name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(self._choose)

    def set_current(self, name: str) -> None:
        """Show a choice; emits nothing."""
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findData(name))

    def current(self) -> str:
        """Return the id of the choice."""
        return str(self.currentData())

    @Slot(int)
    def _choose(self, index: int) -> None:
        self.chosen.emit(str(self.itemData(index)))
