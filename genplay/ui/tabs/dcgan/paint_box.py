"""The colours that a pen can leave, side by side, one of them taken."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy

from genplay.families.dcgan import Paint
from genplay.ui import theme
from genplay.ui.translation import translate
from genplay.ui.widgets.dressed import Dressed

_SIDE, _ROWS, _INSET = 18, 6, 3  # px at 100 %


class PaintButton(QAbstractButton):
    """A colour; the one that is taken has a ring of the accent around it, and a gap.

    Args:
        paint: The colour.
    """

    def __init__(self, paint: Paint) -> None:
        super().__init__()
        self._colour = QColor(*paint.rgb)
        name = translate("families", paint.name)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for a square."""
        return QSize(theme.current().px(_SIDE), theme.current().px(_SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the colour in its frame, and the ring."""
        now = theme.current()
        box, on = QRectF(self.rect()), self.isChecked()
        with QPainter(self) as painter:
            inset, line = now.px(_INSET), now.line("hairline")
            edge = "accent" if on or self.hasFocus() else "text3" if self.underMouse() else "control"
            painter.setPen(QPen(now.color(edge), line))
            painter.setBrush(self._colour)
            half = inset + line / 2
            painter.drawRect(box.adjusted(half, half, -half, -half))
            if on or self.hasFocus():
                ring = now.line("data")
                painter.setBrush(Qt.BrushStyle.NoBrush)
                style = Qt.PenStyle.SolidLine if on else Qt.PenStyle.DotLine
                painter.setPen(QPen(now.color("accent"), ring, style))
                painter.drawRect(box.adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2))


class PaintBox(Dressed):
    """Colours in two columns.

    Args:
        paints: The colours.
    """

    chosen = Signal(int)

    def __init__(self, paints: Sequence[Paint]) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Colours of the pen"))
        self.buttons = [PaintButton(paint) for paint in paints]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        for number, button in enumerate(self.buttons):
            button.clicked.connect(partial(self.chosen.emit, number))
            grid.addWidget(button, number % _ROWS, number // _ROWS)
        grid.setRowStretch(_ROWS, 1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def set_current(self, number: int) -> None:
        """Show which colour is taken."""
        self.buttons[number].setChecked(True)

    def _restyle(self) -> None:
        """Follow the scale."""
        for button in self.buttons:
            button.updateGeometry()
