"""The data space: the sheet of pictures that the decoder makes of the prior, or its net among the points."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from genplay.families.vae.live import LiveStep
from genplay.ui.tabs.memo import Memo
from genplay.ui.tabs.training.plane import Plane
from genplay.ui.tabs.training.scatter import paint_curve, paint_dots, polygon
from genplay.ui.tabs.vae.train import words
from genplay.ui.tabs.vae.train.scene import Scene
from genplay.ui.theme import Theme
from genplay.ui.widgets.cloud import Cloud
from genplay.ui.widgets.pixels import indexed, levels

_REACH = 3.0  # all shapes lie within
_SAMPLE = 4.6  # px
_SAMPLE_PALE = 0.65  # opacity: where many lie on each other they are denser
_NET = 0.7  # px: a line of the net
_SIDE = 28  # pixels of a digit


class DataSpace(Plane[Scene]):
    """What the decoder makes of the prior, beside what it is to learn."""

    def __init__(self) -> None:
        super().__init__(self.tr("Data space"), Scene())
        self._kept = Memo()
        self._sheet = QImage()

    def reach(self) -> float:
        """Return the same number always."""
        return _REACH

    def told(self) -> str:
        """Return what is drawn."""
        result = self._scene.result
        if result is None:
            return ""
        if result.plan.setup.data == "digits":
            return words.sheet(result)
        said = self.tr("{points} points, the decoder’s net, {samples} samples")
        return said.format(points=len(result.data), samples=len(result.samples))

    def paint_content(self, painter: QPainter, now: Theme) -> None:
        """Draw the sheet, or points, net and samples."""
        result = self._scene.result
        assert result is not None
        if result.plan.setup.data == "digits":
            self._paint_sheet(painter, now, result)
        else:
            self._paint_points(painter, now, result)

    def _paint_sheet(self, painter: QPainter, now: Theme, result: LiveStep) -> None:
        ratio = self.devicePixelRatioF()
        side = round(self.width() * ratio)
        if self._kept.changed(result.manifold, side, now.name, now.projector):
            grey = indexed(levels(sheet(result), 0.0, 1.0), now.table("grey"))
            grey = grey.convertToFormat(QImage.Format.Format_RGB32)
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            self._sheet = grey if side % grey.width() == 0 else grey.scaled(QSize(side, side), keep, smooth)
        size = QSize(self._sheet.size()).scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
        painter.drawImage(QRect(left, top, size.width(), size.height()), self._sheet)

    def _paint_points(self, painter: QPainter, now: Theme, result: LiveStep) -> None:
        ticks = (-2.0, -1.0, 0.0, 1.0, 2.0)
        self.paint_grid(painter, now, ticks, across=True)
        axes, shown = self.axes(), np.unique(result.labels).tolist()
        Cloud(self.within(result.data), result.labels, ()).paint(
            painter, axes, now, shown, small=False, vector=False
        )
        pale = QColor(now.color("orange"))
        pale.setAlphaF(_SAMPLE_PALE)
        paint_dots(painter, axes.places(self.within(result.samples)), pale, _SAMPLE * now.scale, "diamond")
        self._paint_net(painter, now, result)
        self.paint_ticks(painter, now, ticks, across=True)

    def _paint_net(self, painter: QPainter, now: Theme, result: LiveStep) -> None:
        """Draw lines of equal first and of equal second latent, or the curve of the only one."""
        manifold = result.manifold
        rows, columns, _ = manifold.decoded.shape
        places = self.axes().places(self.within(manifold.decoded.reshape(-1, 2))).reshape(rows, columns, 2)
        if not manifold.ordered:
            paint_dots(painter, places.reshape(-1, 2), now.color("text"), now.px(2))
            return
        if rows == 1:
            paint_curve(painter, places[0], now.color("text"), now.line("data"))
            return
        painter.setPen(QPen(now.color("text"), _NET * now.scale))
        for line in (*places, *places.transpose(1, 0, 2)):
            painter.drawPolyline(polygon(line))


def sheet(result: LiveStep) -> NDArray[np.floating]:
    """Return the pictures side by side, (height, width), 1 = ink: a single row of them as a square."""
    manifold = result.manifold
    if manifold.decoded.shape[0] > 1:
        return manifold.sheet(_SIDE, _SIDE)
    pictures = manifold.decoded[0]
    across = int(np.ceil(len(pictures) ** 0.5))
    filled = np.zeros((across * across, pictures.shape[1]), np.float32)
    filled[: len(pictures)] = pictures
    cells = filled.reshape(across, across, _SIDE, _SIDE).transpose(0, 2, 1, 3)
    return cells.reshape(across * _SIDE, across * _SIDE)
