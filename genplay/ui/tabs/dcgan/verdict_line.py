"""D's verdict as a number, and the logit behind it where both have room."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout

from genplay.ui import theme
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.words import label, size_of

_GAP = 12  # px at 100 %


class VerdictLine(Dressed):
    """A large number that is never cut: half a power of ten would be another number."""

    def __init__(self) -> None:
        super().__init__()
        self._number, self._logit = label("number"), label("body")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # the logit asks for no room
        self._row.addWidget(self._number)
        self._row.addWidget(self._logit)
        self._row.addStretch(1)
        self._restyle()

    def set_words(self, number: str, logit: str) -> None:
        """Say a number, and the logit behind it, "" for none."""
        self._number.setText(number)
        self._logit.setText(logit)
        self._fit()

    def _fit(self) -> None:
        both = size_of("number", self._number.text()).width() + size_of("body", self._logit.text()).width()
        self._logit.setVisible(both + theme.current().px(_GAP) <= self.width())
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Ask for the number whole."""
        return size_of("number", self._number.text())

    def _restyle(self) -> None:
        self._row.setSpacing(theme.current().px(_GAP))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the logit where it has no room."""
        super().resizeEvent(event)
        self._fit()
