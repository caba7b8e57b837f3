"""Whether the face has an attribute: a tick that can be corrected."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from genplay.ui import icons, theme

_SIDE, _BOX, _RADIUS = 20, 14, 3  # px at 100 %


class HasMark(QAbstractButton):
    """A small box with a tick where the face has an attribute; in accent where it was corrected by hand.

    Args:
        name: The attribute, in words.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name, self._corrected = name, False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("The face has: {attribute}").format(attribute=name))
        self._explain()

    def show_own(self, *, has: bool, corrected: bool) -> None:
        """Show whether the face has it, and whether a hand said so."""
        self.setChecked(has)
        if corrected != self._corrected:
            self._corrected = corrected
            self._explain()
            self.update()

    def _explain(self) -> None:
        said = (
            self.tr("Corrected by hand: D reads the opposite.")
            if self._corrected
            else self.tr("Whether the face has it, as D reads. Click to correct D.")
        )
        self.setToolTip(said)
        self.setAccessibleDescription(said)

    def sizeHint(self) -> QSize:
        """Ask for the box and air around it."""
        side = theme.current().px(_SIDE)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Accept no less."""
        return self.sizeHint()

    def nextCheckState(self) -> None:
        """Leave it to the state, which a click asks to change."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box and its tick."""
        now, box = theme.current(), theme.current().px(_BOX)
        place = QRectF((self.width() - box) // 2, (self.height() - box) // 2, box, box)
        line = now.line("data" if self._corrected or self.hasFocus() else "hairline")
        loud = self._corrected or self.hasFocus()
        edge = "accent" if loud else "text3" if self.underMouse() and self.isEnabled() else "control"
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(now.color(edge if self.isEnabled() else "line"), line))
            painter.setBrush(now.color("surface"))
            half, radius = line / 2, now.px(_RADIUS)
            painter.drawRoundedRect(place.adjusted(half, half, -half, -half), radius, radius)
            if self.isChecked():
                inner = place.adjusted(now.px(1), now.px(1), -now.px(1), -now.px(1))
                icons.paint(painter, "check", inner, "accent" if self._corrected else "text")
