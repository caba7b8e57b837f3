"""The groove with a handle that sliders and the transport are made of."""

from math import floor

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from genplay.ui import theme
from genplay.ui.widgets.tones import mix

_HANDLE, _GROOVE, _HEIGHT = 14, 4, 20
_TICK_WIDTH, _TICK_HEIGHT = 1, 10
_RING = 2
_BAND, _NARROWEST, _FAINT = 12, 3, 0.28  # px high, px wide at least, of the accent on the sheet


class Track(QSlider):
    """A horizontal slider over whole steps, filled from an origin, with a tick at the default.

    ``moved`` follows the hand; ``settled`` comes once a gesture is over: at release, after each key and after
    each turn of the wheel. Setters emit neither.
    """

    moved = Signal(int)
    settled = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._origin: int | None = None
        self._default: int | None = None
        self._band: tuple[float, float] | None = None
        self._turned = True
        self._grip = 0.0  # from the pointer to the handle's middle
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_origin(self, origin: int | None) -> None:
        """Fill from here (0 for signed values) instead of from the left end."""
        self._origin = origin
        self.update()

    def set_default(self, default: int | None) -> None:
        """Mark the value that a double click goes back to; None for none."""
        self._default = default
        self.update()

    def set_band(self, band: tuple[float, float] | None) -> None:
        """Shade a range of steps behind the groove, such as where a value is likely; None for none."""
        if band != self._band:
            self._band = band
            self.update()

    def set_turned(self, turned: bool) -> None:
        """Tell whether the wheel moves the handle; else only with the focus, and otherwise it scrolls."""
        self._turned = turned

    def reset(self) -> None:
        """Go to the default, as a double click does."""
        if self._default is not None and self._default != self.value():
            self._go(self._default)
            self.settled.emit(self.value())

    def _go(self, value: int) -> None:
        before = self.value()
        self.setValue(value)
        if self.value() != before:
            self.moved.emit(self.value())

    def _at(self, x: float) -> int:
        handle = theme.current().px(_HANDLE)
        share = (x - handle / 2) / max(self.width() - handle, 1)
        low, high = self.minimum(), self.maximum()
        return round(low + min(max(share, 0.0), 1.0) * (high - low))

    def _x(self, value: float) -> float:
        handle = theme.current().px(_HANDLE)
        span = max(self.maximum() - self.minimum(), 1)
        return handle / 2 + (value - self.minimum()) / span * (self.width() - handle)

    def sizeHint(self) -> QSize:
        """Return 120 by 20 at 100 %."""
        now = theme.current()
        return QSize(now.px(120), now.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return 40 by 20 at 100 %."""
        now = theme.current()
        return QSize(now.px(40), now.px(_HEIGHT))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Bring the handle to the pointer, unless it is on the handle already."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self.setSliderDown(True)
        x = event.position().x()
        self._grip = self._x(self.value()) - x
        if abs(self._grip) > theme.current().px(_HANDLE) / 2:
            self._grip = 0.0
            self._go(self._at(x))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the handle."""
        if self.isSliderDown():
            self._go(self._at(event.position().x() + self._grip))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the gesture."""
        if event.button() == Qt.MouseButton.LeftButton and self.isSliderDown():
            self.setSliderDown(False)
            self.settled.emit(self.value())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go back to the default."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.reset()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by the arrow keys, Page Up and Down, Home and End."""
        before = self.value()
        super().keyPressEvent(event)
        self._report(before)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Move by one step a notch, or leave it to what scrolls."""
        if not self._turned and not self.hasFocus():
            event.ignore()
            return
        notches = event.angleDelta().y() or event.angleDelta().x()
        before = self.value()
        self.setValue(before + self.singleStep() * ((notches > 0) - (notches < 0)))
        self._report(before)
        event.accept()

    def _report(self, before: int) -> None:
        if self.value() != before:
            self.moved.emit(self.value())
            self.settled.emit(self.value())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw band, groove, fill, tick and handle."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            if self._band is not None:
                self._paint_band(painter, *self._band)
            self._paint_groove(painter)
            if self._default is not None:
                self._paint_tick(painter, self._default)
            self._paint_handle(painter)

    def _paint_band(self, painter: QPainter, low: float, high: float) -> None:
        """Draw the part of the band that lies on the track, if any does, and never too narrow to be seen."""
        now = theme.current()
        if not (low <= self.maximum() and high >= self.minimum()):  # beyond an end, or not a number
            return
        left, right = self._x(max(low, self.minimum())), self._x(min(high, self.maximum()))
        wider = max(now.px(_NARROWEST) - (right - left), 0) / 2
        height = now.px(_BAND)
        box = QRectF(left - wider, (self.height() - height) / 2, right - left + 2 * wider, height)
        painter.setBrush(mix(now, "accent" if self.isEnabled() else "control", _FAINT))
        painter.drawRoundedRect(box, min(now.px(3), box.width() / 2), now.px(3))

    def _paint_groove(self, painter: QPainter) -> None:
        now = theme.current()
        height = now.px(_GROOVE)
        top = (self.height() - height) / 2
        start = 0.0 if self._origin is None else self._x(self._origin)
        left, right = sorted((start, self._x(self.value())))
        painter.setBrush(now.color("line"))
        painter.drawRoundedRect(QRectF(0, top, self.width(), height), height / 2, height / 2)
        painter.setBrush(now.color("accent" if self.isEnabled() else "control"))
        if (
            now.name == "contrast"
        ):  # the empty groove is white there: the fill must be thicker, not only yellow
            top, height = top - now.px(1), height + 2 * now.px(1)
        painter.drawRoundedRect(QRectF(left, top, right - left, height), height / 2, height / 2)

    def _paint_tick(self, painter: QPainter, value: int) -> None:
        now = theme.current()
        width, height = now.px(_TICK_WIDTH), now.px(_TICK_HEIGHT)
        box = QRectF(floor(self._x(value) - width / 2 + 0.5), (self.height() - height) / 2, width, height)
        painter.fillRect(box, now.color("text3"))

    def _paint_handle(self, painter: QPainter) -> None:
        now = theme.current()
        size, ring = now.px(_HANDLE), now.px(_RING)
        center = self.rect().toRectF().center()
        box = QRectF(self._x(self.value()) - size / 2, center.y() - size / 2, size, size)
        if self.hasFocus():
            painter.setBrush(now.color("accent"))
            painter.drawEllipse(box.adjusted(-ring, -ring, ring, ring))
            painter.setBrush(now.color("surface"))
            painter.drawEllipse(box)
        pen = QPen(now.color("accent" if self.isEnabled() else "control"), ring)
        if now.name == "contrast" and not self.isEnabled():
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.setBrush(now.color("surface"))
        painter.drawEllipse(box.adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2))
