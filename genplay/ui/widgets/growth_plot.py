"""How many numbers each model needs as the picture grows: powers of ten against n, and an n to drag."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from genplay.ui import text, theme
from genplay.ui.theme import Theme
from genplay.ui.widgets.ticks import round_ticks

_LEFT, _RIGHT, _TOP, _HEIGHT = 168, 200, 6, 78
_HANDLE, _RING, _GAP, _DOT = 10, 2, 8, 6
_TICKS = 7
_EXACT = 8  # decimal digits that a reading is written in full to
_AHEAD = 0.5  # of the axis
_LABEL_AT = (0.655, 0.75, 0.8)  # of the axis: where a name may stand under its line
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_PageDown: -10,
    Qt.Key.Key_PageUp: 10,
}


@dataclass(frozen=True, slots=True)
class Growth:
    """A line of the plot.

    Args:
        name: What it is called, translated.
        token: Its colour.
        exponents: log10 of its value at n = 1, 2, ... to the plot's last n.
        label: Written at the line, "" for nothing.
        beside: Whether the label stands at the line's end instead of under it.
    """

    name: str
    token: str
    exponents: Sequence[float]
    label: str = ""
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A dashed line at a known number: its label, translated, and log10 of the number."""

    label: str
    exponent: float


class GrowthPlot(QWidget):
    """Lines of log10 against n, with a marker at n that is dragged, or moved by the keys and the wheel.

    ``nMoved`` follows the hand; ``nSettled`` ends the gesture: at release, after a key, after a turn of the
    wheel. ``set_n`` emits neither. The axis ends at ``short`` until n, or the hand, is beyond it.

    Args:
        short: The last n of the axis as a rule.
        last: The last n there is.
        parent: The parent widget.
    """

    nMoved = Signal(int)  # noqa: N815
    nSettled = Signal()  # noqa: N815

    def __init__(self, short: int = 320, last: int = 784, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._short, self._last, self._n = short, last, 1
        self._lines: tuple[Growth, ...] = ()
        self._references: tuple[Reference, ...] = ()
        self._note = ""
        self._pointed: int | None = None
        self._dragged, self._long = False, False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Numbers needed against pixels"))

    def set_lines(self, lines: Sequence[Growth], references: Sequence[Reference] = ()) -> None:
        """Show these lines, and dashed ones to compare them with."""
        self._lines, self._references = tuple(lines), tuple(references)
        self._tell()

    def set_note(self, note: str) -> None:
        """Write a sentence at the right, as in "784 pixels need 10²³⁶"."""
        self._note = note
        self._tell()

    def set_n(self, n: int) -> None:
        """Put the marker at n, or at the nearest n there is."""
        self._n = min(max(n, 1), self._last)
        self._tell()

    def n(self) -> int:
        """Return where the marker is."""
        return self._n

    def axis_end(self) -> int:
        """Return the last n that the axis shows now."""
        return self._last if self._long or self._n > self._short else self._short

    def readings(self, n: int) -> tuple[tuple[str, float], ...]:
        """Return each line's name and log10 at n; lines that do not go so far are left out."""
        return tuple((line.name, line.exponents[n - 1]) for line in self._lines if n <= len(line.exponents))

    def reading(self, n: int) -> str:
        """Return each line's value at n in words, a line of text each."""
        readings = self.readings(n)
        return "\n".join(
            [self.tr("n = {n}").format(n=n), *(f"{name}: {_written(value)}" for name, value in readings)]
        )

    def pointed(self) -> int | None:
        """Return the n that the pointer asks about."""
        return self._pointed

    def handle_at(self) -> QPointF:
        """Return the middle of the marker's handle."""
        return QPointF(self._x(self._n), self._area().bottom())

    def x_of(self, n: int) -> float:
        """Return where an n is on the axis."""
        return self._x(n)

    def _tell(self) -> None:
        told = [self.tr("n = {n}").format(n=self._n)]
        told += [f"{name}: {_written(exponent)}" for name, exponent in self.readings(self._n)]
        self.setAccessibleDescription("; ".join([*told, self._note] if self._note else told))
        self.update()

    def _point_at(self, n: int | None) -> None:
        if n != self._pointed:
            self._pointed = n
            self.update()

    def _go(self, n: int) -> bool:
        before = self._n
        self.set_n(n)
        if self._n != before:
            self.nMoved.emit(self._n)
        return self._n != before

    def _area(self) -> QRectF:
        current = theme.current()
        left, top = current.px(_LEFT), current.px(_TOP)
        bottom = self.height() - 2 * current.px(_GAP) - current.px(_HANDLE) / 2
        return QRectF(left, top, max(self.width() - left - current.px(_RIGHT), 1), max(bottom - top, 1))

    def _x(self, n: float) -> float:
        area = self._area()
        return area.left() + n / self.axis_end() * area.width()

    def _y(self, exponent: float) -> float:
        area = self._area()
        return area.bottom() - max(exponent, 0) / self._highest() * area.height()

    def _highest(self) -> float:
        end = self.axis_end()
        tops = [max(line.exponents[:end], default=1) for line in self._lines]
        return max([*tops, *(reference.exponent for reference in self._references), 1])

    def _n_at(self, x: float) -> int:
        area = self._area()
        return min(max(round((x - area.left()) / area.width() * self.axis_end()), 1), self.axis_end())

    def sizeHint(self) -> QSize:
        """Ask for 1084 by 78 at 100 %."""
        return QSize(theme.current().px(1084), theme.current().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Accept a narrow axis between the labels."""
        return QSize(theme.current().px(_LEFT + _RIGHT + 160), theme.current().px(_HEIGHT))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme's scale."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the marker to the pointer."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._dragged, self._long = True, self.axis_end() == self._last
        self._point_at(None)
        self._go(self._n_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the marker, or say what the lines are at the n under the pointer."""
        x = event.position().x()
        if self._dragged:
            # Past its end the axis grows, and stays so until release: it must not jump under the hand.
            self._long = self._long or x > self._area().right()
            self._go(self._n_at(x))
        elif self._area().left() <= x <= self._area().right():
            self._point_at(self._n_at(x))
            QToolTip.showText(event.globalPosition().toPoint(), self.reading(self._n_at(x)), self)
        else:
            self._point_at(None)
            QToolTip.hideText()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the gesture."""
        if event.button() == Qt.MouseButton.LeftButton and self._dragged:
            self._dragged = self._long = False
            self.update()
            self.nSettled.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """Say nothing of any n."""
        self._point_at(None)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by the arrow keys, by ten with Page Up and Down, to the ends with Home and End."""
        key = Qt.Key(event.key())
        ends = {Qt.Key.Key_Home: 1, Qt.Key.Key_End: self._last}
        if key not in _STEPS and key not in ends:
            super().keyPressEvent(event)
        elif self._go(ends[key] if key in ends else self._n + _STEPS[key]):
            self.nSettled.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Move by one a notch."""
        turned = event.angleDelta().y() or event.angleDelta().x()
        if self._go(self._n + (turned > 0) - (turned < 0)):
            self.nSettled.emit()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw axis, references, lines, words and marker."""
        current = theme.current()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_axis(painter, current)
            for reference in self._references:
                self._paint_reference(painter, current, reference)
            for line in reversed(self._lines):  # the first is the one to see
                self._paint_line(painter, current, line)
            self._paint_note(painter, current)
            self._paint_pointed(painter, current)
            self._paint_marker(painter, current)

    def _paint_axis(self, painter: QPainter, current: Theme) -> None:
        area = self._area()
        painter.setFont(current.font("axis"))
        painter.setPen(current.color("text3"))
        base = self.height() - painter.fontMetrics().descent()
        for value, label in round_ticks(0, self.axis_end(), _TICKS):
            left = self._x(value) - painter.fontMetrics().horizontalAdvance(label) / 2
            painter.drawText(QPointF(left, base), label)
        painter.drawText(QPointF(area.right() + current.px(10), base), self.tr("n pixels"))

    def _paint_reference(self, painter: QPainter, current: Theme, reference: Reference) -> None:
        area, y = self._area(), self._y(reference.exponent)
        painter.setPen(QPen(current.color("text3"), current.line("reference"), Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        painter.setFont(current.font("axis"))
        metrics = painter.fontMetrics()
        left = area.left() - current.px(_GAP) - metrics.horizontalAdvance(reference.label)
        painter.drawText(QPointF(left, y + metrics.capHeight() / 2), reference.label)

    def _paint_line(self, painter: QPainter, current: Theme, line: Growth) -> None:
        shown = line.exponents[: self.axis_end()]
        points = [QPointF(self._x(n), self._y(value)) for n, value in enumerate(shown, 1)]
        painter.setPen(QPen(current.color(line.token), current.line("data")))
        painter.drawPolyline(QPolygonF(points))
        if not line.label or not points:
            return
        font = current.font("axis")
        font.setWeight(current.font("label").weight())
        painter.setFont(font)
        metrics = painter.fontMetrics()
        if line.beside:
            painter.drawText(points[-1] + QPointF(current.px(10), metrics.descent()), line.label)
            return
        painter.drawText(self._under(points, metrics, current), line.label)

    def _under(self, points: list[QPointF], metrics: QFontMetrics, current: Theme) -> QPointF:
        """Return where a name begins under its line, off the dashed lines if it can be."""
        drop, dashed = metrics.ascent() + current.px(6), [self._y(one.exponent) for one in self._references]
        places = [points[min(int(at * self.axis_end()), len(points) - 1)] for at in _LABEL_AT]
        middles = [place.y() + drop - metrics.ascent() / 2 for place in places]
        for place, middle in zip(places, middles, strict=True):
            if all(abs(middle - y) > 0.65 * metrics.height() for y in dashed):
                return place + QPointF(0, drop)
        return places[-1] + QPointF(0, drop)

    def _paint_note(self, painter: QPainter, current: Theme) -> None:
        painter.setFont(current.font("axis"))
        painter.setPen(current.color("text2"))
        metrics = painter.fontMetrics()
        left = self.width() - metrics.horizontalAdvance(self._note)
        painter.drawText(QPointF(left, current.px(_TOP) + metrics.height()), self._note)

    def _paint_pointed(self, painter: QPainter, current: Theme) -> None:
        if self._pointed is None:
            return
        x, area = self._x(self._pointed), self._area()
        painter.setPen(QPen(current.color("text3"), current.line("hairline")))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        painter.setPen(Qt.PenStyle.NoPen)
        for line in self._lines:
            painter.setBrush(current.color(line.token))
            dot = current.px(_DOT) / 2
            painter.drawEllipse(QPointF(x, self._y(line.exponents[self._pointed - 1])), dot, dot)

    def _paint_marker(self, painter: QPainter, current: Theme) -> None:
        at, size, ring = self.handle_at(), current.px(_HANDLE), current.px(_RING)
        accent, surface = current.color("accent"), current.color("surface")
        painter.setPen(QPen(accent, current.line("data")))
        painter.drawLine(QPointF(at.x(), 0), at)
        painter.setBrush(accent if self.hasFocus() else surface)
        painter.setPen(QPen(accent, ring))
        painter.drawEllipse(at, size / 2 - ring / 2, size / 2 - ring / 2)
        painter.setFont(current.font("label"))
        painter.setPen(current.color("text"))
        word, metrics = self.tr("n = {n}").format(n=self._n), painter.fontMetrics()
        wide, left = metrics.horizontalAdvance(word), at.x() + current.px(_GAP)
        if left + wide > self._area().right():
            left = at.x() - current.px(_GAP) - wide
        # Right of the middle the first line's name is at that height.
        aside = self._n > _AHEAD * self.axis_end()
        y = self._area().bottom() - current.px(_GAP) if aside else self._area().center().y()
        painter.drawText(QPointF(left, y), word)


def _written(exponent: float) -> str:
    return text.count(round(10**exponent)) if exponent < _EXACT else text.power(round(exponent))
