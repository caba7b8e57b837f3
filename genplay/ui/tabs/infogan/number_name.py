"""The name of c2 or c3 before its slider: typeset, and behind it what the number has come to mean.

The meaning has a small line for each change, so that the track beside it is long.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from genplay.ui import theme
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.formula import FormulaLabel
from genplay.ui.widgets.typeset import formula_size
from genplay.ui.widgets.words import label, size_of

_HIGH, _PIXELS, _GAP = 28, 14, 5  # px at 100 %; of two lines


class NumberName(Dressed):
    """A code's name and its meaning, if it has one.

    Args:
        formula: The name, a file of assets/formulas.
    """

    def __init__(self, formula: str) -> None:
        super().__init__()
        self._formula, self._meaning = formula, label("axis")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._name = FormulaLabel(formula, pixels=_PIXELS)
        self._row.addWidget(self._name, 0, Qt.AlignmentFlag.AlignLeft)  # alone, too
        self._row.addWidget(self._meaning, 1)
        self.set_meaning(())
        self._restyle()

    def set_meaning(self, changes: Sequence[str]) -> None:
        """Show what a larger number changes, each on a line; at most two."""
        self._meaning.setText("\n".join(changes))
        self._meaning.setVisible(bool(changes))

    def needed(self) -> float:
        """Return the width that it asks for, in px at 100 %; right while the looks are changing, too."""
        now, said = theme.current(), self._meaning.text()
        longest = max(size_of("axis", line).width() for line in said.split("\n"))
        words = now.px(_GAP) + longest if said else 0
        return (formula_size(self._formula, _PIXELS * now.scale).width() + 1 + words) / now.scale

    def _restyle(self) -> None:
        now = theme.current()
        for widget in (self, self._name):  # a formula alone is as high as a line of text
            widget.setFixedHeight(now.px(_HIGH))
        self._row.setSpacing(now.px(_GAP))
