"""The counters: how many numbers each description needs, for n pixels and for a digit's 784."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout

from genplay.families.foundations import MODELS, MOST
from genplay.ui import text, theme
from genplay.ui.tabs.foundations import words
from genplay.ui.tabs.foundations.scene import Scene
from genplay.ui.widgets.buttons import Button
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.formula import FormulaLabel
from genplay.ui.widgets.hairline import Hairline
from genplay.ui.widgets.slider import Slider
from genplay.ui.widgets.words import label

_FORMULAS = {
    "states": "count_states",
    "table": "count_table",
    "arn": "count_ar",
    "markov": "count_markov",
    "independent": "count_independent",
    "rgb": "count_rgb",
}


class CountPanel(Dressed):
    """A row a description: its name, its formula, the arithmetic for n pixels, and the count for 784.

    Attributes:
        pixels: The slider of n.
        reach: That of AR-N's N.
    """

    reset_pressed = Signal()
    """Both sliders are to go back: n to the picture's."""

    def __init__(self) -> None:
        super().__init__()
        self.title = label("label", self.tr("How many numbers does a distribution need?"))
        self.pixels = Slider(self.tr("n pixels"), 1, MOST, default=12, decimals=0)
        self.reach = Slider(self.tr("AR-N"), 1, 8, default=4, decimals=0)
        self._reset = Button(self.tr("Reset"), "quiet")
        self._reset.clicked.connect(lambda: self.reset_pressed.emit())
        self._meaning = label("note")
        self._meaning.setWordWrap(True)
        self._grid = QGridLayout()
        self._n, self._most = label("label"), label("label", self.tr("{count} pixels").format(count=MOST))
        self._rows: dict[str, tuple[QLabel, QLabel, QLabel, QLabel]] = {}
        self._formulas = {key: FormulaLabel(name, "text", 14) for key, name in _FORMULAS.items()}
        self._arrange()
        self._restyle()

    def show_scene(self, scene: Scene) -> None:
        """Show the counts for n pixels, each with the arithmetic behind it."""
        state = scene.state
        pixels, reach = state.counted, state.reach
        self.pixels.set_default(state.pixels)
        self.pixels.set_value(pixels)
        self.reach.set_value(reach)
        self._reset.setEnabled(self.pixels.differs() or self.reach.differs())
        self._meaning.setText(words.gasp(pixels))
        self._n.setText(words.pixels(pixels))
        here, there = words.counts(pixels, reach), words.counts(MOST, reach)
        for key, (name, arithmetic, count, most) in self._rows.items():
            if key == "arn":
                name.setText(words.model_name("arn", reach))
                self._formulas[key].set_formula("count_table" if pixels <= reach else "count_ar")
            arithmetic.setText(words.arithmetic(key, pixels, reach))
            count.setText(text.large(here[key]))
            most.setText(text.large(there[key]) if key != "rgb" else "")

    def set_formulas_shown(self, on: bool) -> None:
        """Show the formulas beside the arithmetic, or leave their room to it."""
        for formula in self._formulas.values():
            formula.setVisible(on)

    def set_roomy(self, on: bool) -> None:
        """Say what the full table's number means, and offer a reset, or leave their room to the numbers."""
        self._meaning.setVisible(on)
        self._reset.setVisible(on)

    def _arrange(self) -> None:
        names: dict[str, str] = {model: words.model_name(model, 4) for model in MODELS}
        names |= {"states": self.tr("States"), "rgb": self.tr("One RGB pixel")}
        self._grid.addWidget(self._n, 0, 3)
        self._grid.addWidget(self._most, 0, 4)
        self._grid.addWidget(Hairline(color="control"), 1, 0, 1, 5)
        for row, (key, formula) in enumerate(self._formulas.items(), start=2):
            name, arithmetic, count, most = (label(role) for role in ("body", "body", "label", "label"))
            name.setText(names[key])
            self._rows[key] = name, arithmetic, count, most
            for column, widget in enumerate((name, formula, arithmetic, count, most)):
                self._grid.addWidget(widget, row, column)
        self._grid.setColumnStretch(2, 1)
        for row in range(self._grid.rowCount()):
            for column in (2, 3, 4):
                if item := self._grid.itemAtPosition(row, column):
                    item.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._sliders = QHBoxLayout()
        self._sliders.addWidget(self.pixels, 3)
        self._sliders.addWidget(self.reach, 1)
        self._sliders.addWidget(self._reset)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.title)
        self._column.addLayout(self._sliders)
        self._column.addLayout(self._grid)
        self._column.addWidget(self._meaning)
        self._column.addStretch(1)

    def _restyle(self) -> None:
        now = theme.current()
        self._column.setSpacing(now.px(10))
        self._sliders.setSpacing(now.px(24))
        self._grid.setHorizontalSpacing(now.px(9))
        self._grid.setVerticalSpacing(now.px(9))
