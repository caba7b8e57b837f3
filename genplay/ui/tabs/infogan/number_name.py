"""The name of c2 or c3 before its slider: typeset, and behind it what the number has come to mean."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from genplay.ui import theme
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.formula import FormulaLabel
from genplay.ui.widgets.typeset import formula_size
from genplay.ui.widgets.words import label, size_of

_HIGH, _PIXELS, _GAP = 22, 14, 5  # or the foot of a lowered number would be cut


class NumberName(Dressed):
    """A code's name and its meaning, if it has one.

    Args:
        formula: The name, a file of assets/formulas.
    """

    def __init__(self, formula: str) -> None:
        super().__init__()
        self._formula, self._meaning = formula, label("body")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._name = FormulaLabel(formula, pixels=_PIXELS)
        self._row.addWidget(self._name, 0, Qt.AlignmentFlag.AlignLeft)  # alone, too
        self._row.addWidget(self._meaning, 1)
        self.set_meaning("")
        self._restyle()

    def set_meaning(self, meaning: str) -> None:
        """Show a meaning, "" for none."""
        self._meaning.setText(meaning)
        self._meaning.setVisible(bool(meaning))

    def needed(self) -> float:
        """Return the width that it asks for, in px at 100 %; right while the looks are changing, too."""
        now, said = theme.current(), self._meaning.text()
        words = now.px(_GAP) + size_of("body", said).width() if said else 0
        return (formula_size(self._formula, _PIXELS * now.scale).width() + 1 + words) / now.scale

    def _restyle(self) -> None:
        now = theme.current()
        for widget in (self, self._name):  # a formula alone is as high as a line of text
            widget.setFixedHeight(now.px(_HIGH))
        self._row.setSpacing(now.px(_GAP))
