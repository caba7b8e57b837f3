"""The shapes that things have on this page besides their colours: filled, outlined, dashed."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from genplay.ui import theme
from genplay.ui.theme import Theme
from genplay.ui.widgets.tones import mix

_FILL = 0.45  # of blue on the sheet: an outline over it stays visible
_SWATCH, _WORDS, _SPACE = 10, 5, 10
_LINE = 16  # px of the legend
_LINES: tuple[tuple[str, tuple[float, ...]], ...] = (
    ("blue", ()),
    ("text", (6.0, 3.0)),
    ("blue", (1.5, 2.0)),
    ("text", (9.0, 3.0, 1.5, 3.0)),
)  # colour and dashes in px; four models are the most


def model_pen(current: Theme, index: int) -> QPen:
    """Return the pen of a model's curve: no two are alike, even without colour."""
    token, dashes = _LINES[index % len(_LINES)]
    width = current.line("data")
    pen = QPen(current.color(token), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashes:
        pen.setDashPattern([length * current.scale / width for length in dashes])  # in pen widths
    return pen


def fill_pen(current: Theme) -> QPen:
    """Return the pen of the strange set's outline."""
    pen = QPen(current.color("orange"), 1.5 * current.line("hairline"))
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return pen


def paint_mark(painter: QPainter, current: Theme, kind: str, box: QRectF) -> None:
    """Draw the swatch of the "digits", of a strange "set" or of the "drawing"."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if kind == "drawing":
        top, middle = box.top() + box.height() * 0.15, box.center()
        points = [QPointF(box.left(), top), QPointF(box.right(), top), QPointF(middle.x(), box.bottom())]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current.color("accent"))
        painter.drawPolygon(QPolygonF(points))
    elif kind == "digits":
        painter.fillRect(box, mix(current, "blue", _FILL))
        painter.fillRect(QRectF(box.left(), box.top(), box.width(), current.px(2)), current.color("blue"))
    else:
        pen = fill_pen(current)
        half = pen.widthF() / 2
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(half, half, -half, -half))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


Entry = tuple[str, str]
"""The kind of a swatch, see ``paint_mark``, and words."""


def entries_width(current: Theme, entries: Sequence[Entry]) -> int:
    """Return the room that swatches with words take side by side."""
    metrics = QFontMetrics(current.font("axis"))
    one = [current.px(_SWATCH + _WORDS + _SPACE) + metrics.horizontalAdvance(words) for _, words in entries]
    return sum(one) - current.px(_SPACE) if one else 0


def paint_entries(painter: QPainter, current: Theme, entries: Sequence[Entry], box: QRectF) -> None:
    """Draw swatches with words from the left edge of a box, centred in its height."""
    painter.setFont(current.font("axis"))
    metrics, x, side = painter.fontMetrics(), box.left(), current.px(_SWATCH)
    for kind, words in entries:
        paint_mark(painter, current, kind, QRectF(round(x), round(box.center().y() - side / 2), side, side))
        x += current.px(_SWATCH + _WORDS)
        painter.setPen(current.color("text2"))
        room = QRectF(x, box.top(), max(box.right() - x, 0), box.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        x += metrics.horizontalAdvance(words) + current.px(_SPACE)


class Marks(QWidget):
    """The legend of the histograms: swatches with words in a row, or in more where one is too short."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Show (kind of swatch, words) pairs."""
        if list(entries) != self._entries:
            self._entries = list(entries)
            self.setAccessibleName(", ".join(words for _, words in self._entries))
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Ask for all of them."""
        current = theme.current()
        return QSize(entries_width(current, self._entries), current.px(_LINE))

    def minimumSizeHint(self) -> QSize:
        """Accept any width."""
        return QSize(0, self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:
        """Ask for 16 px a line at 100 %."""
        return max(len(self._lines(width)), 1) * theme.current().px(_LINE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw them."""
        current = theme.current()
        with QPainter(self) as painter:
            for index, line in enumerate(self._lines(self.width())):
                top, high = index * current.px(_LINE), current.px(_LINE)
                paint_entries(painter, current, line, QRectF(0, top, self.width(), high))

    def _lines(self, width: int) -> list[list[Entry]]:
        """Return the entries as they fit into lines, at least one in each."""
        lines: list[list[Entry]] = []
        for entry in self._entries:
            if lines and entries_width(theme.current(), [*lines[-1], entry]) <= width:
                lines[-1].append(entry)
            else:
                lines.append([entry])
        return lines
