"""What stands in a picture's frame when there is no answer: what went wrong, what to do, two buttons."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QPushButton, QVBoxLayout, QWidget

from genplay.ui import icons, theme
from genplay.ui.widgets.buttons import IconButton
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.words import label


class _Level(NamedTuple):
    """What is shown in a frame of some size."""

    words: bool  # on the buttons
    sentence: bool
    first: bool
    icon: bool


_LEVELS = (
    _Level(words=True, sentence=True, first=True, icon=True),
    _Level(words=False, sentence=True, first=True, icon=True),
    _Level(words=False, sentence=False, first=True, icon=True),
    _Level(words=False, sentence=False, first=True, icon=False),
    _Level(words=False, sentence=False, first=False, icon=True),
)
"""In the order in which parts make room; what is not said then is, where the pointer rests."""


class ErrorPanel(Dressed):
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
        self._icons = IconButton("copy", self._copy.text()), IconButton("reset", self._retry.text())
        for button, pressed in zip(
            (self._copy, self._retry, *self._icons), (self.copy_pressed, self.retry_pressed) * 2, strict=True
        ):
            button.clicked.connect(pressed)
        self._buttons = QHBoxLayout()
        self._lines = QVBoxLayout(self)
        self._fitted_for: object = None
        self._lay_out()
        self._restyle()

    def set_error(self, first_line: str, sentence: str) -> None:
        """Say what went wrong (one line) and what to do about it (one sentence)."""
        self._first.setText(first_line)
        self._sentence.setText(sentence)
        self.setToolTip(f"{first_line} {sentence}".strip())
        self._fit()
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
        for button in self._icons:
            self._buttons.addWidget(button)
        self._buttons.addStretch()
        self._lines.addStretch()
        for line in (self._icon, self._first, self._sentence):
            self._lines.addWidget(line)
        self._lines.addLayout(self._buttons)
        self._lines.addStretch()
        self._lines.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # the frame is what it is

    def _fit(self) -> None:
        """Show as much as is not cut."""
        self._fitted_for = self._asked()
        for level in _LEVELS:
            for button in (self._copy, self._retry):
                button.setVisible(level.words)
            for button in self._icons:
                button.setVisible(not level.words)
            self._sentence.setVisible(level.sentence and bool(self._sentence.text()))
            self._first.setVisible(level.first)
            self._icon.setVisible(level.icon)
            if self._needed(words=level.words) <= self.height():
                break

    def _asked(self) -> object:
        """Return all that the room of the words depends on, besides the frame."""
        said = (self._first, self._sentence)
        return [(words.text(), words.font().pixelSize()) for words in said]

    def _needed(self, *, words: bool) -> int:
        """Return the height that what is shown takes, or more than there is where the buttons are cut."""
        margins, gap = self._lines.contentsMargins(), self._lines.spacing()
        room = self.width() - margins.left() - margins.right()
        buttons = (self._copy, self._retry) if words else self._icons
        if sum(button.sizeHint().width() for button in buttons) + self._buttons.spacing() > room:
            return self.height() + 1
        labels = [label for label in (self._first, self._sentence) if not label.isHidden()]
        heights = [label.heightForWidth(room) for label in labels]
        heights += [
            buttons[0].sizeHint().height(),
            *([] if self._icon.isHidden() else [theme.current().px(20)]),
        ]
        gaps = gap * (len(heights) + 1)  # beside the stretches too
        return sum(heights) + gaps + margins.top() + margins.bottom()

    def _restyle(self) -> None:
        current = theme.current()
        margin = current.px(12)
        self._lines.setContentsMargins(margin, margin, margin, margin)
        self._lines.setSpacing(current.px(8))
        self._buttons.setSpacing(current.px(8))
        self._icon.setPixmap(icons.pixmap("error", current.px(20), "error", self.devicePixelRatioF()))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new frame."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Fit again when the words have followed the theme: they do so after the panel."""
        if event.type() == QEvent.Type.LayoutRequest and self._asked() != self._fitted_for:
            self._fit()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Cover the picture."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.current().color("surface"))
