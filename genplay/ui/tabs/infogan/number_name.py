"""The name of c2 or c3 before its slider: typeset, and behind it what the number has come to mean."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from genplay.ui import theme
from genplay.ui.widgets.formula import FormulaLabel
from genplay.ui.widgets.words import label

_HIGH, _PIXELS, _GAP = 20, 14, 5  # or the foot of a lowered number would be cut


class NumberName(QWidget):
    """A code's name and its meaning, if it has one.

    Args:
        formula: The name, a file of assets/formulas.
    """

    def __init__(self, formula: str) -> None:
        super().__init__()
        self._meaning = label("body")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(FormulaLabel(formula, pixels=_PIXELS))
        self._row.addWidget(self._meaning, 1)
        self.set_meaning("")
        self._restyle()

    def set_meaning(self, meaning: str) -> None:
        """Show a meaning, "" for none."""
        self._meaning.setText(meaning)
        self._meaning.setVisible(bool(meaning))

    def _restyle(self) -> None:
        now = theme.current()
        self.setFixedHeight(now.px(_HIGH))
        self._row.setSpacing(now.px(_GAP))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._restyle()
