"""Curves against the number of steps: the values, pale, and their running mean; a click goes to a step."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from genplay.ui import text, theme
from genplay.ui.tabs.training.scatter import paint_curve, polygon
from genplay.ui.theme import Theme
from genplay.ui.widgets import halo
from genplay.ui.widgets.ticks import round_step, round_ticks

_TOP, _BOTTOM, _LEFT, _RIGHT, _GAP = 6, 20, 40, 10, 6
_NAME_ROOM = 12  # px between curve and name
_LEAST_NAME = 14  # px for a name: plots of short names below each other end alike
_DASHES, _ABOVE = (5.0, 3.0), 4  # of a reference line, px; its name stands so far above it
_TICKS = 3
_LEAST = 0.05  # of the values, the axis spans: less needs labels of many digits, and magnifies noise
_PALE = 0.25  # opacity of the values themselves
_MOST_POINTS = 160  # of a curve on screen
_SHARE = 50  # of the steps, the running mean is over one in so many
_FIRST_STEPS = 0.04  # of them lie above the plot: they cost so much that the rest would be a flat line
_STRIDE = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -100,
    Qt.Key.Key_PageDown: 100,
}


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A curve: its name, the token of its colour, its values; NaN where there is none."""

    name: str
    token: str
    values: NDArray[np.floating]


@dataclass(frozen=True, slots=True)
class Reference:
    """A value that theory knows, drawn as a dashed line with its name on it; the axis reaches it."""

    name: str
    value: float


