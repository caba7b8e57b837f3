"""The true posterior as a heat map, and the ellipse of q over it, by its handles to drag."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from genplay.ui import text, theme
from genplay.ui.theme import Theme
from genplay.ui.widgets import q_mark
from genplay.ui.widgets.axes import Axes, Extent, around_zero
from genplay.ui.widgets.pixels import indexed, levels
from genplay.ui.widgets.plane_view import PlaneView
from genplay.ui.widgets.q_mark import SIDES, Normal

_STALE = 0.4  # opacity of a picture that is being replaced
_STEP = 0.05  # of the extent, or of a deviation
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Down: (0, -1),
    Qt.Key.Key_Up: (0, 1),
}
_SHAPES = {
    "centre": Qt.CursorShape.SizeAllCursor,
    "left": Qt.CursorShape.SizeHorCursor,
    "right": Qt.CursorShape.SizeHorCursor,
    "lower": Qt.CursorShape.SizeVerCursor,
    "upper": Qt.CursorShape.SizeVerCursor,
}


class PosteriorMap(PlaneView):
    """p(z | x) from paper to its maximum, and q = N(mu, diag(sigma^2)) with a handle at each side.

    The hand moves the map's own q at once; ``set_q`` emits nothing. While it drags, the view stays: a density
    of another extent is drawn at its place in it, and the view follows at release.

    Args:
        side: Of the square at 100 %, as the size hint asks for it.
        parent: The parent widget.
    """

    dragged = Signal(float, float, float, float)
    """q follows the hand: mu1, mu2, sigma1, sigma2."""
    settled = Signal()
    """The gesture is over: a release, or a key."""

    def __init__(self, side: int = 214, parent: QWidget | None = None) -> None:
        super().__init__(around_zero(3.1), side, parent)
        self._frozen: Extent | None = None
        self._indices: NDArray[np.uint8] | None = None
        self._image = QImage()
        self._image_theme: Theme | None = None
        self._stale = False
        self._q: Normal | None = None
        self._mus, self._sigmas = (-10.0, 10.0), (1e-4, 10.0)
        self._handle: str | None = None
        self._pressed, self._before = QPointF(), Normal(0, 0, 1, 1)
        self.setAccessibleName(self.tr("True posterior and q"))

    def set_density(self, density: NDArray[np.floating] | None, extent: Extent | None = None) -> None:
        """Show a density, scaled to its maximum, or paper.

        Args:
            density: p(z | x), (rows, columns), the first row the lowest.
            extent: Left, right, bottom and top edge of the picture, in z; None for that of before.
        """
        self._indices = None if density is None or density.size == 0 else _shades(density)
        self._image_theme = None
        self._extent = extent or self._extent
        self.update()

    def set_stale(self, stale: bool) -> None:
        """Say that the density shown is about to be replaced by a newer answer."""
        if stale != self._stale:
            self._stale = stale
            self.update()

    def set_q(self, q: tuple[float, float, float, float] | None) -> None:
        """Show q by (mu1, mu2, sigma1, sigma2), or none."""
        self._q = None if q is None else Normal(*q)
        told = ""
        if self._q is not None:
            told = self.tr("q: mean ({mu1}, {mu2}), standard deviations ({sigma1}, {sigma2})").format(
                mu1=text.number(self._q.mu1, 3),
                mu2=text.number(self._q.mu2, 3),
                sigma1=text.number(self._q.sigma1, 4),
                sigma2=text.number(self._q.sigma2, 4),
            )
        self.setAccessibleDescription(told)
        self.update()

    def set_limits(self, mu: tuple[float, float], sigma: tuple[float, float]) -> None:
        """Let the hand take q no farther: the least and the largest mean, and deviation, of either latent."""
        self._mus, self._sigmas = mu, sigma

    def q(self) -> tuple[float, float, float, float] | None:
        """Return (mu1, mu2, sigma1, sigma2)."""
        return None if self._q is None else self._q.numbers

    def handle_at(self, handle: str) -> QPointF:
        """Return the middle of a handle of q: "centre", "left", "right", "upper" or "lower"."""
        return q_mark.handles(self._q or self._before, self.axes(), theme.current())[handle]

    def handle_under(self, point: QPointF) -> str | None:
        """Return the handle that a press at a point takes hold of; anywhere else on q, it is the centre."""
        return q_mark.grasped(self._q, point, self.axes(), theme.current()) if self._q else None

    def _shown(self) -> Extent:
        return self._frozen or self._extent

    def _go(self, q: Normal) -> bool:
        q = q.within(self._mus, self._sigmas)
        if q == self._q:
            return False
        self.set_q(q.numbers)
        self.dragged.emit(*q.numbers)
        return True

    def _drag(self, point: QPointF) -> None:
        across, up = self.axes().unit
        right, above = (point.x() - self._pressed.x()) / across, (self._pressed.y() - point.y()) / up
        if self._handle == "centre":
            self._go(self._before.moved(right, above))
        elif self._handle is not None:
            side_across, side_up = SIDES[self._handle]
            self._go(self._before.widened(side_across * right, side_up * above))

    def _paint(self, painter: QPainter, axes: Axes, current: Theme) -> None:
        painter.fillRect(axes.inner, current.color("paper"))
        if self._indices is not None:
            if self._image_theme != current:
                coloured = indexed(self._indices[::-1], current.table("probability"))
                self._image = coloured.convertToFormat(QImage.Format.Format_RGB32)
                self._image_theme = current
            painter.setOpacity(_STALE if self._stale else 1.0)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(axes.rect(self._extent), self._image)
            painter.setOpacity(1.0)
        if self._q is not None:
            q_mark.paint(painter, self._q, axes, current, self._handle)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a handle, or of q as a whole."""
        self._keyed = False
        handle = self.handle_under(event.position())
        if event.button() != Qt.MouseButton.LeftButton or handle is None or self._q is None:
            event.ignore()
            return
        self._handle, self._pressed, self._before = handle, event.position(), self._q
        self._frozen = self._extent
        self._hover(None)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or show by the pointer's shape what a press would take hold of."""
        if self._handle is not None:
            self._drag(event.position())
            return
        handle = self.handle_under(event.position())
        self.setCursor(_SHAPES[handle] if handle else Qt.CursorShape.CrossCursor)
        self._hover(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the gesture, and show the density's own extent again."""
        if event.button() == Qt.MouseButton.LeftButton and self._handle is not None:
            self._handle = self._frozen = None
            self.update()
            self.settled.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move q by the arrow keys; with Shift, make it wider, narrower, higher or lower."""
        key = Qt.Key(event.key())
        if key not in _ARROWS or self._q is None:
            super().keyPressEvent(event)
            return
        across, up = _ARROWS[key]
        left, right, bottom, top = self._extent
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            wanted = self._q.stretched(1 + across * _STEP, 1 + up * _STEP)
        else:
            wanted = self._q.moved(across * _STEP * (right - left), up * _STEP * (top - bottom))
        if self._go(wanted):
            self.settled.emit()


def _shades(density: NDArray[np.floating]) -> NDArray[np.uint8]:
    """Return the index of each density into the 256 colours of a map, the largest the last."""
    known = np.nan_to_num(density, nan=0.0, posinf=0.0, neginf=0.0)
    highest = float(known.max())
    return levels(known, 0.0, highest) if highest > 0 else np.zeros(density.shape, np.uint8)
