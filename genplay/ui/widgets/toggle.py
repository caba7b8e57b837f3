"""A switch with its word to the right."""

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, QVariantAnimation, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QWidget

from genplay.ui import theme

_WIDTH, _HEIGHT, _GAP, _INSET = 30, 16, 7, 3
_MILLISECONDS = 120


class Toggle(QCheckBox):
    """A switch of 30 by 16; ``clicked(bool)`` reports the gesture, ``setChecked`` shows a state."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._place = 0.0  # of the knob: 0 off, 1 on
        self._slide = QVariantAnimation(self)
        self._slide.valueChanged.connect(self._move)
        self.toggled.connect(self._start)

    @Slot(bool)
    def _start(self, on: bool) -> None:
        self._slide.stop()
        milliseconds = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self)
        if not self.isVisible() or milliseconds <= 0:
            self._move(float(on))
            return
        self._slide.setDuration(theme.current().ms(min(milliseconds, _MILLISECONDS)))
        self._slide.setStartValue(self._place)
        self._slide.setEndValue(float(on))
        self._slide.start()

    @Slot(object)
    def _move(self, place: float) -> None:
        self._place = place
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for switch, gap and word."""
        now = theme.current()
        metrics = self.fontMetrics()
        words = now.px(_GAP) + metrics.horizontalAdvance(self.text()) + now.px(2) if self.text() else 0
        return QSize(now.px(_WIDTH) + now.px(2) + words, max(metrics.height(), now.px(_HEIGHT)) + now.px(4))

    def minimumSizeHint(self) -> QSize:
        """Return the same: the word is never cut."""
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:
        """Take clicks on switch and word."""
        return self.rect().contains(position)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw switch and word."""
        now = theme.current()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            width, height = now.px(_WIDTH), now.px(_HEIGHT)
            track = QRectF(now.px(1), (self.height() - height) // 2, width, height)
            self._paint_track(painter, track)
            self._paint_knob(painter, track)
            painter.setPen(now.color("text2" if self.isEnabled() else "text3"))
            words = self.rect().adjusted(now.px(1) + width + now.px(_GAP), 0, 0, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())

    def _paint_track(self, painter: QPainter, track: QRectF) -> None:
        now = theme.current()
        on, radius = self.isChecked(), track.height() / 2
        border = "line" if not self.isEnabled() else "accent" if on else "control"
        pen = QPen(now.color(border), now.line("hairline"))
        if now.name == "contrast" and not self.isEnabled():
            pen.setStyle(Qt.PenStyle.DashLine)
        half = pen.widthF() / 2
        painter.setPen(pen)
        painter.setBrush(now.color("accent" if on and self.isEnabled() else "surface"))
        painter.drawRoundedRect(track.adjusted(half, half, -half, -half), radius - half, radius - half)
        if self.hasFocus():
            ring = now.px(2)
            painter.setPen(QPen(now.color("text" if on else "accent"), ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            box = track.adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2)
            painter.drawRoundedRect(box, radius - ring / 2, radius - ring / 2)

    def _paint_knob(self, painter: QPainter, track: QRectF) -> None:
        now = theme.current()
        inset = now.px(_INSET)
        side = track.height() - 2 * inset
        x = track.left() + inset + self._place * (track.width() - 2 * inset - side)
        shade = "on_accent" if self.isChecked() and self.isEnabled() else "control"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.color(shade))
        painter.drawEllipse(QRectF(x, track.top() + inset, side, side))
