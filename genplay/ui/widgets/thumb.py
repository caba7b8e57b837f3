"""A small picture that is a button, and a gallery of them to choose from."""

from collections.abc import Sequence
from functools import partial

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QMenu, QSizePolicy, QWidget, QWidgetAction

from genplay.ui import theme
from genplay.ui.theme import Theme
from genplay.ui.widgets import pixel_paint
from genplay.ui.widgets.pixels import Indices, indexed

SIDE = 28
"""Pixels of a picture, each one pixel of the screen at 100 %."""
_PAD, _RADIUS = 3, 4
_COLUMNS, _GAP = 7, 4


def box_side(ratio: float) -> int:
    """Return the side of the box around a picture of whole device pixels, in logical ones."""
    return -int(-(SIDE * _pixel(ratio) / ratio + 2 * theme.current().px(_PAD)) // 1)


def paint_box(painter: QPainter, box: QRect, *, marked: bool, pointed: bool, focused: bool) -> None:
    """Draw the paper and the frame of a picture, of which one may be marked, pointed at, in focus."""
    current = theme.current()
    line = current.line("data" if marked else "hairline")
    edge = "accent" if marked else "text3" if pointed else "line"
    half = line / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(current.color(edge), line))
    painter.setBrush(current.color("paper"))
    radius = current.px(_RADIUS)
    painter.drawRoundedRect(box.toRectF().adjusted(half, half, -half, -half), radius, radius)
    if focused:
        painter.setPen(QPen(current.color("accent"), 1, Qt.PenStyle.DotLine))
        painter.drawRect(box.toRectF().adjusted(3.5, 3.5, -3.5, -3.5))


def paint_picture(painter: QPainter, box: QRect, image: QImage, table: Sequence[int], ratio: float) -> None:
    """Draw an indexed picture in the middle of its box, in whole device pixels."""
    side = SIDE * _pixel(ratio)
    left = round((box.x() + box.width() / 2) * ratio - side / 2)
    top = round((box.y() + box.height() / 2) * ratio - side / 2)
    image.setColorTable(list(table))
    painter.save()
    pixel_paint.to_device(painter, ratio)
    painter.drawImage(QRect(left, top, side, side), image)
    painter.restore()


def two_tones(current: Theme) -> list[int]:
    """Return the colours of paper and ink."""
    return [current.color("paper").rgb(), current.color("ink").rgb()]


def _pixel(ratio: float) -> int:
    return max(round(theme.current().scale * ratio), 1)


class Thumb(QAbstractButton):
    """A picture of ink and paper to be clicked.

    Args:
        name: What it is, and what a click does, translated.
        parent: The parent widget.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = indexed(np.zeros((SIDE, SIDE), np.uint8), [])
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def set_picture(self, bits: Indices) -> None:
        """Show bits (28, 28), ink = 1."""
        self._image = indexed(bits.reshape(SIDE, SIDE), [])
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the box around the picture."""
        side = box_side(self.devicePixelRatioF())
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Accept no less."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw frame and picture."""
        ratio, box = self.devicePixelRatioF(), QRect(QPoint(), self.sizeHint())
        with QPainter(self) as painter:
            paint_box(painter, box, marked=False, pointed=self.underMouse(), focused=self.hasFocus())
            paint_picture(painter, box, self._image, two_tones(theme.current()), ratio)


class Gallery(QMenu):
    """A menu of pictures, below the words of other actions, if there are; a choice closes it."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures: list[tuple[str, Indices]] = []
        self._grid: QWidgetAction | None = None
        self.aboutToShow.connect(self._fill)

    def set_pictures(self, pictures: Sequence[tuple[str, Indices]]) -> None:
        """Offer (name, bits (28, 28)) pairs."""
        self._pictures = list(pictures)

    def thumbs(self) -> list[Thumb]:
        """Return the pictures, in their order, while the menu is open."""
        page = self._grid and self._grid.defaultWidget()
        return page.findChildren(Thumb) if page else []

    @Slot()
    def _fill(self) -> None:
        """Lay the pictures out anew, at the scale of now; until then they cost nothing."""
        if self._grid is not None:
            self.removeAction(self._grid)
            self._grid.deleteLater()
        page = QWidget()
        grid = QGridLayout(page)
        spacing = theme.current().px(_GAP)
        grid.setSpacing(spacing)
        grid.setContentsMargins(*(2 * [2 * spacing, spacing]))
        for index, (name, bits) in enumerate(self._pictures):
            thumb = Thumb(name)
            thumb.set_picture(bits)
            thumb.clicked.connect(partial(self._choose, index))
            grid.addWidget(thumb, *divmod(index, _COLUMNS))
        self._grid = QWidgetAction(self)
        self._grid.setDefaultWidget(page)
        self.addAction(self._grid)

    def _choose(self, index: int) -> None:
        self.close()
        self.chosen.emit(index)
