"""Sets of pictures scored by several models: what is asked, what came back, and what is chosen."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from genplay.engine.worker import Failure
from genplay.families.autoregressive import Anomalies, AutoregressiveState
from genplay.families.base import Drawing
from genplay.ui.tabs.autoregressive import words
from genplay.ui.tabs.autoregressive.anomaly.page import Page
from genplay.ui.tabs.autoregressive.anomaly.sheet import AnomalySheet
from genplay.ui.tabs.part import Part
from genplay.ui.translation import sentence

if TYPE_CHECKING:
    from genplay.ui.tabs.autoregressive.tab import AutoregressiveTab


class Judging(Part):
    """The tab's anomaly page. Its slots are those such as "anomaly/nade".

    Args:
        tab: Whose state it edits, and whose answers about the drawing it marks.
    """

    def __init__(self, tab: "AutoregressiveTab") -> None:
        super().__init__(tab)
        self._tab = tab
        self._results: dict[str, Anomalies] = {}
        self._failures: dict[str, Failure] = {}
        self._stopped: set[str] = set()
        self._state = AutoregressiveState()
        self._sheet: AnomalySheet | None = None

    @property
    def sheet(self) -> AnomalySheet:
        """The page, made when it is first asked for."""
        if self._sheet is None:
            self._sheet = AnomalySheet()
            self._sheet.view.score_chosen.connect(self._choose_score)
            self._sheet.view.head.seed.edited.connect(partial(self._tab.choose_number, "seed"))
            self._sheet.view.set_chosen.connect(self._choose_set)
            self._sheet.view.picture_chosen.connect(self._take_picture)
            self._sheet.view.retry_pressed.connect(self._retry)
            self._sheet.view.copy_pressed.connect(self._copy)
        return self._sheet

    @property
    def results(self) -> Mapping[str, Anomalies]:
        """The answers so far, by model."""
        return self._results

    @property
    def settled(self) -> bool:
        """Whether all that was answered is shown."""
        return self._sheet is None or self._sheet.view.settled

    def show_state(self, state: AutoregressiveState) -> None:
        """Show what the user has set."""
        self._state = state
        self.refresh()

    def show_result(self, name: str, result: object) -> None:
        """Show a model's answer so far."""
        assert isinstance(result, Anomalies)
        self._forget(name)
        self._results[name] = result
        self.refresh()

    def show_nothing(self, name: str) -> None:
        """Forget a model's answer."""
        self._forget(name)
        self.refresh()

    def show_stopped(self, name: str) -> None:
        """Say so; what was found stays."""
        if name not in self._results or not self._results[name].complete:
            self._stopped.add(name)
        self.refresh()

    def show_failure(self, name: str, failure: Failure) -> None:
        """Say what went wrong where the answer would have been."""
        self._forget(name)
        self._failures[name] = failure
        self.refresh()

    def refresh(self) -> None:
        """Show everything, if the page is turned to."""
        state = self._state
        if state.page != "anomaly":
            return
        # While a newer drawing is scored, the answers may still be about the one before.
        scores = [s for s in self._tab.comparing.results.values() if s.drawing == state.drawing]
        page = Page(
            results={model: self._results.get(model) for model in state.explicit},
            names={model: words.model_name(model, state) for model in state.explicit},
            score=state.anomaly_score,
            chosen=state.anomaly_set,
            seed=state.seed,
            drawing=state.drawing,
            log_probs={score.model: score.log_prob for score in scores},
            failures={model: sentence(failure) for model, failure in self._failures.items()},
            stopped=frozenset(self._stopped),
            measured={score.model: words.measured(score) for score in scores},
        )
        self.sheet.view.show_page(page)

    def _forget(self, model: str) -> None:
        for known in (self._results, self._failures):
            known.pop(model, None)
        self._stopped.discard(model)

    @Slot()
    def _retry(self) -> None:
        """Ask again; what went wrong before is not said of the new attempt."""
        self._failures.clear()
        self._stopped.clear()
        self.refresh()
        self._tab.retry_pressed.emit()

    @Slot(str)
    def _copy(self, model: str) -> None:
        self._tab.copy(self._failures[model].details)

    @Slot(str)
    def _choose_score(self, score: str) -> None:
        self._tab.edit(anomaly_score=score)

    @Slot(str)
    def _choose_set(self, chosen: str) -> None:
        self._tab.edit_while_busy("set", anomaly_set=chosen)  # an arrow key may be held

    @Slot(object)
    def _take_picture(self, drawing: Drawing) -> None:
        self._tab.pen.take(drawing)
