"""What the canvas and the maps draw over their pixels, all in device pixels so that every edge is crisp."""

from collections.abc import Iterable
from functools import cache, lru_cache
from math import floor, sqrt

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLine, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen, QRegion, QTransform

from genplay.ui.theme import Theme
from genplay.ui.widgets.pixels import Grid, Mask

Cells = tuple[tuple[int, int], ...]
"""Rows and columns of some pixels."""
Ranks = NDArray[np.intp]
"""Each pixel's place in the order, (rows, columns)."""

_COVER = 0.85  # how much a region covers the ink below it
_MOST_EDGES = 200  # of an outline: around scattered pixels it would be a maze over what is drawn
_HATCH = 8  # px between the lines of the hatch
TINT = {"light": 0.11, "dark": 0.11, "contrast": 0.2}
"""How much accent lies over the paper and ink that a model has read, by theme."""

_OUTLINE = {"light": 0.76, "dark": 0.76, "contrast": 1.0}


def to_device(painter: QPainter, ratio: float) -> None:
    """Make the painter's unit one device pixel, and its origin a corner between device pixels.

    At 150 % a widget may begin in the middle of a device pixel; nearest neighbours would then come out in
    unequal widths.
    """
    painter.scale(1 / ratio, 1 / ratio)
    origin = painter.deviceTransform().map(QPointF(0, 0))
    painter.translate(floor(origin.x() + 0.5) - origin.x(), floor(origin.y() + 0.5) - origin.y())


def line_width(theme: Theme, kind: str, ratio: float) -> int:
    """Return the width of a line of the theme in whole device pixels, at least one."""
    return max(round(theme.line(kind) * ratio), 1)


def ring(painter: QPainter, inner: QRect, width: int, colour: QColor) -> None:
    """Draw a frame of ``width`` around ``inner``, all of it outside."""
    outer = inner.adjusted(-width, -width, width, width)
    painter.fillRect(QRect(outer.left(), outer.top(), outer.width(), width), colour)
    painter.fillRect(QRect(outer.left(), inner.bottom() + 1, outer.width(), width), colour)
    painter.fillRect(QRect(outer.left(), inner.top(), width, inner.height()), colour)
    painter.fillRect(QRect(inner.right() + 1, inner.top(), width, inner.height()), colour)


def corners(painter: QPainter, inner: QRect, width: int, colour: QColor) -> None:
    """Draw the four corners of a ring around a square, in device pixels: what is meant lies beside it."""
    side = inner.width() // 3
    for x in (inner.left() - width, inner.right() + 1 - side):
        for y in (inner.top() - width, inner.bottom() + 1 - side):
            painter.setClipRect(QRect(x, y, side + width, side + width))
            ring(painter, inner, width, colour)
    painter.setClipping(False)


def context(
    painter: QPainter,
    grid: Grid,
    theme: Theme,
    ratio: float,
    count: int,
    since: int = 0,
    ranks: Ranks | None = None,
) -> None:
    """Tint and outline what the model sees.

    Args:
        painter: What to draw with.
        grid: Where the pixels are.
        theme: The looks.
        ratio: Device pixels a logical one.
        count: How many pixels have been read.
        since: How many of them, the first ones, it no longer sees.
        ranks: Each pixel's place in the order, (rows, columns); None is the raster order.
    """
    if count <= 0:
        return
    read = None if ranks is None and since <= 0 else _between(grid, since, count, ranks)
    tint, edge = theme.color("accent"), theme.color("accent")
    tint.setAlphaF(TINT[theme.name])
    edge.setAlphaF(1.0 if theme.projector else _OUTLINE[theme.name])
    for block in grid.first(count) if read is None else grid.runs(read):
        painter.fillRect(block, tint)
    pen = QPen(edge, 2 * line_width(theme, "frame", ratio))
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if read is None:
        painter.drawPolygon(grid.outline(count))
    else:
        pen.setCapStyle(Qt.PenCapStyle.SquareCap)
        painter.setPen(pen)
        edges = grid.edges(read)
        if len(edges) <= _MOST_EDGES:
            painter.drawLines(edges)


def _between(grid: Grid, since: int, count: int, ranks: Ranks | None) -> NDArray[np.bool_]:
    """Return which pixels, (rows, columns), have a place in the order from ``since`` to before ``count``."""
    places = np.arange(grid.rows * grid.columns).reshape(grid.rows, -1) if ranks is None else ranks
    return (since <= places) & (places < count)


def hatch(painter: QPainter, blocks: Iterable[QRect], origin: QPoint, theme: Theme, ratio: float) -> None:
    """Cover some blocks with the hatch of the hidden future; its lines stay where they are when they grow."""
    brush = QBrush(_tile(theme, ratio))
    brush.setTransform(QTransform.fromTranslate(origin.x(), origin.y()))
    for block in blocks:
        painter.fillRect(block, brush)


