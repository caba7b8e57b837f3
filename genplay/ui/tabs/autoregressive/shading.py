"""A grey picture under RNADE: what is asked about it, what came back, and what is pointed at."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction

from genplay.data import examples
from genplay.engine.worker import Failure
from genplay.families.autoregressive import (
    GREY_MODEL_NAME,
    PIXELS,
    AutoregressiveState,
    GreySamples,
    Mixtures,
)
from genplay.ui.tabs.autoregressive.grey.scene import GreyScene
from genplay.ui.tabs.autoregressive.grey.view import GreyView
from genplay.ui.tabs.autoregressive.grey_pen import GreyPen
from genplay.ui.tabs.autoregressive.grey_sampling import GreySampling
from genplay.ui.tabs.part import Part
from genplay.ui.translation import sentence

if TYPE_CHECKING:
    from genplay.ui.tabs.autoregressive.tab import AutoregressiveTab


class Shading(Part):
    """The tab's page of grey pictures. Its slot is "grey".

    Args:
        tab: Whose state it edits.
    """

    def __init__(self, tab: "AutoregressiveTab") -> None:
        super().__init__(tab)
        pictures = examples.grey_examples()
        self.pen = GreyPen(tab, [picture.levels for picture in pictures])
        self.sampling = GreySampling(tab)
        self.sampling.shown.connect(self._show_samples)
        self._tab = tab
        self._examples = [(picture.name, picture.levels) for picture in pictures]
        self._scene = GreyScene()
        self._view: GreyView | None = None
        self._acts: Sequence[tuple[QAction, str]] = ()
        self._details = ""  # of what went wrong
        self._answered = False

    @property
    def view(self) -> GreyView:
        """The page, made when it is first asked for."""
        if self._view is None:
            self._view = view = GreyView(self._examples)
            self.pen.listen(view.drawing)
            view.drawing.set_acts(self._acts)
            view.hovered.connect(self._hover)
            view.picked.connect(self.pin)
            view.maps.retry_pressed.connect(self._tab.retry_pressed)
            view.maps.copy_pressed.connect(self._copy_details)
            view.score.sample_pressed.connect(self.sampling.again)
            view.score.samples_closed.connect(self.sampling.close)
            view.score.sample_chosen.connect(self.sampling.take)
            view.bar.noise.edited.connect(self._choose_noise)
            view.bar.seed.edited.connect(partial(self._tab.choose_number, "seed"))
            view.bar.temperature.edited.connect(partial(self._tab.choose_number, "temperature"))
            view.bar.sample.clicked.connect(self.sampling.complete)
        return self._view

    @property
    def on(self) -> bool:
        """Whether the page is turned to."""
        return self._scene.state.page == "grey"

    @property
    def result(self) -> Mixtures | None:
        """The picture's conditionals, or None while they are awaited."""
        return self._scene.result

    @property
    def focus(self) -> int | None:
        """Index of the pixel that the numbers speak of."""
        return self._scene.focus

    @property
    def settled(self) -> bool:
        """Whether the samples have grown."""
        return not self.sampling.reveal.running

    def set_acts(self, actions: Sequence[tuple[QAction, str]]) -> None:
        """Have a button below the drawing tools for each action, with the icon of this name."""
        self._acts = actions
        if self._view is not None:
            self._view.drawing.set_acts(actions)

    def show_state(self, state: AutoregressiveState) -> None:
        """Show what the user has set."""
        if state.page == "grey" and not self.on and not self._answered:
            self._set_loading()
        self._show(state=state)

    def show_result(self, name: str, result: object) -> None:
        """Show the answer."""
        assert isinstance(result, Mixtures)
        self._answered = True
        self.view.maps.set_ready()
        self._show(result=result)

    def show_waiting(self, name: str) -> None:
        """Blank what answers an older question."""
        self.view.maps.set_error(None)
        if self._answered:
            self.view.maps.set_waiting(True)
        else:
            self._set_loading()
        self._show(result=None)

    def show_nothing(self, name: str) -> None:
        """Remove what was shown."""
        self._show(result=None)

    def show_stopped(self, name: str) -> None:
        """Say so where the answer would have been."""
        if self.result is None:
            self._details = self.tr("The answer was stopped.")
            self.view.maps.set_ready()
            self.view.maps.set_error(self.tr("Stopped"), self.tr("Try again, or change the picture."))

    def show_failure(self, name: str, failure: Failure) -> None:
        """Show the error where the answer would have been."""
        self._details = failure.details
        self.view.maps.set_ready()
        self._show(result=None)
        self.view.maps.set_error(self.tr("There is no answer"), sentence(failure))

    def forget_pointer(self) -> None:
        """Speak of no pixel under the pointer until it moves again."""
        self._scene = replace(self._scene, hovered=None)

    @Slot(int)
    def pin(self, pixel: int) -> None:
        """Keep a pixel's density in view; the same pixel again lets it go."""
        grey = self._tab.state.grey
        self._tab.edit(grey=replace(grey, pixel=None if grey.pixel == pixel else pixel))

    def step(self, by: int) -> None:
        """Keep the density of a pixel so many further on in view."""
        grey = self._tab.state.grey
        at = -1 if grey.pixel is None else grey.pixel
        self.forget_pointer()
        pixel = min(max(at + by, 0), PIXELS - 1)
        self._tab.edit_while_busy("step", grey=replace(grey, pixel=pixel))

    def _set_loading(self) -> None:
        self.view.maps.set_loading(self.tr("Loading {model}").format(model=GREY_MODEL_NAME))

    def _show(self, **parts: object) -> None:
        self._scene = replace(self._scene, **parts)
        if self.on:
            self.view.show_scene(self._scene)

    @Slot(object, bool)
    def _hover(self, pixel: int | None, draws: bool) -> None:
        if self.pen.drawing:
            return
        self._scene = replace(self._scene, hovered=pixel, draws=draws)
        self.view.show_focus(self._scene)

    @Slot(int)
    def _choose_noise(self, noise: int) -> None:
        self._tab.edit_while_busy("noise", grey=replace(self._tab.state.grey, noise=noise))

    @Slot(object)
    def _show_samples(self, samples: GreySamples | None) -> None:
        if samples is None:
            self._show(samples=None)
            return
        self._scene = replace(self._scene, samples=samples)
        if self.on:  # they grow a frame at a time
            self.view.show_samples(self._scene)

    @Slot()
    def _copy_details(self) -> None:
        self._tab.copy(self._details)
