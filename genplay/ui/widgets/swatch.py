"""A small square of one grey."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from genplay.ui import theme
from genplay.ui.widgets.dressed import Dressed

_SIDE = 14


class Swatch(Dressed):
    """Shows a grey level, 0 paper to 255 full ink, as pictures show it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = 255
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._restyle()

    def set_level(self, level: int) -> None:
        """Show a grey."""
        if level != self._level:
            self._level = level
            self.update()

    def _restyle(self) -> None:
        side = theme.current().px(_SIDE)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the square and its frame."""
        current = theme.current()
        half = current.line("frame") / 2
        with QPainter(self) as painter:
            painter.setPen(QPen(current.color("frame"), current.line("frame")))
            painter.setBrush(QColor.fromRgb(current.table("grey")[self._level]))
            painter.drawRect(QRectF(self.rect()).adjusted(half, half, -half, -half))
