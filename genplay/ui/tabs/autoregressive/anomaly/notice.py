"""What stands in a model's row when its answer ended before its time: why, and buttons for what to do."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from genplay.ui import theme
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.words import label, size_of

_PAD, _HIGH = 8, 16  # px beside a button's words, and of the line that it stands in


class RowNotice(Dressed):
    """Buttons in a row's head; below them, where the bars would be, what went wrong.

    An ``ErrorPanel`` needs three times the height of a row. Here the words may be cut too, but they can be
    selected, and pointing at them shows them whole.
    """

    copy_pressed = Signal()
    retry_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = label("note")
        self._sentence.setWordWrap(True)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._sentence.setMinimumSize(1, 1)  # else the words would widen the row
        self._copy, self._retry = self._button(), self._button()
        self._copy.setText(self.tr("Copy details"))
        self._copy.setToolTip(self.tr("Copy what happened, for a report"))
        self._copy.clicked.connect(self.copy_pressed)
        self._retry.clicked.connect(self.retry_pressed)
        self._head = QHBoxLayout()
        self._head.addStretch(1)
        self._head.addWidget(self._copy)
        self._head.addWidget(self._retry)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self._sentence, 1)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._restyle()

    def show_stopped(self) -> None:
        """Offer to go on."""
        self._retry.setText(self.tr("Go on"))
        self._retry.setToolTip(self.tr("Score the rest: what was found is kept"))
        self._say("")

    def show_error(self, sentence: str) -> None:
        """Say what went wrong, and offer to try again."""
        self._retry.setText(self.tr("Try again"))
        self._retry.setToolTip(self.tr("Ask for the answer once more"))
        self._say(sentence)

    def _say(self, sentence: str) -> None:
        self._copy.setVisible(bool(sentence))
        self._sentence.setVisible(bool(sentence))
        self._sentence.setText(sentence)
        self._sentence.setToolTip(sentence)
        self._restyle()

    def buttons_width(self) -> int:
        """Return the room that the buttons take at the right of the head."""
        shown = [button for button in (self._copy, self._retry) if not button.isHidden()]
        gaps = (len(shown) - 1) * self._head.spacing()
        return sum(button.width() for button in shown) + gaps

    def _button(self) -> QToolButton:
        button = QToolButton(toolButtonStyle=Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setProperty("kind", "link")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _restyle(self) -> None:
        now = theme.current()
        self._head.setSpacing(now.px(4))
        for button in (self._copy, self._retry):
            wide = size_of("caption", button.text()).width() + now.px(2 * _PAD)
            button.setFixedSize(QSize(wide, now.px(_HIGH)))
