"""The ellipse of an axis-aligned normal on a map, with its handles."""

from dataclasses import astuple, dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from genplay.ui.theme import Theme
from genplay.ui.widgets import halo
from genplay.ui.widgets.axes import Axes

SIDES = {"left": (-1, 0), "right": (1, 0), "lower": (0, -1), "upper": (0, 1)}
"""The handles around the centre: their directions across and up."""

_HANDLE, _ROUND, _CENTRE = 9, 2, 3.4  # px
_APART = 13  # px from the centre to a handle at least: it must not hide it
_INSET = 6  # px from the frame to a handle at least: it must stay in reach
_GRIP = 9  # px around a handle
_DASHES = (4.0, 2.4)  # widths of the line


@dataclass(frozen=True, slots=True)
class Normal:
    """A normal over two latents by its means and standard deviations."""

    mu1: float
    mu2: float
    sigma1: float
    sigma2: float

    @property
    def numbers(self) -> tuple[float, float, float, float]:
        """The four numbers."""
        return astuple(self)

    def moved(self, across: float, up: float) -> "Normal":
        """Return it with its mean moved."""
        return replace(self, mu1=self.mu1 + across, mu2=self.mu2 + up)

    def widened(self, across: float, up: float) -> "Normal":
        """Return it with so much added to its deviations."""
        return replace(self, sigma1=self.sigma1 + across, sigma2=self.sigma2 + up)

    def stretched(self, across: float, up: float) -> "Normal":
        """Return it with its deviations multiplied."""
        return replace(self, sigma1=self.sigma1 * across, sigma2=self.sigma2 * up)

    def within(self, mu: tuple[float, float], sigma: tuple[float, float]) -> "Normal":
        """Return the nearest one whose means and deviations are within limits."""
        return Normal(
            *(min(max(mean, mu[0]), mu[1]) for mean in (self.mu1, self.mu2)),
            *(min(max(deviation, sigma[0]), sigma[1]) for deviation in (self.sigma1, self.sigma2)),
        )


def handles(q: Normal, axes: Axes, theme: Theme) -> dict[str, QPointF]:
    """Return where the handles are, by name: on the ellipse of 1 sd where it is neither tiny nor huge."""
    room = _room(axes, theme)
    centre = _inside(axes.point(q.mu1, q.mu2), room)
    reach_x = max(q.sigma1 * axes.unit[0], theme.px(_APART))
    reach_y = max(q.sigma2 * axes.unit[1], theme.px(_APART))
    places = {
        name: _inside(QPointF(centre.x() + across * reach_x, centre.y() - up * reach_y), room)
        for name, (across, up) in SIDES.items()
    }
    return {"centre": centre, **places}


def grasped(q: Normal, point: QPointF, axes: Axes, theme: Theme) -> str | None:
    """Return the handle nearest to a point, if it is near; the centre where the point is within 2 sd."""
    places = handles(q, axes, theme)
    nearest = min(places, key=lambda name: (places[name] - point).manhattanLength())
    if (places[nearest] - point).manhattanLength() <= theme.px(_GRIP):
        return nearest
    path = QPainterPath()
    path.addEllipse(ellipse(q, axes, 2))
    return "centre" if path.contains(point) else None


def ellipse(q: Normal, axes: Axes, deviations: float) -> QRectF:
    """Return the rectangle around q's outline."""
    centre, (across, up) = axes.point(q.mu1, q.mu2), axes.unit
    half = QPointF(deviations * q.sigma1 * across, deviations * q.sigma2 * up)
    return QRectF(centre - half, centre + half)


def paint(painter: QPainter, q: Normal, axes: Axes, theme: Theme, held: str | None = None) -> None:
    """Draw the ellipse of 1 sd, that of 2 sd dashed, and the handles; the one that is held is filled."""
    accent = theme.color("accent")
    for deviations, kind in ((2, "reference"), (1, "data")):
        pen = QPen(accent, theme.line(kind))
        if deviations > 1:
            pen.setDashPattern(_DASHES)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        path = QPainterPath()
        path.addEllipse(ellipse(q, axes, deviations))
        halo.outline(painter, path, pen, theme)
    places = handles(q, axes, theme)
    for name in SIDES:
        _paint_handle(painter, places[name], theme, filled=name == held)
    painter.setPen(QPen(theme.color("paper"), theme.line("data")))
    painter.setBrush(accent)
    radius = _CENTRE * theme.scale + theme.line("data") / 2
    painter.drawEllipse(places["centre"], radius, radius)


def _paint_handle(painter: QPainter, at: QPointF, theme: Theme, *, filled: bool) -> None:
    half, edge = theme.px(_HANDLE) / 2, theme.line("data")
    box = QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half).adjusted(
        edge / 2, edge / 2, -edge / 2, -edge / 2
    )
    accent = theme.color("accent")
    radius = theme.px(_ROUND)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("paper"), edge + 2 * theme.px(1)))
    painter.drawRoundedRect(box, radius, radius)
    painter.setPen(QPen(accent, edge))
    painter.setBrush(accent if filled else theme.color("surface"))
    painter.drawRoundedRect(box, radius, radius)


def _room(axes: Axes, theme: Theme) -> QRectF:
    inset = min(theme.px(_INSET), axes.inner.width() / 2)
    return axes.inner.adjusted(inset, inset, -inset, -inset)


def _inside(point: QPointF, room: QRectF) -> QPointF:
    return QPointF(
        min(max(point.x(), room.left()), room.right()), min(max(point.y(), room.top()), room.bottom())
    )
