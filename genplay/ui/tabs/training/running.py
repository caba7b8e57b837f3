"""What the gestures of a page of live training mean: it goes on, rests, steps, is tuned, or begins anew."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Generic, TypeVar, cast

from PySide6.QtCore import QObject, Signal, Slot

from genplay.families.base import SPEEDS
from genplay.families.training import MOST_STEPS, Live, Plan
from genplay.ui.tabs.base import Tab
from genplay.ui.tabs.player import Player
from genplay.ui.tabs.training.watched import Watched

S = TypeVar("S")
H = TypeVar("H")

PLAY, TUNE, SEED = "play", "train", "seed"
"""Names of the gestures along which the answers to earlier points are worth seeing."""


class Running(QObject, Generic[S, H]):
    """Edits ``live`` and ``pace`` of a tab's state.

    At the last of ``SPEEDS`` the training goes on by itself towards its last step; below it a clock asks for
    one step after another. From play to pause is one step of the history; so is what is tuned on the way, to
    which the steps taken with it belong.

    Args:
        tab: Its state has ``live`` and ``pace``.
        scene: Tells what is on screen.
    """

    changed = Signal()
    """It goes on by itself, or rests."""
    began_anew = Signal()
    """Steps that were taken are no more."""

    def __init__(self, tab: Tab, scene: Callable[[], Watched]) -> None:
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
        self._tab.edit(**self._values(replace(self._live, step=0)))

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
        step = min(max(step, 0), MOST_STEPS)
        self._tab.edit_while_busy("step", **self._values(replace(self._live, step=step)))

    @Slot(int)
    def choose_speed(self, index: int) -> None:
        """Go on at another of ``SPEEDS``."""
        playing = self.playing
        self.rest()
        self._tab.edit(pace=index)
        if playing:
            self._play()

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

    def show_pace(self, pace: int) -> None:
        """Take the speed, an index into ``SPEEDS``, from the state."""
        self._player.set_speed(pace, slow=False)

    def halt(self) -> None:
        """Stop the clock alone: what it drives is not asked any more."""
        self._player.pause()

    # -- what is set ---------------------------------------------------------------------------------------

    def tune(self, hyper: H) -> None:
        """Take the steps from here on with other numbers."""
        here = self.here
        if hyper != self._live.plan.at(here):
            self._change(self._live.plan.changed(here, hyper), here)

    def begin(self, setup: S, hyper: H | None = None, gesture: str = "") -> None:
        """Begin anew with another setup, if it is another, and with these numbers or those that are set."""
        plan: Plan[S, H] = type(self._live.plan).of(setup, self._hyper if hyper is None else hyper)
        if plan.setup != self._live.plan.setup:
            if self.here:
                self.began_anew.emit()
            self._change(plan, 0, gesture)

    @Slot(int)
    def choose_seed(self, seed: int) -> None:
        """Begin anew with other weights, minibatches and noise."""
        setup: Any = self._live.plan.setup
        self.begin(replace(setup, seed=seed), gesture=SEED)

    @Slot()
    def settle(self) -> None:
        """End what is tuned; while it runs, the steps that follow belong to it."""
        self._tuning = False
        if not self.playing:
            self._tab.gesture_ended.emit()

    # -- how -----------------------------------------------------------------------------------------------

    @property
    def _live(self) -> Live[S, H]:
        return cast("Any", self._tab.state).live

    @property
    def _hyper(self) -> H:
        """Return what is set for the next step."""
        return self._live.plan.at(self.here)

    def _values(self, live: Live[S, H]) -> Mapping[str, Any]:
        """Return what of the tab's state another training, or another step of it, changes."""
        return {"live": live}

    def _play(self) -> None:
        here, self._gesture = self.here, PLAY
        self._tab.gesture_ended.emit()  # what rests now is what an undo comes back to
        if self._clocked():
            self._player.play()
        else:
            self._tab.edit(PLAY, **self._values(replace(self._live, step=here, goal=MOST_STEPS)))
        self._tell()

    def _clocked(self) -> bool:
        """Tell whether the clock asks for one step after another."""
        return SPEEDS[cast("Any", self._tab.state).pace] != 0

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
        self._tab.edit(self._gesture, **self._values(replace(live, step=target)))

    def _change(self, plan: Plan[S, H], step: int, gesture: str = "") -> None:
        """Follow another plan from a step on; if it runs, what ran before is a step of the history."""
        goal = self._live.goal
        if self.playing:
            if not self._tuning:
                before = replace(self._live, step=self.here, goal=None)
                self._tab.edit(self._gesture, **self._values(before))
                self._tab.gesture_ended.emit()
                self._gesture, self._tuning = TUNE, True
            after = replace(self._live, plan=plan, step=step, goal=goal)
            self._tab.edit(TUNE, **self._values(after))
            return
        values = self._values(replace(self._live, plan=plan, step=step, goal=None))
        if gesture:
            self._tab.edit_while_busy(gesture, **values)
        else:
            self._tab.edit(TUNE, **values)

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()
