"""What the gestures of the tab mean: the two players move, act by act if need be; what is set is set."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import cast

from PySide6.QtCore import Slot

from genplay.families.gan import (
    Data,
    GanLive,
    GanState,
    Hyper,
    Setup,
    Turn,
    first,
)
from genplay.ui.tabs.base import Tab
from genplay.ui.tabs.gan.scene import Scene
from genplay.ui.tabs.training.running import PLAY, Running

ACTS_A_SECOND = (0.25, 0.5, 0.75, 1.0, 1.5, 2.0)
"""In slow motion, by the index of the speed: each comes with a sentence to be read."""


class GanRunning(Running[Setup, Hyper]):
    """Edits the training of a ``GanState``; in slow motion it goes from act to act.

    Args:
        tab: Its state is a ``GanState``.
        scene: Tells what is on screen.
    """

    def __init__(self, tab: Tab, scene: Callable[[], Scene]) -> None:
        super().__init__(tab, scene)
        self._shown = scene

    # -- what the transport does ---------------------------------------------------------------------------

    def show_state(self, state: GanState) -> None:
        """Take the speed from the state."""
        self.show_pace(state.pace)
        if state.slow:
            self._player.set_beats(ACTS_A_SECOND[state.pace])

    @Slot()
    def step_on(self) -> None:
        """Take a step; in slow motion, go on to its next act."""
        if not self._state.slow:
            super().step_on()
            return
        self.rest()
        if not (self.ended or self._is_stuck()):
            self._put_acts(self._state.slowed(), "step")

    @Slot()
    def step_back(self) -> None:
        """Take the last step back; in slow motion, go back to the act before."""
        state = self._state
        if not state.slow:
            super().step_back()
            return
        self.rest()
        if state.phase is not None:
            self._put_acts(replace(state, phase=state.phase - 1 if state.phase else None), "step")
        elif state.live.step:
            before = state.following(state.live.back())
            self._put_acts(replace(before, phase=len(before.phases) - 1), "step")

    def move(self, turn: Turn) -> None:
        """Let D, G or both move once; in slow motion, begin that move."""
        self.rest()
        if self.ended:
            return
        state = self._state
        moved = state.live.moved(turn)
        if state.slow:
            self._put_acts(replace(state.following(replace(moved, step=state.live.step)), phase=0), "step")
        else:
            self._put_acts(state.following(moved), "step")

    @Slot()
    def toggle_slow(self) -> None:
        """Say each act of a step, or only take steps."""
        playing = self.playing
        self.rest()
        self._tab.edit(slow=not self._state.slow, phase=None)
        if playing:
            self._play()

    @Slot(int)
    def go_to_phase(self, phase: int) -> None:
        """Show an act of the next step."""
        self.rest()
        if not self.ended:
            self._put_acts(replace(self._state, slow=True, phase=phase), "step")

    # -- what is set ---------------------------------------------------------------------------------------

    @Slot(str, object)
    def tune_value(self, name: str, value: object) -> None:
        """Take the steps from here on, of both players, with another loss, rate, batch or the like."""
        now = self._live.plan.at(self.here)
        if getattr(now, name) != value:
            self.tune(replace(self._hyper, **{name: value}))
        self.settle()

    @Slot(str, object)
    def begin_with(self, name: str, value: object) -> None:
        """Begin anew with other noise or other networks."""
        self.begin(replace(self._live.plan.setup, **{name: value}))
        self.settle()

    @Slot(str)
    def learn(self, data: Data) -> None:
        """Begin anew with another preset."""
        self.begin(replace(self._live.plan.setup, data=data, points=()))
        self.settle()

    @Slot()
    def set_defaults(self) -> None:
        """Set every number back; only where it must be, everything begins anew."""
        setup = self._live.plan.setup
        usual = first(setup.data, setup.points)
        fresh = replace(usual.setup, seed=setup.seed)
        if fresh == setup:
            self.tune(usual.at(0))
        else:
            self.begin(fresh, usual.at(0))
        self.settle()

    # -- how -----------------------------------------------------------------------------------------------

    @property
    def _state(self) -> GanState:
        return cast("GanState", self._tab.state)

    @property
    def _hyper(self) -> Hyper:
        return replace(self._live.plan.at(self.here), turn="both")

    def _values(self, live: object) -> Mapping[str, object]:
        return {"live": live, "phase": None}

    def _play(self) -> None:
        super()._play()
        if self._state.slow:
            self._advance(1)  # the first act at once

    def _clocked(self) -> bool:
        return self._state.slow or super()._clocked()

    @Slot(int)
    def _advance(self, steps: int) -> None:
        """Ask for the next steps, or the next act, once the last one is on screen."""
        state, scene = self._state, self._shown()
        if not state.slow:
            super()._advance(steps)
        elif self._is_stuck() or (state.phase is None and self.ended):
            self.rest()
        elif scene.moved is not None or (state.phase is None and self._is_here(state.live)):
            self._put_acts(state.slowed(), PLAY)

    def _is_here(self, live: GanLive) -> bool:
        """Tell whether the step that is set is on screen."""
        result = self._shown().current
        return result is not None and result.step == live.step

    def _is_stuck(self) -> bool:
        """Tell whether the move that slow motion stands at cannot be taken."""
        scene = self._shown()
        return scene.phase is not None and scene.slow is not None and scene.slow.stuck and scene.moved is None

    def _put_acts(self, state: GanState, gesture: str) -> None:
        if gesture == PLAY:
            self._tab.edit(self._gesture, live=state.live, phase=state.phase, slow=state.slow)
        else:
            self._tab.edit_while_busy(gesture, live=state.live, phase=state.phase, slow=state.slow)
