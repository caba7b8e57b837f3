"""The strip above: the three scores to choose from, the formula of the chosen one, and its idea in words."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from genplay.families.autoregressive import SCORES
from genplay.ui import theme
from genplay.ui.tabs.autoregressive.anomaly import words
from genplay.ui.widgets.formula import FormulaLabel
from genplay.ui.widgets.segmented import Segmented
from genplay.ui.widgets.words import label


class Head(QFrame):
    """What is asked of a picture."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self._choice = Segmented()
        self._choice.set_choices([(name, words.score(name)) for name in SCORES])
        self._choice.setAccessibleName(self.tr("Score"))
        self._choice.chosen.connect(self.chosen)
        self._formula = FormulaLabel(token="text", pixels=16)
        self._idea = label("body")
        self._idea.setWordWrap(True)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._choice)
        self._row.addWidget(self._formula)
        self._row.addWidget(self._idea, 1)
        self._restyle()

    def show_score(self, name: str) -> None:
        """Show which score is chosen."""
        self._choice.set_current(name)
        self._formula.set_formula(f"score_{name}")
        self._formula.setAccessibleName(words.score(name))
        self._idea.setText(words.idea(name))

    def _restyle(self) -> None:
        now = theme.current()
        self._row.setContentsMargins(now.px(12), 0, now.px(16), 0)
        self._row.setSpacing(now.px(20))
        self.setFixedHeight(now.px(56))

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and scale."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._restyle()
