"""What the right columns of the pages share: the one big number below its title, rows, and the samples."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from genplay.ui import theme
from genplay.ui.tabs.autoregressive.completions import Completions
from genplay.ui.tabs.memo import Memo
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.formula import FormulaLabel
from genplay.ui.widgets.ledger import Ledger
from genplay.ui.widgets.words import label

UNKNOWN = "–"


class ScoreColumn(Dressed):
    """What the picture scores.

    Args:
        grey: Whether the samples have grey levels rather than bits.
    """

    sample_pressed = Signal()
    samples_closed = Signal()
    sample_chosen = Signal(int)

    def __init__(self, *, grey: bool = False) -> None:
        super().__init__()
        self._title, self._formula = label("label"), FormulaLabel("log_p")
        self._hero, self._unit = label("hero"), label("body", self.tr("nats"))
        self._rows = Ledger(row=22)
        self._completions = Completions(grey=grey)
        self._memo = Memo()
        self._column = QVBoxLayout(self)
        self._completions.chosen.connect(self.sample_chosen)
        self._completions.again.connect(self.sample_pressed)
        self._completions.closed.connect(self.samples_closed)

    def _arrange(self, head: Iterable[QWidget], below: Iterable[QWidget]) -> None:
        """Put the number between a head and what stands below it."""
        top, hero = QHBoxLayout(), QHBoxLayout()
        top.setSpacing(10)
        for widget in head:
            top.addWidget(widget)
        top.addStretch(1)
        hero.setSpacing(8)
        hero.addWidget(self._hero, 0, Qt.AlignmentFlag.AlignBottom)
        hero.addWidget(self._unit, 0, Qt.AlignmentFlag.AlignBottom)
        hero.addStretch(1)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(top)
        self._column.addLayout(hero)
        for widget in below:
            self._column.addWidget(widget)
        self._column.addStretch(1)

    def _show_number(self, title: str, number: str) -> None:
        self._title.setText(title)
        self._hero.setText(number)
        self._hero.setAccessibleName(f"{title}: {number} {self._unit.text()}")

    def _restyle(self) -> None:
        now = theme.current()
        descent = QFontMetrics(now.font("hero")).descent() - QFontMetrics(now.font("body")).descent()
        self._unit.setContentsMargins(0, 0, 0, descent)
        self._column.setSpacing(now.px(6))
