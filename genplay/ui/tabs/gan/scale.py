"""What the colours of a surface mean: a bar between words, in a corner of a picture or below it."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from genplay.ui import theme
from genplay.ui.tabs.gan.relief import STRENGTH
from genplay.ui.theme import Theme
from genplay.ui.widgets.pixels import indexed, levels

Ends = tuple[str, str]
_BAR, _LEAST, _GAP = (84, 8), 24, 6  # px
_PAD = (7, 4, 8)  # px: beside and above the words on the field, and from its edge
_BESIDE = 14  # px: beside a sentence
_SHADES = np.linspace(-1, 1, 64, dtype=np.float32)[None]


class Scale(QWidget):
    """The colours of a surface from their low end (words at the left) to their high end."""

    def __init__(self) -> None:
        super().__init__()
        self._ends: Ends = ("", "")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_ends(self, ends: Ends) -> None:
        """Say what the first and the last colour mean."""
        if ends != self._ends:
            self._ends = ends
            name = self.tr("The colours go from {low} to {high}")
            self.setAccessibleName(name.format(low=ends[0], high=ends[1]))
            self.update()

    def sizeHint(self) -> QSize:
        """Ask for a line of text."""
        return QSize(theme.current().px(120), theme.current().px(20))

    def minimumSizeHint(self) -> QSize:
        """Accept any width."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw words, bar, words."""
        now = theme.current()
        with QPainter(self) as painter:
            painter.setFont(now.font("axis"))
            _paint_row(painter, QRectF(self.rect()), self._ends, now, now.px(_BAR[0] * 2))


def paint_scale(painter: QPainter, inner: QRectF, ends: Ends, now: Theme) -> None:
    """Draw a bar with its words in the lower left corner of a picture."""
    painter.setFont(now.font("axis"))
    metrics, (beside, above, edge) = QFontMetricsF(painter.font()), (now.px(pad) for pad in _PAD)
    words = sum(metrics.horizontalAdvance(said) for said in ends)
    wide = words + now.px(_BAR[0] + 2 * _GAP) + 2 * beside
    high = metrics.height() + 2 * above
    box = QRectF(inner.left() + edge, inner.bottom() - edge - high, min(wide, inner.width() - 2 * edge), high)
    painter.setPen(QPen(now.color("line"), now.line("hairline")))
    painter.setBrush(now.color("surface"))
    painter.drawRoundedRect(box, now.px(4), now.px(4))
    _paint_row(painter, box.adjusted(beside, 0, -beside, 0), ends, now, now.px(_BAR[0]))


def paint_sentence(painter: QPainter, inner: QRectF, words: str, now: Theme) -> None:
    """Write a sentence in the middle of a picture, in as many lines as it needs."""
    beside, edge = now.px(_BESIDE), now.px(_PAD[1])
    room = inner.adjusted(beside, 0, -beside, 0)
    wrapped = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.setFont(now.font("caption"))
    box = painter.boundingRect(room, wrapped, words)
    painter.fillRect(box.adjusted(-edge, -edge, edge, edge), now.color("paper"))
    painter.setPen(now.color("text2"))
    painter.drawText(room, wrapped, words)


def _paint_row(painter: QPainter, box: QRectF, ends: Ends, now: Theme, most: float) -> None:
    """Draw the words at both ends of a box, and the bar between them where there is room for it."""
    metrics = QFontMetricsF(painter.font())
    base = box.center().y() + (metrics.ascent() - metrics.descent()) / 2
    left = box.left() + metrics.horizontalAdvance(ends[0]) + now.px(_GAP)
    right = box.right() - metrics.horizontalAdvance(ends[1]) - now.px(_GAP)
    painter.setPen(now.color("text3"))
    painter.drawText(QPointF(box.left(), base), ends[0])
    painter.drawText(QPointF(right + now.px(_GAP), base), ends[1])
    wide = min(right - left, most)
    if wide >= now.px(_LEAST):
        high = now.px(_BAR[1])
        bar = QRectF((left + right - wide) / 2, box.center().y() - high / 2, wide, high)
        shades = levels(_SHADES, -1 / STRENGTH, 1 / STRENGTH)
        painter.drawImage(bar, indexed(shades, now.table("signed")))
        painter.setPen(QPen(now.color("line"), now.line("hairline")))
        painter.setBrush(QColor(0, 0, 0, 0))
        painter.drawRect(bar)
