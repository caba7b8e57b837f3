"""A step marked on a curve: a line down the plot, a circle on the curve, the value beside it."""

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPen

from genplay.ui import text, theme

_CIRCLE = 9  # px
_BESIDE = 8  # px from the line to the value


def plot_pen(plot: pg.PlotWidget, token: str, width: float) -> QPen:
    """Return a pen of a token's colour and a width in logical pixels, which plots count in device pixels."""
    return pg.mkPen(theme.current().color(token), width=width * plot.devicePixelRatioF())


class Mark:
    """The cursor (``accent``: thick, bold) or the reader under the pointer (any other token: thin)."""

    def __init__(self, plot: pg.PlotWidget, item: pg.PlotItem, token: str) -> None:
        self._token = token
        self._plot = plot
        self._view = item.getViewBox()
        self._line = pg.InfiniteLine(angle=90)
        self._circle = pg.ScatterPlotItem([0], [0], antialias=True)
        self._value = pg.TextItem()
        self._value.textItem.document().setDocumentMargin(0)
        for order, part in enumerate((self._line, self._circle, self._value)):
            part.setZValue((20 if token == "accent" else 10) + order)
            item.addItem(part, ignoreBounds=True)

    def place(self, step: int | None, value: float | None, box: QRectF) -> None:
        """Mark a step, and its value where the curve has one, in a plot of this size; None hides all."""
        self._line.setVisible(step is not None)
        self._circle.setVisible(value is not None)
        self._value.setVisible(value is not None)
        if step is not None:
            self._line.setPos(step)
        if step is not None and value is not None:
            self._circle.setPos(step, value)
            self._value.setText(text.nats(value))
            self._value.setPos(step, value)
            self._value.setAnchor(self._anchor(step, value, box))

    def restyle(self) -> None:
        """Take up the theme's colours, widths and fonts."""
        current, strong = theme.current(), self._token == "accent"
        pen = plot_pen(self._plot, self._token, current.line("data" if strong else "hairline"))
        self._line.setPen(pen)
        self._circle.setSize(current.px(_CIRCLE))
        self._circle.setPen(pen)
        self._circle.setBrush(pg.mkBrush(current.color("surface")))
        self._value.setFont(current.font("label" if strong else "caption"))
        self._value.fill = pg.mkBrush(current.color("surface"))  # the value may lie over a curve
        self._value.setColor(current.color("text" if strong else "text2"))

    def _anchor(self, step: int, value: float, box: QRectF) -> tuple[float, float]:
        """Above and to the right, where a falling curve never is; else below, else to the left."""
        label = self._value.boundingRect()
        point = self._view.mapFromView(QPointF(step, value))
        gap = theme.current().px(_BESIDE)
        right = point.x() + gap + label.width() <= box.width()
        above = point.y() >= label.height() + 2
        across = -gap / max(label.width(), 1.0)
        return (across if right else 1 - across, 1.15 if above and right else -0.15)
