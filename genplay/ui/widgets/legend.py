"""What the colours of a map mean: its bar between its two ends in words."""

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from genplay.ui import maps, theme
from genplay.ui.theme import Theme
from genplay.ui.widgets.pixels import indexed

_BAR = (140, 8)
_GAP = 8
_ALL = np.arange(maps.ENTRIES, dtype=np.uint8)[None]


class Legend(QWidget):
    """A map's colours from its low end (words at the left) to its high end (words at the right)."""

    def __init__(
        self, table: str = "probability", left: str = "", right: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._table = table
        self._left = self._right = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_ends(left, right)

    def set_table(self, table: str) -> None:
        """Show another map's colours."""
        self._table = table
        self.update()

    def set_ends(self, left: str, right: str) -> None:
        """Say what the first and the last colour stand for, with the unit."""
        self._left, self._right = left, right
        self.setAccessibleName(self.tr("Legend: from {low} to {high}").format(low=left, high=right))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the bar, the words and air between them."""
        current = theme.current()
        metrics = QFontMetrics(current.font("axis"))
        words = metrics.horizontalAdvance(self._left) + metrics.horizontalAdvance(self._right)
        return QSize(words + current.px(_BAR[0] + 2 * _GAP), max(metrics.height(), current.px(16)))

    def minimumSizeHint(self) -> QSize:
        """Accept a bar of a quarter of its length."""
        return self.sizeHint() - QSize(theme.current().px(_BAR[0] * 3 / 4), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw words, bar, words."""
        current = theme.current()
        with QPainter(self) as painter:
            painter.setFont(current.font("axis"))
            painter.setPen(current.color("text3"))
            box, middle = QRectF(self.rect()), Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | middle, self._left)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | middle, self._right)
            self._paint_bar(painter, current)

    def _paint_bar(self, painter: QPainter, current: Theme) -> None:
        metrics = painter.fontMetrics()
        left = metrics.horizontalAdvance(self._left) + current.px(_GAP)
        right = self.width() - metrics.horizontalAdvance(self._right) - current.px(_GAP)
        width, height = min(current.px(_BAR[0]), right - left), current.px(_BAR[1])
        x, y = left + (right - left - width) // 2, (self.height() - height) // 2
        painter.drawImage(QRectF(x, y, width, height), indexed(_ALL, current.table(self._table)))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(current.color("line"), current.line("hairline")))
        half, radius = current.line("hairline") / 2, current.px(2)
        painter.drawRoundedRect(
            QRectF(x, y, width, height).adjusted(-half, -half, half, half), radius, radius
        )
