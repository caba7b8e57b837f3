"""All maps of a layer beside each other, or one of them alone, as large as there is room."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from genplay.families.dcgan import Floats
from genplay.ui import theme
from genplay.ui.tabs.dcgan.layers_fit import Block
from genplay.ui.theme import Theme
from genplay.ui.widgets import pixel_paint
from genplay.ui.widgets.pixels import Indices, levels

MOST = 4.0
"""The value from which on a map's colour is the last; zero is paper. After ReLU nothing is below it."""
_TABLE = "probability"
_PALE = 0.4  # opacity of what is about to be replaced


class LayerMosaic(QWidget):
    """The maps of a layer."""

    hovered = Signal(object)
    """(map, row, column) under the pointer, or None."""
    singled = Signal()
    """One map is shown alone, another one, or all again."""

    def __init__(self) -> None:
        super().__init__()
        self._maps: Floats | None = None
        self._indices: Indices | None = None
        self._block: Block | None = None
        self._single: int | None = None
        self._stale = False
        self._image = QImage()
        self._image_theme: Theme | None = None
        self._hovered: tuple[int, int, int] | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def single(self) -> int | None:
        """The map that is shown alone, if one is."""
        return self._single

    def set_maps(self, maps: Floats | None) -> None:
        """Show maps, (W, S, S), 0 or more."""
        self._maps = maps
        self._indices = None if maps is None else levels(maps, 0.0, MOST)
        if maps is None or (self._single is not None and self._single >= len(maps)):
            self._single = None
        self._redraw()

    def set_stale(self, stale: bool) -> None:
        """Say that the maps are about to be replaced: they are pale, and have no values."""
        if stale != self._stale:
            self._stale = stale
            self.update()

    def set_block(self, block: Block, ratio: float) -> None:
        """Be laid out so, with so many device pixels to a pixel."""
        self._block = block
        around = 2 * frame(ratio)
        self.setFixedSize(
            -int(-(block.width + around) / ratio // 1), -int(-(block.height + around) / ratio // 1)
        )
        self._redraw()

    def show_single(self, number: int | None) -> None:
        """Show a map alone, or all."""
        if number != self._single:
            self._single = number
            self._redraw()
            self.singled.emit()

    def value(self, place: tuple[int, int, int]) -> float | None:
        """Return what a map has at a row and column, while it is known."""
        return None if self._maps is None or self._stale else float(self._maps[place])

    def _shown(self) -> Block | None:
        """Return the block of what is shown: of all, or of one map in the same room."""
        if self._block is None or self._single is None:
            return self._block
        room = min(self._block.width, self._block.height)
        return Block(self._block.side, 1, max(room // self._block.side, 1), 1, 0)

    def _redraw(self) -> None:
        self._image_theme = None
        self.update()

    def _drawn(self, now: Theme) -> QImage:
        """Return the picture of device pixels: maps in the theme's colours; gaps are lines."""
        block, indices = self._shown(), self._indices
        assert block is not None
        sheet = np.full((block.height, block.width), now.color("surface").rgb(), np.uint32)
        gap, side = block.gap, block.side * block.zoom
        if indices is not None:
            chosen = (
                indices[: block.count] if self._single is None else indices[self._single : self._single + 1]
            )
            colours = np.array(now.table(_TABLE), np.uint32)[chosen]
            large = colours.repeat(block.zoom, 1).repeat(block.zoom, 2)
            places = [block.place(number) for number in range(len(large))]
            for x, y in places:
                across, down = slice(max(x - gap, 0), x + side + gap), slice(max(y - gap, 0), y + side + gap)
                sheet[down, across] = now.color("line").rgb()
            for (x, y), one in zip(places, large, strict=True):
                sheet[y : y + side, x : x + side] = one
        return _as_image(sheet)

    def sizeHint(self) -> QSize:
        """Ask for what was given."""
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the maps, pixel for pixel."""
        now = theme.current()
        if self._shown() is None:
            return
        if self._image_theme != now:
            self._image, self._image_theme = self._drawn(now), now
        with QPainter(self) as painter:
            pixel_paint.to_device(painter, self.devicePixelRatioF())
            around = frame(self.devicePixelRatioF())
            painter.translate(around, around)
            painter.setOpacity(_PALE if self._stale else 1.0)
            painter.drawImage(QPoint(0, 0), self._image)
            painter.setOpacity(1.0)
            colour = now.color("accent" if self.hasFocus() else "frame")
            pixel_paint.ring(painter, self._image.rect(), around, colour)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what is under the pointer."""
        ratio, point, block = self.devicePixelRatioF(), event.position(), self._shown()
        x, y = (at * ratio - frame(ratio) for at in (point.x(), point.y()))
        found = None if block is None else block.at(x, y)
        if found is not None and self._single is not None:
            found = self._single, *found[1:]
        if found != self._hovered:
            self._hovered = found
            self.hovered.emit(found)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show the map under the pointer alone, or all of them again."""
        self.mouseMoveEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self._maps is not None:
            if self._single is not None:
                self.show_single(None)
            elif self._hovered is not None:
                self.show_single(self._hovered[0])
            self._hovered = None
            self.mouseMoveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the maps one by one by the arrow keys; Escape shows all."""
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape and self._single is not None:
            self.show_single(None)
        elif step is not None and self._maps is not None:
            at = -1 if self._single is None and step > 0 else self._single or 0
            self.show_single((at + step) % len(self._maps))
            assert self._single is not None
            self.hovered.emit((self._single, 0, 0))
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the pointer."""
        self._hovered = None
        self.hovered.emit(None)


def frame(ratio: float) -> int:
    """Return how wide the frame is, outside the maps, in device pixels."""
    return pixel_paint.line_width(theme.current(), "frame", ratio)


def _as_image(sheet: NDArray[np.uint32]) -> QImage:
    height, width = sheet.shape
    image = QImage(sheet.tobytes(), width, height, 4 * width, QImage.Format.Format_RGB32)
    return image.copy()  # the image must not look into memory that NumPy will free
