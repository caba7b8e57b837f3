"""A compared model from top to bottom: its score, its maps, and what it says of the pixel in focus."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from genplay.families.autoregressive import Conditionals, Row
from genplay.ui import icons, text, theme
from genplay.ui.tabs.autoregressive import words
from genplay.ui.tabs.autoregressive.compare.fitting import NARROW
from genplay.ui.tabs.autoregressive.compare.rows import CONTEXT_DECADES, LIMITS, TABLES
from genplay.ui.tabs.autoregressive.compare.scene import Compared
from genplay.ui.tabs.autoregressive.scene import ranks_of
from genplay.ui.tabs.memo import Memo
from genplay.ui.widgets.heat_map import HeatMap
from genplay.ui.widgets.pixels import levels
from genplay.ui.widgets.words import label, size_of

_UNKNOWN = "–"


class Head(QWidget):
    """Name, score and rank of a model."""

    def __init__(self) -> None:
        super().__init__()
        self._name, self._score = label("label"), label("number")
        self._mark, self._gap = _Best(), label("loss")
        self._bits, self._rank = label("caption"), label("caption")
        self._behind, self._terse, self._whole = False, False, ""
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setContentsMargins(0, 0, 0, 0)
        first.addWidget(self._score)
        first.addStretch(1)
        first.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignBottom)
        first.addWidget(self._gap, 0, Qt.AlignmentFlag.AlignBottom)
        second.addWidget(self._bits)
        second.addStretch(1)
        second.addWidget(self._rank)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._name)
        column.addLayout(first)
        column.addLayout(second)

    def show_model(self, name: str, result: Conditionals | None, best: Conditionals | None) -> None:
        """Show a model's score, and how far it is from the best one."""
        self._whole = name
        self._name.setToolTip(f"{name}. {words.measured(result)}" if result else name)
        self._show_name()
        self._score.setText(text.nats(result.log_prob) if result else _UNKNOWN)
        self._bits.setText(text.bits(result.bits_per_pixel) if result else _UNKNOWN)
        self._rank.setText(words.rank(result.percentile if result else None))
        leads = result is not None and result is best
        behind = result.log_prob - best.log_prob if result is not None and best is not None else 0.0
        self._mark.setVisible(leads)
        self._behind = best is not None and not leads
        self._gap.setVisible(self._behind and not self._terse)
        self._gap.setText(words.signed(behind))
        self._gap.setToolTip(self.tr("Nats below the best of them"))

    def tallest(self) -> int:
        """Return the height with the score written large."""
        roles = ("label", "number", "caption")
        return sum(size_of(role).height() for role in roles)

    def _show_name(self) -> None:
        metrics = self._name.fontMetrics()
        self._name.setText(metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the name where it is too long."""
        super().resizeEvent(event)
        self._show_name()

    def set_terse(self, terse: bool) -> None:
        """Leave out how far behind a model is, and the word beside the tick, where there is no room."""
        self._terse = terse
        self._mark.set_terse(terse)
        role = "label" if terse else "number"
        if self._score.property("role") != role:
            self._score.setProperty("role", role)
            self._score.style().unpolish(self._score)
            self._score.style().polish(self._score)
        self._gap.setVisible(self._behind and not terse)


class _Best(QWidget):
    """A tick and the word "best": the colour alone does not tell."""

    def __init__(self) -> None:
        super().__init__()
        self._icon, self._word = QLabel(), label("gain", self.tr("best"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._icon)
        row.addWidget(self._word)
        self._row = row
        self._restyle()

    def set_terse(self, terse: bool) -> None:
        """Leave the tick only."""
        self._word.setVisible(not terse)

    def _restyle(self) -> None:
        now = theme.current()
        self._row.setSpacing(now.px(3))
        self._icon.setPixmap(icons.pixmap("check", now.px(14), now.tokens.blue, self.devicePixelRatioF()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and scale."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._restyle()


class Column(QWidget):
    """Places the parts of a model in a column of the page's grid, and keeps them up to date.

    It is the parent of no part: the grid is, so that rows are aligned over all models.
    """

    hovered = Signal(object)
    picked = Signal(int)
    retry_pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self.model = ""
        self._answered = False
        self.head = Head()
        self.maps: dict[Row, HeatMap] = {row: HeatMap(TABLES[row], pixel=5) for row in TABLES}
        self.said = QWidget()
        self._p, self._term = label("gain"), label("loss")
        self._memo = Memo()
        line = QHBoxLayout(self.said)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._p)
        line.addStretch(1)
        line.addWidget(self._term)
        for view in self.maps.values():
            view.hovered.connect(self.hovered)
            view.picked.connect(self.picked)
            view.retry_pressed.connect(self.retry_pressed)

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

    def set_size(self, side: int, width: int) -> None:
        """Give the maps this side, with their frames, and the words this width."""
        for view in self.maps.values():
            view.setFixedSize(side, side)
        for widget in (self.head, self.said):
            widget.setFixedWidth(width)
        self.head.set_terse(width < theme.current().px(NARROW))

    def show_model(self, model: str, compared: Compared) -> None:
        """Show all that is known of a model."""
        if model != self.model:
            self.model, self._answered = model, False
            for view in self.maps.values():
                view.set_values(None)
        name = words.model_name(model, compared.state)
        result, best = compared.results.get(model), compared.best
        self.head.show_model(name, result, compared.results[best] if best else None)
        ranks = ranks_of(compared.state.order_of(model))
        for row, view in self.maps.items():
            view.set_title(f"{name}: {self._title(row)}")
            view.set_order(ranks)
        self._show_progress(compared)
        if self._memo.changed(model, result, compared.results.get(best or "")):
            self._show_maps(compared, result)
        self.show_focus(compared)

    def show_focus(self, compared: Compared) -> None:
        """Show what depends on the pixel in focus."""
        pixel, result = compared.focus, compared.results.get(self.model)
        for view in self.maps.values():
            view.set_cursor(pixel)
        self._show_context(compared)
        for said in (self._p, self._term):
            said.setVisible(pixel is not None and result is not None)
        if pixel is None or result is None:
            return
        p, term = float(result.probabilities[pixel]), float(result.surprises[pixel])
        self._p.setText(self.tr("p {p}").format(p=text.prob(p)))
        self._term.setText(self.tr("{surprise} nats").format(surprise=text.nats(term)))

    def _show_progress(self, compared: Compared) -> None:
        model = self.model
        there, failure = model in compared.results, compared.failures.get(model)
        self._answered |= there
        first = next(iter(self.maps.values()))
        for view in self.maps.values():
            waits = not failure and not self._answered
            name = words.model_name(model, compared.state)
            view.set_loading(self.tr("Loading {model}").format(model=name) if waits else None)
            view.set_stale(not there and model in compared.late)
        first.set_error(self.tr("There is no answer") if failure else None, failure or "")

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
