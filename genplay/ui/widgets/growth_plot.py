"""How many numbers each model needs as the picture grows: powers of ten against n, and an n to drag."""

import math
from collections.abc import Sequence
from functools import reduce

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPaintEngine,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from genplay.ui import text, theme
from genplay.ui.theme import Theme
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.growth_chart import Chart, Growth, Reference
from genplay.ui.widgets.ticks import round_ticks

_LEFT, _RIGHT, _TOP, _HEIGHT = 168, 200, 6, 78
_HANDLE, _RING, _GAP, _DOT = 10, 2, 8, 6
_TICKS = 7
_DIGITS = 15  # decimal digits that a logarithm tells
_CLEAR = 4  # px at 100 % between the marker's word and anything else, if there is room
_TOGETHER = 8  # px at 100 % between lines' ends up to which they have one label
_DROP = 6  # px at 100 % from a line to its name under it
_STEPS: dict[int, int] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_PageDown: -10,
    Qt.Key.Key_PageUp: 10,
}


class GrowthPlot(Dressed):
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
        self._made: tuple[object, Chart] | None = None
        self._drawn: tuple[object, QPixmap] | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Numbers needed against pixels"))
        self._tell()

    def set_lines(self, lines: Sequence[Growth], references: Sequence[Reference] = ()) -> None:
        """Show these lines, and dashed ones to compare them with."""
        shown = tuple(lines), tuple(references)
        if shown == (self._lines, self._references):
            return
        self._lines, self._references = shown
        self._made = None
        self._point_at(None)
        self._tell()

    def set_note(self, note: str) -> None:
        """Write a sentence at the right, as in "784 pixels need 10²³⁶"."""
        if note != self._note:
            self._note = note
            self._tell()

    def set_n(self, n: int) -> None:
        """Put the marker at n, or at the nearest n there is."""
        n, end = min(max(n, 1), self._last), self.axis_end()
        if n == self._n:
            return
        self._n = n
        if self.axis_end() != end:
            self._point_at(None)  # another n is under the pointer now
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
        chart = self._chart()
        return QPointF(chart.x(self._n), chart.area.bottom())

    def x_of(self, n: int) -> float:
        """Return where an n is on the axis."""
        return self._chart().x(n)

    def y_of(self, exponent: float) -> float:
        """Return how far down a number is, given its log10."""
        return self._chart().y(exponent)

    def _tell(self) -> None:
        told = [self.tr("n = {n}").format(n=self._n)]
        told += [f"{name}: {_written(exponent)}" for name, exponent in self.readings(self._n)]
        self.setAccessibleDescription("; ".join([*told, self._note] if self._note else told))
        self.update()

    def _point_at(self, n: int | None) -> None:
        if n != self._pointed:
            self._pointed = n
            self.update()
            if n is None:
                QToolTip.hideText()

    def _go(self, n: int) -> bool:
        before = self._n
        self.set_n(n)
        if self._n != before:
            self.nMoved.emit(self._n)
        return self._n != before

    def _chart(self) -> Chart:
        """Return where everything is, made anew only if it has moved."""
        current = theme.current()
        key = self.width(), self.height(), current.scale, self.axis_end()
        if self._made is None or self._made[0] != key:
            left, top = current.px(_LEFT), current.px(_TOP)
            wide = self.width() - left - current.px(_RIGHT)
            high = self.height() - 2 * current.px(_GAP) - current.px(_HANDLE) / 2 - top
            area = QRectF(left, top, max(wide, 1), max(high, 1))
            self._made = key, Chart(self._lines, self._references, self.axis_end(), area)
        return self._made[1]

    def _asked(self, event: QKeyEvent) -> int | None:
        """Return the n that a key asks for, None if it is not one of the plot's."""
        if event.modifiers() not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            return None
        ends = {Qt.Key.Key_Home: 1, Qt.Key.Key_End: self._last}
        steps = {key: self._n + step for key, step in _STEPS.items()}
        return {**steps, **ends}.get(event.key())

    def sizeHint(self) -> QSize:
        """Ask for 1084 by 78 at 100 %."""
        return QSize(theme.current().px(1084), theme.current().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Accept a narrow axis between the labels."""
        return QSize(theme.current().px(_LEFT + _RIGHT + 160), theme.current().px(_HEIGHT))

    def event(self, event: QEvent) -> bool:
        """Keep the plot's keys from being shortcuts of the window while it has the focus."""
        overrides = event.type() == QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and self._asked(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the marker to the pointer."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._dragged, self._long = True, self.axis_end() == self._last
        self._point_at(None)
        self._go(self._chart().n_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the marker, or say what the lines are at the n under the pointer."""
        x, area = event.position().x(), self._chart().area
        if self._dragged:
            # Past its end the axis grows, and stays so until release: it must not jump under the hand.
            self._long = self._long or x > area.right()
            self._go(self._chart().n_at(x))
        elif area.left() <= x <= area.right():
            n = self._chart().n_at(x)
            self._point_at(n)
            QToolTip.showText(event.globalPosition().toPoint(), self.reading(n), self)
        else:
            self._point_at(None)

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
        n = self._asked(event)
        if n is None:
            super().keyPressEvent(event)
        elif self._go(n):
            self.nSettled.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Move by one a notch."""
        turned = event.angleDelta().y() or event.angleDelta().x()
        if self._go(self._n + (turned > 0) - (turned < 0)):
            self.nSettled.emit()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw axis, references, lines, words and marker."""
        current, chart = theme.current(), self._chart()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_axis(painter, current, chart)
            self._paint_references(painter, current, chart)
            if painter.paintEngine().type() == QPaintEngine.Type.SVG:  # which is to have lines, not pixels
                self._draw_lines(painter, current, chart)
            else:
                painter.drawPixmap(QPointF(), self._picture(current, chart))
            names = self._paint_names(painter, current, chart)
            self._paint_note(painter, current)
            self._paint_pointed(painter, current, chart)
            self._paint_marker(painter, current, names)

    def _paint_axis(self, painter: QPainter, current: Theme, chart: Chart) -> None:
        painter.setFont(current.font("axis"))
        painter.setPen(current.color("text3"))
        base = self.height() - painter.fontMetrics().descent()
        for value, label in round_ticks(0, chart.end, _TICKS):
            left = chart.x(value) - painter.fontMetrics().horizontalAdvance(label) / 2
            painter.drawText(QPointF(left, base), label)
        painter.drawText(QPointF(chart.area.right() + current.px(10), base), self.tr("n pixels"))

    def _paint_references(self, painter: QPainter, current: Theme, chart: Chart) -> None:
        painter.setFont(current.font("axis"))
        painter.setPen(current.color("text3"))
        metrics, right = painter.fontMetrics(), chart.area.left() - current.px(_GAP)
        for reference, y in zip(self._references, chart.dashes, strict=True):
            left = right - metrics.horizontalAdvance(reference.label)
            painter.drawText(QPointF(left, y + metrics.capHeight() / 2), reference.label)

    def _picture(self, current: Theme, chart: Chart) -> QPixmap:
        """Return the lines on nothing, drawn anew only if they have changed."""
        dense = self.devicePixelRatioF()
        key = chart, current, dense
        if self._drawn is None or self._drawn[0] != key:
            picture = QPixmap((self.size().toSizeF() * dense).toSize())
            picture.setDevicePixelRatio(dense)
            picture.fill(Qt.GlobalColor.transparent)
            with QPainter(picture) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                self._draw_lines(painter, current, chart)
            self._drawn = key, picture
        return self._drawn[1]

    def _draw_lines(self, painter: QPainter, current: Theme, chart: Chart) -> None:
        painter.setPen(QPen(current.color("text3"), current.line("reference"), Qt.PenStyle.DashLine))
        for y in chart.dashes:
            painter.drawLine(QPointF(chart.area.left(), y), QPointF(chart.area.right(), y))
        pairs = [*zip(self._lines, chart.paths, strict=True)]
        for line, path in reversed(pairs):  # the first is the one to see
            painter.setPen(QPen(current.color(line.token), current.line("data")))
            painter.drawPolyline(path)

    def _paint_names(self, painter: QPainter, current: Theme, chart: Chart) -> list[QRectF]:
        """Write the lines' labels; returns where those under a line are."""
        font = current.font("axis")
        font.setWeight(current.font("label").weight())
        painter.setFont(font)
        metrics, names = painter.fontMetrics(), list[QRectF]()
        for line, path in zip(self._lines, chart.paths, strict=True):
            if line.label and not line.beside and path.size():
                painter.setPen(current.color(line.token))
                at = chart.under(path, metrics.ascent(), metrics.height(), current.px(_DROP))
                painter.drawText(at, line.label)
                names.append(QRectF(metrics.boundingRect(line.label)).translated(at))
        below = math.inf
        for token, label, end in reversed(self._beside(current, chart)):
            painter.setPen(current.color(token))
            below = min(end.y() + metrics.descent(), below - metrics.ascent())
            painter.drawText(QPointF(end.x() + current.px(10), below), label)
        return names

    def _beside(self, current: Theme, chart: Chart) -> list[tuple[str, str, QPointF]]:
        """Return colour, words and place of the labels at the lines' ends, downwards: one for ends nearby."""
        ends = [
            (line, path.last())
            for line, path in zip(self._lines, chart.paths, strict=True)
            if line.label and line.beside and path.size()
        ]
        groups: list[list[tuple[Growth, QPointF]]] = []
        for line, end in sorted(ends, key=lambda one: one[1].y()):
            if groups and end.y() - groups[-1][-1][1].y() <= current.px(_TOGETHER):
                groups[-1].append((line, end))
            else:
                groups.append([(line, end)])
        together = self.tr("{names}, {name}", "a list of names and the next of them")
        said: list[tuple[str, str, QPointF]] = []
        for group in groups:
            labels = [line.label for line, _ in group]
            words = reduce(lambda names, name: together.format(names=names, name=name), labels)
            said.append((group[0][0].token, words, (group[0][1] + group[-1][1]) / 2))
        return said

    def _paint_note(self, painter: QPainter, current: Theme) -> None:
        painter.setFont(current.font("axis"))
        painter.setPen(current.color("text2"))
        metrics = painter.fontMetrics()
        left = self.width() - metrics.horizontalAdvance(self._note)
        painter.drawText(QPointF(left, current.px(_TOP) + metrics.height()), self._note)

    def _paint_pointed(self, painter: QPainter, current: Theme, chart: Chart) -> None:
        if self._pointed is None:
            return
        x, area = chart.x(self._pointed), chart.area
        painter.setPen(QPen(current.color("text3"), current.line("hairline")))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        painter.setPen(Qt.PenStyle.NoPen)
        dot = current.px(_DOT) / 2
        for line in self._lines:
            if self._pointed <= len(line.exponents):
                painter.setBrush(current.color(line.token))
                painter.drawEllipse(QPointF(x, chart.y(line.exponents[self._pointed - 1])), dot, dot)

    def _paint_marker(self, painter: QPainter, current: Theme, names: list[QRectF]) -> None:
        at, size, ring = self.handle_at(), current.px(_HANDLE), current.px(_RING)
        accent, surface = current.color("accent"), current.color("surface")
        painter.setPen(QPen(accent, current.line("data")))
        painter.drawLine(QPointF(at.x(), 0), at)
        painter.setBrush(accent if self.hasFocus() else surface)
        painter.setPen(QPen(accent, ring))
        painter.drawEllipse(at, size / 2 - ring / 2, size / 2 - ring / 2)
        painter.setFont(current.font("label"))
        painter.setPen(current.color("text"))
        word = self.tr("n = {n}").format(n=self._n)
        painter.drawText(self._aside(word, painter.fontMetrics(), current, names), word)

    def _aside(self, word: str, metrics: QFontMetrics, current: Theme, names: list[QRectF]) -> QPointF:
        """Return where the marker's word begins: halfway up, or the nearest height off lines and names."""
        chart, gap = self._chart(), current.px(_GAP)
        area, high, wide = chart.area, metrics.capHeight(), metrics.horizontalAdvance(word)
        left = chart.x(self._n) + gap
        if left + wide > area.right():
            left = chart.x(self._n) - gap - wide
        taken = [
            (name.top(), name.bottom()) for name in names if name.left() < left + wide and left < name.right()
        ]
        return QPointF(left, chart.free(left, left + wide, high, taken, current.px(_CLEAR)))


def _written(exponent: float) -> str:
    """Return a number in words, given its log10, as the panels write it."""
    zeros = max(math.floor(exponent) - _DIGITS, 0)
    return text.large(round(10 ** (exponent - zeros)) * 10**zeros)
