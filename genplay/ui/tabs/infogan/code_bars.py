"""What Q believes of a picture's category: a bar for each, in the order of the digits."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from genplay.ui import text, theme
from genplay.ui.theme import Theme

ROW = 12
"""Least height of a row, px at 100 %."""
_TALLEST, _THICK, _GAP, _LEAST = 22, 8, 6, 40  # px at 100 %
_NONE = "–"


@dataclass(frozen=True, slots=True)
class CodeShare:
    """A category.

    Attributes:
        digit: Its digit, or "" where it has none.
        number: Its own number.
        share: 0 to 1; None where it is not known.
    """

    digit: str
    number: str
    share: float | None


class CodeBars(QWidget):
    """A row for each category: its digit, its number, a bar, the probability; the likeliest is bold."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[CodeShare, ...] = ()
        self.setAccessibleName(self.tr("Category that Q reads"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_rows(self, rows: Sequence[CodeShare]) -> None:
        """Show these categories."""
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        told = [f"{row.digit or row.number}: {_written(row)}" for row in self._rows]
        self.setAccessibleDescription("; ".join(told))
        self.updateGeometry()
        self.update()

    def likeliest(self) -> int | None:
        """Return the row that is emphasised; None while nothing is known."""
        known = [(row.share, -at) for at, row in enumerate(self._rows) if row.share is not None]
        return -max(known)[1] if known else None

    def bar(self, row: int) -> QRectF:
        """Return where a row's bar is; it is empty where there is no share."""
        track, share = self._track(row), self._rows[row].share
        track.setWidth(0 if share is None else max(round(share * track.width()), 1))
        return track

    def _high(self) -> float:
        return min(self.height() / max(len(self._rows), 1), theme.current().px(_TALLEST))

    def _names(self) -> tuple[float, float]:
        """Return where the numbers begin, and where the bars do."""
        now = theme.current()
        wide = QFontMetricsF(_font(now, strong=True)).horizontalAdvance("0")
        named = any(row.digit for row in self._rows)
        first = wide + now.px(_GAP) if named else 0.0
        return first, first + wide + now.px(_GAP)

    def _values(self) -> float:
        return QFontMetricsF(_font(theme.current(), strong=True)).horizontalAdvance("0.000")

    def _track(self, row: int) -> QRectF:
        now, high = theme.current(), self._high()
        left, right = self._names()[1], self.width() - self._values() - now.px(_GAP)
        thick = min(now.px(_THICK), high - 3)
        top = round(row * high + (high - thick) / 2)
        return QRectF(round(left), top, max(round(right - left), 1), round(thick))

    def sizeHint(self) -> QSize:
        """Ask for 184 px at 100 %."""
        return QSize(theme.current().px(184), len(self._rows) * theme.current().px(ROW))

    def minimumSizeHint(self) -> QSize:
        """Accept short bars; no number is cut."""
        now = theme.current()
        wide = self._names()[1] + now.px(_LEAST + _GAP) + self._values()
        return QSize(int(wide) + 1, len(self._rows) * now.px(ROW))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw names, bars and numbers."""
        now, best = theme.current(), self.likeliest()
        with QPainter(self) as painter:
            for at, row in enumerate(self._rows):
                self._paint_row(painter, now, at, row, strong=at == best)

    def _paint_row(self, painter: QPainter, now: Theme, at: int, row: CodeShare, *, strong: bool) -> None:
        high, middle = self._high(), Qt.AlignmentFlag.AlignVCenter
        box, left = QRectF(0, at * high, self.width(), high), Qt.AlignmentFlag.AlignLeft
        painter.setFont(_font(now, strong=strong))
        painter.setPen(now.color("text" if strong else "text2"))
        painter.drawText(box, left | middle, row.digit)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | middle, _written(row))
        painter.setPen(now.color("text3"))
        painter.setFont(_font(now, strong=False))
        painter.drawText(box.adjusted(self._names()[0], 0, 0, 0), left | middle, row.number)
        bar = self._track(at)
        painter.fillRect(bar, now.color("sunken"))
        if now.name == "contrast":  # which has no tints
            painter.setPen(now.color("line"))
            painter.drawRect(bar.adjusted(0, 0, -1, -1))
        painter.fillRect(self.bar(at), now.color("blue"))


def _written(row: CodeShare) -> str:
    return _NONE if row.share is None else text.prob(row.share)


def _font(now: Theme, *, strong: bool) -> QFont:
    font = now.font("axis")
    if strong:
        font.setWeight(now.font("label").weight())
    return font
