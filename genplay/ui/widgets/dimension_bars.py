"""What each latent dimension tells: its KL as a bar, for one drawing and on average; two may be axes."""

from collections.abc import Sequence
from itertools import pairwise
from math import floor, isfinite, log10

import numpy as np
from numpy.typing import ArrayLike, NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from genplay.ui import text, theme
from genplay.ui.theme import Theme
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.latent_name import latent, latent_width, paint_latent
from genplay.ui.widgets.ticks import round_ticks
from genplay.ui.widgets.tones import mix

_WIDTH, _HEIGHT = 344, 120  # px
_LEFT, _TOP, _BOTTOM, _RIGHT = 30, 8, 26, 2  # px: the room of axis, names and marks
_COLUMN, _SHARE, _GAP, _NAME = 44, 0.64, 6, 12  # px: the widest column; the bar's share of it; px; px
_MEAN, _OVER = 2, 2  # px: the tick of the mean, and how far it reaches over the bar
_BRACKET, _FOOT = 4, 6  # px: the bracket's ends, and its distance from what is below
_ARROW, _BASE, _APART = 4, 19, 2  # px: below a chosen bar; the names' baseline; between two names
_TICKS = 3
_GREY = 0.5  # of text3 on the sheet
_LADDER = (1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)  # where the axis may end, times a power of ten
_LEAST = 0.1  # nats


