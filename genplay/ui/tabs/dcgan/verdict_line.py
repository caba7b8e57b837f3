"""D's verdict as a number, and beside it as much as has room."""

from collections.abc import Sequence

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
        self._number, self._beside = label("number"), label("body")
        self._said: Sequence[str] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # what is beside asks for no room
        self._row.addWidget(self._number)
        self._row.addWidget(self._beside)
        self._row.addStretch(1)
        self._restyle()

    def set_words(self, number: str, beside: Sequence[str]) -> None:
        """Say a number, and beside it the first of some words that has room."""
        self._number.setText(number)
        self._said = beside
        self._fit()

    def _fit(self) -> None:
        room = self.width() - size_of("number", self._number.text()).width() - theme.current().px(_GAP)
        said = next((words for words in self._said if size_of("body", words).width() <= room), "")
        self._beside.setText(said)
        self._beside.setVisible(bool(said))
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Ask for the number whole."""
        return size_of("number", self._number.text())

    def _restyle(self) -> None:
        self._row.setSpacing(theme.current().px(_GAP))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what has no room."""
        super().resizeEvent(event)
        self._fit()
