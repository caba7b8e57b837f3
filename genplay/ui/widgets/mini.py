"""Tiny pictures of a few cells, to be read rather than drawn on: one, and a row of several."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from genplay.ui import theme
from genplay.ui.theme import Theme
from genplay.ui.widgets import pixel_paint
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.pixels import Grid

UNKNOWN, PAPER, INK = -1, 0, 1
"""What a cell of a tiny picture may be."""

_DOT = 4  # a dot in an unknown cell is a fourth of its side


class Mini(Dressed):
    """A picture of a few cells, each ``UNKNOWN``, ``PAPER`` or ``INK``, one of them perhaps the current one.

    Args:
        pixel: Side of a cell at 100 %.
        parent: The parent widget.
    """

    def __init__(self, pixel: int = 11, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixel = pixel
        self._cells = np.full((1, 1), UNKNOWN, np.int8)
        self._current: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Picture"))

    def set_cells(self, cells: ArrayLike, current: int | None = None) -> None:
        """Show cells (rows, columns), and one of them, in raster order from 0, in accent."""
        self._cells, self._current = np.array(cells, np.int8), current
        self.setAccessibleDescription(_rows_of(self._cells))
        self.updateGeometry()
        self.update()

    def cell_rect(self, index: int) -> QRect:
        """Return a cell, in device pixels from the widget's corner."""
        return self._grid().cell(index)

    def _grid(self) -> Grid:
        return _grid(self._cells.shape, self._pixel, self.devicePixelRatioF())

    def sizeHint(self) -> QSize:
        """Ask for the picture with its frame."""
        return _logical(self._grid().size, self.devicePixelRatioF())

    def minimumSizeHint(self) -> QSize:
        """Accept no less."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells."""
        with QPainter(self) as painter:
            pixel_paint.to_device(painter, self.devicePixelRatioF())
            paint_cells(painter, self._grid(), self._cells, self._current, theme.current())


class MiniRow(Dressed):
    """Several tiny pictures of one shape, evenly spread over the width; smaller ones where it is short.

    Args:
        pixel: Side of a cell at 100 %, at most.
        parent: The parent widget.
    """

    def __init__(self, pixel: int = 7, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixel = pixel
        self._pictures: list[NDArray[np.int8]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Samples"))

    def set_pictures(self, pictures: Sequence[ArrayLike]) -> None:
        """Show pictures (rows, columns), all of one shape, of cells as ``Mini`` has them."""
        self._pictures = [np.array(picture, np.int8) for picture in pictures]
        self.setAccessibleDescription("; ".join(_rows_of(picture) for picture in self._pictures))
        self.updateGeometry()
        self.update()

    def boxes(self) -> list[QRect]:
        """Return each picture with its frame, in device pixels from the widget's corner."""
        size, count = self._grid().size, len(self._pictures)
        room = int(self.width() * self.devicePixelRatioF()) - size.width()
        step = max(room, 0) / max(count - 1, 1)
        return [QRect(round(index * step), 0, size.width(), size.height()) for index in range(count)]

    def _shape(self) -> tuple[int, ...]:
        return self._pictures[0].shape if self._pictures else (1, 1)

    def _grid(self) -> Grid:
        ratio, shape = self.devicePixelRatioF(), self._shape()
        asked = _grid(shape, self._pixel, ratio)
        room = int(self.width() * ratio) // max(len(self._pictures), 1) - 2 * asked.frame - 1
        return Grid(asked.rows, asked.columns, max(min(asked.pixel, room // asked.columns), 1), asked.frame)

    def _asked(self) -> QSize:
        ratio = self.devicePixelRatioF()
        return _logical(_grid(self._shape(), self._pixel, ratio).size, ratio)

    def sizeHint(self) -> QSize:
        """Ask for the pictures with half a picture between them."""
        size, count = self._asked(), max(len(self._pictures), 1)
        return QSize(size.width() * count + size.width() * (count - 1) // 2, size.height())

    def minimumSizeHint(self) -> QSize:
        """Accept one picture's width."""
        return self._asked()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pictures."""
        grid, current = self._grid(), theme.current()
        with QPainter(self) as painter:
            pixel_paint.to_device(painter, self.devicePixelRatioF())
            for box, picture in zip(self.boxes(), self._pictures, strict=True):
                painter.save()
                painter.translate(box.topLeft())
                paint_cells(painter, grid, picture, None, current)
                painter.restore()


def _grid(shape: tuple[int, ...], pixel: int, ratio: float) -> Grid:
    current = theme.current()
    side = max(int(pixel * current.scale * ratio), 1)
    return Grid(shape[0], shape[1], side, pixel_paint.line_width(current, "hairline", ratio))


def _logical(size: QSize, ratio: float) -> QSize:
    return QSize(-int(-size.width() // ratio), -int(-size.height() // ratio))


def _rows_of(cells: NDArray[np.int8]) -> str:
    """Write a picture as a screen reader can say it: 1 ink, 0 paper, ? unknown."""
    return " / ".join(" ".join("?" if cell < 0 else str(cell) for cell in row) for row in cells.tolist())


def paint_cells(
    painter: QPainter, grid: Grid, cells: NDArray[np.int8], marked: int | None, current: Theme
) -> None:
    """Draw cells, (rows, columns), in device pixels, one of them perhaps in accent."""
    # Borders of what is known are drawn over those of what is not, the current one's over all.
    order = sorted(range(cells.size), key=lambda index: (index == marked, cells.flat[index] != UNKNOWN))
    for index in order:
        _paint_cell(painter, grid, index, int(cells.flat[index]), index == marked, current)


def _paint_cell(painter: QPainter, grid: Grid, index: int, cell: int, marked: bool, current: Theme) -> None:
    box, thin = grid.cell(index), grid.frame
    inner = box.adjusted(0, 0, -thin, -thin)  # the border is shared with the neighbours right and below
    tone, edge = _colours(cell, marked, current)
    pixel_paint.ring(painter, inner, thin, current.color(edge))
    painter.fillRect(inner, current.color(tone))
    if cell == UNKNOWN and current.color(tone) == current.color("paper"):  # no tint to tell it by
        dot = QRect(0, 0, max(inner.width() // _DOT, 1), max(inner.height() // _DOT, 1))
        dot.moveCenter(inner.center())
        painter.fillRect(dot, current.color("text3"))


def _colours(cell: int, marked: bool, current: Theme) -> tuple[str, str]:
    """Return the tokens of a cell's face and border."""
    if marked:
        return {INK: "accent", PAPER: "accent_soft"}.get(cell, "sunken"), "accent"
    if cell != UNKNOWN:
        return "ink" if cell == INK else "paper", "control"
    # Dark paper is as dark as what is sunken: hairlines on it are the next tint, with the paper between.
    dark = current.tokens.sunken == current.tokens.paper != current.tokens.window
    return ("line", "sunken") if dark else ("sunken", "line")
