"""Pictures of a plane, each at its place: the background of a latent map."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from genplay.ui.theme import Theme
from genplay.ui.widgets.axes import Axes
from genplay.ui.widgets.pixels import indexed

_LARGE = 2  # screen pixels a picture's pixel: from here on they are shown as squares


@dataclass(frozen=True, slots=True, eq=False)
class Mosaic:
    """Pictures on a grid of the plane, each from half way to the picture before it to half way to the next.

    Attributes:
        pictures: Ink as 0 to 255, (rows, columns, H, W), the first row the lowest.
        columns: Where the pictures' middles are across, ascending, (columns,).
        rows: Where they are upwards, ascending, (rows,).
    """

    pictures: NDArray[np.uint8]
    columns: NDArray[np.floating]
    rows: NDArray[np.floating]

    def paint(self, painter: QPainter, axes: Axes, theme: Theme) -> None:
        """Draw the pictures that the axes show, every edge between two on a device pixel."""
        corners = np.stack(np.meshgrid(edges(self.columns), edges(self.rows), indexing="xy"), -1)
        placed = axes.places(corners.reshape(-1, 2)) * axes.ratio
        whole = np.rint(placed).astype(int).reshape(corners.shape)
        sheet = self._sheet(theme)
        height, width = self.pictures.shape[2:]
        for row, column in np.ndindex(*self.pictures.shape[:2]):
            left, bottom = whole[row, column].tolist()
            right, top = whole[row + 1, column + 1].tolist()
            target = QRect(left, top, right - left, bottom - top)
            if not target.isEmpty() and target.intersects(QRect(0, 0, *[axes.side + 2 * axes.frame] * 2)):
                tile = sheet.copy(column * width, row * height, width, height)
                _paint_tile(painter, tile, target, axes.ratio)

    def _sheet(self, theme: Theme) -> QImage:
        """Return all pictures beside each other in the theme's colours, the first row on top."""
        rows, columns, height, width = self.pictures.shape
        flat = self.pictures.swapaxes(1, 2).reshape(rows * height, columns * width)
        return indexed(flat, theme.table("grey")).convertToFormat(QImage.Format.Format_RGB32)


def edges(places: NDArray[np.floating]) -> NDArray[np.float64]:
    """Return where the cells around ascending places (N,) begin and end, (N + 1,): half way between them."""
    if len(places) < 2:
        return np.array([place + half for place in places.tolist() for half in (-0.5, 0.5)])
    middles = (places[1:] + places[:-1]) / 2
    return np.concatenate([[2 * places[0] - middles[0]], middles, [2 * places[-1] - middles[-1]]])


def _paint_tile(painter: QPainter, tile: QImage, target: QRect, ratio: float) -> None:
    large = target.width() >= _LARGE * tile.width()
    mode = Qt.TransformationMode.FastTransformation if large else Qt.TransformationMode.SmoothTransformation
    scaled = tile.scaled(target.size(), Qt.AspectRatioMode.IgnoreAspectRatio, mode)
    room = QRectF(target.x() / ratio, target.y() / ratio, target.width() / ratio, target.height() / ratio)
    painter.drawImage(room, scaled)
