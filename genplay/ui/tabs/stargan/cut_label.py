"""A line of words that is cut where it has no room, and then said in full where the pointer rests."""

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
        self._words = ""
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def set_words(self, said: str) -> None:
        """Say this."""
        if said != self._words:
            self._words = said
            self._cut()

    def words(self) -> str:
        """Return what it says, uncut."""
        return self._words

    def _cut(self) -> None:
        room = max(self.width(), 1)
        cut = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
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
