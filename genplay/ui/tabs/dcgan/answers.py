"""What was answered in the DCGAN tab: the scene, and when it is shown."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from genplay.engine.worker import Failure
from genplay.families.dcgan import DcganState, Latent, Show, Shown, Wall
from genplay.ui.tabs.base import Tab
from genplay.ui.tabs.dcgan.scene import Scene
from genplay.ui.tabs.part import Part, without
from genplay.ui.translation import sentence

SLOTS: Mapping[str, str] = {
    "picture": "shown",
    "pointed": "pointed",
    "wall": "walled",
    "pins": "pinned",
    "explained": "explained",
    "arithmetic": "reckoned",
    "layers": "maps",
    "verdict": "judged",
    "pages": "scored",
}
"""The slots, and which part of the scene each answer is."""
_OF_MODEL = (*SLOTS.values(), "before")


class Answers(Part):
    """Shows the answers of all slots of ``SLOTS``.

    Args:
        tab: Whose they are.
        show: Shows a scene.
    """

    def __init__(self, tab: Tab, show: Callable[[Scene], None]) -> None:
        super().__init__(tab)
        self._tab, self._show_scene = tab, show
        self._scene = Scene()
        self._pointing: Latent | None = None

    @property
    def scene(self) -> Scene:
        """What is shown."""
        return self._scene

    def show_state(self, state: DcganState) -> None:
        """Show what the user has set; answers of another model, and what was pointed at, are taken back."""
        self._pointing = None
        if state.model == self._scene.state.model:
            self._show(state=state, pointed=None)
        else:
            self._show(state=state, **dict.fromkeys(_OF_MODEL), waiting=frozenset(), failures={})

    def point_at(self, latent: Latent | None) -> None:
        """Have the picture of a point shown while the pointer is there; of none when it is not."""
        self._pointing = latent
        if latent is not None:
            state = self._scene.state
            self._tab.asked.emit("pointed", Show(state.model, latent, state.truncation))
        elif self._scene.pointed is not None:
            self._show(pointed=None)

    def show_result(self, name: str, result: object) -> None:
        """Show a step of an answer, unless it is of where the pointer was."""
        if name == "pointed" and not (isinstance(result, Shown) and result.latent == self._pointing):
            return
        failures = without(self._scene.failures, {name})
        kept = {"before": result} if isinstance(result, Wall) and result.complete else {}
        self._show(**{SLOTS[name]: result}, **kept, waiting=self._scene.waiting - {name}, failures=failures)

    def show_waiting(self, name: str) -> None:
        """Say that an answer is late: pictures stay, pale; that of where the pointer was goes."""
        if name == "pointed":
            self._show(pointed=None)
        else:
            self._show(waiting=self._scene.waiting | {name})

    def show_nothing(self, name: str) -> None:
        """Remove what was shown."""
        failures = without(self._scene.failures, {name})
        self._show(**{SLOTS[name]: None}, waiting=self._scene.waiting - {name}, failures=failures)

    def show_failure(self, name: str, failure: Failure) -> None:
        """Say what went wrong, in the place of the answer and in the corner.

        Not of the place under the pointer: it goes wrong as the picture does, and anew at each place.
        """
        if name == "pointed":
            self._show(pointed=None)
            return
        failures = {**self._scene.failures, name: sentence(failure)}
        self._show(**{SLOTS[name]: None}, failures=failures, waiting=self._scene.waiting - {name})
        super().show_failure(name, failure)

    def _show(self, **parts: object) -> None:
        self._scene = replace(self._scene, **parts)  # type: ignore[arg-type]
        self._show_scene(self._scene)
