"""The ROC curves: share of the strange set flagged against that of the test digits, a line a model."""

from collections.abc import Collection, Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from genplay.families.outliers import Roc
from genplay.ui import text, theme
from genplay.ui.tabs.autoregressive.anomaly.marks import model_pen
from genplay.ui.tabs.autoregressive.anomaly.page import Flagged
from genplay.ui.theme import Theme

_LEFT, _BELOW, _ABOVE, _RIGHT = 46, 34, 6, 8
_QUARTERS = (0.0, 0.25, 0.5, 0.75, 1.0)
_DASHES = (5.0, 3.0)
_CIRCLE = 8
_STEP = 0.01
_PALE = 0.45  # opacity of a curve that is not final yet


class RocPlot(QWidget):
    """A square plot of curves from corner to corner; the dashed diagonal is chance."""

    hovered = Signal(object)
    """The share of test digits under the pointer, or None when it has left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curves: list[Roc | None] = []
        self._partial: Collection[int] = ()
        self._points: list[Flagged | None] = []
        self._names = ("", "")
        self._short = ""
        self._hovered: float | None = None
        self._drawn: tuple[object, QPixmap] | None = None
        self.setAccessibleName(self.tr("ROC curves"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_axes(self, across: str, up: str, short: str = "") -> None:
        """Name the axes; ``short`` names the upright one where there is no room for ``up``."""
        self._names = (across, up)
        self._short = short or up
        self.update()

    @property
    def upright(self) -> str:
        """The upright axis's name as it is shown: it may begin below the plot, where nothing else is."""
        metrics = QFontMetrics(theme.current().font("axis"))
        named, room = self._names[1], self.height() - self.plot().top()
        return named if metrics.horizontalAdvance(named) <= room else self._short

    def set_curves(self, curves: Sequence[Roc | None], partial: Collection[int] = ()) -> None:
        """Show a curve for each model, None for one that is not known yet; pale where it is ``partial``."""
        self._curves, self._partial, self._drawn = list(curves), partial, None
        self.update()

    def set_points(self, points: Sequence[Flagged | None]) -> None:
        """Mark a point on each curve, or on none."""
        self._points = list(points)
        told = [text.percent(point.hits) for point in points if point is not None]
        self.setAccessibleDescription(", ".join(told))
        self.update()

    def set_side(self, side: int) -> None:
        """Let the square of the curves have so long a side."""
        self.setFixedSize(QSize(side, side) + self.around())

    def plot(self) -> QRectF:
        """Return the square that the curves are in."""
        current = theme.current()
        box = QRectF(self.rect()).adjusted(
            current.px(_LEFT), current.px(_ABOVE), -current.px(_RIGHT), -current.px(_BELOW)
        )
        side = max(min(box.width(), box.height()), 1.0)
        return QRectF(round(box.left()), round(box.top()), round(side), round(side))

    def spot(self, false_alarms: float, hits: float) -> QPointF:
        """Return where a pair of shares is."""
        box = self.plot()
        return QPointF(box.left() + false_alarms * box.width(), box.bottom() - hits * box.height())

    def _hover(self, share: float | None) -> None:
        if share != self._hovered:
            self._hovered = share
            self.hovered.emit(share)

    def _paint_axes(self, painter: QPainter, current: Theme, box: QRectF) -> None:
        painter.setFont(current.font("axis"))
        metrics, hairline = painter.fontMetrics(), current.line("hairline")
        for share in _QUARTERS:
            at = self.spot(share, share)
            painter.fillRect(QRectF(box.left(), round(at.y()), box.width(), hairline), current.color("line"))
            label = f"{100 * share:.0f}"
            wide = metrics.horizontalAdvance(label)
            painter.setPen(current.color("text3"))
            painter.drawText(
                QPointF(box.left() - current.px(6) - wide, at.y() + metrics.ascent() / 2 - 1), label
            )
            left = min(at.x() - wide / 2, box.right() + current.px(_RIGHT) - wide)
            painter.drawText(QPointF(left, box.bottom() + current.px(3) + metrics.ascent()), label)

    def _paint_names(self, painter: QPainter, current: Theme, box: QRectF) -> None:
        painter.setFont(current.font("axis"))
        painter.setPen(current.color("text2"))
        line = painter.fontMetrics().height()
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        below = QRectF(box.left(), box.bottom() + current.px(3) + line, box.width(), line)
        painter.drawText(below, align, self._names[0])
        painter.save()
        painter.translate(0, self.height())
        painter.rotate(-90)
        painter.drawText(QRectF(0, 0, self.height() - box.top(), line), align, self.upright)
        painter.restore()

    def _picture(self, current: Theme, box: QRectF) -> QPixmap:
        """Return the curves, drawn once: dashes along a thousand corners take 10 ms."""
        ratio = self.devicePixelRatioF()
        key = (current, box.getRect(), ratio)
        if self._drawn is None or self._drawn[0] != key:
            pixmap = QPixmap(self.size() * ratio)
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            with QPainter(pixmap) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                self._paint_curves(painter, current, box)
            self._drawn = key, pixmap
        return self._drawn[1]

    def _paint_curves(self, painter: QPainter, current: Theme, box: QRectF) -> None:
        pen = QPen(current.color("text3"), current.line("reference"))
        pen.setDashPattern([length * current.scale / pen.widthF() for length in _DASHES])  # in pen widths
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(box.bottomLeft(), box.topRight())
        for index, curve in enumerate(self._curves):
            if curve is not None:
                painter.setPen(model_pen(current, index))
                painter.setOpacity(_PALE if index in self._partial else 1.0)
                x = (box.left() + curve.false_alarms * box.width()).tolist()
                y = (box.bottom() - curve.hits * box.height()).tolist()
                painter.drawPolyline(QPolygonF([QPointF(*at) for at in zip(x, y, strict=True)]))

    def _paint_points(self, painter: QPainter, current: Theme, box: QRectF) -> None:
        radius = current.px(_CIRCLE) / 2
        if self._hovered is not None:
            x = round(self.spot(self._hovered, 0).x())
            painter.fillRect(
                QRectF(x, box.top(), current.line("hairline"), box.height()), current.color("text2")
            )
        for index, point in enumerate(self._points):
            if point is not None:
                pen = model_pen(current, index)
                pen.setStyle(Qt.PenStyle.SolidLine)
                painter.setPen(pen)
                painter.setBrush(current.color("surface"))
                painter.drawEllipse(self.spot(point.false_alarms, point.hits), radius, radius)

    @staticmethod
    def around() -> QSize:
        """Return the room that the axes take."""
        current = theme.current()
        return QSize(current.px(_LEFT + _RIGHT), current.px(_ABOVE + _BELOW))

    def sizeHint(self) -> QSize:
        """Ask for a square of 190 px at 100 %, and its axes."""
        side = theme.current().px(190)
        return QSize(side, side) + self.around()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw axes, diagonal, curves and points."""
        current, box = theme.current(), self.plot()
        with QPainter(self) as painter:
            self._paint_axes(painter, current, box)
            self._paint_names(painter, current, box)
            painter.drawPixmap(0, 0, self._picture(current, box))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_points(painter, current, box)
            if self.hasFocus():
                painter.setPen(QPen(current.color("accent"), current.line("cursor")))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read the share under the pointer."""
        box = self.plot()
        share = (event.position().x() - box.left()) / box.width()
        self._hover(float(np.clip(share, 0, 1)))

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the pointer."""
        self._hover(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move along the axis by a percent with the arrow keys; Escape takes the reading away."""
        step = {Qt.Key.Key_Left: -_STEP, Qt.Key.Key_Right: _STEP}.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape and self._hovered is not None:
            self._hover(None)
        elif step is None:
            super().keyPressEvent(event)
        else:
            start = 0.1 - step if self._hovered is None else self._hovered
            self._hover(min(max(round(start + step, 2), 0.0), 1.0))
