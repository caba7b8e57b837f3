"""The strip above: the three scores, the chosen one's formula and idea, and the seed of the pictures."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QWidget

from genplay.families.autoregressive import SCORES
from genplay.ui import theme
from genplay.ui.tabs.autoregressive.anomaly import words
from genplay.ui.widgets.formula import FormulaLabel
from genplay.ui.widgets.segmented import Segmented
from genplay.ui.widgets.spin import Spin
from genplay.ui.widgets.words import label

_HEIGHT, _LEFT, _RIGHT, _GAP, _NAME_GAP = 56, 12, 16, 20, 8
_LEVELS = ((0, True), (1, True), (1, False))
"""Which of the ideas is said, and whether the seed is named; the tooltips say all that is left out."""


class Head(QFrame):
    """What is asked of a picture, and from which seed pictures are made."""

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
        self._ideas = "", ""
        self._named = label("body", self.tr("Seed"))
        self.seed = Spin(0, 2**31 - 1, digits=3)
        self.seed.setAccessibleName(self.tr("Seed"))
        self.seed.setToolTip(
            self.tr(
                "Seed of the noise, the sparse noise and the nearly blank pages: the same seed makes the "
                "same pictures."
            )
        )
        self._row = QHBoxLayout(self)
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # what is too wide makes room
        for widget in (self._choice, self._formula):
            self._row.addWidget(widget)
        self._row.addWidget(self._idea, 1)
        self._seed = QHBoxLayout()
        self._seed.addWidget(self._named)
        self._seed.addWidget(self.seed)
        self._row.addLayout(self._seed)
        self._restyle()

    def show_score(self, name: str) -> None:
        """Show which score is chosen."""
        self._choice.set_current(name)
        self._formula.set_formula(f"score_{name}")
        self._formula.setAccessibleName(words.score(name))
        self._ideas = words.ideas(name)
        self._idea.setToolTip(self._ideas[0])
        self._fit()

    def _fit(self) -> None:
        """Say the longest that is not cut."""
        for idea, named in _LEVELS:
            self._idea.setText(self._ideas[idea])
            self._named.setVisible(named)
            if self._idea.heightForWidth(self._room()) <= self.height():
                break

    def _room(self) -> int:
        """Return the width that is left to the idea."""
        beside = [self._choice, self._formula, self.seed]
        taken = sum(widget.sizeHint().width() for widget in beside) + self._row.spacing() * len(beside)
        if not self._named.isHidden():
            taken += self._named.sizeHint().width() + self._seed.spacing()
        margins = self._row.contentsMargins()
        return max(self.width() - taken - margins.left() - margins.right(), 1)

    def _restyle(self) -> None:
        now = theme.current()
        self._row.setContentsMargins(now.px(_LEFT), 0, now.px(_RIGHT), 0)
        self._row.setSpacing(now.px(_GAP))
        self._seed.setSpacing(now.px(_NAME_GAP))
        self.setFixedHeight(now.px(_HEIGHT))
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Accept any width."""
        return QSize(0, theme.current().px(_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and scale."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._restyle()
