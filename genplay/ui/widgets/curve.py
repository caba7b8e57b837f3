"""The running sum along the order of the pixels: curves, a reference, and the cursor with its value."""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from numpy.typing import ArrayLike, NDArray
from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from genplay.ui import text, theme
from genplay.ui.theme import Theme
from genplay.ui.widgets.curve_axis import MARGIN, Axis
from genplay.ui.widgets.curve_mark import Mark, plot_pen
from genplay.ui.widgets.ticks import round_step, round_ticks

Curve = tuple[str, ArrayLike, str, bool]
"""Name, values, colour token, dashed. The first curve carries the cursor, a dashed one its name."""

_DASHES = (5.0, 3.0)
_TICKS = 3
_ABOVE, _BELOW = 8, 3  # px of room beyond the ends of the sums, for the cursor's line
_STRIDE = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -28, Qt.Key.Key_PageDown: 28}


class RunningSum(pg.PlotWidget):
    """Sums in nats against the number of pixels read; the pointer reads a step, a click picks it."""

    hovered = Signal(object)
    """The step under the pointer, or None when it has left."""
    picked = Signal(int)
    """A step was clicked, or chosen by the arrow keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        view, left, bottom = pg.ViewBox(enableMenu=False, defaultPadding=0), Axis("left"), Axis("bottom")
        item = pg.PlotItem(viewBox=view, axisItems={"left": left, "bottom": bottom}, enableMenu=False)
        super().__init__(parent, plotItem=item)
        self._item, self._view, self._left, self._bottom = item, view, left, bottom
        if item.ctrlMenu is not None:  # nobody opens it, and nobody else owns it
            item.ctrlMenu.setParent(self, item.ctrlMenu.windowFlags())
        self._curves: list[tuple[str, NDArray[np.float64], str, bool]] = []
        self._steps = 1
        self._low: float | None = None
        self._cursor: int | None = None
        self._hovered: int | None = None
        self._lines: list[pg.PlotCurveItem] = []
        self._names: list[pg.TextItem] = []
        self._scale: tuple[Theme, float, int, float] | None = None
        self._marks = Mark(self, item, "accent"), Mark(self, item, "text3")
        self._make_plain()
        self.setAccessibleName(self.tr("Running sum"))
        self._restyle()

    def set_axes(self, steps: int, low: float | None = None) -> None:
        """Set how many steps there are, and the lowest sum that must have room (None: the lowest shown)."""
        self._steps, self._low = steps, low
        self._rescale()

    def set_curves(self, curves: Sequence[Curve]) -> None:
        """Show (name, values, colour token, dashed) curves; value k of a curve is its sum after k pixels."""
        before = self._looks()
        self._curves = [
            (name, np.asarray(sums, float), token, dashed) for name, sums, token, dashed in curves
        ]
        if self._looks() == before:
            self._move()
        else:
            self._draw()

    def set_cursor(self, step: int | None) -> None:
        """Put the cursor on a step of the first curve and write its value beside it, or take it away."""
        self._cursor = step
        self._place_marks()

    def _looks(self) -> list[tuple[str, str, bool]]:
        return [(name, token, dashed) for name, _, token, dashed in self._curves]

    def _make_plain(self) -> None:
        self.setBackground(None)
        self._item.hideButtons()
        for axis in (self._left, self._bottom):
            axis.setZValue(-1000)  # the grid stays below the curves, where the plot item does not put it
        self._view.setMouseEnabled(False, False)
        self.viewport().setAutoFillBackground(False)  # with no background and no cache of it, what lies
        self.setCacheMode(self.CacheModeFlag.CacheNone)  # below shows through
        self.setFrameShape(self.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def _restyle(self) -> None:
        self._left.restyle(self)
        self._bottom.restyle(self)
        self._item.setContentsMargins(0, 0, theme.current().px(MARGIN), 0)
        for mark in self._marks:
            mark.restyle()
        self._draw()

    def _follow(self) -> None:
        if hasattr(self, "_marks") and not self.closed:  # Qt also tells a plot that is not yet, or no more
            self._restyle()

    def _draw(self) -> None:
        for item in (*self._lines, *self._names):
            self._item.removeItem(item)
        self._lines = [self._new_line(token, dashed) for _, _, token, dashed in self._curves]
        self._names = [self._new_name(name if dashed else "") for name, _, _, dashed in self._curves]
        self._move()

    def _new_line(self, token: str, dashed: bool) -> pg.PlotCurveItem:
        current = theme.current()
        width = current.line("reference" if dashed else "data")
        pen = plot_pen(self, token, width)
        if dashed:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([length * current.scale / width for length in _DASHES])  # in pen widths
        line = pg.PlotCurveItem(pen=pen, antialias=True)
        line.setZValue(1 if dashed else 2)
        self._item.addItem(line, ignoreBounds=True)
        return line

    def _new_name(self, name: str) -> pg.TextItem:
        current = theme.current()
        label = pg.TextItem(name, color=current.color("text3"), anchor=(1, 1))
        label.setFont(current.font("axis"))
        label.textItem.document().setDocumentMargin(current.px(2))
        label.setZValue(3)
        self._item.addItem(label, ignoreBounds=True)
        return label

    def _move(self) -> None:
        """Only move what is there: making plot items anew for each of 60 answers a second costs 5 ms each."""
        for (_, sums, _, _), line in zip(self._curves, self._lines, strict=True):
            line.setData(np.arange(len(sums)), sums)
        self._rescale()

    def _place_names(self) -> None:
        """Put a name below the end of its curve, away from the higher ones; above it for want of room."""
        for (_, sums, _, _), name in zip(self._curves, self._names, strict=False):
            if len(sums):
                end = QPointF(len(sums) - 1, float(sums[-1]))
                below = self._view.boundingRect().height() - self._view.mapFromView(end).y()
                name.setAnchor((1, 0) if below >= name.boundingRect().height() else (1, 1))
                name.setPos(end)

    def _lowest(self) -> float:
        if self._low is not None:
            return min(self._low, 0.0)
        return min((float(sums.min()) for _, sums, _, _ in self._curves if len(sums)), default=0.0)

    def _rescale(self) -> None:
        current, height, lowest = (
            theme.current(),
            max(self._view.boundingRect().height(), 1.0),
            self._lowest(),
        )
        step = round_step(max(-lowest, 1e-9), _TICKS)
        bottom = -step * max(np.ceil(-lowest / step - 1e-9), 1)
        scale = (current, height, self._steps, bottom)
        if scale != self._scale:
            self._scale = scale
            a_pixel = -bottom / max(height - current.px(_ABOVE + _BELOW), 1.0)
            self._view.setXRange(0, self._steps, padding=0)
            self._view.setYRange(
                bottom - current.px(_BELOW) * a_pixel, current.px(_ABOVE) * a_pixel, padding=0
            )
            self._label_axes(bottom)
        self._place_marks()
        self._place_names()

    def _label_axes(self, bottom: float) -> None:
        self._left.name_ticks(round_ticks(bottom, 0.0, _TICKS))
        quarters = (round(self._steps * k / 4) for k in range(5))
        self._bottom.name_ticks([(at, text.count(at)) for at in quarters])

    def _place_marks(self) -> None:
        read = self._hovered if self._hovered != self._cursor else None
        for mark, step in zip(self._marks, (self._cursor, read), strict=True):
            mark.place(step, self._value(step), self._view.boundingRect())

    def _value(self, step: int | None) -> float | None:
        sums = self._curves[0][1] if self._curves else np.zeros(0)
        return float(sums[step]) if step is not None and 0 <= step < len(sums) else None

    def _step_at(self, point: QPointF) -> int:
        at = self._view.mapSceneToView(self.mapToScene(point.toPoint()))
        return min(max(round(at.x()), 0), self._steps)

    def _hover(self, step: int | None) -> None:
        if step != self._hovered:
            self._hovered = step
            self._place_marks()
            self.hovered.emit(step)

    def sizeHint(self) -> QSize:
        """Ask for 521 x 104 at 100 %."""
        current = theme.current()
        return QSize(current.px(521), current.px(104))

    def minimumSizeHint(self) -> QSize:
        """Accept less of both."""
        current = theme.current()
        return QSize(current.px(200), current.px(72))

    def resizeEvent(self, ev: QResizeEvent) -> None:
        """Keep the room beyond the ends at so many pixels."""
        super().resizeEvent(ev)
        if hasattr(self, "_marks"):  # pyqtgraph resizes in its constructor
            self._rescale()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.StyleChange:
            self._follow()
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Follow the screen's pixel ratio."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._follow()
        return super().event(event)

    def mouseMoveEvent(self, ev: QMouseEvent) -> None:
        """Read the step under the pointer."""
        self._hover(self._step_at(ev.position()) if self._curves else None)

    def mousePressEvent(self, ev: QMouseEvent) -> None:
        """Pick the step under the pointer."""
        if ev.button() == Qt.MouseButton.LeftButton and self._curves:
            self.picked.emit(self._step_at(ev.position()))
        else:
            ev.ignore()

    def mouseReleaseEvent(self, ev: QMouseEvent) -> None:
        """Keep the click from pyqtgraph."""

    def leaveEvent(self, ev: QEvent) -> None:
        """Forget the pointer."""
        self._hover(None)

    def keyPressEvent(self, ev: QKeyEvent) -> None:
        """Pick a neighbour of the cursor's step: arrows by one, page keys by a row of 28."""
        stride = _STRIDE.get(Qt.Key(ev.key()))
        if stride is None or not self._curves:
            ev.ignore()
        else:
            self.picked.emit(min(max((self._cursor or 0) + stride, 0), self._steps))
