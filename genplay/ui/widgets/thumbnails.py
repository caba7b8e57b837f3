"""The strip of examples: small pictures to choose from."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolButton, QToolTip, QWidget

from genplay.ui import icons, theme
from genplay.ui.widgets.pixels import Indices, coloured
from genplay.ui.widgets.thumb import SIDE, box_side, paint_box, paint_picture, two_tones

_GAP, _BUTTON = 4, 28
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_ON = (Qt.Key.Key_Right, Qt.Key.Key_Down)


class ThumbnailStrip(QWidget):
    """Examples in a row, the current one framed; a button asks for the next example.

    Args:
        grey: Whether they have grey levels, 0 paper to 255, rather than bits.
        parent: The parent widget.
    """

    chosen = Signal(int)
    next_pressed = Signal()

    def __init__(self, *, grey: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grey = grey
        self._names: list[str] = []
        self._images: list[QImage] = []
        self._current: int | None = None
        self._hovered: int | None = None
        self._next = QToolButton(self)
        self._next.setIcon(icons.icon("chevron-right"))
        self._next.setToolTip(self.tr("Next example"))
        self._next.setAccessibleName(self.tr("Next example"))
        self._next.clicked.connect(self.next_pressed)
        self.setAccessibleName(self.tr("Examples"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_examples(self, examples: Sequence[tuple[str, Indices]]) -> None:
        """Show (name, bits or grey levels (28, 28), or colours (S, S, 3)) pairs."""
        self._names = [name for name, _ in examples]
        self._images = [
            coloured(picture if picture.ndim == 3 else picture.reshape(SIDE, SIDE), [])
            for _, picture in examples
        ]
        self.set_current(None)
        self.update()

    def set_current(self, index: int | None) -> None:
        """Frame an example as the one that is loaded, and bring it into view."""
        if index == self._current:
            return
        self._current = index
        self.setAccessibleDescription("" if index is None else self._names[index])
        self.update()

    def box(self, index: int) -> QRect:
        """Return where an example is, in the widget's coordinates: off to a side if it is not in view."""
        side, step = self._side(), self._side() + theme.current().px(_GAP)
        return QRect((index - self._first()) * step, 0, side, side)

    def _side(self) -> int:
        return box_side(self.devicePixelRatioF())

    def _first(self) -> int:
        gap = theme.current().px(_GAP)
        room = self.width() - theme.current().px(_BUTTON)
        fits = max((room + gap) // (self._side() + gap), 1)
        return min(max((self._current or 0) - fits + 1, 0), max(len(self._images) - fits, 0))

    def _in_view(self) -> list[int]:
        gap, first = theme.current().px(_GAP), self._first()
        fits = max((self.width() - theme.current().px(_BUTTON) + gap) // (self._side() + gap), 1)
        return list(range(first, min(first + fits, len(self._images))))

    def _at(self, point: QPoint) -> int | None:
        return next((index for index in self._in_view() if self.box(index).contains(point)), None)

    def _paint_one(self, painter: QPainter, index: int) -> None:
        current, marked = theme.current(), index == self._current
        table = current.table("grey") if self._grey else two_tones(current)
        paint_box(
            painter,
            self.box(index),
            marked=marked,
            pointed=index == self._hovered,
            focused=marked and self.hasFocus(),
        )
        paint_picture(painter, self.box(index), self._images[index], table, self.devicePixelRatioF())

    def sizeHint(self) -> QSize:
        """Ask for six examples and the button."""
        current = theme.current()
        return QSize(6 * self._side() + 5 * current.px(_GAP) + current.px(_BUTTON), self._side())

    def minimumSizeHint(self) -> QSize:
        """Accept one example and the button."""
        return QSize(self._side() + theme.current().px(_GAP + _BUTTON), self._side())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the examples in view."""
        with QPainter(self) as painter:
            for index in self._in_view():
                self._paint_one(painter, index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at the right of the strip."""
        side = theme.current().px(_BUTTON)
        self._next.setGeometry(self.width() - side, (self._side() - side) // 2, side, side)
        self._next.setIconSize(QSize(theme.current().px(16), theme.current().px(16)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the example under the pointer."""
        index = self._at(event.position().toPoint())
        if index is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(index)
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what a click would choose."""
        self._hovered = self._at(event.position().toPoint())
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the pointer."""
        self._hovered = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the neighbour by the arrow keys."""
        key, last = event.key(), len(self._images) - 1
        if key not in (*_BACK, *_ON) or last < 0:
            super().keyPressEvent(event)
        elif self._current is None:
            self.chosen.emit(0)
        else:
            self.chosen.emit(min(max(self._current + (1 if key in _ON else -1), 0), last))

    def event(self, event: QEvent) -> bool:
        """Name the example under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self._at(event.pos())
            QToolTip.showText(event.globalPos(), "" if index is None else self._names[index], self)
            return True
        return super().event(event)
