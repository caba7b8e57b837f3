"""Points of a plane in the colours of their classes, and each class's name at its median."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from genplay.ui.theme import DIGITS, Theme
from genplay.ui.widgets import halo
from genplay.ui.widgets.axes import Axes

_RADIUS, _LEAST = 2.1, 1.4  # px
_FEW = 2500  # points that need not be smaller
_SMALLER = 0.8  # of the radius over pictures
_FAINT = 0.8  # opacity of points over pictures
_PARTS = 4  # places of a point within a device pixel, each way
_NAME, _LONG_NAME = 15, 12  # px
_GAP = 2  # px


@dataclass(frozen=True, slots=True, eq=False)
class Cloud:
    """Points with their classes.

    Attributes:
        points: Places in the plane, (N, 2).
        labels: Their classes, from 0, (N,).
        names: What the classes are called.
    """

    points: NDArray[np.floating]
    labels: NDArray[np.uint8]
    names: Sequence[str]

    def paint(
        self, painter: QPainter, axes: Axes, theme: Theme, shown: Iterable[int], *, small: bool, vector: bool
    ) -> None:
        """Draw the points of the classes shown in the order that they have: none covers a whole other class.

        Args:
            painter: What to draw with; its unit is a logical pixel.
            axes: Where values are.
            theme: The looks.
            shown: The classes that are drawn.
            small: Draw smaller, paler points: there are pictures below them.
            vector: Draw true circles, not copies of ten dots, which is seven times faster.
        """
        kept = np.isin(self.labels, np.array(list(shown), np.uint8))
        places, labels = axes.places(self.points[kept]), self.labels[kept]
        inner = axes.inner
        inside = (np.abs(places - (inner.center().x(), inner.center().y())) <= inner.width() / 2).all(1)
        radius = self.radius() * (_SMALLER if small else 1.0) * theme.scale
        painter.setOpacity(_FAINT if small else 1.0)
        draw = _paint_circles if vector else _paint_dots
        draw(painter, places[inside], labels[inside].tolist(), radius, axes.ratio)
        painter.setOpacity(1.0)

    def paint_names(self, painter: QPainter, axes: Axes, theme: Theme, shown: Iterable[int]) -> None:
        """Write each class's name at the median of its points, or just below a name that is there."""
        font = theme.font("label")
        font.setPixelSize(theme.px(_NAME if max(map(len, self.names), default=0) < 2 else _LONG_NAME))
        painter.setFont(font)
        taken: list[QRectF] = []
        for name, at in sorted(self.medians(shown).items(), key=lambda one: -one[1][1]):
            place, inner = axes.point(*at), axes.inner
            if inner.contains(place):
                box = _free(_box(QFontMetricsF(font), self.names[name], place, inner), taken)
                taken.append(box)
                base = QPointF(box.left(), box.bottom() - theme.px(_GAP))
                halo.words(painter, base, self.names[name], theme, "ink")

    def radius(self) -> float:
        """Return the points' radius at 100 %: many are smaller, whichever of them are shown."""
        return max(_RADIUS * min((_FEW / max(len(self.points), 1)) ** 0.25, 1.0), _LEAST)

    def medians(self, shown: Iterable[int]) -> dict[int, tuple[float, float]]:
        """Return the median of each class shown that has points and a name."""
        classes = (name for name in shown if name < len(self.names) and (self.labels == name).any())
        return {name: tuple(np.median(self.points[self.labels == name], 0).tolist()) for name in classes}


def colour_of(label: int) -> str:
    """Return the colour of a class."""
    return DIGITS[label % len(DIGITS)]


def _paint_circles(
    painter: QPainter, places: NDArray[np.float64], labels: list[int], radius: float, _: float
) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    for (x, y), label in zip(places.tolist(), labels, strict=True):
        painter.setBrush(QColor(colour_of(label)))
        painter.drawEllipse(QPointF(x, y), radius, radius)


def _paint_dots(
    painter: QPainter, places: NDArray[np.float64], labels: list[int], radius: float, ratio: float
) -> None:
    """Copy a dot to each place, to a quarter of a device pixel: a circle drawn 10,000 times is slow."""
    fine = np.rint(places * ratio * _PARTS).astype(int)
    whole, parts = fine // _PARTS, fine % _PARTS
    reach = int(radius * ratio) + 1
    painter.save()
    painter.scale(1 / ratio, 1 / ratio)
    draw = painter.drawImage
    for (x, y), (right, down), label in zip(
        (whole - reach).tolist(), parts.tolist(), [label % len(DIGITS) for label in labels], strict=True
    ):
        draw(x, y, _dot(label, radius * ratio, right, down))
    painter.restore()


@lru_cache(maxsize=1024)
def _dot(label: int, radius: float, right: int, down: int) -> QImage:
    reach = int(radius) + 1
    image = QImage(2 * reach + 1, 2 * reach + 1, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(DIGITS[label]))
        painter.drawEllipse(QPointF(reach + right / _PARTS, reach + down / _PARTS), radius, radius)
    return image


def _box(metrics: QFontMetricsF, name: str, place: QPointF, inner: QRectF) -> QRectF:
    """Return the room of a name in the middle of a place, within the square if it can be."""
    box = QRectF(0, 0, metrics.horizontalAdvance(name), metrics.capHeight() + 2 * _GAP)
    box.moveCenter(place)
    box.moveLeft(max(min(box.left(), inner.right() - box.width() - _GAP), inner.left() + _GAP))
    return box


def _free(box: QRectF, taken: list[QRectF]) -> QRectF:
    """Return a box moved down until it touches none of those that are taken."""
    for other in sorted(taken, key=QRectF.top):
        if box.intersects(other):
            box = box.translated(0, other.bottom() - box.top())
    return box
