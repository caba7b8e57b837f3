"""The middle columns: expected ink and surprise, or what a flip moves; their legends; the reading line."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from genplay.families.autoregressive import Comparison, Conditionals
from genplay.ui import theme
from genplay.ui.tabs.autoregressive import words
from genplay.ui.tabs.autoregressive.scene import Scene, ranks_of
from genplay.ui.tabs.memo import Memo
from genplay.ui.widgets.formula import FormulaLabel
from genplay.ui.widgets.heat_map import HeatMap
from genplay.ui.widgets.legend import Legend
from genplay.ui.widgets.pixels import levels
from genplay.ui.widgets.reading import ReadingLine
from genplay.ui.widgets.words import label

SURPRISE_LIMIT = 4.0  # nats; the map is clipped there and its legend says so
MOVED_LIMIT = 0.25  # probability
GAINED_LIMIT = 1.0  # nats


class MapPanel(QWidget):
    """Two heat maps of the model at work."""

    retry_pressed = Signal()
    copy_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.expected = HeatMap("probability")
        self.surprise = HeatMap("surprise")
        self.line = ReadingLine()
        self._labels = (label("label"), label("label"))
        self._formulas = (FormulaLabel("p_i_1"), FormulaLabel("surprise_i"))
        self._legends = (Legend("probability"), Legend("surprise"))
        self._mode = ""
        self._memo = Memo()
        self._arrange()
        for view in self.maps:
            view.retry_pressed.connect(self.retry_pressed)
            view.copy_pressed.connect(self.copy_pressed)
        self._set_mode("values")
        self._restyle()

    @property
    def maps(self) -> tuple[HeatMap, HeatMap]:
        """Both maps, from left to right."""
        return self.expected, self.surprise

    def show_scene(self, scene: Scene) -> None:
        """Show the conditionals, or their changes where a flip is compared."""
        if self._memo.changed(scene.comparison, scene.result):
            self._show_answer(scene)
        for view in self.maps:
            view.set_order(ranks_of(scene.state.reads))
            shown = scene.expected if view is self.expected else scene.summed
            view.set_visible_until(shown if scene.walking or scene.phase is not None else None)
            view.set_flip(scene.state.flip)
        self.show_focus(scene)

    def _show_answer(self, scene: Scene) -> None:
        if scene.comparison is not None:
            self._set_mode("changes")
            self._show_changes(scene.comparison)
        elif scene.result is not None:
            self._set_mode("values")
            self._show_values(scene.result)

    def show_focus(self, scene: Scene) -> None:
        """Show which pixel the numbers speak of."""
        for view in self.maps:
            view.set_cursor(scene.focus)
        parts, hint = words.reading(scene)
        self.line.set_parts(parts)
        self.line.set_hint(hint)

    def set_waiting(self, on: bool) -> None:
        """Say that a newer answer is on its way."""
        for view in self.maps:
            view.set_stale(on)

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

    def _show_values(self, result: Conditionals) -> None:
        self.expected.set_values(levels(result.probabilities, 0, 1).reshape(28, 28))
        self.surprise.set_values(levels(result.surprises, 0, SURPRISE_LIMIT).reshape(28, 28))

    def _show_changes(self, comparison: Comparison) -> None:
        self.expected.set_values(levels(comparison.moved, -MOVED_LIMIT, MOVED_LIMIT).reshape(28, 28))
        self.surprise.set_values(levels(comparison.gained, -GAINED_LIMIT, GAINED_LIMIT).reshape(28, 28))

    def _set_mode(self, mode: str) -> None:
        if mode == self._mode:
            return
        self._mode = mode
        if mode == "values":
            self._name(
                0, self.tr("Expected ink"), "p_i_1", "probability", self.tr("0 paper"), self.tr("1 ink")
            )
            self._name(
                1, self.tr("Surprise"), "surprise_i", "surprise", self.tr("0"), self.tr("4 nats or more")
            )
        else:
            self._name(
                0,
                self.tr("Expected ink moves"),
                "change_p_j",
                "signed",
                self.tr("−0.25 or less"),
                self.tr("+0.25 or more"),
            )
            self._name(
                1,
                self.tr("Score moves"),
                "change_log_p",
                "signed",
                self.tr("−1 nat or less"),
                self.tr("+1 or more"),
            )

    def _name(self, at: int, name: str, formula: str, table: str, low: str, high: str) -> None:
        self._labels[at].setText(name)
        self._formulas[at].set_formula(formula)
        self._legends[at].set_table(table)
        self._legends[at].set_ends(low, high)
        self.maps[at].set_table(table)
        self.maps[at].set_title(name)

    def _arrange(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for at in (0, 1):
            head = QHBoxLayout()
            head.setSpacing(0)
            head.addWidget(self._labels[at])
            head.addSpacing(10)
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

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and scale."""
        if event.type() == QEvent.Type.StyleChange:
            self._restyle()
        super().changeEvent(event)
