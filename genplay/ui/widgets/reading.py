"""The reading line: what the pointer is on, always in the same place."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from genplay.ui import icons, theme
from genplay.ui.theme import Theme
from genplay.ui.widgets.strip import paint_strip

Part = tuple[str, str, bool]
"""Text, colour token, bold."""

_HEIGHT, _MARGIN, _ICON, _TEXT, _GAP = 32, 12, 14, 41, 14
_NARROW_GAP = 7  # px between parts where there is no room for the target and the usual gaps


class ReadingLine(QWidget):
    """A tinted strip: a target, parts of text in the colours of their meaning, a hint at the right.

    Nothing is cut: for want of room the hint leaves first, then the target, then parts from the left.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[Part] = []
        self._hint = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_parts(self, parts: Sequence[Part]) -> None:
        """Show (text, colour token, bold) parts from left to right."""
        self._parts = list(parts)
        self.setAccessibleName(", ".join(words for words, _, _ in self._parts))
        self.update()

    def set_hint(self, hint: str) -> None:
        """Say at the right what can be done here."""
        self._hint = hint
        self.setAccessibleDescription(hint)
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for 32 px of height."""
        current = theme.current()
        return QSize(current.px(521), current.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Accept any width: the hint gives way first."""
        return QSize(theme.current().px(200), theme.current().px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw strip, target, parts and hint."""
        current = theme.current()
        with QPainter(self) as painter:
            paint_strip(painter, self, current)
            parts, x, gap = self.fitting()
            if x > current.px(_MARGIN):
                side = current.px(_ICON)
                target = QRectF(current.px(_MARGIN), (self.height() - side) // 2, side, side)
                icons.paint(painter, "target", target, "accent")
            for words, colour, bold in parts:
                x = self._paint_part(painter, current, x, words, colour, bold) + gap
            self._paint_hint(painter, current, x)

    def fitting(self) -> tuple[list[Part], float, float]:
        """Return the parts that fit, where the first of them begins, and the gap between them."""
        current, parts = theme.current(), list(self._parts)
        if self._width(parts, current.px(_GAP)) <= self.width() - current.px(_TEXT + _MARGIN):
            return parts, current.px(_TEXT), current.px(_GAP)
        room, gap = self.width() - 2 * current.px(_MARGIN), current.px(_NARROW_GAP)
        while len(parts) > 1 and self._width(parts, gap) > room:
            parts.pop(0)
        return parts, current.px(_MARGIN), gap

    def _width(self, parts: Sequence[Part], gap: float) -> float:
        widths = [_metrics(bold).horizontalAdvance(words) for words, _, bold in parts]
        return sum(widths) + gap * max(len(widths) - 1, 0)

    def _paint_part(
        self, painter: QPainter, current: Theme, x: float, words: str, colour: str, bold: bool
    ) -> float:
        painter.setFont(current.font("label" if bold else "body"))
        painter.setPen(current.color(colour))
        room = QRectF(x, 0, max(self.width() - x, 0), self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        return x + painter.fontMetrics().horizontalAdvance(words)

    def _paint_hint(self, painter: QPainter, current: Theme, left: float) -> None:
        font = current.font("caption")
        room = QRectF(left, 0, self.width() - current.px(_MARGIN) - left, self.height())
        if QFontMetrics(font).horizontalAdvance(self._hint) <= room.width():
            painter.setFont(font)
            painter.setPen(current.color("text3"))
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._hint)


def _metrics(bold: bool) -> QFontMetrics:
    return QFontMetrics(theme.current().font("label" if bold else "body"))
