"""Ten buttons, one for each category, each with the picture that it makes and its own number below."""

from collections.abc import Mapping, Sequence
from functools import partial

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from genplay.families.infogan import CATEGORIES
from genplay.ui import theme
from genplay.ui.widgets import pixel_paint
from genplay.ui.widgets.pixels import Indices, indexed
from genplay.ui.widgets.thumb import SIDE, paint_box

COLUMNS = 5
"""Buttons of a row."""
_USUAL, _WIDE, _ROWS_GAP, _NUMBER, _PAD = 48, 256, 6, 16, 2  # px at 100 %
_STEPS: dict[int, int] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -COLUMNS,
    Qt.Key.Key_Down: COLUMNS,
}
_ACTIVE = 1.0, 0.4  # opacity of a picture, and of one about to be replaced


class CategoryButton(QAbstractButton):
    """A category: the picture that it makes, framed while it is chosen, and its number."""

    def __init__(self) -> None:
        super().__init__()
        self._image = indexed(np.zeros((SIDE, SIDE), np.uint8), [])
        self._stale, self._side = False, _USUAL
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_picture(self, levels: Indices) -> None:
        """Show grey levels, (28, 28), 255 = ink."""
        self._image = indexed(levels, [])
        self.update()

    def set_side(self, side: int) -> None:
        """Have a box so wide, in px at 100 %."""
        self._side = side
        self.updateGeometry()

    def set_stale(self, stale: bool) -> None:
        """Say that the picture is about to be replaced."""
        if stale != self._stale:
            self._stale = stale
            self.update()

    def set_names(self, number: str, name: str) -> None:
        """Write a number below, and be called so."""
        self.setText(number)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def box(self) -> QRect:
        """Return where the framed picture is."""
        side = theme.current().px(self._side)
        return QRect(QPoint((self.width() - side) // 2, 0), QSize(side, side))

    def picture_rect(self) -> QRect:
        """Return where the picture is, in device pixels from the button's corner: of whole ones."""
        ratio, box = self.devicePixelRatioF(), self.box()
        inner = (box.width() - 2 * theme.current().px(_PAD)) * ratio
        side = max(int(inner // SIDE), 1) * SIDE
        middle = box.center() + QPoint(1, 1)
        return QRect(round(middle.x() * ratio - side / 2), round(middle.y() * ratio - side / 2), side, side)

    def sizeHint(self) -> QSize:
        """Ask for the box, and a line for the number."""
        now = theme.current()
        return QSize(now.px(self._side), now.px(self._side) + now.px(_NUMBER))

    def minimumSizeHint(self) -> QSize:
        """Ask for the same."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrow keys to all ten: the next of a row's last is the first of the row below."""
        if event.key() in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw frame, picture and number."""
        now, box = theme.current(), self.box()
        on, focused = self.isChecked(), self.hasFocus()
        with QPainter(self) as painter:
            paint_box(painter, box, marked=on, pointed=self.underMouse(), focused=focused)
            painter.setOpacity(_ACTIVE[self._stale])
            self._paint_picture(painter)
            painter.setOpacity(1.0)
            painter.setFont(_font(strong=on))
            painter.setPen(now.color("accent" if on else "text3"))
            below = QRectF(0, box.bottom() + 1, self.width(), self.height() - box.height())
            painter.drawText(
                below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, self.text()
            )

    def _paint_picture(self, painter: QPainter) -> None:
        painter.save()
        pixel_paint.to_device(painter, self.devicePixelRatioF())
        self._image.setColorTable(theme.current().table("grey"))
        painter.drawImage(self.picture_rect(), self._image)
        painter.restore()


class CategoryButtons(QWidget):
    """All ten, in two rows, in the order of their digits."""

    chosen = Signal(int)
    """A category, by its raw number; one that is chosen already may be chosen again."""

    def __init__(self) -> None:
        super().__init__()
        self._order: tuple[int, ...] = tuple(range(CATEGORIES))
        self._buttons = [CategoryButton() for _ in range(CATEGORIES)]
        self._side, self._wide = _USUAL, _WIDE
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for place, button in enumerate(self._buttons):
            button.clicked.connect(partial(self._choose, place))
            self._grid.addWidget(button, *divmod(place, COLUMNS))
        self.setAccessibleName(self.tr("Category"))
        self._restyle()

    def set_order(self, order: Sequence[int], names: Mapping[int, str]) -> None:
        """Show the categories in this order, called by these names."""
        self._order = tuple(order)
        for button, category in zip(self._buttons, self._order, strict=True):
            button.set_names(str(category), names[category])

    def set_pictures(self, levels: Indices | None) -> None:
        """Show grey levels by raw number, (10, 28, 28), 255 = ink, or paper."""
        for button, category in zip(self._buttons, self._order, strict=True):
            button.set_picture(np.zeros((SIDE, SIDE), np.uint8) if levels is None else levels[category])

    def set_stale(self, stale: bool) -> None:
        """Say that the pictures are about to be replaced."""
        for button in self._buttons:
            button.set_stale(stale)

    def set_current(self, category: int) -> None:
        """Frame a category's picture."""
        at = self._order.index(category)
        self._buttons[at].setChecked(True)
        if any(button.hasFocus() for button in self._buttons):
            self._buttons[at].setFocus(Qt.FocusReason.OtherFocusReason)
        for place, button in enumerate(self._buttons):  # Tab stops at the choice only
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if place == at else Qt.FocusPolicy.NoFocus)

    def set_side(self, side: int, wide: int) -> None:
        """Have boxes so wide, spread over so much, in px at 100 %."""
        self._side, self._wide = side, wide
        for button in self._buttons:
            button.set_side(side)
        self._restyle()

    def button(self, category: int) -> CategoryButton:
        """Return a category's button."""
        return self._buttons[self._order.index(category)]

    def _choose(self, place: int) -> None:
        self.chosen.emit(self._order[place])

    def _restyle(self) -> None:
        now = theme.current()
        rest = now.px(self._wide) - COLUMNS * now.px(self._side)
        self._grid.setHorizontalSpacing(max(rest // (COLUMNS - 1), 1))
        self._grid.setVerticalSpacing(now.px(_ROWS_GAP))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a neighbour by the arrow keys."""
        at = next((place for place, button in enumerate(self._buttons) if button.isChecked()), None)
        step = _STEPS.get(event.key())
        if at is None or step is None:
            super().keyPressEvent(event)
        elif 0 <= at + step < CATEGORIES:
            self._choose(at + step)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._restyle()


def _font(*, strong: bool) -> QFont:
    font = theme.current().font("axis")
    if strong:
        font.setWeight(theme.current().font("label").weight())
    return font
