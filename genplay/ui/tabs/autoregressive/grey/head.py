"""The head of the grey page in projector mode: the model, the mixture with its numbers, the big number."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from genplay.families.autoregressive import GREY_MODEL_NAME
from genplay.ui import text, theme
from genplay.ui.tabs.autoregressive import formulas
from genplay.ui.tabs.autoregressive.grey import words
from genplay.ui.tabs.autoregressive.grey.scene import GreyScene
from genplay.ui.widgets.formula import FormulaStrip
from genplay.ui.widgets.words import label


class GreyHead(QWidget):
    """What a class in the last row reads first."""

    def __init__(self) -> None:
        super().__init__()
        self._model = label("title")
        self._hero, self._unit = label("hero"), label("body", self.tr("nats"))
        self._formula = FormulaStrip()
        self._formula.set_layout(formulas.GREY[1:3])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._model)
        row.addWidget(self._formula, 1)
        number, right = QHBoxLayout(), QVBoxLayout()
        number.addWidget(self._hero)
        number.addWidget(self._unit, 0, Qt.AlignmentFlag.AlignBottom)
        right.setSpacing(0)
        right.addWidget(label("body", self.tr("density score")), 0, Qt.AlignmentFlag.AlignRight)
        right.addLayout(number)
        row.addLayout(right)
        self._restyle()

    def show_scene(self, scene: GreyScene) -> None:
        """Show the numbers of the pixel in focus and the score."""
        self._model.setText(GREY_MODEL_NAME)
        self._formula.set_values(words.formula(scene))
        self._hero.setText(text.nats(scene.result.log_prob) if scene.result else "–")

    def _restyle(self) -> None:
        now = theme.current()
        self.setFixedHeight(now.px(56))
        descent = QFontMetrics(now.font("hero")).descent() - QFontMetrics(now.font("body")).descent()
        self._unit.setContentsMargins(now.px(6), 0, 0, descent)

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and scale."""
        if event.type() == QEvent.Type.StyleChange:
            self._restyle()
        super().changeEvent(event)
