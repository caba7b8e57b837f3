"""The numbers below the tracks of c2 and c3: the ends, and how far the training went."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from genplay.families.infogan import LEARNED, REACH
from genplay.ui import text, theme
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.words import size_of

_HANDLE, _BEHIND = 14, 56  # px at 100 %: of the sliders, what is behind their tracks
_HIGH, _LEAST = 14, 64  # px at 100 %
MARKS = (-REACH, -LEARNED, LEARNED, REACH)


class NumberMarks(Dressed):
    """As wide as what is right of a slider's name; each number stands where the handle has it."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def place(self, value: float) -> float:
        """Return where a value is."""
        now = theme.current()
        share, room = (value + REACH) / (2 * REACH), self.width() - now.px(_BEHIND) - now.px(_HANDLE)
        return now.px(_HANDLE) / 2 + share * room

    def sizeHint(self) -> QSize:
        """Ask for a line."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Ask for a line that keeps the numbers apart."""
        now = theme.current()
        return QSize(now.px(_BEHIND + _LEAST), now.px(_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write the numbers."""
        now = theme.current()
        with QPainter(self) as painter:
            painter.setFont(now.font("axis"))
            painter.setPen(now.color("text3"))
            for mark in MARKS:
                said = text.number(mark, 0)
                wide = size_of("axis", said).width()
                left = max(self.place(mark) - wide / 2, 0.0)
                painter.drawText(QRectF(left, 0, wide, self.height()), Qt.AlignmentFlag.AlignCenter, said)
