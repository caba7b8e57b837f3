"""The density of one pixel's grey: a mixture, its components, and where the pixel's own grey lies on it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from genplay.ui import text, theme
from genplay.ui.theme import Theme
from genplay.ui.widgets.pixels import indexed
from genplay.ui.widgets.tones import mix

_GREYS = 256
_LEVELS = (0, 64, 128, 192, 255)
_STEP = 4.0  # the axis ends at a power of it: at a quarter and at the half of a square root are round numbers
_LEAST, _MOST = 4.0, 4.0**8
_RAMP, _CIRCLE, _DOT, _GAP, _ABOVE = 6, 9, 5, 8, 18  # px
_FILL, _PART = 0.14, 0.62  # of blue, on the sheet
_SHOWN = 0.05  # share from which a component is named
_DASHES = (5.0, 3.0)
_TIGHT = 0.9  # of a line: labels of the axis stand no closer
_RAMP_INDICES = np.arange(_GREYS, dtype=np.uint8)[None]


@dataclass(frozen=True, slots=True, eq=False)
class Density:
    """A density over greys from 0 to 1, and the value on it.

    Attributes:
        grid: Greys, ascending, (G,).
        whole: The density there, (G,).
        parts: Each component's part of it, (K, G).
        shares: The components' weights, (K,).
        x: The value.
        at_x: The density there.
    """

    grid: NDArray[np.float64]
    whole: NDArray[np.float64]
    parts: NDArray[np.float64]
    shares: NDArray[np.float64]
    x: float
    at_x: float


class DensityCurve(QWidget):
    """The curve over greys from paper to ink, its height on a square-root scale.

    Where the model is sure of a grey the density is in the hundreds, beside it below 1: a root shows both.
    Its areas are no probabilities; heights are what is read. The upper end is the next power of 4.
    """

    hovered = Signal(object)
    """The grey from 0 to 1 under the pointer, or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._density: Density | None = None
        self._words = ""
        self._hovered: float | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Density of the pixel’s grey"))

    def set_density(self, density: Density | None, words: str = "") -> None:
        """Show a density, or words in its place."""
        self._density, self._words = density, words
        told = words
        if density is not None:
            told = self.tr("density {density} at grey {grey}").format(
                density=written(density.at_x), grey=min(int(density.x * _GREYS), _GREYS - 1)
            )
        self.setAccessibleDescription(told)
        self.update()

    def top(self) -> float:
        """Return the density at the upper end of the axis."""
        if self._density is None:
            return _LEAST
        highest = max(float(self._density.whole.max(initial=0.0)), self._density.at_x, _LEAST)
        return min(_STEP ** np.ceil(np.log(highest) / np.log(_STEP) - 1e-9), _MOST)

    def plot(self) -> QRectF:
        """Return the room of the curve, without the axes, in the widget's own coordinates."""
        current = theme.current()
        metrics = QFontMetricsF(current.font("axis"))
        left = metrics.horizontalAdvance("1,024") + current.px(_GAP)
        below = metrics.height() + current.px(_RAMP + 4)
        top = current.px(_ABOVE)
        return QRectF(left, top, self.width() - left - current.px(2), self.height() - top - below)

    def point(self, x: float, density: float) -> QPointF:
        """Return where a grey from 0 to 1 and a density are drawn."""
        plot, root = self.plot(), np.sqrt(min(max(density, 0.0) / self.top(), 1.0))
        return QPointF(plot.left() + x * plot.width(), plot.bottom() - float(root) * plot.height())

    def sizeHint(self) -> QSize:
        """Ask for 521 x 130 at 100 %."""
        current = theme.current()
        return QSize(current.px(521), current.px(130))

    def minimumSizeHint(self) -> QSize:
        """Accept less of both."""
        current = theme.current()
        return QSize(current.px(200), current.px(84))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw axes, components, the whole, and the value."""
        current, density = theme.current(), self._density
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_axes(painter, current)
            if density is None:
                painter.setFont(current.font("body"))
                painter.setPen(current.color("text3"))
                painter.drawText(self.plot(), Qt.AlignmentFlag.AlignCenter, self._words)
                return
            self._paint_parts(painter, current, density)
            self._paint_line(painter, current, density.grid, density.whole)
            self._paint_pointer(painter, current, density)
            taken = self._paint_mark(painter, current, density)
            self._paint_shares(painter, current, density, [*taken, *self._paint_uniform(painter, current)])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at a grey: beside the plot, at the one next to it."""
        plot = self.plot()
        self._hover(min(max((event.position().x() - plot.left()) / plot.width(), 0.0), 1.0))

    def leaveEvent(self, event: QEvent) -> None:
        """Point at none."""
        super().leaveEvent(event)
        self._hover(None)

    def _hover(self, x: float | None) -> None:
        if x != self._hovered:
            self._hovered = x
            self.update()
            self.hovered.emit(x)

    def _paint_pointer(self, painter: QPainter, current: Theme, density: Density) -> None:
        """Draw where the pointer is: a hairline, and a dot on the curve."""
        if self._hovered is None:
            return
        height = float(np.interp(self._hovered, density.grid, density.whole))
        at, radius = self.point(self._hovered, height), current.px(_DOT) / 2
        painter.setPen(QPen(current.color("text3"), current.line("hairline")))
        painter.drawLine(QPointF(at.x(), self.plot().top()), QPointF(at.x(), self.plot().bottom()))
        painter.setBrush(current.color("text"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(at, radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_axes(self, painter: QPainter, current: Theme) -> None:
        plot, hairline = self.plot(), current.line("hairline")
        painter.setFont(current.font("axis"))
        metrics = QFontMetricsF(painter.font())
        ticks = (0.0, self.top() / 16, self.top() / 4, self.top()) if self._density else (0.0,)
        last = float("inf")
        for value in ticks:
            y = round(self.point(0, value).y())
            painter.fillRect(QRectF(plot.left(), y, plot.width(), hairline), current.color("line"))
            if last - y < _TIGHT * metrics.height():
                continue
            last = y
            room = QRectF(0, y - metrics.height() / 2, plot.left() - current.px(_GAP), metrics.height())
            painter.setPen(current.color("text3"))
            painter.drawText(room, Qt.AlignmentFlag.AlignRight, text.number(value, 2 if 0 < value < 1 else 0))
        self._paint_ramp(painter, current, metrics)

    def _paint_ramp(self, painter: QPainter, current: Theme, metrics: QFontMetricsF) -> None:
        plot = self.plot()
        ramp = QRectF(plot.left(), plot.bottom() + current.px(2), plot.width(), current.px(_RAMP))
        painter.drawImage(ramp, indexed(_RAMP_INDICES, current.table("grey")))
        painter.setPen(QPen(current.color("line"), current.line("hairline")))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(ramp)
        painter.setPen(current.color("text3"))
        names = {0: self.tr("0 paper"), _GREYS - 1: self.tr("255 ink")}
        for level in _LEVELS:
            words = names.get(level, str(level))
            width = metrics.horizontalAdvance(words)
            x = self.point((level + 0.5) / _GREYS, 0).x() - width / 2
            x = min(max(x, plot.left()), plot.right() - width)
            painter.drawText(QPointF(x, ramp.bottom() + current.px(2) + metrics.ascent()), words)

    def _path(self, grid: NDArray[np.float64], heights: NDArray[np.float64]) -> QPolygonF:
        plot = self.plot()
        xs = plot.left() + grid * plot.width()
        ys = plot.bottom() - np.sqrt(np.clip(heights / self.top(), 0, 1)) * plot.height()
        return QPolygonF([QPointF(x, y) for x, y in zip(xs.tolist(), ys.tolist(), strict=True)])

    def _paint_line(
        self, painter: QPainter, current: Theme, grid: NDArray[np.float64], whole: NDArray[np.float64]
    ) -> None:
        line = self._path(grid, whole)
        area, plot = QPainterPath(), self.plot()
        area.addPolygon(line)
        area.lineTo(plot.bottomRight())
        area.lineTo(plot.bottomLeft())
        area.closeSubpath()
        fill = current.color("blue")
        fill.setAlphaF(_FILL)
        painter.fillPath(area, fill)
        painter.setPen(QPen(current.color("blue"), current.line("data")))
        painter.drawPolyline(line)

    def _paint_parts(self, painter: QPainter, current: Theme, density: Density) -> None:
        painter.setPen(QPen(mix(current, "blue", _PART), current.line("hairline")))
        for part, share in zip(density.parts, density.shares, strict=True):
            if share >= _SHOWN / 10:
                painter.drawPolyline(self._path(density.grid, part))

    def _paint_uniform(self, painter: QPainter, current: Theme) -> list[QRectF]:
        """Draw the uniform density, named where there is room below the line; returns the name's room."""
        plot, y = self.plot(), self.point(0, 1.0).y()
        pen = QPen(current.color("text3"), current.line("reference"))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([length * current.scale / pen.widthF() for length in _DASHES])
        painter.setPen(pen)
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        metrics = QFontMetricsF(current.font("axis"))
        words = self.tr("every grey alike: 1")
        room = QRectF(0, y - metrics.height() - 1, metrics.horizontalAdvance(words), metrics.height())
        density = self._density
        assert density is not None
        at_right = density.x < 0.5  # away from the value
        room.moveLeft(plot.right() - room.width() if at_right else plot.left() + current.px(_GAP))
        if plot.bottom() - y < metrics.height() / 2 or self._crosses(density, room):
            return []  # it would lie on the axis, or on the curve
        painter.setFont(current.font("axis"))
        painter.setPen(current.color("text3"))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)
        return [room]

    def _paint_mark(self, painter: QPainter, current: Theme, density: Density) -> list[QRectF]:
        """Draw the value: a line down the plot, a circle on the curve, the density beside it."""
        plot, at = self.plot(), self.point(density.x, density.at_x)
        pen = QPen(current.color("accent"), current.line("data"))
        painter.setPen(pen)
        top = plot.top() - current.px(_ABOVE) + 1
        painter.drawLine(QPointF(at.x(), top), QPointF(at.x(), plot.bottom() + current.px(2 + _RAMP)))
        painter.setBrush(current.color("surface"))
        radius = current.px(_CIRCLE) / 2
        painter.drawEllipse(at, radius, radius)
        painter.setFont(current.font("label"))
        metrics, words = QFontMetricsF(painter.font()), written(density.at_x)
        room = QRectF(0, 0, metrics.horizontalAdvance(words), metrics.height())
        left = self._is_free_at_left(at, room.width() + 2 * current.px(_GAP))
        room.moveLeft(at.x() - current.px(_GAP) - room.width() if left else at.x() + current.px(_GAP))
        room.moveTop(max(at.y() - metrics.height() - current.px(1), 0))
        painter.fillRect(room.adjusted(-2, 0, 2, 0), current.color("surface"))
        painter.setPen(current.color("text"))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)
        line = QRectF(at.x() - pen.widthF(), top, 2 * pen.widthF(), plot.bottom() - top)
        return [room, line]

    def _crosses(self, density: Density, room: QRectF) -> bool:
        """Tell whether the curve runs through a room, or above it."""
        plot = self.plot()
        xs = plot.left() + density.grid * plot.width()
        highest = density.whole[(xs >= room.left()) & (xs <= room.right())].max(initial=0.0)
        return self.point(0, float(highest)).y() < room.bottom()

    def _is_free_at_left(self, at: QPointF, width: float) -> bool:
        """Tell whether words beside the mark stand better at its left: where the curve is lower."""
        plot, density = self.plot(), self._density
        assert density is not None
        if at.x() + width > plot.right() or at.x() - width < plot.left():
            return at.x() + width > plot.right()
        xs = plot.left() + density.grid * plot.width()
        left, right = (density.whole[(xs >= low) & (xs <= low + width)] for low in (at.x() - width, at.x()))
        return float(left.max(initial=0.0)) < float(right.max(initial=0.0))

    def _paint_shares(self, painter: QPainter, current: Theme, density: Density, taken: list[QRectF]) -> None:
        """Write the largest components' weights above their peaks, where nothing else stands."""
        painter.setFont(current.font("axis"))
        painter.setPen(current.color("text2"))
        metrics, plot = QFontMetricsF(painter.font()), self.plot()
        for k in np.argsort(-density.shares).tolist():
            if density.shares[k] < _SHOWN:
                break
            peak = int(density.parts[k].argmax())
            words = self.tr("{percent} %").format(percent=text.number(100 * float(density.shares[k]), 0))
            room = QRectF(0, 0, metrics.horizontalAdvance(words), metrics.height())
            at = self.point(float(density.grid[peak]), float(density.whole[peak]))
            room.moveCenter(QPointF(at.x(), at.y() - metrics.height() / 2 - current.px(2)))
            for aside in (0.0, 0.5, -0.5):  # of its width: a mark may stand where the peak is
                place = room.translated(aside * (room.width() + current.px(_GAP)), 0)
                place.moveLeft(min(max(place.left(), plot.left() + 1), plot.right() - place.width()))
                around = place.adjusted(-3, 0, 3, 0)
                free = not self._crosses(density, place) and not any(map(around.intersects, taken))
                if place.top() >= 0 and free:
                    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
                    taken.append(place)
                    break


def written(density: float) -> str:
    """Return a density with as many decimals as its size needs."""
    return text.number(density, 0 if density >= 100 else 1 if density >= 10 else 2 if density >= 0.1 else 4)
