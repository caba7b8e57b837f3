"""The ledger: numbers with names, and below a rule the total that they add up to."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from genplay.ui import theme
from genplay.ui.theme import Theme
from genplay.ui.widgets.tones import tone

Row = tuple[str | None, str, str]
"""The tone of its swatch (or None), its name, its value as text."""

_ROW, _SWATCH, _INDENT, _GAP = 26, 10, 18, 6


class Ledger(QWidget):
    """Rows of swatch, name and value; the total, in bold, under a rule.

    Args:
        row: Height of a row at 100 %, 22 to 26.
        parent: The parent widget.
    """

    def __init__(self, row: int = _ROW, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = row
        self._rows: list[Row] = []
        self._total: tuple[str, str] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Ledger"))

    def set_rows(self, rows: Sequence[Row], total: tuple[str, str] | None = None) -> None:
        """Show (swatch's tone or None, name, value) rows and the total's (name, value)."""
        self._rows, self._total = list(rows), total
        told = [(name, value) for _, name, value in self._rows] + ([total] if total else [])
        self.setAccessibleDescription(", ".join(f"{name} {value}" for name, value in told))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for 252 px at 100 % and 26 for each row."""
        current, count = theme.current(), len(self._rows) + (self._total is not None)
        return QSize(current.px(252), count * current.px(self._row))

    def minimumSizeHint(self) -> QSize:
        """Accept two thirds of that width."""
        return QSize(self.sizeHint().width() * 2 // 3, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw rows, rule and total."""
        current = theme.current()
        with QPainter(self) as painter:
            for number, (name, words, value) in enumerate(self._rows):
                box = self._box(current, number)
                if name:
                    self._paint_swatch(painter, current, box, name)
                self._paint_words(painter, current, box, words, value, "body", "text2")
            if self._total:
                box = self._box(current, len(self._rows))
                painter.fillRect(
                    QRectF(0, box.top(), self.width(), current.line("hairline")), current.color("control")
                )
                self._paint_words(
                    painter, current, box.translated(0, current.px(1)), *self._total, "label", "text"
                )

    def _box(self, current: Theme, number: int) -> QRect:
        return QRect(0, number * current.px(self._row), self.width(), current.px(self._row))

    def _paint_swatch(self, painter: QPainter, current: Theme, box: QRect, name: str) -> None:
        side = current.px(_SWATCH)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tone(current, name))
        square = QRectF(0, box.top() + (box.height() - side) // 2, side, side)
        painter.drawRoundedRect(square, current.px(2), current.px(2))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_words(
        self, painter: QPainter, current: Theme, box: QRect, name: str, value: str, role: str, colour: str
    ) -> None:
        taken = QFontMetrics(current.font("label")).horizontalAdvance(value) + current.px(_GAP)
        painter.setFont(current.font(role))
        painter.setPen(current.color(colour))
        indent = _INDENT if any(swatch for swatch, _, _ in self._rows) else 0
        words = box.adjusted(current.px(indent), 0, -taken, 0)
        name = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(current.font("label"))
        painter.setPen(current.color("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, value)
