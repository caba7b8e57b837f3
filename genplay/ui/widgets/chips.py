"""Several choices at once, side by side or in a menu: so many at least, so many at most."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from genplay.ui import theme
from genplay.ui.widgets.buttons import Button, Chip
from genplay.ui.widgets.dressed import Dressed

_GAP = 4


class Chips(Dressed):
    """Check-chips of which between ``least`` and ``most`` are on.

    Where they have no room, a button opens a menu of the same choices. A chip that may not change now says
    why when it is pressed: ``refused`` tells which bound was met.

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
        self._left_out = frozenset[str]()
        self._boxed = False
        self._box = Button("", icon="chevron-down")
        self._box.hide()
        self._box.clicked.connect(self._open)
        self._row.addWidget(self._box)
        self._menu = QMenu(self)
        self._acts = {name: self._menu.addAction(chip.text()) for name, chip in self._chips.items()}
        for name, act in self._acts.items():
            act.setCheckable(True)
            act.triggered.connect(self._chips[name].click)
        self._restyle()

    def set_on(self, names: Sequence[str]) -> None:
        """Show which are on."""
        self._on = tuple(names)
        for name, chip in self._chips.items():
            chip.setChecked(name in names)
            self._acts[name].setChecked(name in names)
        self._say()

    def set_words(self, name: str, words: str) -> None:
        """Give a choice other words."""
        if self._chips[name].text() != words:
            self._chips[name].setText(words)
            self._acts[name].setText(words)
            self._say()

    def leave_out(self, names: AbstractSet[str]) -> None:
        """Offer all choices but these, which stay on or off as they are."""
        if self._left_out != names:
            self._left_out = frozenset(names)
            self._show_offered()
            self._say()
            self.updateGeometry()

    def set_boxed(self, boxed: bool) -> None:
        """Leave the choices to a menu, or show them side by side."""
        if boxed != self._boxed:
            self._boxed = boxed
            self._show_offered()
            self._box.setVisible(boxed)

    def needed(self, *, boxed: bool) -> int:
        """Return the width that the button takes, or all chips do."""
        if boxed:
            return self._box.sizeHint().width()
        widths = [chip.sizeHint().width() for name, chip in self._chips.items() if name not in self._left_out]
        return sum(widths) + self._row.spacing() * (len(widths) - 1)

    @Slot()
    def _open(self) -> None:
        self._menu.popup(self._box.mapToGlobal(self._box.rect().bottomLeft()))

    def _show_offered(self) -> None:
        for name, chip in self._chips.items():
            chip.setVisible(not self._boxed and name not in self._left_out)
            self._acts[name].setVisible(name not in self._left_out)

    def _say(self) -> None:
        on = [self._chips[name].text() for name in self._on if name not in self._left_out]
        self._box.setText(self.tr("{count} chosen").format(count=len(on)))
        self._box.setToolTip(", ".join(on))

    def _choose(self) -> None:
        wanted = tuple(name for name, chip in self._chips.items() if chip.isChecked())
        if self._least <= len(wanted) <= self._most:
            self.set_on(wanted)
            self.chosen.emit(wanted)
        else:
            self.set_on(self._on)
            self.refused.emit(self._least if len(wanted) < self._least else self._most)

    def _restyle(self) -> None:
        self._row.setSpacing(theme.current().px(_GAP))
