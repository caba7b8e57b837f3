"""A button with a framed picture, and a line of words below it."""

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from genplay.ui import theme
from genplay.ui.widgets import pixel_paint
from genplay.ui.widgets.pixels import Indices, coloured, indexed
from genplay.ui.widgets.thumb import SIDE, paint_box

_USUAL, _NUMBER, _PAD = 48, 16, 2  # px at 100 %
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_ACTIVE = 1.0, 0.4  # opacity of a picture, and of one about to be replaced


class PictureButton(QAbstractButton):
    """A picture, framed while it is chosen, and words below it.

    Args:
        exclusive: Whether one of those beside it is always chosen.
        worded: Whether it has room for the words.
    """

    def __init__(self, *, exclusive: bool, worded: bool = True) -> None:
        super().__init__()
        self._image = indexed(np.zeros((SIDE, SIDE), np.uint8), [])
        self._stale, self._side, self._worded = False, _USUAL, worded
        self.setCheckable(True)
        self.setAutoExclusive(exclusive)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_picture(self, pixels: Indices) -> None:
        """Show grey levels (S, S) or (S, S, 1), 255 = ink, or colours (S, S, 3)."""
        self._image = coloured(pixels, [])
        self.update()

    def set_side(self, side: int) -> None:
        """Have a box so wide, in px at 100 %."""
        if side != self._side:
            self._side = side
            self.updateGeometry()

    def set_stale(self, stale: bool) -> None:
        """Say that the picture is about to be replaced."""
        if stale != self._stale:
            self._stale = stale
            self.update()

    def set_names(self, words: str, name: str) -> None:
        """Write words below, and be called so."""
        self.setText(words)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def box(self) -> QRect:
        """Return where the framed picture is."""
        side = theme.current().px(self._side)
        return QRect(QPoint((self.width() - side) // 2, 0), QSize(side, side))

    def picture_rect(self) -> QRect:
        """Return where the picture is, in device pixels from the button's corner: of whole ones.

        One that is larger than its box is made smaller.
        """
        ratio, box, own = self.devicePixelRatioF(), self.box(), self._image.width()
        inner = int((box.width() - 2 * theme.current().px(_PAD)) * ratio)
        side = inner // own * own or inner
        middle = box.center() + QPoint(1, 1)
        return QRect(round(middle.x() * ratio - side / 2), round(middle.y() * ratio - side / 2), side, side)

    def sizeHint(self) -> QSize:
        """Ask for the box, and a line for the words."""
        now = theme.current()
        return QSize(now.px(self._side), now.px(self._side) + now.px(_NUMBER * self._worded))

    def minimumSizeHint(self) -> QSize:
        """Ask for the same."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrow keys to what holds the buttons, which knows the row below."""
        if event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw frame, picture and words."""
        now, box = theme.current(), self.box()
        on, focused = self.isChecked(), self.hasFocus()
        with QPainter(self) as painter:
            paint_box(painter, box, marked=on, pointed=self.underMouse(), focused=focused)
            painter.setOpacity(_ACTIVE[self._stale])
            self._paint_picture(painter)
            painter.setOpacity(1.0)
            if not self._worded:
                return
            painter.setFont(_font(strong=on))
            painter.setPen(now.color("accent" if on else "text3"))
            below = QRectF(0, box.bottom() + 1, self.width(), self.height() - box.height())
            painter.drawText(
                below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, self.text()
            )

    def _paint_picture(self, painter: QPainter) -> None:
        painter.save()
        pixel_paint.to_device(painter, self.devicePixelRatioF())
        if self._image.format() == QImage.Format.Format_Indexed8:
            self._image.setColorTable(theme.current().table("grey"))
        place = self.picture_rect()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, place.width() < self._image.width())
        painter.drawImage(place, self._image)
        painter.restore()


def _font(*, strong: bool) -> QFont:
    font = theme.current().font("axis")
    if strong:
        font.setWeight(theme.current().font("label").weight())
    return font
