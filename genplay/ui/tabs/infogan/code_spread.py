"""What Q believes of a number: its mean, and one deviation to both sides, on the scale of the sliders."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from genplay.families.infogan import REACH
from genplay.ui import text, theme
from genplay.ui.tabs.infogan import words
from genplay.ui.theme import Theme
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.tones import mix
from genplay.ui.widgets.typeset import formula_size, paint_formula

_HIGH, _GROOVE, _BAND, _DOT, _GAP, _NAME, _PIXELS = 18, 3, 8, 8, 7, 16, 13  # px at 100 %
_UNDER = 10  # px at 100 % of a scale below
_SHORTEST, _FAINT = 24, 0.32  # px of the scale; of the blue on the sheet


class CodeSpread(Dressed):
    """A line: the number's name, its scale, the mean and the deviation in figures; or two, the scale below.

    Args:
        formula: The name, a file of assets/formulas.
        name: The same as text.
    """

    def __init__(self, formula: str, name: str) -> None:
        super().__init__()
        self._formula, self._name = formula, name
        self._told: tuple[float, float] | None = None
        self._below = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_told(None)

    def set_told(self, told: tuple[float, float] | None) -> None:
        """Show a mean and a deviation, or that they are not known."""
        if told == self._told and self.accessibleName():
            return
        self._told = told
        self.setAccessibleName(f"{self._name} {self._written()}")
        self.update()

    def set_below(self, below: bool) -> None:
        """Have the scale below name and figures, as long as there is width, or between them."""
        self._below = below
        self.updateGeometry()
        self.update()

    def scale(self) -> QRectF:
        """Return where the scale is, from -2 to 2."""
        now = theme.current()
        thick = now.px(_GROOVE)
        if self._below:
            edge, middle = now.px(_DOT) / 2, self.height() - now.px(_UNDER) / 2
            return QRectF(edge, round(middle - thick / 2), max(self.width() - 2 * edge, 1), thick)
        metrics = QFontMetricsF(now.font("axis"))
        left, right = now.px(_NAME + _GAP), self.width() - metrics.horizontalAdvance(_widest()) - now.px(_GAP)
        return QRectF(left, round((self.height() - thick) / 2), max(right - left, 1), thick)

    def place(self, value: float) -> float:
        """Return where a value is; beyond the scale, at its end."""
        scale = self.scale()
        share = (min(max(value, -REACH), REACH) + REACH) / (2 * REACH)
        return scale.left() + share * scale.width()

    def _written(self) -> str:
        return words.UNKNOWN if self._told is None else words.spread(*self._told)

    def sizeHint(self) -> QSize:
        """Ask for 184 px at 100 %."""
        return QSize(theme.current().px(184), self._high())

    def minimumSizeHint(self) -> QSize:
        """Accept a short scale; no figure is cut."""
        now = theme.current()
        figures = QFontMetricsF(now.font("axis")).horizontalAdvance(_widest())
        least = _NAME + _GAP if self._below else _NAME + 2 * _GAP + _SHORTEST
        return QSize(int(now.px(least) + figures) + 1, self._high())

    def _high(self) -> int:
        return theme.current().px(_HIGH + _UNDER * self._below)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw name, scale, band, dot and figures."""
        now = theme.current()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pixels = _PIXELS * now.scale
            line = QRectF(0, 0, self.width(), now.px(_HIGH) if self._below else self.height())
            baseline = line.center().y() - formula_size("z", pixels).y() / 2
            paint_formula(painter, self._formula, QPointF(0, baseline), pixels, now.tokens.text2)
            self._paint_scale(painter, now)
            painter.setFont(now.font("axis"))
            painter.setPen(now.color("text3" if self._told is None else "text"))
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(line, side, self._written())

    def _paint_scale(self, painter: QPainter, now: Theme) -> None:
        scale = self.scale()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.color("line"))
        painter.drawRoundedRect(scale, scale.height() / 2, scale.height() / 2)
        if self._told is None:
            return
        mean, deviation = self._told
        band = QRectF(scale)
        band.setHeight(now.px(_BAND))
        band.moveCenter(scale.center())
        band.setLeft(self.place(mean - deviation))
        band.setRight(self.place(mean + deviation))
        painter.setBrush(mix(now, "blue", _FAINT))
        painter.drawRoundedRect(band, now.px(2), now.px(2))
        dot = now.px(_DOT)
        painter.setBrush(now.color("blue"))
        painter.drawEllipse(QRectF(self.place(mean) - dot / 2, scale.center().y() - dot / 2, dot, dot))


def _widest() -> str:
    return f"{text.number(-8.88, 2)} ± 8.88"
