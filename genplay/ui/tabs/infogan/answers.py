"""What was answered in the InfoGAN tab: the scene, and when it is shown."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from genplay.engine.worker import Failure
from genplay.families.infogan import InfoGanState
from genplay.ui.tabs.base import Tab
from genplay.ui.tabs.infogan.scene import Scene
from genplay.ui.tabs.part import Part, without
from genplay.ui.translation import sentence

SLOTS: Mapping[str, str] = {
    "picture": "made",
    "choices": "chosen",
    "wall": "walled",
    "read": "found",
    "ledger": "ledger",
    "plain": "plain",
    "confusion": "confusion",
}
"""The slots, and which part of the scene each answer is."""
_OF_MODEL = ("picture", "choices", "wall", "read")
"""Slots of the model that is shown; the others are of both."""
_QUIET = ("ledger", "plain", "confusion")
"""Slots whose failures are told in the place of their numbers only: they are not what was asked last."""


class Answers(Part):
    """Shows the answers of all slots of ``SLOTS``.

    Args:
        tab: Whose they are.
        show: Shows a scene.
    """

    def __init__(self, tab: Tab, show: Callable[[Scene], None]) -> None:
        super().__init__(tab)
        self._show_scene = show
        self._scene = Scene()

    @property
    def scene(self) -> Scene:
        """What is shown."""
        return self._scene

    def show_state(self, state: InfoGanState) -> None:
        """Show what the user has set; answers of another model are taken back."""
        gone = _OF_MODEL if state.model != self._scene.state.model else ()
        failures = without(self._scene.failures, gone)
        answers = dict.fromkeys(SLOTS[slot] for slot in gone)
        self._show(state=state, **answers, waiting=self._scene.waiting - {*gone}, failures=failures)

    def show_result(self, name: str, result: object) -> None:
        """Show a step of an answer."""
        failures = without(self._scene.failures, {name})
        self._show(**{SLOTS[name]: result}, waiting=self._scene.waiting - {name}, failures=failures)

    def show_waiting(self, name: str) -> None:
        """Say that an answer is late: pictures stay, pale."""
        self._show(waiting=self._scene.waiting | {name})

    def show_nothing(self, name: str) -> None:
        """Remove what was shown."""
        failures = without(self._scene.failures, {name})
        self._show(**{SLOTS[name]: None}, waiting=self._scene.waiting - {name}, failures=failures)

    def show_failure(self, name: str, failure: Failure) -> None:
        """Say what went wrong, in the place of the answer; what was asked by hand in the corner, too."""
        failures = {**self._scene.failures, name: sentence(failure)}
        self._show(**{SLOTS[name]: None}, failures=failures, waiting=self._scene.waiting - {name})
        if name not in _QUIET:
            super().show_failure(name, failure)

    def _show(self, **parts: object) -> None:
        self._scene = replace(self._scene, **parts)  # type: ignore[arg-type]
        self._show_scene(self._scene)
