"""A quiet note on a tinted strip: an icon and a few lines."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from genplay.ui import icons, theme
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.strip import paint_strip
from genplay.ui.widgets.words import label

_MARGIN, _ICON, _GAP = 12, 14, 10  # px at 100 %


class NoteStrip(Dressed):
    """Words that stay.

    Args:
        words: The note, translated.
    """

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = label("caption", words)
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._restyle()

    def set_words(self, words: str) -> None:
        """Say something else."""
        self._words.setText(words)

    def _restyle(self) -> None:
        now = theme.current()
        margin = now.px(_MARGIN)
        self._column.setContentsMargins(margin + now.px(_ICON + _GAP), margin - 3, margin, margin - 3)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw strip and icon."""
        now = theme.current()
        side = now.px(_ICON)
        with QPainter(self) as painter:
            paint_strip(painter, self, now)
            icons.paint(painter, "info", QRectF(now.px(_MARGIN), now.px(_MARGIN), side, side), "text2")
