"""A sum drawn as bars that add up: each term begins where the one before has ended, totals are marks."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import floor, isfinite, log10

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from genplay.ui import theme
from genplay.ui.theme import Theme
from genplay.ui.widgets.dressed import Dressed

_ROW, _TALLEST, _BAR, _MARK, _GAP = 18, 26, 10, 3, 8  # px
_NAMES, _VALUES, _BARS = 156, 98, 346  # px
_BREAK, _SLANT, _APART, _CUT = 7, 4, 5, 1.5  # px: where the axis is broken, and the two lines there
_DASHES = (2.0, 2.0)
_BEFORE, _SHARE = 0.1, 0.84  # of the axis: left of the least sum; what the sums may take at most
_STEPS = 20  # of the axis: its ends are whole ones, so that it seldom moves
_LADDER = (1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0)
_TO_ZERO = 1.5  # times as long an axis is accepted for showing 0
_NONE = "–"


@dataclass(frozen=True, slots=True)
class Step:
    """A row of the waterfall.

    Args:
        name: What it is called, translated; a term with the sign that it is added with.
        words: Its value as text: the caller rounds, so that the rows add up to the last digit shown.
        value: The number, signed; None, or no finite one, is not drawn.
        token: The colour of a term's bar; None makes it a total, bold, and where the sum has to be by then.
        hint: The row's tooltip, translated, or "".
    """

    name: str
    words: str
    value: float | None
    token: str | None = None
    hint: str = ""

    @property
    def written(self) -> str:
        """The value's text, a dash where there is none."""
        return _NONE if self.value is None else self.words

    @property
    def known(self) -> bool:
        """Whether there is a number to draw."""
        return self.value is not None and isfinite(self.value)


