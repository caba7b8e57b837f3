"""The right column: the ROC curves, and beside them each model's line with its area or its reading."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QLineF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from genplay.families.outliers import Roc
from genplay.ui import text, theme
from genplay.ui.tabs.autoregressive.anomaly import words
from genplay.ui.tabs.autoregressive.anomaly.marks import model_pen
from genplay.ui.tabs.autoregressive.anomaly.page import Flagged
from genplay.ui.tabs.autoregressive.anomaly.roc_plot import RocPlot
from genplay.ui.theme import Theme
from genplay.ui.widgets.words import label

_LEGEND, _ROW, _SAMPLE, _GAP = 144, 54, 22, 12


class RocPanel(QWidget):
    """Curves and their legend."""

    hovered = Signal(object)
    """The share of test digits under the pointer, or None."""

    def __init__(self) -> None:
        super().__init__()
        self.plot, self.legend = RocPlot(), RocLegend()
        self._names: list[str] = []
        self._areas: list[float] = []
        self._partial: Collection[str] = ()
        self._points: list[Flagged | None] = []
        self._title = ""
        self._shared = True  # whether the points share the digits flagged, or else the threshold
        head = QHBoxLayout()
        head.addWidget(label("label", self.tr("ROC")))
        self.told = label("body", self.tr("every threshold on the score"))
        head.addWidget(self.told)
        head.addStretch(1)
        self._row = QHBoxLayout()
        self._row.addWidget(self.plot, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self.legend, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self._row)
        column.addStretch(1)
        self.plot.hovered.connect(self.hovered)

    def show_curves(
        self,
        names: Sequence[str],
        curves: Sequence[Roc | None],
        areas: Sequence[float],
        strange: str,
        partial: Collection[str] = (),
    ) -> None:
        """Show the curve and the area of each model for a set of this name.

        Args:
            names: The models in words.
            curves: One a model; None where it is not known yet.
            areas: Below them.
            strange: A name of ``SETS``.
            partial: Those of ``names`` that have not scored all pictures yet.
        """
        self._names, self._areas, self._partial = list(names), list(areas), partial
        up = self.tr("{set} flagged, %").format(set=words.set_name(strange))
        self.plot.set_axes(self.tr("test digits flagged, %"), up, self.tr("of the set, %"))
        self.plot.set_curves(curves, [index for index, name in enumerate(names) if name in partial])
        self._tell()

    def show_points(self, points: Sequence[Flagged | None], title: str = "", shared: bool = True) -> None:
        """Mark points on the curves and read them in the legend, or show the areas again.

        Args:
            points: One a model, or none.
            title: What they have in common, in words.
            shared: Whether that is the share of test digits flagged; else it is the threshold.
        """
        self._points, self._title, self._shared = list(points), title, shared
        self.plot.set_points(points)
        self._tell()

    def set_side(self, side: int) -> None:
        """Let the square of the curves have so long a side."""
        self._row.setSpacing(theme.current().px(_GAP))
        self.plot.set_side(side)
        self.setFixedWidth(side + self.around())

    def around(self) -> int:
        """Return the width that axes and legend take beside the square."""
        return self.plot.around().width() + theme.current().px(_LEGEND + _GAP)

    def _tell(self) -> None:
        title = self.tr("area (AUC)")
        rows = [self._area(name, area) for name, area in zip(self._names, self._areas, strict=True)]
        if len(self._points) == len(self._names) and any(self._points):
            title = self._title
            rows = [
                (name, *self._reading(point), "text", "text3")
                for name, point in zip(self._names, self._points, strict=True)
            ]
        self.legend.set_rows(title, rows)

    def _area(self, name: str, area: float) -> "Entry":
        if name in self._partial:
            return name, words.area(area, whole=False), self.tr("so far"), "text3", "text3"
        remark = words.verdict_on_area(area)
        return name, words.area(area), remark, "text", "orange" if remark else "text3"

    def _reading(self, point: Flagged | None) -> tuple[str, str]:
        if point is None:
            return "–", ""
        alarms = self.tr("digits {share}").format(share=text.percent(point.false_alarms))
        limit = self.tr("from {threshold} nats").format(threshold=text.nats(point.threshold))
        return text.percent(point.hits), limit if self._shared else alarms


Entry = tuple[str, str, str, str, str]
"""A model's name, the number below it, what is to be said of that, and the colours of number and remark."""


class RocLegend(QWidget):
    """A sample of each model's line, its name, and its number below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ""
        self._rows: list[Entry] = []
        self.setAccessibleName(self.tr("Areas under the curves"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_rows(self, title: str, rows: Sequence[Entry]) -> None:
        """Show what the numbers are, and (name, number, remark) rows."""
        self._title, self._rows = title, list(rows)
        self.setAccessibleDescription(", ".join(" ".join(row[:3]).strip() for row in self._rows))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for 144 px at 100 %, a title and 54 px a model."""
        current = theme.current()
        return QSize(current.px(_LEGEND), current.px(22) + max(len(self._rows), 1) * current.px(_ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw title and rows."""
        current, left = theme.current(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        with QPainter(self) as painter:
            painter.setFont(current.font("axis"))
            painter.setPen(current.color("text3"))
            painter.drawText(QRectF(0, 0, self.width(), current.px(16)), left, self._title)
            for index, row in enumerate(self._rows):
                top = current.px(22) + index * current.px(_ROW)
                self._paint_row(painter, current, index, row, top)

    def _paint_row(self, painter: QPainter, current: Theme, index: int, row: Entry, top: int) -> None:
        name, number, remark, shade, tone = row
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(model_pen(current, index))
        middle = top + current.px(8)
        painter.drawLine(QLineF(0, middle, current.px(_SAMPLE), middle))
        x = current.px(_SAMPLE + 6)
        lines = [(name, "caption", "text2"), (number, "label", shade), (remark, "axis", tone)]
        for place, (words_of, role, token) in enumerate(lines):
            painter.setFont(current.font(role))
            painter.setPen(current.color(token))
            room = QRectF(x, top + place * current.px(16), self.width() - x, current.px(16))
            painter.drawText(room, left, words_of)
