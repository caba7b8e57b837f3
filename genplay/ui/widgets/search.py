"""The way to the command palette, in the menu bar's corner."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from genplay.ui import icons, theme
from genplay.ui.widgets.dressed import Dressed

_WIDTH, _HEIGHT, _BAR, _RIGHT, _PAD, _ICON = 252, 22, 28, 13, 9, 13


class CommandSearch(Dressed):
    """A field of 252 by 22, near the right end of the menu bar; ``pressed`` asks for the palette.

    Args:
        text: What to do with it, translated.
        shortcut: The keys that do the same.
        parent: The parent widget.
    """

    pressed = Signal()

    def __init__(self, text: str, shortcut: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = _Field(text, shortcut)
        self._field.clicked.connect(self.pressed)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._field)
        self._restyle()

    def sizeHint(self) -> QSize:
        """Return the size: QMenuBar asks for nothing else."""
        now = theme.current()
        return QSize(now.px(_WIDTH) + now.px(_RIGHT), now.px(_BAR))

    def minimumSizeHint(self) -> QSize:
        """Return the same size."""
        return self.sizeHint()

    def _restyle(self) -> None:
        now = theme.current()
        above = (now.px(_BAR) - now.px(_HEIGHT)) // 2
        self._row.setContentsMargins(0, above, now.px(_RIGHT), now.px(_BAR) - now.px(_HEIGHT) - above)
        self._field.setFixedSize(now.px(_WIDTH), now.px(_HEIGHT))
        self.updateGeometry()


class _Field(QPushButton):
    """The button itself: icon and words at the left, keys at the right."""

    def __init__(self, text: str, shortcut: str) -> None:
        super().__init__()
        self._words = text
        self._shortcut = shortcut
        self.setProperty("kind", "search")
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({shortcut})")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the contents over the button."""
        super().paintEvent(event)
        now = theme.current()
        with QPainter(self) as painter:
            pad, side = now.px(_PAD), now.px(_ICON)
            icons.paint(painter, "search", QRectF(pad, (self.height() - side) / 2, side, side), "text2")
            box = self.rect().adjusted(2 * pad + side - now.px(4), 0, -now.px(8), 0)
            painter.setFont(now.font("caption"))
            painter.setPen(now.color("text3"))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._words)
            painter.setFont(now.font("axis"))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._shortcut)
