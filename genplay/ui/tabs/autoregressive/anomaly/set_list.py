"""The left column: the test digits and the strange sets, each with some of its pictures."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from genplay.ui import theme
from genplay.ui.tabs.autoregressive.anomaly.marks import paint_mark
from genplay.ui.theme import Theme
from genplay.ui.widgets import pixel_paint
from genplay.ui.widgets.pixels import Indices, indexed

_SIDE = 28  # pixels of a picture
SHOWN = 12
"""Pictures of a set that are shown at most."""
_ROW, _AIR, _TEXT, _PAD, _GAP = 40, 10, 120, 8, 4
_ENOUGH = 5  # pictures in a row that must fit before they are drawn larger


@dataclass(frozen=True, slots=True, eq=False)
class SetRow:
    """One set.

    Args:
        name: Its name in the state, or that of the test digits.
        title: In words.
        told: What is said below.
        bits: Some of its pictures, (n, 784).
        tips: What each of them is called.
        strange: Whether it can be chosen; the test digits cannot.
    """

    name: str
    title: str
    told: str
    bits: Indices
    tips: Sequence[str]
    strange: bool = True


class SetList(QWidget):
    """Rows of a name and pictures: Up, Down or a click choose a row, Enter or a click take a picture."""

    set_chosen = Signal(str)
    picture_chosen = Signal(str, int)
    """The set and the number of a picture that was asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[SetRow] = []
        self._images: list[list[QImage]] = []
        self._current = ""
        self._at: tuple[int, int] | None = None  # row and picture that a click or Enter would take
        self.setAccessibleName(self.tr("Sets of pictures"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_rows(self, rows: Sequence[SetRow]) -> None:
        """Show sets, the test digits first."""
        same = len(rows) == len(self._rows) and all(
            new.bits is old.bits for new, old in zip(rows, self._rows, strict=False)
        )
        self._rows = list(rows)
        if not same:
            self._images = [
                [indexed(np.asarray(bits).reshape(_SIDE, _SIDE), []) for bits in row.bits[:SHOWN]]
                for row in rows
            ]
            self._at = None
        self._tell()
        self.updateGeometry()
        self.update()

    def set_current(self, name: str) -> None:
        """Show which set is chosen."""
        self._current = name
        self._tell()
        self.update()

    def row_box(self, index: int) -> QRect:
        """Return where a row is."""
        high = self._row_height()
        return QRect(0, index * high, self.width(), high)

    def picture_box(self, index: int, number: int) -> QRect:
        """Return where a picture of a row is."""
        current, side, row = theme.current(), self._side(), self.row_box(index)
        left = (
            self.width() - current.px(_PAD) - self._fitting() * (side + current.px(_GAP)) + current.px(_GAP)
        )
        top = row.top() + (row.height() - side) // 2
        return QRect(left + number * (side + current.px(_GAP)), top, side, side)

    def _tell(self) -> None:
        told = [f"{row.title} {row.told}" for row in self._rows if row.name == self._current]
        self.setAccessibleDescription(", ".join(told))

    def _row_height(self) -> int:
        """As much as there is, but not so much that the pictures lose each other."""
        current = theme.current()
        room = self.height() // max(len(self._rows), 1)
        return min(room, self._side() + current.px(3 * _AIR))

    def _pixel(self) -> int:
        """Device pixels a pixel: the largest whole multiple of which the rows and enough pictures fit."""
        current, ratio = theme.current(), self.devicePixelRatioF()
        one = max(round(current.scale * ratio), 1)
        high = self.height() / max(len(self._rows), 1) - current.px(_AIR)
        wide = (self.width() - current.px(_TEXT + _PAD)) / _ENOUGH - current.px(_GAP)
        return max(int((min(high, wide) * ratio - 2) / (_SIDE * one)), 1) * one

    def _side(self) -> int:
        """A picture of whole device pixels with its frame, in logical ones."""
        return -int(-(_SIDE * self._pixel() / self.devicePixelRatioF() + 2) // 1)

    def _fitting(self) -> int:
        current = theme.current()
        room = self.width() - current.px(_TEXT + _PAD) + current.px(_GAP)
        return min(max(room // (self._side() + current.px(_GAP)), 1), SHOWN)

    def _hit(self, point: QPoint) -> tuple[int, int] | None:
        for index, row in enumerate(self._rows):
            for number in range(min(self._fitting(), len(row.bits))):
                if self.picture_box(index, number).contains(point):
                    return index, number
        return None

    def _row_at(self, point: QPoint) -> int | None:
        return next((i for i in range(len(self._rows)) if self.row_box(i).contains(point)), None)

    def _point_at(self, at: tuple[int, int] | None) -> None:
        if at != self._at:
            self._at = at
            hand = Qt.CursorShape.PointingHandCursor if at else Qt.CursorShape.ArrowCursor
            self.setCursor(hand)
            self.update()

    def _choose(self, index: int) -> None:
        row = self._rows[index]
        if row.strange and row.name != self._current:
            self.set_chosen.emit(row.name)

    def _paint_row(self, painter: QPainter, current: Theme, index: int, row: SetRow) -> None:
        box, chosen = self.row_box(index), row.name == self._current
        if chosen:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(current.color("accent_soft"))
            painter.drawRoundedRect(QRectF(box).adjusted(0, 1, 0, -1), current.px(8), current.px(8))
            bar = QRectF(0, box.center().y() - current.px(10), current.px(3), current.px(20))
            painter.setBrush(current.color("accent"))
            painter.drawRoundedRect(bar, current.px(1.5), current.px(1.5))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        x, middle = current.px(_PAD), box.center().y()
        swatch = current.px(10)
        if chosen or not row.strange:
            mark = QRectF(x, middle - current.px(9) - swatch / 2, swatch, swatch)
            paint_mark(painter, current, "set" if row.strange else "digits", mark)
        self._paint_words(painter, current, row, QRectF(box).adjusted(x + current.px(16), 0, 0, 0), chosen)
        for number in range(min(self._fitting(), len(row.bits))):
            self._paint_picture(painter, current, index, number)

    def _paint_words(self, painter: QPainter, current: Theme, row: SetRow, box: QRectF, chosen: bool) -> None:
        left, half = Qt.AlignmentFlag.AlignLeft, current.px(18)
        middle = box.center().y()
        painter.setFont(current.font("label" if chosen or not row.strange else "body"))
        painter.setPen(current.color("accent" if chosen else "text"))
        above = QRectF(box.left(), middle - half, box.width(), half)
        painter.drawText(above, left | Qt.AlignmentFlag.AlignVCenter, row.title)
        painter.setFont(current.font("axis"))
        painter.setPen(current.color("text2" if chosen else "text3"))
        below = QRectF(box.left(), middle, box.width(), half - 2)
        painter.drawText(below, left | Qt.AlignmentFlag.AlignVCenter, row.told)

    def _paint_picture(self, painter: QPainter, current: Theme, index: int, number: int) -> None:
        ratio, side = self.devicePixelRatioF(), _SIDE * self._pixel()
        box, pointed = self.picture_box(index, number), self._at == (index, number)
        image = self._images[index][number]
        image.setColorTable([current.color("paper").rgb(), current.color("ink").rgb()])
        painter.save()
        pixel_paint.to_device(painter, ratio)
        picture = QRect(round(box.left() * ratio) + 1, round(box.top() * ratio) + 1, side, side)
        painter.drawImage(picture, image)
        kind = ("data", "accent") if pointed else ("hairline", "line")
        width = pixel_paint.line_width(current, kind[0], ratio)
        pixel_paint.ring(painter, picture, width, current.color(kind[1]))
        painter.restore()

    def sizeHint(self) -> QSize:
        """Ask for six pictures a row, 40 px high at 100 %."""
        current = theme.current()
        pictures = 6 * (current.px(_SIDE + _GAP) + 2)
        return QSize(current.px(_TEXT + _PAD) + pictures, 6 * current.px(_ROW))

    def minimumSizeHint(self) -> QSize:
        """Accept one picture a row."""
        current = theme.current()
        wide = current.px(_TEXT + _PAD + _SIDE) + 2
        return QSize(wide, 6 * (current.px(_SIDE + 6) + 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows."""
        current = theme.current()
        with QPainter(self) as painter:
            for index, row in enumerate(self._rows):
                self._paint_row(painter, current, index, row)
            if self.hasFocus() and self._rows:
                painter.setPen(QPen(current.color("accent"), current.line("cursor")))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                chosen = [i for i, row in enumerate(self._rows) if row.name == self._current]
                ring = QRectF(self.row_box(self._at[0] if self._at else (chosen or [0])[0]))
                painter.drawRoundedRect(ring.adjusted(1, 2, -1, -2), current.px(8), current.px(8))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the picture under the pointer, or choose the row."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        point = event.position().toPoint()
        hit, row = self._hit(point), self._row_at(point)
        if hit is not None:
            self.picture_chosen.emit(self._rows[hit[0]].name, hit[1])
        elif row is not None:
            self._choose(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Frame the picture that a click would take."""
        self._point_at(self._hit(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the pointer."""
        self._point_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go to a row and choose it, Left and Right to a picture, Enter takes it."""
        key, rows = Qt.Key(event.key()), len(self._rows)
        up_down = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key)
        across = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key)
        chosen = next((i for i, row in enumerate(self._rows) if row.name == self._current), 0)
        row, number = self._at or (chosen, -1)
        if not rows:
            super().keyPressEvent(event)
        elif up_down is not None:
            row = min(max(row + up_down, 0), rows - 1)
            self._point_at((row, number) if self._at else None)
            self._choose(row)
        elif across is not None:
            self._point_at((row, min(max(number + across, 0), self._fitting() - 1)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at is not None:
            self.picture_chosen.emit(self._rows[self._at[0]].name, self._at[1])
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Name the picture under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            hit = self._hit(event.pos())
            QToolTip.showText(event.globalPos(), self._rows[hit[0]].tips[hit[1]] if hit else "", self)
            return True
        return super().event(event)
