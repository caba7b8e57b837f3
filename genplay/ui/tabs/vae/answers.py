"""What was answered about the drawing and its code: the scene of the explore page, and when it is shown."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from genplay.engine.worker import Failure
from genplay.families.vae import (
    Code,
    Decode,
    Estimated,
    Sandwiched,
    VaeState,
    Working,
)
from genplay.ui.tabs.part import Part, without
from genplay.ui.tabs.vae.scene import Scene
from genplay.ui.translation import sentence

if TYPE_CHECKING:
    from genplay.ui.tabs.vae.tab import VaeTab

SLOTS: Mapping[str, tuple[str, ...]] = {
    "decode": ("decoded",),
    "encode": ("encoded",),
    "second": ("second",),
    "mean": ("mean",),
    "sandwich": ("sandwiched", "estimated"),
    "improve": ("climb",),
    "bound": ("bounds",),
    "cloud": ("points",),
    "manifold": ("sheet",),
    "neighbours": ("nearest",),
    "probe": ("probed",),
    "prior": ("prior",),
    "pointed": ("pointed",),
}
"""The slots of the page, and which parts of the scene their answers are."""
_PARTS: Mapping[type, str] = {Sandwiched: "sandwiched", Estimated: "estimated"}
"""What an answer is that comes in a slot of several parts."""
_OF_MODEL = tuple(part for parts in SLOTS.values() for part in parts)
_OF_DRAWING = ("encoded", "mean", "sandwiched", "estimated", "climb", "bounds", "nearest", "probed")


class Answers(Part):
    """Shows the answers of all slots of ``SLOTS``.

    Args:
        tab: Whose they are.
        show: Shows a scene.
    """

    def __init__(self, tab: "VaeTab", show: Callable[[Scene], None]) -> None:
        super().__init__(tab)
        self._tab, self._show_scene = tab, show
        self._scene = Scene()

    @property
    def scene(self) -> Scene:
        """What is shown."""
        return self._scene

    def show_state(self, state: VaeState) -> None:
        """Show what the user has set; answers of another model, or about another drawing, are taken back."""
        before = self._scene.state
        if state.model != before.model:
            self._show(state=state, **dict.fromkeys(_OF_MODEL), waiting=frozenset(), failures={})
        elif state.drawing != before.drawing and not self._tab.drawing:
            self._show(state=state, **dict.fromkeys(_OF_DRAWING))
        else:
            self._show(state=state)

    def show_result(self, name: str, result: object) -> None:
        """Show a step of an answer."""
        if isinstance(result, Working):
            return
        parts = SLOTS[name]
        part = parts[0] if len(parts) == 1 else _PARTS[type(result)]
        failures = without(self._scene.failures, {name})
        self._show(**{part: result}, waiting=self._scene.waiting - {name}, failures=failures)

    def show_waiting(self, name: str) -> None:
        """Say that an answer is late; a picture stays, pale, and numbers leave."""
        kept = ("decode", "mean", "sandwich", "cloud", "manifold", "pointed")
        gone = {} if name in kept else dict.fromkeys(SLOTS[name])
        self._show(**gone, waiting=self._scene.waiting | {name})

    def show_nothing(self, name: str) -> None:
        """Remove what was shown."""
        failures = without(self._scene.failures, {name})
        self._show(**dict.fromkeys(SLOTS[name]), waiting=self._scene.waiting - {name}, failures=failures)

    def show_failure(self, name: str, failure: Failure) -> None:
        """Say what went wrong, in the place of the answer and in the corner."""
        self._show(**dict.fromkeys(SLOTS[name]), failures={**self._scene.failures, name: sentence(failure)})
        super().show_failure(name, failure)

    def point_at(self, code: Code | None) -> None:
        """Have the picture of a code shown while the pointer is on it."""
        if code is None:
            self._show(pointed=None)
        else:
            state = self._scene.state
            self._tab.asked.emit("pointed", Decode(state.model, code, state.seed))

    def show_walk(self, *, playing: bool, phase: int | None) -> None:
        """Show that the transport plays, and what happens in slow motion."""
        self._show(playing=playing, phase=phase)

    @Slot()
    def forget_pointer(self) -> None:
        """Show the picture of the code again."""
        if self._scene.pointed is not None:
            self._show(pointed=None)

    def _show(self, **parts: object) -> None:
        self._scene = replace(self._scene, **parts)  # type: ignore[arg-type]
        self._show_scene(self._scene)
