"""The line that separates where a box would be too much."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from genplay.ui import theme
from genplay.ui.widgets.dressed import Dressed


class Hairline(Dressed):
    """A line one pixel thick at 100 %.

    Args:
        orientation: Horizontal, or vertical for one between buttons.
        length: A fixed length at 100 %, or 0 to fill the room.
        color: The token: "line", or "control" above a total.
        parent: The parent widget.
    """

    def __init__(
        self,
        orientation: Qt.Orientation = Qt.Orientation.Horizontal,
        length: float = 0,
        color: str = "line",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._orientation = orientation
        self._length = length
        self._color = color
        self._restyle()

    def _restyle(self) -> None:
        now = theme.current()
        thickness = now.px(1)
        flat = self._orientation == Qt.Orientation.Horizontal
        (self.setFixedHeight if flat else self.setFixedWidth)(thickness)
        if self._length:
            (self.setFixedWidth if flat else self.setFixedHeight)(now.px(self._length))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.current().color(self._color))
