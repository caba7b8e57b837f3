"""The pictures of what can be learnt: points of it, in the blue of what is real."""

from functools import cache, partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from genplay.data import mixtures
from genplay.families.gan import DATA, Point
from genplay.ui import icons, theme
from genplay.ui.tabs.gan import words
from genplay.ui.tabs.training.data_tiles import Tile, paint_frame
from genplay.ui.tabs.training.scatter import paint_dots
from genplay.ui.theme import Theme
from genplay.ui.translation import translate

_POINTS, _SEED = 160, 0
_DOT, _REACH, _LEAST = 1.8, 2.75, 0.5  # px; how far from the middle a picture reaches, and at least
_HIGH, _THUMB, _INSET, _ICON = 30, 40, 3, 16  # px: of the button, its picture, the air around it, its icon


def tiles() -> dict[str, Tile]:
    """Return a tile for each preset."""
    return {
        name: Tile(words.data()[name], translate("families", DATA[name]), partial(_paint_preset, name))
        for name in DATA
        if name != "drawn"
    }


def _paint_preset(data: str, painter: QPainter, now: Theme, box: QRectF) -> None:
    paint_points(painter, now, box, _points(data), _REACH)


def paint_points(
    painter: QPainter, now: Theme, box: QRectF, points: NDArray[np.float64], reach: float
) -> None:
    """Draw points, (N, 2), so that a square of ``reach`` to each side of the origin fits into a box."""
    scale = min(box.width(), box.height()) / (2 * reach)
    places = points * (scale, -scale) + (box.center().x(), box.center().y())
    paint_dots(painter, places, now.color("blue"), _DOT * now.scale)


@cache
def _points(data: str) -> NDArray[np.float64]:
    return mixtures.preset(data).draw(np.random.default_rng(_SEED), _POINTS)


class DrawnTile(QAbstractButton):
    """The way to a drawing of one's own; once it is what is learnt, a framed tile that shows it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: tuple[Point, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_points(())

    def set_points(self, points: tuple[Point, ...]) -> None:
        """Show the drawing that is learnt, or with no points that there is none."""
        self._points = points
        self.setText(words.data()["drawn"] if points else self.tr("Draw your own"))
        self.setToolTip(
            self.tr("Draw a distribution of your own, and let the GAN learn it")
            if not points
            else self.tr("This drawing is learnt: draw on")
        )
        self.update()

    def isChecked(self) -> bool:
        """Tell whether the drawing is what is learnt."""
        return bool(self._points)

    def sizeHint(self) -> QSize:
        """Ask for the height of a button."""
        return QSize(theme.current().px(140), theme.current().px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        """Accept less width."""
        return QSize(theme.current().px(100), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw frame, picture and words."""
        now, box = theme.current(), QRectF(self.rect())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_frame(painter, now, box, self, edge="control", radius=6)
            font = now.font("label" if self._points else "button")
            painter.setFont(font)
            wide = now.px(_THUMB if self._points else _ICON)
            taken = wide + now.px(8) + painter.fontMetrics().horizontalAdvance(self.text())
            left = (box.width() - taken) / 2
            self._paint_picture(painter, now, QRectF(left, 0, wide, box.height()))
            painter.setPen(now.color("accent" if self._points else "text"))
            room = box.adjusted(left + wide + now.px(8), 0, 0, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())

    def _paint_picture(self, painter: QPainter, now: Theme, box: QRectF) -> None:
        if self._points:
            inset, points = now.px(_INSET), np.array(self._points, np.float64)
            points -= (points.max(0) + points.min(0)) / 2
            reach = max(float(np.abs(points).max()), _LEAST)
            paint_points(painter, now, box.adjusted(0, inset, 0, -inset), points, reach)
            return
        side = now.px(_ICON)
        picture = icons.pixmap("pencil", side, "text", self.devicePixelRatioF())
        painter.drawPixmap(round(box.left()), round(box.center().y() - side / 2), picture)
