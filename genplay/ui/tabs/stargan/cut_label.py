"""A line of words, fewer where there is less room; what is left out is said where the pointer rests."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy


class CutLabel(QLabel):
    """A label of a role (see ``words.label``) as wide as it is given, never wider for its words.

    Args:
        role: Of its type and colour.
    """

    def __init__(self, role: str) -> None:
        super().__init__()
        self._words = self._shortly = ""
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def set_words(self, said: str, shortly: str = "") -> None:
        """Say this, or where there is no room for it the other; what has none either is cut."""
        if (said, shortly) != (self._words, self._shortly):
            self._words, self._shortly = said, shortly
            self._cut()

    def words(self) -> str:
        """Return what it says, uncut."""
        return self._words

    def _cut(self) -> None:
        room = max(self.width(), 1)
        fits = self.fontMetrics().horizontalAdvance(self._words) <= room
        said = self._words if fits or not self._shortly else self._shortly
        cut = self.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, room)
        self.setText(cut)
        self.setToolTip(self._words if cut != self._words else "")
        self.setAccessibleName(self._words)

    def minimumSizeHint(self) -> QSize:
        """Accept any width."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut anew."""
        super().resizeEvent(event)
        self._cut()
