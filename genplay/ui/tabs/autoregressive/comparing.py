"""Several models on one drawing: which, what is asked of them, and what came back."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction

from genplay.engine.worker import Failure
from genplay.families.autoregressive import MOST, AutoregressiveState, Conditionals, Row, Seen
from genplay.families.base import Bits
from genplay.families.vae import LowerBound
from genplay.ui.tabs.autoregressive.compare.rows import TABLES
from genplay.ui.tabs.autoregressive.compare.scene import Compared
from genplay.ui.tabs.autoregressive.compare.view import CompareView
from genplay.ui.tabs.autoregressive.contexts import Contexts
from genplay.ui.tabs.autoregressive.scene import Scene
from genplay.ui.tabs.part import Part
from genplay.ui.translation import sentence

if TYPE_CHECKING:
    from genplay.ui.tabs.autoregressive.tab import AutoregressiveTab


class Comparing(Part):
    """The tab's side-by-side page. Its slots are those such as "score/nade".

    Args:
        tab: Whose state it edits.
        examples: Pictures to begin with.
    """

    answered = Signal()
    """A model has scored the drawing."""

    def __init__(self, tab: "AutoregressiveTab", examples: Sequence[tuple[str, Bits]]) -> None:
        super().__init__(tab)
        self._tab = tab
        self._examples = examples
        self._compared = Compared()
        self._view: CompareView | None = None
        self._acts: Sequence[tuple[QAction, str]] = ()
        self._details: dict[str, str] = {}  # of what went wrong, by model
        self.contexts = Contexts(tab)
        self.contexts.found.connect(self._show_seen)

    @property
    def view(self) -> CompareView:
        """The page, made when it is first asked for."""
        if self._view is None:
            self._view = view = CompareView(self._examples)
            self._tab.pen.listen(view.drawing)
            view.drawing.set_acts(self._acts)
            view.hovered.connect(self._hover)
            view.picked.connect(self._tab.walk.pick)
            view.row_toggled.connect(self._toggle_row)
            view.options.edited.connect(self._tab.choose_reading)
            view.retry_pressed.connect(self._tab.retry_pressed)
            view.copy_pressed.connect(self._copy_details)
        return self._view

    @property
    def on(self) -> bool:
        """Whether the page is turned to."""
        return self._compared.state.page == "compare"

    @property
    def results(self) -> Mapping[str, Conditionals]:
        """The drawing's conditionals, by model."""
        return self._compared.results

    @property
    def settled(self) -> bool:
        """Whether all that the page asked aside has come."""
        return not self.on or self.contexts.settled

    def set_acts(self, actions: Sequence[tuple[QAction, str]]) -> None:
        """Have a button below the drawing tools for each action, with the icon of this name."""
        self._acts = actions
        if self._view is not None:
            self._view.drawing.set_acts(actions)

    def show_state(self, state: AutoregressiveState) -> None:
        """Show what the user has set."""
        kept = frozenset[str]() if state.page == "one" else frozenset(state.compared)
        scene = replace(self._compared.scene, state=state)
        self._show(scene=scene, **self._among(kept))

    def show_result(self, name: str, result: object) -> None:
        """Show a model's answer."""
        now = self._compared
        if isinstance(result, LowerBound):
            found: dict[str, object] = {"bounds": {**now.bounds, name: result}}
        else:
            assert isinstance(result, Conditionals)
            found = {"results": {**now.results, name: result}}
        self._show(**found, failures=self._failures(but=name), late=now.late - {name})
        self.answered.emit()

    def show_waiting(self, name: str) -> None:
        """Blank a model's numbers: they answer an older question."""
        late = self._compared.late | {name}
        self._show(**self._without(name), failures=self._failures(but=name), late=late)

    def show_nothing(self, name: str) -> None:
        """Forget a model that is no longer asked."""
        self._show(**self._without(name), late=self._compared.late - {name})

    def show_stopped(self, name: str) -> None:
        """Say so where the answer would have been."""
        if name not in self._compared.answers:
            self._details[name] = self.tr("The answer was stopped.")
            said = self.tr("Stopped: try again, or change the drawing.")
            self._show(failures={**self._compared.failures, name: said})

    def show_failure(self, name: str, failure: Failure) -> None:
        """Show an error where the answer would have been."""
        self._details[name] = failure.details
        failures = {**self._compared.failures, name: sentence(failure)}
        self._show(**self._without(name), failures=failures, late=self._compared.late - {name})

    def forget_pointer(self) -> None:
        """Speak of no pixel under the pointer until it moves again."""
        scene = replace(self._compared.scene, hovered=None)
        self._compared = replace(self._compared, scene=scene)

    @Slot(tuple)
    def choose(self, models: tuple[str, ...]) -> None:
        """Compare these models."""
        self._tab.edit(compared=models)

    @Slot(int)
    def refuse(self, bound: int) -> None:
        """Say why a model cannot be added or left out."""
        if bound == MOST:
            said = self.tr("Four models fit side by side: take one away first.")
        else:
            said = self.tr("Two models are compared at least: add another first.")
        self.said.emit("info", said)

    @Slot(str, bool)
    def _toggle_row(self, row: Row, on: bool) -> None:
        rows = {*self._tab.state.rows, row} if on else {*self._tab.state.rows} - {row}
        self._tab.edit(rows=tuple(name for name in TABLES if name in rows))

    @Slot(str)
    def _copy_details(self, model: str) -> None:
        self._tab.copy(self._details.get(model, ""))

    @Slot(object)
    def _hover(self, pixel: int | None) -> None:
        if self._tab.pen.drawing:
            return
        scene: Scene = replace(self._compared.scene, hovered=pixel)
        self._compared = replace(self._compared, scene=scene)
        self._ask_context()
        self.view.show_focus(self._compared)

    @Slot(object)
    def _show_seen(self, seen: Seen) -> None:
        self._compared = replace(self._compared, seen={**self._compared.seen, seen.asked.model: seen})
        if self.on:
            self.view.show_focus(self._compared)

    def _without(self, model: str) -> dict[str, object]:
        return self._among(self._compared.answers.keys() - {model})

    def _among(self, models: AbstractSet[str]) -> dict[str, object]:
        """Return the parts of ``Compared`` that answers are, of these models only."""
        now = self._compared
        return {
            "results": {name: result for name, result in now.results.items() if name in models},
            "bounds": {name: bound for name, bound in now.bounds.items() if name in models},
        }

    def _failures(self, *, but: str) -> dict[str, str]:
        return {name: said for name, said in self._compared.failures.items() if name != but}

    def _show(self, **parts: object) -> None:
        self._compared = replace(self._compared, drawn=self._tab.pen.drawing, **parts)
        if self.on:
            self.view.show_compared(self._compared)
            self._ask_context()

    def _ask_context(self) -> None:
        """Ask what the pixel in focus sees."""
        pixel, state = self._compared.focus, self._compared.state
        if pixel is not None and "context" in state.rows and not self._tab.pen.drawing:
            # A model that has not scored yet is being loaded, or has failed: it is asked once it has.
            self.contexts.ask(state, pixel, self._compared.results)
