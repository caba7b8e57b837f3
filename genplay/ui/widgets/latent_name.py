"""A latent's name, typeset: z with its number lowered, and a word or two behind it."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from genplay.ui import text, theme
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.typeset import formula_size, paint_formula

_LOWERED = 0.68  # of the letter's size: its number's
_DROP, _CELL, _KERN = 0.2, 0.5, 0.02  # of the letter's size, of the number's, of the letter's
_PIXELS, _GAP, _SLACK = 14, 6, 3


def latent(dimension: int) -> str:
    """Return the name of a dimension, counted from 0, as text: "z₁" of the first."""
    return "z" + text.subscript(dimension + 1)


def latent_width(dimension: int, pixels: float) -> float:
    """Return how wide a name is at a size of type."""
    digits = len(str(dimension + 1))
    return formula_size("z", pixels).width() + (_KERN + digits * _CELL * _LOWERED) * pixels


def paint_latent(painter: QPainter, dimension: int, at: QPointF, pixels: float, colour: str) -> None:
    """Draw the name of a dimension, counted from 0, with the left end of its baseline at a point.

    Args:
        painter: What to draw with.
        dimension: Its number less one.
        at: Where.
        pixels: The size of the type.
        colour: "#RRGGBB".
    """
    paint_formula(painter, "z", at, pixels, colour)
    small, cell = _LOWERED * pixels, _CELL * _LOWERED * pixels
    left = at + QPointF(formula_size("z", pixels).width() + _KERN * pixels, _DROP * pixels)
    for number, digit in enumerate(str(dimension + 1)):
        name = f"digit_{digit}"
        aside = number * cell + (cell - formula_size(name, small).width()) / 2  # figures of one width
        paint_formula(painter, name, left + QPointF(aside, 0), small, colour)


class LatentName(Dressed):
    """The name of a dimension before its slider, and behind the name a caption such as "3.2 nats".

    Args:
        dimension: Counted from 0.
        suffix: The caption, translated, or "".
        parent: The parent widget.
    """

    def __init__(self, dimension: int, suffix: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dimension, self._suffix = dimension, suffix
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.set_name(dimension, suffix)

    def set_name(self, dimension: int, suffix: str = "") -> None:
        """Name another dimension, counted from 0."""
        if (dimension, suffix) == (self._dimension, self._suffix) and self.accessibleName():
            return
        self._dimension, self._suffix = dimension, suffix
        self.setAccessibleName(f"{latent(dimension)} {suffix}".rstrip())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the room of name and caption."""
        now = theme.current()
        metrics = QFontMetricsF(now.font("axis"))
        width = latent_width(self._dimension, _PIXELS * now.scale) + now.px(_SLACK)
        if self._suffix:
            width += now.px(_GAP) + metrics.horizontalAdvance(self._suffix)
        return QSize(int(width) + 1, now.px(20))

    def minimumSizeHint(self) -> QSize:
        """Ask for the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the name at the left, the caption at the right."""
        now = theme.current()
        pixels = _PIXELS * now.scale
        colour = now.tokens.text2 if self.isEnabled() else now.tokens.text3
        with QPainter(self) as painter:
            baseline = self.height() / 2 - formula_size("z", pixels).y() / 2
            paint_latent(painter, self._dimension, QPointF(0, baseline), pixels, colour)
            painter.setFont(now.font("axis"))
            painter.setPen(now.color("text3"))
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(self.rect().adjusted(0, 0, -now.px(_SLACK), 0), side, self._suffix)
