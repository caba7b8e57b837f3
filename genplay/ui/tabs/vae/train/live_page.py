"""The page "Train live": what was answered of a training, and what the user does with it."""

from genplay.families.vae.live import LiveStep
from genplay.families.vae.state import VaeState
from genplay.ui.tabs.base import Tab
from genplay.ui.tabs.training.live_page import LivePage
from genplay.ui.tabs.vae.train.running import VaeRunning
from genplay.ui.tabs.vae.train.scene import Scene
from genplay.ui.tabs.vae.train.view import LiveView


class VaeLivePage(LivePage[Scene]):
    """Its slot is "live".

    Args:
        tab: Whose state it edits; that is a ``VaeState``.

    Attributes:
        view: Everything below the tab's header, without margins.
    """

    STEP = LiveStep

    def __init__(self, tab: Tab) -> None:
        super().__init__(tab, Scene())
        self.view = LiveView()
        self.running = self._running = VaeRunning(tab, lambda: self.scene)
        self._connect()

    def show_scene(self, scene: Scene) -> None:
        """Show everything."""
        self.view.show_scene(scene)

    def show_state(self, state: VaeState) -> None:
        """Show what is set."""
        self.running.show_pace(state.pace)
        asked = state.page == "train" and state.live.request() != self.scene.live.request()
        self.set(asked=asked, live=state.live, pace=state.pace)

    def set_projector(self, on: bool) -> None:
        """Show formula, pictures and transport only, or everything."""
        self.view.set_projector(on)

    def _connect(self) -> None:
        view, run = self.view, self._running
        self.connect_running(view.transport, view.seed, view.error)
        view.setup.data_chosen.connect(run.learn)
        view.setup.tuned.connect(run.tune_number)
        view.setup.begun.connect(run.begin_with)
        view.setup.settled.connect(run.settle)
        view.setup.reset_pressed.connect(run.set_defaults)
        for panel in (view.losses, view.kl):
            panel.picked.connect(run.go_to)
