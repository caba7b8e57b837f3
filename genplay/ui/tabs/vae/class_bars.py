"""A share for each class as bars in two columns: what a classifier believes, or how often it is right."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from genplay.ui import theme
from genplay.ui.theme import Theme
from genplay.ui.widgets.dressed import Dressed

_ROW, _TALLEST, _THICK, _GAP, _BETWEEN, _LEAST = 14, 24, 8, 6, 24, 24  # px
_NONE = "–"


@dataclass(frozen=True, slots=True)
class ClassShare:
    """A class and its share.

    Attributes:
        name: The class, translated.
        share: 0 to 1; None where it is not known.
        words: The share as text.
        marked: Whether the row is emphasised.
    """

    name: str
    share: float | None
    words: str
    marked: bool = False


class ClassBars(Dressed):
    """Half of the classes below each other, the other half beside them: name, bar, number.

    Args:
        name: What the bars show, translated, for a screen reader.
        parent: The parent widget.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ClassShare, ...] = ()
        self._widths = 0.0, 0.0
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_rows(self, rows: Sequence[ClassShare]) -> None:
        """Show these classes."""
        self._rows = tuple(rows)
        told = [f"{row.name} {self._written(row)}" for row in self._rows]
        self.setAccessibleDescription("; ".join(told))
        self._measure()
        self.updateGeometry()
        self.update()

    def track(self, number: int) -> QRectF:
        """Return where a class's bar may be."""
        row, now = self._row(number), theme.current()
        names, numbers = self._widths
        left, right = row.left() + names + now.px(_GAP), row.right() - numbers - now.px(_GAP)
        high = min(now.px(_THICK), row.height() - 4)
        return QRectF(
            round(left), round(row.center().y() - high / 2), max(round(right - left), 1), round(high)
        )

    def bar(self, number: int) -> QRectF:
        """Return where a class's bar is; it is empty where there is no share."""
        track, share = self.track(number), self._rows[number].share
        track.setWidth(0 if not share else max(round(share * track.width()), 1))
        return track

    def _row(self, number: int) -> QRectF:
        half = max(-(-len(self._rows) // 2), 1)
        column, place = divmod(number, half)
        between = theme.current().px(_BETWEEN)
        wide = (self.width() - between) / 2
        high = min(self.height() / half, theme.current().px(_TALLEST))
        return QRectF(column * (wide + between), place * high, wide, high)

    def _written(self, row: ClassShare) -> str:
        return _NONE if row.share is None else row.words

    def _measure(self) -> None:
        metrics = QFontMetricsF(_font(True))
        names = [metrics.horizontalAdvance(row.name) for row in self._rows]
        numbers = [metrics.horizontalAdvance(self._written(row)) for row in self._rows]
        widest = metrics.horizontalAdvance("0.000")  # so that the bars stay while a number is awaited
        self._widths = max(names, default=0.0), max([widest, *numbers])

    def sizeHint(self) -> QSize:
        """Ask for bars of 120 px."""
        return self.minimumSizeHint() + QSize(2 * theme.current().px(120 - _LEAST), 0)

    def minimumSizeHint(self) -> QSize:
        """Accept short bars; no name and no number is cut."""
        now, half = theme.current(), -(-len(self._rows) // 2)
        wide = sum(self._widths) + now.px(2 * _GAP + _LEAST)
        return QSize(int(2 * wide) + now.px(_BETWEEN) + 2, half * now.px(_ROW))

    def _restyle(self) -> None:
        """Follow the theme."""
        self._measure()
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw names, tracks, bars and numbers."""
        now = theme.current()
        with QPainter(self) as painter:
            for number, row in enumerate(self._rows):
                self._paint_row(painter, now, number, row)

    def _paint_row(self, painter: QPainter, now: Theme, number: int, row: ClassShare) -> None:
        box, track, middle = self._row(number), self.track(number), Qt.AlignmentFlag.AlignVCenter
        painter.setFont(_font(row.marked))
        painter.setPen(now.color("text" if row.marked else "text2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | middle, row.name)
        painter.setPen(now.color("text3" if row.share is None else "text" if row.marked else "text2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | middle, self._written(row))
        painter.fillRect(track, now.color("sunken"))
        if now.name == "contrast":  # which has no tints
            painter.setPen(now.color("line"))
            painter.drawRect(track.adjusted(0, 0, -1, -1))
        painter.fillRect(self.bar(number), now.color("blue"))


def _font(strong: bool) -> QFont:
    font = theme.current().font("caption")
    if strong:
        font.setWeight(theme.current().font("label").weight())
    return font
