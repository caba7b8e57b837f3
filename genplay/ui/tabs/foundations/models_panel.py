"""The right column: four models of the same patches, what each says of the picture, and what each costs."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from genplay.families.base import Drawing
from genplay.families.foundations import MODELS, models_note
from genplay.families.foundations.counting import parameters
from genplay.ui import text, theme
from genplay.ui.tabs.foundations import words
from genplay.ui.tabs.foundations.scene import Scene
from genplay.ui.translation import sentence
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.formula import FormulaLabel
from genplay.ui.widgets.hairline import Hairline
from genplay.ui.widgets.mini import MiniRow
from genplay.ui.widgets.share_bar import ShareBar
from genplay.ui.widgets.words import label


@dataclass(frozen=True, slots=True)
class ModelWords:
    """What is said of a model.

    Attributes:
        name: The name shown.
        numbers: How many free numbers it has, in words.
        prob: Its probability of the picture.
        cost: What it costs beside the dearest, 0 to 1; None while it is not known.
        bits: The same in bits, in words.
        formula: The arithmetic behind its probability.
        cost_words: That behind its cost, in short.
        cost_formula: The arithmetic behind its cost, where the pointer rests on it.
        samples: Pictures drawn from it.
        never: Whether its probability is 0; then the arithmetic says why, in any room.
    """

    name: str
    numbers: str
    prob: str
    cost: float | None
    bits: str
    formula: str
    cost_words: str
    cost_formula: str
    samples: Sequence[Drawing]
    never: bool = False


class ModelBlock(Dressed):
    """One model: its name, size and probability; its cost as a bar; a row of its samples."""

    def __init__(self) -> None:
        super().__init__()
        self._name, self._prob = label("label"), label("label")
        self._numbers, self._cost = label("caption"), label("caption", self.tr("KL from the data"))
        self._bits = label("loss")
        self._bits.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._bar = ShareBar("orange")
        self._formula = label("caption")
        self._samples, self._close, self._worked_out = MiniRow(), False, False
        self._cost_words, self._never = "", False
        self._top, self._middle = QHBoxLayout(), QHBoxLayout()
        for widget in (self._name, self._numbers):
            self._top.addWidget(widget)
        self._top.addStretch(1)
        self._top.addWidget(self._prob)
        self._middle.addWidget(self._cost)
        self._middle.addWidget(self._bar, 1)
        self._middle.addWidget(self._bits)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._top)
        self._column.addWidget(self._formula, 0, Qt.AlignmentFlag.AlignRight)
        self._column.addLayout(self._middle)
        self._column.addWidget(self._samples)
        self._restyle()

    def show_words(self, said: ModelWords) -> None:
        """Show all that is said of a model."""
        self._name.setText(said.name)
        self._numbers.setText(said.numbers)
        self._prob.setText(said.prob)
        self._formula.setText(said.formula)
        self._prob.setToolTip(said.formula)
        self._bits.setText(said.bits)
        self._cost_words, self._never = said.cost_words, said.never
        self._show_arithmetic()
        for widget in (self._cost, self._bar, self._bits):
            widget.setToolTip(said.cost_formula)
        self._bar.set_share(said.cost)
        self._samples.set_pictures([sample.pixels() for sample in said.samples])
        self._samples.setAccessibleName(self.tr("Samples of {model}").format(model=said.name))

    def _show_arithmetic(self) -> None:
        self._formula.setVisible(self._worked_out or self._never)
        plain = self.tr("KL from the data")
        self._cost.setText((self._worked_out and self._cost_words) or plain)

    def set_formula_shown(self, on: bool, *, close: bool) -> None:
        """Show the arithmetic, or leave it to where the pointer rests; the rows may stand closer."""
        self._close, self._worked_out = close, on
        self._show_arithmetic()
        self._restyle()

    def set_samples_shown(self, on: bool) -> None:
        """Show the samples, or leave their room to the rest."""
        self._samples.setVisible(on)

    def _restyle(self) -> None:
        now = theme.current()
        self._column.setSpacing(now.px(2 if self._close else 4))
        self._top.setSpacing(now.px(8))
        self._middle.setSpacing(now.px(8))
        self._bits.setMinimumWidth(now.px(62))


class ModelsPanel(Dressed):
    """All four, from the one that assumes nothing to the one that assumes most."""

    def __init__(self) -> None:
        super().__init__()
        self.title = label("label", self.tr("Four models, one data set"))
        self._blocks = [ModelBlock() for _ in MODELS]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._order = label("caption")
        self._head = QHBoxLayout()
        self._head.addWidget(self.title)
        self._head.addStretch(1)
        self._head.addWidget(self._order)
        self._column.addLayout(self._head)
        for number, block in enumerate(self._blocks):
            if number:
                self._column.addWidget(Hairline())
            self._column.addWidget(block)
        self._cost, self._cost_formula = (
            label("caption", self.tr("KL from the data")),
            FormulaLabel("kl", "text2", 13),
        )
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._cost)
        self._foot.addStretch(1)
        self._foot.addWidget(self._cost_formula)
        self._column.addLayout(self._foot)
        self._note, self._entropy = label("note"), label("caption")
        for said in (self._note, self._entropy):
            said.setWordWrap(True)
            self._column.addWidget(said)
        self._column.addStretch(1)
        self._roomy, self._close = True, False
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show what the models say of the picture."""
        for block, said in zip(self._blocks, _all(scene), strict=True):
            block.show_words(said)
        self._order.setText(words.order_read(scene.state))
        note = models_note(scene.fitted) if scene.fitted is not None else None
        self._note.setText(sentence(note) if note else "")
        self._entropy.setText(words.entropy(scene.fitted))
        self._show_notes()

    def set_room(self, *, formulas: bool, cost: bool, notes: bool) -> None:
        """Show what there is room for; why a probability is 0 is said in any.

        Args:
            formulas: The arithmetic of each model.
            cost: That of the costs; without it the models stand closer.
            notes: What there is to say of the picture and of the data.
        """
        for block in self._blocks:
            block.set_formula_shown(formulas, close=not cost)
        for widget in (self._cost, self._cost_formula):
            widget.setVisible(cost)
        self._roomy, self._close = notes, not cost
        self._show_notes()
        self._restyle()

    def _show_notes(self) -> None:
        for said in (self._note, self._entropy):
            said.setVisible(self._roomy and bool(said.text()))

    def set_samples_shown(self, on: bool) -> None:
        """Show the models' samples, or leave their room to others."""
        for block in self._blocks:
            block.set_samples_shown(on)

    def _restyle(self) -> None:
        self._column.setSpacing(theme.current().px(6 if self._close else 9))


def _all(scene: Scene) -> list[ModelWords]:
    state, fitted = scene.state, scene.fitted
    most = max((fit.kl for fit in fitted.models), default=0.0) if fitted else 0.0
    said: list[ModelWords] = []
    for name in MODELS:
        shown = words.model_name(name, state.reach)
        numbers = words.numbers(parameters(name, state.pixels, state.reach))
        if fitted is None or (name == "arn" and fitted.reach != state.reach) or fitted.order != state.reads:
            said.append(ModelWords(shown, numbers, words.UNKNOWN, None, words.UNKNOWN, "", "", "", ()))
            continue
        fit = fitted.model(name)
        cost = fit.kl / most if most else 0.0
        formulas = words.fit_formula(fit, fitted), words.cost(fit, fitted), words.cost_formula(fit, fitted)
        bits = words.bits(fit.kl)
        said.append(
            ModelWords(shown, numbers, text.share(fit.prob), cost, bits, *formulas, fit.samples, not fit.prob)
        )
    return said