class DimensionBars(Dressed):
    """A bar for each dimension in the caller's order, the inactive ones grey and bracketed at the right.

    The bar is the KL of one drawing, the tick on it the mean over the test pictures. ``picked`` comes of a
    click and of Enter, which picks where the arrow keys have gone; ``set_chosen`` marks what was chosen.
    Dimensions are counted from 0 and shown from 1.
    """

    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order: tuple[int, ...] = ()
        self._places: dict[int, int] = {}
        self._inactive = 0
        self._values = self._means = np.zeros(0)
        self._chosen: tuple[int, ...] = ()
        self._top = _LEAST
        self._place = 0  # in the order: where the keys are
        self._pointed: int | None = None
        self._pressed: int | None = None
        self._lay_out()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("What each dimension tells"))

    def set_order(self, order: Sequence[int], inactive: int = 0) -> None:
        """Show these dimensions from left to right, of which so many at the end are inactive."""
        self._order, self._inactive = tuple(order), min(max(inactive, 0), len(order))
        self._places = {dimension: place for place, dimension in enumerate(order)}
        self._place = min(self._place, max(len(order) - 1, 0))
        self._pointed = self._pressed = None
        self._lay_out()
        self._scale()
        self._tell()

    def set_values(self, values: ArrayLike | None, means: ArrayLike | None = None) -> None:
        """Show KLs in nats of the whole code: of a drawing, (L,), and on average, (L,); None for none."""
        self._values = np.zeros(0) if values is None else np.array(values, float)
        self._means = np.zeros(0) if means is None else np.array(means, float)
        self._scale()
        self._tell()

    def set_chosen(self, dimensions: Sequence[int]) -> None:
        """Mark these dimensions, such as the two axes of a map."""
        self._chosen = tuple(dimensions)
        self._tell()

    def top(self) -> float:
        """Return the nats at the upper end of the axis: round, at or above every bar and tick."""
        return self._top

    def bar(self, dimension: int) -> QRectF:
        """Return where the bar of a dimension is drawn; it is empty where there is no number."""
        value = self._of(self._values, dimension)
        if value is None:
            return QRectF()
        column = self._column(dimension)
        left, wide = self._middle(column)
        base = round(column.bottom())
        high = round(base - self._y(value)) or (1 if value > 0 else 0)  # what is not nothing is to be seen
        return QRectF(left, base - high, wide, high)

    def mean(self, dimension: int) -> QRectF:
        """Return where the tick of a dimension's mean is drawn; it is empty where there is no number."""
        value = self._of(self._means, dimension)
        if value is None:
            return QRectF()
        column, high = self._column(dimension), theme.current().px(_MEAN)
        left, wide = self._middle(column)
        over = min(theme.current().px(_OVER), max(int(column.width() - wide - 1) // 2, 0))
        top = min(round(self._y(value) - high / 2), round(column.bottom()) - high)
        return QRectF(left - over, top, wide + 2 * over, high)

    def reading(self, dimension: int) -> str:
        """Return the numbers of a dimension in words."""
        value, mean = (self._of(numbers, dimension) for numbers in self._numbers())
        here = text.nats(value) if value is not None else "–"
        if mean is None:
            told = self.tr("{name}: {here} nats here").format(name=latent(dimension), here=here)
        else:
            told = self.tr("{name}: {here} nats here, {mean} on average").format(
                name=latent(dimension), here=here, mean=text.nats(mean)
            )
        return f"{told}, {self.tr('inactive')}" if self._is_inactive(dimension) else told

    def pointed(self) -> int | None:
        """Return the dimension under the pointer."""
        return self._pointed

    def current(self) -> int | None:
        """Return the dimension where the arrow keys are."""
        return self._order[self._place] if self._order else None

    def _numbers(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        return self._values, self._means

    def _of(self, numbers: NDArray[np.float64], dimension: int) -> float | None:
        """Return a dimension's number, None where it is not known; a KL below 0 is rounding, and 0."""
        value = float(numbers[dimension]) if dimension < len(numbers) else float("nan")
        return max(value, 0.0) if isfinite(value) else None

    def _is_inactive(self, dimension: int) -> bool:
        return self._places[dimension] >= len(self._order) - self._inactive

    def _scale(self) -> None:
        every = [self._of(numbers, dimension) for dimension in self._order for numbers in self._numbers()]
        highest = max([_LEAST, *(value for value in every if value is not None)])
        power = 10.0 ** floor(log10(highest))
        self._top = next(power * step for step in _LADDER if power * step >= highest * (1 - 1e-9))
        self._lay_out()  # longer numbers take more room

    def _tell(self) -> None:
        told = [self.reading(dimension) for dimension in self._order[: len(self._order) - self._inactive]]
        told += [self._silent()] if self._inactive else []
        chosen = ", ".join(latent(dimension) for dimension in self._chosen)
        told += [self.tr("chosen: {names}").format(names=chosen)] if chosen else []
        here = self.current()
        told = [self.reading(here), *told] if here is not None and self.hasFocus() else told
        self.setAccessibleDescription("; ".join(told))
        self.update()

    def _silent(self) -> str:
        return self.tr("{count} inactive").format(count=self._inactive)

    def _lay_out(self) -> None:
        """Find where everything is: it is asked for hundreds of times in each painting."""
        now, count = theme.current(), len(self._order)
        metrics = QFontMetricsF(now.font("axis"))
        labels = [metrics.horizontalAdvance(label) for _, label in round_ticks(0.0, self._top, _TICKS)]
        left, top = max(now.px(_LEFT), round(max(labels)) + now.px(_GAP)), now.px(_TOP)
        width = max(self.width() - left - now.px(_RIGHT), 1)
        height = max(self.height() - top - now.px(_BOTTOM), 1)
        wide = min(width / max(count, 1), now.px(_COLUMN))
        edges = [left + round(place * wide) for place in range(count + 1)]
        self._area = QRectF(left, top, width, height)
        self._columns = [QRectF(begin, top, end - begin, height) for begin, end in pairwise(edges)]

    def _y(self, value: float) -> float:
        area = self._area
        return area.bottom() - value / self._top * area.height()

    def _column(self, dimension: int) -> QRectF:
        return QRectF(self._columns[self._places[dimension]])

    def _middle(self, column: QRectF) -> tuple[int, int]:
        """Return where in its column a bar begins, and how wide it is."""
        wide = max(round(_SHARE * column.width()), 1)
        return round(column.center().x() - wide / 2), wide

    def _at(self, x: float) -> int | None:
        """Return the dimension whose column is at an x, whether or not its bar is high enough to be hit."""
        hit = [place for place, column in enumerate(self._columns) if column.left() <= x < column.right()]
        return self._order[hit[0]] if hit else None

    def _point_at(self, dimension: int | None) -> None:
        if dimension != self._pointed:
            self._pointed = dimension
            self.update()

    def sizeHint(self) -> QSize:
        """Ask for 344 by 120 at 100 %."""
        return QSize(theme.current().px(_WIDTH), theme.current().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Accept half of both."""
        return QSize(theme.current().px(_WIDTH // 2), theme.current().px(_HEIGHT // 2))

    def _restyle(self) -> None:
        """Follow the theme's scale."""
        self._lay_out()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._lay_out()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read the bar under the pointer."""
        self._point_at(self._at(event.position().x()))
        words = "" if self._pointed is None else self.reading(self._pointed)
        QToolTip.showText(event.globalPosition().toPoint(), words, self)  # "" hides the one before

    def leaveEvent(self, event: QEvent) -> None:
        """Read none."""
        self._point_at(None)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._pressed = self._at(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Pick the dimension, where press and release were on the same."""
        pressed, self._pressed = self._pressed, None
        if event.button() == Qt.MouseButton.LeftButton and pressed is not None:
            inside = self.rect().contains(event.position().toPoint())
            if inside and self._at(event.position().x()) == pressed:
                self._place = self._places[pressed]
                self._tell()
                self.picked.emit(pressed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go by the arrow keys, Home and End; pick by Enter or the space bar."""
        last = len(self._order) - 1
        places = {
            Qt.Key.Key_Left: self._place - 1,
            Qt.Key.Key_Right: self._place + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        key, here = Qt.Key(event.key()), self.current()
        if here is None or key not in {*places, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            super().keyPressEvent(event)
        elif key in places:
            self._go(min(max(places[key], 0), last))
        else:
            self.picked.emit(here)

    def _go(self, place: int) -> None:
        self._place = place
        self._tell()
        corner = self._columns[place].bottomLeft().toPoint()
        QToolTip.showText(self.mapToGlobal(corner), self.reading(self._order[place]), self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say where the arrow keys are."""
        super().focusInEvent(event)
        self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say it no more."""
        super().focusOutEvent(event)
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw marks, axis, bars, means, bracket and names."""
        now = theme.current()
        with QPainter(self) as painter:
            self._paint_grounds(painter, now)
            self._paint_axis(painter, now)
            for dimension in self._order:
                self._paint_bar(painter, now, dimension)
            self._paint_bracket(painter, now)
            self._paint_names(painter, now)
            self._paint_frames(painter, now)

    def _marked(self) -> list[int]:
        return [dimension for dimension in self._chosen if dimension in self._places]

    def _paint_grounds(self, painter: QPainter, now: Theme) -> None:
        """Tint the columns of those that are chosen, and point at them from below."""
        for dimension in self._marked():
            column, high = self._column(dimension), now.px(_ARROW)
            painter.fillRect(column, now.color("accent_soft"))
            tip = QPointF(column.center().x(), column.bottom() + now.px(2))
            arrow = [tip, tip + QPointF(high, high), tip + QPointF(-high, high)]
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.color("accent"))
            painter.drawPolygon(QPolygonF(arrow))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_axis(self, painter: QPainter, now: Theme) -> None:
        area = self._area
        painter.setFont(now.font("axis"))
        metrics, last = QFontMetricsF(painter.font()), float("inf")
        for value, label in round_ticks(0.0, self._top, _TICKS):
            y = round(self._y(value))
            painter.fillRect(QRectF(area.left(), y, area.width(), now.px(1)), now.color("line"))
            if last - y >= metrics.height():
                last = y
                left = area.left() - now.px(_GAP) - metrics.horizontalAdvance(label)
                painter.setPen(now.color("text3"))
                painter.drawText(QPointF(left, y + metrics.capHeight() / 2), label)

    def _paint_bar(self, painter: QPainter, now: Theme, dimension: int) -> None:
        grey = self._is_inactive(dimension)
        painter.fillRect(self.bar(dimension), mix(now, "text3", _GREY) if grey else now.color("orange"))
        painter.fillRect(self.mean(dimension), now.color("text3" if grey else "text"))

    def _paint_bracket(self, painter: QPainter, now: Theme) -> None:
        """Draw a bracket over the inactive ones, as low as the bars let it, and say how many they are."""
        if not self._inactive:
            return
        line, foot = now.px(1), now.px(_BRACKET)
        left = self._columns[-self._inactive].left() + line
        right = self._columns[-1].right() - line
        painter.setFont(now.font("axis"))
        metrics, words = QFontMetricsF(painter.font()), self._silent()
        wide = metrics.horizontalAdvance(words)
        start = max(min((left + right - wide) / 2, self.width() - wide), 0.0)
        highest = self._highest(min(left, start), max(right, start + wide))
        top = round(max(highest - now.px(_FOOT) - foot, metrics.height()))
        painter.fillRect(QRectF(left, top, right - left, line), now.color("control"))
        painter.fillRect(QRectF(left, top, line, foot), now.color("control"))
        painter.fillRect(QRectF(right - line, top, line, foot), now.color("control"))
        painter.setPen(now.color("text3"))
        painter.drawText(QPointF(start, top - metrics.descent()), words)

    def _highest(self, left: float, right: float) -> float:
        """Return the upper end of the highest bar or tick between two places."""
        tops = [self._area.bottom()]
        for column, dimension in zip(self._columns, self._order, strict=True):
            if column.right() > left and column.left() < right:
                tops += [box.top() for box in (self.bar(dimension), self.mean(dimension)) if box.width()]
        return min(tops)

    def _paint_names(self, painter: QPainter, now: Theme) -> None:
        """Name those that are chosen, and of the others as many as there is room for."""
        pixels, base = _NAME * now.scale, self._area.bottom() + now.px(_BASE)
        taken: list[tuple[float, float]] = []
        for dimension in sorted(self._order, key=lambda dimension: dimension not in self._chosen):
            wide = latent_width(dimension, pixels)
            left = self._column(dimension).center().x() - wide / 2
            chosen, room = dimension in self._chosen, now.px(_APART)
            if chosen and taken:  # it must be read: beside the other one's name, where they are neighbours
                left = _aside(left, wide, taken[0], room)
            if all(left >= end + room or left + wide + room <= begin for begin, end in taken):
                taken.append((left, left + wide))
                colour = now.tokens.accent if chosen else now.tokens.text3
                paint_latent(painter, dimension, QPointF(left, base), pixels, colour)

    def _paint_frames(self, painter: QPainter, now: Theme) -> None:
        """Frame the column under the pointer, and the one where the keys are."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        here = self.current() if self.hasFocus() else None
        for dimension, token, width in ((self._pointed, "control", 1), (here, "accent", 2)):
            if dimension is not None:
                pen = QPen(now.color(token), now.px(width))
                pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
                painter.setPen(pen)
                half = pen.widthF() / 2
                box = self._column(dimension).adjusted(-1, 0, 1, 0)
                painter.drawRect(box.adjusted(half, half, -half, -half))


def _aside(left: float, wide: float, taken: tuple[float, float], room: float) -> float:
    """Return where a name begins that would otherwise touch another one: beside it, on its own side."""
    begin, end = taken
    if left >= end + room or left + wide + room <= begin:
        return left
    return end + room if left + wide / 2 >= (begin + end) / 2 else begin - room - wide
