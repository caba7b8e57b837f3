"""How much the pictures of two models tell of their category, against the most that it can be."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from genplay.ui import theme
from genplay.ui.theme import Theme
from genplay.ui.widgets.dressed import Dressed

_ROW, _TALLEST, _THICK, _LEAST_THICK, _GAP = 26, 34, 14, 3, 14  # px at 100 %
_BEYOND, _FOOT, _OVER = 0.06, 18, 5  # of the scale beyond the ceiling; px below the rows, px above them
_SHORTEST = 90  # px at 100 % of the scale
_NAME, _LEAST_STACKED, _MOST_STACKED = 18, 36, 42  # px at 100 %: of the line above a bar; of both


@dataclass(frozen=True, slots=True)
class Told:
    """A model.

    Attributes:
        name: Its name, translated.
        value: L_I in nats; None where it is not known.
        words: The same as text.
        marked: Whether it is the one that the tab is about.
    """

    name: str
    value: float | None
    words: str
    marked: bool = False


class InformationBars(Dressed):
    """A row for each model: its name, a bar from 0, the number; the ceiling is a dashed line, named below.

    Where it is narrow, names and numbers stand above the bars, which end at the ceiling.
    """

    def __init__(self) -> None:
        super().__init__()
        self._stacked = False
        self._rows: tuple[Told, ...] = ()
        self._ceiling, self._named = 1.0, ""
        self.setAccessibleName(self.tr("Information about the category"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_rows(self, rows: Sequence[Told], ceiling: float, named: str) -> None:
        """Show these models below a ceiling, and call it so."""
        if (tuple(rows), ceiling, named) == (self._rows, self._ceiling, self._named):
            return
        self._rows, self._ceiling, self._named = tuple(rows), ceiling, named
        told = [f"{row.name} {row.words}" for row in self._rows]
        self.setAccessibleDescription(", ".join([*told, named]))
        self.updateGeometry()
        self.update()

    def set_stacked(self, stacked: bool) -> None:
        """Have names and numbers above the bars, or beside them."""
        self._stacked = stacked
        self.updateGeometry()
        self.update()

    def bar(self, row: int) -> QRectF:
        """Return where a model's bar is: from 0 to what it tells, empty where that is not known."""
        now, high, value = theme.current(), self._high(), self._rows[row].value
        thick = now.px(_THICK)
        above = now.px(_NAME) if self._stacked else (high - thick) / 2
        top = now.px(_OVER) + row * high + above
        start, end = self._x(0.0), self._x(min(max(value or 0.0, 0.0), self._ceiling))
        wide = 0 if value is None else max(end - start, now.px(_LEAST_THICK))
        return QRectF(round(start), round(top), round(wide), thick)

    def ceiling_x(self) -> float:
        """Return where the ceiling is."""
        return self._x(self._ceiling)

    def _high(self) -> float:
        now = theme.current()
        room = self.height() - now.px(_FOOT + _OVER)
        return min(room / max(len(self._rows), 1), now.px(_MOST_STACKED if self._stacked else _TALLEST))

    def _ends(self) -> tuple[float, float]:
        now = theme.current()
        if self._stacked:
            return 0.0, self.width() - now.px(2)  # the ceiling's line is behind it
        metrics = QFontMetricsF(now.font("label"))
        names = max((metrics.horizontalAdvance(row.name) for row in self._rows), default=0.0)
        values = max(
            [metrics.horizontalAdvance("0.000"), *(metrics.horizontalAdvance(r.words) for r in self._rows)]
        )
        return names + now.px(_GAP), self.width() - values - now.px(_GAP)

    def _x(self, value: float) -> float:
        left, right = self._ends()
        return left + (right - left) * value / (self._ceiling * (1 if self._stacked else 1 + _BEYOND))

    def sizeHint(self) -> QSize:
        """Ask for 480 px at 100 % and a row for each model."""
        return QSize(theme.current().px(480), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Accept short bars; no word is cut."""
        now = theme.current()
        left, right = self._ends()
        wide = left + (self.width() - right) + now.px(_SHORTEST)
        row = _LEAST_STACKED if self._stacked else _ROW
        return QSize(ceil(wide), now.px(_FOOT + _OVER) + len(self._rows) * now.px(row))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw names, bars, numbers and the ceiling."""
        now = theme.current()
        with QPainter(self) as painter:
            for at, row in enumerate(self._rows):
                self._paint_row(painter, now, at, row)
            if self._rows:
                self._paint_ceiling(painter, now)

    def _paint_row(self, painter: QPainter, now: Theme, at: int, row: Told) -> None:
        high, wide = self._high(), float(self.width())
        if self._stacked:
            high, wide = now.px(_NAME), wide - now.px(_GAP)
        box = QRectF(0, now.px(_OVER) + at * self._high(), wide, high)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(_font(now, strong=row.marked))
        painter.setPen(now.color("text" if row.marked else "text2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | middle, row.name)
        painter.setFont(_font(now, strong=True))
        painter.setPen(now.color("text3" if row.value is None else "text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | middle, row.words)
        painter.fillRect(self.bar(at), now.color("accent" if row.marked else "control"))

    def _paint_ceiling(self, painter: QPainter, now: Theme) -> None:
        x = round(self.ceiling_x()) + 0.5
        bottom = now.px(_OVER) + self._high() * len(self._rows)
        pen = QPen(now.color("text"), now.line("reference"))
        pen.setDashPattern([5 / 1.25, 3 / 1.25])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(x, 0), QPointF(x, bottom))
        font = now.font("axis")
        font.setWeight(now.font("label").weight())
        painter.setFont(font)
        painter.setPen(now.color("text"))
        wide = QFontMetricsF(font).horizontalAdvance(self._named)
        left = min(x - wide / 2, self.width() - wide)
        room = QRectF(left, bottom, wide + 1, now.px(_FOOT))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._named)


def _font(now: Theme, *, strong: bool) -> QFont:
    return now.font("label" if strong else "body")
