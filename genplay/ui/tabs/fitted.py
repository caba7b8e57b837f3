"""A page that shows what it has room for, in the sizes of the theme."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class FittedPage(QWidget):
    """Fits itself when its room changes, and dresses anew when theme or scale do.

    A subclass calls ``_restyle`` once when it is made.
    """

    def _fit(self) -> None:
        """Show what there is room for."""
        raise NotImplementedError

    def _restyle(self) -> None:
        """Take margins, spaces and sizes from the theme, and fit."""
        raise NotImplementedError

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new room."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and scale."""
        if event.type() == QEvent.Type.StyleChange:
            self._restyle()
        super().changeEvent(event)
