"""Where D's logit of a picture lies among those of real test pictures and of G's own."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy

from genplay.families.dcgan import Floats
from genplay.ui import text, theme
from genplay.ui.theme import Theme
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.ticks import round_ticks

_ROW, _TOP, _AXIS, _GAP, _THICK, _THIN = 20, 8, 16, 10, 10, 2  # px at 100 %
_HEAD, _SHORTEST, _TICKS = 5, 120, 6
_OUTER, _INNER = (5, 95), (25, 75)  # percentiles of the line and of the bar
_AIR = 0.04  # of the scale beyond what it shows


class LogitScale(Dressed):
    """Two strips on one scale, each a bar of the middle half and a line from 5 to 95 %; and a marker."""

    def __init__(self) -> None:
        super().__init__()
        self._logits: Floats | None = None
        self._value: float | None = None
        self.setAccessibleName(self.tr("D’s logits"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_logits(self, logits: Floats | None) -> None:
        """Show these percentiles, of test pictures and of G's, (2, 101), or nothing."""
        self._logits = logits
        self.updateGeometry()
        self.update()

    def set_value(self, value: float | None) -> None:
        """Mark a picture's logit, or none; one beyond the scale stands at its end."""
        if value != self._value:
            self._value = value
            self.setAccessibleDescription("" if value is None else text.number(value, 2))
            self.update()

    def ends(self) -> tuple[float, float]:
        """Return the least and the largest logit of the scale."""
        if self._logits is None:
            return -1.0, 1.0
        low, high = float(self._logits[:, 1].min()), float(self._logits[:, 99].max())
        low, high = min(low, -0.5), max(high, 0.5)
        return low - _AIR * (high - low), high + _AIR * (high - low)

    def place(self, value: float) -> float:
        """Return where a logit is across."""
        low, high = self.ends()
        left, wide = self._left(), self.width() - self._left() - theme.current().px(_HEAD)
        return left + wide * min(max((value - low) / (high - low), 0.0), 1.0)

    def middle(self, row: int) -> float:
        """Return where a strip is down: 0 is of the real pictures, 1 of G's."""
        now = theme.current()
        return now.px(_TOP) + (row + 0.5) * now.px(_ROW)

    def _names(self) -> tuple[str, str]:
        return self.tr("Test pictures"), self.tr("G’s pictures")

    def _left(self) -> float:
        metrics = QFontMetricsF(theme.current().font("body"))
        return max(map(metrics.horizontalAdvance, self._names())) + theme.current().px(_GAP)

    def sizeHint(self) -> QSize:
        """Ask for two strips and an axis."""
        now = theme.current()
        return QSize(int(self._left()) + now.px(280), now.px(_TOP + 2 * _ROW + _AXIS))

    def minimumSizeHint(self) -> QSize:
        """Accept a short scale."""
        return QSize(int(self._left()) + theme.current().px(_SHORTEST), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw names, strips, axis and marker."""
        now = theme.current()
        with QPainter(self) as painter:
            self._paint_axis(painter, now)
            for row, token in enumerate(("blue", "orange")):
                self._paint_name(painter, now, row)
                if self._logits is not None:
                    self._paint_strip(painter, now, row, token)
            if self._value is not None:
                self._paint_marker(painter, now, self._value)

    def _paint_name(self, painter: QPainter, now: Theme, row: int) -> None:
        painter.setFont(now.font("body"))
        painter.setPen(now.color("text2"))
        room = QRectF(0, self.middle(row) - now.px(_ROW) / 2, self._left(), now.px(_ROW))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, flags, self._names()[row])

    def _paint_strip(self, painter: QPainter, now: Theme, row: int, token: str) -> None:
        assert self._logits is not None
        points = [self.place(float(self._logits[row, at])) for at in (*_OUTER, *_INNER, 50)]
        middle, thin, thick = self.middle(row), now.px(_THIN), now.px(_THICK)
        painter.fillRect(QRectF(points[0], middle - thin / 2, points[1] - points[0], thin), now.color(token))
        painter.fillRect(
            QRectF(points[2], middle - thick / 2, points[3] - points[2], thick), now.color(token)
        )
        median = QRectF(round(points[4]) - thin / 2, middle - thick / 2, thin, thick)
        painter.fillRect(median, now.color("surface"))

    def _paint_axis(self, painter: QPainter, now: Theme) -> None:
        bottom = now.px(_TOP) + 2 * now.px(_ROW)
        painter.setFont(now.font("axis"))
        metrics, last = painter.fontMetrics(), -np.inf
        for value, name in round_ticks(*self.ends(), _TICKS):
            x, wide = round(self.place(value)) + 0.5, metrics.horizontalAdvance(name)
            painter.setPen(QPen(now.color("control" if value == 0 else "line"), now.line("hairline")))
            painter.drawLine(QPointF(x, now.px(_TOP)), QPointF(x, bottom))
            left = min(max(x - wide / 2, 0), self.width() - wide)
            if left > last:
                painter.setPen(now.color("text3"))
                room = QRectF(left, bottom, wide + 1, now.px(_AXIS))
                painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, name)
                last = left + wide + now.px(_GAP) / 2

    def _paint_marker(self, painter: QPainter, now: Theme, value: float) -> None:
        x, head = self.place(value), now.px(_HEAD)
        bottom = now.px(_TOP) + 2 * now.px(_ROW)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(now.color("surface"), now.line("cursor_paper")))
        painter.drawLine(QPointF(x, now.px(_TOP)), QPointF(x, bottom))
        painter.setPen(QPen(now.color("accent"), now.line("cursor")))
        painter.drawLine(QPointF(x, now.px(_TOP)), QPointF(x, bottom))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.color("accent"))
        tip = QPointF(x, now.px(_TOP) + head / 2)
        painter.drawPolygon(QPolygonF([tip, QPointF(x - head, 0), QPointF(x + head, 0)]))
