"""A widget in the sizes of the theme."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget


class Dressed(QWidget):
    """Takes its sizes anew when theme or scale change.

    A subclass that sets sizes does so in ``_restyle``, and calls it once when it is made; one that only
    paints asks for another size.
    """

    def _restyle(self) -> None:
        """Take margins, spaces and sizes from the theme."""
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and scale."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._restyle()
