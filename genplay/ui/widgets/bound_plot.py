"""The bound L_k against the number of samples k: it rises to log p(x), and its spread narrows."""

from collections.abc import Sequence
from math import isfinite, log

import numpy as np
from numpy.typing import ArrayLike, NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from genplay.ui import text, theme
from genplay.ui.theme import Theme
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.ticks import round_ticks

_KS = (1, 5, 50, 500, 5000)
_TICKS = 3
_WIDTH, _HEIGHT, _TOP = 445, 84, 8  # px
_GAP, _DOT, _RING, _BESIDE = 6, 8, 1.5, 8  # px
_WIDEST = "−000.0"  # the room that a number beside the axis always has, so that the axis does not move
_AXIS = 22  # px: the numbers of k
_BAND = 0.16  # of blue, on the sheet
_DASHES = (5.0, 3.0)
_LEAST = 0.5  # nats: no axis is shorter, so that noise does not look like a rise
_AIR = 0.05  # of the axis, above and below what must be seen
_LOWERED = 0.75  # of the label's size: its index
_FREE, _CLOSE = 1.1, 0.9  # lines of text: from label to label, from tick to tick


class BoundPlot(Dressed):
    """The curve of L_k on a logarithmic axis of k, a band of one deviation, and log p(x) where it is known.

    Points may come one by one: until ``reset`` the axis of nats is only ever widened, so that the curve does
    not jump while it grows.

    Args:
        ks: The numbers of samples marked on the axis, ascending, from its first to its last.
        parent: The parent widget.
    """

    def __init__(self, ks: Sequence[int] = _KS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ks = tuple(ks)
        self._points = np.zeros((3, 0))  # k, value, deviation
        self._reference: float | None = None
        self._reference_label = ""
        self._range: tuple[float, float] | None = None
        self._pointed: int | None = None
        self._margins = 0.0, 0.0
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Bound against the number of samples"))
        self._measure()

    def reset(self) -> None:
        """Forget points, reference and range: the next ones answer another question."""
        self._points, self._reference, self._range, self._pointed = np.zeros((3, 0)), None, None, None
        self._tell()

    def set_points(self, ks: ArrayLike, values: ArrayLike, deviations: ArrayLike | None = None) -> None:
        """Show all points there are so far.

        Args:
            ks: Numbers of samples, ascending, (n,).
            values: L_k in nats, (n,); a point that is no finite number, or off the axis, is left out.
            deviations: One standard deviation of each, (n,), NaN where it is not known; None for no band.
        """
        means = np.asarray(values, float)
        spreads = np.full(means.shape, np.nan) if deviations is None else np.asarray(deviations, float)
        points = np.stack([np.asarray(ks, float), means, spreads])
        within = (points[0] >= self._ks[0]) & (points[0] <= self._ks[-1])
        self._points = points[:, np.isfinite(means) & within]
        self._pointed = None if self._pointed is None or self._pointed >= self._count() else self._pointed
        self._widen()
        self._tell()

    def set_reference(self, value: float | None, label: str = "") -> None:
        """Draw a dashed line at log p(x), named so or by a label, translated; None where it is not known."""
        self._reference = value if value is not None and isfinite(value) else None
        self._reference_label = label
        self._widen()
        self._tell()

    def range(self) -> tuple[float, float]:
        """Return the ends of the axis of nats."""
        low, high = self._range or (-1.0, 0.0)
        least = max(_LEAST, 1e-9 * max(abs(low), abs(high)))  # what a float can tell apart
        missing = max(least - (high - low), 0.0) / 2
        low, high = low - missing, high + missing
        air = _AIR * (high - low)
        return low - air, high + air

    def at(self, k: float, value: float) -> QPointF:
        """Return where a number of samples and a value are drawn."""
        area, (low, high) = self._area(), self.range()
        return QPointF(self._x(k), area.bottom() - (value - low) / (high - low) * area.height())

    def reading(self, number: int) -> str:
        """Return a point in words."""
        k, value, spread = self._points[:, number]
        told = self.tr("k = {k}: {value}").format(k=text.count(round(k)), value=text.nats(value, 3))
        if isfinite(spread):
            told += self.tr(" ± {spread}").format(spread=text.nats(spread, 3))
        return told

    def pointed(self) -> int | None:
        """Return the number of the point under the pointer."""
        return self._pointed

    def _count(self) -> int:
        return self._points.shape[1]

    def _widen(self) -> None:
        _, values, spreads = self._points
        spreads = np.where(np.isfinite(spreads), spreads, 0.0)
        seen = [*(values - spreads).tolist(), *(values + spreads).tolist(), *(self._range or ())]
        seen += [] if self._reference is None else [self._reference]
        self._range = (min(seen), max(seen)) if seen else None

    def _tell(self) -> None:
        told = [self.reading(number) for number in range(self._count())]
        if self._reference is not None:
            told.append(f"{self._name()} = {text.nats(self._reference, 3)}")
        self.setAccessibleDescription("; ".join(told))
        self._measure()
        self.update()

    def _name(self) -> str:
        return self._reference_label or self.tr("log p(x)")

    def _measure(self) -> None:
        """Find the room beside the axes: measuring words each time that a point is placed would be slow."""
        now = theme.current()
        metrics, strong = QFontMetricsF(now.font("axis")), QFontMetricsF(_label_font(now))
        numbers = [metrics.horizontalAdvance(label) for label in (*dict(self._ticks()).values(), _WIDEST)]
        names = [strong.horizontalAdvance(name) for name in (self._name(), self.tr("bound L") + "k")]
        self._margins = max(numbers) + now.px(_GAP), max(names) + now.px(_BESIDE)

    def _area(self) -> QRectF:
        now, (left, right) = theme.current(), self._margins
        width, height = self.width() - left - right, self.height() - now.px(_TOP + _AXIS)
        return QRectF(left, now.px(_TOP), max(width, 1), max(height, 1))

    def _ticks(self) -> list[tuple[float, str]]:
        return round_ticks(*self.range(), _TICKS) if self._range else []

    def _x(self, k: float) -> float:
        area, first, last = self._area(), log(self._ks[0]), log(self._ks[-1])
        return area.left() + (log(k) - first) / max(last - first, 1e-9) * area.width()

    def _locate(self) -> list[QPointF]:
        return [self.at(k, value) for k, value in self._points[:2].T.tolist()]

    def _point_at(self, number: int | None) -> None:
        if number != self._pointed:
            self._pointed = number
            self.update()

    def sizeHint(self) -> QSize:
        """Ask for 445 by 84 at 100 %."""
        return QSize(theme.current().px(_WIDTH), theme.current().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Accept half the width."""
        return QSize(theme.current().px(_WIDTH // 2), theme.current().px(_HEIGHT))

    def _restyle(self) -> None:
        """Follow the theme's scale."""
        self._measure()
        self.updateGeometry()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read the point nearest to the pointer."""
        x, area = event.position().x(), self._area()
        if not self._count() or not area.left() - self._reach() <= x <= area.right() + self._reach():
            self._point_at(None)
            QToolTip.hideText()
            return
        away = [abs(point.x() - x) for point in self._locate()]
        self._point_at(away.index(min(away)))
        words = self.reading(self._pointed or 0)
        if isfinite(self._points[2, self._pointed or 0]):
            words += "\n" + self.tr("± one standard deviation")
        QToolTip.showText(event.globalPosition().toPoint(), words, self)

    def _reach(self) -> int:
        return theme.current().px(_BESIDE)

    def leaveEvent(self, event: QEvent) -> None:
        """Read no point."""
        self._point_at(None)
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw axes, band, reference, curve, dots and names."""
        now = theme.current()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ticks(painter, now)
            self._paint_ks(painter, now)
            if self._count():
                self._paint_band(painter, now)
            if self._reference is not None:
                self._paint_reference(painter, now, self._reference)
            if self._count():
                self._paint_curve(painter, now, self._locate())
            self._paint_names(painter, now)

    def _paint_ticks(self, painter: QPainter, now: Theme) -> None:
        area = self._area()
        painter.setFont(now.font("axis"))
        metrics = QFontMetricsF(painter.font())
        last = float("inf")
        for value, label in self._ticks():
            y = round(self.at(self._ks[0], value).y())
            painter.fillRect(QRectF(area.left(), y, area.width(), now.px(1)), now.color("line"))
            if last - y >= _CLOSE * metrics.height():
                last = y
                left = area.left() - now.px(_GAP) - metrics.horizontalAdvance(label)
                painter.setPen(now.color("text3"))
                painter.drawText(QPointF(left, y + metrics.capHeight() / 2), label)

    def _paint_ks(self, painter: QPainter, now: Theme) -> None:
        painter.setFont(now.font("axis"))
        painter.setPen(now.color("text3"))
        metrics, end = QFontMetricsF(painter.font()), float("-inf")
        base = self.height() - metrics.descent()
        for k in self._ks:
            label = text.count(k)
            left = self._x(k) - metrics.horizontalAdvance(label) / 2
            if left > end:
                painter.drawText(QPointF(left, base), label)
                end = left + metrics.horizontalAdvance(label) + now.px(_GAP)
        painter.drawText(QPointF(end + now.px(_GAP), base), "k")

    def _paint_band(self, painter: QPainter, now: Theme) -> None:
        """Shade one deviation about the curve; a deviation that is not known ends the band there."""
        fill = now.color("blue")
        fill.setAlphaF(_BAND)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        for run in _runs(np.isfinite(self._points[2])):
            ks, values, spreads = self._points[:, run].tolist()
            upper = [self.at(k, v + s) for k, v, s in zip(ks, values, spreads, strict=True)]
            lower = [self.at(k, v - s) for k, v, s in zip(ks, values, spreads, strict=True)]
            painter.drawPolygon(QPolygonF(upper + lower[::-1]))

    def _paint_reference(self, painter: QPainter, now: Theme, value: float) -> None:
        area, y = self._area(), self.at(self._ks[0], value).y()
        pen = QPen(now.color("text"), now.line("reference"))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([length * now.scale / pen.widthF() for length in _DASHES])
        painter.setPen(pen)
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))

    def _paint_curve(self, painter: QPainter, now: Theme, points: list[QPointF]) -> None:
        painter.setPen(QPen(now.color("blue"), now.line("data")))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(QPen(now.color("blue"), _RING * now.scale))
        for number, (k, point) in enumerate(zip(self._points[0].tolist(), points, strict=True)):
            if k in self._ks or number == self._pointed:
                pointed = number == self._pointed
                painter.setBrush(now.color("blue" if pointed else "surface"))
                radius = now.px(_DOT + 2 * pointed) / 2 - _RING * now.scale / 2
                painter.drawEllipse(point, radius, radius)

    def _paint_names(self, painter: QPainter, now: Theme) -> None:
        """Name the lines at their right ends; the curve's gives way to the reference's, downwards."""
        painter.setFont(_label_font(now))
        metrics, left = QFontMetricsF(painter.font()), self._area().right() + now.px(_BESIDE)
        lowest, middle = self._area().bottom(), metrics.capHeight() / 2
        taken = None
        if self._reference is not None:
            taken = max(self.at(self._ks[0], self._reference).y(), middle)
            painter.setPen(now.color("text"))
            painter.drawText(QPointF(left, taken + middle), self._name())
        if self._count():
            y = self.at(self._ks[0], float(self._points[1, -1])).y()
            apart = _FREE * metrics.height()
            if taken is not None and abs(y - taken) < apart:
                y = taken + apart if taken + apart <= lowest else taken - apart
            painter.setPen(now.color("blue"))
            self._paint_bound(painter, QPointF(left, y + middle))

    def _paint_bound(self, painter: QPainter, at: QPointF) -> None:
        words, font = self.tr("bound L"), painter.font()
        painter.drawText(at, words)
        beside = QFontMetricsF(font).horizontalAdvance(words)
        font.setPixelSize(max(round(_LOWERED * font.pixelSize()), 1))
        painter.setFont(font)
        painter.drawText(at + QPointF(beside, 0.25 * font.pixelSize()), "k")


def _runs(known: NDArray[np.bool_]) -> list[NDArray[np.intp]]:
    """Return the numbers of the points of each run that is known."""
    numbers = np.flatnonzero(known)
    return [run for run in np.split(numbers, np.flatnonzero(np.diff(numbers) > 1) + 1) if len(run)]


def _label_font(now: Theme) -> QFont:
    font = now.font("caption")
    font.setWeight(now.font("label").weight())
    return font