class StepPlot(QWidget):
    """Lines with their names at their ends; ``read`` says what the pointer is on, ``picked`` what is clicked.

    Args:
        name: What is shown, for screen readers.
        hint: What to say while there is nothing to show, translated; by default, that of losses.
        decimals: Of the values that are read.
        margin: Pixels at 100 % for the labels at the left: plots below each other have the same.
        smooth: Whether the running mean is drawn, and the values pale behind it, or the values alone.
        zero: Whether the axis begins at 0 whatever the values, none of which is below.
        parent: The parent widget.
    """

    read = Signal(str)
    """The values under the pointer, in words; "" when it has left."""
    picked = Signal(int)

    def __init__(
        self,
        name: str,
        parent: QWidget | None = None,
        *,
        hint: str = "",
        decimals: int = 2,
        margin: int = _LEFT,
        smooth: bool = True,
        zero: bool = False,
    ) -> None:
        super().__init__(parent)
        self._hint = hint or self.tr("Play, or take a step: what it pays is drawn here")
        self._decimals, self._margin, self._smooth, self._zero = decimals, margin, smooth, zero
        self._steps: NDArray[np.integer] = np.zeros(0, np.int64)
        self._lines: tuple[Line, ...] = ()
        self._references: tuple[Reference, ...] = ()
        self._pointed: int | None = None
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_lines(
        self, steps: NDArray[np.integer], lines: Sequence[Line], references: Sequence[Reference] = ()
    ) -> None:
        """Show lines whose values are of the blocks that end at ``steps``, and what theory knows of them."""
        self._steps, self._lines, self._references = steps, tuple(lines), tuple(references)
        if self._pointed is not None and self._pointed >= len(steps):
            self._point_at(None)
        self.setAccessibleDescription(self.reading(len(steps) - 1) if len(steps) else "")
        self.update()

    @property
    def smooths(self) -> bool:
        """Whether the bold curves are means of several steps."""
        return self._smooth and self.smoothed() > 1

    def smoothed(self) -> int:
        """Return how many steps the running means are over."""
        size = int(self._steps[0]) if len(self._steps) else 1
        return self._window() * max(size, 1)

    def reading(self, place: int) -> str:
        """Return the values of a block in words."""
        said = [self.tr("step {step}").format(step=text.count(int(self._steps[place])))]
        known = [(line.name, float(line.values[place])) for line in self._lines]
        said += [f"{name} {text.nats(value, self._decimals)}" for name, value in known if not isnan(value)]
        return ", ".join(said)

    def scale(self) -> tuple[float, float, int]:
        """Return the values at the lower and the upper edge, and how many steps of the grid lie between."""
        known = [line.values[np.isfinite(line.values)].astype(np.float64) for line in self._lines]
        known = [values for values in known if len(values)]
        if not known:
            return 0.0, 1.0, _TICKS - 1
        theory = [reference.value for reference in self._references]
        most = max(*(float(np.quantile(values, 1 - _FIRST_STEPS)) for values in known), *theory, -np.inf)
        least = min(*(float(values.min()) for values in known), *theory, np.inf)
        least = 0.0 if self._zero or 0 <= least < 0.5 * most else least
        span = max(most - least, _LEAST * max(abs(most), abs(least)), 1e-6)
        step = round_step(span, _TICKS)
        low, high = np.floor(least / step + 1e-9), np.ceil(most / step - 1e-9)
        high = max(high, low + 1)
        return float(low * step), float(high * step), int(high - low)

    def last(self) -> int:
        """Return the step at the right edge: a round number."""
        steps = max(int(self._steps[-1]) if len(self._steps) else 0, 50)
        power = 10 ** int(np.log10(steps))
        return next(int(power * factor) for factor in (1, 2, 5, 10) if power * factor >= steps)

    def place_of(self, step: float) -> float:
        """Return where a step is on the axis, in pixels."""
        area = self._area()
        return area.left() + step / self.last() * area.width()

    def _window(self) -> int:
        return max(len(self._steps) // _SHARE, 1) if self._smooth else 1

    def _area(self) -> QRectF:
        now = theme.current()
        metrics = QFontMetricsF(now.font("axis"))
        names = max([now.px(_LEAST_NAME), *(metrics.horizontalAdvance(line.name) for line in self._lines)])
        right = names + now.px(_NAME_ROOM + _GAP)
        left, top = now.px(self._margin), now.px(_TOP)
        height = self.height() - top - now.px(_BOTTOM)
        return QRectF(left, top, max(self.width() - left - right, 1), max(height, 1))

    def _block_at(self, x: float) -> int | None:
        area = self._area()
        if not len(self._steps) or not area.left() <= x <= area.right():
            return None
        step = (x - area.left()) / area.width() * self.last()
        place = int(np.searchsorted(self._steps, round(step)))
        return place if place < len(self._steps) else len(self._steps) - 1

    def _point_at(self, place: int | None) -> None:
        if place != self._pointed:
            self._pointed = place
            self.read.emit("" if place is None else self.reading(place))
            self.update()

    def sizeHint(self) -> QSize:
        """Ask for 500 by 84 at 100 %."""
        return QSize(theme.current().px(500), theme.current().px(84))

    def minimumSizeHint(self) -> QSize:
        """Accept less of both."""
        return QSize(theme.current().px(160), theme.current().px(60))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw grid, curves, names and what is pointed at."""
        now, area, (low, high, steps) = theme.current(), self._area(), self.scale()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if not len(self._steps):
                self._paint_hint(painter, now, area)
                return
            self._paint_axes(painter, now, area, low, high, steps)
            ends: list[tuple[float, Line]] = []
            painter.setClipRect(area.adjusted(0, -now.px(_TOP), now.px(3), now.px(2)))
            for reference in self._references:
                self._paint_reference(painter, now, area, self._height(reference.value, area, low, high))
            for line in self._lines:
                self._paint_range(painter, now, self._at(line.values, area, low, high), line.token)
            for line in self._lines:
                places = self._at(_running_mean(line.values, self._window()), area, low, high)
                if len(places):
                    self._paint_curve(painter, now, _thinned(places), line.token)
                    ends.append((float(places[-1, 1]), line))
            if self._pointed is not None:
                x = self.place_of(float(self._steps[self._pointed]))
                painter.setPen(QPen(now.color("text3"), now.line("hairline")))
                painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
            painter.setClipping(False)
            for reference in self._references:
                y = self._height(reference.value, area, low, high)
                self._name_reference(painter, now, area, reference.name, y, [end for end, _ in ends])
            self._paint_names(painter, now, area, ends)

    def _at(
        self, values: NDArray[np.floating], area: QRectF, low: float, high: float
    ) -> NDArray[np.floating]:
        """Return where the finite values are, (N, 2)."""
        known = np.isfinite(values)
        x = area.left() + self._steps[known] / self.last() * area.width()
        y = area.bottom() - (values[known] - low) / (high - low) * area.height()
        return np.stack([x, np.clip(y, -1e5, 1e5)], 1)

    def _height(self, value: float, area: QRectF, low: float, high: float) -> float:
        return area.bottom() - (value - low) / (high - low) * area.height()

    def _paint_curve(self, painter: QPainter, now: Theme, places: NDArray[np.floating], token: str) -> None:
        if self._smooth:
            paint_curve(painter, places, now.color(token), now.line("data"))
            return
        pen = QPen(now.color(token), now.line("data"))  # of few values, whose corners are sharp
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(polygon(places))

    def _paint_range(self, painter: QPainter, now: Theme, places: NDArray[np.floating], token: str) -> None:
        """Fill from the least to the greatest value of each few steps."""
        if not self._smooth or not len(places):
            return
        starts = np.arange(0, len(places), max(len(places) // _MOST_POINTS, 1))
        least, most = (extreme.reduceat(places[:, 1], starts) for extreme in (np.minimum, np.maximum))
        x = places[starts, 0]
        edges = np.concatenate([np.stack([x, least], 1), np.stack([x, most], 1)[::-1]])
        colour = QColor(now.color(token))
        colour.setAlphaF(_PALE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(polygon(edges))

    def _paint_hint(self, painter: QPainter, now: Theme, area: QRectF) -> None:
        painter.setPen(QPen(now.color("line"), now.line("hairline")))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.setFont(now.font("caption"))
        painter.setPen(now.color("text3"))
        said = painter.fontMetrics().elidedText(self._hint, Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, said)

    def _paint_axes(
        self, painter: QPainter, now: Theme, area: QRectF, low: float, high: float, steps: int
    ) -> None:
        painter.setFont(now.font("axis"))
        metrics = QFontMetricsF(painter.font())
        for value, words in round_ticks(low, high, steps):
            y = self._height(value, area, low, high)
            painter.setPen(QPen(now.color("line"), now.line("hairline")))
            painter.drawLine(QPointF(area.left(), round(y) + 0.5), QPointF(area.right(), round(y) + 0.5))
            painter.setPen(now.color("text3"))
            x = area.left() - now.px(_GAP) - metrics.horizontalAdvance(words)
            painter.drawText(QPointF(x, y + metrics.capHeight() / 2), words)
        for step in (0, self.last() // 2, self.last()):
            words = text.count(step)
            x = self.place_of(step) - metrics.horizontalAdvance(words) / 2
            painter.drawText(QPointF(x, area.bottom() + now.px(4) + metrics.ascent()), words)

    def _paint_reference(self, painter: QPainter, now: Theme, area: QRectF, y: float) -> None:
        width = now.line("reference")
        pen = QPen(now.color("text"), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([length * now.scale / width for length in _DASHES])
        painter.setPen(pen)
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))

    def _name_reference(
        self, painter: QPainter, now: Theme, area: QRectF, name: str, y: float, ends: Sequence[float]
    ) -> None:
        """Write it above the right end of its line, on paper, for curves may run there; or below it.

        Where names of curves stand in its place, it comes after them, or ends where the curves do.
        """
        painter.setFont(now.font("axis"))
        metrics = QFontMetricsF(painter.font())
        wide, last = metrics.horizontalAdvance(name), self.place_of(float(self._steps[-1]))
        near = any(abs(end - y) < (len(ends) + 1) * metrics.height() for end in ends)
        names = max(metrics.horizontalAdvance(line.name) for line in self._lines)
        x = area.right() - wide
        if near:
            x = max(x, last + now.px(_NAME_ROOM) / 2 + names + now.px(_ABOVE))
            x = x if x + wide < self.width() else last - wide
        base = y - now.px(_ABOVE)
        if base - metrics.capHeight() < 1:
            base = y + metrics.capHeight() + now.px(_ABOVE)
        halo.words(painter, QPointF(x, base), name, now, "text")

    def _paint_names(
        self, painter: QPainter, now: Theme, area: QRectF, ends: list[tuple[float, Line]]
    ) -> None:
        """Write each name where its curve ends, apart from each other, on paper: a line may run there."""
        painter.setFont(now.font("axis"))
        metrics = QFontMetricsF(painter.font())
        x = self.place_of(float(self._steps[-1])) + now.px(_NAME_ROOM) / 2
        ends = sorted(ends, key=lambda end: end[0])
        heights = _apart([y for y, _ in ends], metrics.height(), area.top(), area.bottom())
        for y, (_, line) in zip(heights, ends, strict=True):
            halo.words(painter, QPointF(x, y + metrics.capHeight() / 2), line.name, now, line.token)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read the step under the pointer."""
        self._point_at(self._block_at(event.position().x()))

    def leaveEvent(self, event: object) -> None:
        """Forget the pointer."""
        self._point_at(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the step under the pointer."""
        place = self._block_at(event.position().x())
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self.picked.emit(int(self._steps[place]))
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to a neighbour of the last step: arrows by one, page keys by a hundred."""
        stride = _STRIDE.get(Qt.Key(event.key()))
        if stride is None:
            event.ignore()
            return
        now = int(self._steps[-1]) if len(self._steps) else 0
        self.picked.emit(max(now + stride, 0))


def _apart(heights: Sequence[float], room: float, top: float, bottom: float) -> list[float]:
    """Return ascending heights moved as little as need be, from the top on, to be ``room`` apart."""
    placed: list[float] = []
    for height in heights:
        placed.append(max(height, placed[-1] + room if placed else top))
    for place in reversed(range(len(placed))):
        placed[place] = min(placed[place], bottom)
        bottom = placed[place] - room
    return placed


def _running_mean(values: NDArray[np.floating], window: int) -> NDArray[np.floating]:
    """Return the mean of ``window`` values about each, of fewer at both ends; NaN where one is not finite."""
    known = np.isfinite(values)
    sums = np.concatenate([[0.0], np.cumsum(np.where(known, values, 0), dtype=np.float64)])
    counts = np.concatenate([[0], np.cumsum(known)])
    places = np.arange(len(values))
    starts = np.maximum(places - (window - 1) // 2, 0)
    ends = np.minimum(places + window // 2 + 1, len(values))
    means = (sums[ends] - sums[starts]) / np.maximum(counts[ends] - counts[starts], 1)
    return np.where(known, means, np.nan)


def _thinned(places: NDArray[np.floating]) -> NDArray[np.floating]:
    """Return few enough of a smooth curve's points, two at least, the last among them."""
    kept = places[:: -max(len(places) // _MOST_POINTS, 1)][::-1]
    return kept if len(kept) > 1 else np.concatenate([kept - (1, 0), kept])
