"""The head of projector mode: the model, formulas with their numbers, and the one big number."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from genplay.ui import text, theme
from genplay.ui.tabs.autoregressive import formulas, words
from genplay.ui.tabs.autoregressive.scene import Scene
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.formula import FormulaStrip
from genplay.ui.widgets.words import label


class Head(Dressed):
    """What a class in the last row reads first."""

    def __init__(self) -> None:
        super().__init__()
        self._model, self._caption, self._hero = label("title"), label("body"), label("hero")
        self._unit = label("body", self.tr("nats"))
        self._formula = FormulaStrip()
        number = QHBoxLayout()
        number.addWidget(self._hero)
        number.addWidget(self._unit, 0, Qt.AlignmentFlag.AlignBottom)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._caption, 0, Qt.AlignmentFlag.AlignRight)
        right.addLayout(number)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._model)
        row.addWidget(self._formula, 1)
        row.addLayout(right)
        self._restyle()

    def _restyle(self) -> None:
        now = theme.current()
        self.setFixedHeight(now.px(56))
        descent = QFontMetrics(now.font("hero")).descent() - QFontMetrics(now.font("body")).descent()
        self._unit.setContentsMargins(now.px(6), 0, 0, descent)


class ProjectorHead(Head):
    """The head of one model: two formulas, and the sum or the score."""

    def __init__(self) -> None:
        super().__init__()
        self._shown = ""

    def show_scene(self, scene: Scene) -> None:
        """Show the numbers of the pixel in focus and the sum."""
        values = words.formula(scene)
        model = scene.state.model
        if model != self._shown:
            self._shown = model
            self._formula.set_layout(formulas.short(model))
        self._model.setText(words.model(scene.state))
        self._caption.setText(self.tr("sum so far") if scene.walking else self.tr("density score"))
        self._formula.set_formula("term", formulas.term(values.get("value", "")))
        self._formula.set_values(values)
        result = scene.result
        self._hero.setText(text.nats(float(result.running[scene.summed])) if result else "–")
