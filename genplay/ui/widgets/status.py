"""The status bar: device, time of the last answer, work with its stop, interface scale."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from genplay.ui import icons, text, theme
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.words import label


class Status(Dressed):
    """The line at the window's foot."""

    stop_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self._dot = label("status", "●")
        self._device = label("status")
        self._seconds = label("status")
        self._work = label("status")
        self._scale = label("status")
        self._stop = QToolButton()
        self._stop.setToolTip(self.tr("Stop the work in progress"))
        self._stop.setAccessibleName(self._stop.toolTip())
        self._stop.clicked.connect(self.stop_pressed)
        self._lines = [label("status", "|"), label("status", "|")]
        row = QHBoxLayout(self)
        for widget in (self._dot, self._device, self._lines[0], self._seconds, self._lines[1]):
            row.addWidget(widget)
        row.addWidget(self._work)
        row.addWidget(self._stop)
        row.addStretch(1)
        row.addWidget(self._scale)
        self.set_work("")
        self.set_device("")
        self._restyle()

    def set_device(self, name: str) -> None:
        """Name where answers are computed; "" while that is not known."""
        shown = name or self.tr("Starting")
        if shown == self._device.text():
            return
        self._device.setText(shown)
        self._dot.setProperty("ready", bool(name))
        self._restyle()

    def set_seconds(self, seconds: float | None) -> None:
        """Show how long the last answer took."""
        self._seconds.setText("" if seconds is None else self._said(seconds))
        for widget in (self._seconds, self._lines[0]):
            widget.setVisible(seconds is not None)

    def _said(self, seconds: float) -> str:
        if seconds < 1:
            return self.tr("{milliseconds} ms").format(milliseconds=text.number(1000 * seconds, 1))
        return self.tr("{seconds} s").format(seconds=text.number(seconds, 1))

    def set_work(self, name: str) -> None:
        """Name the work in progress, with a stop beside it; "" when there is none."""
        self._work.setText(name)
        for widget in (self._work, self._stop, self._lines[1]):
            widget.setVisible(bool(name))

    def set_scale(self, scale: float) -> None:
        """Show the interface scale."""
        self._scale.setText(self.tr("{percent} %").format(percent=round(100 * scale)))

    def _restyle(self) -> None:
        now = theme.current()
        self.setFixedHeight(now.px(24))
        row = self.layout()
        if row is not None:
            row.setContentsMargins(now.px(14), 0, now.px(14), 0)
            row.setSpacing(now.px(8))
        ready = bool(self._dot.property("ready"))
        colour = now.tokens.good if ready else now.tokens.text3
        self._dot.setStyleSheet(f"color: {colour}; font-size: {now.px(10)}px;")
        for line in self._lines:
            line.setStyleSheet(f"color: {now.tokens.line};")
        self._stop.setIcon(icons.icon("stop"))
        self._stop.setFixedSize(now.px(20), now.px(20))
