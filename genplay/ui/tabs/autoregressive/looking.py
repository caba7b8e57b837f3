"""One model looked at closely: what it said, and what is pointed at."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from genplay.engine.worker import Failure
from genplay.families.autoregressive import (
    MODELS,
    AutoregressiveState,
    Averaged,
    Comparison,
    Conditionals,
    Samples,
)
from genplay.families.base import Bits
from genplay.ui.tabs.autoregressive.scene import Scene
from genplay.ui.tabs.autoregressive.view import View
from genplay.ui.tabs.autoregressive.walk import PixelWalk
from genplay.ui.tabs.part import Part
from genplay.ui.translation import sentence

if TYPE_CHECKING:
    from genplay.ui.tabs.autoregressive.tab import AutoregressiveTab


class Looking(Part):
    """The tab's first page. Its slots are "score", "whatif", the flip's consequences, and "average".

    Args:
        tab: Whose state it edits.
        examples: Pictures to begin with.
    """

    def __init__(self, tab: "AutoregressiveTab", examples: Sequence[tuple[str, Bits]]) -> None:
        super().__init__(tab)
        self.details = ""  # of what went wrong
        self.view = View(examples)
        self.walk = PixelWalk(tab, self.view.transport)
        self._tab = tab
        self._scene = Scene()
        self._connect_panels()
        self._connect_sampling()
        self.view.maps.set_loading(self.tr("Loading {model}").format(model=MODELS[self._scene.state.model]))

    @property
    def scene(self) -> Scene:
        """What is shown."""
        return self._scene

    def show_state(self, state: AutoregressiveState) -> None:
        """Show what the user has set."""
        self.walk.player.set_speed(state.speed, slow=state.slow)
        self.view.transport.set_playing(self.walk.player.playing)
        self._show(state=state)

    def show_result(self, name: str, result: object) -> None:
        """Show a step of an answer."""
        match result:
            case Conditionals():
                self.view.maps.set_ready()
                self._show(result=result)
            case Comparison():
                self._show(comparison=result)
            case Averaged():
                self._show(averaged=result)
            case _:
                raise TypeError(f"the slot {name!r} has no use for {type(result).__name__}")

    def show_waiting(self, name: str) -> None:
        """Blank the numbers of an older answer."""
        if name == "score":
            self.view.maps.set_waiting(True)
            self.view.maps.set_error(None)
        self.show_nothing(name)

    def show_nothing(self, name: str) -> None:
        """Remove what was shown."""
        match name:
            case "whatif":
                self._show(comparison=None)
            case "average":
                self._show(averaged=None)
            case _:
                self._show(result=None)

    def show_stopped(self, name: str) -> None:
        """Say so where the answer would have been."""
        if name == "score" and self._scene.result is None:
            self.details = self.tr("The answer was stopped.")
            self.view.maps.set_ready()
            self.view.maps.set_error(self.tr("Stopped"), self.tr("Try again, or change the drawing."))

    def show_failure(self, name: str, failure: Failure) -> None:
        """Show the error where the answer would have been."""
        if name != "score":
            super().show_failure(name, failure)
            return
        self.details = failure.details
        self.view.maps.set_ready()
        self._show(result=None)
        self.view.maps.set_error(self.tr("There is no answer"), sentence(failure))

    def forget_pointer(self) -> None:
        """Speak of no pixel under the pointer until it moves again."""
        self._scene = replace(self._scene, hovered=None)

    def flip_focus(self) -> None:
        """Compare with the pixel in focus flipped."""
        focus = self._scene.focus
        if focus is None:
            self.said.emit("info", self.tr("Point at a pixel first."))
        else:
            self.flip(focus)

    @Slot(int)
    def flip(self, pixel: int) -> None:
        """Compare with a pixel flipped; the same pixel again ends the comparison."""
        self._tab.edit(flip=None if self._tab.state.flip == pixel else pixel)

    @Slot()
    def end_flip(self) -> None:
        """End the comparison."""
        self._tab.edit(flip=None)

    def _connect_panels(self) -> None:
        view = self.view
        self._tab.pen.listen(view.drawing)
        self.walk.changed.connect(self._show_walk)
        view.drawing.canvas.picked.connect(self.walk.pick)
        for pointed in (view.drawing.canvas, *view.maps.maps):
            pointed.hovered.connect(self._hover)
            pointed.flip_requested.connect(self.flip)
        for shown in view.maps.maps:
            shown.picked.connect(self.walk.pick)
        view.maps.retry_pressed.connect(self._tab.retry_pressed)
        view.maps.copy_pressed.connect(lambda: self._tab.copy(self.details))
        view.sums.hovered.connect(self._hover)
        view.sums.picked.connect(self.walk.go_to)
        view.score.flip_ended.connect(self.end_flip)

    def _connect_sampling(self) -> None:
        view, sampling = self.view, self._tab.sampling
        view.score.sample_pressed.connect(sampling.again)
        view.score.samples_closed.connect(sampling.close)
        view.score.sample_chosen.connect(sampling.take)
        view.seed.edited.connect(partial(self._tab.choose_number, "seed"))
        view.temperature.edited.connect(partial(self._tab.choose_number, "temperature"))
        view.sample.clicked.connect(sampling.complete)
        sampling.shown.connect(self._show_samples)

    def _show(self, **parts: object) -> None:
        self._scene = replace(self._scene, **parts)
        if self._scene.state.page == "one":
            self.view.show_scene(self._scene)

    @Slot()
    def _show_walk(self) -> None:
        # What the pointer last read is not what a walk, or a layout that moves under it, speaks of.
        self._show(playing=self.walk.player.playing, phase=self.walk.player.phase, hovered=None)

    @Slot(object)
    def _hover(self, pixel: int | None) -> None:
        if self._tab.pen.drawing:
            return
        self._scene = replace(self._scene, hovered=pixel)
        self.view.show_focus(self._scene)

    @Slot(object)
    def _show_samples(self, samples: Samples | None) -> None:
        if samples is None:
            self._show(samples=None)
        else:  # they grow a frame at a time
            self._scene = replace(self._scene, samples=samples)
            self.view.show_samples(self._scene)
