"""A histogram with a mark on it: where one value stands among many."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from genplay.ui import text, theme
from genplay.ui.theme import Theme
from genplay.ui.widgets.ticks import round_ticks
from genplay.ui.widgets.tones import mix

_HEIGHT = 94
_PALE = 0.32  # of the colour, on the sheet: the bars beyond the mark
_ABOVE = 14  # px above the tallest bar, for the mark's triangle
_TRIANGLE = (10, 6)
_TICKS = 5


class Histogram(QWidget):
    """Bars of counts; those below the mark are in full colour, the others pale; the mark is an accent line.

    Args:
        token: The colour of the bars.
        height: The least height at 100 %.
        parent: The parent widget.
    """

    def __init__(self, token: str = "blue", height: int = _HEIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._token, self._height = token, height
        self._counts = np.zeros(0)
        self._edges = np.zeros(1)
        self._mark: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Histogram"))

    def set_data(self, counts: ArrayLike, edges: ArrayLike) -> None:
        """Show counts (n,) between edges (n + 1,), as ``np.histogram`` gives them."""
        self._counts, self._edges = np.asarray(counts, float), np.asarray(edges, float)
        self._tell()

    def set_mark(self, value: float | None) -> None:
        """Mark a value; one beyond the ends is drawn at the edge with an arrow, and the tooltip says so."""
        self._mark = value
        self._tell()

    def mark_x(self) -> float | None:
        """Return where the mark is drawn, in the widget's own coordinates."""
        return None if self._mark is None or not len(self._counts) else self._x(self._mark)

    def _beyond(self) -> int:
        if self._mark is None or not len(self._counts):
            return 0
        return int(self._mark > self._edges[-1]) - int(self._mark < self._edges[0])

    def _tell(self) -> None:
        told = ""
        if self._mark is not None and self._beyond():
            side = self.tr("right") if self._beyond() > 0 else self.tr("left")
            told = self.tr("{value} nats, beyond the {side} end of this axis").format(
                value=text.nats(self._mark), side=side
            )
        elif self._mark is not None:
            told = self.tr("{value} nats").format(value=text.nats(self._mark))
        self.setToolTip(told)
        self.setAccessibleDescription(told)
        self.update()

    def _x(self, value: float) -> float:
        low, high = self._edges[0], self._edges[-1]
        return float(np.clip((value - low) / (high - low), 0, 1)) * self.width()

    def _base(self, current: Theme) -> int:
        return self.height() - QFontMetrics(current.font("axis")).height() - current.px(3)

    def sizeHint(self) -> QSize:
        """Ask for a width of 224 at 100 %."""
        current = theme.current()
        return QSize(current.px(224), current.px(self._height))

    def minimumSizeHint(self) -> QSize:
        """Accept half of that width."""
        return QSize(self.sizeHint().width() // 2, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw bars, axis and mark."""
        current = theme.current()
        with QPainter(self) as painter:
            base = self._base(current)
            if len(self._counts):
                self._paint_bars(painter, current, base)
                self._paint_ticks(painter, current, base)
            hairline = current.line("hairline")
            painter.fillRect(QRectF(0, base, self.width(), hairline), current.color("line"))
            if self._mark is not None and len(self._counts):
                self._paint_mark(painter, current, base)

    def _paint_bars(self, painter: QPainter, current: Theme, base: int) -> None:
        # Whole device pixels: a gap that is sometimes one and sometimes two pixels wide looks like data.
        ratio = self.devicePixelRatioF()
        lefts = np.rint(np.linspace(0, self.width() * ratio, len(self._counts) + 1)) / ratio
        heights = self._counts / max(self._counts.max(), 1) * (base - current.px(_ABOVE))
        heights = np.where(self._counts > 0, np.maximum(heights, current.px(1)), 0)
        gap, mark = current.px(1), self.width() if self._mark is None else self._x(self._mark)
        full, pale = current.color(self._token), mix(current, self._token, _PALE)
        for left, right, height in zip(lefts, lefts[1:], heights, strict=False):
            width = max(right - left - gap, 1 / ratio)
            below = min(max(mark - left, 0), width)
            painter.fillRect(QRectF(left, base - height, below, height), full)
            painter.fillRect(QRectF(left + below, base - height, width - below, height), pale)

    def _paint_ticks(self, painter: QPainter, current: Theme, base: int) -> None:
        painter.setFont(current.font("axis"))
        painter.setPen(current.color("text3"))
        metrics = painter.fontMetrics()
        for value, label in round_ticks(self._edges[0], self._edges[-1], _TICKS):
            width = metrics.horizontalAdvance(label)
            left = self._x(value) - width / 2
            if 0 <= left <= self.width() - width:
                painter.drawText(QPointF(left, base + current.px(3) + metrics.ascent()), label)

    def _paint_mark(self, painter: QPainter, current: Theme, base: int) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, beyond = current.line("cursor"), self._beyond()
        x = min(max(self._x(self._mark or 0.0), width / 2), self.width() - width / 2)
        colour = current.color("accent")
        painter.fillRect(QRectF(round(x - width / 2), 0, width, base), colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF(self._triangle(current, round(x - width / 2) + width / 2, beyond)))

    def _triangle(self, current: Theme, x: float, beyond: int) -> Sequence[QPointF]:
        wide, high = (current.px(side) for side in _TRIANGLE)
        if not beyond:
            return [QPointF(x - wide / 2, 0), QPointF(x + wide / 2, 0), QPointF(x, high)]
        back = x - beyond * wide  # it lies down and points to where the value is
        return [QPointF(back, 0), QPointF(back, wide), QPointF(x, wide / 2)]
