"""Test pictures in a row, each with its class and its distance beside it, to be taken as the drawing."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from genplay.families.base import Drawing
from genplay.ui import theme
from genplay.ui.theme import Theme
from genplay.ui.widgets import pixel_paint
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.pixels import indexed

_SIDE, _LINE, _GAP, _AFTER, _HEIGHT = 28, 15, 8, 6, 48  # pixels of a picture; px
_WIDEST = "0.000"  # the room that words always have, so that a picture keeps its size
_NONE = "–"


@dataclass(frozen=True, slots=True)
class Near:
    """A picture of the row.

    Attributes:
        drawing: The picture.
        name: Its class, translated.
        far: How far it is, in words.
        hint: Its tooltip.
    """

    drawing: Drawing
    name: str
    far: str
    hint: str


class NeighbourRow(Dressed):
    """Six places, the nearest first; a click or Enter takes one. Awaited ones are empty frames.

    Args:
        places: How many.
        parent: The parent widget.
    """

    chosen = Signal(object)
    """The ``Drawing`` that was taken."""

    def __init__(self, places: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places = places
        self._near: tuple[Near, ...] = ()
        self._names: tuple[str, ...] = ()
        self._images: list[QImage] = []
        self._pointed: int | None = None
        self._here = 0
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_names(self, names: Sequence[str]) -> None:
        """Keep room for any of these names, so that all pictures have one size whatever they show."""
        self._names = tuple(names)
        self.updateGeometry()
        self.update()

    def set_near(self, near: Sequence[Near]) -> None:
        """Show these pictures; fewer, or none, leave places empty."""
        self._near = tuple(near[: self._places])
        self._images = [indexed(one.drawing.pixels(), []) for one in self._near]
        self._here = min(self._here, max(len(self._near) - 1, 0))
        self._pointed = self._pointed if self._pointed is not None and self._pointed < len(near) else None
        self.setAccessibleDescription("; ".join(f"{one.name}, {one.far}" for one in self._near))
        self.update()

    def cell(self, place: int) -> QRect:
        """Return where a picture and its words are."""
        left, right = (round(edge * self.width() / self._places) for edge in (place, place + 1))
        return QRect(left, 0, right - left, self.height())

    def box(self, place: int) -> QRect:
        """Return where a picture with its frame is, in device pixels from the widget's corner."""
        ratio, cell = self.devicePixelRatioF(), self.cell(place)
        side = _SIDE * self._pixel()
        frame = pixel_paint.line_width(theme.current(), "data", ratio)
        top = round((cell.height() * ratio - side) / 2)
        return QRect(round(cell.left() * ratio) + frame, top, side, side)

    def _pixel(self) -> int:
        """Return how many device pixels a pixel has: as many as leave the words their room."""
        ratio = self.devicePixelRatioF()
        frame = 2 * pixel_paint.line_width(theme.current(), "data", ratio)
        wide = (self.width() / self._places - self._words(self._names)) * ratio
        return max(int(min(wide, self.height() * ratio) - frame) // _SIDE, 1)

    def _words(self, names: Sequence[str]) -> float:
        """Return the width of the words, and of the air before and behind them."""
        now = theme.current()
        metrics = QFontMetricsF(_strong(now))
        return max(metrics.horizontalAdvance(words) for words in (_WIDEST, *names)) + now.px(_GAP + _AFTER)

    def _at(self, point: QPointF) -> int | None:
        places = range(len(self._near))
        return next((place for place in places if self.cell(place).contains(point.toPoint())), None)

    def sizeHint(self) -> QSize:
        """Ask for pictures of one device pixel a pixel, beside two lines."""
        now = theme.current()
        return QSize(self._places * self._least(self._names), now.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Accept that long names are cut, but no numbers."""
        now = theme.current()
        return QSize(self._places * self._least(()), now.px(2 * _LINE))

    def _least(self, names: Sequence[str]) -> int:
        ratio = self.devicePixelRatioF()
        frame = pixel_paint.line_width(theme.current(), "data", ratio)
        return int((_SIDE + 2 * frame) / ratio + self._words(names)) + 1

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw pictures, frames and words."""
        now, ratio = theme.current(), self.devicePixelRatioF()
        with QPainter(self) as painter:
            for place in range(self._places):
                self._paint_words(painter, now, place)
            pixel_paint.to_device(painter, ratio)
            for place in range(self._places):
                self._paint_picture(painter, now, place)

    def _paint_picture(self, painter: QPainter, now: Theme, place: int) -> None:
        box, ratio = self.box(place), self.devicePixelRatioF()
        painter.fillRect(box, now.color("paper"))
        if place < len(self._images):
            self._images[place].setColorTable([now.color(tone).rgb() for tone in ("paper", "ink")])
            painter.drawImage(box, self._images[place])
        marked = place == self._pointed or (self.hasFocus() and place == self._here)
        width = pixel_paint.line_width(now, "data" if marked else "hairline", ratio)
        known = place < len(self._near)
        token = "accent" if marked and known else "control" if known else "line"
        pixel_paint.ring(painter, box, width, now.color(token))

    def _paint_words(self, painter: QPainter, now: Theme, place: int) -> None:
        cell, ratio = self.cell(place), self.devicePixelRatioF()
        left = (self.box(place).right() + 1) / ratio + now.px(_GAP)
        room = int(cell.right() - left - now.px(2))
        known = place < len(self._near)
        name, far = (self._near[place].name, self._near[place].far) if known else (_NONE, "")
        strong, plain = _strong(now), now.font("caption")
        middle, line = cell.center().y(), now.px(_LINE)
        for words, font, token, top in ((name, strong, "text", middle - line), (far, plain, "text2", middle)):
            top = top if far else middle - line // 2
            painter.setFont(font)
            painter.setPen(now.color(token if known else "text3"))
            elided = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
            base = top + (line + QFontMetricsF(font).capHeight()) / 2
            painter.drawText(QPointF(left, base), elided)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Frame the picture under the pointer."""
        self._point_at(self._at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Frame none."""
        self._point_at(None)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the picture under the pointer."""
        place = self._at(event.position())
        if place is None or event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._here = place
        self.chosen.emit(self._near[place].drawing)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go by the arrow keys; take by Enter or the space bar."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if not self._near or (step is None and Qt.Key(event.key()) not in _TAKE):
            super().keyPressEvent(event)
        elif step is None:
            self.chosen.emit(self._near[self._here].drawing)
        else:
            self._here = min(max(self._here + step, 0), len(self._near) - 1)
            self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys are."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show it no more."""
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Say which picture is under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "" if place is None else self._near[place].hint, self)
            return True
        return super().event(event)

    def _point_at(self, place: int | None) -> None:
        if place != self._pointed:
            self._pointed = place
            self.update()


_TAKE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


def _strong(now: Theme) -> QFont:
    font = now.font("caption")
    font.setWeight(now.font("label").weight())
    return font
