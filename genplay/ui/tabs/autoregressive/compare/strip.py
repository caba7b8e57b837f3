"""The chain rule, and how the models that share it differ."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from genplay.ui import theme
from genplay.ui.widgets.formula import FormulaLabel
from genplay.ui.widgets.strip import paint_strip
from genplay.ui.widgets.words import label

_HEIGHT = 44


class ChainStrip(QWidget):
    """A formula and a sentence on a tinted strip."""

    def __init__(self) -> None:
        super().__init__()
        self._formula = FormulaLabel("chain", "text")
        self._sentence = label("body")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._formula)
        self._row.addWidget(self._sentence, 1)
        self._restyle()

    def show_count(self, models: int, pixel: str) -> None:
        """Say how often the same chain rule is shown, and which pixel it is about; "" for none."""
        counts = {2: self.tr("twice"), 3: self.tr("three times"), 4: self.tr("four times")}
        if pixel:
            said = self.tr(
                "The same chain rule {count}. The models differ in what pixel <b>{pixel}</b> may see."
            )
        else:
            said = self.tr(
                "The same chain rule {count}. The models differ in what a pixel may see: point at one."
            )
        self._sentence.setText(said.format(count=counts[models], pixel=pixel))

    def _restyle(self) -> None:
        now = theme.current()
        self.setFixedHeight(now.px(_HEIGHT))
        self._row.setContentsMargins(now.px(20), 0, now.px(20), 0)
        self._row.setSpacing(now.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the strip."""
        with QPainter(self) as painter:
            paint_strip(painter, self, theme.current())

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and scale."""
        if event.type() == QEvent.Type.StyleChange:
            self._restyle()
        super().changeEvent(event)
