"""The score of one drawing under several models, as bars with numbers."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from genplay.ui import text, theme
from genplay.ui.theme import Theme
from genplay.ui.widgets.tones import mix, tone

Row = tuple[str, float | None, bool, Sequence[float] | None]
"""Name, value in nats (None: not known yet), emphasised, and the parts that the value is the sum of."""

_ROW, _BAR, _GAP = 23, 13, 8
_NAMES = 88  # px: where the bars begin
_GREY = 0.55  # of text3 on the sheet
_PARTS = ("blue", "blue_pale")


class BaselineBars(QWidget):
    """One row a model: its name, a bar as long as its value is far from 0, the value at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Models compared"))

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show (name, value in nats, emphasised, its parts or None) rows; a value of None is left blank."""
        self._rows = list(rows)
        told = [f"{name} {_written(value)}" for name, value, _, _ in self._rows if value is not None]
        self.setAccessibleDescription(", ".join(told))
        self.updateGeometry()
        self.update()

    def _widest(self) -> float:
        return max((abs(value) for _, value, _, _ in self._rows if value is not None), default=0.0) or 1.0

    def sizeHint(self) -> QSize:
        """Ask for 224 px at 100 % and a row for each model."""
        current = theme.current()
        return QSize(current.px(224), len(self._rows) * current.px(_ROW))

    def minimumSizeHint(self) -> QSize:
        """Accept bars of half that length."""
        return self.sizeHint() - QSize(theme.current().px(40), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows."""
        current = theme.current()
        with QPainter(self) as painter:
            metrics = QFontMetrics(_font(current, True))
            values = max((metrics.horizontalAdvance(_written(row[1])) for row in self._rows), default=0)
            names = max(
                [current.px(_NAMES)]
                + [metrics.horizontalAdvance(r[0]) + current.px(_GAP) for r in self._rows]
            )
            longest = max(self.width() - names - values - current.px(_GAP) // 2, 1)
            for number, row in enumerate(self._rows):
                box = QRect(0, number * current.px(_ROW), self.width(), current.px(_ROW))
                self._paint_words(painter, current, box, row)
                self._paint_bar(painter, current, box, row, names, longest)

    def _paint_words(self, painter: QPainter, current: Theme, box: QRect, row: Row) -> None:
        name, value, emphasised, _ = row
        painter.setFont(_font(current, emphasised))
        painter.setPen(current.color("text" if emphasised else "text2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        painter.setPen(current.color("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, _written(value))

    def _paint_bar(
        self, painter: QPainter, current: Theme, box: QRect, row: Row, left: int, longest: int
    ) -> None:
        _, value, emphasised, parts = row
        if value is None:
            return
        grey = mix(current, "text3", _GREY)
        colours = [tone(current, name) for name in _PARTS] if emphasised else [grey]
        top, height = box.top() + (box.height() - current.px(_BAR)) // 2, current.px(_BAR)
        reached = 0.0
        for part, colour in zip(parts or (value,), colours, strict=False):
            start, reached = reached, reached + abs(part)
            begin, end = (round(longest * at / self._widest()) for at in (start, reached))
            painter.fillRect(QRect(left + begin, top, end - begin, height), colour)


def _font(current: Theme, emphasised: bool) -> QFont:
    font = current.font("caption")
    if emphasised:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def _written(value: float | None) -> str:
    return "" if value is None else text.nats(value)
