"""What was answered in the StarGAN tab: the scene, and when it is shown."""

from collections.abc import Callable
from dataclasses import replace

from genplay.engine.worker import Failure
from genplay.families.stargan import Edited, Met, StarGanState
from genplay.ui.tabs.base import Tab
from genplay.ui.tabs.part import Part, without
from genplay.ui.tabs.stargan.scene import SLOTS, Scene
from genplay.ui.translation import sentence

_OF_FACE = ("singles", "chained", "returned")


class Answers(Part):
    """Shows the answers of all slots of ``SLOTS``.

    A new face waits for what comes of it, or the one would stand beside what came of the other; a stranger
    does not, for what comes of it is not shown at once.

    Args:
        tab: Whose they are.
        show: Shows a scene.
    """

    def __init__(self, tab: Tab, show: Callable[[Scene], None]) -> None:
        super().__init__(tab)
        self._show_scene = show
        self._scene = Scene()
        self._met: Met | None = None  # waits

    @property
    def scene(self) -> Scene:
        """What is shown."""
        return self._scene

    def show_state(self, state: StarGanState) -> None:
        """Show what the user has set; what came of another face or model is taken back."""
        before = self._scene.state
        if state.model != before.model:
            self._met = None
            gone = dict.fromkeys(SLOTS.values())
            self._show(state=state, **gone, waiting=frozenset(), failures={})
        else:
            self._show(state=state, **dict.fromkeys(_OF_FACE if state.face != before.face else ()))

    def show_result(self, name: str, result: object) -> None:
        """Show a step of an answer."""
        failures = without(self._scene.failures, {name})
        parts: dict[str, object] = {SLOTS[name]: result}
        if isinstance(result, Met) and self._waits(result):
            self._met, parts = result, {}
        elif isinstance(result, Met):
            self._met = None
        elif isinstance(result, Edited) and self._met is not None and self._met.face == result.face:
            parts["met"], self._met = self._met, None
        self._show(**parts, waiting=self._scene.waiting - {name}, failures=failures)

    def show_waiting(self, name: str) -> None:
        """Say that an answer is late: pictures stay, pale."""
        self._release(waiting=self._scene.waiting | {name})

    def show_nothing(self, name: str) -> None:
        """Remove what was shown."""
        failures = without(self._scene.failures, {name})
        self._show(**{SLOTS[name]: None}, waiting=self._scene.waiting - {name}, failures=failures)

    def show_failure(self, name: str, failure: Failure) -> None:
        """Say what went wrong, in the place of the answer and in the corner."""
        failures = {**self._scene.failures, name: sentence(failure)}
        gone = {SLOTS[name]: None}
        self._release(**gone, failures=failures, waiting=self._scene.waiting - {name})
        if name != "picture" or "face" not in failures:  # both say the same of a face that cannot be drawn
            super().show_failure(name, failure)

    def _waits(self, met: Met) -> bool:
        edited = self._scene.edited
        return edited is not None and edited.face != met.face and not met.is_stranger

    def _release(self, **parts: object) -> None:
        """Show the face that waits: what comes of it is late, or does not come."""
        if self._met is not None:
            parts = {"met": self._met} | parts
            self._met = None
        self._show(**parts)

    def _show(self, **parts: object) -> None:
        self._scene = replace(self._scene, **parts)  # type: ignore[arg-type]
        self._show_scene(self._scene)
