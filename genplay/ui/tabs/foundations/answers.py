"""What was answered about the patches, and what the pointer is on: the scene, and when it is shown."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication

from genplay.engine.worker import Failure
from genplay.families.foundations import Answer, Building, Factors, Fitted, FoundationsState
from genplay.ui.tabs.foundations.scene import Scene
from genplay.ui.tabs.foundations.view import View
from genplay.ui.tabs.part import Part
from genplay.ui.translation import sentence

if TYPE_CHECKING:
    from genplay.ui.tabs.foundations.tab import FoundationsTab


class Answers(Part):
    """Its slots are "models", "chain" and "bayes".

    Args:
        tab: Which tab asks.
        view: What shows the scene.
    """

    def __init__(self, tab: "FoundationsTab", view: View) -> None:
        super().__init__(tab)
        self._view = view
        self._scene = Scene()
        self._failures: dict[str, tuple[str, str]] = {}  # by slot: what went wrong, and the details
        view.error.retry_pressed.connect(tab.retry_pressed)
        view.error.copy_pressed.connect(self._copy)

    @property
    def scene(self) -> Scene:
        """What is shown."""
        return self._scene

    def show_state(self, state: FoundationsState) -> None:
        """Show what the user has set; answers that belong to another size are taken back."""
        if state.size != self._scene.state.size:
            self._show(state=state, fitted=None, factors=None, answer=None, hovered=None)
        else:
            self._show(state=state, factors=self._fitting(state))

    def show_result(self, name: str, result: object) -> None:
        """Show a step of an answer."""
        match result:
            case Building():
                self._show(building=result.done)
            case Fitted():
                self._answer(name, fitted=result)
            case Factors():
                self._answer(name, factors=result)
            case Answer():
                self._answer(name, answer=result)
            case _:
                raise TypeError(f"the slot {name!r} has no use for {type(result).__name__}")

    def show_nothing(self, name: str) -> None:
        """Remove what was shown."""
        parts = {"models": "fitted", "chain": "factors", "bayes": "answer"}
        self._show(**{parts[name]: None})

    def show_failure(self, name: str, failure: Failure) -> None:
        """Say where the answer would have been what went wrong."""
        self.show_nothing(name)
        self._fail(name, sentence(failure), failure.details)

    def show_stopped(self, name: str) -> None:
        """Say so."""
        self._fail(name, self.tr("The counting was stopped."), "")

    @Slot(object)
    def hover(self, pixel: int | None) -> None:
        """Speak of the pixel under the pointer, or of the product where there is none."""
        if pixel != self._scene.hovered:
            self._show(hovered=pixel)

    def show_walk(self, *, playing: bool, phase: int | None) -> None:
        """Show that the factors come by themselves, and what happens in slow motion."""
        self._show(playing=playing, phase=phase, hovered=None)

    def _fitting(self, state: FoundationsState) -> Factors | None:
        """Return the factors if their order is still the state's: of another they would be misread."""
        factors = self._scene.factors
        return factors if state.reads == self._scene.state.reads else None

    @Slot()
    def _copy(self) -> None:
        """Put what happened into the clipboard, for a report."""
        said = [details or sentence for sentence, details in self._failures.values()]
        QGuiApplication.clipboard().setText("\n".join(said))

    def _answer(self, name: str, **parts: object) -> None:
        """Show an answer; what went wrong with another stays said."""
        self._failures.pop(name, None)
        self._show(building=None, failure=self._failure(), **parts)

    def _fail(self, name: str, sentence: str, details: str) -> None:
        self._failures[name] = sentence, details
        self._show(building=None, failure=self._failure())

    def _failure(self) -> str:
        return next((sentence for sentence, _ in self._failures.values()), "")

    def _show(self, **parts: object) -> None:
        self._scene = replace(self._scene, **parts)
        self._view.show_scene(self._scene)
