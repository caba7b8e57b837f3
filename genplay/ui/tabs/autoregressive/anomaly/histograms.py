"""How a score spreads: test digits filled, the strange set outlined, the drawing marked; a row a model."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from genplay.families.outliers import Floats
from genplay.ui import text, theme
from genplay.ui.tabs.autoregressive.anomaly.marks import (
    Entry,
    entries_width,
    fill_pen,
    paint_entries,
    paint_mark,
)
from genplay.ui.tabs.autoregressive.anomaly.notice import RowNotice
from genplay.ui.theme import Theme
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.ticks import round_ticks
from genplay.ui.widgets.tones import mix

_FILL = 0.45
_HEAD, _AXIS, _GAP, _MARK = 20, 18, 8, 9
_TALLEST = 220  # px of a row's bars: more room leaves air
_TICKS = 6
_BEYOND = 0.03  # of the width: the outermost bar, whose pictures are partly beyond the axis, and air


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """One model.

    Args:
        name: In words.
        ordinary: Share of the test digits in each bin.
        strange: Share of the chosen set in each bin.
        mark: The drawing's score, or None.
        told: Swatches and words at the right.
        status: How far the answer is; "" when all is there.
        done: The share of the pictures that are scored, 0 to 1.
        stopped: Whether the user has stopped the scoring.
        error: What went wrong, as a sentence; "" for nothing.
        beyond: What is to be said of pictures before the left end and after the right one; "" for nothing.
        tip: What pointing at the row's head says.
    """

    name: str
    ordinary: Floats
    strange: Floats
    mark: float | None
    told: Sequence[Entry]
    status: str = ""
    done: float = 1.0
    stopped: bool = False
    error: str = ""
    beyond: tuple[str, str] = ("", "")
    tip: str = ""

    @property
    def broken_off(self) -> bool:
        """Whether the answer ended before its time."""
        return self.stopped or bool(self.error)


class ScoreHistograms(Dressed):
    """Histograms below one another on one axis, each scaled to its own peak; the pointer sets a threshold."""

    hovered = Signal(object)
    """The score under the pointer, or None when it has left."""
    retry_pressed = Signal()
    copy_pressed = Signal(int)
    """The number of the row whose error is to be reported."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._notices: list[RowNotice] = []
        self._edges = np.linspace(0.0, 1.0, 2)
        self._thresholds: list[float | None] = []
        self._hovered: float | None = None
        self.setAccessibleName(self.tr("Histograms of the score"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_rows(self, rows: Sequence[Row], edges: Floats) -> None:
        """Show models, and the edges of their bins."""
        self._rows, self._edges = list(rows), edges
        told = [
            ", ".join(filter(None, (row.name, *(words for _, words in row.told), *row.beyond, row.error)))
            for row in self._rows
        ]
        self.setAccessibleDescription("; ".join(told))
        self._show_notices()
        self.update()

    def set_thresholds(self, thresholds: Sequence[float | None]) -> None:
        """Draw a threshold in each row, or in none."""
        self._thresholds = list(thresholds)
        self.update()

    def row_box(self, index: int) -> QRectF:
        """Return where a model's bars are."""
        current, count = theme.current(), max(len(self._rows), 1)
        room = (self.height() - current.px(_AXIS)) / count
        bars = min(room - current.px(_HEAD + _GAP), current.px(_TALLEST))
        high = bars + current.px(_HEAD + _GAP)
        return QRectF(0, round(index * high + current.px(_HEAD)), self.width(), round(bars))

    def x_of(self, value: float) -> float:
        """Return where a score is; one beyond the ends stands there."""
        low, high = self._edges[0], self._edges[-1]
        return float(np.clip((value - low) / (high - low), 0, 1)) * self.width()

    def _show_notices(self) -> None:
        while len(self._notices) < len(self._rows):
            notice = RowNotice(self)
            notice.retry_pressed.connect(self.retry_pressed)
            notice.copy_pressed.connect(partial(self.copy_pressed.emit, len(self._notices)))
            self._notices.append(notice)
        for index, notice in enumerate(self._notices):
            row = self._rows[index] if index < len(self._rows) else None
            notice.setVisible(row is not None and row.broken_off)
            if row is not None and row.error:
                notice.show_error(row.error)
            elif row is not None and row.stopped:
                notice.show_stopped()
        self._place_notices()

    def _place_notices(self) -> None:
        for index, notice in enumerate(self._notices):
            box, high = self.row_box(index).toRect(), theme.current().px(_HEAD)
            wide, top = notice.buttons_width(), box.top() - high
            if index < len(self._rows) and self._rows[index].error:
                notice.setGeometry(0, top, self.width(), high + box.height())
            else:
                notice.setGeometry(self.width() - wide, top, wide, high)

    def _hover(self, value: float | None) -> None:
        if value != self._hovered:
            self._hovered = value
            self.hovered.emit(value)

    def _paint_head(self, painter: QPainter, current: Theme, index: int, box: QRectF) -> None:
        row, notice = self._rows[index], self._notices[index]
        head = QRectF(box.left(), box.top() - current.px(_HEAD), box.width(), current.px(16))
        painter.setFont(current.font("label"))
        painter.setPen(current.color("text"))
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, row.name)
        left = painter.fontMetrics().horizontalAdvance(row.name) + current.px(10)
        right = head.right() - (0 if notice.isHidden() else notice.buttons_width() + current.px(_GAP))
        painter.setFont(current.font("axis"))
        status = painter.fontMetrics().horizontalAdvance(row.status) + current.px(_GAP) if row.status else 0
        told = list(row.told)
        while told and entries_width(current, told) > right - left - status:
            told.pop()  # how far the answer is matters more than the means of a part
        right -= entries_width(current, told)
        if row.status and row.told:
            painter.setPen(current.color("text3"))
            room = QRectF(left, head.top(), max(right - left, 0), head.height())
            words = painter.fontMetrics().elidedText(
                row.status, Qt.TextElideMode.ElideRight, int(room.width())
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        paint_entries(painter, current, told, QRectF(right, head.top(), head.width(), head.height()))

    def _paint_filled(self, painter: QPainter, current: Theme, heights: Floats, box: QRectF) -> None:
        # Whole device pixels: a gap that is sometimes one and sometimes two pixels wide looks like data.
        ratio = self.devicePixelRatioF()
        lefts = np.rint(np.linspace(0, self.width() * ratio, len(heights) + 1)) / ratio
        fill, edge, cap = mix(current, "blue", _FILL), current.color("blue"), current.px(2)
        for left, right, share in zip(lefts, lefts[1:], heights / heights.max(), strict=False):
            if share > 0:
                high = max(share * box.height(), cap)
                bar = QRectF(left, box.bottom() - high, right - left - 1 / ratio, high)
                painter.fillRect(bar, fill)
                painter.fillRect(QRectF(bar.left(), bar.top(), bar.width(), cap), edge)

    def _paint_outline(self, painter: QPainter, current: Theme, heights: Floats, box: QRectF) -> None:
        pen = fill_pen(current)
        base, high = box.bottom() - pen.widthF() / 2, box.height() - pen.widthF()
        lefts = np.linspace(0, self.width(), len(heights) + 1)
        path = QPainterPath(QPointF(0, base))
        for left, right, share in zip(lefts, lefts[1:], heights / heights.max(), strict=False):
            y = base - share * high
            path.lineTo(left, y)
            path.lineTo(right, y)
        path.lineTo(self.width(), base)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _paint_row(self, painter: QPainter, current: Theme, index: int, row: Row) -> None:
        box = self.row_box(index)
        self._paint_head(painter, current, index, box)
        painter.fillRect(
            QRectF(0, box.bottom(), box.width(), current.line("hairline")), current.color("line")
        )
        if row.ordinary.any():
            self._paint_filled(painter, current, row.ordinary, box)
        if row.strange.any():
            self._paint_outline(painter, current, row.strange, box)
        self._paint_beyond(painter, current, row, box)
        if row.done < 1 and not row.error:
            self._paint_progress(painter, current, row, box)
        threshold = self._thresholds[index] if index < len(self._thresholds) else None
        if threshold is not None:
            self._paint_threshold(painter, current, threshold, box)
        if row.mark is not None:
            self._paint_drawing(painter, current, row.mark, box)

    def _paint_beyond(self, painter: QPainter, current: Theme, row: Row, box: QRectF) -> None:
        painter.setFont(current.font("axis"))
        painter.setPen(current.color("orange"))
        room = box.adjusted(_BEYOND * box.width(), 0, -_BEYOND * box.width(), 0)
        for said, side in zip(
            row.beyond, (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight), strict=True
        ):
            painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, said)

    def _paint_progress(self, painter: QPainter, current: Theme, row: Row, box: QRectF) -> None:
        if not row.told and not row.ordinary.any():
            painter.setFont(current.font("body"))
            painter.setPen(current.color("text3"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, row.status)
        bar = QRectF(0, box.bottom() - current.px(1), box.width() * row.done, current.px(2))
        painter.fillRect(bar, current.color("text3" if row.stopped else "accent"))

    def _paint_threshold(self, painter: QPainter, current: Theme, value: float, box: QRectF) -> None:
        x, width = round(self.x_of(value)), current.line("hairline")
        beyond = QRectF(x, box.top(), self.width() - x, box.height())
        tint = current.color("text")
        tint.setAlphaF(0.06)
        painter.fillRect(beyond, tint)
        painter.fillRect(QRectF(x - width / 2, box.top(), width, box.height()), current.color("text2"))

    def _paint_drawing(self, painter: QPainter, current: Theme, value: float, box: QRectF) -> None:
        side, width = current.px(_MARK), current.line("cursor")
        x = min(max(self.x_of(value), side / 2), self.width() - side / 2)
        painter.fillRect(
            QRectF(round(x - width / 2), box.top(), width, box.height()), current.color("accent")
        )
        middle = round(x - width / 2) + width / 2
        paint_mark(painter, current, "drawing", QRectF(middle - side / 2, box.top(), side, side))

    def _paint_axis(self, painter: QPainter, current: Theme) -> None:
        painter.setFont(current.font("axis"))
        painter.setPen(current.color("text3"))
        metrics = painter.fontMetrics()
        base = self.row_box(len(self._rows) - 1).bottom() + current.px(4) + metrics.ascent()
        for value, label in round_ticks(float(self._edges[0]), float(self._edges[-1]), _TICKS):
            width = metrics.horizontalAdvance(label)
            left = min(max(self.x_of(value) - width / 2, 0), self.width() - width)
            painter.drawText(QPointF(left, base), label)

    def sizeHint(self) -> QSize:
        """Ask for 352 x 240 at 100 %."""
        current = theme.current()
        return QSize(current.px(352), current.px(240))

    def minimumSizeHint(self) -> QSize:
        """Accept rows of 24 px of bars."""
        current, count = theme.current(), max(len(self._rows), 1)
        return QSize(current.px(160), count * current.px(_HEAD + _GAP + 24) + current.px(_AXIS))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw rows and axis."""
        current = theme.current()
        with QPainter(self) as painter:
            for index, row in enumerate(self._rows):
                self._paint_row(painter, current, index, row)
            if any(row.ordinary.any() for row in self._rows):
                self._paint_axis(painter, current)
            if self.hasFocus():
                painter.setPen(QPen(current.color("accent"), current.line("cursor")))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def _value_at(self, x: float) -> float:
        share = min(max(x / max(self.width(), 1), 0.0), 1.0)
        return float(self._edges[0] + share * (self._edges[-1] - self._edges[0]))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read the score under the pointer."""
        self._hover(self._value_at(event.position().x()) if self._rows else None)

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the pointer."""
        self._hover(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the buttons with their rows."""
        super().resizeEvent(event)
        self._place_notices()

    def _restyle(self) -> None:
        """Follow theme and scale."""
        self._place_notices()

    def event(self, event: QEvent) -> bool:
        """Say of the row whose head is pointed at how good its model is."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self)
            return True
        return super().event(event)

    def tip_at(self, point: QPoint) -> str:
        """Return what is said of the row whose head is at a point; "" elsewhere."""
        for index, row in enumerate(self._rows):
            top = self.row_box(index).top()
            if top - theme.current().px(_HEAD) <= point.y() < top:
                return row.tip
        return ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the threshold by a bin with the arrow keys; Escape takes it away."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape and self._hovered is not None:
            self._hover(None)
        elif step is None or not self._rows:
            super().keyPressEvent(event)
        else:
            low, high = float(self._edges[0]), float(self._edges[-1])
            start = (low + high) / 2 if self._hovered is None else self._hovered
            bin_width = float(self._edges[1] - self._edges[0])
            self._hover(min(max(start + step * bin_width, low), high))


def row_words(mean_ordinary: float, mean_strange: float, mark: float | None) -> list[Entry]:
    """Return the means of a row, and the drawing's score, as swatches with numbers."""
    said = [("digits", mean_ordinary), ("set", mean_strange)] + (
        [("drawing", mark)] if mark is not None else []
    )
    return [(kind, text.nats(value)) for kind, value in said if not np.isnan(value)]
