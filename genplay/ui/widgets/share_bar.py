"""A share of a whole as a bar on a track: a probability, or a cost beside the largest of its kind."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from genplay.ui import theme

_LONG, _THICK = 120, 8


class ShareBar(QWidget):
    """A bar 8 thick whose filled part is the share; where there is none, the track is left empty.

    Args:
        token: The colour of what is filled: "blue" of what is expected, "orange" of what it costs.
        parent: The parent widget.
    """

    def __init__(self, token: str = "blue", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._token = token
        self._share: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float | None) -> None:
        """Fill this part of the track, 0 to 1; None fills nothing."""
        if share != self._share:
            self._share = share
            self.setAccessibleDescription("" if share is None else f"{100 * share:.0f} %")
            self.update()

    def sizeHint(self) -> QSize:
        """Ask for 120 px at 100 %."""
        return QSize(theme.current().px(_LONG), theme.current().px(_THICK))

    def minimumSizeHint(self) -> QSize:
        """Accept a third of that."""
        return QSize(theme.current().px(_LONG // 3), theme.current().px(_THICK))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the track, and the share of it."""
        now = theme.current()
        with QPainter(self) as painter:
            track = QRect(0, (self.height() - now.px(_THICK)) // 2, self.width(), now.px(_THICK))
            painter.fillRect(track, now.color("sunken"))
            if now.name == "contrast":  # which has no tints
                painter.setPen(now.color("line"))
                painter.drawRect(track.adjusted(0, 0, -1, -1))
            if self._share:  # whatever is not nothing is to be seen
                filled = max(round(self._share * track.width()), 1)
                painter.fillRect(QRect(track.x(), track.y(), filled, track.height()), now.color(self._token))
