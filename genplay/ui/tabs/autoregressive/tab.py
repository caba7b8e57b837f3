"""The Autoregressive tab: draw, watch every conditional, walk the chain rule, complete, compare."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QAction, QFocusEvent, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from genplay.data import examples
from genplay.engine.worker import Failure
from genplay.families.autoregressive import (
    MODELS,
    Anomalies,
    AutoregressiveState,
    Averaged,
    Comparison,
    Conditionals,
    GreySamples,
    Import,
    Imported,
    Mixtures,
    Samples,
    Seen,
)
from genplay.families.base import Loading, State
from genplay.ui.commands import Command
from genplay.ui.tabs.autoregressive import commands as table
from genplay.ui.tabs.autoregressive.comparing import Comparing
from genplay.ui.tabs.autoregressive.grey_pen import GreyPen
from genplay.ui.tabs.autoregressive.judging import Judging
from genplay.ui.tabs.autoregressive.pages import Pages
from genplay.ui.tabs.autoregressive.pen import Pen
from genplay.ui.tabs.autoregressive.sampling import Sampling
from genplay.ui.tabs.autoregressive.scene import Scene
from genplay.ui.tabs.autoregressive.shading import Shading
from genplay.ui.tabs.autoregressive.view import View
from genplay.ui.tabs.autoregressive.walk import Walk
from genplay.ui.tabs.base import Tab
from genplay.ui.translation import sentence

_REST_MS = 1000  # presses of a key or an arrow within a second are one step of the history


class AutoregressiveTab(Tab):
    """The view of the autoregressive family, and what its gestures mean."""

    DRAGS = frozenset({"stroke", "threshold", "grey stroke"})

    def __init__(self) -> None:
        super().__init__()
        self._scene = Scene()
        self._device = ""
        self._details = ""
        pictures = [(example.name, example.bits) for example in examples.examples()]
        self._view = View(pictures)
        self.pen = Pen(self, [bits for _, bits in pictures])
        self.walk = Walk(self, self._view.transport)
        self.sampling = Sampling(self)
        self.comparing = Comparing(self, pictures)
        self.judging = Judging(self)
        self.shading = Shading(self)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.gesture_ended)
        self._pages = Pages(self._view)
        self._pages.add("compare", lambda: self.comparing.view)
        self._pages.add("anomaly", lambda: self.judging.sheet)
        self._pages.add("grey", lambda: self.shading.view)
        self.header = self._pages.header
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._pages)
        self._connect_panels()
        self._connect_choices()
        self._view.maps.set_loading(self.tr("Loading {model}").format(model=MODELS[self.state.model]))

    @property
    def state(self) -> AutoregressiveState:
        """What is shown."""
        return self._scene.state

    @property
    def result(self) -> Conditionals | None:
        """The conditionals of the one model, or None while they are awaited."""
        return self._scene.result

    @property
    def results(self) -> Mapping[str, Conditionals]:
        """The conditionals that are shown, by model."""
        if self.state.page != "one":
            return self.comparing.results
        return {} if self.result is None else {self.state.model: self.result}

    @property
    def hand(self) -> Pen | GreyPen:
        """What draws on the page that is on."""
        return self.shading.pen if self.state.page == "grey" else self.pen

    @property
    def sampler(self) -> Sampling:
        """What samples on the page that is on."""
        return self.shading.sampling if self.state.page == "grey" else self.sampling

    @property
    def maps(self) -> QWidget:
        """The maps, for a picture of them."""
        match self.state.page:
            case "compare":
                return self.comparing.view.maps
            case "anomaly":
                return self.judging.sheet.view
            case "grey":
                return self.shading.view.maps
            case "one":
                return self._view.maps

    @property
    def focus(self) -> int | None:
        """Index of the pixel that the numbers speak of."""
        return self._scene.focus

    @property
    def playing(self) -> bool:
        """Whether the cursor walks by itself."""
        return self.walk.player.playing

    # -- what the window asks of a tab ---------------------------------------------------------------------

    def commands(self) -> Sequence[Command]:
        """Return the tab's commands."""
        return table.commands(self)

    def adopt_actions(self, action: Callable[[str], QAction]) -> None:
        """Put buttons for some of the commands where they are needed."""
        acts = [(action(name), icon) for name, icon in table.TOOLBOX.items()]
        self._view.drawing.set_acts(acts)
        self.comparing.set_acts(acts)
        self.shading.set_acts([(action(name), table.TOOLBOX[name]) for name in table.GREY_TOOLBOX])
        self.header.add_menu(self.tr("Copy, save, export"), "export", [action(name) for name in table.EXPORT])

    def show_state(self, state: State) -> None:
        """Show what the user has set."""
        assert isinstance(state, AutoregressiveState)
        self.walk.player.set_speed(state.speed, slow=state.slow)
        self._view.transport.set_playing(self.playing)
        self._pages.show_state(state)
        self._show(state=state)
        self.comparing.show_state(state)
        self.judging.show_state(state)
        self.shading.show_state(state)

    def show_result(self, slot: str, result: object) -> None:
        """Show a step of an answer."""
        match result:
            case Conditionals() if slot != "score":
                self._device = result.device
                self.comparing.show_result(result)
                self.judging.refresh()
            case Anomalies():
                self.judging.show_result(result.model, result)
            case Conditionals():
                self._device = result.device
                self._view.maps.set_ready()
                self._show(result=result)
            case Comparison():
                self._show(comparison=result)
            case Samples():
                self.sampling.reveal.take(result)
            case Averaged():
                self._show(averaged=result)
            case Seen():
                self.comparing.show_seen(result)
            case Mixtures() | GreySamples():
                self._device = result.device if isinstance(result, Mixtures) else self._device
                self.shading.show_result(result)
            case Loading():
                pass
            case Imported():
                self.hand.take_import(result)
            case _:
                raise TypeError(f"the slot {slot!r} has no use for {type(result).__name__}")

    def show_waiting(self, slot: str) -> None:
        """Blank the numbers of an older answer."""
        if slot == "score":
            self._view.maps.set_waiting(True)
            self._view.maps.set_error(None)
            self._show(result=None)
        elif slot.startswith("score/"):
            self.comparing.show_waiting(slot.removeprefix("score/"))
        elif slot.startswith("grey"):
            self.shading.show_waiting(slot)
        else:
            self.show_nothing(slot)

    def show_nothing(self, slot: str) -> None:
        """Remove what was shown."""
        if slot == "score":
            self._show(result=None)
        elif slot == "whatif":
            self._show(comparison=None)
        elif slot == "average":
            self._show(averaged=None)
        elif slot == "samples":
            self.sampling.clear()
            self._show(samples=None)
        elif slot.startswith("score/"):
            self.comparing.show_nothing(slot.removeprefix("score/"))
        elif slot.startswith("anomaly/"):
            self.judging.show_nothing(slot.removeprefix("anomaly/"))
        elif slot.startswith("grey"):
            self.shading.show_nothing(slot)

    def show_stopped(self, slot: str) -> None:
        """Say so where the answer would have been; the samples stay as far as they are."""
        self._details = self.tr("The answer was stopped.")
        if slot == "samples":
            self.sampling.reveal.rest()
        elif slot.startswith("score/"):
            self.comparing.show_stopped(slot.removeprefix("score/"))
        elif slot.startswith("seen/"):
            self.comparing.forget_seen(slot.removeprefix("seen/"))
        elif slot.startswith("anomaly/"):
            self.judging.show_stopped(slot.removeprefix("anomaly/"))
        elif slot.startswith("grey"):
            self.shading.show_stopped(slot)
        elif slot == "score" and self.result is None:
            self._view.maps.set_ready()
            self._view.maps.set_error(self.tr("Stopped"), self.tr("Try again, or change the drawing."))

    def show_failure(self, slot: str, failure: Failure) -> None:
        """Show the error where the answer would have been."""
        self._details = failure.details
        self._device = self._device or self.tr("No answer yet")
        if slot == "score":
            self._view.maps.set_ready()
            self._show(result=None)
            self._view.maps.set_error(self.tr("There is no answer"), sentence(failure))
        elif slot.startswith("score/"):
            self.comparing.show_failure(slot.removeprefix("score/"), failure)
        elif slot.startswith("anomaly/"):
            self.judging.show_failure(slot.removeprefix("anomaly/"), failure)
        elif slot.startswith("grey"):
            self.shading.show_failure(slot, failure)
        else:
            self.comparing.forget_seen(slot.removeprefix("seen/"))
            self.said.emit("error", sentence(failure))

    def set_projector(self, on: bool) -> None:
        """Show three pictures, the running sum and the transport."""
        self.walk.player.projector = on
        self._scene = replace(self._scene, hovered=None)
        self._pages.set_projector(on)

    def device(self) -> str:
        """Return where the last answer was computed."""
        return self._device

    def work(self) -> str:
        """Say that the cursor walks."""
        return self.walk.words()

    def settled(self) -> bool:
        """Tell whether the samples have grown."""
        settled = self.comparing.settled and self.judging.settled and self.shading.settled
        return settled and not self.sampling.reveal.running

    def stop(self) -> None:
        """Stop walking."""
        self.walk.player.pause()

    def open_picture(self, path: Path) -> None:
        """Read a picture in the worker and make it the drawing."""
        self.asked.emit("import", Import(path=str(path)))

    # -- what the user can do ------------------------------------------------------------------------------

    @Slot(str)
    def choose_model(self, model: str) -> None:
        """Look closely at a model."""
        self.edit(model=model, page="one")

    @Slot(str)
    def turn_to(self, page: str) -> None:
        """Turn to another page, or back to the one model."""
        self.stop()  # a walk would go on where it is not seen
        self.edit(page="one" if self.state.page == page else page)

    def flip_focus(self) -> None:
        """Compare with the pixel in focus flipped."""
        if self.focus is None:
            self.said.emit("info", self.tr("Point at a pixel first."))
        else:
            self.flip(self.focus)

    @Slot(int)
    def flip(self, pixel: int) -> None:
        """Compare with a pixel flipped; the same pixel again ends the comparison."""
        self.edit(flip=None if self.state.flip == pixel else pixel)

    @Slot()
    def end_flip(self) -> None:
        """End the comparison."""
        self.edit(flip=None)

    # -- how ------------------------------------------------------------------------------------------------

    def _connect_panels(self) -> None:
        view = self._view
        self.pen.listen(view.drawing)
        view.drawing.canvas.picked.connect(self.walk.pick)
        for pointed in (view.drawing.canvas, *view.maps.maps):
            pointed.hovered.connect(self._hover)
            pointed.flip_requested.connect(self.flip)
        for shown in view.maps.maps:
            shown.picked.connect(self.walk.pick)
        view.maps.retry_pressed.connect(self.retry_pressed)
        view.maps.copy_pressed.connect(self.copy_details)
        view.sums.hovered.connect(self._hover)
        view.sums.picked.connect(self.walk.go_to)
        view.score.sample_pressed.connect(self.sampling.again)
        view.score.samples_closed.connect(self.sampling.close)
        view.score.sample_chosen.connect(self.sampling.take)
        view.score.flip_ended.connect(self.end_flip)

    def _connect_choices(self) -> None:
        view, pages = self._view, self._pages
        pages.header.model_chosen.connect(self.choose_model)
        pages.header.page_pressed.connect(self.turn_to)
        pages.chips.chosen.connect(self.comparing.choose)
        pages.chips.refused.connect(self.comparing.refuse)
        pages.options.edited.connect(self.choose_reading)
        view.seed.edited.connect(partial(self.choose_number, "seed"))
        view.temperature.edited.connect(partial(self.choose_number, "temperature"))
        view.sample.clicked.connect(self.sampling.complete)
        self.sampling.shown.connect(self._show_samples)

    def edit(self, gesture: str = "", **values: object) -> None:
        """Ask for a state with these values; see ``edited``."""
        self._rest.stop()  # or it would end a stroke that has begun meanwhile
        self.edited.emit(replace(self.state, **values), gesture)

    def edit_while_busy(self, gesture: str, **values: object) -> None:
        """Ask for a state that belongs to a gesture which ends when the hand rests."""
        self.edit(gesture, **values)
        self._rest.start()

    def show_walk(self, *, playing: bool, phase: int | None) -> None:
        """Show whether the cursor walks by itself, and which phase of a step is named."""
        # What the pointer last read is not what a walk, or a layout that moves under it, speaks of.
        self._show(playing=playing, phase=phase, hovered=None)

    def forget_pointer(self) -> None:
        """Speak of no pixel under the pointer until it moves again: a context would hide what it draws."""
        self._scene = replace(self._scene, hovered=None)
        self.comparing.forget_pointer()
        self.shading.forget_pointer()

    def _show(self, **parts: object) -> None:
        self._scene = replace(self._scene, **parts)
        if self.state.page == "one":
            self._view.show_scene(self._scene)

    @Slot(object)
    def _hover(self, pixel: int | None) -> None:
        if self.pen.drawing:
            return
        self._scene = replace(self._scene, hovered=pixel)
        self._view.show_focus(self._scene)

    @Slot(str, object)
    def choose_reading(self, name: str, value: object) -> None:
        """Let the models read in another way: a field of the state, and its value."""
        if isinstance(value, int):
            self.choose_number(name, value)
        else:
            self.edit(**{name: value})  # type: ignore[arg-type]

    def choose_number(self, name: str, value: float) -> None:
        """Take the value of a spin box, whose arrows are held, for a field of the state."""
        self.edit_while_busy(name, **{name: value})

    @Slot(object)
    def _show_samples(self, samples: Samples) -> None:
        self._scene = replace(self._scene, samples=samples)
        self._view.show_samples(self._scene)

    @Slot()
    def copy_details(self) -> None:
        """Put what happened into the clipboard, for a report."""
        QGuiApplication.clipboard().setText(self._details)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus to the canvas; a proxy would be where Tab begins, past the header."""
        self._pages.front.setFocus(event.reason())
