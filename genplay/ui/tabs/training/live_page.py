"""What was answered of a training that is watched, and what is said of it."""

from dataclasses import replace
from typing import Any, ClassVar, Generic, TypeVar, cast

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QGuiApplication

from genplay.engine.worker import Failure
from genplay.families.training import MOST_STEPS, Advancing
from genplay.ui import text
from genplay.ui.tabs.base import Tab
from genplay.ui.tabs.part import Part
from genplay.ui.tabs.training.running import PLAY, TUNE, Running
from genplay.ui.tabs.training.watched import Step, Watched
from genplay.ui.translation import sentence
from genplay.ui.widgets.error_panel import ErrorPanel
from genplay.ui.widgets.spin import Spin
from genplay.ui.widgets.transport import Transport

SceneT = TypeVar("SceneT", bound=Watched)

_PATIENCE_MS = 150  # a step takes up to 30 ms: to mark the numbers as old before that would only flicker


class LivePage(Part, Generic[SceneT]):
    """Its slot is "live". The tab must have ``DRAGS`` among its own.

    Subclasses say what is set and show scenes: ``show_state`` calls ``set``, and each new scene, a frozen
    dataclass with ``result``, ``stale``, ``playing`` and ``failure``, comes to ``show_scene``.

    Args:
        tab: Whose state it edits.
        scene: The first one.
    """

    DRAGS: ClassVar[frozenset[str]] = frozenset({PLAY, TUNE})
    STEP: ClassVar[type]
    """What a step of this training is."""

    running: Running[Any, Any]
    """What play, step and the like do."""

    def __init__(self, tab: Tab, scene: SceneT) -> None:
        super().__init__(tab)
        self._tab = tab
        self._scene = scene
        self._details = ""
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._doubt)

    def show_scene(self, scene: SceneT) -> None:
        """Show everything."""
        raise NotImplementedError

    @property
    def scene(self) -> SceneT:
        """What is shown."""
        return self._scene

    # -- what the tab asks of it ---------------------------------------------------------------------------

    def set(self, *, asked: bool, **parts: object) -> None:
        """Show what is set; what is on screen belongs to it once it is answered.

        Args:
            asked: Whether another step is asked for than before.
            parts: What of the scene is set.
        """
        if asked:
            self._patience.start()
        self.show_parts(**parts)

    def words(self) -> str:
        """Say that the training goes on, and how far it is; "" while it rests."""
        if self.running.playing or self._under_way():
            return self.tr("Training, step {step}").format(step=text.count(self._scene.step))
        return ""

    def settled(self) -> bool:
        """Tell whether the step that is set is on screen."""
        return not self.running.playing and not self._under_way()

    def stop(self) -> None:
        """Rest at the step on screen."""
        self.running.rest()

    # -- what is answered ----------------------------------------------------------------------------------

    def show_result(self, name: str, result: object) -> None:
        """Show a step of the training, or only how far it is."""
        if isinstance(result, Advancing):
            return
        if not isinstance(result, self.STEP):
            raise TypeError(f"the slot {name!r} has no use for {type(result).__name__}")
        self._show_step(cast("Step", result))

    def show_waiting(self, name: str) -> None:
        """Show no number of an older step."""
        self._doubt()

    def show_nothing(self, name: str) -> None:
        """Remove what was shown: another page is on top."""
        self.running.halt()
        self._patience.stop()
        self.show_parts(result=None, stale=False, failure="")

    def show_stopped(self, name: str) -> None:
        """Stay where the training is, or say that it has not begun."""
        if self.running.playing:
            self.running.rest()
        elif self._under_way():
            self._fail(self.tr("It was stopped before it was where it was to go."), "")

    def show_failure(self, name: str, failure: Failure) -> None:
        """Say what went wrong in the place of the pictures."""
        self.running.rest()
        self._fail(sentence(failure), failure.details)

    def show_parts(self, **parts: object) -> None:
        """Show the scene with these parts of it anew."""
        scene = cast("Any", self._scene)
        self._scene = cast("SceneT", replace(scene, playing=self.running.playing, **parts))
        self.show_scene(self._scene)

    # -- how -----------------------------------------------------------------------------------------------

    def connect_running(self, transport: Transport, seed: Spin, error: ErrorPanel) -> None:
        """Have the transport and the seed do what they say, and the error be copied or tried again."""
        run = self.running
        transport.reset_pressed.connect(run.reset)
        transport.play_toggled.connect(run.toggle_play)
        transport.step_pressed.connect(run.step_on)
        transport.step_back_pressed.connect(run.step_back)
        transport.speed_chosen.connect(run.choose_speed)
        seed.edited.connect(run.choose_seed)
        error.retry_pressed.connect(self._tab.retry_pressed)
        error.copy_pressed.connect(self._copy)
        run.changed.connect(self._show_running)
        run.began_anew.connect(self._tell_beginning)

    def _show_step(self, result: Step) -> None:
        if result.plan.setup != self._scene.live.plan.setup:
            return  # of what was trained before
        self._patience.stop()
        self.show_parts(result=result, stale=False, failure="")
        if self.running.playing and (result.stuck or result.step >= MOST_STEPS):
            self.running.rest()
        if self.settled():
            self._tab.activity.emit()

    def _under_way(self) -> bool:
        """Tell whether the training has not come yet to where it is to rest."""
        scene = self._scene
        if scene.failure:
            return False
        result = scene.current
        return result is None or not (result.step == scene.live.step or result.stuck)

    @Slot()
    def _doubt(self) -> None:
        """Say of what is on screen that it is not what was asked for."""
        self._patience.stop()
        if self._scene.belongs:
            self.show_parts(stale=True)
        else:
            self.show_parts(result=None, stale=False)

    def _fail(self, said: str, details: str) -> None:
        self._patience.stop()
        self._details = details or said
        self.show_parts(failure=said, stale=True)

    @Slot()
    def _show_running(self) -> None:
        self.show_parts()
        self._tab.activity.emit()

    @Slot()
    def _tell_beginning(self) -> None:
        self.said.emit("info", self.tr("The training begins anew, at step 0."))

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
