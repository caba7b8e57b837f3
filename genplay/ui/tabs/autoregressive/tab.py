"""The Autoregressive tab: draw, watch every conditional, walk the chain rule, ask what if, complete."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QAction, QFocusEvent, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from genplay.data import examples, pictures
from genplay.engine.worker import Failure
from genplay.families.autoregressive import (
    MODELS,
    PIXELS,
    AutoregressiveState,
    Comparison,
    Conditionals,
    Import,
    Imported,
    Samples,
    drawing_of,
)
from genplay.families.base import Bits, Drawing, Loading, State
from genplay.ui.commands import Command
from genplay.ui.tabs.autoregressive import commands as table
from genplay.ui.tabs.autoregressive.reveal import Reveal
from genplay.ui.tabs.autoregressive.scene import Scene
from genplay.ui.tabs.autoregressive.view import View
from genplay.ui.tabs.autoregressive.walk import Walk
from genplay.ui.tabs.base import Tab
from genplay.ui.translation import sentence

_REST_MS = 1000  # presses of a key or an arrow within a second are one step of the history


class AutoregressiveTab(Tab):
    """The view of the autoregressive family, and what its gestures mean."""

    DRAGS = frozenset({"stroke", "threshold"})

    def __init__(self) -> None:
        super().__init__()
        self._scene = Scene()
        self._device = ""
        self._drawing = False
        self._details = ""
        self._examples = [(example.name, example.bits) for example in examples.examples()]
        self._view = View(self._examples)
        self._walk = Walk(self, self._view.transport)
        self._reveal = Reveal(self)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.gesture_ended)
        self.header = self._view.header
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._view)
        self._connect_panels()
        self._connect_transport()
        self._view.maps.set_loading(self.tr("Loading {model}").format(model=MODELS[self.state.model]))

    @property
    def state(self) -> AutoregressiveState:
        """What is shown."""
        return self._scene.state

    @property
    def result(self) -> Conditionals | None:
        """The conditionals of what is shown, or None while they are awaited."""
        return self._scene.result

    @property
    def walk(self) -> Walk:
        """What moves the cursor."""
        return self._walk

    @property
    def maps(self) -> QWidget:
        """The maps, for a picture of them."""
        return self._view.maps

    @property
    def focus(self) -> int | None:
        """Index of the pixel that the numbers speak of."""
        return self._scene.focus

    @property
    def playing(self) -> bool:
        """Whether the cursor walks by itself."""
        return self._walk.player.playing

    # -- what the window asks of a tab ---------------------------------------------------------------------

    def commands(self) -> Sequence[Command]:
        """Return the tab's commands."""
        return table.commands(self)

    def adopt_actions(self, action: Callable[[str], QAction]) -> None:
        """Put buttons for some of the commands where they are needed."""
        self._view.drawing.set_acts([(action(name), icon) for name, icon in table.TOOLBOX.items()])
        self.header.add_menu(self.tr("Copy, save, export"), "export", [action(name) for name in table.EXPORT])

    def show_state(self, state: State) -> None:
        """Show what the user has set."""
        assert isinstance(state, AutoregressiveState)
        self._walk.player.set_speed(state.speed, slow=state.slow)
        self._view.transport.set_playing(self.playing)
        self._show(state=state)

    def show_result(self, slot: str, result: object) -> None:
        """Show a step of an answer."""
        match result:
            case Conditionals():
                self._device = result.device
                self._view.maps.set_loading(None)
                self._view.maps.set_waiting(False)
                self._view.maps.set_error(None)
                self._show(result=result)
            case Comparison():
                self._show(comparison=result)
            case Samples():
                self._reveal.take(result)
            case Loading():
                pass
            case Imported():
                self._take_import(result)
            case _:
                raise TypeError(f"the slot {slot!r} has no use for {type(result).__name__}")

    def show_waiting(self, slot: str) -> None:
        """Blank the numbers of an older answer."""
        if slot == "score":
            self._view.maps.set_waiting(True)
            self._view.maps.set_error(None)
            self._show(result=None)
        else:
            self.show_nothing(slot)

    def show_nothing(self, slot: str) -> None:
        """Remove what was shown."""
        if slot == "whatif":
            self._show(comparison=None)
        elif slot == "samples":
            self._reveal.clear()
            self._show(samples=None)

    def show_stopped(self, slot: str) -> None:
        """Say so where the answer would have been; the samples stay as far as they are."""
        if slot == "samples":
            self._reveal.rest()
        elif slot == "score" and self.result is None:
            self._details = self.tr("The answer was stopped.")
            self._view.maps.set_loading(None)
            self._view.maps.set_waiting(False)
            self._view.maps.set_error(self.tr("Stopped"), self.tr("Try again, or change the drawing."))

    def show_failure(self, slot: str, failure: Failure) -> None:
        """Show the error where the answer would have been."""
        self._details = failure.details
        self._device = self._device or self.tr("No answer yet")
        if slot == "score":
            self._view.maps.set_loading(None)
            self._view.maps.set_waiting(False)
            self._show(result=None)
            self._view.maps.set_error(self.tr("There is no answer"), sentence(failure))
        else:
            self.said.emit("error", sentence(failure))

    def set_projector(self, on: bool) -> None:
        """Show three pictures, the running sum and the transport."""
        self._walk.player.projector = on
        self._scene = replace(self._scene, hovered=None)
        self._view.set_projector(on)

    def device(self) -> str:
        """Return where the last answer was computed."""
        return self._device

    def work(self) -> str:
        """Say that the cursor walks."""
        return self._walk.words()

    def settled(self) -> bool:
        """Tell whether the samples have grown."""
        return not self._reveal.running

    def stop(self) -> None:
        """Stop walking."""
        self._walk.player.pause()

    def open_picture(self, path: Path) -> None:
        """Read a picture in the worker and make it the drawing."""
        self.asked.emit("import", Import(path=str(path)))

    # -- what the user can do ------------------------------------------------------------------------------

    def clear(self) -> None:
        """Take all ink away."""
        self._draw(Drawing.blank())

    def invert(self) -> None:
        """Swap ink and paper."""
        self._draw(Drawing.of(1 - self.state.drawing.pixels()))

    def centre(self) -> None:
        """Place the drawing as MNIST places its digits."""
        self._draw(Drawing.of(pictures.centre_and_scale(self.state.drawing.pixels())))

    def next_example(self) -> None:
        """Take the example after the one that is shown."""
        pixels = self.state.drawing.pixels()
        shown = [index for index, (_, bits) in enumerate(self._examples) if (bits == pixels).all()]
        self.choose_example((shown[0] + 1) % len(self._examples) if shown else 0)

    @Slot(int)
    def choose_example(self, index: int) -> None:
        """Take an example as the drawing."""
        self._draw(Drawing.of(self._examples[index][1]))

    @Slot(str)
    def choose_tool(self, tool: str) -> None:
        """Take up a tool."""
        self.edit(tool=tool)

    @Slot(int)
    def choose_brush(self, brush: int) -> None:
        """Take a brush of this diameter."""
        self.edit(brush=brush)

    def change_brush(self, by: int) -> None:
        """Take a larger or smaller brush."""
        self.edit(brush=min(max(self.state.brush + by, 1), 5))

    @Slot()
    def complete(self) -> None:
        """Sample what follows the pixels before the cursor."""
        self._sample_from(self.state.next_sample)

    def sample(self) -> None:
        """Sample whole pictures."""
        self._sample_from(0)

    @Slot()
    def sample_again(self) -> None:
        """Sample with the next seed."""
        self.edit(seed=(self.state.seed + 1) % 2**31)

    @Slot()
    def close_samples(self) -> None:
        """Put the samples away."""
        self.edit(sample_from=None)

    @Slot(int)
    def take_sample(self, index: int) -> None:
        """Make a sample the drawing."""
        samples = self._scene.samples
        if samples is not None and samples.done >= PIXELS:
            self._draw(Drawing.of(samples.pixels[index].reshape(28, 28)))

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
        view.drawing.drawn.connect(self._take_stroke)
        view.drawing.tool_chosen.connect(self.choose_tool)
        view.drawing.brush_chosen.connect(self.choose_brush)
        view.drawing.example_chosen.connect(self.choose_example)
        view.drawing.next_pressed.connect(self.next_example)
        view.drawing.threshold_moved.connect(self._move_threshold)
        view.drawing.threshold_settled.connect(self.gesture_ended)
        view.drawing.canvas.picked.connect(self._walk.pick)
        for pointed in (view.drawing.canvas, *view.maps.maps):
            pointed.hovered.connect(self._hover)
            pointed.flip_requested.connect(self.flip)
        for shown in view.maps.maps:
            shown.picked.connect(self._walk.pick)
        view.maps.retry_pressed.connect(self.retry_pressed)
        view.maps.copy_pressed.connect(self._copy_details)
        view.sums.hovered.connect(self._hover)
        view.sums.picked.connect(self._walk.go_to)
        view.score.sample_pressed.connect(self.sample_again)
        view.score.samples_closed.connect(self.close_samples)
        view.score.sample_chosen.connect(self.take_sample)
        view.score.flip_ended.connect(self.end_flip)
        view.header.model_chosen.connect(self.choose_model)
        view.options.order_chosen.connect(self._choose_order)
        view.options.seed_chosen.connect(self._choose_order_seed)
        view.options.reach_chosen.connect(self._choose_reach)

    def _connect_transport(self) -> None:
        view = self._view
        view.seed.edited.connect(self._choose_seed)
        view.temperature.edited.connect(self._choose_temperature)
        view.sample.clicked.connect(self.complete)
        self._reveal.shown.connect(self._show_samples)
        self._reveal.ended.connect(self.activity)

    def edit(self, gesture: str = "", **values: object) -> None:
        """Ask for a state with these values; see ``edited``."""
        self._rest.stop()  # or it would end a stroke that has begun meanwhile
        self.edited.emit(replace(self.state, **values), gesture)

    def _draw(self, drawing: Drawing, gesture: str = "") -> None:
        """Take a new drawing: what was asked about the old one is put away."""
        self.edit(gesture, drawing=drawing, source=None, flip=None, sample_from=None)

    def _sample_from(self, start: int) -> None:
        if self.state.sample_from == start:
            self.sample_again()
        else:
            self.edit(sample_from=start)

    def edit_while_busy(self, gesture: str, **values: object) -> None:
        """Ask for a state that belongs to a gesture which ends when the hand rests."""
        self.edit(gesture, **values)
        self._rest.start()

    def show_walk(self, *, playing: bool, phase: int | None) -> None:
        """Show whether the cursor walks by itself, and which phase of a step is named."""
        # What the pointer last read is not what a walk, or a layout that moves under it, speaks of.
        self._show(playing=playing, phase=phase, hovered=None)

    def _show(self, **parts: object) -> None:
        self._scene = replace(self._scene, **parts)
        self._view.show_scene(self._scene)

    def _take_import(self, imported: Imported) -> None:
        source, threshold = imported.source, imported.threshold
        drawing = drawing_of(source, threshold)
        self.edit(drawing=drawing, source=source, threshold=threshold, flip=None, sample_from=None)
        if imported.animated:
            self.said.emit("info", self.tr("The picture moves: its first frame was taken."))

    @Slot(object, bool)
    def _take_stroke(self, bits: Bits, finished: bool) -> None:
        self._drawing = not finished
        self._walk.player.pause()  # the hand leads: a walk beside it would cut the stroke into many steps
        self._scene = replace(self._scene, hovered=None)
        self._draw(Drawing.of(bits), "stroke")
        if finished:
            self.gesture_ended.emit()

    @Slot(float)
    def _move_threshold(self, level: float) -> None:
        source = self.state.source
        if source is not None:
            drawing = drawing_of(source, round(level))
            self.edit("threshold", threshold=round(level), drawing=drawing, flip=None, sample_from=None)

    @Slot(object)
    def _hover(self, pixel: int | None) -> None:
        if self._drawing:  # a context that follows the pen would hide what it draws
            return
        self._scene = replace(self._scene, hovered=pixel)
        self._view.show_focus(self._scene)

    @Slot(str)
    def choose_model(self, model: str) -> None:
        """Take another model."""
        self.edit(model=model)

    @Slot(str)
    def _choose_order(self, order: str) -> None:
        self.edit(order=order)

    @Slot(int)
    def _choose_order_seed(self, seed: int) -> None:
        self.edit_while_busy("order", order_seed=seed)

    @Slot(int)
    def _choose_reach(self, reach: int) -> None:
        self.edit_while_busy("reach", reach=reach)

    @Slot(int)
    def _choose_seed(self, seed: int) -> None:
        self.edit_while_busy("seed", seed=seed)

    @Slot(float)
    def _choose_temperature(self, temperature: float) -> None:
        self.edit_while_busy("temperature", temperature=temperature)

    @Slot(object)
    def _show_samples(self, samples: Samples) -> None:
        self._scene = replace(self._scene, samples=samples)
        self._view.show_samples(self._scene)

    @Slot()
    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self._details)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus to the canvas; a proxy would be where Tab begins, past the header."""
        self._view.drawing.canvas.setFocus(event.reason())
