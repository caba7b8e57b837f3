"""A compared model from top to bottom: its score, its maps, and what it says of the pixel in focus."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from genplay.families.autoregressive import BOUNDED, Conditionals, Row
from genplay.ui import text, theme
from genplay.ui.tabs.autoregressive import words
from genplay.ui.tabs.autoregressive.compare import answers
from genplay.ui.tabs.autoregressive.compare.head import SCORES, Head
from genplay.ui.tabs.autoregressive.compare.rows import CONTEXT_DECADES, LIMITS, TABLES
from genplay.ui.tabs.autoregressive.compare.scene import Compared
from genplay.ui.tabs.autoregressive.scene import ranks_of
from genplay.ui.tabs.memo import Memo
from genplay.ui.widgets.heat_map import HeatMap
from genplay.ui.widgets.pixels import levels
from genplay.ui.widgets.words import label, size_of

_UNKNOWN = "–"
_GAP = 6  # between the pixel's numbers, in pixels at 100 %


class Column(QWidget):
    """Places the parts of a model in a column of the page's grid, and keeps them up to date.

    It is the parent of no part: the grid is, so that rows are aligned over all models.
    """

    hovered = Signal(object)
    picked = Signal(int)
    retry_pressed = Signal()
    copy_pressed = Signal(str)
    """The error's button "Copy details": which model's."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self.model = ""
        self._answered = False
        self._failure, self._notice, self._shown = "", tuple[str, ...](), tuple(TABLES)
        self.head = Head()
        self.maps: dict[Row, HeatMap] = {row: HeatMap(TABLES[row], pixel=5) for row in TABLES}
        self.maps["context"].set_solid_cursor(True)  # AR-1 sees nothing but the pixel beside it
        self.said = QWidget()
        self._p, self._term = label("gain"), label("loss")
        self._terms = "", ""  # the second number with its unit and without
        self._memo, self._faults = Memo(), Memo()
        line = QHBoxLayout(self.said)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._p)
        line.addStretch(1)
        line.addWidget(self._term)
        for view in self.maps.values():
            view.hovered.connect(self.hovered)
            view.picked.connect(self.picked)
            view.retry_pressed.connect(self.retry_pressed)
            view.copy_pressed.connect(lambda: self.copy_pressed.emit(self.model))

    def place(self, grid: QGridLayout, column: int, rows: dict[Row, int], last: int) -> None:
        """Stand in a column of the grid, each map in its row, the pixel's numbers in the last one."""
        grid.addWidget(self.head, 0, column)
        for row, at in rows.items():
            grid.addWidget(self.maps[row], at, column)
        grid.addWidget(self.said, last, column)

    def set_shown(self, rows: tuple[Row, ...], *, on: bool) -> None:
        """Show the parts of these rows, or nothing at all."""
        for widget in (self.head, self.said):
            widget.setVisible(on)
        for row, view in self.maps.items():
            view.setVisible(on and row in rows)
        self._shown = rows
        self._show_hidden()

    def set_size(self, side: int, width: int) -> None:
        """Give the maps this side, with their frames, and the words this width."""
        for view in self.maps.values():
            view.setFixedSize(side, side)
        for widget in (self.head, self.said):
            widget.setFixedWidth(width)
        self.head.set_role(self.head.role())
        self.set_units(self.has_units())

    def show_model(self, model: str, compared: Compared) -> None:
        """Show all that is known of a model."""
        if model != self.model:
            self.model, self._answered = model, False
            for view in self.maps.values():
                view.set_values(None)
        name = words.model_name(model, compared.state)
        result, best = compared.results.get(model), compared.best
        self.head.show_model(name, compared.answers.get(model), compared.answers[best] if best else None)
        ranks = ranks_of(compared.state.order_of(model))
        for row, view in self.maps.items():
            view.set_title(f"{name}: {self._title(row)}")
            view.set_order(ranks)
        self._show_progress(compared)
        if self._memo.changed(model, result, best, *compared.results.values()):
            self._show_maps(compared, result)
        self.show_focus(compared)

    def show_focus(self, compared: Compared) -> None:
        """Show what depends on the pixel in focus."""
        pixel, result = compared.focus, compared.results.get(self.model)
        for view in self.maps.values():
            view.set_cursor(None if self._hidden else pixel)
        self._show_context(compared)
        for said in (self._p, self._term):
            said.setVisible(pixel is not None and self.model in compared.answers)
            said.setToolTip(answers.no_pixel() if self.model in BOUNDED else "")
        if pixel is None:
            return
        p, term = _UNKNOWN, _UNKNOWN
        if result is not None:
            p, term = text.prob(float(result.probabilities[pixel])), text.nats(float(result.surprises[pixel]))
        self._p.setText(self.tr("p {p}").format(p=p))
        self._terms = self.tr("{surprise} nats").format(surprise=term), term
        self.set_units(self.has_units())

    def has_units(self) -> bool:
        """Tell whether the pixel's numbers have room for their unit."""
        p, term = (size_of("label", said).width() for said in (self._p.text(), self._terms[0]))
        return p + theme.current().px(_GAP) + term <= self.said.width()

    def set_units(self, on: bool) -> None:
        """Say the unit of the pixel's numbers, or leave that to the words at the left."""
        self._term.setText(self._terms[not on])

    def _show_progress(self, compared: Compared) -> None:
        model = self.model
        there, self._failure = model in compared.answers, compared.failures.get(model, "")
        bound = compared.bounds.get(model)
        self._notice = () if bound is None else answers.no_map(bound)
        self._answered |= there
        for view in self.maps.values():
            waits = not self._failure and not self._answered
            name = words.model_name(model, compared.state)
            view.set_loading(self.tr("Loading {model}").format(model=name) if waits else None)
            view.set_stale(not there and model in compared.late)
        self._show_hidden()

    @property
    def _hidden(self) -> bool:
        """Whether there is no map: the model failed, or has no conditionals."""
        return bool(self._failure) or self.model in BOUNDED

    def _show_hidden(self) -> None:
        """Say why there is no map in the first that is shown; what went wrong, in the head where none is."""
        first = next((row for row in self.maps if row in self._shown), None)
        if not self._faults.changed(self._failure, self._notice, self._hidden, first):
            return
        for row, view in self.maps.items():
            failed = self._failure if row == first else ""
            view.set_error(self.tr("There is no answer") if failed else None, failed)
            view.set_notice(self._notice if row == first else ())
            view.set_visible_until(0 if self._hidden else None)  # a blank map would be an answer
        self.head.set_failure("" if first else self._failure)

    def _show_maps(self, compared: Compared, result: Conditionals | None) -> None:
        if result is None:
            return
        lead = compared.lead(self.model)
        values: dict[Row, NDArray[np.floating] | None] = {
            "expected": result.probabilities,
            "surprise": result.surprises,
            "difference": lead,
        }
        for row, shown in values.items():
            view = self.maps[row]
            view.set_values(None if shown is None else levels(shown, *LIMITS[row]).reshape(28, 28))

    def _show_context(self, compared: Compared) -> None:
        view, pixel = self.maps["context"], compared.focus
        if not self._hidden:
            view.set_visible_until(None if pixel is None else compared.place(self.model, pixel))
        weights = compared.context(self.model)
        if weights is None or not weights.any():
            view.set_values(None)
            return
        strength = np.full(weights.shape, -np.inf)
        np.log10(weights / weights.max(), out=strength, where=weights > 0)
        view.set_values(levels(strength, -CONTEXT_DECADES, 0).reshape(28, 28))

    def _title(self, row: Row) -> str:
        return {
            "expected": self.tr("expected ink"),
            "surprise": self.tr("surprise"),
            "context": self.tr("what the pixel sees"),
            "difference": self.tr("difference from the best"),
        }[row]


def set_alike(columns: Sequence[Column], roles: Sequence[str] = SCORES, *, figures: bool = False) -> bool:
    """Write what stands in a row alike: scores in one of these roles, numbers all with their unit or none.

    Args:
        columns: Those that are shown.
        roles: Of the scores, the largest first.
        figures: Whether there is height for how good the models are on average.

    Returns:
        Whether the units are said.
    """
    if columns:
        role = max((column.head.role(roles) for column in columns), key=roles.index)
        for column in columns:
            column.head.set_role(role)
    told = figures and all(column.head.has_room_for_figures() for column in columns)
    for column in columns:
        column.head.set_figures(told)
    units = all(column.has_units() for column in columns)
    for column in columns:
        column.set_units(units)
    return units
