"""Two heat maps side by side: their labels, their legends, and the reading line below both."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from genplay.ui import theme
from genplay.ui.widgets.dressed import Dressed
from genplay.ui.widgets.formula import FormulaLabel
from genplay.ui.widgets.heat_map import HeatMap
from genplay.ui.widgets.legend import Legend
from genplay.ui.widgets.reading import ReadingLine
from genplay.ui.widgets.words import label


class MapPair(Dressed):
    """What a model expects, and what surprises it, pixel by pixel."""

    retry_pressed = Signal()
    copy_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.expected = HeatMap("probability")
        self.surprise = HeatMap("surprise")
        self.line = ReadingLine()
        self._labels = (label("label"), label("label"))
        self._formulas = (FormulaLabel(), FormulaLabel())
        self._legends = (Legend("probability"), Legend("surprise"))
        self._arrange()
        for view in self.maps:
            view.retry_pressed.connect(self.retry_pressed)
            view.copy_pressed.connect(self.copy_pressed)
        self._restyle()

    @property
    def maps(self) -> tuple[HeatMap, HeatMap]:
        """Both maps, from left to right."""
        return self.expected, self.surprise

    def name(self, at: int, name: str, formula: str, table: str, low: str, high: str) -> None:
        """Say what the left (0) or the right (1) map shows, in which colours, and what their ends mean."""
        self._labels[at].setText(name)
        self._formulas[at].set_formula(formula)
        self._legends[at].set_table(table)
        self._legends[at].set_ends(low, high)
        self.maps[at].set_table(table)
        self.maps[at].set_title(name)

    def set_waiting(self, on: bool) -> None:
        """Say that a newer answer is on its way."""
        for view in self.maps:
            view.set_stale(on)

    def set_ready(self) -> None:
        """Wait for nothing any more, and take back what was said instead of an answer."""
        self.set_loading(None)
        self.set_waiting(False)
        self.set_error(None)

    def set_loading(self, text: str | None) -> None:
        """Say that the model is being loaded."""
        for view in self.maps:
            view.set_loading(text)

    def set_error(self, first_line: str | None, advice: str = "") -> None:
        """Show an error where the answer would have been."""
        self.expected.set_error(first_line, advice)
        self.surprise.set_values(None) if first_line else None

    def set_projector(self, on: bool) -> None:
        """Leave only labels, pictures and legends."""
        self.line.setVisible(not on)
        self._restyle()

    def set_roomy(self, roomy: bool) -> None:
        """Show the formulas beside the labels, or leave their room to narrow pictures."""
        for formula in self._formulas:
            formula.setVisible(roomy)

    def around(self) -> QSize:
        """Return how much room everything but the two pictures needs."""
        below = [widget for widget in (self._legends[0], self.line) if not widget.isHidden()]
        heights = [self._labels[0].sizeHint().height(), *(widget.sizeHint().height() for widget in below)]
        spacing = self._grid.verticalSpacing() * len(heights)
        return QSize(self._grid.horizontalSpacing(), sum(heights) + spacing)

    def set_gap(self, gap: int) -> None:
        """Stand so far apart."""
        self._grid.setHorizontalSpacing(gap)

    def _arrange(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for at in (0, 1):
            head = QHBoxLayout()
            head.setSpacing(10)
            head.addWidget(self._labels[at])
            head.addWidget(self._formulas[at])
            head.addStretch(1)
            self._grid.addLayout(head, 0, at)
            self._grid.addWidget(self.maps[at], 1, at)
            self._grid.addWidget(self._legends[at], 2, at)
        self._grid.addWidget(self.line, 3, 0, 1, 2)
        self._grid.setRowStretch(4, 1)

    def _restyle(self) -> None:
        now = theme.current()
        self._grid.setVerticalSpacing(now.px(7))
