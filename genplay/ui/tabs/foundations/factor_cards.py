"""The factors of the chain rule as cards: the picture so far, the pixel that is read, its conditional."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from genplay.ui import theme
from genplay.ui.theme import Theme
from genplay.ui.widgets import pixel_paint
from genplay.ui.widgets.mini import paint_cells
from genplay.ui.widgets.pixels import Grid

_GAP, _RADIUS, _PAD = 7, 6, 8  # px at 100 %: between cards, of their corners, inside them
_LEAST_WIDTH, _LEAST_HEIGHT = 62, 52
_WIDEST, _TALLEST = 230, 220
_LARGEST = 32  # px: a cell of the picture
_CAPTION, _VALUE = 16, 20  # px: the heights of the two lines
_BESIDE = 3  # px: between a value and the edges of its card
_USUAL = "0.0000"  # has room in any case, so that cards do not move when the first small value comes
_LEGIBLE = ((11, 44), (9, 28), (8, 16))  # px: of a value's font and of a card's height, at least; best first


Cells = tuple[tuple[int, ...], ...]
"""Rows of cells as ``mini`` has them."""


@dataclass(frozen=True, slots=True)
class Card:
    """A factor.

    Attributes:
        cells: The picture so far.
        pixel: The pixel that is read, by number in raster order, or None where it is not read yet.
        caption: What is read, such as "ink at 2".
        value: Its conditional, or a dot while it is not read.
    """

    cells: Cells
    pixel: int | None
    caption: str
    value: str

    @property
    def done(self) -> bool:
        """Whether it is read."""
        return self.pixel is not None


class FactorCards(QWidget):
    """As many cards a row as there is room for; the last one read is framed."""

    picked = Signal(int)
    """How many factors are to be shown: those up to the card that was clicked."""
    hovered = Signal(object)
    """The number of the card under the pointer, counted from 0, or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[Card, ...] = ()
        self._current: int | None = None
        self._hover: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Factors of the chain rule"))

    def show_cards(self, cards: Sequence[Card], current: int | None) -> None:
        """Show these cards, and which of them was read last."""
        if (tuple(cards), current) != (self._cards, self._current):
            self._cards, self._current = tuple(cards), current
            told = [f"{card.caption} {card.value}" for card in self._cards if card.done]
            self.setAccessibleDescription(", ".join(told))
            self.update()

    def card(self, number: int) -> QRect:
        """Return where a card is."""
        columns, width, height = self._grid()
        row, column = divmod(number, columns)
        gap = theme.current().px(_GAP)
        return QRect(column * (width + gap), row * (height + gap), width, height)

    def sizeHint(self) -> QSize:
        """Ask for two rows of six."""
        now = theme.current()
        return QSize(now.px(6 * 84 + 5 * _GAP), now.px(2 * 100 + _GAP))

    def minimumSizeHint(self) -> QSize:
        """Accept smaller cards."""
        now = theme.current()
        return QSize(now.px(4 * _LEAST_WIDTH), now.px(2 * _LEAST_HEIGHT + _GAP))

    def _grid(self) -> tuple[int, int, int]:
        """Return cards a row, and the size of a card: as large as they can be, and more wide than high.

        No card is narrower than its value, nor so low that its value has no room, if there is another way.
        """
        now, count = theme.current(), max(len(self._cards), 1)
        gap = now.px(_GAP)
        found: list[tuple[float, int, int, int]] = []
        for columns in range(1, count + 1):
            rows = math.ceil(count / columns)
            width = min((self.width() + gap) // columns - gap, now.px(_WIDEST))
            height = min((self.height() + gap) // rows - gap, now.px(_TALLEST))
            if width >= 1 and height >= 1:
                worth = min(width / 84, height / 100) + 1e-3 * columns * (count % columns == 0)
                found.append((worth, columns, width, height))
        for pixels, least in _LEGIBLE:
            wide = self._widest(now, now.px(pixels))
            if legible := [grid for grid in found if grid[2] >= wide and grid[3] >= now.px(least)]:
                return max(legible)[1:]
        return max(found, default=(0.0, 1, 1, 1))[1:]

    def _widest(self, now: Theme, pixels: int) -> float:
        """Return the width of a card that has room for any of the values, in a font of some size."""
        values = (_USUAL, *(card.value for card in self._cards))
        return max(_advance(now, value, pixels) for value in values) + 2 * now.px(_BESIDE)

    def _value_font(self, now: Theme, box: QRect) -> QFont:
        """Return the font of the values: as large as the widest one allows."""
        pixels = now.px(15 if box.height() >= now.px(84) else 13)
        while pixels > 1 and self._widest(now, pixels) > box.width():
            pixels -= 1
        return _font(now, pixels)

    # -- painting ------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cards."""
        now = theme.current()
        with QPainter(self) as painter:
            for number, card in enumerate(self._cards):
                self._paint_card(painter, now, number, card)

    def _paint_card(self, painter: QPainter, now: Theme, number: int, card: Card) -> None:
        box = self.card(number)
        current, width = number == self._current, now.line("hairline")
        if current:  # framed; where the keys are too, by a thicker line
            width = now.line("data") + self.hasFocus()
        edge = "accent" if current else "control" if number == self._hover or self._keyed(number) else "line"
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(now.color(edge), width))
        painter.setBrush(now.color("surface" if card.done else "strip"))
        half = width / 2
        painter.drawRoundedRect(
            QRectF(box).adjusted(half, half, -half, -half), now.px(_RADIUS), now.px(_RADIUS)
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._paint_content(painter, now, card, box)

    def _keyed(self, number: int) -> bool:
        return self.hasFocus() and number == (self._current or 0)

    def _paint_content(self, painter: QPainter, now: Theme, card: Card, box: QRect) -> None:
        captioned = box.height() >= now.px(84) and self._fits(now, box)
        lines = now.px(_VALUE + _CAPTION * captioned)
        pad = now.px(_PAD if box.height() >= now.px(84) else _PAD // 2)
        room = QSize(box.width() - 2 * pad, box.height() - 2 * pad - lines)
        self._paint_picture(painter, now, card, QRect(QPoint(box.x() + pad, box.y() + pad), room))
        below = QRect(box.x(), box.bottom() - pad - lines + now.px(2), box.width(), now.px(_CAPTION))
        if captioned:
            painter.setFont(now.font("axis"))
            painter.setPen(now.color("text2"))
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, card.caption)
            below = below.translated(0, now.px(_CAPTION))
        below.setHeight(now.px(_VALUE))
        painter.setFont(self._value_font(now, box))
        painter.setPen(now.color("blue" if card.done else "text3"))
        alone = room.height() <= 0  # it has the whole card
        painter.drawText(box if alone else below, Qt.AlignmentFlag.AlignCenter, card.value)

    def _paint_picture(self, painter: QPainter, now: Theme, card: Card, room: QRect) -> None:
        """Draw the picture in the middle of some room, as large as whole device pixels allow, if any does."""
        ratio = self.devicePixelRatioF()
        line = pixel_paint.line_width(now, "hairline", ratio)
        shape = len(card.cells), len(card.cells[0])
        grid = Grid.fit(shape, room.width() * ratio, room.height() * ratio, line)
        grid = Grid(*shape, min(grid.pixel, int(now.px(_LARGEST) * ratio)), line)
        size = grid.size / ratio
        if size.height() > room.height():
            return
        painter.save()
        corner = room.center() - QPoint(size.width() // 2, size.height() // 2)
        pixel_paint.to_device(painter, ratio)
        painter.translate(QPointF(corner) * ratio)
        paint_cells(painter, grid, np.array(card.cells, np.int8), card.pixel, now)
        painter.restore()

    def _fits(self, now: Theme, box: QRect) -> bool:
        metrics = QFontMetrics(now.font("axis"))
        return all(metrics.horizontalAdvance(card.caption) < box.width() for card in self._cards)

    # -- hands ---------------------------------------------------------------------------------------------

    def _at(self, event: QMouseEvent) -> int | None:
        point = event.position().toPoint()
        return next((n for n in range(len(self._cards)) if self.card(n).contains(point)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show the factors up to the card under the pointer."""
        number = self._at(event)
        if number is not None and event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(number + 1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what is pointed at."""
        self._point_at(self._at(event))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at."""
        self._point_at(None)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show one factor more or less."""
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        shown = 0 if self._current is None else self._current + 1
        self.picked.emit(min(max(shown + step, 0), len(self._cards)))

    def _point_at(self, number: int | None) -> None:
        if number != self._hover:
            self._hover = number
            self.hovered.emit(number)
            self.update()


def _font(now: Theme, pixels: int) -> QFont:
    font = now.font("label")
    font.setPixelSize(pixels)
    return font


@lru_cache(maxsize=1024)
def _advance(now: Theme, value: str, pixels: int) -> float:
    return QFontMetricsF(_font(now, pixels)).horizontalAdvance(value)
