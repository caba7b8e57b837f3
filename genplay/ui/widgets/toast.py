"""Quiet notices at the window's bottom right."""

from PySide6.QtCore import QEvent, QObject, QPropertyAnimation, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QEnterEvent, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QGraphicsOpacityEffect,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from genplay.ui import icons, theme
from genplay.ui.widgets.buttons import Button, IconButton
from genplay.ui.widgets.dressed import Dressed

_WIDTH, _EDGE, _MARGIN, _GAP, _DETAILS = 320, 3, 16, 8, 120
_ABOVE = 72  # status bar and transport strip: the main action stays free
_STAY, _IN, _OUT = 4000, 160, 200
_MOST = 4
_LOOKS = {"info": ("accent", "info"), "warn": ("warn", "warning"), "error": ("error", "error")}


class Toast(Dressed):
    """One notice: icon, first line, details on demand, copy and close.

    Args:
        kind: "info", "warn" or "error".
        line: What happened, in a sentence.
        details: More, or None.
        parent: The window.
    """

    closed = Signal()
    resized = Signal()

    def __init__(self, kind: str, line: str, details: str | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self.setAccessibleName(line)
        self.kind, self.line, self.details = kind, line, details
        self._icon = QLabel()
        self._words = QLabel(line)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._close = IconButton("close", self.tr("Close"))
        self._close.clicked.connect(self.dismiss)
        self._more = QPlainTextEdit(details or "")
        self._more.setReadOnly(True)
        self._more.setAccessibleName(self.tr("Details"))
        self._more.hide()
        self._fade = QGraphicsOpacityEffect(self)
        self._animation = QPropertyAnimation(self._fade, b"opacity", self)
        self._animation.finished.connect(self._faded)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        self._leaving = False
        self._lay_out()
        self._restyle()

    def appear(self) -> None:
        """Fade in; anything but an error leaves by itself after four seconds."""
        self.show()
        self.fit()
        self.raise_()
        self._animate(0.0, 1.0, _IN)
        if self.kind != "error":
            self._timer.start(_STAY)

    def fit(self) -> None:
        """Take the height that the words need."""
        width = theme.current().px(_WIDTH)
        self._column.invalidate()
        self.setFixedSize(width, self._column.totalHeightForWidth(width))
        self.resized.emit()

    @Slot()
    def dismiss(self) -> None:
        """Fade out and be gone."""
        if not self._leaving:
            self._leaving = True
            self._animate(1.0, 0.0, _OUT)

    @Slot()
    def copy(self) -> None:
        """Copy line and details."""
        QGuiApplication.clipboard().setText("\n\n".join(filter(None, (self.line, self.details))))

    @Slot()
    def _toggle_details(self) -> None:
        self._more.setVisible(self._more.isHidden())
        self.fit()

    @Slot()
    def _faded(self) -> None:
        self._fade.setEnabled(False)
        if self._leaving:
            self.closed.emit()

    def _animate(self, start: float, end: float, milliseconds: int) -> None:
        hint = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self)
        self._animation.stop()
        self._animation.setDuration(theme.current().ms(min(milliseconds, hint)))
        self._animation.setStartValue(start)
        self._animation.setEndValue(end)
        self.setGraphicsEffect(self._fade)
        self._fade.setEnabled(True)
        self._animation.start()

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._head.addWidget(self._words, 1)
        self._head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self._more)
        if self.kind == "error":
            self._column.addLayout(self._actions())

    def _actions(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        if self.details:
            more = Button(self.tr("Details"), "quiet")
            more.clicked.connect(self._toggle_details)
            row.addWidget(more)
        copy = Button(self.tr("Copy"), "quiet", "copy")
        copy.clicked.connect(self.copy)
        row.addWidget(copy)
        return row

    def _restyle(self) -> None:
        now = theme.current()
        pad = now.px(10)
        self._column.setContentsMargins(pad + now.px(_EDGE), now.px(6), now.px(6), now.px(6))
        self._column.setSpacing(now.px(4))
        self._head.setSpacing(now.px(8))
        color, icon = _LOOKS[self.kind]
        side = now.px(18)
        self._icon.setPixmap(icons.pixmap(icon, side, color, self.devicePixelRatioF()))
        self._icon.setFixedSize(side, now.px(30))
        self._words.setMinimumHeight(now.px(30))
        self._more.setFixedHeight(now.px(_DETAILS))
        self.fit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the pointer is on it."""
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Count again."""
        super().leaveEvent(event)
        if self.kind != "error":
            self._timer.start(_STAY)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box with its edge in the kind's colour."""
        now = theme.current()
        with QPainter(self) as painter:
            line = now.px(1)
            painter.fillRect(self.rect(), now.color("control"))
            painter.fillRect(self.rect().adjusted(line, line, -line, -line), now.color("surface"))
            painter.fillRect(0, 0, now.px(_EDGE), self.height(), now.color(_LOOKS[self.kind][0]))


class Toaster(QObject):
    """Stacks notices upwards from a window's bottom right corner."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._toasts: list[Toast] = []
        window.installEventFilter(self)

    def show(self, kind: str, line: str, details: str | None = None) -> None:
        """Show a notice, unless the very same one is on screen.

        Args:
            kind: "info", "warn" or "error"; errors stay until closed, the others four seconds.
            line: What happened, in a sentence.
            details: More, shown on demand and copied with the line.
        """
        if any((toast.kind, toast.line) == (kind, line) for toast in self._toasts):
            return
        if len(self._toasts) == _MOST:
            self._drop(self._toasts[0])
        toast = Toast(kind, line, details, self._window)
        toast.closed.connect(self._collect)
        toast.resized.connect(self._place)
        self._toasts.append(toast)
        toast.appear()
        self._place()

    def toasts(self) -> list[Toast]:
        """Return the notices on screen, the oldest first."""
        return list(self._toasts)

    @Slot()
    def _collect(self) -> None:
        toast = self.sender()
        if isinstance(toast, Toast) and toast in self._toasts:
            self._drop(toast)
            self._place()

    def _drop(self, toast: Toast) -> None:
        self._toasts.remove(toast)
        toast.hide()
        toast.deleteLater()

    @Slot()
    def _place(self) -> None:
        now = theme.current()
        right = self._window.width() - now.px(_MARGIN)
        bottom = self._window.height() - now.px(_MARGIN + _ABOVE)
        for toast in reversed(self._toasts):
            toast.move(right - toast.width(), bottom - toast.height())
            bottom -= toast.height() + now.px(_GAP)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the corner."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)
