"""What the gestures of the page mean: the training goes on, rests, steps; is tuned, or begins anew."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal, Slot

from genplay.families.base import SPEEDS
from genplay.families.training import MOST_STEPS
from genplay.families.vae.live import Data, Hyper, LivePlan, LiveState, Setup, first
from genplay.ui.tabs.base import Tab
from genplay.ui.tabs.player import Player
from genplay.ui.tabs.vae.train.scene import Scene

if TYPE_CHECKING:
    from genplay.families.vae.state import VaeState

PLAY, TUNE = "play", "train"
"""Names of the gestures along which the answers to earlier points are worth seeing."""
_WHOLE = {"latent", "hidden", "batch"}


class Running(QObject):
    """Edits the training of a tab's state.

    At the last of ``SPEEDS`` the training goes on by itself towards its last step; below it a clock asks for
    one step after another. From play to pause is one step of the history; so is what is tuned on the way, to
    which the steps taken with it belong.

    Args:
        tab: Its state is a ``VaeState``.
        scene: Tells what is on screen.
    """

    changed = Signal()
    """It goes on by itself, or rests."""
    began_anew = Signal()
    """Steps that were taken are no more."""

    def __init__(self, tab: Tab, scene: Callable[[], Scene]) -> None:
        super().__init__(tab)
        self._tab, self._scene = tab, scene
        self._gesture = PLAY
        self._tuning = False
        self._player = Player(self)
        self._player.stepped.connect(self._advance)
        self._player.playing_changed.connect(self._tell)

    # -- what can be asked ---------------------------------------------------------------------------------

    @property
    def playing(self) -> bool:
        """Whether the training goes on by itself."""
        return self._player.playing or self._live.goal is not None

    @property
    def here(self) -> int:
        """The step that the next one follows: on screen while it runs or is stuck, else the one asked for."""
        result = self._scene().result
        if result is None or not self._scene().belongs:
            return self._live.step
        if self._live.goal is not None:
            return max(result.step, self._live.step)
        return result.step if result.stuck else self._live.step

    @property
    def ended(self) -> bool:
        """Whether there is no next step."""
        result = self._scene().current
        return self.here >= MOST_STEPS or (result is not None and result.stuck)

    # -- what the transport does ---------------------------------------------------------------------------

    @Slot()
    def reset(self) -> None:
        """Go before the first step."""
        self.rest()
        self._tab.edit(live=replace(self._live, step=0))

    @Slot()
    def toggle_play(self) -> None:
        """Go on by itself, or rest."""
        if self.playing:
            self.rest()
        elif not self.ended:
            self._play()

    @Slot()
    def step_on(self) -> None:
        """Take a step."""
        self._step(+1)

    @Slot()
    def step_back(self) -> None:
        """Take the last step back."""
        self._step(-1)

    @Slot(int)
    def go_to(self, step: int) -> None:
        """Show a step."""
        self.rest()
        self._tab.edit_while_busy("step", live=replace(self._live, step=min(max(step, 0), MOST_STEPS)))

    @Slot(int)
    def choose_speed(self, index: int) -> None:
        """Go on at another of ``SPEEDS``."""
        playing = self.playing
        self.rest()
        self._tab.edit(pace=index)
        if playing:
            self._play()

    def show_state(self, state: "VaeState") -> None:
        """Take the speed from the state."""
        self._player.set_speed(state.pace, slow=False)

    @Slot()
    def rest(self) -> None:
        """Stay at the step on screen."""
        if not self.playing:
            return
        live = replace(self._live, step=self.here, goal=None)
        self._player.pause()
        self._tab.edit(self._gesture, live=live)
        self._tab.gesture_ended.emit()
        self._tuning = False
        self._tell()

    def halt(self) -> None:
        """Stop the clock alone: what it drives is not asked any more."""
        self._player.pause()

    # -- what is set ---------------------------------------------------------------------------------------

    @Slot(str, float)
    def tune(self, name: str, value: float) -> None:
        """Take the steps from here on with another beta, rate or batch."""
        number = int(value) if name in _WHOLE else value
        self._tune(replace(self._live.plan.at(self.here), **{name: number}))

    @Slot(str, float)
    def begin(self, name: str, value: float) -> None:
        """Begin anew with other latents, hidden units or sigma."""
        number = int(value) if name in _WHOLE else value
        self._begin(replace(self._live.plan.setup, **{name: number}))

    @Slot(str)
    def learn(self, data: Data) -> None:
        """Begin anew with other data, with the networks that suit them."""
        usual, setup = first(data), self._live.plan.setup
        hyper = replace(self._live.plan.at(self.here), batch=usual.at(0).batch)
        self._begin(replace(usual.setup, latent=setup.latent, sigma=setup.sigma, seed=setup.seed), hyper)
        self.settle()

    @Slot(int)
    def seed(self, seed: int) -> None:
        """Begin anew with other weights, minibatches and noise."""
        self._begin(replace(self._live.plan.setup, seed=seed), gesture="seed")

    @Slot()
    def set_defaults(self) -> None:
        """Set every number back; only where it must be, everything begins anew."""
        setup, usual = self._live.plan.setup, first(self._live.plan.setup.data)
        fresh = replace(usual.setup, seed=setup.seed)
        if fresh == setup:
            self._tune(usual.at(0))
        else:
            self._begin(fresh, usual.at(0))
        self.settle()

    @Slot()
    def settle(self) -> None:
        """End what is tuned; while it runs, the steps that follow belong to it."""
        self._tuning = False
        if not self.playing:
            self._tab.gesture_ended.emit()

    # -- how -----------------------------------------------------------------------------------------------

    @property
    def _live(self) -> LiveState:
        return cast("VaeState", self._tab.state).live

    def _play(self) -> None:
        here, self._gesture = self.here, PLAY
        self._tab.gesture_ended.emit()  # what rests now is what an undo comes back to
        fastest = not SPEEDS[cast("VaeState", self._tab.state).pace]
        if fastest:
            self._tab.edit(PLAY, live=replace(self._live, step=here, goal=MOST_STEPS))
        else:
            self._player.play()
        self._tell()

    def _step(self, by: int) -> None:
        self.rest()
        if by < 0 or not self.ended:
            self.go_to(self.here + by)

    @Slot(int)
    def _advance(self, steps: int) -> None:
        """Ask for the next steps, once the last ones are on screen: it walks, never jumps."""
        live, result = self._live, self._scene().current
        if result is None or result.step != live.step:
            if result is not None and result.stuck:
                self.rest()
            return
        if self.ended:
            self.rest()
            return
        target = min(live.step + max(steps, 1), MOST_STEPS)
        self._tab.edit(self._gesture, live=replace(live, step=target))

    def _tune(self, hyper: Hyper) -> None:
        here = self.here
        if hyper != self._live.plan.at(here):
            self._change(self._live.plan.changed(here, hyper), here)

    def _begin(self, setup: Setup, hyper: Hyper | None = None, gesture: str = "") -> None:
        plan = LivePlan.of(setup, self._live.plan.at(self.here) if hyper is None else hyper)
        if plan.setup != self._live.plan.setup:
            if self.here:
                self.began_anew.emit()
            self._change(plan, 0, gesture)

    def _change(self, plan: LivePlan, step: int, gesture: str = "") -> None:
        """Follow another plan from a step on; if it runs, what ran before is a step of the history."""
        goal = self._live.goal
        if self.playing:
            if not self._tuning:
                self._tab.edit(self._gesture, live=replace(self._live, step=self.here, goal=None))
                self._tab.gesture_ended.emit()
                self._gesture, self._tuning = TUNE, True
            self._tab.edit(TUNE, live=LiveState(plan=plan, step=step, goal=goal))
        elif gesture:
            self._tab.edit_while_busy(gesture, live=LiveState(plan=plan, step=step))
        else:
            self._tab.edit(TUNE, live=LiveState(plan=plan, step=step))

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()
