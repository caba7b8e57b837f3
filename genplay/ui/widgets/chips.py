"""Several choices at once, side by side: so many at least, so many at most."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from genplay.ui import theme
from genplay.ui.widgets.buttons import Chip

_GAP = 6


class Chips(QWidget):
    """Check-chips of which between ``least`` and ``most`` are on.

    A chip that may not change now says why when it is pressed: ``refused`` tells which bound was met.

    Args:
        choices: Ids with the words shown.
        least: How many are on at least.
        most: How many are on at most.
        parent: The parent widget.
    """

    chosen = Signal(tuple)
    """The ids that are on after a gesture, in the order of the choices."""
    refused = Signal(int)
    """The bound that a gesture would have broken: ``least`` or ``most``."""

    def __init__(
        self, choices: Mapping[str, str], least: int, most: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self._chips = {name: Chip(words, self) for name, words in choices.items()}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for chip in self._chips.values():
            chip.clicked.connect(self._choose)
            self._row.addWidget(chip)
        self._on: tuple[str, ...] = ()
        self._words = {name: (words, words) for name, words in choices.items()}  # whole and short
        self._terse = False
        self._restyle()

    def set_on(self, names: Sequence[str]) -> None:
        """Show which are on."""
        self._on = tuple(names)
        for name, chip in self._chips.items():
            chip.setChecked(name in names)

    def set_words(self, name: str, words: str, short: str = "") -> None:
        """Give a choice other words, and short ones for where there is no room, by default the same."""
        self._words[name] = words, short or words
        self._show_words(name)

    def set_terse(self, terse: bool) -> None:
        """Say the short words of each choice."""
        self._terse = terse
        for name in self._chips:
            self._show_words(name)

    def needed(self, *, terse: bool) -> int:
        """Return the width with the short words or the whole ones; nothing is shown or hidden for it."""
        width = self._row.spacing() * (len(self._chips) - 1)
        for name, chip in self._chips.items():
            metrics = chip.fontMetrics()
            shown, said = chip.text(), self._words[name][terse]
            width += chip.sizeHint().width()
            width += metrics.horizontalAdvance(said) - metrics.horizontalAdvance(shown)
        return width

    def _show_words(self, name: str) -> None:
        chip, (words, short) = self._chips[name], self._words[name]
        said = short if self._terse else words
        if chip.text() != said:
            chip.setText(said)
        chip.setAccessibleName(words)
        chip.setToolTip(words if said != words else "")

    def _choose(self) -> None:
        wanted = tuple(name for name, chip in self._chips.items() if chip.isChecked())
        if self._least <= len(wanted) <= self._most:
            self._on = wanted
            self.chosen.emit(wanted)
        else:
            self.set_on(self._on)
            self.refused.emit(self._least if len(wanted) < self._least else self._most)

    def _restyle(self) -> None:
        self._row.setSpacing(theme.current().px(_GAP))

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and scale."""
        if event.type() == QEvent.Type.StyleChange:
            self._restyle()
        super().changeEvent(event)
