"""What Q believes of a picture's category: a bar for each, in the order of the digits."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from genplay.ui import text, theme
from genplay.ui.theme import Theme
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.typeset import formula_size, paint_formula

ROW = 12
"""Least height of a row, px at 100 %."""
_TALLEST, _THICK, _GAP, _LEAST = 22, 7, 8, 24  # px at 100 %
_HEAD, _FORMULA = 18, 13  # px at 100 %: what stands over the columns, and the size of its formulas
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


class CodeBars(Dressed):
    """A row for each category: its digit, its number, a bar, the probability; the likeliest is bold.

    What a column is stands over it.
    """

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
        now = theme.current()
        room = self.height() - now.px(_HEAD)
        return min(room / max(len(self._rows), 1), now.px(_TALLEST))

    def _names(self) -> tuple[float, float]:
        """Return where the numbers begin, and where the bars do."""
        now = theme.current()
        named = any(row.digit for row in self._rows)
        words = QFontMetricsF(_font(now, strong=False)).horizontalAdvance(self.tr("digit"))
        first = words + now.px(_GAP) if named else 0.0
        return first, first + formula_size("info_c1", now.px(_FORMULA)).width() + now.px(_GAP)

    def _values(self) -> float:
        return QFontMetricsF(_font(theme.current(), strong=True)).horizontalAdvance("0.000")

    def _track(self, row: int) -> QRectF:
        now, high = theme.current(), self._high()
        left, right = self._names()[1], self.width() - self._values() - now.px(_GAP)
        thick = min(now.px(_THICK), high - 3)
        top = round(now.px(_HEAD) + row * high + (high - thick) / 2)
        return QRectF(round(left), top, max(round(right - left), 1), round(thick))

    def sizeHint(self) -> QSize:
        """Ask for 184 px at 100 %."""
        return QSize(theme.current().px(184), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Accept short bars; no number is cut."""
        now = theme.current()
        wide = self._names()[1] + now.px(_LEAST + _GAP) + self._values()
        return QSize(int(wide) + 1, now.px(_HEAD) + len(self._rows) * now.px(ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw names, bars and numbers."""
        now, best = theme.current(), self.likeliest()
        with QPainter(self) as painter:
            self._paint_head(painter, now)
            for at, row in enumerate(self._rows):
                self._paint_row(painter, now, at, row, strong=at == best)

    def _paint_head(self, painter: QPainter, now: Theme) -> None:
        pixels, font = now.px(_FORMULA), _font(now, strong=False)
        painter.setFont(font)
        painter.setPen(now.color("text3"))
        metrics = QFontMetricsF(font)
        baseline = (now.px(_HEAD) - metrics.height()) / 2 + metrics.ascent()
        numbers, _ = self._names()
        if numbers:
            painter.drawText(QPointF(0, baseline), self.tr("digit"))
        paint_formula(painter, "info_c1", QPointF(numbers, baseline), pixels, now.tokens.text3)
        right = self.width() - formula_size("info_q", pixels).width()
        paint_formula(painter, "info_q", QPointF(right, baseline), pixels, now.tokens.text2)

    def _paint_row(self, painter: QPainter, now: Theme, at: int, row: CodeShare, *, strong: bool) -> None:
        high, middle = self._high(), Qt.AlignmentFlag.AlignVCenter
        box, left = QRectF(0, now.px(_HEAD) + at * high, self.width(), high), Qt.AlignmentFlag.AlignLeft
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
