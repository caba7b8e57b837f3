"""Bayes' rule and conditional independence: a graph of the pixels, and what the table answers."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from genplay.families.foundations import MODELS, Name, Ratio, arrows, bayes_note
from genplay.families.orders import NAMES
from genplay.ui import theme
from genplay.ui.tabs.foundations import bayes_words, words
from genplay.ui.tabs.foundations.graph import PixelGraph, Roles
from genplay.ui.tabs.foundations.scene import Scene
from genplay.ui.translation import sentence, translate
from genplay.ui.widgets.choice import Choice
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.formula import FormulaLabel
from genplay.ui.widgets.segmented import Segmented
from genplay.ui.widgets.share_bar import ShareBar
from genplay.ui.widgets.spin import Spin
from genplay.ui.widgets.words import label

_FORMULAS = ("a", "a_b", "a_c", "a_b_c")
_FACTORISATIONS: dict[Name, tuple[str, str]] = {
    "table": ("model_table", "model_table"),
    "arn": ("model_ar", "model_ar_o"),
    "markov": ("model_markov", "model_markov_o"),
    "independent": ("model_independent", "model_independent"),
}
"""Formulas of the models row by row, and in any order."""


class _Row:
    """A probability: its formula, a bar, its value, and the counts that it is made of."""

    def __init__(self, formula: str, grid: QGridLayout, row: int) -> None:
        self._formula, self._bar = FormulaLabel(formula, "text", 14), ShareBar("blue")
        self._value, self._counts = label("label"), label("caption")
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._counts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._widgets: tuple[QWidget, ...] = (self._formula, self._bar, self._value, self._counts)
        for column, widget in enumerate(self._widgets):
            grid.addWidget(widget, row, column)

    def show_ratio(self, ratio: Ratio | None) -> None:
        """Show a probability as it was counted; None while it is awaited."""
        p = ratio.p if ratio else None
        self._bar.set_share(p)
        self._value.setText(words.share(p))
        self._counts.setText(words.ratio(ratio) if ratio else "")
        self._bar.setToolTip(self._counts.text())
        self._value.setToolTip(self._counts.text())

    def set_shown(self, on: bool, *, counts: bool) -> None:
        """Show the row, with or without its counts."""
        for widget in self._widgets:
            widget.setVisible(on)
        self._counts.setVisible(on and counts)


class BayesPanel(Dressed):
    """The graph, beside or above four probabilities of A."""

    pressed = Signal(int)
    """A pixel of the graph is to have the part that is chosen."""
    given_pressed = Signal(int)
    """A pixel of the graph is to be given, whatever part is chosen."""
    role_chosen = Signal(str)
    arrows_chosen = Signal(str)
    order_chosen = Signal(str)
    order_seed_edited = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.title = label("label", self.tr("Does A still tell about B, once C is known?"))
        self._note, self._shared = label("note"), label("caption")
        self._note.setWordWrap(True)
        self.graph = PixelGraph()
        self._roles = Segmented(small=True)
        self._roles.setAccessibleName(self.tr("What a click makes of a pixel"))
        self._roles.set_choices([("a", "A"), ("b", "B"), ("given", "C")])
        self._arrows = Choice({name: words.model_name(name, 4) for name in MODELS})
        self._arrows.setAccessibleName(self.tr("Arrows of"))
        self._arrows.setToolTip(self.tr("Whose factorisation the arrows show"))
        self._grid = QGridLayout()
        self._rows = [_Row(formula, self._grid, row) for row, formula in enumerate(_FORMULAS)]
        self._grid.setColumnStretch(1, 1)
        self._full = self._counted = self._random = self._with_tools = False
        self._arrange()
        self.graph.picked.connect(self.pressed)
        self.graph.given_pressed.connect(self.given_pressed)
        self._roles.chosen.connect(self.role_chosen)
        self._arrows.chosen.connect(self.arrows_chosen)
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show the graph and what the table answers."""
        state, answer = scene.state, scene.answer
        drawn = arrows.of(state)
        roles = Roles(a=state.a, b=state.b, given=dict(state.given))
        self.graph.show_graph(state.size, drawn, roles, arrows.into(drawn, (state.a, state.b)))
        self.graph.set_tips([bayes_words.node(state, drawn, pixel) for pixel in range(state.pixels)])
        self._model.set_formula(_FACTORISATIONS[state.arrows][state.order != "raster"])
        self._order.set_current(state.order)
        self._seed.set_value(state.order_seed)
        self._random = state.order == "random"
        self._seed.setVisible(self._random and self._with_tools)
        self._roles.set_current(state.role)
        self._arrows.set_current(state.arrows)
        self._arrows.setItemText(1, words.model_name("arn", state.reach))
        known = bool(state.given)
        ratios: Sequence[Ratio | None] = (None,) * 4
        if answer is not None:
            ratios = (answer.p_a, answer.p_a_b, answer.p_a_given, answer.p_a_b_given)
        for number, (row, ratio) in enumerate(zip(self._rows, ratios, strict=True)):
            row.show_ratio(ratio)
            row.set_shown(known or number < 2, counts=self._counted)
        self._shared.setText(bayes_words.shared(answer))
        note = bayes_note(answer) if answer is not None else None
        self._say(self._note, sentence(note) if note else "")

    def set_full(self, on: bool, *, tools: bool, counts: bool) -> None:
        """Show all there is, with the graph above the numbers, or the graph beside four of them.

        Args:
            on: Whether all there is.
            tools: Whether there are controls with it.
            counts: Whether each probability has its counts with it; all there is has them.
        """
        self._full, self._counted = on, on or counts
        self._body.setDirection(QBoxLayout.Direction.TopToBottom if on else QBoxLayout.Direction.LeftToRight)
        self._body.setStretch(1, 0 if on else 1)
        self._restyle()
        self._shared.setVisible(not on)  # where all is shown, the table says it
        self._with_tools = on and tools
        for widget in self._controls:
            widget.setVisible(self._with_tools)
        self._seed.setVisible(self._with_tools and self._random)
        self._model.setVisible(on)

    def _arrange(self) -> None:
        self._hint, self._of = (
            label("caption", self.tr("A click makes it")),
            label("caption", self.tr("Arrows")),
        )
        self._model = FormulaLabel(_FACTORISATIONS["markov"][0], "text2", 15)
        self._order = Choice({kind: translate("orders", NAMES[kind]) for kind in NAMES})
        self._order.setAccessibleName(self.tr("Order of the arrows"))
        self._seed = Spin(0, 2**31 - 1, digits=1)
        self._seed.setAccessibleName(self.tr("Seed of the order"))
        self._order.chosen.connect(self.order_chosen)
        self._seed.edited.connect(self.order_seed_edited)
        self._controls = self._hint, self._roles, self._of, self._arrows, self._order
        self._tools = QHBoxLayout()
        for widget in (*self._controls, self._seed):
            self._tools.addWidget(widget)
        self._tools.addStretch(1)
        self._numbers = QVBoxLayout()
        self._numbers.addLayout(self._grid)
        self._numbers.addWidget(self._note)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.addWidget(self.graph, 1)
        self._body.addLayout(self._numbers, 1)
        self._body.setAlignment(self._numbers, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._head = QHBoxLayout()
        self._head.addWidget(self.title)
        self._head.addStretch(1)
        self._head.addWidget(self._shared)
        self._head.addWidget(self._model)
        self._column.addLayout(self._head)
        self._column.addLayout(self._tools)
        self._column.addLayout(self._body, 1)

    @staticmethod
    def _say(where: QLabel, said: str) -> None:
        where.setText(said)
        where.setVisible(bool(said))

    def _restyle(self) -> None:
        now = theme.current()
        self._column.setSpacing(now.px(8))
        self._tools.setSpacing(now.px(8))
        self._body.setSpacing(now.px(32))
        self._grid.setHorizontalSpacing(now.px(10))
        self._grid.setVerticalSpacing(now.px(10 if self._full else 4))
