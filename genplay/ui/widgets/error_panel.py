"""What stands in a picture's frame when there is no answer: what went wrong, what to do, two buttons."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from genplay.ui import icons, theme
from genplay.ui.widgets.words import label


class ErrorPanel(QWidget):
    """An error in the place of a picture."""

    copy_pressed = Signal()
    retry_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter)
        self._first, self._sentence = label("label"), label("note")
        for said in (self._first, self._sentence):
            said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            said.setWordWrap(True)
            said.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._copy = self._button(self.tr("Copy details"), self.tr("Copy what happened, for a report"))
        self._retry = self._button(self.tr("Try again"), self.tr("Ask for the answer once more"))
        self._copy.clicked.connect(self.copy_pressed)
        self._retry.clicked.connect(self.retry_pressed)
        self._buttons = QHBoxLayout()
        self._lines = QVBoxLayout(self)
        self._lay_out()
        self._restyle()

    def set_error(self, first_line: str, sentence: str) -> None:
        """Say what went wrong (one line) and what to do about it (one sentence)."""
        self._first.setText(first_line)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self.setAccessibleName(self.tr("Error"))
        self.setAccessibleDescription(f"{first_line} {sentence}".strip())

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setToolTip(tip)
        button.setAccessibleName(text)
        return button

    def _lay_out(self) -> None:
        self._buttons.addStretch()
        self._buttons.addWidget(self._copy)
        self._buttons.addWidget(self._retry)
        self._buttons.addStretch()
        self._lines.addStretch()
        for line in (self._icon, self._first, self._sentence):
            self._lines.addWidget(line)
        self._lines.addLayout(self._buttons)
        self._lines.addStretch()

    def _restyle(self) -> None:
        current = theme.current()
        margin = current.px(12)
        self._lines.setContentsMargins(margin, margin, margin, margin)
        self._lines.setSpacing(current.px(8))
        self._buttons.setSpacing(current.px(8))
        self._icon.setPixmap(icons.pixmap("error", current.px(20), "error", self.devicePixelRatioF()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Cover the picture."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.current().color("surface"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.StyleChange:
            self._restyle()
        super().changeEvent(event)
