"""What lies still on a latent map: paper, grid, pictures, points, names and axes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from genplay.ui.theme import Theme
from genplay.ui.widgets import halo
from genplay.ui.widgets.axes import Axes
from genplay.ui.widgets.cloud import Cloud
from genplay.ui.widgets.mosaic import Mosaic
from genplay.ui.widgets.ticks import round_ticks

_TICKS = 7  # steps across the view at most
_EDGE = 3  # px from the frame to the axes' labels
_GRID = 0.3  # opacity of the grid in high contrast, whose line is white
_PALE = 0.55  # opacity of pictures under points
_HALO, _WIDE_HALO = 1.5, 3.0  # px of paper around the labels, and on pictures


@dataclass(frozen=True, slots=True)
class Ground:
    """The ground of a map; two are equal if they look alike.

    Attributes:
        cloud: The points, compared by identity.
        mosaic: The pictures, compared by identity.
        shown: The classes whose points are shown; None for all.
        mode: "points", "manifold" or "both".
        across: What the axis to the right is called.
        up: What the axis upwards is called.
    """

    cloud: Cloud | None = None
    mosaic: Mosaic | None = None
    shown: tuple[int, ...] | None = None
    mode: str = "points"
    across: str = ""
    up: str = ""

    def having(self, **parts: Any) -> "Ground":  # noqa: ANN401
        """Return a ground with other parts."""
        return replace(self, **parts)

    @property
    def with_points(self) -> bool:
        """Whether points are drawn."""
        return self.cloud is not None and self.mode != "manifold"

    @property
    def pictured(self) -> bool:
        """Whether pictures are drawn."""
        return self.mosaic is not None and self.mode != "points"

    def classes(self) -> tuple[int, ...]:
        """Return the classes that are shown."""
        if self.cloud is None:
            return ()
        return tuple(range(len(self.cloud.names))) if self.shown is None else self.shown

    def names_shown(self) -> Iterator[str]:
        """Return the names of the classes that are shown."""
        names = self.cloud.names if self.cloud is not None else ()
        return (names[label] for label in self.classes() if label < len(names))

    def paint(self, painter: QPainter, axes: Axes, theme: Theme, *, vector: bool) -> None:
        """Draw it; ``vector`` draws points that stay sharp at any size."""
        painter.fillRect(axes.inner, theme.color("paper"))
        ticks = _ticks(axes, theme)
        _paint_grid(painter, axes, theme, [value for value, _ in ticks])
        if self.mosaic is not None and self.pictured:
            painter.setOpacity(_PALE if self.with_points else 1.0)
            self.mosaic.paint(painter, axes, theme)
            painter.setOpacity(1.0)
        if self.cloud is not None and self.with_points:
            self.cloud.paint(painter, axes, theme, self.classes(), small=self.pictured, vector=vector)
        self._paint_labels(painter, axes, theme, ticks)
        if self.cloud is not None and self.with_points:
            self.cloud.paint_names(painter, axes, theme, self.classes())

    def _paint_labels(
        self, painter: QPainter, axes: Axes, theme: Theme, ticks: list[tuple[float, str]]
    ) -> None:
        """Write the numbers at the left and lower edges, and each axis' name at its far end."""
        painter.setFont(theme.font("axis"))
        metrics, inner, edge = QFontMetricsF(painter.font()), axes.inner, theme.px(_EDGE)
        base = inner.bottom() - edge - metrics.descent() / 2
        taken = []
        right = inner.right() - edge - metrics.horizontalAdvance(self.across)
        top = inner.top() + edge + metrics.ascent()
        for value, label in ticks:
            place, wide = axes.point(value, value), metrics.horizontalAdvance(label)
            below = QRectF(place.x() - wide / 2, base - metrics.ascent(), wide, metrics.height())
            beside = QPointF(inner.left() + 2 * edge, place.y() + metrics.capHeight() / 2)
            if inner.left() + 4 * edge + wide < below.left() and below.right() + edge < right:
                taken.append((below.left(), base, label))
            if top + metrics.height() < beside.y() < base - metrics.height():
                taken.append((beside.x(), beside.y(), label))
        taken += [(right, base, self.across), (inner.left() + 2 * edge, top, self.up)]
        edge, colour = (_WIDE_HALO, "text") if self.pictured else (_HALO, "text3")
        for x, y, label in taken:
            halo.words(painter, QPointF(x, y), label, theme, colour, edge)


def _ticks(axes: Axes, theme: Theme) -> list[tuple[float, str]]:
    """Return round values along both axes: as many as have room for their labels, and none on a tiny map."""
    room = QFontMetricsF(theme.font("axis")).horizontalAdvance("−0.55") * 1.3
    most = min(int(axes.inner.width() / room), _TICKS)
    return round_ticks(axes.extent[0], axes.extent[1], most) if most > 0 else []


def _paint_grid(painter: QPainter, axes: Axes, theme: Theme, values: list[float]) -> None:
    """Draw a hairline of whole device pixels at each value, both ways."""
    colour, inner = QColor(theme.color("line")), axes.inner
    colour.setAlphaF(_GRID if theme.name == "contrast" else 1.0)
    width = max(round(theme.line("hairline") * axes.ratio), 1) / axes.ratio
    painter.setPen(QPen(colour, width))
    for value in values:
        place = axes.point(value, value)
        x, y = (round(at * axes.ratio) / axes.ratio + width / 2 for at in (place.x(), place.y()))
        painter.drawLine(QLineF(x, inner.top(), x, inner.bottom()))
        painter.drawLine(QLineF(inner.left(), y, inner.right(), y))
