"""At the right, where what stands below has no room there: the information, and categories against digits."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from genplay.ui import theme
from genplay.ui.tabs.fitted import set_head
from genplay.ui.tabs.infogan.confusion_panel import ConfusionPanel
from genplay.ui.tabs.infogan.ledger_panel import LedgerPanel
from genplay.ui.widgets.dressed import Dressed

_APART = 10  # px at 100 %: between the two


class FactsPanel(Dressed):
    """Has the ledger above the map, below a switch."""

    def __init__(self) -> None:
        super().__init__()
        self._top = QWidget()
        self._head = QHBoxLayout(self._top)
        self._head.setContentsMargins(0, 0, 0, 0)
        self._head.addStretch(1)
        self._column, self._facts = QVBoxLayout(self), QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._top)
        self._column.addLayout(self._facts, 1)
        self._facts.addStretch(1)
        self._restyle()

    def host(self, switch: QWidget | None) -> None:
        """Have a switch above the facts, if any."""
        if switch is not None:
            self._head.insertWidget(0, switch)

    def take(self, ledger: LedgerPanel, confusion: ConfusionPanel) -> None:
        """Have these, until another takes them."""
        if self._facts.indexOf(ledger) < 0:
            self._facts.insertWidget(0, ledger, 100)
            self._facts.insertWidget(1, confusion)

    def _restyle(self) -> None:
        now = theme.current()
        self._column.setSpacing(now.px(4))
        self._facts.setSpacing(now.px(_APART))
        set_head(self._top, self._head, 4)
