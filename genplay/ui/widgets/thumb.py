"""A small picture that is a button, and a gallery of them to choose from."""

from collections.abc import Callable, Sequence
from functools import partial

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QMenu, QSizePolicy, QWidget, QWidgetAction

from genplay.ui import theme
from genplay.ui.theme import Theme
from genplay.ui.widgets import pixel_paint
from genplay.ui.widgets.pixels import Indices, indexed

SIDE = 28
"""Pixels of a picture, each one pixel of the screen at 100 %."""
_PAD, _RADIUS = 3, 4
_COLUMNS, _GAP = 7, 4
_STEPS: dict[int, int] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -_COLUMNS,
    Qt.Key.Key_Down: _COLUMNS,
}


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
    """Draw a picture in the middle of its box, in whole device pixels; one in colours is fitted into it.

    Args:
        painter: Of the widget.
        box: Around the picture.
        image: Of colour indices, or in colours.
        table: The colours of those indices.
        ratio: Device pixels to a pixel.
    """
    side = SIDE * _pixel(ratio)
    left = round((box.x() + box.width() / 2) * ratio - side / 2)
    top = round((box.y() + box.height() / 2) * ratio - side / 2)
    painter.save()
    pixel_paint.to_device(painter, ratio)
    if image.format() == QImage.Format.Format_Indexed8:
        image.setColorTable(list(table))
    else:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter for a click, which a menu would take for its own; leave the arrows to the gallery."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw frame and picture."""
        ratio, box = self.devicePixelRatioF(), QRect(QPoint(), self.sizeHint())
        with QPainter(self) as painter:
            paint_box(painter, box, marked=False, pointed=self.underMouse(), focused=self.hasFocus())
            paint_picture(painter, box, self._image, two_tones(theme.current()), ratio)


class _Page(QWidget):
    """Pictures in rows; the arrow keys go from one to the next, and beyond them to the rest of the menu."""

    def __init__(self, pictures: Sequence[tuple[str, Indices]], choose: Callable[[int], None]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        spacing = theme.current().px(_GAP)
        grid.setSpacing(spacing)
        grid.setContentsMargins(*(2 * [2 * spacing, spacing]))
        self.thumbs: list[Thumb] = []
        for index, (name, bits) in enumerate(pictures):
            thumb = Thumb(name)
            thumb.set_picture(bits)
            thumb.clicked.connect(partial(choose, index))
            grid.addWidget(thumb, *divmod(index, _COLUMNS))
            self.thumbs.append(thumb)
        if self.thumbs:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setFocusProxy(self.thumbs[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to a neighbour."""
        at = next((index for index, thumb in enumerate(self.thumbs) if thumb.hasFocus()), None)
        to = -1 if at is None else at + _STEPS.get(event.key(), len(self.thumbs))
        if 0 <= to < len(self.thumbs):
            self.thumbs[to].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)


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
        return page.thumbs if isinstance(page, _Page) else []

    @Slot()
    def _fill(self) -> None:
        """Lay the pictures out anew, at the scale of now; until then they cost nothing."""
        if self._grid is not None:
            self.removeAction(self._grid)
            self._grid.deleteLater()
        self._grid = QWidgetAction(self)
        self._grid.setDefaultWidget(_Page(self._pictures, self._choose))
        self.addAction(self._grid)

    def _choose(self, index: int) -> None:
        self.close()
        self.chosen.emit(index)