def region(painter: QPainter, grid: Grid, inside: Mask, theme: Theme, ratio: float) -> None:
    """Hatch and outline a region (rows, columns) that is to be sampled; the ink there shows through."""
    painter.setOpacity(_COVER)
    hatch(painter, grid.runs(inside), grid.picture.topLeft(), theme, ratio)
    painter.setOpacity(1.0)
    pen = QPen(theme.color("accent"), 2 * line_width(theme, "frame", ratio))
    pen.setCapStyle(Qt.PenCapStyle.SquareCap)
    painter.setPen(pen)
    painter.drawLines(grid.edges(inside))


def cursor(
    painter: QPainter, cell: QRect, bounds: QRect, theme: Theme, ratio: float, colour: str = "ink"
) -> None:
    """Draw the double outline around a pixel: ink between two edges of paper, all outside the pixel.

    At the edge of ``bounds``, the picture with its frame, it is whole too, and reaches into the pixel.
    """
    ink = line_width(theme, "cursor", ratio)
    paper = max((line_width(theme, "cursor_paper", ratio) - ink) // 2, 1)
    cell = _inside(cell, bounds, 2 * paper + ink)
    ring(painter, cell, 2 * paper + ink, theme.color("paper"))
    ring(painter, cell.adjusted(-paper, -paper, paper, paper), ink, theme.color(colour))


def hover(
    painter: QPainter, grid: Grid, cells: Cells, at: tuple[int, int], theme: Theme, ratio: float
) -> None:
    """Outline the pixels under the pointer or the brush with a thin accent line on paper.

    Args:
        painter: What to draw with.
        grid: Where the pixels are.
        cells: (row, column) of each pixel, from ``at``; what lies outside the picture is left out.
        at: Row and column of the pixel that they count from.
        theme: The looks.
        ratio: Device pixels a logical one.
    """
    thin = line_width(theme, "hairline", ratio)
    corner = grid.block(*at).topLeft()
    painter.save()
    painter.setClipRect(grid.picture.adjusted(-thin, -thin, thin, thin))
    painter.translate(corner)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for width, colour in ((3 * thin, "paper"), (thin, "accent")):
        pen = QPen(theme.color(colour), width)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.strokePath(_outline(cells, grid.pixel), pen)
    painter.restore()


def flip(painter: QPainter, cell: QRect, bounds: QRect, theme: Theme, ratio: float) -> None:
    """Mark the pixel of a what-if: four corners in accent on paper, a shape that the cursor does not have."""
    width = line_width(theme, "cursor", ratio)
    gap = max((line_width(theme, "cursor_paper", ratio) - width) // 2, 1)
    cell = _inside(cell, bounds, 2 * gap + width)
    ring(painter, cell, 2 * gap + width, theme.color("paper"))
    box = cell.adjusted(-gap, -gap, gap, gap)
    middle = QRect(0, 0, max(box.width() // 3, 1), max(box.height() // 3, 1))
    middle.moveCenter(box.center())
    outside = box.adjusted(-width, -width, width, width)
    corners = QRegion(outside).subtracted(QRegion(box))
    corners -= QRegion(outside.left(), middle.top(), outside.width(), middle.height())
    corners -= QRegion(middle.left(), outside.top(), middle.width(), outside.height())
    painter.setClipRegion(corners)
    painter.fillRect(outside, theme.color("accent"))
    painter.setClipping(False)


def lower_half(painter: QPainter, cell: QRect, colour: QColor) -> None:
    """Fill the half of a pixel below its rising diagonal: the value that it would have."""
    box = QRectF(cell)
    path = QPainterPath(box.bottomLeft())
    path.lineTo(box.bottomRight())
    path.lineTo(box.topRight())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path, colour)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _inside(cell: QRect, bounds: QRect, around: int) -> QRect:
    """Return the cell, shrunk where so much around it would not be within the bounds."""
    outer = cell.adjusted(-around, -around, around, around) & bounds
    return outer.adjusted(around, around, -around, -around)


@lru_cache(maxsize=64)
def _outline(cells: Cells, side: int) -> QPainterPath:
    """Return the outline of some cells of ``side`` device pixels; costly to simplify, so kept."""
    path = QPainterPath()
    for row, column in cells:
        path.addRect(QRectF(column * side, row * side, side, side))
    return path.simplified()


@cache
def _tile(theme: Theme, ratio: float) -> QImage:
    period = max(round(_HATCH * sqrt(2) * theme.scale * ratio), 4)
    tile = QImage(period, period, QImage.Format.Format_RGB32)
    tile.fill(theme.color("sunken"))
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # At a width of exactly 1, Qt's way for hairlines spreads a slanted line over two pale pixels.
    painter.setPen(QPen(theme.color("line"), 1.25 * theme.line("hairline") * ratio))
    for shift in (-period, 0, period):  # the neighbours' lines reach over the tile's corners
        painter.drawLine(QLine(shift - 1, period + 1, shift + period + 1, -1))
    painter.end()
    return tile
