"""What the marks in a plane mean: dots, lines and diamonds with words; what has no room is left out."""

from collections.abc import Sequence
from typing import Literal

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from genplay.ui import theme
from genplay.ui.tabs.training.scatter import paint_dots
from genplay.ui.tabs.vae.train.colours import class_colour
from genplay.ui.theme import Theme

Kind = Literal["", "dots", "line", "dash", "diamond", "dot"]
Mark = tuple[Kind, str]
"""What is drawn ("dots" are of three classes), and what it means; "" for words alone."""

_WIDE, _WORDS, _SPACE = {"": 0, "dots": 18, "line": 16, "dash": 16, "diamond": 7, "dot": 5}, 5, 14


class Marks(QWidget):
    """Marks with words in a row; the last ones give way."""

    def __init__(self) -> None:
        super().__init__()
        self._marks: tuple[Mark, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show these."""
        self._marks = tuple(marks)
        self.setAccessibleName(", ".join(words for _, words in marks))
        self.setToolTip(self.accessibleName())
        self.update()

    def fitting(self) -> tuple[Mark, ...]:
        """Return the marks that there is room for."""
        now = theme.current()
        metrics, x, found = QFontMetricsF(now.font("axis")), 0.0, []
        for kind, words in self._marks:
            x += now.px(_WIDE[kind] + _WORDS * bool(kind)) + metrics.horizontalAdvance(words)
            if x > self.width() and found:
                break
            found.append((kind, words))
            x += now.px(_SPACE)
        return tuple(found)

    def sizeHint(self) -> QSize:
        """Ask for a line of text."""
        return QSize(theme.current().px(100), theme.current().px(20))

    def minimumSizeHint(self) -> QSize:
        """Accept any width."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw mark, words, mark, words."""
        now = theme.current()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(now.font("axis"))
            metrics, x = QFontMetricsF(now.font("axis")), 0.0
            for kind, words in self.fitting():
                self._paint_mark(painter, now, kind, x)
                x += now.px(_WIDE[kind] + _WORDS * bool(kind))
                painter.setPen(now.color("text3"))
                room = QRectF(x, 0, max(self.width() - x, 0), self.height())
                words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width() + 1)
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
                x += metrics.horizontalAdvance(words) + now.px(_SPACE)

    def _paint_mark(self, painter: QPainter, now: Theme, kind: Kind, x: float) -> None:
        y, wide = self.height() / 2, now.px(_WIDE[kind])
        middle = np.array([[x + wide / 2, y]])
        match kind:
            case "dots":
                for place in range(3):
                    at = np.array([[x + wide * (place + 0.5) / 3, y]])
                    paint_dots(painter, at, class_colour(place), 5 * now.scale)
            case "dot":
                paint_dots(painter, middle, now.color("text"), 3 * now.scale)
            case "diamond":
                paint_dots(painter, middle, now.color("orange"), 6 * now.scale, "diamond")
            case "line" | "dash":
                pen = QPen(now.color("text" if kind == "line" else "text2"), now.line("reference"))
                if kind == "dash":
                    pen.setDashPattern([4, 2])
                painter.setPen(pen)
                painter.drawLine(QPointF(x, y), QPointF(x + wide, y))
            case _:
                pass
