"""What the colours of a drawing mean: swatches with words, in a row."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from genplay.ui import theme
from genplay.ui.theme import Theme
from genplay.ui.widgets import pixel_paint
from genplay.ui.widgets.tones import mix, tone

_SWATCH, _WORDS, _SPACE = 10, 6, 12
_CONTEXT = 13  # px: the swatch of a region is wider than high


class Key(QWidget):
    """Swatches with words, such as [("ink", "kept exactly"), ("blue", "sampled")]."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: list[tuple[str, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_entries(self, entries: list[tuple[str, str]]) -> None:
        """Show pairs of a tone (see ``tones``; "context" is the tint of what a model has read) and words."""
        self._entries = list(entries)
        self.setAccessibleName(", ".join(words for _, words in self._entries))
        self.updateGeometry()
        self.update()

    def _places(self, current: Theme) -> Iterator[tuple[int, str, str]]:
        metrics, x = QFontMetrics(current.font("axis")), 0
        for name, words in self._entries:
            yield x, name, words
            x += _width(current, name) + current.px(_WORDS + _SPACE) + metrics.horizontalAdvance(words)
        yield x - current.px(_SPACE), "", ""

    def sizeHint(self) -> QSize:
        """Ask for all swatches and words."""
        current = theme.current()
        *_, (width, _, _) = self._places(current)
        return QSize(max(width, 0), max(QFontMetrics(current.font("axis")).height(), current.px(16)))

    def minimumSizeHint(self) -> QSize:
        """Accept any width: words are cut at the right."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw swatch, words, swatch, words."""
        current = theme.current()
        with QPainter(self) as painter:
            painter.setFont(current.font("axis"))
            side = current.px(_SWATCH)
            for x, name, words in self._places(current):
                if name:
                    swatch = QRectF(x, (self.height() - side) // 2, _width(current, name), side)
                    self._paint_swatch(painter, current, swatch, name)
                    painter.setPen(current.color("text3"))
                    left = swatch.right() + current.px(_WORDS)
                    room = QRectF(left, 0, self.width() - left, self.height())
                    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_swatch(self, painter: QPainter, current: Theme, box: QRectF, name: str) -> None:
        if name != "context":
            painter.fillRect(box, tone(current, name))
            if name == "paper":
                self._paint_edge(painter, current, box, "frame", "hairline")
            return
        painter.fillRect(box, mix(current, "accent", pixel_paint.TINT[current.name], "paper"))
        self._paint_edge(painter, current, box, "accent", "reference")

    def _paint_edge(self, painter: QPainter, current: Theme, box: QRectF, name: str, line: str) -> None:
        half = current.line(line) / 2
        pen = QPen(current.color(name), current.line(line))
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawRect(box.adjusted(half, half, -half, -half))


def _width(current: Theme, name: str) -> int:
    return current.px(_CONTEXT if name == "context" else _SWATCH)
