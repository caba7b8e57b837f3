"""What a family can say about p(x), in an outlined badge whose border says it too."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from genplay.ui import icons, theme
from genplay.ui.widgets.dressed import Dressed

_LOOKS = {  # kind: colour, border in units of its width, icon
    "exact": ("good", None, "check"),
    "bound": ("warn", [3.0, 2.0], "bound"),
    "none": ("text2", [1.0, 1.5], "none"),
}
_HEIGHT, _LEFT, _ICON, _GAP, _RIGHT = 24, 9, 14, 4, 11


class Badge(Dressed):
    """A label 24 high: solid with a tick, dashed with "≤", or dotted with a crossed circle.

    Args:
        kind: "exact", "bound" or "none".
        parent: The parent widget.
    """

    def __init__(self, kind: str = "exact", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._terse = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_kind(kind)

    def set_kind(self, kind: str) -> None:
        """Show another kind of density."""
        texts = {
            "exact": self.tr("Exact likelihood"),
            "bound": self.tr("Lower bound (ELBO)"),
            "none": self.tr("No density"),
        }
        self._kind = kind
        self._text = texts[kind]
        self.setAccessibleName(self._text)
        self.setToolTip(self._text)
        self.updateGeometry()
        self.update()

    def set_terse(self, terse: bool) -> None:
        """Leave the words to the tooltip, or show them."""
        if terse != self._terse:
            self._terse = terse
            self.updateGeometry()
            self.update()

    def needed(self, *, terse: bool) -> int:
        """Return the width that it takes without or with its words."""
        now = theme.current()
        if terse:
            return now.px(2 * _LEFT + _ICON)
        return now.px(_LEFT + _ICON + _GAP + _RIGHT) + QFontMetrics(_font()).horizontalAdvance(self._text)

    def sizeHint(self) -> QSize:
        """Return the room for the icon, and for the words where they are shown."""
        return QSize(self.needed(terse=self._terse), theme.current().px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw border, icon and words."""
        now = theme.current()
        shade, dashes, icon = _LOOKS[self._kind]
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen = QPen(now.color(shade), now.line("hairline"))
            if dashes:
                pen.setDashPattern(dashes)
            painter.setPen(pen)
            half = pen.widthF() / 2
            box = QRectF(self.rect()).adjusted(half, half, -half, -half)
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
            side = now.px(_ICON)
            icons.paint(painter, icon, QRectF(now.px(_LEFT), (self.height() - side) / 2, side, side), shade)
            if self._terse:
                return
            painter.setPen(now.color(shade))
            painter.setFont(_font())
            words = self.rect().adjusted(now.px(_LEFT + _GAP) + side, 0, 0, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._text)


def _font() -> QFont:
    font = theme.current().font("caption")
    font.setWeight(QFont.Weight.Medium)
    return font