class Waterfall(Dressed):
    """Names at the left, bars that add up, values at the right; a rule above the last total.

    The axis, the larger to the right, shows the sums after the first term: that is far longer as a rule, and
    its bar is broken at the left. Where 0 is near, the first bar begins there, and nothing is broken.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Step, ...] = ()
        self._error = ""
        self._spans: list[tuple[float, float] | None] = []
        self._axis, self._broken = (0.0, 1.0), False
        self._widths = 0.0, 0.0, 0.0  # of the names, the values and the error, in the theme's type
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(self.tr("Sum of the terms"))

    def set_rows(self, rows: Sequence[Step], error: str = "") -> None:
        """Show these rows, and behind the last value its error, translated, as in "± 0.0002"."""
        before = len(self._rows)
        self._rows, self._error = tuple(rows), error
        self._spans = spans(rows)
        self._axis, self._broken = visible_range(self._spans)
        told = [f"{row.name}{' =' if row.token is None else ''} {row.written}" for row in self._rows]
        self.setAccessibleDescription("; ".join(told) + (f" {error}" if error else ""))
        self._measure()
        if len(self._rows) != before:
            self.updateGeometry()
        self.update()

    def bar(self, number: int) -> QRectF:
        """Return where a row's bar or mark is drawn; it is empty where there is none."""
        span, row = self._spans[number], self._row(number)
        if span is None:
            return QRectF()
        now = theme.current()
        if self._rows[number].token is None:
            wide = now.px(_MARK)
            return QRectF(round(self._x(span[1]) - wide / 2), row.top() + 2, wide, row.height() - 4)
        start = self._area().left() if self._begins_beyond(number) else self._x(span[0])
        left, right = sorted((round(start), round(self._x(span[1]))))
        high = now.px(_BAR)
        return QRectF(left, row.top() + round((row.height() - high) / 2), right - left, high)

    def is_broken(self) -> bool:
        """Tell whether the first bar is longer than it is drawn."""
        return self._broken

    def _begins_beyond(self, number: int) -> bool:
        return self._broken and number == next((k for k, span in enumerate(self._spans) if span), None)

    def _row(self, number: int) -> QRectF:
        high = min(self.height() / max(len(self._rows), 1), theme.current().px(_TALLEST))
        top = round(number * high)
        return QRectF(0, top, self.width(), round((number + 1) * high) - top)

    def _x(self, value: float) -> float:
        area, (low, high) = self._area(), self._axis
        return area.left() + (value - low) / (high - low) * area.width()

    def _area(self) -> QRectF:
        """Return the room of the bars: the whole width between names and values."""
        now = theme.current()
        names, values, _ = self._widths
        left = round(min(max(now.px(_NAMES), names + now.px(_GAP)), 0.45 * self.width()))
        right = round(min(self.width() - now.px(_VALUES), self._values_end() - values - 2 * now.px(_GAP)))
        return QRectF(left, 0, max(right - left, 1), self.height())

    def _values_end(self) -> float:
        return self.width() - (self._widths[2] + theme.current().px(6) if self._error else 0)

    def _measure(self) -> None:
        plain, strong = QFontMetricsF(_font(False)), QFontMetricsF(_font(True))
        names = [(strong if row.token is None else plain).horizontalAdvance(row.name) for row in self._rows]
        values = [strong.horizontalAdvance(row.written) for row in self._rows]
        error = QFontMetricsF(theme.current().font("axis")).horizontalAdvance(self._error)
        self._widths = max(names, default=0.0), max(values, default=0.0), error

    def sizeHint(self) -> QSize:
        """Ask for 600 px at 100 % and 18 a row."""
        now = theme.current()
        return QSize(now.px(_NAMES + _BARS + _VALUES), len(self._rows) * now.px(_ROW))

    def minimumSizeHint(self) -> QSize:
        """Accept bars of a third of their length."""
        return self.sizeHint() - QSize(theme.current().px(_BARS * 2 // 3), 0)

    def event(self, event: QEvent) -> bool:
        """Explain the row under the pointer."""
        if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
            return super().event(event)
        under = [k for k in range(len(self._rows)) if self._row(k).contains(QPointF(event.pos()))]
        hint = self._rows[under[0]].hint if under else ""
        QToolTip.showText(event.globalPos(), hint, self)  # "" hides the one before
        return True

    def _restyle(self) -> None:
        """Follow the theme's scale."""
        self._measure()
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw rules, bars, what joins them, and words."""
        now = theme.current()
        with QPainter(self) as painter:
            self._paint_rules(painter, now)
            for number, row in enumerate(self._rows):
                self._paint_bar(painter, now, number, row)
                self._paint_words(painter, now, self._row(number), row)
            self._paint_joins(painter, now)
            self._paint_error(painter, now)

    def _paint_rules(self, painter: QPainter, now: Theme) -> None:
        totals = [number for number, row in enumerate(self._rows) if row.token is None]
        for number in totals:
            colour = now.color("control" if number == totals[-1] else "line")
            top = self._row(number).top()
            painter.fillRect(QRectF(0, top, self.width(), now.px(1)), colour)

    def _paint_bar(self, painter: QPainter, now: Theme, number: int, row: Step) -> None:
        box = self.bar(number)
        if self._spans[number] is None:
            return
        if row.token is None:
            painter.fillRect(box, now.color("text"))
        elif row.value:  # nothing is no bar; whatever is not nothing is to be seen
            box.setWidth(max(box.width(), 1))
            painter.fillRect(box, now.color(row.token))
            if self._begins_beyond(number):
                self._paint_break(painter, now, box)

    def _paint_break(self, painter: QPainter, now: Theme, box: QRectF) -> None:
        """Draw "//" across the bar, in the colour of the sheet."""
        slant, cut = now.px(_SLANT), _CUT * now.scale
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.color("surface"))
        for line in range(2):
            x = box.left() + now.px(_BREAK) + line * now.px(_APART)
            top, bottom = box.top() - 1, box.bottom() + 1
            ends = ((x + slant, top), (x + slant + cut, top), (x + cut, bottom), (x, bottom))
            painter.drawPolygon(QPolygonF([QPointF(*end) for end in ends]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_joins(self, painter: QPainter, now: Theme) -> None:
        """Join the end of each bar with the beginning of the next one."""
        pen = QPen(now.color("text2"), now.line("hairline"))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern(list(_DASHES))
        painter.setPen(pen)
        drawn = [number for number, span in enumerate(self._spans) if span]
        for number, following in pairwise(drawn):
            span = self._spans[number]
            if span and following == number + 1:
                x = round(self._x(span[1])) - 0.5
                painter.drawLine(QLineF(x, self.bar(number).bottom(), x, self.bar(following).top()))

    def _paint_words(self, painter: QPainter, now: Theme, box: QRectF, row: Step) -> None:
        total = row.token is None
        painter.setFont(_font(total))
        painter.setPen(now.color("text" if total else "text2"))
        room = QRectF(0, box.top(), self._area().left() - now.px(_GAP) / 2, box.height())
        name = painter.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(_font(True))
        painter.setPen(now.color("text3" if row.value is None else "text"))
        box.setRight(self._values_end())
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.written)

    def _paint_error(self, painter: QPainter, now: Theme) -> None:
        if self._rows and self._error:
            painter.setFont(now.font("axis"))
            painter.setPen(now.color("text3"))
            box = self._row(len(self._rows) - 1)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._error)


def spans(rows: Sequence[Step]) -> list[tuple[float, float] | None]:
    """Return from where to where each row goes: a term begins at the sum before it, a total is a place.

    What follows an unknown term is unknown until the next total.
    """
    reached: float | None = 0.0
    found: list[tuple[float, float] | None] = []
    for row in rows:
        if row.value is None or not isfinite(row.value):
            reached = reached if row.token is None else None
            found.append(None)
        elif row.token is None:
            reached = row.value
            found.append((reached, reached))
        else:
            found.append(None if reached is None else (reached, reached + row.value))
            reached = None if reached is None else reached + row.value
    return found


def visible_range(found: Sequence[tuple[float, float] | None]) -> tuple[tuple[float, float], bool]:
    """Return the axis' two ends for such spans, and whether the first one begins beyond them.

    The ends are round, so that they rest while the numbers move a little.
    """
    sums = [span[1] for span in found if span]
    if not sums:
        return (0.0, 1.0), False
    low, high = min(sums), max(sums)
    begins = next(span[0] for span in found if span)
    near = max(high, begins) - min(low, begins) <= _TO_ZERO * (high - low)
    if near:
        low, high = min(low, begins), max(high, begins)
    span = _round_up(max((high - low) / _SHARE, 1e-9 * max(abs(low), abs(high)), 1e-9))
    step = span / _STEPS
    left = (floor(low / step - _BEFORE * _STEPS)) * step
    return (left, left + span), not near and begins != sums[0]


def _round_up(span: float) -> float:
    power = 10.0 ** floor(log10(span))
    return next(power * factor for factor in _LADDER if power * factor >= span * (1 - 1e-9))


def _font(strong: bool) -> QFont:
    now = theme.current()
    font = now.font("caption")
    if strong:
        font.setWeight(now.font("label").weight())
    return font
