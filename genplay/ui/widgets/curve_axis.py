"""An axis of a plot without a box: labels only, and for the left one a grid of hairlines."""

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from genplay.ui import theme
from genplay.ui.widgets.curve_mark import plot_pen

MARGIN = 5
"""Pixels between the plot and the widget's right edge, over which the last label may reach."""

_OFFSET = 6  # px between the plot and the labels
_OVER = 30  # px that labels may reach over an axis' ends


class Axis(pg.AxisItem):
    """The "left" or the "bottom" axis."""

    def __init__(self, side: str) -> None:
        super().__init__(side)
        self.setStyle(tickLength=0, tickAlpha=255, autoExpandTextSpace=False)
        self.setPen(None)
        self.setGrid(255 if side == "left" else False)

    def restyle(self, plot: pg.PlotWidget) -> None:
        """Take up the theme's colours and fonts."""
        current = theme.current()
        self.setTickFont(current.font("axis"))
        self.setTextPen(current.color("text3"))
        self.setTickPen(plot_pen(plot, "line", current.line("hairline")))
        self.setStyle(tickTextOffset=current.px(_OFFSET))

    def name_ticks(self, ticks: Sequence[tuple[float, str]]) -> None:
        """Put labels at values, and take the room that they need."""
        current = theme.current()
        metrics = QFontMetricsF(current.font("axis"))
        self.setTicks([list(ticks)])
        if self.orientation == "left":
            widest = max(metrics.horizontalAdvance(words) for _, words in ticks)
            self.setWidth(int(widest) + current.px(_OFFSET) + 1)
        else:
            self.setHeight(int(metrics.height()) + current.px(_OFFSET))

    def boundingRect(self) -> QRectF:
        """Let labels reach over the ends: pyqtgraph leaves those out when there is a grid."""
        return super().boundingRect().adjusted(-_OVER, -_OVER, _OVER, _OVER)

    def generateDrawSpecs(self, p: QPainter) -> tuple[object, object, object] | None:
        """Keep the labels inside the right margin, and draw no ticks (a pen of no style leaves dots)."""
        specs = super().generateDrawSpecs(p)
        if specs is None:
            return None
        axis, ticks, labels = specs
        end = self.mapRectFromParent(self.geometry()).right() + theme.current().px(MARGIN)
        labels = [(_left_of(end, box), flags, words) for box, flags, words in labels]
        return axis, ticks if self.grid else [], labels


def _left_of(end: float, box: QRectF) -> QRectF:
    return box.translated(min(end - box.right(), 0.0), 0)
