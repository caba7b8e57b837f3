"""The page "Train live": what was answered of a training, and what the user does with it."""

from dataclasses import replace

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QGuiApplication

from genplay.engine.worker import Failure
from genplay.families.training import MOST_STEPS, Advancing
from genplay.families.vae.live import LiveStep
from genplay.families.vae.state import VaeState
from genplay.ui.tabs.base import Tab
from genplay.ui.tabs.part import Part
from genplay.ui.tabs.vae.train import running, words
from genplay.ui.tabs.vae.train.running import Running
from genplay.ui.tabs.vae.train.scene import Scene
from genplay.ui.tabs.vae.train.view import LiveView
from genplay.ui.translation import sentence

_PATIENCE_MS = 150  # a step takes up to 20 ms: to mark the numbers as old before that would only flicker


class LivePage(Part):
    """Its slot is "live". The tab must have ``DRAGS`` among its own.

    Args:
        tab: Whose state it edits; that is a ``VaeState``.

    Attributes:
        view: Everything below the tab's header, without margins.
        running: What play, step and the like do.
    """

    DRAGS = frozenset({running.PLAY, running.TUNE})

    def __init__(self, tab: Tab) -> None:
        super().__init__(tab)
        self.view = LiveView()
        self._tab = tab
        self._scene = Scene()
        self._details = ""
        self.running = Running(tab, lambda: self._scene)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._doubt)
        self._connect()

    @property
    def scene(self) -> Scene:
        """What is shown."""
        return self._scene

    # -- what the tab asks of it ---------------------------------------------------------------------------

    def show_state(self, state: VaeState) -> None:
        """Show what is set; what is on screen belongs to it once it is answered."""
        self.running.show_state(state)
        if state.page == "train" and state.live.request() != self._scene.live.request():
            self._patience.start()
        self._show(live=state.live, pace=state.pace)

    def words(self) -> str:
        """Say that the training goes on, and how far it is; "" while it rests."""
        if self.running.playing or self._under_way():
            return words.training(self._scene.step)
        return ""

    def settled(self) -> bool:
        """Tell whether the step that is set is on screen."""
        return not self.running.playing and not self._under_way()

    def stop(self) -> None:
        """Rest at the step on screen."""
        self.running.rest()

    def set_projector(self, on: bool) -> None:
        """Show formula, pictures and transport only, or everything."""
        self.view.set_projector(on)

    # -- what is answered ----------------------------------------------------------------------------------

    def show_result(self, name: str, result: object) -> None:
        """Show a step of the training, or only how far it is."""
        match result:
            case Advancing():
                pass
            case LiveStep():
                self._show_step(result)
            case _:
                raise TypeError(f"the slot {name!r} has no use for {type(result).__name__}")

    def show_waiting(self, name: str) -> None:
        """Show no number of an older step."""
        self._doubt()

    def show_nothing(self, name: str) -> None:
        """Remove what was shown: another page is on top."""
        self.running.halt()
        self._patience.stop()
        self._show(result=None, stale=False, failure="")

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

    def _show_step(self, result: LiveStep) -> None:
        if result.plan.setup != self._scene.live.plan.setup:
            return  # of what was trained before
        self._patience.stop()
        self._show(result=result, stale=False, failure="")
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
            self._show(stale=True)
        else:
            self._show(result=None, stale=False)

    def _fail(self, said: str, details: str) -> None:
        self._patience.stop()
        self._details = details or said
        self._show(failure=said, stale=True)

    # -- how -----------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        view, run, transport = self.view, self.running, self.view.transport
        transport.reset_pressed.connect(run.reset)
        transport.play_toggled.connect(run.toggle_play)
        transport.step_pressed.connect(run.step_on)
        transport.step_back_pressed.connect(run.step_back)
        transport.speed_chosen.connect(run.choose_speed)
        view.seed.edited.connect(run.seed)
        view.setup.data_chosen.connect(run.learn)
        view.setup.tuned.connect(run.tune)
        view.setup.begun.connect(run.begin)
        view.setup.settled.connect(run.settle)
        view.setup.reset_pressed.connect(run.set_defaults)
        for panel in (view.losses, view.kl):
            panel.picked.connect(run.go_to)
        view.error.retry_pressed.connect(self._tab.retry_pressed)
        view.error.copy_pressed.connect(self._copy)
        run.changed.connect(self._show_running)
        run.began_anew.connect(self._tell_beginning)

    @Slot()
    def _show_running(self) -> None:
        self._show()
        self._tab.activity.emit()

    @Slot()
    def _tell_beginning(self) -> None:
        self.said.emit("info", self.tr("The training begins anew, at step 0."))

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)

    def _show(self, **parts: object) -> None:
        self._scene = replace(self._scene, playing=self.running.playing, **parts)
        self.view.show_scene(self._scene)
