"""Pictures of few, large pixels: values to colour indices to QImage, and where each pixel is on screen."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLine, QPoint, QRect, QSize
from PySide6.QtGui import QImage, QPolygon

Indices = NDArray[np.uint8]
Mask = NDArray[np.bool_]


def levels(values: NDArray[np.floating], low: float, high: float) -> Indices:
    """Return the index of each value into the 256 colours of a map, values beyond its ends clipped.

    Args:
        values: Any shape, in the unit of the map: a probability (0 to 1), a surprise in nats (0 to 4), a
            change (minus to plus its limit).
        low: The value of the first colour.
        high: The value of the last colour.
    """
    return np.rint(np.clip((values - low) / (high - low), 0, 1) * 255).astype(np.uint8)


def indexed(indices: Indices, colours: list[int]) -> QImage:
    """Return a picture of its own memory from colour indices (height, width)."""
    height, width = indices.shape
    data = np.ascontiguousarray(indices, np.uint8).tobytes()
    image = QImage(data, width, height, width, QImage.Format.Format_Indexed8).copy()
    image.setColorTable(colours)
    return image


def coloured(pixels: Indices, colours: list[int]) -> QImage:
    """Return a picture of its own memory: of colours (H, W, 3), or of colour indices (H, W) or (H, W, 1)."""
    if pixels.ndim == 2 or pixels.shape[-1] == 1:
        return indexed(pixels.reshape(pixels.shape[:2]), colours)
    height, width = pixels.shape[:2]
    data = np.ascontiguousarray(pixels, np.uint8).tobytes()
    image = QImage(data, width, height, 3 * width, QImage.Format.Format_RGB888)
    return image.convertToFormat(QImage.Format.Format_RGB32)


def by_area(pictures: Indices, height: int, width: int) -> Indices:
    """Return pictures, (N, S, T, C), in so many pixels, (N, height, width, C): means of what each covers.

    So none of the pictures' pixels is weighed more than another. Whole multiples repeat them as they are;
    otherwise only what lies on an edge between two is mixed, and nothing is smoothed beyond it.
    """
    count, rows, columns, channels = pictures.shape
    found = _covered(rows, height) @ pictures.reshape(count, rows, columns * channels).astype(np.float32)
    found = _covered(columns, width) @ found.reshape(count * height, columns, channels)
    return np.rint(found).astype(np.uint8).reshape(count, height, width, channels)


@lru_cache(maxsize=64)
def _covered(count: int, room: int) -> NDArray[np.float32]:
    """Return which share of each of ``room`` lengths each of ``count`` ones covers, (room, count)."""
    ends, edges = np.linspace(0, count, room + 1), np.arange(count)
    over = np.minimum(ends[1:, None], edges + 1) - np.maximum(ends[:-1, None], edges)
    return np.asarray(np.clip(over, 0, None) * room / count, np.float32)


def as_colours(image: QImage, table: list[int]) -> Indices:
    """Return the colours of a picture, (height, width, 3); one of indices has those of a table."""
    if image.format() == QImage.Format.Format_Indexed8:
        image.setColorTable(table)
    rgb = image.convertToFormat(QImage.Format.Format_RGB32)
    lines = np.frombuffer(rgb.constBits(), np.uint8).reshape(rgb.height(), rgb.width(), 4)
    return lines[..., 2::-1].copy()


def light(image: QImage) -> QImage:
    """Return a picture as others see it: of greys ink is black on white, of colours it is as it is."""
    if image.format() != QImage.Format.Format_Indexed8:
        return image
    found = image.copy()
    found.setColorTable([0xFF000000 | 0x010101 * shade for shade in range(255, -1, -1)])
    return found


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the pixels of a framed picture are, in device pixels from its top left corner.

    Args:
        rows: Height of the picture in its own pixels.
        columns: Width of the picture in its own pixels.
        pixel: Side of one of them in device pixels, a whole number, so that all are equally large.
        frame: Width of the frame, which lies outside the picture, in device pixels.
    """

    rows: int
    columns: int
    pixel: int
    frame: int

    @classmethod
    def fit(cls, shape: tuple[int, int], width: float, height: float, frame: int) -> "Grid":
        """Return the grid of the largest pixel, a whole number, that fits into so many device pixels."""
        rows, columns = shape
        pixel = min((width - 2 * frame) // columns, (height - 2 * frame) // rows)
        return cls(rows, columns, max(int(pixel), 1), frame)

    @property
    def size(self) -> QSize:
        """The picture and its frame."""
        return QSize(self.columns * self.pixel + 2 * self.frame, self.rows * self.pixel + 2 * self.frame)

    @property
    def picture(self) -> QRect:
        """The picture without its frame."""
        return self.block(0, 0, self.rows, self.columns)

    def block(self, row: int, column: int, rows: int = 1, columns: int = 1) -> QRect:
        """Return the rectangle of some rows and columns of pixels."""
        side, frame = self.pixel, self.frame
        return QRect(frame + column * side, frame + row * side, columns * side, rows * side)

    def cell(self, index: int) -> QRect:
        """Return the rectangle of a pixel, counted from 0 in raster order."""
        return self.block(*divmod(index, self.columns))

    def position(self, x: float, y: float) -> tuple[float, float]:
        """Return (row, column) of a point, in pixels from the picture's edge; it may lie outside."""
        return (y - self.frame) / self.pixel, (x - self.frame) / self.pixel

    def index_at(self, x: float, y: float) -> int | None:
        """Return the pixel under a point in raster order, or None outside the picture."""
        row, column = self.position(x, y)
        inside = 0 <= row < self.rows and 0 <= column < self.columns
        return int(row) * self.columns + int(column) if inside else None

    def first(self, count: int) -> tuple[QRect, QRect]:
        """Return the region of the first ``count`` pixels of the raster order: full rows, and part of one."""
        row, column = divmod(count, self.columns)
        return self.block(0, 0, row, self.columns), self.block(row, 0, 1, column)

    def after(self, count: int) -> tuple[QRect, QRect]:
        """Return the region of all but the first ``count`` pixels: part of a row, and full rows."""
        row, column = divmod(count, self.columns)
        if row == self.rows:
            return QRect(), QRect()
        rest = self.block(row + 1, 0, self.rows - row - 1, self.columns)
        return self.block(row, column, 1, self.columns - column), rest

    def runs(self, mask: Mask) -> list[QRect]:
        """Return the region of the pixels of a mask (rows, columns): a rectangle for each run in a row."""
        return [self.block(row, first, 1, last - first) for row, first, last in _runs(mask)]

    def edges(self, mask: Mask) -> list[QLine]:
        """Return the lines between the pixels of a mask (rows, columns) and all others."""
        around = np.pad(mask, 1)
        across = [
            (self.block(row, first), self.block(row, last))
            for row, first, last in _runs(around[1:, 1:-1] != around[:-1, 1:-1])
        ]
        down = [
            (self.block(first, column), self.block(last, column))
            for column, first, last in _runs((around[1:-1, 1:] != around[1:-1, :-1]).T)
        ]
        return [QLine(a.topLeft(), b.topLeft()) for a, b in (*across, *down)]

    def outline(self, count: int) -> QPolygon:
        """Return the corners of the region of the first ``count`` pixels of the raster order."""
        row, column = divmod(count, self.columns)
        if row == 0:
            corners = [(0, 0), (0, column), (1, column), (1, 0)]
        elif column == 0:
            corners = [(0, 0), (0, self.columns), (row, self.columns), (row, 0)]
        else:
            corners = [(0, 0), (0, self.columns), (row, self.columns), (row, column)]
            corners += [(row + 1, column), (row + 1, 0)]
        return QPolygon([QPoint(self.block(*corner).topLeft()) for corner in corners])


def _runs(mask: Mask) -> list[tuple[int, int, int]]:
    """Return (row, first column, column after the last) of each run of a mask's rows."""
    steps = np.diff(np.pad(mask, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    rows, first = (steps == 1).nonzero()
    _, last = (steps == -1).nonzero()
    return list(zip(rows.tolist(), first.tolist(), last.tolist(), strict=True))
