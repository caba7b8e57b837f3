"""The table below: the area under the ROC curve for every set, model and score."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from genplay.families.autoregressive import SCORES, SETS
from genplay.ui import theme
from genplay.ui.tabs.autoregressive.anomaly import words
from genplay.ui.theme import Theme

Areas = Mapping[tuple[str, str], float]
"""AUC by (set, score)."""

_NAMES, _ROW, _PAD = 116, 20, 8
_NUMBER = 42  # px: room of a number and the gap after it
_NARROWEST, _WIDEST = 64, 168  # px of a column
_STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class AucTable(QWidget):
    """Rows of sets; of each model a group of three columns, one a score. A click chooses set and score."""

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._models: list[tuple[str, Areas]] = []
        self._partial: Collection[str] = ()
        self._current = ("", "")
        self.setAccessibleName(self.tr("Areas under the ROC curve by set, model and score"))
        self.setToolTip(
            self.tr(
                "Area under the ROC curve: the chance that a picture of the set seems stranger than a test "
                "digit"
            )
        )
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_models(self, models: Sequence[tuple[str, Areas]], partial: Collection[str] = ()) -> None:
        """Show (name, areas) of each model; those named in ``partial`` are not final yet."""
        self._models, self._partial = list(models), partial
        told = [
            f"{name}, {words.set_name(row)}, {words.score(score)}: "
            + words.area(areas[row, score], whole=name not in partial)
            for name, areas in self._models
            for row in SETS
            for score in SCORES
        ]
        self.setAccessibleDescription("; ".join(told))
        self.updateGeometry()
        self.update()

    def set_current(self, row: str, score: str) -> None:
        """Show which set and score are chosen."""
        self._current = (row, score)
        self.update()

    def cell(self, row: str, model: int, score: str) -> QRect:
        """Return where a number is."""
        current, high, wide = theme.current(), self._row_height(), self._column()
        column = model * len(SCORES) + list(SCORES).index(score)
        left = round(current.px(_NAMES) + column * wide)
        right = round(current.px(_NAMES) + (column + 1) * wide)
        return QRect(left, (2 + list(SETS).index(row)) * high, right - left, high)

    def set_row(self, high: int) -> None:
        """Let a row be so high."""
        self.setFixedHeight((2 + len(SETS)) * high)

    def needed(self) -> int:
        """Return the width beyond which columns would only drift apart."""
        current = theme.current()
        return current.px(_NAMES) + current.px(_WIDEST) * len(SCORES) * max(len(self._models), 1)

    def least(self) -> int:
        """Return the width below which columns would run into one another."""
        current = theme.current()
        return current.px(_NAMES) + current.px(_NARROWEST) * len(SCORES) * max(len(self._models), 1)

    def _row_height(self) -> int:
        return self.height() // (2 + len(SETS))

    def _column(self) -> float:
        current = theme.current()
        columns = len(SCORES) * max(len(self._models), 1)
        return min((self.width() - current.px(_NAMES)) / columns, current.px(_WIDEST))

    def _remark(self, current: Theme) -> str:
        """Return how to say "worse than chance" in the room there is."""
        metrics, long = QFontMetrics(current.font("axis")), words.verdict_on_area(0.0)
        fits = metrics.horizontalAdvance(long) <= self._column() - current.px(2 * _PAD + _NUMBER)
        return long if fits else self.tr("worse")

    def _paint_heads(self, painter: QPainter, current: Theme) -> None:
        high, left = self._row_height(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        corner = QRectF(current.px(_PAD), 0, current.px(_NAMES), high)
        for place, (said, role, token) in enumerate(
            [("AUC", "label", "text"), (self.tr("0.5 is chance"), "axis", "text3")]
        ):
            painter.setFont(current.font(role))
            painter.setPen(current.color(token))
            painter.drawText(corner.translated(0, place * high), left, said)
        for index, (name, _) in enumerate(self._models):
            first = self.cell(next(iter(SETS)), index, next(iter(SCORES)))
            group = QRectF(first.left(), 0, 3 * self._column(), high).adjusted(current.px(_PAD), 0, 0, 0)
            painter.setFont(current.font("label"))
            painter.setPen(current.color("text"))
            painter.drawText(group, left, name)
            for score in SCORES:
                box = QRectF(self.cell(next(iter(SETS)), index, score).translated(0, -high))
                now = score == self._current[1]
                font = current.font("axis")
                font.setWeight(font.Weight.DemiBold if now else font.Weight.Normal)
                painter.setFont(font)
                painter.setPen(current.color("accent" if now else "text3"))
                room = box.adjusted(current.px(_PAD), 0, 0, 0)
                title = painter.fontMetrics().elidedText(
                    words.short_score(score), Qt.TextElideMode.ElideRight, int(room.width())
                )
                painter.drawText(room, left, title)
        rule = QRectF(0, 2 * high - current.line("hairline"), self._used(), current.line("hairline"))
        painter.fillRect(rule, current.color("control"))

    def _used(self) -> float:
        return theme.current().px(_NAMES) + self._column() * len(SCORES) * max(len(self._models), 1)

    def _paint_row(self, painter: QPainter, current: Theme, row: str, remark: str) -> None:
        high, chosen = self._row_height(), row == self._current[0]
        top = (2 + list(SETS).index(row)) * high
        box = QRectF(0, top, self._used(), high)
        if chosen:
            painter.fillRect(box, current.color("accent_soft"))
        painter.fillRect(
            QRectF(0, box.bottom() - 1, box.width(), current.line("hairline")), current.color("line")
        )
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(current.font("label" if chosen else "body"))
        painter.setPen(current.color("accent" if chosen else "text2"))
        painter.drawText(box.adjusted(current.px(_PAD), 0, 0, 0), left, words.set_name(row))
        for index, (name, areas) in enumerate(self._models):
            for score in SCORES:
                cell, area = QRectF(self.cell(row, index, score)), areas[row, score]
                if name in self._partial:
                    painter.setFont(current.font("body"))
                    _paint_number(painter, current, cell, words.area(area, whole=False), "text3")
                else:
                    self._paint_cell(painter, current, cell, area, remark, (row, score))

    def _paint_cell(
        self,
        painter: QPainter,
        current: Theme,
        box: QRectF,
        area: float,
        remark: str,
        at: tuple[str, str],
    ) -> None:
        worse = area < 0.5
        painter.setFont(current.font("label" if worse or at == self._current else "body"))
        _paint_number(painter, current, box, words.area(area), "orange" if worse else "text")
        if worse:
            painter.setFont(current.font("axis"))
            room = box.adjusted(current.px(_PAD + _NUMBER), 0, 0, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, remark)

    def sizeHint(self) -> QSize:
        """Ask for rows of 20 px at 100 %."""
        current = theme.current()
        return QSize(self.needed(), (2 + len(SETS)) * current.px(_ROW))

    def minimumSizeHint(self) -> QSize:
        """Accept any width: who shows it asks ``least``."""
        return QSize(1, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw heads and rows."""
        current = theme.current()
        with QPainter(self) as painter:
            self._paint_heads(painter, current)
            remark = self._remark(current)
            for row in SETS:
                self._paint_row(painter, current, row, remark)
            if self.hasFocus():
                painter.setPen(QPen(current.color("accent"), current.line("cursor")))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose set and score of the cell, or the set alone by its name."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        point = event.position().toPoint()
        for row in SETS:
            for index in range(len(self._models)):
                for score in SCORES:
                    if self.cell(row, index, score).contains(point):
                        self.chosen.emit(row, score)
                        return
            first = self.cell(row, 0, next(iter(SCORES)))
            if first.top() <= point.y() <= first.bottom() and point.x() < first.left():
                self.chosen.emit(row, self._current[1])
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a neighbour by the arrow keys: up and down a set, left and right a score."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or "" in self._current:
            super().keyPressEvent(event)
            return
        rows, scores = list(SETS), list(SCORES)
        row = min(max(rows.index(self._current[0]) + step[0], 0), len(rows) - 1)
        score = min(max(scores.index(self._current[1]) + step[1], 0), len(scores) - 1)
        if (rows[row], scores[score]) != self._current:
            self.chosen.emit(rows[row], scores[score])


def _paint_number(painter: QPainter, current: Theme, box: QRectF, number: str, token: str) -> None:
    """Write a number in the painter's font; what stands before its digits, as in "> 0.999", hangs out."""
    painter.setPen(current.color(token))
    metrics = painter.fontMetrics()
    hangs = metrics.horizontalAdvance(number) - metrics.horizontalAdvance("0.000")
    start = box.left() + current.px(_PAD) - max(hangs, 0)
    room = QRectF(start, box.top(), box.right() - start, box.height())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, number)
