"""A square plane in a frame: its grid, its ticks, and what is said while there is nothing to draw."""

from typing import Generic, Protocol, TypeVar

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from genplay.ui import text, theme
from genplay.ui.tabs.training.scatter import Places
from genplay.ui.theme import Theme
from genplay.ui.widgets import halo
from genplay.ui.widgets.axes import Axes, around_zero

SIDE = 300
"""px at 100 %: a plane as it is asked for."""
_STALE = 0.4  # of what is being replaced is still to be seen
_CLEAR = 4  # px of paper around words in the middle of a picture
_PAD = 5  # px from the frame to a tick's label


class Shown(Protocol):
    """What a plane must know of a tab's scene."""

    @property
    def result(self) -> object | None:
        """The newest step that was answered."""
        ...

    @property
    def stale(self) -> bool:
        """Whether another step is awaited."""
        ...

    @property
    def failure(self) -> str:
        """What went wrong, as a sentence; "" for nothing."""
        ...


S = TypeVar("S", bound=Shown)


class Plane(QWidget, Generic[S]):
    """Shows a part of a scene. Subclasses draw into the square from -reach to reach in both directions.

    Args:
        name: What a screen reader calls it.
        scene: What is shown until ``show_scene`` is called: nothing.
        parent: The parent widget.
    """

    def __init__(self, name: str, scene: S, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = scene
        self._side = SIDE
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_side(self, pixels: int) -> None:
        """Be so wide and high."""
        if pixels != self._side:
            self._side = pixels
            self.setFixedSize(pixels, pixels)

    def show_scene(self, scene: S) -> None:
        """Show what there is."""
        self._scene = scene
        self.setAccessibleDescription(self.told())
        self.update()

    def reach(self) -> float:
        """Return the coordinate at the right and at the upper edge."""
        raise NotImplementedError

    def told(self) -> str:
        """Return what is to be seen, in words."""
        raise NotImplementedError

    def paint_content(self, painter: QPainter, now: Theme) -> None:
        """Draw the result of the scene, which is there."""
        raise NotImplementedError

    def paint_inside(self, painter: QPainter, now: Theme) -> None:
        """Draw what there is between paper and frame, or say why there is nothing."""
        if self._scene.result is None:
            self.say(painter, now, self._awaited())
            return
        self.paint_content(painter, now)
        if self._scene.stale:
            veil = now.color("paper")
            veil.setAlphaF(1 - _STALE)
            painter.fillRect(self.rect(), veil)
            self.say(painter, now, self.tr("updating"))

    def paint_frame(self, painter: QPainter, now: Theme) -> None:
        """Draw the frame."""
        self.paint_ring(painter, now.color("frame"), max(round(now.line("frame")), 1))

    def axes(self) -> Axes:
        """Return where the values of the plane are on screen."""
        ratio = self.devicePixelRatioF()
        frame = max(round(theme.current().line("frame") * ratio), 1)
        return Axes.fit(self.width(), self.height(), frame, ratio, around_zero(self.reach()))

    def within(self, points: Places) -> Places:
        """Return points (N, 2) of the plane, those beyond it at its edge."""
        edge = 0.999 * self.reach()
        return np.clip(points, -edge, edge)

    def place(self, x: float, y: float) -> QPointF:
        """Return where a point is on screen."""
        return self.axes().point(x, y)

    def paint_grid(self, painter: QPainter, now: Theme, ticks: tuple[float, ...], *, across: bool) -> None:
        """Draw hairlines at ticks; ``across``: the horizontal ones too."""
        painter.setPen(QPen(now.color("line"), now.line("hairline")))
        for tick in ticks:
            at = self.place(tick, tick)
            x, y = round(at.x()) + 0.5, round(at.y()) + 0.5
            painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
            if across:
                painter.drawLine(QPointF(0, y), QPointF(self.width(), y))

    def paint_ticks(
        self, painter: QPainter, now: Theme, ticks: tuple[float, ...], *, across: bool, spare: int = 0
    ) -> None:
        """Write the ticks along the lower edge and along the left one, up to ``spare`` px from its end."""
        painter.setFont(now.font("axis"))
        metrics, pad = QFontMetricsF(painter.font()), now.px(_PAD)
        for tick in ticks:
            words, at = text.number(tick, 0), self.place(tick, tick)
            width, below = metrics.horizontalAdvance(words), 2 * pad + 1.5 * metrics.height()
            if at.x() + width / 2 + pad < self.width() - spare:
                halo.words(painter, QPointF(at.x() - width / 2, self.height() - pad), words, now, "text3")
            if across and (not spare or at.y() > below):
                halo.words(painter, QPointF(pad, at.y() + metrics.capHeight() / 2), words, now, "text3")

    def say(self, painter: QPainter, now: Theme, words: str) -> None:
        """Write words in the middle."""
        painter.setFont(now.font("caption"))
        metrics, middle = QFontMetricsF(painter.font()), QRectF(self.rect()).center()
        left = middle.x() - metrics.horizontalAdvance(words) / 2
        halo.words(painter, QPointF(left, middle.y() + metrics.capHeight() / 2), words, now, "text", _CLEAR)

    def paint_ring(self, painter: QPainter, colour: QColor, wide: int) -> None:
        """Draw along the edges, so many pixels wide."""
        box = self.rect()
        for edge in (
            box.adjusted(0, 0, 0, wide - box.height()),
            box.adjusted(0, box.height() - wide, 0, 0),
            box.adjusted(0, 0, wide - box.width(), 0),
            box.adjusted(box.width() - wide, 0, 0, 0),
        ):
            painter.fillRect(edge, colour)

    def sizeHint(self) -> QSize:
        """Ask for the side that was set."""
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw paper, content and frame."""
        now = theme.current()
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), now.color("paper"))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint_inside(painter, now)
            self.paint_frame(painter, now)

    def _awaited(self) -> str:
        return "" if self._scene.failure else self.tr("Preparing the training")
