"""What was answered of the training, and of the step that slow motion stands at."""

from collections.abc import Callable

from genplay.engine.worker import Failure
from genplay.families.gan import Dissected, GanState, GanStep
from genplay.families.training import Advancing
from genplay.ui.tabs.base import Tab
from genplay.ui.tabs.gan.running import GanRunning
from genplay.ui.tabs.gan.scene import Scene
from genplay.ui.tabs.training.live_page import LivePage

SLOTS = ("live", "slow")


class GanLivePage(LivePage[Scene]):
    """Its slots are "live" and "slow".

    Args:
        tab: Whose state it edits; that is a ``GanState``.
        show: Shows a scene.
    """

    STEP = GanStep

    def __init__(self, tab: Tab, show: Callable[[Scene], None]) -> None:
        super().__init__(tab, Scene())
        self._show_scene = show
        self.running = self.run = GanRunning(tab, lambda: self.scene)

    def show_scene(self, scene: Scene) -> None:
        """Show everything."""
        self._show_scene(scene)

    def show_state(self, state: GanState) -> None:
        """Show what is set."""
        self.run.show_state(state)
        asked = (state.live.plan, state.live.step) != (self.scene.live.plan, self.scene.live.step)
        self.set(asked=asked or state.live.goal != self.scene.live.goal, state=state)

    def show_result(self, name: str, result: object) -> None:
        """Show a step of the training, what happens in one, or only how far it is."""
        if name != "slow":
            super().show_result(name, result)
        elif isinstance(result, Dissected):
            self.show_parts(slow=result)
            self._tab.activity.emit()
        elif not isinstance(result, Advancing):
            raise TypeError(f"the slot {name!r} has no use for {type(result).__name__}")

    def show_waiting(self, name: str) -> None:
        """Show no number of an older step; of another one in slow motion nothing is shown anyway."""
        if name != "slow":
            super().show_waiting(name)

    def show_nothing(self, name: str) -> None:
        """Remove what was shown."""
        if name == "slow":
            self.show_parts(slow=None)
        else:
            super().show_nothing(name)

    def show_stopped(self, name: str) -> None:
        """Stay where the training is, or say that it has not begun."""
        if name != "slow":
            super().show_stopped(name)

    def show_failure(self, name: str, failure: Failure) -> None:
        """Say what went wrong in the place of the pictures."""
        if name == "slow":
            self.show_parts(slow=None)
        super().show_failure(name, failure)

    def settled(self) -> bool:
        """Tell whether the step that is set, and the act of it, are on screen."""
        scene = self.scene
        known = scene.phase is None or scene.moved is not None or bool(scene.slow and scene.slow.stuck)
        return super().settled() and (known or bool(scene.failure))
